"""The scores that must not fall: reached values per gold file, with the fingerprint of the gold they hold for."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selon.errors import InputError, Reason
from selon.evaluate.figures import Figure

# More events a text are no fall as such: a coder that finds more of them gives more.
_ROOM = 0.1


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure that is worse than its floor."""

    gold: str
    figure: str
    floor: float
    value: float | None

    def __str__(self) -> str:
        value = "no longer measured" if self.value is None else f"{self.value:.4f}"
        return f"{self.gold}: {self.figure} is {value}, its floor {self.floor:.4f}"


@dataclass(slots=True)
class Floors:
    """What quality/floors.json holds: per gold file its fingerprint and floors; and each lowering, with its reason."""

    gold: dict[str, dict[str, Any]] = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "Floors":
        """The floors of a file; none when there is no file yet."""
        if not path.exists():
            return cls()
        try:
            value = json.loads(path.read_text(encoding="utf-8"))
            return cls(dict(value["gold"]), list(value["lowered"]))
        except (ValueError, KeyError, TypeError) as fault:
            problem = f"is no file of floors: {fault}."
            raise InputError(str(path), Reason.FORMAT, problem, "Take it back from the history.") from fault

    def write(self, path: Path) -> None:
        """Writes the floors, sorted, so that a change can be read."""
        value = {"gold": self.gold, "lowered": self.lowered}
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")

    def falls(self, name: str, found: Sequence[Figure]) -> list[Fall]:
        """The figures of a gold file that are worse than their floor, or not measured any more."""
        values = {figure.name: figure for figure in found}
        falls = []
        for figure, floor in self.gold.get(name, {}).get("floors", {}).items():
            reached = values.get(figure)
            if reached is None:
                falls.append(Fall(name, figure, floor, None))
            elif _worse(reached.value, floor, reached.more_is_better):
                falls.append(Fall(name, figure, floor, reached.value))
        return falls

    def fits(self, name: str, fingerprint: str) -> bool:
        """Whether the floors of a gold file were set on this state of it."""
        return bool(self.gold.get(name, {}).get("fingerprint") == fingerprint)

    def move(self, name: str, fingerprint: str, found: Iterable[Figure], *, reason: str | None = None) -> list[Fall]:
        """Raises the floors to what is reached. Falls are lowered only with a reason, which is kept; else returned."""
        figures = list(found)
        falls = self.falls(name, figures)
        if falls and reason is None:
            return falls
        self.lowered += [
            {"gold": name, "figure": fall.figure, "from": fall.floor, "to": fall.value, "reason": reason}
            for fall in falls
        ]
        self.gold[name] = {
            "fingerprint": fingerprint,
            "floors": {each.name: _rounded(each) for each in figures if each.gated},
        }
        return []


def _worse(value: float, floor: float, more_is_better: bool) -> bool:
    return value < floor - 1e-9 if more_is_better else value > floor + 1e-9


def _rounded(figure: Figure) -> float:
    """Four digits, rounded down; a number of events gets room above it."""
    if figure.more_is_better:
        return math.floor(figure.value * 10_000 + 1e-6) / 10_000
    return math.ceil(figure.value * (1 + _ROOM) * 10_000 - 1e-6) / 10_000
