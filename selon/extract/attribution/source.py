"""Who speaks: the noun phrase of a source, its actors, and which form its kind of word gives a report."""

from collections.abc import Iterable
from dataclasses import dataclass

from selon.extract.attribution.bounds import AND, THAT, bounds
from selon.extract.attribution.extent import phrase
from selon.extract.attribution.kinds import Who, may_speak, opens_person
from selon.extract.attribution.surface import before, is_inverted, is_relative
from selon.extract.attribution.words import Use, lexicon
from selon.model.span import Words
from selon.parse.clause import antecedent, preposition
from selon.parse.tree import Token

# A name behind a comma stands at most so many tokens behind the function.
_NEAR = 8
# Who a paper is by stands at most so deep below it.
_DEEP = 2
_FUNCTION = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "NUM")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "X", "SYM", "ADJ", "DET")


@dataclass(frozen=True, slots=True)
class Source:
    """The heads of a source's phrases, its actor ids, and its words without preposition."""

    heads: tuple[Token, ...]
    actors: tuple[str, ...]
    words: Words | None


NOBODY = Source((), (), None)


def source_of(heads: Iterable[Token], who: Who) -> Source:
    """The source that the phrases with these heads name; NOBODY for impersonal pronouns (« on », « il » of « il
    paraît »)."""
    kept = [_stands_for(head) for head in heads]
    kept = [head for head in kept if _nominal(head) and not is_nobody(head)]
    if not kept:
        return NOBODY
    speaking = [speaker(head) for head in kept]
    actors = tuple(dict.fromkeys(actor for head in speaking for actor in (_named_person(head, who) or who(head))))
    if not actors:
        beside = (named_beside(head, who) or _owner_actors(head, who) for head in kept)
        actors = tuple(dict.fromkeys(actor for each in beside for actor in each))
    return Source(tuple(kept), actors, phrase(speaking))


def within(source: Source, extent: tuple[int, int] | None, who: Who) -> Source:
    """The source with the words between token bounds as its own, where there are some."""
    if extent is None or not source.heads:
        return source
    parse = source.heads[0].parse
    actors = source.actors or next((found for i in range(*extent) if (found := who(parse.tokens[i]))), ())
    return Source(source.heads, actors, parse.words(*extent))


def clipped(source: Source, verb: Token) -> Source:
    """The source without what a wrong tree adds to it: the verb of saying behind it and what follows."""
    if source.words is None or not source.words.span.start < verb.start < source.words.span.end:
        return source
    parse = verb.parse
    end = parse.tokens[verb.i - 1].end
    return Source(source.heads, source.actors, Words.of(parse.text, source.words.span.start, end))


def _topic(pronoun: Token) -> Token | None:
    """The noun that a sentence puts before its comma as what it is about (« Quant au maire, il dit … », "As for the
    mayor, he said …"), for the pronoun behind that comma."""
    tokens, start = pronoun.parse.tokens, pronoun.sentence.start
    lead = " ".join(token.lower for token in tokens[start : start + 2])
    topical = any(lead == each or lead.startswith(each) for each in bounds(pronoun.parse.lang).topics)
    if not topical or tokens[pronoun.i - 1].text != ",":
        return None
    nouns = (each for each in tokens[start + 2 : pronoun.i] if each.pos in ("NOUN", "PROPN"))
    head = next(nouns, None)
    while head is not None and head.head is not None and head.base in ("compound", "amod") and head.i < head.head.i:
        head = head.head
    return head


def _stands_for(head: Token) -> Token:
    """What a relative pronoun stands for: by the tree, else the phrase before it; and a pronoun behind a topic."""
    if head.pos == "PRON" and head.i - 1 > head.sentence.start and (topic := _topic(head)) is not None:
        return topic
    found = antecedent(head)
    if found is not head and is_relative(head) and head.i > head.sentence.start and not may_speak(found):
        lead = head.parse.tokens[head.i - 1]
        near = before(lead if lead.text == "," else head) or head.parse.tokens[max(head.i - 2, head.sentence.start)]
        return near if near.pos in ("NOUN", "PROPN") and may_speak(near) else found
    if found is not head or not is_relative(head) or head.i == head.sentence.start:
        return found
    lead = head.parse.tokens[head.i - 1]
    beside = before(lead if lead.text == "," else head) or head.parse.tokens[max(head.i - 2, head.sentence.start)]
    return beside if beside.pos in ("NOUN", "PROPN", "PRON", "X") else head


def without_lead(source: Source, lead: Token) -> Source:
    """The source without the word that leads it, which a wrong tree takes in (« citant | la police »)."""
    if source.words is None or source.words.span.start > lead.start or source.words.span.end <= lead.end:
        return source
    start = lead.parse.tokens[lead.i + 1].start
    return Source(source.heads, source.actors, Words.of(lead.parse.text, start, source.words.span.end))


def apart(source: Source, said: Token) -> Source:
    """The source without what is said, which a tree may hang on it (« l'annonce par Moscou | du retrait »)."""
    if source.words is None:
        return source
    first = said.subtree()[0]
    return clipped(source, first)


def with_article(source: Source) -> Source:
    """The source with the « des » before it, which a tree that takes it for a preposition leaves out."""
    if not source.heads or source.words is None:
        return source
    parse = source.heads[0].parse
    first = parse.tokens_in(source.words.span)[0]
    lead = parse.tokens[first.i - 1] if first.i > first.sentence.start else None
    if lead is None or lead.lower != "des" or first.pos == "DET":
        return source
    return Source(source.heads, source.actors, Words.of(parse.text, lead.start, source.words.span.end))


def name_bounds(head: Token) -> tuple[int, int]:
    """The token bounds of a name: article and words of the name right around its head, nothing that hangs on it."""
    tokens, sentence = head.parse.tokens, head.sentence
    start, end = head.i, head.i + 1
    while start > sentence.start and tokens[start - 1].pos in ("DET", "PROPN", "NOUN", "ADJ"):
        start -= 1
    while end < sentence.end and tokens[end].pos == "PROPN" and not opens_person(tokens[end]):
        end += 1
    return start, end


def _nominal(head: Token) -> bool:
    if is_inverted(head):
        return True
    some = head.base == "nsubj" and (
        head.lower in bounds(head.parse.lang).some or (head.pos == "ADV" and head.first("det") is not None)
    )
    if head.pos == "ADV":
        return some
    return head.pos in _NOMINAL and (head.pos not in ("ADJ", "DET") or head.first("det") is not None or some)


def is_nobody(head: Token) -> bool:
    """Whether a pronoun stands for no one: « on », expletives, "it"."""
    if is_inverted(head) and head.lower.endswith(("elle", "elles", "ils")):
        return False
    if head.lower == "-t" or (head.base == "expl" and not _person(head)):
        return True
    if head.lower == "it" and head.base == "nsubj" and _person(head):
        return False
    return (head.pos == "PRON" or is_inverted(head)) and head.lower.lstrip("-t") in bounds(head.parse.lang).nobody


def _person(head: Token) -> bool:
    """Whether an « il » or "he" before an active verb of saying is a person, though the tree takes it for an
    expletive."""
    verb = head.head
    name = head.lower.removeprefix("-t").lstrip("-")
    return verb is not None and name in ("il", "he", "it") and verb.first("aux:pass") is None and verb.pos == "VERB"


def speaker(head: Token) -> Token:
    """Whoever speaks in a noun of speech (« selon le récit d'un marin »: the sailor); any other head is its own."""
    words = lexicon(head.parse.lang)
    if not words.is_(head, Use.SPEECH):
        return head
    tokens = head.parse.tokens
    if (teller := _who_gave(head)) is not None:
        return teller
    led, by = False, bounds(head.parse.lang).by
    for each in tokens[head.i + 1 : min(head.i + 12, head.sentence.end)]:
        if each.pos == "PUNCT" or (each.is_("VerbForm", "Fin") and each.base not in ("acl", "amod")):
            break
        led = led or each.lower in by
        if led and each.pos in ("NOUN", "PROPN") and not words.is_(each, Use.TIME):
            return each
    return next((child for child in head.children if child.rel == "nmod:poss"), head)


def _who_gave(noun: Token) -> Token | None:
    """Who gave an account that a relative clause says was given (« le récit qu'un rescapé a livré », "the account that
    a survivor gave"), by the order of words."""
    tokens, end = noun.parse.tokens, noun.sentence.end
    if noun.i + 2 >= end or tokens[noun.i + 1].lower not in THAT:
        return None
    for token in tokens[noun.i + 2 : end]:
        if token.pos in ("PUNCT", "ADP", "VERB", "AUX"):
            return None
        if token.pos in ("NOUN", "PROPN") and may_speak(token):
            return token
    return None


def _named_person(head: Token, who: Who) -> tuple[str, ...]:
    """The actors of the person whose name ends a function, behind a comma or not (« l'ancien ministre de justice et
    police Jean Petit », "the chairman of the local council, John Hill,")."""
    tokens, end = head.parse.tokens, min(head.i + _NEAR + 1, head.sentence.end)
    words = lexicon(head.parse.lang)
    if head.pos not in ("NOUN", "PROPN") or not words.is_(head, Use.PERSON):
        return ()
    for i in range(head.i + 1, end):
        before, token = tokens[i - 1], tokens[i]
        opens = any(each.label == "PER" and each.start == i for each in token.parse.entities)
        function = words.is_(before, Use.PERSON) or before.lower in bounds(head.parse.lang).titles
        joined = tokens[i - 2].lower in AND and before.pos != "PROPN"  # « ministre de justice et police Jean Petit »
        theirs = before is not head and before.text != "," and function and not joined
        if opens and (before.text == "," or before.pos in ("NOUN", "PROPN", "ADJ", "NUM")):
            return () if theirs else who(token)
        titled = before.text == "," and token.pos == "PROPN" and i - head.i < _NEAR  # « , Mallam Suleiman Bello, »
        if (before.text == "," and not titled) or not (token.text == "," or token.pos in _FUNCTION):
            return ()
    return ()


def named_beside(head: Token, who: Who) -> tuple[str, ...]:
    """The actors of the name that stands beside a function, by the tree or behind a comma (« l'inspecteur de Lyon,
    Jean Petit »)."""
    for child in head.children:
        if child.base in ("appos", "flat") and child.pos == "PROPN" and (actors := who(child)):
            return actors
    tokens, sentence = head.parse.tokens, head.sentence
    for i in range(head.i + 1, min(head.i + _NEAR, sentence.end - 1)):
        if tokens[i].text == ",":
            return who(tokens[i + 1]) if tokens[i + 1].pos == "PROPN" else ()
        if tokens[i].pos not in ("NOUN", "PROPN", "ADJ", "ADP", "DET"):
            return ()
    return ()


def _owner_actors(head: Token, who: Who) -> tuple[str, ...]:
    """The actors that a paper is by or of (« un communiqué du ministère »), nearest first; a person whose man or friend
    speaks (« un proche du maire ») is not who speaks."""
    words, by = lexicon(head.parse.lang), ("", *bounds(head.parse.lang).by)
    paper = any(words.is_(head, use) for use in (Use.DOCUMENT, Use.SPEECH, Use.REPORTS, Use.REPORT_NOUN))
    for child in sorted(head.subtree(), key=lambda token: abs(token.i - head.i)):
        path = _path(child, head)
        apart = any(each.base == "acl" or preposition(each) not in by for each in path)
        inside = child is not head and len(path) <= _DEEP and not apart
        names = inside and child.base in ("nmod", "amod", "appos", "flat", "compound", "det")
        if names and (paper or not (preposition(child) and _is_person(child))) and (actors := who(child)):
            return actors
    return ()


def _is_person(token: Token) -> bool:
    """Whether a word stands in the name of a person."""
    return any(each.label == "PER" and each.start <= token.i < each.end for each in token.parse.entities)


def _path(token: Token, top: Token) -> list[Token]:
    found = [token]
    while found[-1] is not top and found[-1].head is not None:
        found.append(found[-1].head)
    return found[:-1]
