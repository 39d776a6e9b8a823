"""What an expression is anchored on, and what comes out: the view of its clause, the days told, a calendar value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from selon.extract.times import calendar as cal
from selon.extract.times.calendar import Grain, Period
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
