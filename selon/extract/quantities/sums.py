"""Numbers told in one breath are one number: « quatre soldats et un civil ont été tués » are five killed."""

from collections.abc import Iterator, Sequence

from selon.extract.quantities.count import Count
from selon.extract.quantities.words import QuantityWords
from selon.model.event import Quantity
from selon.model.ontology import QuantityOf
from selon.model.span import Span
from selon.parse.tree import Sentence

# What people become is summed; sums of money in two currencies are not, nor ships and planes.
_SUMMED = frozenset((
    QuantityOf.KILLED, QuantityOf.WOUNDED, QuantityOf.MISSING, QuantityOf.ARRESTED, QuantityOf.KIDNAPPED,
    QuantityOf.RELEASED, QuantityOf.SENTENCED, QuantityOf.EXPELLED, QuantityOf.TROOPS,
))  # fmt: skip


def summed(found: Sequence[tuple[Count, Quantity]], sentence: Sentence, words: QuantityWords) -> Iterator[Quantity]:
    """The quantities in text order, those of the same kind that are only joined by « et » or a comma as one."""
    last: tuple[Count, Quantity] | None = None
    for count, told in found:
        quantity = _with_own(count, told, sentence, words)
        if last is not None and _are_joined(*last, count, quantity, sentence):
            last = (count, _sum(last[1], quantity, sentence))
            continue
        if last is not None:
            yield last[1]
        last = (count, quantity)
    if last is not None:
        yield last[1]


def _are_joined(one: Count, told: Quantity, other: Count, next_: Quantity, sentence: Sentence) -> bool:
    if told.what is not next_.what or told.what not in _SUMMED or one.bare:
        return False
    between = [each for each in sentence.tokens if one.noun.i < each.i < other.first]
    plain = all(
        each.pos in ("CCONJ", "ADJ", "DET") or each.text == "," or each.is_("VerbForm", "Part") for each in between
    )
    return plain and any(each.pos == "CCONJ" or each.text == "," for each in between)


def _with_own(count: Count, told: Quantity, sentence: Sentence, words: QuantityWords) -> Quantity:
    """With one more of somebody's behind « et »: "a councillor and his driver"."""
    after = sentence.tokens[count.noun.i + 1 - sentence.start :]
    at = next((i for i, each in enumerate(after) if each.pos != "ADJ"), 0)
    owned = after[at + 1 : at + 5]
    if told.what not in _SUMMED or told.low is None or not owned:
        return told
    if after[at].pos != "CCONJ" or owned[0].lower not in words.own:
        return told
    noun = next((each for each in owned[1:] if each.pos == "NOUN"), None)
    if noun is None or noun.is_("Number", "Plur") or noun.lemma.lower() not in words.people:
        return told
    span = Span(told.span.start, noun.end)
    high = None if told.high is None else told.high + 1
    return Quantity(told.what, told.low + 1, high, told.about, sentence.parse.text[span.start : span.end], span)


def _sum(one: Quantity, other: Quantity, sentence: Sentence) -> Quantity:
    low = one.low + other.low if one.low is not None and other.low is not None else one.low
    high = one.high + other.high if one.high is not None and other.high is not None else None
    span = Span(one.span.start, other.span.end)
    text = sentence.parse.text[span.start : span.end]
    return Quantity(one.what, low, high, one.about or other.about, text, span)
