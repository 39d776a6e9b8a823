"""Exports: the published columns in their order, readable by others, facts only unless all is asked for."""

import csv
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from selon.errors import StoreError
from selon.model.ontology import Factuality
from selon.model.record import dumps
from selon.store import Store, open_store, open_writer
from selon.store.export import FORMATS, export
from selon.store.export.columns import columns
from selon.store.export.facts import goldstein, quad_class
from tests.store.records import record


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    writer = open_writer(tmp_path_factory.mktemp("export") / "news.selon", selon="0", coding="c")
    writer.write([record(), record(id="d2", publisher="Agence\tB", factuality=Factuality.DENIED)])
    return open_store(writer.database)


def _cells(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("format_", "number"), [("polecat", 40), ("icews", 20)])
def test_tab_separated_files_have_the_published_columns(
    store: Store, tmp_path: Path, format_: str, number: int
) -> None:
    assert export(store, format_, tmp_path / "x.tsv") == 1
    header, *rows = _cells(tmp_path / "x.tsv")
    assert header == columns(store, f"events_{format_}")
    assert [len(row) for row in (header, *rows)] == [number, number]


def test_the_formats_are_views_that_sql_can_ask(store: Store) -> None:
    """As many rows as the file has: what is denied is not among them."""
    for view, number in (("events_polecat", 40), ("events_icews", 20), ("events_gdelt", 61), ("mentions_gdelt", 16)):
        answer = store.sql(f"select * from {view}")
        assert (len(answer.columns), len(answer)) == (number, 1)


def test_several_actors_and_recipients_are_pairs_with_ids_of_their_own(tmp_path: Path) -> None:
    one = record()
    both = replace(one, events=(replace(one.events[0], actors=("a1", "a3"), recipients=("a2", "a3")),))
    writer = open_writer(tmp_path / "news.selon", selon="0", coding="c")
    writer.write([both])
    rows = list(
        open_store(writer.database).sql('select "Event ID" id, "Actor Name" a, "Recipient Name" r from events_polecat')
    )
    assert [(row["id"][-2:], row["a"], row["r"]) for row in rows] == [
        ("-0", "L'armée malienne", "jihadistes"),
        ("-1", "L'armée malienne", "une source de sécurité"),
        ("-2", "une source de sécurité", "jihadistes"),
        ("-3", "une source de sécurité", "une source de sécurité"),
    ]
    found = open_store(writer.database).sql("select count(distinct GLOBALEVENTID) n from events_gdelt")
    assert next(iter(found))["n"] == 4


def test_polecat_says_who_did_what_to_whom(store: Store, tmp_path: Path) -> None:
    export(store, "polecat", tmp_path / "x.tsv")
    header, row = _cells(tmp_path / "x.tsv")
    told = dict(zip(header, row, strict=True))
    assert told["Event Type"] == "ASSAULT"
    assert (told["Actor Country"], told["Primary Actor Sector"]) == ("MLI", "MIL")
    assert (told["Recipient Name"], told["City"], told["GeoNames ID"]) == ("jihadistes", "Gao", "2457163")
    assert (told["Event Date"], told["Publication Date"]) == ("2021-05-03", "2021-05-04")


def test_gdelt_has_no_header_and_mentions_beside_it(store: Store, tmp_path: Path) -> None:
    export(store, "gdelt", tmp_path / "x.CSV")
    rows, mentions = _cells(tmp_path / "x.CSV"), _cells(tmp_path / "x.mentions.CSV")
    told = dict(zip(columns(store, "events_gdelt"), rows[0], strict=True))
    assert (told["SQLDATE"], told["EventRootCode"], told["QuadClass"]) == ("20210503", "19", "4")
    assert (told["Actor1CountryCode"], told["ActionGeo_FullName"]) == ("MLI", "Gao")
    assert [row[0] for row in mentions] == [row[0] for row in rows]


@pytest.mark.parametrize("name", ["plover", "polecat", "gdelt", "icews"])
def test_what_is_denied_stays_out_unless_all_is_asked_for(store: Store, tmp_path: Path, name: str) -> None:
    assert export(store, name, tmp_path / "facts") == 1
    assert export(store, name, tmp_path / "all", everything=True) == 2


def test_plover_lines_are_objects_with_the_documented_fields(store: Store, tmp_path: Path) -> None:
    export(store, "plover", tmp_path / "x.jsonl")
    event = json.loads((tmp_path / "x.jsonl").read_text(encoding="utf-8"))
    assert {"id", "date", "actor", "event"} <= event.keys()
    assert event["actor"] == [{"code": "MLI", "sector": ["MIL"], "entity_text": "L'armée malienne"}]
    assert event["size"] == {"dead": 12.0}


def test_json_lines_are_the_records(store: Store, tmp_path: Path) -> None:
    export(store, "jsonl", tmp_path / "x.jsonl")
    lines = (tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()
    assert dumps(record()) in lines
    assert len(lines) == 2


def test_csv_has_one_row_a_claim(store: Store, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert sorted(row["factuality"] for row in rows) == ["asserted", "denied"]


def test_geojson_keeps_the_precision(store: Store, tmp_path: Path) -> None:
    export(store, "geojson", tmp_path / "x.geojson")
    features = json.loads((tmp_path / "x.geojson").read_text(encoding="utf-8"))["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [-0.04, 16.27]}
    assert features[0]["properties"]["place_precision"] == "city"


def test_sqlite_can_be_searched(store: Store, tmp_path: Path) -> None:
    export(store, "sqlite", tmp_path / "x.sqlite")
    con = sqlite3.connect(tmp_path / "x.sqlite")
    assert con.execute("select count(*) from claims_fts where claims_fts match 'armee'").fetchone()[0] == 2
    assert con.execute("select contexts from events").fetchone()[0] == "[]"
    con.close()


def test_duckdb_and_parquet_can_be_read_by_others(store: Store, tmp_path: Path) -> None:
    import duckdb

    export(store, "duckdb", tmp_path / "x.duckdb")
    con = duckdb.connect(str(tmp_path / "x.duckdb"), read_only=True)
    assert con.execute("select count(*) from claims").fetchall() == [(2,)]
    con.close()
    export(store, "parquet", tmp_path / "folder")
    rows = duckdb.sql(f"select count(*) from read_parquet('{tmp_path}/folder/claims/**/*.parquet')").fetchall()
    assert rows == [(2,)]


def test_a_place_that_cannot_be_written_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        export(store, "csv", tmp_path / "no" / "such" / "folder.csv")


def test_scales() -> None:
    assert [goldstein(code) for code in ("042", "190", "1823", "0000")] == [1.9, -10.0, -10.0, 0.0]
    assert [quad_class(code) for code in ("042", "071", "112", "190")] == [1, 2, 3, 4]
    assert set(FORMATS) >= {
        "parquet",
        "csv",
        "jsonl",
        "geojson",
        "plover",
        "polecat",
        "gdelt",
        "icews",
        "duckdb",
        "sqlite",
    }


def test_judgements_are_gold_that_eval_reads(tmp_path: Path) -> None:
    from selon.evaluate import read_gold
    from tests.merge.test_merge import _other
    from tests.store.records import record

    writer = open_writer(tmp_path / "news.selon", selon="0", coding="c")
    writer.write([record(), _other()])
    store = open_store(writer.database)
    one, two = [row["event_id"] for row in store.sql("select event_id from events order by event_id")]
    store.judge(one, "right", by="x", at="2021-06-01")
    store.judge(two, "wrong", by="x", at="2021-06-01")
    store.judge(one, "same", by="x", at="2021-06-02", other=two)
    store.refresh()
    assert export(store, "gold", tmp_path / "g.jsonl") == 3
    events = sorted(len(each.events) for each in read_gold(tmp_path / "g.jsonl"))
    assert events == [0, 1], "what is wrong is not in the gold"
    assert (tmp_path / "g.jsonl.pairs.yml").read_text(encoding="utf-8").count('"same": true') == 1
