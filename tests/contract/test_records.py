"""CONTRACT.md on the records of all bundled articles."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

import selon
from selon.examples import paths
from selon.report.schema import record_schema

PATHS = [str(path) for path in paths()]
NAMES = [path.stem for path in paths()]


@pytest.fixture(scope="module")
def records() -> dict[str, Any]:
    results = list(selon.read_all(selon.read_inputs(PATHS, selon.Defaults())))
    assert not [result for result in results if isinstance(result, selon.Reject)]
    return {name: selon.to_json(record) for name, record in zip(NAMES, results, strict=True)}


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a record."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _parts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _parts(each)


@pytest.mark.parametrize("name", NAMES)
def test_every_span_holds_the_text_beside_it(records: dict[str, Any], name: str) -> None:
    text = records[name]["document"]["text"]
    spans = [part for part in _parts(records[name]) if part.get("span") is not None]
    assert spans
    for part in spans:
        start, end = part["span"]
        assert 0 <= start < end <= len(text)
        assert text[start:end] == part["text"]


@pytest.mark.parametrize("name", NAMES)
def test_sentences_lie_in_the_text_and_hold_their_trigger(records: dict[str, Any], name: str) -> None:
    text = records[name]["document"]["text"]
    assert records[name]["events"]
    for event in records[name]["events"]:
        start, end = event["sentence"]
        assert 0 <= start <= event["trigger"]["span"][0] < event["trigger"]["span"][1] <= end <= len(text)


@pytest.mark.parametrize("name", NAMES)
def test_the_json_schema_takes_every_record(records: dict[str, Any], name: str) -> None:
    jsonschema.validate(records[name], record_schema(), format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("name", NAMES)
def test_every_id_leads_to_something(records: dict[str, Any], name: str) -> None:
    record = records[name]
    actors = [actor["id"] for actor in record["actors"]]
    events = [event["id"] for event in record["events"]]
    assert len(actors) == len(set(actors))
    assert len(events) == len(set(events))
    for event in record["events"]:
        assert set(event["actors"]) | set(event["recipients"]) <= set(actors)
        assert event["same_as"] is None or event["same_as"] in set(events) - {event["id"]}
    for part in _parts(record):
        if "form" in part and "cue" in part:
            assert part["actor"] is None or part["actor"] in actors
    assert {gap["about"] for gap in record["gaps"]} <= {None, *events}
    assert {quote["speaker"] for quote in record["quotes"]} <= {None, *actors}


@pytest.mark.parametrize("name", NAMES)
def test_a_second_telling_points_to_a_first_one(records: dict[str, Any], name: str) -> None:
    same = {event["id"]: event["same_as"] for event in records[name]["events"]}
    assert all(same[first] is None for first in same.values() if first is not None)


@pytest.mark.parametrize("name", NAMES)
def test_codes_are_country_and_sectors(records: dict[str, Any], name: str) -> None:
    for actor in records[name]["actors"]:
        assert actor["code"] == ((actor["country"] or "") + "".join(actor["sectors"]) or None)
        assert actor["mentions"]


@pytest.mark.parametrize("name", NAMES)
def test_lists_stand_in_text_order_without_doubles(records: dict[str, Any], name: str) -> None:
    for part in ("times", "places", "gaps"):
        spans = [each["span"] for each in records[name][part]]
        assert spans == sorted(spans)
        assert len(spans) == len({tuple(span) for span in spans})
    triggers = [event["trigger"]["span"] for event in records[name]["events"]]
    assert triggers == sorted(triggers)


def test_the_article_keeps_its_title_and_does_not_code_it(records: dict[str, Any]) -> None:
    for record in records.values():
        assert record["document"]["title"]
        assert not record["document"]["text"].startswith(record["document"]["title"])


def test_records_do_not_share_what_they_found(records: dict[str, Any]) -> None:
    """The reader keeps nothing of a document for the next one: alone it gives the same record."""
    alone = next(iter(selon.read_all(selon.read_inputs([PATHS[-1]], selon.Defaults()))))
    assert not isinstance(alone, selon.Reject)
    assert selon.to_json(alone) == records[NAMES[-1]]


def test_the_same_input_gives_the_same_bytes_in_every_process(records: dict[str, Any]) -> None:
    chosen = [PATHS[0], PATHS[-1]]
    outputs = []
    for seed in ("0", "4711"):
        command = [sys.executable, "-m", "selon", "code", "--quiet", *chosen]
        done = subprocess.run(
            command, capture_output=True, timeout=300, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""}
        )
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    assert [json.loads(line) for line in outputs[0].splitlines()] == [records[NAMES[0]], records[NAMES[-1]]]


def test_workers_give_the_same_records_in_the_same_order(records: dict[str, Any]) -> None:
    documents = selon.read_inputs(PATHS[:4], selon.Defaults())
    results = [selon.to_json(result) for result in selon.read_all(documents, workers=2)]  # type: ignore[arg-type]
    assert results == [records[name] for name in NAMES[:4]]
