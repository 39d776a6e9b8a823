"""One timeline of several records."""

import dataclasses
import io

from rich.console import Console

from selon.model.record import Record
from selon.report.timeline import show, timeline


def _told_by(record: Record, publisher: str, **changes: object) -> Record:
    event = dataclasses.replace(record.events[0], **changes)  # type: ignore[arg-type]
    document = dataclasses.replace(record.document, publisher=publisher)
    return dataclasses.replace(record, document=document, events=(event, *record.events[1:]))


def test_the_same_deed_in_two_documents_is_one_entry(record: Record) -> None:
    (entry,) = timeline([record, _told_by(record, "La Dépêche", attribution=())])
    assert list(entry.told) == ["L'Éveil, selon des médias → le général Petit", "La Dépêche"]


def test_a_document_may_leave_out_to_whom(record: Record) -> None:
    (entry,) = timeline([_told_by(record, "La Dépêche", recipients=()), record])
    assert [party.name for party in entry.card.whom] == ["douze civils"]
    assert len(entry.told) == 2


def test_other_actors_are_another_entry(record: Record) -> None:
    assert len(timeline([record, _told_by(record, "La Dépêche", actors=("a2",))])) == 2


def test_what_has_no_time_is_left_out(record: Record) -> None:
    assert timeline([_told_by(record, "La Dépêche", time=None)]) == []


def test_it_is_printed_in_the_language_that_is_asked_for(record: Record) -> None:
    stream = io.StringIO()
    show(timeline([record]), Console(file=stream, width=88), "en")
    assert stream.getvalue().split("\n")[1:3] == [
        "1 March 2012",
        "  Air strike (possible) — l'armée <du> Nord → douze civils",
    ]
