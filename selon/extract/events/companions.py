"""The other words of a pattern: below its head, beside it, or behind it where the tree does not say so.

An element of the pattern and the token that heads it come in, the tokens found go out; None where they are not there.
"""

from collections.abc import Iterator
from itertools import takewhile

from selon.extract.events.apart import is_apart, is_beside_agent, is_of_perfect, is_purpose
from selon.extract.events.frames import SUBJECT, Element, Frame, Pattern
from selon.extract.events.line import PLACE, Line
from selon.extract.events.reach import further_words, reach
from selon.model.ontology import EventType
from selon.parse.clause import antecedent, clause_words, is_passive, is_verb
from selon.parse.tree import Token

# « En passant » is an aside, not what « laisser passer » lets be done.
_GERUND = frozenset({"en", "while"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV", "X", "NUM", "ADP"})
# Types whose patterns name what the verb is about, never who does it: « les autorités ont reconnu … ».
_WORDS = (
    EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.REQUEST, EventType.THREATEN,
)  # fmt: skip


def _type(pattern: Pattern) -> EventType | None:
    return pattern.frame.type if isinstance(pattern.frame, Frame) else None


def companion(element: Element, head: Token, taken: list[Token], line: Line, pattern: Pattern) -> list[Token] | None:
    """A word of the element below the head or beside it, with what it needs; as the subject only where that may be."""
    direct = not line.words(head).isdisjoint(line.lexicon.classes.get("direct", frozenset()))
    if direct and _ends_in(head, taken, element):
        return None
    found = _below(element, head, taken, line, pattern)
    if found is not None or element.link == SUBJECT:
        return found
    return _in_row(element, head, taken, line, pattern)


def _below(element: Element, head: Token, taken: list[Token], line: Line, pattern: Pattern) -> list[Token] | None:
    """A word of the element, with what it needs, that the tree puts into the reach of the head."""
    for token in reach(head, taken, line):
        if token in taken or token.pos == "AUX" or _is_wrong_subject(token, element, head, taken, line, pattern):
            continue
        if element.link and token.is_("Polarity", "Neg"):
            continue  # « n'a pas mis en garde » is no « mettre au pas »
        agent = _type(pattern) is EventType.ASSAULT and token.rel == "obl:agent"  # « visé par un drone »
        if not _particle(token, taken) or is_beside_agent(token, head) or is_purpose(token, head, taken, line):
            continue
        if is_of_perfect(token, head, taken):
            continue
        if agent or (_allowed(token, element, line, taken) and not _is_fronted(token, element, head, line)):
            found = _complete(element, token, taken, line)
            if found is not None:
                return found
    return None


def _is_fronted(token: Token, element: Element, head: Token, line: Line) -> bool:
    """Whether a word is of a phrase with a preposition that a comma parts from the verb behind it, and that the pattern
    does not write: "amid mounting pressure, Kuwait threw out …"."""
    phrase = token
    while phrase.base == "nmod" and phrase.head is not None and phrase.head is not head and phrase.head.i < phrase.i:
        phrase = phrase.head  # « à deux semaines du scrutin, »
    if token.i > head.i or phrase.head is not head or phrase.base not in ("obl", "nmod", "advcl"):
        return False
    name = line.link(phrase)[0] or next((each.lower for each in phrase.all("case")), "")
    led = head.first("nsubj")
    between = token.parse.tokens[token.i + 1 : led.i] if led is not None else []
    return bool(name) and name != element.link and any(each.text == "," for each in between)


def _in_row(element: Element, head: Token, taken: list[Token], line: Line, pattern: Pattern) -> list[Token] | None:
    """A word of the element, with what it needs, that stands beside the head in the row of words."""
    for token in _beside(head, line):
        if token in taken or token.pos not in _CONTENT or is_apart(token, element, head, taken, line):
            continue
        if (pattern.reflexive and token.i < head.i) or _is_doer(token, head, line, pattern):
            continue
        if element.link and token.is_("Polarity", "Neg"):
            continue
        if not _allowed(token, element, line, taken) or not _particle(token, taken):
            continue
        found = _complete(element, token, taken, line)
        if found is not None and (line.link(token)[0] == element.link or _direct(token, taken, line)):
            return found
    return None


def _is_wrong_subject(
    token: Token, element: Element, head: Token, taken: list[Token], line: Line, pattern: Pattern
) -> bool:
    """Whether a word is a subject where the element may be none, or none where it must be one."""
    active = token.rel == "nsubj" or not is_passive(head)  # « un obus est tombé »
    undergoes = head.base == "xcomp" and token.head is not head and is_passive(head)  # « X va être expulsé »
    subject = token.base == "nsubj" and active and not undergoes and not _is_taken_up(token, head)
    if element.link == SUBJECT:
        barred = not subject or token.head is not head
    else:
        barred = (subject or (pattern.reflexive and token.base == "nsubj")) and not _takes_subject(head, line, pattern)
    if element.link != SUBJECT and _is_described(token, head) and _has_other_object(head, taken):
        return True
    if element.link != SUBJECT and subject and token.head is head and _does_else(head, taken, line):
        return True
    town = subject and PLACE in element.words and line.lexicon.lang == "fr"  # « Tokyo prendra … »
    return barred or town or _is_doer(token, head, line, pattern)


def _is_taken_up(token: Token, head: Token) -> bool:
    """Whether a head tells what was done with the word, whose subject it is in its own clause or not: by a relative
    pronoun for its object (« les sanctions que la Ligue a levées »), or as a participle (« un accord signé par X »)."""
    if head.head is not token:
        return False
    if head.rel == "acl":
        beside = all(each.text != "," for each in head.parse.tokens[token.i : head.i])
        return head.parse.lang == "fr" and beside and is_passive(head)
    return head.rel == "acl:relcl" and any(antecedent(each) is token for each in head.all("obj"))


def _is_described(token: Token, head: Token) -> bool:
    """Whether a noun is what an English gerund behind it tells of: "a deal ending the war" ends no deal."""
    return (
        head.parse.lang == "en"
        and token is head.head
        and head.base == "acl"
        and head.lower.endswith("ing")
        and token.i < head.i
    )


def _has_other_object(head: Token, taken: list[Token]) -> bool:
    """Whether a verb has an object that no pattern names, so that its subject is not what it is done to."""
    return not is_passive(head) and any(each not in taken and each.i > head.i for each in head.all("obj"))


def _does_else(verb: Token, taken: list[Token], line: Line) -> bool:
    """Whether a verb is of its object, and not of its subject: "the arrest made headlines", "troops lost no time"."""
    own = line.lexicon.classes.get("of_object", frozenset())
    return not line.words(verb).isdisjoint(own) and _has_other_object(verb, taken)


def _takes_subject(head: Token, line: Line, pattern: Pattern) -> bool:
    """Whether a word of the pattern may be the subject of its head."""
    if pattern.reflexive or (line.lexicon.lang == "fr" and _type(pattern) in _WORDS):
        return False
    return line.words(head).isdisjoint(line.lexicon.classes.get("handling", frozenset()))


def _is_doer(token: Token, head: Token, line: Line, pattern: Pattern) -> bool:
    """Whether a word is who does something, where the pattern tells what was done to him, her or it: « un policier a
    frappé un manifestant » strikes no policeman, "fighters carried out the attack" carries none out."""
    if _type(pattern) is EventType.COERCE:
        return _acts(token, head, line)
    if _type(pattern) is EventType.AID:
        return head.first("obj") is not None and _acts(token, head, line)
    if _type(pattern) is not EventType.ASSAULT or line.lexicon.lang != "fr" or pattern.reflexive:
        return False
    return (head.first("obj") is not None and _acts(token, head, line)) or _acts_above(token, head, line)


def _is_subject(token: Token, head: Token) -> bool:
    """Whether a word is the subject of a verb, or what its subject counts: "three of the fighters"."""
    if token.base == "nmod" and token.head is not None and token.head.pos in ("ADJ", "NUM", "PRON", "DET"):
        token = token.head
    return token.rel == "nsubj" and token.head is head


def _ends_in(head: Token, taken: list[Token], element: Element) -> bool:
    """Whether a verb has no object but a phrase: "the march ended in clashes", "called on them to accept a truce"."""
    behind = [each for each in head.parse.tokens[head.i + 1 : head.i + 3] if each.pos != "ADV" or each.lower == "off"]
    name = behind[0].lower if behind and behind[0] not in taken else ""
    led = name in ("in", "with", "at", "without", "on", "upon", "for", "off") and name not in element.words
    return head.pos == "VERB" and led and name != element.link


def _acts(token: Token, head: Token, line: Line) -> bool:
    """Whether people or buildings are the subject of an active verb and not what it is done to: "protesters scuffled",
    "a depot blew up".
    """
    people = line.lexicon.classes.get("people", frozenset()) | line.lexicon.classes.get("structure", frozenset())
    return _is_subject(token, head) and not is_passive(head) and bool(line.words(token) & people)


def _acts_above(token: Token, head: Token, line: Line) -> bool:
    """Whether people are the subject of the verb over an infinitive: « les soldats ont tenté d'évacuer le parvis »."""
    over = head.head if head.base == "xcomp" and head.is_("VerbForm", "Inf") else None
    people = line.lexicon.classes.get("people", frozenset())
    return over is not None and token.rel == "nsubj" and token.head is over and bool(line.words(token) & people)


def _complete(element: Element, token: Token, taken: list[Token], line: Line) -> list[Token] | None:
    noun = frozenset(clause_words(token.parse.lang).negative) if token.pos == "NOUN" else frozenset()
    for word in sorted((line.words(token) & element.words.keys()) - noun):  # « emboîter le pas » negates nothing
        rest = further_words(element.words[word], token, [*taken, token], line)
        if rest is not None:
            return [token, *rest]
    return None


def _allowed(token: Token, element: Element, line: Line, taken: list[Token]) -> bool:
    """Whether the preposition before a companion may stand there: barred ones only where the pattern writes them."""
    if token.pos == "VERB" and any(mark.lower in _GERUND for mark in token.all("mark", "case")):
        return False
    if token.base == "compound" and token.head is not None and _is_of_trade(token.head, line):
        return False  # "rushed to deport four aid workers" rushes no aid
    if line.is_outside(token):
        return False  # "according to the minister, the union suspended Gabon" suspends no minister
    barred = line.lexicon.classes.get("barred", frozenset())
    name, before = line.link(token)
    if PLACE in element.words:
        if any(each in taken for each in token.all("case")):  # "was in Sochi for talks"
            return True
        genitive = name in line.lexicon.classes.get("genitive", frozenset())
        return name == element.link or (genitive and (before is None or before in taken or _is_land(before, line)))
    return name == element.link if element.link in barred or name in barred else True


def _is_of_trade(noun: Token, line: Line) -> bool:
    """Whether a noun is people or bodies, of whom the word before it says what they deal with: "arms inspectors"."""
    return not line.words(noun).isdisjoint(line.lexicon.classes.get("dealing", frozenset()))


def _is_land(noun: Token, line: Line) -> bool:
    """Whether what is "of" a place is land, people or a measure of it, and nothing made there: "a survey of X"."""
    classes = line.lexicon.classes
    land = (classes.get(name, frozenset()) for name in ("territory", "town", "container", "structure", "quarter"))
    return noun.pos in ("VERB", "PROPN") or any(not line.words(noun).isdisjoint(each) for each in land)


def _particle(token: Token, taken: list[Token]) -> bool:
    """Whether a preposition that leads a phrase is of the pattern: right behind its words ("called off talks")."""
    if token.pos != "ADP" or token.base not in ("case", "mark"):
        return True
    return token.i > 0 and token.parse.tokens[token.i - 1] in taken


def _beside(head: Token, line: Line) -> Iterator[Token]:
    """Where companions stand when the tree does not say so: behind the head; before it, if it is a participle."""
    predicate = head.head if head.rel in ("cop", "aux:pass") else None
    last = predicate.i + (3 if head.rel == "cop" else 0) if predicate is not None else head.sentence.end
    yield from (each for each in line.after(head) if each.i <= last)
    past = head.is_("VerbForm", "Part") and not head.is_("Tense", "Pres")
    passive = (past and head.base != "acl") or head.is_("Voice", "Pass")
    if passive and not _active(head, line):
        yield from takewhile(lambda each: each.text != ",", line.before(head))


def _active(head: Token, line: Line) -> bool:
    """Whether a participle belongs to an active perfect: « a signé », "has signed", not « a été signé »."""
    be = clause_words(head.parse.lang).be
    if head.base == "conj" and head.first("aux") is None and head.head is not None and is_verb(head.head):
        return _active(head.head, line)  # « ont appelé à des sanctions et annoncé … »
    for each in line.before(head):
        if each.pos == "AUX":
            return each.lemma.lower() not in be
        if each.pos not in ("ADV", "PRON"):
            break
    return False


def _direct(token: Token, taken: list[Token], line: Line) -> bool:
    """Whether a noun hangs on no other noun than matched ones and measures (« trois des principales lignes »)."""
    name, before = line.link(token)
    genitive = line.lexicon.classes.get("genitive", frozenset())
    if name not in genitive or before is None or before.pos not in ("NOUN", "PROPN"):
        return True
    return bool(before in taken or line.words(before) & line.lexicon.classes.get("container", frozenset()))
