"""Texts that are hard to read are read: no crash, no hang, true spans, a cost that grows evenly with their length."""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest

import selon
from selon.parse.spacy import WEIGHTS
from selon.run.batch import read_one
from tests.nasty.shapes import SHAPES

pytestmark = pytest.mark.skipif(not (WEIGHTS / "fr").is_dir(), reason="the language models are not there")
TORTURE = os.environ.get("SELON_TORTURE") == "1"
SIZE = 10_000 if TORTURE else 1_500
# Four times the text may cost so many times as much: 4 is even, 16 would be quadratic.
_MOST = 8.0
# What a reading takes whatever the text, and then some: calls of functions, seconds of processor time.
_LEAST_CALLS, _LEAST_SECONDS = 50_000, 0.15


def _read(text: str, lang: str = "fr") -> dict[str, Any]:
    """The record of a text."""
    document = selon.document_of(text, lang=lang, date="2021-05-05")
    record = read_one(document, model=None)
    assert isinstance(record, selon.Record), record
    found = selon.to_json(record)
    assert isinstance(found, dict)
    return found


def _calls(work: Callable[[], object]) -> int:
    """How many functions a work calls: a cost that does not hang on how busy the machine is."""
    number = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


def _seconds(work: Callable[[], object]) -> float:
    """How much time of the processor a work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def check_spans(value: object, text: str) -> int:
    """How many spans there are, all of them true."""
    if isinstance(value, list):
        return sum(check_spans(each, text) for each in value)
    if not isinstance(value, dict):
        return 0
    number = sum(check_spans(each, text) for each in value.values())
    if value.get("span") is not None and "text" in value:
        start, end = value["span"]
        assert 0 <= start < end <= len(text) and text[start:end] == value["text"], value
        return number + 1
    return number


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Loads the models, so that no reading pays for it."""
    for lang, text in (("fr", "Le ministre turc a parlé à Gao."), ("en", "The Turkish minister spoke in Gao.")):
        _read(text, lang)


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_read_and_its_cost_is_even(shape: str) -> None:
    costs = []
    for size in (SIZE, 4 * SIZE):
        text = SHAPES[shape](size)
        costs.append(_calls(partial(_read, text)))
        found = _read(text)
        check_spans(found, found["document"]["text"])
    assert costs[1] <= _MOST * max(costs[0], _LEAST_CALLS)


@pytest.mark.skipif(not TORTURE, reason="times are for a quiet machine: make torture")
@pytest.mark.parametrize("shape", SHAPES)
def test_it_takes_even_time(shape: str) -> None:
    small, big = (_seconds(partial(_read, SHAPES[shape](size))) for size in (SIZE, 4 * SIZE))
    assert big <= _MOST * max(small, _LEAST_SECONDS), f"{small:.2f} s, then {big:.2f} s for four times the text"


@pytest.mark.parametrize("shape", ["strange_characters", "nested_quotations", "one_number", "brackets", "blanks"])
def test_english_reads_it_too(shape: str) -> None:
    found = _read(SHAPES[shape](SIZE), "en")
    check_spans(found, found["document"]["text"])


def test_strange_characters_hide_no_event() -> None:
    text = "Le ministre turc \u202e👩‍👩‍👧‍👦 a rencontré le roi à Rabat, e\u0301te\u0301. 🇫🇷 L'arme\u0301e malienne a attaque\u0301 Gao."
    found = _read(text)
    assert check_spans(found, text) > 0
    assert any(event["type"] == "CONSULT" for event in found["events"])


@pytest.mark.skipif(not TORTURE, reason="takes minutes: make torture")
def test_a_hundred_thousand_words_without_a_full_stop() -> None:
    text = SHAPES["without_a_full_stop"](500_000)
    assert len(text.split()) == 100_000
    found = _read(text)
    assert check_spans(found, text) > 1000


@pytest.mark.skipif(not TORTURE, reason="takes a minute: make torture")
def test_quotation_marks_a_thousand_deep() -> None:
    text = SHAPES["nested_quotations"](20_000)
    assert text.count("«") == 1000
    check_spans(_read(text), text)
