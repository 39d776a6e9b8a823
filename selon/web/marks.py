"""A text cut at the borders of what is marked in it, so that marks may overlap and nest.

Made on the server from code-point offsets; the template escapes every piece.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """[start, end) is marked as `kind` (trigger, source, cue, quote, time, place, gap) and explained by `note`."""

    start: int
    end: int
    kind: str
    note: str
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with the marks over it; `first` are the marks that begin here."""

    text: str
    kinds: tuple[str, ...]
    notes: tuple[str, ...]
    events: tuple[str, ...]
    first: tuple[str, ...]
    background: bool = False


def _mark(span: Sequence[int], kind: str, note: str, event: str | None = None) -> Mark:
    return Mark(span[0], span[1], kind, note, event)


def marks_of(record: Mapping[str, Any], words: Mapping[str, str]) -> list[Mark]:
    """Everything that the record marks in its text."""
    found: list[Mark] = []
    for event in record["events"]:
        kind = " ".join(part for part in (event["type"], event["mode"]) if part)
        found.append(_mark(event["trigger"]["span"], "trigger", kind, event["id"]))
        for link in event["attribution"]:
            if link["span"]:
                found.append(_mark(link["span"], "source", words["according_to"], event["id"]))
            if link["cue"]:
                found.append(_mark(link["cue"]["span"], "cue", words["attributes"], event["id"]))
    found += [_mark(quote["content"]["span"], "quote", words["words_of_somebody"]) for quote in record["quotes"]]
    found += [_mark(time["span"], "time", time["value"]) for time in record["times"]]
    found += [_mark(place["span"], "place", place["name"] or "") for place in record["places"]]
    found += [_mark(gap["span"], "gap", words["not_known"]) for gap in record["gaps"]]
    return list(dict.fromkeys(found))


def paragraphs(text: str, marks: Sequence[Mark], background: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """The lines of a text, each as its pieces; what lies in `background` is told as such."""
    borders = {0, len(text)} | {at for mark in marks for at in (mark.start, mark.end)}
    borders |= {at for span in background for at in span}
    found: list[list[Piece]] = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        cuts = sorted({at, end} | {border for border in borders if at < border < end})
        pieces = [_piece(text, one, two, marks, background) for one, two in pairwise(cuts)]
        if line.strip():
            found.append(pieces)
        at = end + 1
    return found


def _piece(text: str, start: int, end: int, marks: Sequence[Mark], background: Sequence[tuple[int, int]]) -> Piece:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    return Piece(
        text[start:end],
        tuple(dict.fromkeys(mark.kind for mark in over)),
        tuple(dict.fromkeys(mark.note for mark in over if mark.note)),
        tuple(dict.fromkeys(mark.event for mark in over if mark.event)),
        tuple(mark.event for mark in over if mark.event and mark.kind == "trigger" and mark.start == start),
        any(one <= start and end <= two for one, two in background),
    )
