"""Pairs of reports in both languages: which events are joined; figures on the half that set no weight."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from selon.ingest import Defaults
from selon.ingest.document import make_document
from selon.lexicon.load import load_yaml
from selon.merge import merge
from selon.model.record import Record
from selon.run import Reader
from selon.store import open_store, open_writer

PAIRS = Path(__file__).parents[1] / "cases" / "merge" / "pairs.yml"


@dataclass(frozen=True, slots=True)
class Report:
    """One of the two texts."""

    lang: str
    date: str
    publisher: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, and whether their event of the type is one."""

    id: str
    half: str
    same: bool
    type: str
    one: Report
    two: Report


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of joined pairs."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


@cache
def joined(half: str) -> dict[str, tuple[bool, bool]]:
    """For each pair of a half: whether it is one event, and whether it was joined; all pairs in one database."""
    pairs = [pair for pair in load_yaml(PAIRS, Pair) if pair.half == half]
    reader = Reader()
    with tempfile.TemporaryDirectory() as folder:
        writer = open_writer(Path(folder) / "x.selon", selon="0", coding="c")
        sides = [(pair.id, side, each) for pair in pairs for side, each in enumerate((pair.one, pair.two))]
        writer.write([_record(reader, *each) for each in sides])
        writer.write_stories(merge(open_store(writer.database).ask))
        rows = open_store(writer.database).sql(_TOLD)
    told: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        told.setdefault((row["id"], row["type"]), set()).add(row["story_id"])
    empty: set[str] = set()
    return {
        pair.id: (
            pair.same,
            bool(told.get((f"{pair.id}-0", pair.type), empty) & told.get((f"{pair.id}-1", pair.type), empty)),
        )
        for pair in pairs
    }


_TOLD = """
select d.id, s.type, s.story_id
from story_events e join stories s using (story_id) join documents d using (document_id)"""


def _record(reader: Reader, id: str, side: int, report: Report) -> Record:
    known = {"id": f"{id}-{side}", "publisher": report.publisher, "published_at": report.date}
    return reader.read(make_document(report.text, id, known, Defaults(report.lang)))


def score(results: Sequence[tuple[bool, bool]]) -> Score:
    """The score of (is one event, was joined) pairs."""
    right = sum(same and found for same, found in results)
    return Score(right / (sum(found for _, found in results) or 1), right / (sum(same for same, _ in results) or 1))


@pytest.mark.parametrize("half", ["look", "keep"])
def test_reports_of_one_event_are_joined_and_others_are_not(half: str) -> None:
    found = joined(half)
    measured = score(list(found.values()))
    wrong = [id for id, (same, one) in found.items() if same != one]
    assert measured.f1 >= 0.8, f"F1 {measured.f1:.2f}, precision {measured.precision:.2f}; wrong: {', '.join(wrong)}"
