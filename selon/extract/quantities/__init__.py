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
from selon.extract.quantities.words import quantity_words
from selon.model.event import Quantity
from selon.model.ontology import EventType
from selon.parse.tree import Parse, Sentence, Token

__all__ = ["quantities_of"]


def quantities_of(head: Token, type_: EventType, parse: Parse) -> tuple[Quantity, ...]:
    """The numbers that belong to the event anchored at `head`, in text order."""
    words = quantity_words(parse.lang)
    found = []
    for count in _counts(head.sentence):
        what = what_of(count, head, type_, words)
        if what is not None and suits(what, type_) and belongs(count.noun, what, head, words):
            found.append(
                (count, Quantity(what, count.low, count.high, count.about, count.words.text, count.words.span))
            )
    return tuple(summed(found, head.sentence, words))


@lru_cache(maxsize=1)
def _counts(sentence: Sentence) -> tuple[Count, ...]:
    """The counts of a sentence, kept for its next event."""
    return tuple(counts_in(sentence, quantity_words(sentence.parse.lang)))
