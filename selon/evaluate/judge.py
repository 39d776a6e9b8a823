"""One gold document and its record → what is right and what is wrong in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from selon.evaluate.gold import GoldDocument, GoldEvent, GoldQuantity, Parties
from selon.evaluate.lists import gap_found, place_right, quote_found, time_found
from selon.evaluate.parties import (
    chain_right,
    forms_right,
    homes_covered,
    homes_equal,
    parties_right,
    places_of,
    sectors_right,
)
from selon.model.actor import Actor
from selon.model.event import Event, Quantity
from selon.model.record import Record


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is right of one gold event; None where there is nothing to judge. `event` is its counterpart, if any."""

    gold: GoldEvent
    event: Event | None
    top: str | None
    marks: dict[str, bool | None]

    def right(self, mark: str) -> bool:
        """Whether a mark is met."""
        return self.marks.get(mark) is True


@dataclass(frozen=True, slots=True)
class Judgement:
    """All verdicts on one document, and what it has beyond the gold."""

    gold: GoldDocument
    record: Record
    verdicts: tuple[Verdict, ...]
    extra: tuple[Event, ...]
    lists: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    """Quotes, gaps, times, places: how many of the gold are found, how many there are, how many the record has."""

    @property
    def events(self) -> int:
        """How many events the record has."""
        return len(self.record.events)


def judge(gold: GoldDocument, record: Record) -> Judgement:
    """Compares a record with its gold."""
    pairs = _pairs(gold, record)
    verdicts = tuple(_verdict(gold, one, event, record) for one, event in pairs)
    taken = {event.id for _, event in pairs if event is not None}
    extra = tuple(event for event in record.events if event.id not in taken)
    return Judgement(gold, record, verdicts, extra, _lists(gold, record))


def _pairs(gold: GoldDocument, record: Record) -> list[tuple[GoldEvent, Event | None]]:
    """Each gold event with its counterpart: of its type and at its place, each event used once, best pairs first."""
    actors = {actor.id: actor for actor in record.actors}
    ranked = sorted(
        (
            (_likeness(gold, one, event, actors), -number, -place)
            for number, one in enumerate(gold.events)
            for place, event in enumerate(record.events)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for likeness, number, place in ranked:
        if likeness > 0 and -number not in found and -place not in found.values():
            found[-number] = -place
    return [(one, record.events[found[n]] if n in found else None) for n, one in enumerate(gold.events)]


def _likeness(gold: GoldDocument, one: GoldEvent, event: Event, actors: dict[str, Actor]) -> float:
    """How well an event fits; 0 for one that cannot be meant: of another type, or in another place of an article."""
    near = _at_trigger(gold, one, event)
    if event.type.value not in one.types or (gold.article and not near and not _in_sentence(gold, one, event)):
        return 0
    doers, others = _sides(one, event, actors)
    good = parties_right(one.actors, doers) + parties_right(one.recipients, others)
    # In a sentence the parties decide (several events may share a word), in an article the place does.
    weight = (3, 1) if gold.article else (1, 2)
    # Among those alike, a denial is no counterpart of what is asserted.
    told = one.factuality in (None, event.factuality.value)
    return 1 + weight[0] * near + weight[1] * good + (event.type.value == one.type) + (told + event.confidence) / 4


def _at_trigger(gold: GoldDocument, one: GoldEvent, event: Event) -> bool:
    inside = [place for words in one.trigger for place in places_of(words, gold.text)]
    if gold.article:
        sentences = places_of(one.sentence_start, gold.text) if one.sentence_start else []
        inside = [
            place for place in inside if not sentences or any(event.sentence.covers(start) for start in sentences)
        ]
    return any(event.trigger.span.overlaps(place) for place in inside)


def _in_sentence(gold: GoldDocument, one: GoldEvent, event: Event) -> bool:
    """For a trigger of several words that the record cuts in another way: the sentence decides."""
    return any(
        event.sentence.overlaps(start)
        for start in (places_of(one.sentence_start, gold.text) if one.sentence_start else [])
    )


def _verdict(gold: GoldDocument, one: GoldEvent, event: Event | None, record: Record) -> Verdict:
    best = max(record.events, key=lambda each: (each.confidence, -each.trigger.span.start), default=None)
    marks: dict[str, bool | None] = {"type": event is not None}
    if event is not None:
        marks |= _marks(gold, one, event, record)
    return Verdict(one, event, best.type.value if best else None, marks)


def _marks(gold: GoldDocument, one: GoldEvent, event: Event, record: Record) -> dict[str, bool | None]:
    actors = {actor.id: actor for actor in record.actors}
    doers, others = _sides(one, event, actors)
    chains = one.chains or ()
    chain = next((each for each in chains if chain_right(each, event.attribution, actors, gold.text)), None)
    return {
        "countries": homes_covered(one.actors, doers) and homes_covered(one.recipients, others),
        "countries_exact": homes_equal(one.actors, doers) and homes_equal(one.recipients, others),
        "actor_sector": sectors_right(one.actors, doers) if _told(one.actors) else None,
        "recipient_sector": sectors_right(one.recipients, others) if _told(one.recipients) else None,
        "sectors": sectors_right(one.actors, doers) and sectors_right(one.recipients, others),
        "parties": parties_right(one.actors, doers) and parties_right(one.recipients, others),
        "chain": (chain is not None) if chains else None,
        "chain_where_some": (chain is not None) if chains and chains[0] else None,
        "form": forms_right(chain, event.attribution) if chain and any(link.form for link in chain) else None,
        "factuality": event.factuality.value == one.factuality if one.factuality else None,
        "mode": (event.mode.value if event.mode else None) == one.mode if gold.article or one.mode else None,
        "time": (event.time is not None and event.time.value == one.time.value)
        if one.time and one.time.value
        else None,
        "place": place_right(one.place, event.place) if one.place else None,
        "background": event.background == one.background if one.background is not None else None,
        "quantities": _numbers(one.quantities, event.quantities) if one.quantities else None,
    }


def _told(parties: Parties) -> bool:
    """Whether the gold says anything of the sectors of these parties."""
    return any(actor.sectors is not None for actor in parties or ())


def _numbers(gold: Sequence[GoldQuantity], found: Sequence[Quantity]) -> bool:
    ours = {(each.what.value, each.low, each.high) for each in found}
    return all((each.what, each.low, each.high) in ours for each in gold)


def _sides(one: GoldEvent, event: Event, actors: dict[str, Actor]) -> tuple[list[Actor], list[Actor]]:
    """Who acts, and to or with whom. Of several who do it together (« A et B »), one may stand as the other side."""
    doers, others = _of(event.actors, actors), _of(event.recipients, actors)
    if one.recipients == () and one.actors is not None and len(one.actors) > 1:
        return [*doers, *others], []
    return doers, others


def _of(ids: Sequence[str], actors: dict[str, Actor]) -> list[Actor]:
    return [actors[each] for each in ids]


def _lists(gold: GoldDocument, record: Record) -> dict[str, tuple[int, int, int]]:
    actors = {actor.id: actor for actor in record.actors}
    quotes = [quote for quote in gold.quotes if not quote.optional]
    free = [quote for quote in gold.quotes if quote.optional]
    wanted = [each for each in record.quotes if any(quote_found(quote, [each], actors) for quote in quotes)]
    given = [each for each in record.quotes if each in wanted or not any(quote_found(q, [each], actors) for q in free)]
    found = {
        "quotes": (sum(quote_found(each, record.quotes, actors) for each in quotes), len(quotes), len(given)),
        "gaps": (sum(gap_found(each, record.gaps) for each in gold.gaps), len(gold.gaps), len(record.gaps)),
        "times": (sum(time_found(each, record.times) for each in gold.times), len(gold.times), len(record.times)),
        "places": (
            sum(any(place_right(each, other) for other in record.places) for each in gold.places),
            len(gold.places),
            len(record.places),
        ),
    }
    return {name: each for name, each in found.items() if name in gold.marked}
