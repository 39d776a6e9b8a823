"""The record: all that is read out of one document, as CONTRACT.md describes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache

from selon.model.actor import Actor
from selon.model.document import Document
from selon.model.event import Event
from selon.model.gap import Gap
from selon.model.place import Place
from selon.model.quote import Quote
from selon.model.time import TimeExpression
from selon.version import __version__

SCHEMA = 1

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Record:
    """What selon reads in one document."""

    schema: int
    selon: str
    model: Mapping[str, str]
    document: Document
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    gaps: tuple[Gap, ...]

    @classmethod
    def empty(cls, document: Document) -> "Record":
        """The record of a document in which nothing was found."""
        return cls(SCHEMA, __version__, {}, document, (), (), (), (), (), ())


# What JSON has itself.
_PLAIN = frozenset((type(None), bool, int, float, str))


def to_json(value: object) -> Json:
    """A model value as plain JSON data; spans become [start, end], enums their value.

    >>> from selon.model.span import Words
    >>> to_json(Words.of("Paris dit non", 0, 5))
    {'text': 'Paris', 'span': [0, 5]}
    """
    kind: type = type(value)
    if kind in _PLAIN:
        return value  # type: ignore[return-value]
    names = _fields(kind)
    if names is not None:
        inside = [(name, getattr(value, name)) for name in names]
        return {name: each if type(each) in _PLAIN else to_json(each) for name, each in inside}
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Mapping):
        return {str(key): to_json(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [to_json(each) for each in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{type(value).__name__} has no place in a record")


@cache
def _fields(kind: type) -> tuple[str, ...] | None:
    """The names of the fields of a dataclass; None for another type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def dumps(record: Record, *, indent: int | None = None) -> str:
    """The record as JSON text, without a final newline; the same record gives the same characters."""
    return json.dumps(to_json(record), ensure_ascii=False, indent=indent)
