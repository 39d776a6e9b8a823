"""Calendar places: what the fields of a reading name, from a century to a day."""

from dataclasses import replace

from selon.extract.times import calendar as cal
from selon.extract.times.calendar import Grain, Period
from selon.extract.times.context import Context
from selon.extract.times.days import feast_day, nth_weekday, numbered_day, on_weekday
from selon.extract.times.lengths import distance, grain_of, moved
from selon.extract.times.reading import Reading
from selon.extract.times.turn import TOLD, choose, in_years

_TURN = {"this": 0, "last": -1, "next": 1}
_YEARS = {"this_year": 0, "last_year": -1, "next_year": 1}


def place(reading: Reading, context: Context) -> Period:
    """The period of the calendar fields, without part of the day."""
    if reading.century is not None:
        return cal.in_century(int(reading.century))
    if reading.decade is not None:
        return cal.in_decade(reading.decade)
    year = _full_year(reading, context)
    if reading.base == "year_start":
        return _first_months(reading, year, context)
    if reading.feast is not None:
        return feast_day(reading.feast, year, reading, context)
    if reading.quarter is not None:
        quarter = int(reading.quarter)
        return in_years(year, reading, context, lambda y: cal.in_quarter(y, quarter), f"XXXX-Q{quarter}", Grain.QUARTER)
    if reading.half is not None:
        half = int(reading.half)
        return in_years(year, reading, context, lambda y: cal.in_half(y, half), f"XXXX-H{half}", Grain.HALF)
    if reading.season is not None:
        season = reading.season
        return in_years(year, reading, context, lambda y: cal.in_season(y, season), f"XXXX-{season}", Grain.SEASON)
    if reading.day is not None:
        return numbered_day(reading, year, context)
    if reading.nth is not None and reading.month is not None:
        return nth_weekday(reading, reading.month, year, context)
    if reading.month is not None:
        month = reading.month
        return in_years(year, reading, context, lambda y: cal.in_month(y, month), f"XXXX-{month:02}", Grain.MONTH)
    if reading.weekday is not None:
        return on_weekday(reading, context)
    if year is not None:
        return cal.in_year(year)
    if reading.unit is not None:
        return _near(reading, context)
    return context.today or cal.blank(Grain.DAY)


def _first_months(reading: Reading, year: int | None, context: Context) -> Period:
    """« les huit premiers mois de 2012 »."""
    months = int(reading.low or 1)
    if year is None and context.published:
        year = context.published.year
    if year is None or not 1 <= months <= 12:
        return cal.blank(Grain.MONTH)
    return cal.span(cal.in_month(year, 1), cal.in_month(year, months))


def _full_year(reading: Reading, context: Context) -> int | None:
    """The year, two digits made four (« juillet 98 »), or that of « l'an dernier »."""
    year = reading.year
    if year is not None and year < 100:
        pivot = context.published.year % 100 + 2 if context.published else 30
        return year + (2000 if year <= pivot else 1900)
    if year is None and reading.which in _YEARS and context.published:
        return context.published.year + _YEARS[reading.which]
    return year


def _near(reading: Reading, context: Context) -> Period:
    """« la semaine dernière », « cette année », « le mois suivant »."""
    grain, which = grain_of(reading.unit or "D"), reading.which or "this"
    if which in TOLD:
        told = context.last(grain) if which == "before" else context.told(grain)
        day, step = told.start if told else None, TOLD[which]
    else:
        day, step = context.published, _TURN.get(which, 0)
    if day is None:
        return cal.blank(grain)
    if grain is Grain.WEEKEND and which == "this":
        weekends = [cal.in_weekend(cal.shift_days(day, days)) for days in (-7, 0, 7)]
        return choose(weekends, "this", day, context.view) or cal.blank(grain)
    far = distance(replace(reading, low=1.0))
    return cal.around(moved(day, far, step), grain) if far else cal.blank(grain)
