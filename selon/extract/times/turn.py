"""Which of several periods the words mean: the last, the next, the one that the clause looks at."""

from collections.abc import Callable, Iterable
from datetime import date

from selon.extract.times.calendar import Grain, OutOfCalendarError, Period
from selon.extract.times.context import Context, View
from selon.extract.times.reading import Reading

# A day to come must be this many times nearer than one past, where no tense decides: news looks back.
_NEARER = 3
# Words that look from a time told, and which way.
TOLD = {"before": -1, "same": 0, "after": 1}


def in_years(
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
    if reading.which in TOLD:
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
