"""Floors only rise, unless somebody says why."""

import json
from pathlib import Path

import pytest

import selon
from selon.evaluate.figures import Figure

FIRST = [Figure("type", 0.9, 100), Figure("events_per_sentence", 1.2, 100, False), Figure("chain_of_found", 0.5, 10)]


@pytest.fixture
def floors() -> selon.Floors:
    set_ = selon.Floors()
    set_.move("gold", "f1", FIRST)
    return set_


def test_what_is_reached_does_not_fall(floors: selon.Floors) -> None:
    assert floors.falls("gold", FIRST) == []
    assert floors.fits("gold", "f1")
    assert not floors.fits("gold", "f2")


@pytest.mark.parametrize(
    ("figure", "fallen"),
    [
        (Figure("type", 0.8999, 100), True),
        (Figure("type", 0.95, 100), False),
        (Figure("events_per_sentence", 1.3, 100, False), False),
        (Figure("events_per_sentence", 1.4, 100, False), True),
        (Figure("chain_of_found", 0.1, 10), False),
    ],
)
def test_a_worse_figure_is_a_fall(floors: selon.Floors, figure: Figure, fallen: bool) -> None:
    rest = [each for each in FIRST if each.name != figure.name]
    assert bool(floors.falls("gold", [figure, *rest])) is fallen


def test_a_figure_that_is_not_measured_any_more_is_a_fall(floors: selon.Floors) -> None:
    assert [fall.figure for fall in floors.falls("gold", FIRST[1:])] == ["type"]


def test_raising_is_refused_on_a_fall_and_lowering_keeps_the_reason(floors: selon.Floors) -> None:
    worse = [Figure("type", 0.8, 100), *FIRST[1:]]
    assert floors.move("gold", "f1", worse)
    assert floors.gold["gold"]["floors"]["type"] == 0.9
    assert floors.move("gold", "f1", worse, reason="the gold was wrong") == []
    assert floors.gold["gold"]["floors"]["type"] == 0.8
    assert [(each["from"], each["to"], each["reason"]) for each in floors.lowered] == [(0.9, 0.8, "the gold was wrong")]


def test_floors_are_kept_in_a_file(floors: selon.Floors, tmp_path: Path) -> None:
    floors.write(tmp_path / "floors.json")
    assert selon.Floors.read(tmp_path / "floors.json") == floors
    (tmp_path / "floors.json").write_text(json.dumps({"gold": 1}))
    with pytest.raises(selon.InputError, match="no file of floors"):
        selon.Floors.read(tmp_path / "floors.json")
