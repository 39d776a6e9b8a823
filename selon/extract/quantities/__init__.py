"""Quantities: how many were killed, wounded, arrested, how many marched, how much money.

A trigger in its tree comes in, the numbers of its clause go out, each with what it counts, its bounds, and its words.
Data: `{fr,en}/quantities.yml`.
"""

from selon.extract.quantities.count import Count, counts_in
from selon.extract.quantities.words import QuantityWords, quantity_words
from selon.model.event import Quantity
from selon.model.ontology import EventType, QuantityOf
from selon.parse.clause import chain_up
from selon.parse.tree import Parse, Token

__all__ = ["quantities_of"]

_PEOPLE = (EventType.PROTEST, EventType.MOBILIZE)


def quantities_of(head: Token, type_: EventType, parse: Parse) -> tuple[Quantity, ...]:
    """The numbers that belong to the event anchored at `head`, in text order."""
    words = quantity_words(parse.lang)
    found = []
    for count in counts_in(head.sentence, words):
        if not _belongs(count.noun, head):
            continue
        what = _what(count, head, type_, words)
        if what is not None:
            low, high = count.low, count.high
            found.append(Quantity(what, low, high, count.about, count.words.text, count.words.span))
    return tuple(found)


def _belongs(noun: Token, head: Token) -> bool:
    """Whether the counted noun is an argument of the event, or of the verb that carries a nominal event."""
    above = list(chain_up(noun))
    for token in above[:5]:
        if token is head or (head.head is not None and token is head.head and head.base in ("nsubj", "obj", "obl")):
            return True
        if token.base in ("acl", "parataxis") and token is not noun and token.pos == "VERB" and head.i > token.i:
            return False
    return False


def _what(count: Count, head: Token, type_: EventType, words: QuantityWords) -> QuantityOf | None:
    lemma = count.noun.lemma.lower()
    for each in (lemma, count.noun.lower):
        if each in words.nouns:
            return words.nouns[each]
    for token in chain_up(count.noun):
        if token.lemma.lower() in words.verbs and (lemma in words.people or token.base == "acl"):
            return words.verbs[token.lemma.lower()]
        if token is head:
            break
    for participle in count.noun.all("acl", "amod"):
        if participle.lemma.lower() in words.verbs:
            return words.verbs[participle.lemma.lower()]
    if type_ in _PEOPLE and lemma in words.people:
        return QuantityOf.PARTICIPANTS if type_ is EventType.PROTEST else QuantityOf.TROOPS
    return None
