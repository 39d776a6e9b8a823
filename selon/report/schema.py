"""The JSON Schema of the record, made from the model's dataclasses."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from selon.model.record import SCHEMA, Json, Record
from selon.model.span import Span


def record_schema() -> dict[str, Json]:
    """The schema (draft 2020-12): every field is required, nothing else is allowed, every category is closed."""
    definitions: dict[str, Json] = {}
    root = _object(Record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"selon record, schema {SCHEMA}",
        **root,
        "$defs": definitions,
    }


def _object(kind: type[Any], definitions: dict[str, Json]) -> dict[str, Json]:
    hints = get_type_hints(kind)
    properties: dict[str, Json] = {field.name: _schema(hints[field.name], definitions) for field in fields(kind)}
    return {
        "type": "object",
        "description": (kind.__doc__ or "").strip(),
        "properties": properties,
        "required": [field.name for field in fields(kind)],
        "additionalProperties": False,
    }


def _schema(kind: Any, definitions: dict[str, Json]) -> dict[str, Json]:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(each, definitions) for each in get_args(kind)]}
    if kind is Span:
        number: dict[str, Json] = {"type": "integer", "minimum": 0}
        return {"type": "array", "prefixItems": [number, number], "minItems": 2, "maxItems": 2}
    if origin is tuple:
        return {"type": "array", "items": _schema(get_args(kind)[0], definitions)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(get_args(kind)[1], definitions)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        definitions.setdefault(kind.__name__, {"enum": [str(each.value) for each in kind]})
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = _object(kind, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    simple = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}
    return {"type": simple[kind]}
