"""Numbers told in one breath are one number: « quatre soldats et un civil ont été tués » are five killed."""

from collections.abc import Iterator, Sequence

from selon.extract.quantities.count import Count
from selon.extract.quantities.words import QuantityWords
from selon.model.event import Quantity
from selon.model.ontology import QuantityOf
from selon.model.span import Span
from selon.parse.tree import Sentence, Token

# What people become is summed; sums of money in two currencies are not, nor ships and planes.
_SUMMED = frozenset((
    QuantityOf.KILLED, QuantityOf.WOUNDED, QuantityOf.MISSING, QuantityOf.ARRESTED, QuantityOf.KIDNAPPED,
    QuantityOf.RELEASED, QuantityOf.SENTENCED, QuantityOf.EXPELLED, QuantityOf.TROOPS,
))  # fmt: skip
# What is told of people one by one.
_LISTED = frozenset((QuantityOf.KILLED, QuantityOf.WOUNDED, QuantityOf.ARRESTED, QuantityOf.KIDNAPPED))


def summed(found: Sequence[tuple[Count, Quantity]], sentence: Sentence, words: QuantityWords) -> Iterator[Quantity]:
    """The quantities in text order, those of the same kind that are only joined by « et » or a comma as one."""
    last: tuple[Count, Quantity] | None = None
    for count, told in found:
        quantity = _with_own(count, _with_singles(count, told, sentence, words), sentence, words)
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


def _with_singles(count: Count, told: Quantity, sentence: Sentence, words: QuantityWords) -> Quantity:
    """With the single people named before the counted in a list: « le chef, son adjoint et un cuisinier » are three."""
    leader = count.noun.head if count.noun.base == "conj" else None
    if told.what not in _LISTED or told.low is None or leader is None:
        return told
    before = [each for each in (leader, *leader.all("conj")) if each.i < count.first]
    if not before or any(_has_number(each) or not _is_one(each, words) for each in before):
        return told
    span = Span(min(token.start for each in before for token in (each, *each.all("det"))), told.span.end)
    high = None if told.high is None else told.high + len(before)
    text = sentence.parse.text[span.start : span.end]
    return Quantity(told.what, told.low + len(before), high, told.about, text, span)


def _is_one(noun: Token, words: QuantityWords) -> bool:
    """Whether a noun is one person: a singular word for people, or the name of a person."""
    named = any(each.label == "PER" for each in noun.parse.entities_at(noun.i))
    known = noun.pos == "NOUN" and (noun.lemma.lower() in words.people or noun.lower in words.people)
    return named or (known and not noun.is_("Number", "Plur"))


def _has_number(noun: Token) -> bool:
    return noun.first("nummod") is not None


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
