"""Lengths of time: « deux ans et demi » as an ISO duration, and as a distance in months or days."""

from dataclasses import dataclass
from datetime import date

from selon.extract.times import calendar as cal
from selon.extract.times.calendar import Grain
from selon.extract.times.reading import Reading

# Unit of the lexicon -> ISO letter, how many of it, and whether it is a part of a day.
_ISO = {
    "Y": ("Y", 1.0, False), "M": ("M", 1.0, False), "W": ("W", 1.0, False), "D": ("D", 1.0, False),
    "Q": ("M", 3.0, False), "HY": ("M", 6.0, False), "FN": ("W", 2.0, False), "DE": ("Y", 10.0, False),
    "CE": ("Y", 100.0, False), "QC": ("Y", 25.0, False), "TH": ("H", 1.0, True), "TM": ("M", 1.0, True),
    "TS": ("S", 1.0, True), "HH": ("M", 30.0, True), "HD": ("H", 12.0, True), "QH": ("M", 15.0, True),
    "NI": ("NI", 1.0, False),
}  # fmt: skip
_BELOW = {("Y", False): ("M", 12), ("H", True): ("M", 60), ("M", True): ("S", 60)}
_GRAIN = {"Y": Grain.YEAR, "M": Grain.MONTH, "W": Grain.WEEK, "D": Grain.DAY, "Q": Grain.QUARTER, "HY": Grain.HALF,
          "FN": Grain.WEEK, "DE": Grain.DECADE, "CE": Grain.CENTURY, "QC": Grain.YEAR, "WE": Grain.WEEKEND,
          "NI": Grain.DAY}  # fmt: skip


def grain_of(unit: str) -> Grain:
    """How fine a date counted in this unit is."""
    return _GRAIN.get(unit, Grain.TIME)


def duration(reading: Reading) -> str:
    """The ISO duration; X for a number that the words leave open, a slash between two that they give.

    >>> duration(Reading(low=1, unit="Y", halves=True)), duration(Reading(vague=True, unit="TH"))
    ('P1Y6M', 'PTXH')
    """
    if reading.unit == "WE":
        return _amount(reading.low, reading.vague, "WE")
    if reading.high is not None and reading.low is not None:
        return f"{_iso(reading, reading.low)}/{_iso(reading, reading.high)}"
    return _iso(reading, reading.low)


def _amount(low: float | None, vague: bool | None, letter: str) -> str:
    return "PX" + letter if vague or low is None else f"P{low:g}{letter}"


def _iso(reading: Reading, amount: float | None) -> str:
    letter, factor, timely = _ISO[reading.unit or "D"]
    if reading.vague or amount is None:
        parts = ["X" + letter]
    else:
        parts = _parts(amount * (reading.times or 1) * factor + (factor / 2 if reading.halves else 0), letter, timely)
    dates, hours = ([], parts) if timely else (parts, [])
    if reading.more is not None and reading.more.unit is not None:
        rest = _iso(reading.more, reading.more.low)[1:]
        day, _, hour = rest.partition("T")
        dates, hours = dates + [day] * bool(day), hours + [hour] * bool(hour)
    return "P" + "".join(dates) + ("T" + "".join(hours) if hours else "")


def _parts(amount: float, letter: str, timely: bool) -> list[str]:
    """Whole units, with the rest in the next smaller unit where that is exact."""
    whole = int(amount)
    below = _BELOW.get((letter, timely))
    rest = (amount - whole) * below[1] if below else 0.0
    if below is None or amount == whole or rest != int(rest):
        return [f"{amount:g}{letter}"]
    return ([f"{whole}{letter}"] if whole else []) + [f"{int(rest)}{below[0]}"]


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance in whole months and days, and the grain of the date at its end."""

    months: int
    days: int
    grain: Grain


def distance(reading: Reading) -> Distance | None:
    """How far a length reaches in the calendar; None when its number is open or it is shorter than a day.

    >>> distance(Reading(low=2, unit="W"))
    Distance(months=0, days=14, grain=<Grain.WEEK: 'W'>)
    """
    unit = reading.unit or "D"
    if reading.vague or reading.low is None or reading.high is not None:
        return None
    if unit == "WE":
        return Distance(0, int(reading.low * 7), Grain.WEEKEND)
    letter, factor, timely = _ISO[unit]
    amount = reading.low * (reading.times or 1) * factor + (factor / 2 if reading.halves else 0)
    if timely:
        return Distance(0, int(amount // 24), Grain.DAY) if letter == "H" and amount and amount % 24 == 0 else None
    grain = grain_of(unit)
    months = amount * {"Y": 12, "M": 1}.get(letter, 0)
    days = amount * {"W": 7, "D": 1, "NI": 1}.get(letter, 0) + (months - int(months)) * 30
    if amount != int(amount):
        grain = Grain.MONTH if letter == "Y" else Grain.WEEK if letter == "M" else Grain.DAY
    if reading.more is None:
        return Distance(int(months), int(days), grain)
    more = distance(reading.more)
    if more is None:
        return None
    return Distance(int(months) + more.months, int(days) + more.days, more.grain)


def moved(day: date, far: Distance, sign: int) -> date:
    """The day so far before (`sign` -1) or after another."""
    return cal.shift_days(cal.shift_months(day, sign * far.months), sign * far.days)
