"""Records read back from JSON, as `selon code` writes them and other programs pass them on."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from selon.model.record import SCHEMA, Record


def loads(text: str) -> Record:
    """The record of a line that `dumps` or `selon code` has written.

    What is no record of this version of the schema is a ValueError that says where it differs.
    """
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise ValueError(f"this is no record of schema {SCHEMA}; write it anew with this version's `selon code`")
    record = _value(Record, data, "record")
    assert isinstance(record, Record)
    return record


def _value(kind: Any, data: Any, where: str) -> Any:
    """The data as a value of the kind that a field's annotation names."""
    options = get_args(kind)
    if get_origin(kind) is UnionType:
        return None if data is None else _value(next(each for each in options if each is not NoneType), data, where)
    if get_origin(kind) is tuple:
        return tuple(_value(options[0], each, f"{where}[{number}]") for number, each in enumerate(_list(data, where)))
    if get_origin(kind) is Mapping:
        return data
    if is_dataclass(kind):
        return _object(kind, data, where)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if isinstance(kind, type) and issubclass(kind, tuple):
        return kind(*_list(data, where))
    return float(data) if kind is float else data


def _object(kind: Any, data: Any, where: str) -> Any:
    kinds = _fields(kind)
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    if not isinstance(data, dict) or not needed <= data.keys() <= kinds.keys():
        raise ValueError(f"{where} does not have the fields {', '.join(kinds)}")
    return kind(**{name: _value(kinds[name], each, f"{where}.{name}") for name, each in data.items()})


def _list(data: Any, where: str) -> list[Any]:
    if not isinstance(data, list):
        raise ValueError(f"{where} is no list")
    return data


@cache
def _fields(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
