"""What a person corrects: seen at once, everywhere, in a store that is asked once and in one that is kept."""

import json
from pathlib import Path
from typing import Any

import pytest

from selon.errors import StoreError
from selon.store import Correction, Store, open_store, open_writer
from selon.store.delta import table_uri
from selon.store.export import export
from tests.store.records import record

RIGHT: dict[str, Any] = {
    "type": "COERCE",
    "mode": "arrest",
    "factuality": "denied",
    "time": "2021-04",
    "place": "Kidal",
    "country": "MLI",
    "actors": [{"name": "L'armée malienne", "code": "MLIMIL"}, {"name": "des soldats", "code": "NERMIL"}],
    "recipients": [{"name": "jihadistes", "code": "REB"}, {"name": " ", "code": ""}],
}


@pytest.fixture
def database(tmp_path: Path) -> str:
    writer = open_writer(tmp_path / "news.selon", selon="0", coding="c")
    writer.write([record()])
    return writer.database


def _correct(store: Store, **changed: Any) -> str:
    event = str(next(iter(store.events()))["event_id"])
    store.judge(event, "corrected", by="Ada", at="2021-06-01", correction=Correction.read({**RIGHT, **changed}))
    store.refresh_judgements()
    return event


@pytest.mark.parametrize("kept", [False, True])
def test_claims_and_parties_are_what_the_person_says(database: str, kept: bool) -> None:
    store = open_store(database, kept=kept)
    _correct(store)
    (claim,) = store.events()
    told = ("type", "mode", "cameo", "factuality", "background", "time_value", "time_start", "time_end")
    assert [claim[name] for name in told] == [
        "COERCE", "arrest", "170", "denied", False, "2021-04", "2021-04-01", "2021-04-30",
    ]  # fmt: skip
    assert (claim["place_name"], claim["place_country"], claim["lat"]) == ("Kidal", "MLI", None)
    assert (claim["actor_codes"], claim["recipient_codes"]) == ("MLIMIL,NERMIL", "REB")
    assert claim["corrected_by"] == "Ada"
    assert len(store.events(actor="NER", type="COERCE", since="2021-04", until="2021-04")) == 1
    assert len(store.events(type="ASSAULT")) == 0


@pytest.mark.parametrize("kept", [False, True])
def test_what_was_read_comes_back_when_it_is_withdrawn(database: str, kept: bool) -> None:
    store = open_store(database, kept=kept)
    before = list(store.events())
    event = _correct(store)
    assert list(store.events()) != before
    store.judge(event, "withdrawn", by="Ada", at="2021-06-02")
    store.refresh_judgements()
    assert list(store.events()) == before
    assert [row["actor_id"] for row in store.sql("select * from participants")].count(None) == 0


def test_what_is_left_as_it_was_keeps_its_words_and_coordinates(database: str) -> None:
    store = open_store(database)
    (read,) = store.events()
    _correct(store, time=read["time_value"], place=read["place_name"], country=read["place_country"])
    (claim,) = store.events()
    kept = ("time_text", "time_value", "place_text", "place_name", "lat", "lon", "geonames_id")
    assert [claim[name] for name in kept] == [read[name] for name in kept]


def test_a_record_and_gold_hold_the_correction(database: str, tmp_path: Path) -> None:
    from selon.evaluate import read_gold

    store = open_store(database)
    document = str(next(iter(store.events()))["document_id"])
    _correct(store)
    found = store.record(document, corrected=True)
    assert found is not None
    actors = {actor["id"]: actor for actor in found["actors"]}
    (event,) = found["events"]
    assert [actors[id]["country"] for id in event["actors"]] == ["MLI", "NER"]
    assert (event["type"], event["time"]["value"], event["place"]["name"]) == ("COERCE", "2021-04", "Kidal")
    assert store.record(document) != found, "what was read stays"
    assert export(store, "gold", tmp_path / "g.jsonl") == 1
    (text,) = read_gold(tmp_path / "g.jsonl")
    assert [(each.type, each.optional) for each in text.events] == [("COERCE", False)]


def test_an_older_database_without_corrections_can_be_asked_and_corrected(database: str) -> None:
    import pyarrow as pa
    from deltalake import write_deltalake

    names = ("judgement_id", "event_id", "other_event_id", "verdict", "judged_by", "judged_at", "why")
    old = pa.table({name: pa.array(["x"], pa.string()) for name in names})
    write_deltalake(table_uri(database, "judgements"), old)
    store = open_store(database)
    assert len(store.events()) == 1
    _correct(store)
    assert [row["type"] for row in store.events()] == ["COERCE"]
    assert len(store.sql("select * from judgements where correction is not null")) == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"type": "WAR"}, "'WAR'"),
        ({"mode": "visit"}, "COERCE has no mode visit"),
        ({"factuality": "sure"}, "'sure'"),
        ({"time": "May 2021"}, "2021-05"),
        ({"time": "2021-13"}, "2021-05"),
        ({"country": "Mali"}, "MLI"),
        ({"actors": [{"name": "x", "code": "mali"}]}, "IRNMIL"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_name(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(StoreError, match=said):
        Correction.read({**RIGHT, **wrong})


def test_a_code_gives_country_and_sectors() -> None:
    row = json.loads(Correction.read({**RIGHT, "actors": [{"name": "x", "code": "IRNGOVMIL"}]}).to_json())
    one, two = row["parties"]
    assert (one["country"], one["sectors"]) == ("IRN", ["GOV", "MIL"])
    assert (two["country"], two["sectors"]) == (None, ["REB"])
