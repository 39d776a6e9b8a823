"""The files that analysts load have the columns that were published, in that order (`../shared/EXPORTS.md`)."""

import json
import re
from pathlib import Path

import pytest

from selon.store import Store, open_store, open_writer
from selon.store.export import export
from selon.store.export.columns import columns
from tests.store.records import record

LISTS = Path(__file__).parents[3] / "shared" / "EXPORTS.md"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not LISTS.is_file(), reason="needs ../shared/EXPORTS.md, which is not there for a user"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    writer = open_writer(tmp_path_factory.mktemp("export") / "news.selon", selon="0", coding="c")
    writer.write([record()])
    return open_store(writer.database)


def _published(name: str) -> list[str]:
    """The columns of a format, without what stands in brackets beside a name."""
    text = LISTS.read_text(encoding="utf-8")
    found = re.search(rf"^\*\*{re.escape(name)}\*\*[^:]*:(.*)$", text, re.MULTILINE)
    assert found, name
    listed = re.sub(r"\([^()]*\)", "", found[1]).strip().rstrip(".")
    return [re.sub(r"\s+", " ", each).strip() for each in listed.split(",")]


@pytest.mark.parametrize(("format_", "name"), [("polecat", "POLECAT (40)"), ("icews", "ICEWS (20)")])
def test_headers_are_those_published(store: Store, tmp_path: Path, format_: str, name: str) -> None:
    export(store, format_, tmp_path / "x.tsv")
    header = (tmp_path / "x.tsv").read_text(encoding="utf-8").splitlines()[0].split("\t")
    assert header == _published(name)


def test_gdelt_has_the_columns_published(store: Store, tmp_path: Path) -> None:
    """Without header: the names stand in the code, their number and what is in them in the file."""
    events, mentions = columns(store, "events_gdelt"), columns(store, "mentions_gdelt")
    assert events == _published("GDELT 2.0 events (61)")
    assert mentions == _published("GDELT 2.0 mentions (16)")
    export(store, "gdelt", tmp_path / "x.CSV")
    for path, names in ((tmp_path / "x.CSV", events), (tmp_path / "x.mentions.CSV", mentions)):
        (row,) = path.read_text(encoding="utf-8").splitlines()
        assert len(row.split("\t")) == len(names)


def test_plover_has_no_field_that_was_not_published(store: Store, tmp_path: Path) -> None:
    text = LISTS.read_text(encoding="utf-8")
    listed = set(re.findall(r"\w+", text.partition("**PLOVER JSONL**")[2].partition("\n\n")[0]))
    export(store, "plover", tmp_path / "x.jsonl")
    event = json.loads((tmp_path / "x.jsonl").read_text(encoding="utf-8"))
    fields = set(event)
    for part in ("actor", "recipient"):
        fields |= set(event[part][0])
    for part in ("size", "text_info", "cite_info", "event_loc"):
        fields |= set(event[part])
    assert fields <= listed
