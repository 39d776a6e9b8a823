"""Calendar arithmetic: stretches of days with their TIMEX3 value."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum


class Grain(StrEnum):
    """How fine a stretch is, by the letter of its unit."""

    CENTURY = "CE"
    DECADE = "DE"
    YEAR = "Y"
    HALF = "HY"
    QUARTER = "Q"
    SEASON = "S"
    MONTH = "M"
    WEEK = "W"
    WEEKEND = "WE"
    DAY = "D"
    TIME = "T"


COARSENESS = {grain: place for place, grain in enumerate(Grain)}
_BLANK = {
    Grain.CENTURY: "XX", Grain.DECADE: "XXX", Grain.YEAR: "XXXX", Grain.HALF: "XXXX-HX", Grain.QUARTER: "XXXX-QX",
    Grain.SEASON: "XXXX", Grain.MONTH: "XXXX-XX", Grain.WEEK: "XXXX-WXX", Grain.WEEKEND: "XXXX-WXX-WE",
    Grain.DAY: "XXXX-XX-XX", Grain.TIME: "XXXX-XX-XXTXX:XX",
}  # fmt: skip
# Astronomical seasons by their usual first days; winter belongs to the year in which it begins.
_SEASONS = {"SP": (3, 20), "SU": (6, 21), "FA": (9, 23), "WI": (12, 21)}
_NEXT_SEASON = {"SP": "SU", "SU": "FA", "FA": "WI", "WI": "SP"}
SEASON_OF_MONTH = {
    month: season
    for season, months in {"WI": (1, 2, 12), "SP": (3, 4, 5), "SU": (6, 7, 8), "FA": (9, 10, 11)}.items()
    for month in months
}


@dataclass(frozen=True, slots=True)
class Period:
    """A value with its first and last day; both None when the calendar place is not known."""

    value: str
    grain: Grain
    start: date | None = None
    end: date | None = None
    weekday: int | None = None

    @property
    def known(self) -> bool:
        """Whether the period has a place in the calendar."""
        return self.start is not None or self.end is not None

    @property
    def night(self) -> bool:
        """Whether it is a night, which ends on the day after its first."""
        return self.value.endswith("TNI")


class OutOfCalendarError(ValueError):
    """A day that does not exist, or a year that no news is about."""


def blank(grain: Grain) -> Period:
    """What is certain of a period of this grain when nothing else is known."""
    return Period(_BLANK[grain], grain)


def date_of(year: int, month: int, day: int) -> date:
    """The day; an OutOfCalendarError where there is none, or no news is about its year."""
    if not MINYEAR <= year < MAXYEAR:
        raise OutOfCalendarError(str(year))
    try:
        return date(year, month, day)
    except ValueError as fault:
        raise OutOfCalendarError(str(fault)) from fault


def in_day(day: date) -> Period:
    """One day."""
    return Period(day.isoformat(), Grain.DAY, day, day, day.isoweekday())


def in_month(year: int, month: int) -> Period:
    """One month.

    >>> in_month(2024, 2).end
    datetime.date(2024, 2, 29)
    """
    first = date_of(year, month, 1)
    return Period(f"{year:04}-{month:02}", Grain.MONTH, first, first.replace(day=monthrange(year, month)[1]))


def in_months(year: int, first: int, count: int, value: str, grain: Grain) -> Period:
    """Months of one year that have a value of their own."""
    return Period(value, grain, date_of(year, first, 1), in_month(year, first + count - 1).end)


def in_quarter(year: int, quarter: int) -> Period:
    """A quarter: 2023-Q2."""
    return in_months(year, 3 * quarter - 2, 3, f"{year:04}-Q{quarter}", Grain.QUARTER)


def in_half(year: int, half: int) -> Period:
    """A half-year: 2023-H1."""
    return in_months(year, 6 * half - 5, 6, f"{year:04}-H{half}", Grain.HALF)


def in_season(year: int, season: str) -> Period:
    """A season of the year in which it begins.

    >>> in_season(2022, "WI").end
    datetime.date(2023, 3, 19)
    """
    following = _NEXT_SEASON[season]
    end = date_of(year + (season == "WI"), *_SEASONS[following]) - timedelta(days=1)
    return Period(f"{year:04}-{season}", Grain.SEASON, date_of(year, *_SEASONS[season]), end)


def in_year(year: int) -> Period:
    """A year."""
    return Period(f"{year:04}", Grain.YEAR, date_of(year, 1, 1), date_of(year, 12, 31))


def in_decade(decade: int) -> Period:
    """Ten years: 199 is 1990 to 1999."""
    return Period(f"{decade:03}", Grain.DECADE, date_of(decade * 10, 1, 1), date_of(decade * 10 + 9, 12, 31))


def in_century(century: int) -> Period:
    """A century by its number: the 20th has the value 19 and runs from 1901 to 2000."""
    return Period(f"{century - 1:02}", Grain.CENTURY, date_of(century * 100 - 99, 1, 1), date_of(century * 100, 12, 31))


def in_week(day: date) -> Period:
    """The ISO week of a day.

    >>> in_week(date(2023, 5, 3)).value
    '2023-W18'
    """
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return Period(f"{year:04}-W{week:02}", Grain.WEEK, monday, monday + timedelta(days=6))


def in_weekend(day: date) -> Period:
    """Saturday and Sunday of the ISO week of a day."""
    week = in_week(day)
    assert week.start is not None
    return Period(f"{week.value}-WE", Grain.WEEKEND, week.start + timedelta(days=5), week.end)


def shift_months(day: date, months: int) -> date:
    """The day some months on, the last of the month where it has no such day.

    >>> shift_months(date(2023, 3, 31), -1)
    datetime.date(2023, 2, 28)
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not MINYEAR <= year < MAXYEAR:
        raise OutOfCalendarError(str(year))
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift_days(day: date, days: int) -> date:
    """The day some days on."""
    try:
        return day + timedelta(days=days)
    except OverflowError as fault:
        raise OutOfCalendarError(str(fault)) from fault


def around(day: date, grain: Grain) -> Period:
    """The period of this grain that holds a day."""
    match grain:
        case Grain.CENTURY:
            return in_century((day.year + 99) // 100)
        case Grain.DECADE:
            return in_decade(day.year // 10)
        case Grain.YEAR:
            return in_year(day.year)
        case Grain.HALF:
            return in_half(day.year, (day.month + 5) // 6)
        case Grain.QUARTER:
            return in_quarter(day.year, (day.month + 2) // 3)
        case Grain.MONTH:
            return in_month(day.year, day.month)
        case Grain.WEEK:
            return in_week(day)
        case Grain.WEEKEND:
            return in_weekend(day)
        case Grain.SEASON:
            season = SEASON_OF_MONTH[day.month]
            return in_season(day.year - (season == "WI" and day.month < 12), season)
        case Grain.DAY | Grain.TIME:
            return in_day(day)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus).

    >>> easter(2023)
    datetime.date(2023, 4, 9)
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, skip = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    quad, left = divmod(rest, 4)
    lag = (32 + 2 * skip + 2 * quad - epact - left) % 7
    late = (golden + 11 * epact + 22 * lag) // 451
    month, day = divmod(epact + lag - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (1) to Sunday (7) of a month, the last for -1.

    >>> nth_weekday(2023, 3, 1, -1)
    datetime.date(2023, 3, 27)
    """
    first = date_of(year, month, 1)
    days = [first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * week) for week in range(5)]
    days = [day for day in days if day.month == month]
    if nth > len(days):
        raise OutOfCalendarError(f"{nth} of a weekday in {year}-{month:02}")
    return days[nth - 1 if nth > 0 else -1]


def span(first: Period, last: Period) -> Period:
    """From the first day of one period to the last of another."""
    grain = max(first.grain, last.grain, key=lambda grain: COARSENESS[grain])
    known = first.known and last.known
    return Period(f"{first.value}/{last.value}", grain, first.start if known else None, last.end if known else None)


def with_part(period: Period, suffix: str) -> Period:
    """A part or time of a day: `suffix` is MO, EV, 14:30 …"""
    return replace(period, value=f"{period.value}T{suffix}", grain=Grain.TIME)
