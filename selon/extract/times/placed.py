"""A time of a sentence with its place in the tree, as the choice of an event's time asks for it."""

from dataclasses import dataclass

from selon.extract.times.lexicon import TimeLexicon
from selon.model.ontology import TimeMod, TimeType
from selon.model.time import TimeExpression
from selon.parse.tree import Parse, Token


@dataclass(frozen=True, slots=True)
class Placed:
    """A time with its place in the tree and its tokens [first, stop).

    `owned` when the words bind it to a noun (« l'accord de 2015 »), `attributive` when the tree does so too.
    """

    time: TimeExpression
    head: Token
    first: int
    stop: int
    owned: bool
    attributive: bool


def can_date(time: TimeExpression) -> bool:
    """Whether an expression can be the time of an event: no length, no repetition, and no mere « à ce stade »."""
    return time.type in (TimeType.DATE, TimeType.TIME) and time.value != "PRESENT_REF"


def is_blank(time: TimeExpression) -> bool:
    """Whether nothing of an expression's value is known: « au lendemain de l'annonce »."""
    return not any(letter.isdigit() for letter in time.value)


def placed_at(time: TimeExpression, parse: Parse, words: TimeLexicon) -> Placed:
    tokens = parse.tokens_in(time.span)
    first = tokens[0].i
    head = parse.head_of(first, tokens[-1].i + 1)
    before = parse.tokens[first - 1] if first > head.sentence.start else None
    owned = _owns_noun(head) or (before is not None and words.has("attributes", before.lower.rstrip("'")))
    attributive = owned
    if before is not None and len(tokens) == 1 and head.has_rel("nmod", "nummod", "flat", "appos", "amod"):
        attributive = attributive or before.pos in ("NOUN", "PROPN")
    return Placed(time, head, first, tokens[-1].i + 1, owned, attributive)


def since_first(time: TimeExpression, parse: Parse, words: TimeLexicon) -> bool:
    """« la première visite depuis 2016 »: since when there was none, not since when it goes on."""
    if time.mod is not TimeMod.ON_OR_AFTER:
        return False
    return follows_unique(parse.tokens_in(time.span)[0], words)


def follows_unique(since: Token, words: TimeLexicon) -> bool:
    """Whether « depuis » stands behind « la première », « jamais » in its clause."""
    for token in reversed(since.parse.tokens[since.sentence.start : since.i]):
        if token.text in (",", ";", ":", "(") or token.pos == "VERB":
            return False
        if words.has("unique", token.lower):
            return True
    return False


def _owns_noun(head: Token) -> bool:
    """Whether a time stands before its noun: "the 2015 deal", "Tuesday's attack"."""
    noun = head.head
    owned = head.has_rel("compound", "nmod:poss") or (head.base == "nummod" and head.text.isdecimal())
    return owned and noun is not None and head.i < noun.i and noun.pos == "NOUN"
