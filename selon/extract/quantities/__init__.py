"""Quantities: how many were killed, wounded, arrested, how many marched, how much money.

A trigger in its tree comes in, the numbers of its event go out, each with what it counts, its bounds, and its words.
Data: `{fr,en}/quantities.yml`. The steps: numbers, count (what is counted, with « au moins »), what (it says of
an event), belong (to which event), sums (of what is told in one breath).
"""

from functools import lru_cache

from selon.extract.quantities.belong import belongs, suits
from selon.extract.quantities.count import Count, counts_in
from selon.extract.quantities.sums import summed
from selon.extract.quantities.what import what_of
from selon.extract.quantities.words import QuantityWords, quantity_words
from selon.model.event import Quantity
from selon.model.ontology import EventType, QuantityOf
from selon.parse.tree import Parse, Sentence, Token

__all__ = ["quantities_of"]


def quantities_of(head: Token, type_: EventType, parse: Parse) -> tuple[Quantity, ...]:
    """The numbers that belong to the event anchored at `head`, in text order."""
    words = quantity_words(parse.lang)
    found: list[tuple[Count, Quantity]] = []
    for count in _counts(head.sentence):
        what = what_of(count, head, type_, words)
        if what is None and found and _is_elliptic(count, found[-1][0], words):
            what = found[-1][1].what
            found.append(_of(count, what))
            continue
        if what is not None and suits(what, type_) and belongs(count.noun, what, head, words):
            found.append(_of(count, what))
    return tuple(summed(found, head.sentence, words))


def _of(count: Count, what: QuantityOf) -> tuple[Count, Quantity]:
    return count, Quantity(what, count.low, count.high, count.about, count.words.text, count.words.span)


def _is_elliptic(count: Count, before: Count, words: QuantityWords) -> bool:
    """Whether a bare number counts what the number before it does: by another's count (« 53 morts selon l'armée, 70
    selon les rebelles »), or on another side (« douze morts côté armée et 37 côté rebelles »)."""
    sentence = count.noun.sentence
    at = count.noun.i + 1
    behind = sentence.parse.tokens[at].lower if at < sentence.end else ""
    between = sentence.parse.tokens[before.noun.i + 1 : count.first]
    verbs = any(each.pos in ("VERB", "AUX") or each.text in (":", ".") for each in between)
    return count.bare and not verbs and behind in (*words.sides, *words.sourced)


@lru_cache(maxsize=1)
def _counts(sentence: Sentence) -> tuple[Count, ...]:
    """The counts of a sentence, kept for its next event."""
    return tuple(counts_in(sentence, quantity_words(sentence.parse.lang)))
