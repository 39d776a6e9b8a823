"""How well stories are made: the pairs of reports in tests/cases/merge, read, merged, scored. Run: make merge-eval."""

import argparse
import tempfile
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from selon.ingest import Defaults
from selon.ingest.document import make_document
from selon.lexicon.load import load_yaml
from selon.merge import merge
from selon.model.record import Record
from selon.run import Reader
from selon.store import open_store, open_writer

PAIRS = Path(__file__).parents[1] / "cases" / "merge" / "pairs.yml"
HALVES = ("look", "keep")
Item = tuple[str, int, str]  # a report of a pair (0 or 1), and the type of its event
Clusters = Mapping[Item, Hashable]


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
    """Precision, recall and F1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


def pairs_of(half: str, path: Path = PAIRS) -> list[Pair]:
    """The pairs of a half."""
    return [pair for pair in load_yaml(path, Pair) if pair.half == half]


def gold(pairs: Sequence[Pair]) -> Clusters:
    """The story of each report's event: pairs say so, and the same text in two pairs tells the same."""
    home: dict[Item, Item] = {}

    def top(item: Item) -> Item:
        while home[item] != item:
            item = home[item]
        return item

    first: dict[tuple[str, str, str], Item] = {}
    for pair in pairs:
        for side, report in enumerate((pair.one, pair.two)):
            item = (pair.id, side, pair.type)
            home[item] = item
            home[item] = top(first.setdefault((report.text, report.date, pair.type), item))
        if pair.same:
            home[top((pair.id, 1, pair.type))] = top((pair.id, 0, pair.type))
    return {item: top(item) for item in home}


@cache
def found(half: str, path: Path = PAIRS) -> Clusters:
    """The story that each report's event was put into; one that no other tells, or that was not found, is alone."""
    pairs = pairs_of(half, path)
    reader = Reader()
    with tempfile.TemporaryDirectory() as folder:
        writer = open_writer(Path(folder) / "x.selon", selon="0", coding="c")
        sides = [(pair.id, side, each) for pair in pairs for side, each in enumerate((pair.one, pair.two))]
        writer.write([_record(reader, *each) for each in sides])
        writer.write_stories(merge(open_store(writer.database).ask))
        rows = list(open_store(writer.database).sql(_TOLD))
    told = {(row["id"], row["type"]): row["story_id"] for row in rows}
    items = [(pair.id, side, pair.type) for pair in pairs for side in (0, 1)]
    return {item: told.get((f"{item[0]}-{item[1]}", item[2]), item) for item in items}


_TOLD = """
select d.id, s.type, s.story_id
from story_events e join stories s using (story_id) join documents d using (document_id)
order by s.documents, s.story_id"""


def _record(reader: Reader, id: str, side: int, report: Report) -> Record:
    known = {"id": f"{id}-{side}", "publisher": report.publisher, "published_at": report.date}
    return reader.read(make_document(report.text, id, known, Defaults(report.lang)))


def judged(half: str, path: Path = PAIRS) -> dict[str, tuple[bool, bool]]:
    """For each pair of a half: whether it is one event, and whether it was joined."""
    story = found(half, path)
    return {
        pair.id: (pair.same, story[(pair.id, 0, pair.type)] == story[(pair.id, 1, pair.type)])
        for pair in pairs_of(half, path)
    }


def of_pairs(results: Sequence[tuple[bool, bool]]) -> Score:
    """The score of (is one event, was joined) pairs."""
    right = sum(same and joined for same, joined in results)
    return Score(right / (sum(joined for _, joined in results) or 1), right / (sum(same for same, _ in results) or 1))


def pairwise(wanted: Clusters, got: Clusters) -> Score:
    """Over all pairs of events."""
    return of_pairs([(wanted[a] == wanted[b], got[a] == got[b]) for a, b in combinations(sorted(wanted), 2)])


def b_cubed(wanted: Clusters, got: Clusters) -> Score:
    """Over all events: how much of an event's story is right, how much of its right story is there (Bagga and Baldwin).

    >>> one, two, three = ("a", 0, "AID"), ("b", 0, "AID"), ("c", 0, "AID")
    >>> b_cubed({one: 1, two: 1, three: 2}, {one: 1, two: 1, three: 1}).recall
    1.0
    """
    shares = [_shares(item, wanted, got) for item in wanted]
    return Score(sum(right for right, _ in shares) / len(shares), sum(there for _, there in shares) / len(shares))


def _shares(item: Item, wanted: Clusters, got: Clusters) -> tuple[float, float]:
    mine = {other for other in got if got[other] == got[item]}
    right = {other for other in wanted if wanted[other] == wanted[item]}
    return len(mine & right) / len(mine), len(mine & right) / len(right)


def main() -> None:
    """Prints the figures of both halves, and the pairs that are wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "pairs", nargs="?", type=Path, default=PAIRS, help="Also what selon export --format gold wrote."
    )
    path = parser.parse_args().pairs
    for half in [half for half in HALVES if pairs_of(half, path)]:
        wanted, got, results = gold(pairs_of(half, path)), found(half, path), judged(half, path)
        print(f"{half}: {len(results)} pairs, {len(wanted)} events, {len(set(wanted.values()))} stories")
        scores = {
            "the pairs": of_pairs(list(results.values())),
            "pairwise": pairwise(wanted, got),
            "B-cubed": b_cubed(wanted, got),
        }
        for name, score in scores.items():
            print(f"  {name:10} F1 {score.f1:.3f}  precision {score.precision:.3f}  recall {score.recall:.3f}")
        for id, (same, joined) in results.items():
            if same != joined:
                print(f"  wrong: {id} ({'one event, not joined' if same else 'two events, joined'})")


if __name__ == "__main__":
    main()
