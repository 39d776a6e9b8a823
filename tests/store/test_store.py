"""The database: what is written is found again, wholly or not at all, once."""

import json
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from selon.errors import StoreError
from selon.model.ontology import Factuality
from selon.model.record import dumps
from selon.store import Writer, open_store, open_writer
from selon.store.delta import append, arrow_schema, open_table
from selon.store.rows import document_key, rows_of
from selon.store.schema import BY_NAME, TABLES, VERSION, VIEW_MEANS, markdown
from selon.store.sorts import SORTS
from selon.store.tidy import DAY, tidy
from selon.store.write import Refused
from tests.store.records import record, renamed

_STORY = arrow_schema("stories").names[1:]
DOCS = Path(__file__).parents[2] / "docs" / "schema.md"


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return open_writer(tmp_path / "news.selon", selon="0", coding="c1")


def test_what_is_written_is_found(writer: Writer) -> None:
    writer.write([record()])
    found = list(open_store(writer.database).events())
    assert [(row["type"], row["actors"], row["according_to"]) for row in found] == [
        ("ASSAULT", "L'armée malienne", "une source de sécurité")
    ]


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        ({"actor": "MLI"}, 1), ({"actor": "MLIMIL"}, 1), ({"actor": "FRA"}, 0), ({"actor": "armée"}, 1),
        ({"recipient": "REB"}, 1), ({"type": "assault"}, 1), ({"type": "AID"}, 0), ({"place": "MLI"}, 1),
        ({"place": "gao"}, 1), ({"place": "NER"}, 0), ({"since": "2021-05"}, 1), ({"since": "2021-05-04"}, 0),
        ({"until": "2021-05-03"}, 1), ({"until": "2021-05"}, 1), ({"until": "2020"}, 0), ({"according_to": "MIL"}, 1),
        ({"according_to": "MED"}, 0),
        ({"publisher": "agence"}, 1), ({"factuality": "asserted"}, 1), ({"lang": "en"}, 0), ({"text": "jihadistes"}, 1),
        ({"background": True}, 0),
        ({"min_confidence": 0.9}, 1), ({"min_confidence": 0.91}, 0), ({"mode": "firearms", "actor": "MLI"}, 1),
    ],
)  # fmt: skip
def test_filters_keep_what_fits(tmp_path_factory: pytest.TempPathFactory, filters: dict[str, Any], fits: int) -> None:
    assert len(_shared_store(tmp_path_factory).events(**filters)) == fits


_STORES: dict[str, str] = {}


def _shared_store(factory: pytest.TempPathFactory):
    if "one" not in _STORES:
        writer = open_writer(factory.mktemp("shared") / "news.selon", selon="0", coding="c1")
        writer.write([record()])
        _STORES["one"] = writer.database
    return open_store(_STORES["one"])


def test_a_batch_that_was_not_finished_does_not_exist(writer: Writer) -> None:
    writer.write([record()])
    for table, rows in rows_of(record(id="lost"), coding="c1").items():
        append(writer.database, table, [{"batch_id": "never finished", **row} for row in rows])
    again = open_writer(writer.database, selon="0", coding="c1")
    assert open_store(writer.database).info()["tables"]["documents"] == 1
    assert not again.knows(record(id="lost").document)


def test_a_document_written_twice_counts_once(writer: Writer) -> None:
    for _ in range(2):
        writer.write([record()])
    tables = open_store(writer.database).info()["tables"]
    assert (tables["documents"], tables["events"], tables["attributions"], tables["gaps"]) == (1, 1, 1, 1)


def test_a_document_read_by_a_new_version_replaces_the_old_reading(writer: Writer) -> None:
    writer.write([record()])
    newer = open_writer(writer.database, selon="0", coding="c2")
    assert not newer.knows(record().document)
    newer.write([record(factuality=Factuality.DENIED)])
    assert [row["factuality"] for row in open_store(writer.database).events()] == ["denied"]


def test_the_record_comes_back_as_it_was(writer: Writer) -> None:
    writer.write([record()])
    row = next(iter(open_store(writer.database).sql("select record, text from documents")))
    kept = json.loads(row["record"])
    kept["document"]["text"] = row["text"]
    assert kept == json.loads(dumps(record()))


def test_the_same_text_by_another_publisher_is_another_document() -> None:
    assert document_key(record().document) != document_key(renamed(record(), "d2", "Agence B").document)
    assert document_key(record().document) == document_key(record().document)


def test_rejects_are_kept_once(writer: Writer) -> None:
    refused = Refused("x.bin", "binary", "x.bin: is not text.")
    writer.write([], [refused, refused])
    open_writer(writer.database, selon="0", coding="c1").write([], [refused])
    assert [row["document"] for row in open_store(writer.database).sql("select * from rejects")] == ["x.bin"]


def test_a_database_of_another_version_is_refused(writer: Writer) -> None:
    writer.write([record()])
    row = {
        "batch_id": "b",
        "sequence": 1,
        "kind": "documents",
        "documents": 0,
        "rejects": 0,
        "schema": 99,
        "selon": "9",
    }
    append(writer.database, "batches", [row])
    with pytest.raises(StoreError, match="version 99"):
        open_store(writer.database)
    with pytest.raises(StoreError, match="Update selon"):
        open_writer(writer.database, selon="0", coding="c1")


def test_what_is_no_database_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="selon ingest"):
        open_store(tmp_path / "nothing")
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        open_writer(tmp_path / "file", selon="0", coding="c1")
    with pytest.raises(StoreError, match="other things"):
        open_writer(tmp_path, selon="0", coding="c1")


def test_a_faulty_query_says_what_is_wrong(writer: Writer) -> None:
    writer.write([record()])
    with pytest.raises(StoreError, match="nowhere"):
        open_store(writer.database).sql("select * from nowhere")


def test_the_database_says_what_it_said_before(writer: Writer) -> None:
    writer.write([record()])
    assert open_store(writer.database, at="2020-01-01T00:00:00Z").info()["tables"]["documents"] == 0
    assert open_store(writer.database, at="2999-01-01").info()["tables"]["documents"] == 1
    with pytest.raises(StoreError, match="no time"):
        open_store(writer.database, at="yesterday")


def test_answers_go_to_arrow(writer: Writer) -> None:
    writer.write([record()])
    answer = open_store(writer.database).events()
    assert answer.to_arrow().num_rows == len(answer) == 1
    assert "<table>" in answer._repr_html_() and "jihadistes" in answer._repr_html_()


def test_sources_actors_and_gaps(writer: Writer) -> None:
    writer.write([record()])
    store = open_store(writer.database)
    assert [(row["source"], row["claims"]) for row in store.sources()] == [("une source de sécurité", 1)]
    assert {row["name"]: row["does"] for row in store.actors()} == {"L'armée malienne": 1, "jihadistes": 0}
    assert [(row["missing"], row["type"]) for row in store.gaps()] == [(["number"], "ASSAULT")]


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize(("question", "sort"), [(question, sort) for question in SORTS for sort in SORTS[question]])
def test_answers_are_sorted_as_asked(writer: Writer, question: str, sort: str, kept: bool) -> None:
    writer.write([record(), record(id="d2", factuality=Factuality.DENIED), record(id="d3", publisher="Agence B")])
    store = open_store(writer.database, kept=kept)
    whole = list(getattr(store, question)(sort=sort))
    assert sorted(map(str, whole)) == sorted(map(str, getattr(store, question)()))
    assert list(getattr(store, question)(sort=sort, limit=1, offset=1)) == whole[1:2]
    with pytest.raises(StoreError, match=f"{question} are not sorted by 'size'"):
        getattr(store, question)(sort="size")


@pytest.mark.parametrize("kept", [False, True])
def test_sources_are_counted_by_claim_document_and_publisher(writer: Writer, kept: bool) -> None:
    writer.write([record(), record(id="d2", factuality=Factuality.DENIED), record(id="d3", publisher="Agence B")])
    (row,) = open_store(writer.database, kept=kept).sources()
    counted = {name: row[name] for name in ("claims", "documents", "publishers", "denials", "outermost")}
    assert counted == {"claims": 3, "documents": 3, "publishers": 2, "denials": 1, "outermost": 3}


def test_an_event_that_was_judged_wrong_is_counted_nowhere(writer: Writer) -> None:
    writer.write([record(), record(id="d2")])
    store = open_store(writer.database)
    store.judge(store.events().to_arrow()["event_id"][0].as_py(), "wrong", by="x", at="2021-06-01")
    store.refresh()
    assert [row["claims"] for row in store.sources()] == [1]
    assert sorted((row["does"], row["documents"]) for row in store.actors()) == [(0, 1), (1, 1)]


def test_what_was_not_read_is_told_by_reason_and_language(writer: Writer) -> None:
    said = "{} (telling the language): is in a language that selon does not read ({}). selon reads French and English."
    refused = [Refused(f"{n}", "language", said.format(n, lang)) for n, lang in enumerate(("es", "de", "es"))]
    writer.write([record()], [*refused, Refused("x", "empty", "x: is empty.")])
    found = open_store(writer.database).info()
    assert found["rejects"] == {"language": 3, "empty": 1}
    assert found["set_aside"] == {"es": 2, "de": 1}
    assert found["languages"] == {"fr": 1}


def test_every_view_that_is_described_can_be_asked(writer: Writer) -> None:
    writer.write([record()])
    store = open_store(writer.database)
    for view in VIEW_MEANS:
        assert store.sql(f"select * from {view}").columns


def test_every_table_and_column_is_described() -> None:
    assert DOCS.read_text(encoding="utf-8") == markdown(), "run: make docs"
    assert len(BY_NAME) == len(TABLES)
    assert all(column.means for table in TABLES for column in table.columns)


def test_tidying_keeps_every_row(writer: Writer) -> None:
    for number in range(4):
        writer.write([record(id=f"d{number}")])
    store = open_store(writer.database)
    before = store.info()["tables"]
    assert tidy(writer.database, files=3) > 5
    assert open_store(writer.database).info()["tables"] == before
    assert len(store.events()) == 4, "a reader that had the database open goes on"


def test_merges_of_days_long_past_are_thinned(writer: Writer) -> None:
    """`watch` merges every quarter of an hour, and each merge makes all stories anew."""
    writer.write([record()])
    hour, now = 3_600_000, time.time_ns() // 1_000_000
    begun = now // DAY * DAY - 9 * DAY
    for number in range(6):  # three a day
        story = {**dict.fromkeys(_STORY), "story_id": f"s{number}", "documents": 2, "independent": 2}
        append(writer.database, "stories", [{"batch_id": f"m{number}", **story}])
        batch = {"batch_id": f"m{number}", "sequence": begun + number * 8 * hour, "kind": "merge", "documents": 0}
        append(writer.database, "batches", [{**batch, "rejects": 0, "schema": VERSION, "selon": "0"}])
    assert tidy(writer.database, files=3) >= 2
    left = open_store(writer.database).sql("select batch_id from raw_stories order by 1").to_arrow()
    assert left["batch_id"].to_pylist() == ["m2", "m5"]

    def shown(at: int) -> list[str]:
        moment = datetime.fromtimestamp(at / 1000, UTC).isoformat()
        return [row["story_id"] for row in open_store(writer.database, at=moment).sql("select * from merged_stories")]

    assert shown(begun + 20 * hour) == ["s2"]
    assert shown(begun + 33 * hour) == ["s2"], "an earlier moment of a day long past is answered by the day before"
    assert shown(now) == ["s5"]


def test_the_tables_of_many_single_batches_are_compacted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `watch` writes: each round has a writer of its own."""
    monkeypatch.setattr("selon.store.write.tidy", partial(tidy, files=4))
    for number in range(5):
        writer = open_writer(tmp_path / "news.selon", selon="0", coding="c1")
        writer.write([record(id=f"d{number}")])
        writer.write_stories({})
    found = open_table(writer.database, "events")
    assert found is not None and len(found.file_uris()) < 4


def test_two_writers_at_once_both_succeed(tmp_path: Path) -> None:
    database = str(tmp_path / "news.selon")
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(_write_some, [(database, "a"), (database, "b")]))
    assert open_store(database).info()["tables"]["documents"] == 6


def _write_some(given: tuple[str, str]) -> None:
    database, name = given
    writer = open_writer(database, selon="0", coding="c1")
    for number in range(3):
        writer.write([record(id=f"{name}{number}")])


def test_what_another_version_reads_otherwise_is_told(tmp_path: Path) -> None:
    database = tmp_path / "news.selon"
    open_writer(database, selon="0", coding="old").write([record(), record(id="d2")])
    assert list(open_store(database).recoded()) == []
    open_writer(database, selon="1", coding="new").write([record(factuality=Factuality.DENIED)])
    (told,) = open_store(database).recoded()
    assert {name: told[name] for name in ("type", "before", "now", "gained", "lost", "changed", "documents")} == {
        "type": "ASSAULT", "before": 1, "now": 1, "gained": 0, "lost": 0, "changed": 1, "documents": 1,
    }  # fmt: skip
    assert list(open_store(database).recoded(since=2**60)) == []
