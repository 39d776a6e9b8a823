"""A record as one self-contained page: the text with its evidence marked, and the events beside it.

Nothing is loaded from elsewhere and no script runs; every word of the document is escaped.
"""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from selon.model.ontology import QuoteKind
from selon.model.record import Record
from selon.model.span import Span
from selon.report.dates import day_in_words, in_words
from selon.report.view import Card, View, view

_HERE = Path(__file__).parent
# The tone of a type is shown by the edge of its card and told by its label.
_TONES = {
    **dict.fromkeys(("AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"), "good"),
    **dict.fromkeys(("REQUEST", "PROTEST"), "ask"),
    **dict.fromkeys(("ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "bad"),
    "CONSULT": "talk",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text with what is marked over it; `event` is the card it leads to."""

    text: str
    kinds: tuple[str, ...]
    event: str | None
    anchors: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: str
    title: str
    event: str | None = None
    card: str | None = None


def page_of(record: Record) -> str:
    """The HTML of a record's page."""
    shown = view(record)
    word, document = shown.words.word, record.document
    date = day_in_words(document.published_at, shown.words) if document.published_at else word["no_date"]
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    page = _template().render(
        document=document,
        facts=[each for each in (document.publisher, date, word["language"], shown.words.count(_count(shown))) if each],
        paragraphs=_paragraphs(shown),
        sections=[(word["news"], shown.news), (word["background"], shown.background)],
        quotes=shown.quotes,
        unknown=shown.unknown,
        words=shown.words,
        word=word,
        tones=_TONES,
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        version=record.selon,
    )
    # A line must not end between a quotation mark and its words.
    return page.replace("« ", "«\u00a0").replace(" »", "\u00a0»")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html.jinja")


def _count(shown: View) -> int:
    return len(shown.news) + len(shown.background)


def _paragraphs(shown: View) -> list[list[Piece]]:
    """The text cut into paragraphs, and these into stretches that share their marks."""
    text = shown.record.document.text
    marks = _marks(shown)
    anchored: set[str] = set()
    found: list[list[Piece]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            found.append(_pieces(text, Span(start, end), marks, anchored))
        start = end + 1
    return found


def _marks(shown: View) -> list[_Mark]:
    record, words = shown.record, shown.words
    cards = {telling.event: card for card in (*shown.news, *shown.background) for telling in card.tellings}
    marks = []
    for event in record.events:
        card = cards[event.id]
        marks.append(_Mark(event.trigger.span, "trigger", _told(card), event.id, card.id))
        for link in event.attribution:
            if link.span is not None:
                marks.append(_Mark(link.span, "source", words.word["mark_source"]))
            if link.cue is not None:
                marks.append(_Mark(link.cue.span, "cue", words.word["mark_cue"]))
    marks += [_Mark(time.span, "time", in_words(time, words)) for time in record.times]
    marks += [_Mark(place.span, "place", place.name) for place in record.places]
    marks += [_Mark(gap.span, "gap", words.word["mark_gap"]) for gap in record.gaps]
    marks += [_Mark(quote.content.span, "quote", "") for quote in record.quotes if quote.kind is not QuoteKind.INDIRECT]
    return marks


def _told(card: Card) -> str:
    """What a mark in the text says when the pointer rests on it."""
    who, whom = (", ".join(party.name for party in parties) for parties in (card.who, card.whom))
    return f"{card.label}: {who or '…'}" + (f" → {whom}" if whom else "")


def _pieces(text: str, line: Span, marks: Sequence[_Mark], anchored: set[str]) -> list[Piece]:
    inside = [mark for mark in marks if mark.span.overlaps(line)]
    cuts = {line.start, line.end}
    for mark in inside:
        cuts.update(edge for edge in mark.span if line.start < edge < line.end)
    return [_piece(text, Span(one, two), inside, anchored) for one, two in pairwise(sorted(cuts))]


def _piece(text: str, span: Span, marks: Sequence[_Mark], anchored: set[str]) -> Piece:
    """A stretch; the first one of an event's trigger bears the event's name, so that the card can lead there."""
    over = [mark for mark in marks if mark.span.covers(span)]
    lead = next((mark for mark in over if mark.event), None)
    fresh = dict.fromkeys(mark.event for mark in over if mark.event and mark.event not in anchored)
    anchored.update(fresh)
    kinds = tuple(dict.fromkeys(mark.kind for mark in over))
    titles = dict.fromkeys(mark.title for mark in over if mark.title)
    anchors = tuple(f"in-{each}" for each in fresh)
    return Piece(span.cut(text), kinds, lead.card if lead else None, anchors, " · ".join(titles))
