"""One timeline of several records: what is reported for each day, by which documents, according to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from selon.model.event import Event
from selon.model.ontology import Factuality
from selon.model.record import Record
from selon.report.dates import day_in_words
from selon.report.labels import Labels, labels
from selon.report.terminal import wrapped
from selon.report.view import Card, view

Key = tuple[str, str, str, str]


@dataclass(slots=True)
class Entry:
    """One deed at one time: as the first document tells it, and who tells it."""

    start: str
    value: str
    event: Event
    card: Card
    whom: frozenset[str]
    told: dict[str, None] = field(default_factory=dict)


def timeline(records: Sequence[Record]) -> list[Entry]:
    """The events that have a day or a month, in order of time.

    Events of the same time, type, factuality and parties are one entry, with every document that tells them; a document
    may leave out to whom it happened.
    """
    found: dict[Key, list[Entry]] = {}
    for record in records:
        shown = view(record)
        events = {event.id: event for event in record.events}
        for card in (*shown.news, *shown.background):
            event = events[card.id]
            if event.time is None or not event.time.start or len(event.time.value) < 7 or not event.actors:
                continue
            whom = _countries(event.recipients, record)
            entries = found.setdefault(_key(event, record), [])
            entry = next((each for each in entries if each.whom == whom or not (each.whom and whom)), None)
            if entry is None:
                entry = Entry(event.time.start, event.time.value, event, card, whom)
                entries.append(entry)
            elif whom and not entry.whom:
                entry.whom, entry.event, entry.card = whom, event, card
            entry.told.setdefault(_teller(card, record, shown.words))
    every = [entry for entries in found.values() for entry in entries]
    return sorted(every, key=lambda entry: (entry.start, entry.value, -len(entry.told)))


def _key(event: Event, record: Record) -> Key:
    assert event.time is not None
    said = "" if event.factuality is Factuality.ASSERTED else event.factuality.value
    return event.time.start or "", event.type.value, said, ",".join(sorted(_countries(event.actors, record)))


def _countries(ids: Sequence[str], record: Record) -> frozenset[str]:
    """The countries of actors, or their names where they have none."""
    homes = {actor.id: actor.country or actor.name for actor in record.actors}
    return frozenset(homes[each] for each in ids)


def _teller(card: Card, record: Record, words: Labels) -> str:
    """« Agence Taïga, selon le ministère de la Défense »."""
    name = record.document.publisher or record.document.id
    mouths = " → ".join(mouth.party.name for mouth in card.tellings[0].chain)
    return f"{name}, {words.word['according_to']} {mouths}" if mouths else name


def show(entries: Sequence[Entry], console: Console, lang: str) -> None:
    """Prints a timeline in the words of `lang`; the parties are named as the first document names them."""
    for line in _lines(entries, console, labels(lang)):
        console.print(line, soft_wrap=True)


def _lines(entries: Sequence[Entry], console: Console, words: Labels) -> Iterator[Text]:
    last = ""
    for entry in entries:
        day = day_in_words(entry.value, words) or entry.value
        if day != last:
            yield Text()
            yield Text(day, style="bold cyan")
        last, card = day, entry.card
        label, status = words.of_event(entry.event), words.factuality[entry.event.factuality.value]
        line = Text.assemble((label[:1].upper() + label[1:], "bold"))
        if status:
            line.append(f" ({status})", style="bold")
        who, whom = (", ".join(party.name for party in parties) for parties in (card.who, card.whom))
        line.append(f" — {who}" + (f" → {whom}" if whom else ""))
        yield from wrapped(line, console, 2, 4)
        for teller in entry.told:
            yield from wrapped(Text(teller, style="dim"), console, 6, 8)
