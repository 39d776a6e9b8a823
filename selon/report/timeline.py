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

Key = tuple[str, str, str, str, str]


@dataclass(slots=True)
class Entry:
    """One deed at one time: as the first document tells it, and who tells it."""

    start: str
    value: str
    event: Event
    card: Card
    told: dict[str, None] = field(default_factory=dict)


def timeline(records: Sequence[Record]) -> list[Entry]:
    """The events that have a day or a month, in order of time.

    Events of the same time, type, factuality and parties are one entry, with every document that tells them.
    """
    found: dict[Key, Entry] = {}
    for record in records:
        shown = view(record)
        events = {event.id: event for event in record.events}
        for card in (*shown.news, *shown.background):
            event = events[card.id]
            if event.time is None or not event.time.start or len(event.time.value) < 7 or not event.actors:
                continue
            entry = found.setdefault(_key(event, record), Entry(event.time.start, event.time.value, event, card))
            entry.told.setdefault(_teller(card, record, shown.words))
    return sorted(found.values(), key=lambda entry: (entry.start, entry.value, -len(entry.told)))


def _key(event: Event, record: Record) -> Key:
    codes = {actor.id: actor.country or actor.name for actor in record.actors}
    assert event.time is not None
    who, whom = (",".join(sorted({codes[each] for each in ids})) for ids in (event.actors, event.recipients))
    said = "" if event.factuality is Factuality.ASSERTED else event.factuality.value
    return event.time.value, event.type.value, said, who, whom


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
