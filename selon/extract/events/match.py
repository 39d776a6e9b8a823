"""Where the patterns of the event lexicon stand in a sentence: in its tree, or where the tree fails, in its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from selon.extract.events.against import is_barred, is_inside
from selon.extract.events.frames import Element, Frame, Pattern
from selon.extract.events.line import PLACE, Line
from selon.model.ontology import EventType
from selon.parse.clause import (
    antecedent,
    clause_words,
    is_modal,
    is_passive,
    is_reflexive,
    is_verb,
)
from selon.parse.tree import Token

_OPEN = ("conj", "appos", "flat", "fixed", "amod", "xcomp", "compound")
# « En passant » is an aside, not what « laisser passer » lets be done.
_GERUND = frozenset({"en", "while"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV", "X", "NUM", "ADP"})
_DEPTH = 4
# Types whose patterns name what the verb is about, never who does it: « les autorités ont reconnu … ».
_WORDS = (
    EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.REQUEST, EventType.THREATEN,
)  # fmt: skip
# So many tokens behind a verb a preposition still belongs to it where the tree does not say so; swept 2-11.
_WITHIN = 5


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: its tokens, `top` the one that governs the others and whose arguments count."""

    pattern: Pattern
    top: Token
    tokens: tuple[Token, ...]

    @property
    def nouns(self) -> list[Token]:
        """The matched nouns below the top, whose own dependents are arguments too."""
        return [token for token in self.tokens if token is not self.top and token.pos in ("NOUN", "PROPN", "ADJ")]


def find_matches(line: Line) -> Iterator[Match]:
    """Every pattern that stands in the sentence, in text order of the pattern's head; overlaps included."""
    for token in line.tokens:
        if token.pos in ("PUNCT", "DET", "ADP", "CCONJ", "PRON"):
            continue
        for word in line.heads(token):
            for pattern in line.patterns(word):
                match = _match(pattern, token, word, line)
                if match is not None:
                    yield match


def _match(pattern: Pattern, token: Token, word: str, line: Line) -> Match | None:
    if not _fits(pattern, token, line):
        return None
    tokens = [token]
    for i, element in enumerate((pattern.head, *pattern.others)):
        found = (
            _rest(element.words[word], token, tokens, line)
            if i == 0
            else _companion(element, token, tokens, line, pattern)
        )
        if found is None:
            return None
        tokens.extend(found)
    top = _top(token)
    if not all(_governs(top, token, name, line) for name in pattern.with_):
        return None
    if is_barred(pattern, top, tokens, word, line):
        return None
    return Match(pattern, top, tuple(sorted(set(tokens), key=lambda each: each.i)))


def _fits(pattern: Pattern, token: Token, line: Line) -> bool:
    if "AUX" not in pattern.pos:
        return token.pos in pattern.pos or (token.pos == "ADJ" and token.first("det") is not None)
    if token.base == "aux" and token.rel not in ("aux:caus", "aux:pass") and not is_modal(token):
        return False
    participle = token.pos == "ADJ" and token.is_("VerbForm", "Part")
    if token.pos not in pattern.pos and not participle and not line.disguised(token):
        return False
    if token.first("det", "nummod") is not None and token.first("aux", "obj") is None:
        return False  # "let 300 wounded through"
    if token.lower in line.lexicon.classes.get("leading", frozenset()) and token.first("nsubj", "aux") is None:
        return False  # "193 people including three opposition leaders"
    return pattern.reflexive == _reflexive(token, line) if token.parse.lang == "fr" else True


def _reflexive(token: Token, line: Line) -> bool:
    """Whether the verb has a reflexive pronoun, in the tree or before it but for auxiliaries and adverbs.

    Not where that belongs to the causative above it (« s'est fait arrêter »).
    """
    if any(child.rel == "aux:caus" for child in token.children):
        return False
    if is_reflexive(token):
        return True
    for each in line.before(token):
        if each.lower in ("se", "s'"):
            return True
        if each.pos not in ("AUX", "ADV", "PRON") or each.lower == "a":
            return False
    return False


def _rest(choices: tuple[tuple[str, ...], ...], token: Token, taken: list[Token], line: Line) -> list[Token] | None:
    """The further words of the longest choice that stand under the token or just behind it; None if none is whole."""
    if choices == ((),):
        return []
    for choice in sorted(choices, key=len, reverse=True):
        found: list[Token] = []
        reach = _under(token, taken, line)
        for word in choice:
            part = next(
                (each for each in reach if word in line.words(each) and each not in taken and each not in found), None
            )
            if part is None:
                break
            found.append(part)
        else:
            return found
    return None


def _under(token: Token, taken: list[Token], line: Line) -> list[Token]:
    close = [each for each in line.after(token) if each.i <= token.i + 6]
    return [*reach(token, taken, line), *close]


def _type(pattern: Pattern) -> EventType | None:
    return pattern.frame.type if isinstance(pattern.frame, Frame) else None


def _companion(element: Element, head: Token, taken: list[Token], line: Line, pattern: Pattern) -> list[Token] | None:
    """A word of the element below the head or beside it, with what it needs; as the subject only where that may be."""
    subject = not pattern.reflexive and not (line.lexicon.lang == "fr" and _type(pattern) in _WORDS)
    direct = not line.words(head).isdisjoint(line.lexicon.classes.get("direct", frozenset()))
    if direct and _ends_in(head, taken, element):
        return None
    for token in reach(head, taken, line):
        if not subject and (token.rel == "nsubj" or (pattern.reflexive and token.base == "nsubj")):
            continue
        if PLACE in element.words and token.rel == "nsubj" and line.lexicon.lang == "fr":  # « Tokyo prendra … »
            continue
        agent = _type(pattern) is EventType.ASSAULT and token.rel == "obl:agent"  # « visé par un drone »
        if _type(pattern) is EventType.COERCE and _acts(token, head, line):
            continue
        fits = token not in taken and token.pos != "AUX" and _particle(token, taken)
        if fits and (agent or _allowed(token, element, line)):
            found = _complete(element, token, taken, line)
            if found is not None:
                return found
    for token in _beside(head, line):
        if (pattern.reflexive and token.i < head.i) or _of_predicate(token, head):
            continue
        if _type(pattern) is EventType.COERCE and _acts(token, head, line):
            continue
        if token not in taken and token.pos in _CONTENT and _allowed(token, element, line) and _particle(token, taken):
            found = _complete(element, token, taken, line)
            direct = found is not None and (line.link(token)[0] == element.link or _direct(token, taken, line))
            if direct and not _of_other_verb(token, head, taken):
                return found
    return None


def _ends_in(head: Token, taken: list[Token], element: Element) -> bool:
    """Whether a verb has no object but a phrase: "the march ended in clashes", "called on them to accept a truce"."""
    behind = [each for each in head.parse.tokens[head.i + 1 : head.i + 3] if each.pos != "ADV" or each.lower == "off"]
    name = behind[0].lower if behind and behind[0] not in taken else ""
    led = name in ("in", "with", "at", "without", "on", "upon", "for", "off") and name not in element.words
    return head.pos == "VERB" and led and name != element.link


def _acts(token: Token, head: Token, line: Line) -> bool:
    """Whether people are the subject of an active verb and not those it is done to: "protesters scuffled"."""
    people = line.lexicon.classes.get("people", frozenset())
    return token.rel == "nsubj" and token.head is head and not is_passive(head) and bool(line.words(token) & people)


def _of_predicate(token: Token, head: Token) -> bool:
    """Whether a participle only tells of the noun that somebody is: "they are children of families opposed to X"."""
    return head.rel == "cop" and token.base == "acl" and token.head is not None and token.head.pos == "NOUN"


def _complete(element: Element, token: Token, taken: list[Token], line: Line) -> list[Token] | None:
    for word in sorted(line.words(token) & element.words.keys()):
        rest = _rest(element.words[word], token, [*taken, token], line)
        if rest is not None:
            return [token, *rest]
    return None


def _allowed(token: Token, element: Element, line: Line) -> bool:
    """Whether the preposition before a companion may stand there: barred ones only where the pattern writes them."""
    if token.pos == "VERB" and any(mark.lower in _GERUND for mark in token.all("mark", "case")):
        return False
    barred = line.lexicon.classes.get("barred", frozenset())
    name, _ = line.link(token)
    if PLACE in element.words:
        return name == element.link or name in line.lexicon.classes.get("genitive", frozenset())
    return name == element.link if element.link in barred or name in barred else True


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


def _of_other_verb(token: Token, head: Token, taken: list[Token]) -> bool:
    """Whether a noun is the object of a verb between it and the head (« évoquer X et prendre des sanctions »)."""
    verb = token.head
    if verb is None or token.base != "obj" or not head.i < verb.i < token.i:
        return False
    return is_verb(verb) and verb.base == "conj" and verb not in taken


def _direct(token: Token, taken: list[Token], line: Line) -> bool:
    """Whether a noun hangs on no other noun than matched ones and measures (« trois des principales lignes »)."""
    name, before = line.link(token)
    genitive = line.lexicon.classes.get("genitive", frozenset())
    if name not in genitive or before is None or before.pos not in ("NOUN", "PROPN"):
        return True
    return bool(before in taken or line.words(before) & line.lexicon.classes.get("container", frozenset()))


def reach(token: Token, taken: list[Token], line: Line) -> list[Token]:
    """The tokens that may complete a pattern headed by the token: its own phrase, and what it modifies.

    Nearest first. Clauses of their own are not entered, nor nouns below nouns unless these are matched or measure
    something (« une partie de ses troupes »). A copula reaches its predicate only, and what
    stands below that once it is matched.
    """
    if token.rel in ("cop", "aux:pass") and token.head is not None:
        matched = token.head in taken
        return [token.head, *(each for each in token.head.all("nmod", "obl") if matched)]
    containers = line.lexicon.classes.get("container", frozenset())
    found: list[Token] = []
    layer = [token.head, *token.head.children] if token.rel == "aux:caus" and token.head is not None else [token]
    for depth in range(_DEPTH):
        below: list[Token] = []
        for each in layer:
            if depth and not (each in taken or each.has_rel(*_OPEN) or line.words(each) & containers):
                continue
            below.extend(antecedent(child) for child in each.children if is_inside(child))
        found.extend(below)
        layer = below
    if token.rel == "aux:caus" and token.head is not None:
        found.insert(0, token.head)
    if token.base in ("acl", "amod") and token.head is not None:
        found.append(token.head)
    if token.base == "xcomp" and token.head is not None and token.first("obj") is None:
        found.extend(token.head.all("nsubj"))  # « les obus continuent de pleuvoir »
    return found


def _top(head: Token) -> Token:
    """The token that governs the pattern: the predicate of a copula, the verb of a causative or modal, or the head."""
    if (head.rel in ("cop", "aux:caus", "aux:pass") or is_modal(head)) and head.head is not None:
        return head.head
    return head


def _governs(top: Token, head: Token, name: str, line: Line) -> bool:
    """Whether a dependent of the predicate carries the preposition, conjunction or particle,
    or it follows in the clause.
    """
    for token in (top, head):
        for child in token.children:
            if child.base in ("compound", "advmod", "mark") and child.lower == name:
                return True
            if _is_led(child, name):
                return True
    objects = [each for child in top.all("obj") for each in child.conjuncts()]
    if any(_is_led(each, name) for noun in objects for each in (noun, *noun.all("nmod", "acl"))):
        return True  # "charged a governor and his aides with theft"
    return any(each.i <= head.i + _WITHIN and name in (each.lower, each.lemma.lower()) for each in line.after(head))


def _is_led(phrase: Token, name: str) -> bool:
    """Whether a phrase carries the preposition or conjunction."""
    return any(name in (each.lemma.lower(), each.lower) for each in phrase.all("case", "mark"))
