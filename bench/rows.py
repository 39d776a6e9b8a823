"""A line of the table of measurements."""

from typing import NamedTuple


class Row(NamedTuple):
    """What was measured, its value and unit; `goal` is what it is meant to reach ('' where nothing is asked)."""

    group: str
    name: str
    value: float
    unit: str
    goal: str = ""


def printed(row: Row) -> str:
    """The line as text."""
    goal = f"   goal {row.goal}" if row.goal else ""
    return f"{row.group:22} {row.name:44} {row.value:10,.2f} {row.unit}{goal}"
