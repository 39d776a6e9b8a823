"""A record as one self-contained page: the text with its evidence marked, and the events beside it.

Nothing is loaded from elsewhere and no script runs; every word of the document is escaped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from selon.model.event import Event
from selon.model.record import Record
from selon.model.span import Span
from selon.report.view import (
    Names,
    amount,
    background,
    chain,
    headline,
    missing,
    news,
    quotes_by_speaker,
    status,
    tellings,
    when,
    where,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text with what is marked over it: kinds such as `trigger`, and the event it belongs to."""

    text: str
    kinds: tuple[str, ...]
    event: str | None
    title: str


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: str
    event: str | None
    title: str


def page_of(record: Record) -> str:
    """The HTML of a record's page."""
    names = Names.of(record)
    return _template().render(
        document=record.document,
        paragraphs=_paragraphs(record, names),
        sections=[
            ("News", _cards(record, news(record), names)),
            ("Background", _cards(record, background(record), names)),
        ],
        quotes=[(names.one(who) if who else "speaker not named", told) for who, told in quotes_by_speaker(record)],
        gaps=[(missing(gap.missing), gap.text, chain(gap.attribution, names), gap.about) for gap in record.gaps],
        version=record.selon,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("page.html.jinja")


def _cards(record: Record, events: Sequence[Event], names: Names) -> list[dict[str, object]]:
    return [_card(record, event, names) for event in events]


def _card(record: Record, event: Event, names: Names) -> dict[str, object]:
    told = tellings(record, event)
    place = next((each.place for each in told if each.place is not None), None)
    time = next((each.time for each in told if each.time is not None), None)
    facts = [("where", where(place)), ("when", when(time))]
    facts.append(("numbers", ", ".join(amount(each) for one in told for each in one.quantities)))
    return {
        "id": event.id,
        "type": event.type.value,
        "head": headline(event),
        "status": status(event),
        "who": names.many(event.actors),
        "whom": names.many(event.recipients) if event.recipients else "",
        "facts": [(name, value) for name, value in facts if value],
        "tellings": [(each.id, chain(each.attribution, names), each.trigger.text) for each in told],
    }


def _paragraphs(record: Record, names: Names) -> list[list[Piece]]:
    """The text cut into paragraphs, and these into stretches that share their marks."""
    text = record.document.text
    marks = _marks(record, names)
    found: list[list[Piece]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            found.append(_pieces(text, start, end, marks))
        start = end + 1
    return found


def _marks(record: Record, names: Names) -> list[_Mark]:
    marks = []
    for event in record.events:
        told = f"{headline(event)}: {names.many(event.actors)}" + (
            f" → {names.many(event.recipients)}" if event.recipients else ""
        )
        marks.append(_Mark(event.trigger.span, "trigger", event.id, told))
        for link in event.attribution:
            if link.span is not None:
                marks.append(_Mark(link.span, "source", None, "source"))
            if link.cue is not None:
                marks.append(_Mark(link.cue.span, "cue", None, "says that somebody says it"))
    marks += [_Mark(time.span, "time", None, f"time: {time.value}") for time in record.times]
    marks += [_Mark(place.span, "place", None, f"place: {where(place)}") for place in record.places]
    marks += [_Mark(gap.span, "gap", None, f"not known: {missing(gap.missing)}") for gap in record.gaps]
    marks += [
        _Mark(quote.content.span, "quote", None, "quotation")
        for quote in record.quotes
        if quote.kind.value != "indirect"
    ]
    return marks


def _pieces(text: str, start: int, end: int, marks: Sequence[_Mark]) -> list[Piece]:
    inside = [mark for mark in marks if mark.span.start < end and mark.span.end > start]
    cuts = {start, end}
    for mark in inside:
        cuts.update(edge for edge in mark.span if start < edge < end)
    edges = sorted(cuts)
    return [_piece(text, Span(one, two), inside) for one, two in pairwise(edges)]


def _piece(text: str, span: Span, marks: Sequence[_Mark]) -> Piece:
    over = [mark for mark in marks if mark.span.covers(span)]
    kinds = tuple(dict.fromkeys(mark.kind for mark in over))
    event = next((mark.event for mark in over if mark.event), None)
    titles = dict.fromkeys(mark.title for mark in over if mark.kind != "quote")
    return Piece(span.cut(text), kinds, event, " · ".join(titles))
