"""Days: dates with what is left open of them, feasts, weekdays."""

from dataclasses import replace
from datetime import date, timedelta

from selon.extract.times import calendar as cal
from selon.extract.times.calendar import Grain, OutOfCalendarError, Period
from selon.extract.times.context import Context, View
from selon.extract.times.reading import Reading
from selon.extract.times.turn import TOLD, choose, in_years


def feast_day(feast: str, year: int | None, reading: Reading, context: Context) -> Period:
    """A feast with a fixed or computed day; for one of another calendar no more than the year that stands there, and
    without a year no time at all."""
    if feast == "none":
        if year is None:
            raise OutOfCalendarError(f"{feast} without a year")
        return cal.in_year(year)
    if feast.startswith("easter"):
        after = int(feast.removeprefix("easter"))
        return in_years(
            year,
            reading,
            context,
            lambda y: cal.in_day(cal.easter(y) + timedelta(days=after)),
            "XXXX-XX-XX",
            Grain.DAY,
            near=True,
        )
    month, day = (int(part) for part in feast.split("-"))
    return in_years(
        year,
        reading,
        context,
        lambda y: cal.in_day(cal.date_of(y, month, day)),
        f"XXXX-{feast}",
        Grain.DAY,
        near=True,
    )


def numbered_day(reading: Reading, year: int | None, context: Context) -> Period:
    """The day that has a number, in the month and year of the words or in those that they point to."""
    day, month, now = reading.day or 0, reading.month, context.published
    if month == 0:
        return replace(cal.in_year(year or 0), value=f"{year}-XX-XX", grain=Grain.DAY)
    if month is None or reading.which in ("last_month", "this_month", "next_month"):
        return _day_of_near_month(reading, day, context)
    if year is not None:
        return cal.in_day(cal.date_of(year, month, day))
    cal.date_of(2024, month, day)
    if now is None:
        return Period(f"XXXX-{month:02}-{day:02}", Grain.DAY, weekday=reading.weekday)
    days = _days_of_years(month, day, now)
    if reading.weekday:
        days = [each for each in days if each.weekday == reading.weekday] or days
    if len(days) == 1:
        return days[0]
    return choose(days, reading.which, now, context.view, near=True) or Period("XXXX-XX-XX", Grain.DAY)


def nth_weekday(reading: Reading, month: int, year: int | None, context: Context) -> Period:
    """« le premier mardi d'octobre », « le dernier lundi de mars »."""
    weekday, nth = reading.weekday or 1, reading.nth or 1
    return in_years(
        year,
        reading,
        context,
        lambda y: cal.in_day(cal.nth_weekday(y, month, weekday, nth)),
        f"XXXX-{month:02}-XX",
        Grain.DAY,
    )


def _days_of_years(month: int, day: int, now: date) -> list[Period]:
    found: list[Period] = []
    for year in range(now.year - 1, now.year + 2):
        try:
            found.append(cal.in_day(cal.date_of(year, month, day)))
        except OutOfCalendarError:
            continue
    return found


def _day_of_near_month(reading: Reading, day: int, context: Context) -> Period:
    """« le 15 du mois dernier », « lundi 3 »: a day number without its month."""
    now = context.published
    if now is None:
        return Period(f"XXXX-XX-{day:02}", Grain.DAY, weekday=reading.weekday)
    step = {"last_month": -1, "this_month": 0, "next_month": 1}.get(reading.which or "")
    months = [step] if step is not None else [-2, -1, 0, 1, 2]
    days: list[Period] = []
    for each in months:
        there = cal.shift_months(now.replace(day=1), each)
        try:
            days.append(cal.in_day(cal.date_of(there.year, there.month, day)))
        except OutOfCalendarError:
            continue
    if reading.weekday:
        days = [each for each in days if each.weekday == reading.weekday] or days
    if step is not None and days:
        return days[0]
    return choose(days, None, now, context.view, near=True) or Period(f"XXXX-XX-{day:02}", Grain.DAY)


def some_weekday(weekday: int) -> Period:
    return Period(f"XXXX-WXX-{weekday}", Grain.DAY, weekday=weekday)


def on_weekday(reading: Reading, context: Context) -> Period:
    weekday, now, which = reading.weekday or 1, context.published, reading.which
    if which in TOLD:
        told = context.told(Grain.DAY)
        if told is None or told.start is None:
            return some_weekday(weekday)
        view = {"before": "last", "after": "next", "same": None}[which]
        return choose(_weekdays(weekday, told.start), view, told.start, View.BACK) or some_weekday(weekday)
    if now is None:
        return some_weekday(weekday)
    if context.joined is not None and context.joined.start is not None and which is None:
        following = cal.shift_days(context.joined.start, 1 + (weekday - context.joined.start.isoweekday() - 1) % 7)
        if following <= now or context.joined.start > now:
            return cal.in_day(following)
    if which in ("last_week", "next_week"):
        week = cal.in_week(cal.shift_days(now, -7 if which == "last_week" else 7))
        assert week.start is not None
        return cal.in_day(week.start + timedelta(days=weekday - 1))
    found = choose(_weekdays(weekday, now), "next" if which == "in_eight" else which, now, context.view)
    if found and found.start and which == "in_eight":
        return cal.in_day(cal.shift_days(found.start, 7))
    return found or some_weekday(weekday)


def _weekdays(weekday: int, now: date) -> list[Period]:
    monday = now - timedelta(days=now.isoweekday() - 1)
    return [cal.in_day(monday + timedelta(days=7 * week + weekday - 1)) for week in (-1, 0, 1)]
