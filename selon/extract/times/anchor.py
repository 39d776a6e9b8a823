"""Puts a reading into the calendar: against the publication date, another time of the text, or nothing."""

from dataclasses import replace
from datetime import date, timedelta

from selon.extract.times import calendar as cal
from selon.extract.times.calendar import COARSENESS, Grain, OutOfCalendarError, Period
from selon.extract.times.context import Context, Resolved, View
from selon.extract.times.dates import place
from selon.extract.times.days import some_weekday
from selon.extract.times.lengths import Distance, distance, duration, grain_of, moved
from selon.extract.times.reading import Reading
from selon.model.ontology import TimeMod, TimeType

# Hours of a night before this one are on the day after it began.
_MORNING = 12
_HOURLY = frozenset(("TH", "TM", "TS", "HH", "QH"))
_TODAY = Reading(low=0.0, unit="D", sign=1, base="now")
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
    week = reading.base == "week_of" and reading.first is not None
    return _dated(reading, _part(reading, _week_of(reading, context) if week else place(reading, context)))


def _week_of(reading: Reading, context: Context) -> Period:
    """« la semaine du 3 mai », « le week-end du 3 mai »."""
    day = resolve(reading.first, context).start if reading.first is not None else None
    weekend = reading.unit == "WE"
    if day is None:
        return cal.blank(Grain.WEEKEND if weekend else Grain.WEEK)
    return cal.in_weekend(day) if weekend else cal.in_week(day)


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
    told = None if reading.open and period.grain is not Grain.TIME else period
    return Resolved(kind, period.value, mod, start, end, told)


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
    period = _part(reading, place(reading, Context()))
    return period.value


def _recent(reading: Reading, context: Context) -> Resolved:
    """« les trois derniers mois »: a length that ends, or begins, with the publication."""
    value = duration(reading)
    far = distance(reading)
    if context.published is None or far is None:
        return Resolved(TimeType.DURATION, value, _limit(reading))
    other = moved(context.published, far, reading.sign or 1)
    start, end = sorted((context.published, other))
    return Resolved(TimeType.DURATION, value, _limit(reading), start, end)


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
            return some_weekday((base.weekday - 1 + sign * far.days) % 7 + 1)
        return cal.blank(grain)
    if COARSENESS[base.grain] > COARSENESS[grain]:
        return cal.around(moved(base.start, far, sign), grain)
    return cal.around(moved(base.start, far, sign), grain)


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
