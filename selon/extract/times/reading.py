"""What the words of a time expression say, before any calendar: the fields that the phrases fill in."""

from dataclasses import dataclass, fields
from types import NoneType
from typing import Any, get_args, get_type_hints


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of a time expression; None is what the words leave open.

    A date has calendar fields (`nth`: the first, second … weekday of a month, -1 the last); `which` (last, this, next,
    before, after, same) says where to look for what is open.
    A length has `low` (and `high`) times `unit`, or is `vague`. With `sign` the length is a distance from `base`
    (now, text or event). A range has `first` and `last`; `reference` is PAST_REF and the like; `every` makes a SET.
    `looks` is ahead, or maybe_ahead where no tense says otherwise.
    """

    century: int | None = None
    decade: int | None = None
    year: int | None = None
    year_end: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    feast: str | None = None
    weekend: bool | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    afternoon: bool | None = None
    which: str | None = None
    mod: str | None = None
    limit: str | None = None
    open: str | None = None
    low: float | None = None
    high: float | None = None
    times: int | None = None
    halves: bool | None = None
    vague: bool | None = None
    unit: str | None = None
    sign: int | None = None
    base: str | None = None
    reference: str | None = None
    every: bool | None = None
    looks: str | None = None
    more: "Reading | None" = None
    first: "Reading | None" = None
    last: "Reading | None" = None


def _kind(hint: Any) -> type:
    kind: type = next(each for each in get_args(hint) if each is not NoneType)
    return kind


KINDS: dict[str, type] = {name: _kind(hint) for name, hint in get_type_hints(Reading).items()}
FIELDS = frozenset(field.name for field in fields(Reading))


def field_value(name: str, text: str) -> Any:
    """The value of a field as its text in a lexicon says; ValueError for a field or value that does not exist.

    >>> field_value("month", "5"), field_value("which", "last"), field_value("every", "true")
    (5, 'last', True)
    """
    kind = KINDS.get(name)
    if kind is None or kind is Reading:
        raise ValueError(f"{name!r} is no field that a word can fill")
    if kind is bool:
        if text not in ("true", "false"):
            raise ValueError(f"{text!r} is not 'true' or 'false'")
        return text == "true"
    return kind(text)
