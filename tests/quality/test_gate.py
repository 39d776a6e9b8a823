"""The gate: no figure falls below its floor (quality/floors.json)."""

from pathlib import Path

import pytest

import selon
from selon.cli.eval import judged

ROOT = Path(__file__).parents[2]
FLOORS = ROOT / "quality" / "floors.json"
HOMES = (ROOT.parent / "shared" / "gold", ROOT / "gold", ROOT / "quality", ROOT / "tests" / "cases")


def _path(name: str) -> Path | None:
    return next((home / name for home in HOMES if (home / name).exists()), None)


NAMES = sorted(selon.Floors.read(FLOORS).gold)


def test_there_are_floors() -> None:
    assert NAMES


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    path = _path(name)
    if path is None:
        pytest.skip(f"{name} is not here (../shared/gold or quality/)")
    floors = selon.Floors.read(FLOORS)
    assert floors.fits(name, selon.fingerprint([path])), f"{name} has changed: set its floors again, with a reason"
    falls = floors.falls(name, selon.figures(judged(path)))
    assert not falls, "\n".join(map(str, falls))
