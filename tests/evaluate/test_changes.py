"""Gains and losses between two files of records."""

import copy
import json
from pathlib import Path
from typing import Any

import selon

RECORD: dict[str, Any] = {
    "document": {"id": "d", "text": "Paris a condamné Alger et rencontré Rabat."},
    "actors": [{"id": "a1", "name": "Paris", "code": "FRAGOV"}, {"id": "a2", "name": "Alger", "code": "DZAGOV"}],
    "events": [
        {
            "type": "ACCUSE", "mode": None, "cameo": "111", "trigger": {"text": "a condamné", "span": [6, 16]},
            "actors": ["a1"], "recipients": ["a2"], "factuality": "asserted", "background": False, "time": None,
            "place": None, "attribution": [],
        },
    ],
    "quotes": [], "times": [], "gaps": [],
}  # fmt: skip


def _changes(folder: Path, old: dict[str, Any], new: dict[str, Any]) -> list[selon.Changes]:
    for name, record in (("old", old), ("new", new)):
        (folder / name).write_text(json.dumps(record))
    return selon.changes(folder / "old", folder / "new")


def test_equal_readings_have_no_changes(tmp_path: Path) -> None:
    assert _changes(tmp_path, RECORD, RECORD) == []


def test_gains_losses_and_changes_are_told_with_their_words(tmp_path: Path) -> None:
    new = copy.deepcopy(RECORD)
    new["events"][0]["recipients"] = []
    new["times"] = [{"text": "Rabat", "span": [36, 41], "value": "2020", "mod": None}]
    (found,) = _changes(tmp_path, RECORD, new)
    assert [what for _, what in found.gained] == ["time 2020"]
    assert found.lost == []
    ((words, before), (_, after)) = found.changed[0]
    assert "a condamné" in words
    assert "→ Alger (DZAGOV)" in before
    assert "→ …" in after
    (back,) = _changes(tmp_path, new, RECORD)
    assert [what for _, what in back.lost] == ["time 2020"]
