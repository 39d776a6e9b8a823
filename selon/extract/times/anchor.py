"""Puts a reading into the calendar: against the publication date, another time of the text, or nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from selon.extract.times import calendar as cal
from selon.extract.times.calendar import COARSENESS, Grain, OutOfCalendarError, Period
from selon.extract.times.lengths import Distance, distance, duration, grain_of
from selon.extract.times.reading import Reading
from selon.model.ontology import TimeMod, TimeType


class View(Enum):
    """Where the clause of an expression looks: its verb's tense."""

    BACK = "back"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is anchored on: the publication day, the view of its clause, and the text's last times.

    `silent`: the text has given no day so far, so that « à 14h30 » is on the day of the publication. `joined`: the day
    that the expression is joined to (« lundi et mardi »).
    """

    published: date | None = None
    view: View = View.UNKNOWN
    told: Callable[[Grain], Period | None] = lambda grain: None
    silent: bool = True
    joined: Period | None = None

    @property
    def today(self) -> Period | None:
        """The day of what is told without a day: the last one told, or that of the publication."""
        return self.last(Grain.DAY)

    def last(self, grain: Grain) -> Period | None:
        """The last period told that is as fine as the grain; where no day is told yet, that of the publication."""
        last = self.told(grain)
        if last is None and self.silent and self.published is not None:
            return cal.in_day(self.published)
        return last


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 type, value and modifier, with the first and last day where the calendar has them."""

    type: TimeType
    value: str
    mod: TimeMod | None = None
    start: date | None = None
    end: date | None = None
    period: Period | None = None


# Hours of a night before this one are on the day after it began.
_MORNING = 12
# A day to come must be this many times nearer than one past, where no tense decides: news looks back.
_NEARER = 3
_HOURLY = frozenset(("TH", "TM", "TS", "HH", "QH"))
_TODAY = Reading(low=0.0, unit="D", sign=1, base="now")
_TURN = {"this": 0, "last": -1, "next": 1}
_TOLD = {"before": -1, "same": 0, "after": 1}
_YEARS = {"this_year": 0, "last_year": -1, "next_year": 1}
_LIMITS_OF_DISTANCE = {
    "MORE_THAN": (TimeMod.BEFORE, TimeMod.AFTER), "LESS_THAN": (TimeMod.AFTER, TimeMod.BEFORE),
    "NEARLY": (TimeMod.APPROX, TimeMod.APPROX), "APPROX": (TimeMod.APPROX, TimeMod.APPROX),
    "EQUAL_OR_MORE": (TimeMod.ON_OR_BEFORE, TimeMod.ON_OR_AFTER),
    "EQUAL_OR_LESS": (TimeMod.ON_OR_AFTER, TimeMod.ON_OR_BEFORE),
}  # fmt: skip


def resolve(reading: Reading, context: Context) -> Resolved:
    """The calendar value of a reading, in the precision of the wording. OutOfCalendarError: there is no such day.

    >>> resolve(Reading(month=5, which="last"), Context(date(2023, 9, 28))).value
    '2023-05'
    >>> resolve(Reading(month=5, which="last"), Context()).value
    'XXXX-05'
    """
    context = _looking(reading, context)
    if reading.reference:
        return Resolved(TimeType.DATE, reading.reference)
    if reading.every:
        return Resolved(TimeType.SET, _every(reading))
    if reading.first and reading.last:
        return _dated(reading, _range(reading, context))
    if reading.base == "span":
        return _recent(reading, context)
    if reading.sign is not None and reading.vague and reading.base in ("now", "ahead"):
        return Resolved(TimeType.DATE, "PAST_REF" if reading.sign < 0 else "FUTURE_REF")
    if reading.base == "ahead" and context.view is not View.AHEAD:
        reading = replace(reading, base=None, sign=None)  # "it took shape in three days" is no day to come
    if reading.sign is None and reading.unit and reading.which is None and reading.base is None:
        return Resolved(TimeType.DURATION, duration(reading), _limit(reading))
    if reading.sign is not None and reading.base in ("text", "event") and reading.unit in _HOURLY:
        return Resolved(TimeType.DURATION, duration(reading), _limit(reading))  # « une heure plus tard »
    if reading.sign is not None:
        return _distant(reading, context)
    return _dated(reading, _part(reading, _place(reading, context)))


def _looking(reading: Reading, context: Context) -> Context:
    """The context with the view that the words themselves give."""
    if reading.looks == "ahead" or (reading.looks == "maybe_ahead" and context.view is View.UNKNOWN):
        return replace(context, view=View.AHEAD)
    if reading.open in (TimeMod.BEFORE, TimeMod.ON_OR_BEFORE) and context.view is View.BACK:
        return replace(context, view=View.UNKNOWN)  # « ils ont voté avant le 30 septembre »: either side of now
    return context


def _limit(reading: Reading) -> TimeMod | None:
    if reading.limit == "NEARLY":
        return TimeMod.LESS_THAN
    return TimeMod(reading.limit) if reading.limit else None


def _dated(reading: Reading, period: Period) -> Resolved:
    """A date or time with its modifier, and what an open side does to its days."""
    kind = TimeType.TIME if period.grain is Grain.TIME else TimeType.DATE
    mod = TimeMod(reading.mod) if reading.mod else None
    start, end = period.start, period.end
    if reading.open:
        mod = TimeMod(reading.open)
        if reading.mod == TimeMod.END and mod is TimeMod.BEFORE:
            mod = TimeMod.ON_OR_BEFORE
        start, end = _opened(mod, period)
    return Resolved(kind, period.value, mod, start, end, None if reading.open else period)


def _opened(mod: TimeMod, period: Period) -> tuple[date | None, date | None]:
    step = timedelta(days=0 if period.grain is Grain.TIME else 1)
    if period.start is None or period.end is None:
        return None, None
    match mod:
        case TimeMod.BEFORE:
            return None, period.start - step
        case TimeMod.AFTER:
            return period.end + step, None
        case TimeMod.ON_OR_BEFORE:
            return None, period.end
        case _:
            return period.start, None


def _every(reading: Reading) -> str:
    if reading.unit:
        return duration(replace(reading, low=reading.low or 1.0))
    period = _part(reading, _place(reading, Context()))
    return period.value


def _recent(reading: Reading, context: Context) -> Resolved:
    """« les trois derniers mois »: a length that ends, or begins, with the publication."""
    value = duration(reading)
    far = distance(reading)
    if context.published is None or far is None:
        return Resolved(TimeType.DURATION, value, _limit(reading))
    other = _moved(context.published, far, reading.sign or 1)
    start, end = sorted((context.published, other))
    return Resolved(TimeType.DURATION, value, _limit(reading), start, end)


# — ranges —


def _range(reading: Reading, context: Context) -> Period:
    assert reading.first is not None and reading.last is not None
    first, last = _shared(reading.first, reading), _shared(reading.last, reading)
    first = replace(
        first,
        month=first.month or (last.month if first.day else None),
        year=first.year if first.year is not None else _earlier_year(first, last),
    )
    if last.year is None and first.year is not None and last.weekday is None:
        last = replace(last, year=_later_year(first, last))
    if last.year is not None and first.year is not None and last.year < 100 <= first.year and last.month is None:
        last = replace(last, year=first.year // 100 * 100 + last.year)
    ends = resolve(last, context)
    stop = ends.period or cal.blank(Grain.DAY)
    begins = resolve(first, replace(context, published=stop.start, view=View.BACK) if stop.start else context)
    start = begins.period or cal.blank(Grain.DAY)
    if start.start and stop.end and start.start > stop.end:
        raise OutOfCalendarError("a range that ends before it begins")
    if reading.part:
        part = cal.with_part(start, reading.part)
        return replace(part, end=stop.end if start.known else None)
    return cal.span(start, stop)


def _shared(end: Reading, both: Reading) -> Reading:
    """One end of a range with the month and year that stand outside both: "May 3 to 5, 2021"."""
    return replace(end, month=end.month or both.month, year=end.year if end.year is not None else both.year)


def _earlier_year(first: Reading, last: Reading) -> int | None:
    """The year of the first date by that of the last: « de novembre à mars 2020 » begins in 2019."""
    if last.year is None or (first.weekday and not first.month):
        return None
    if first.month and last.month and (first.month, first.day or 0) > (last.month, last.day or 31):
        return last.year - 1
    return last.year if first.month or first.day or first.season else None


def _later_year(first: Reading, last: Reading) -> int | None:
    assert first.year is not None
    later = bool(first.month and last.month and last.month < first.month)
    return first.year + later if last.month or last.day else None


# — distances —


def _moved(day: date, far: Distance, sign: int) -> date:
    return cal.shift_days(cal.shift_months(day, sign * far.months), sign * far.days)


def _distant(reading: Reading, context: Context) -> Resolved:
    """« il y a deux ans », « trois jours plus tôt », « la veille » with a part of the day where the words give one."""
    sign = reading.sign or 1
    far = distance(reading)
    if reading.base in ("now", "ahead") and far is None:
        return Resolved(TimeType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF")
    if context.published is None and reading == _TODAY:
        return Resolved(TimeType.DATE, "PRESENT_REF")
    period = _part(reading, _nightly(reading, _reached(reading, far, sign, context), context))
    found = _dated(reading, period)
    if reading.limit and found.mod is None:
        mod = _LIMITS_OF_DISTANCE[reading.limit][sign > 0]
        found = replace(found, mod=mod)
        if mod in (TimeMod.BEFORE, TimeMod.ON_OR_BEFORE):
            found = replace(found, start=None)
        elif mod in (TimeMod.AFTER, TimeMod.ON_OR_AFTER):
            found = replace(found, end=None)
    return found


def _nightly(reading: Reading, period: Period, context: Context) -> Period:
    """The day on which a night began: before the publication, « dans la nuit » is the one that ended that day."""
    night = reading.part == "NI" and reading.base == "text" and reading.low == 0
    if night and period.start and period.start == context.published and context.view is not View.AHEAD:
        return cal.in_day(cal.shift_days(period.start, -1))
    return period


def _reached(reading: Reading, far: Distance | None, sign: int, context: Context) -> Period:
    grain = far.grain if far else grain_of(reading.unit or "D")
    base = _base(reading, grain, context)
    if far is None or base is None:
        return cal.blank(grain)
    if base.start is None:
        if base.weekday and grain is Grain.DAY and far.months == 0:
            return _weekday((base.weekday - 1 + sign * far.days) % 7 + 1)
        return cal.blank(grain)
    if COARSENESS[base.grain] > COARSENESS[grain]:
        return cal.around(_moved(base.start, far, sign), grain)
    return cal.around(_moved(base.start, far, sign), grain)


def _base(reading: Reading, grain: Grain, context: Context) -> Period | None:
    if reading.base in ("now", "ahead"):
        return cal.in_day(context.published) if context.published else None
    if reading.base == "text":
        ahead = (reading.sign or 0) > 0 and reading.low != 0
        return context.told(grain) if ahead and context.view is View.BACK else context.last(grain)
    if reading.base == "first" and reading.first is not None:
        found = resolve(reading.first, context).period
        return found if found and COARSENESS[found.grain] >= COARSENESS[grain] else None
    return None


# — calendar places —


def _place(reading: Reading, context: Context) -> Period:
    """The period of the calendar fields, without part of the day."""
    if reading.century is not None:
        return cal.in_century(int(reading.century))
    if reading.decade is not None:
        return cal.in_decade(reading.decade)
    if reading.base == "week_of" and reading.first is not None:
        day = resolve(reading.first, context).start
        weekend = reading.unit == "WE"
        if day is None:
            return cal.blank(Grain.WEEKEND if weekend else Grain.WEEK)
        return cal.in_weekend(day) if weekend else cal.in_week(day)
    year = _full_year(reading, context)
    if reading.base == "year_start":
        return _first_months(reading, year, context)
    if reading.feast is not None:
        return _feast(reading.feast, year, reading, context)
    if reading.quarter is not None:
        quarter = int(reading.quarter)
        return _in(year, reading, context, lambda y: cal.in_quarter(y, quarter), f"XXXX-Q{quarter}", Grain.QUARTER)
    if reading.half is not None:
        half = int(reading.half)
        return _in(year, reading, context, lambda y: cal.in_half(y, half), f"XXXX-H{half}", Grain.HALF)
    if reading.season is not None:
        season = reading.season
        return _in(year, reading, context, lambda y: cal.in_season(y, season), f"XXXX-{season}", Grain.SEASON)
    if reading.day is not None:
        return _day(reading, year, context)
    if reading.nth is not None and reading.month is not None:
        return _nth_weekday(reading, reading.month, year, context)
    if reading.month is not None:
        month = reading.month
        return _in(year, reading, context, lambda y: cal.in_month(y, month), f"XXXX-{month:02}", Grain.MONTH)
    if reading.weekday is not None:
        return _on_weekday(reading, context)
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


def _in(
    year: int | None,
    reading: Reading,
    context: Context,
    build: Callable[[int], Period],
    partial: str,
    grain: Grain,
    *,
    near: bool = False,
) -> Period:
    """What `build` makes of the year, or of the year that the words and the clause point to."""
    if year is not None:
        return build(year)
    if reading.which in _TOLD:
        return _in_told(reading.which, context, build) or Period(partial, grain)
    if context.published is None:
        return Period(partial, grain)
    here = context.published.year
    candidates: list[Period] = []
    for each in range(here - 1, here + 2):
        try:
            candidates.append(build(each))
        except OutOfCalendarError:
            continue
    chosen = choose(candidates, reading.which, context.published, context.view, near=near)
    return chosen or Period(partial, grain)


def _in_told(which: str, context: Context, build: Callable[[int], Period]) -> Period | None:
    """The one before or after the last time told: « le printemps suivant »."""
    told = context.told(Grain.MONTH) or context.told(Grain.YEAR)
    if told is None or told.start is None or told.end is None:
        return None
    candidates = [build(each) for each in range(told.start.year - 1, told.end.year + 2)]
    turn = {"before": "last", "after": "next", "same": None}[which]
    return choose(candidates, turn, told.end if turn == "next" else told.start, View.BACK)


def choose(
    candidates: Iterable[Period], which: str | None, now: date, view: View, *, near: bool = False
) -> Period | None:
    """The candidate (in order of time) that the words mean: « dernier » ends before now, « prochain » begins after;
    else the last that has begun, or in a clause that looks ahead the first that is not over. `near`: with an unknown
    view the one closest to now.
    """
    known = [each for each in candidates if each.start and each.end]
    before = [each for each in known if each.end and each.end < now]
    after = [each for each in known if each.start and each.start > now]
    over = [each for each in known if each.start and each.start <= now]
    coming = [each for each in known if each.end and each.end >= now]
    if which == "last":
        return before[-1] if before else None
    if which == "next":
        return after[0] if after else None
    if (which == "this" or near) and view is View.UNKNOWN and known:
        return min(known, key=lambda each: _away(each, now, 1 if which == "this" else _NEARER))
    if view is View.AHEAD:
        return coming[0] if coming else None
    return over[-1] if over else None


def _away(period: Period, now: date, weight: int) -> tuple[int, int]:
    assert period.start and period.end
    if period.start > now:
        return weight * (period.start - now).days, 1
    return max((now - period.end).days, 0), 0


def _feast(feast: str, year: int | None, reading: Reading, context: Context) -> Period:
    """A feast with a fixed or computed day; for one of another calendar no more than the year that stands there, and
    without a year no time at all."""
    if feast == "none":
        if year is None:
            raise OutOfCalendarError(f"{feast} without a year")
        return cal.in_year(year)
    if feast.startswith("easter"):
        after = int(feast.removeprefix("easter"))
        return _in(
            year,
            reading,
            context,
            lambda y: cal.in_day(cal.easter(y) + timedelta(days=after)),
            "XXXX-XX-XX",
            Grain.DAY,
            near=True,
        )
    month, day = (int(part) for part in feast.split("-"))
    return _in(
        year,
        reading,
        context,
        lambda y: cal.in_day(cal._day(y, month, day)),
        f"XXXX-{feast}",
        Grain.DAY,
        near=True,
    )


def _day(reading: Reading, year: int | None, context: Context) -> Period:
    day, month, now = reading.day or 0, reading.month, context.published
    if month == 0:
        return replace(cal.in_year(year or 0), value=f"{year}-XX-XX", grain=Grain.DAY)
    if month is None or reading.which in ("last_month", "this_month", "next_month"):
        return _day_of_near_month(reading, day, context)
    if year is not None:
        return cal.in_day(cal._day(year, month, day))
    cal._day(2024, month, day)
    if now is None:
        return Period(f"XXXX-{month:02}-{day:02}", Grain.DAY, weekday=reading.weekday)
    days = _days_of_years(month, day, now)
    if reading.weekday:
        days = [each for each in days if each.weekday == reading.weekday] or days
    if len(days) == 1:
        return days[0]
    return choose(days, reading.which, now, context.view, near=True) or Period("XXXX-XX-XX", Grain.DAY)


def _nth_weekday(reading: Reading, month: int, year: int | None, context: Context) -> Period:
    """« le premier mardi d'octobre », « le dernier lundi de mars »."""
    weekday, nth = reading.weekday or 1, reading.nth or 1
    return _in(
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
            found.append(cal.in_day(cal._day(year, month, day)))
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
            days.append(cal.in_day(cal._day(there.year, there.month, day)))
        except OutOfCalendarError:
            continue
    if reading.weekday:
        days = [each for each in days if each.weekday == reading.weekday] or days
    if step is not None and days:
        return days[0]
    return choose(days, None, now, context.view, near=True) or Period(f"XXXX-XX-{day:02}", Grain.DAY)


def _weekday(weekday: int) -> Period:
    return Period(f"XXXX-WXX-{weekday}", Grain.DAY, weekday=weekday)


def _on_weekday(reading: Reading, context: Context) -> Period:
    weekday, now, which = reading.weekday or 1, context.published, reading.which
    if which in _TOLD:
        told = context.told(Grain.DAY)
        if told is None or told.start is None:
            return _weekday(weekday)
        view = {"before": "last", "after": "next", "same": None}[which]
        return choose(_weekdays(weekday, told.start), view, told.start, View.BACK) or _weekday(weekday)
    if now is None:
        return _weekday(weekday)
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
    return found or _weekday(weekday)


def _weekdays(weekday: int, now: date) -> list[Period]:
    monday = now - timedelta(days=now.isoweekday() - 1)
    return [cal.in_day(monday + timedelta(days=7 * week + weekday - 1)) for week in (-1, 0, 1)]


def _near(reading: Reading, context: Context) -> Period:
    """« la semaine dernière », « cette année », « le mois suivant »."""
    grain, which = grain_of(reading.unit or "D"), reading.which or "this"
    if which in _TOLD:
        told = context.last(grain) if which == "before" else context.told(grain)
        day, step = told.start if told else None, _TOLD[which]
    else:
        day, step = context.published, _TURN.get(which, 0)
    if day is None:
        return cal.blank(grain)
    if grain is Grain.WEEKEND and which == "this":
        weekends = [cal.in_weekend(cal.shift_days(day, days)) for days in (-7, 0, 7)]
        return choose(weekends, "this", day, context.view) or cal.blank(grain)
    far = distance(replace(reading, low=1.0))
    return cal.around(_moved(day, far, step), grain) if far else cal.blank(grain)


def _part(reading: Reading, period: Period) -> Period:
    """The period with the hour or the part of the day that the words add."""
    if (
        period.grain is Grain.TIME
        and not period.night
        and period.start
        and (reading.hour is not None or reading.part is not None)
    ):
        period = cal.in_day(period.start)
    if reading.hour is not None:
        hour = int(reading.hour) % 24
        if period.night and period.start:
            period = cal.in_day(cal.shift_days(period.start, int(hour < _MORNING)))
        if reading.afternoon is not None and hour <= 12:
            hour = hour % 12 + 12 * reading.afternoon
        return cal.with_part(period, f"{hour:02}:{reading.minute or 0:02}")
    if reading.part is not None:
        return cal.with_part(period, reading.part)
    return period
