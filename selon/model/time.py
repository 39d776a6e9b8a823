"""Times: expressions of the text with their TIMEX3 values."""

from dataclasses import dataclass

from selon.model.ontology import TimeMod, TimeType
from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression. `start` and `end` are ISO days (inclusive), None for what has no calendar place."""

    text: str
    span: Span
    type: TimeType
    value: str
    mod: TimeMod | None
    start: str | None
    end: str | None
    anchored: bool
