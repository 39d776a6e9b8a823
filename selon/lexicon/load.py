"""Reads lexicon files into frozen dataclasses; a file that does not fit its class is refused, all faults at once.

Every scalar is text (in YAML `NO`, Norway, and `on`, the pronoun, would be booleans); the type of the field says what
it becomes: str, int, float, bool, an enum of `model/`, a nested entry class, a tuple or a mapping of these. A key
named like a Python keyword (`from`) fills the field with an underscore behind it (`from_`).
"""

import csv
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

from selon.errors import LexiconError

DATA = Path(__file__).parent / "data"
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TRUTH = {"true": True, "false": False}
Entry = TypeVar("Entry")


def data_file(lang: str, name: str) -> Path:
    """The path of a bundled lexicon file: `data_file("fr", "reporting.yml")`; `world` is a language of its own."""
    return DATA / lang / name


def load_yaml(path: Path, entry: type[Entry]) -> tuple[Entry, ...]:
    """The entries of a YAML list, in file order. Faults are one LexiconError, `file:line field: cause` each."""
    return tuple(value for value, _ in load_yaml_lines(path, entry))


def load_yaml_lines(path: Path, entry: type[Entry]) -> tuple[tuple[Entry, int], ...]:
    """As `load_yaml`, each entry with the line (from 1) where it begins."""
    reader = _Reader(f"{path.parent.name}/{path.name}", [])
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as fault:
        raise LexiconError([f"{reader.name}: not YAML: {fault}"]) from fault
    found: list[tuple[Entry, int]] = []
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        raise LexiconError([f"{reader.name}:1: a list of entries is expected"])
    for item in node.value:
        found.append((reader.entry(item, entry, ""), item.start_mark.line + 1))
    if reader.faults:
        raise LexiconError(reader.faults)
    return tuple(found)


def load_one(path: Path, entry: type[Entry]) -> Entry:
    """The single entry that a YAML file is. Faults are one LexiconError, `file:line field: cause` each."""
    reader = _Reader(path.name, [])
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError, UnicodeDecodeError, RecursionError) as fault:
        raise LexiconError([f"{path}: cannot be read as YAML: {fault}"]) from fault
    if node is None:
        raise LexiconError([f"{path}: the file is empty"])
    found = reader.entry(node, entry, "")
    if reader.faults:
        raise LexiconError(reader.faults)
    return found


def load_csv(path: Path, entry: type[Entry]) -> tuple[Entry, ...]:
    """The rows of a CSV file with a header; a tuple field is split at `|`, an empty cell takes the field's default."""
    name = f"{path.parent.name}/{path.name}"
    try:
        return _rows(path, name, entry)
    except (csv.Error, UnicodeDecodeError) as fault:
        raise LexiconError([f"{name}: not CSV: {fault}"]) from fault


def _rows(path: Path, name: str, entry: type[Entry]) -> tuple[Entry, ...]:
    faults: list[str] = []
    found: list[Entry] = []
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        wanted = {_key(field.name) for field in fields(entry)}  # type: ignore[arg-type]
        unknown = [key for key in rows.fieldnames or [] if key not in wanted]
        faults.extend(f"{name}:1 {key}: unknown column, not one of {', '.join(sorted(wanted))}" for key in unknown)
        for row in rows:
            reader = _Reader(name, faults)
            if None in row:
                reader.fault(rows.line_num, "", "more cells than the header has")
                continue
            cells = {key: _cell(value, rows.line_num) for key, value in row.items() if value and key in wanted}
            found.append(reader.build(cells, entry, "", rows.line_num))
    if faults:
        raise LexiconError(faults)
    return tuple(found)


def _cell(value: str, line: int) -> yaml.ScalarNode:
    mark = yaml.Mark("", 0, line - 1, 0, None, 0)
    return yaml.ScalarNode("cell", value, mark, mark)


def _key(field: str) -> str:
    return field.rstrip("_")


@cache
def _hints(entry: type[Any]) -> Mapping[str, Any]:
    return get_type_hints(entry)


@dataclass(slots=True)
class _Reader:
    """Turns YAML nodes into values of a type, noting faults with their line."""

    name: str
    faults: list[str]

    def fault(self, line: int, field: str, cause: str) -> None:
        self.faults.append(f"{self.name}:{line} {field}: {cause}" if field else f"{self.name}:{line}: {cause}")

    def entry(self, node: yaml.Node, entry: type[Entry], where: str) -> Entry:
        if not isinstance(node, yaml.MappingNode):
            self.fault(_line(node), where, "an entry with named fields is expected")
            return object.__new__(entry)
        cells: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.fault(_line(key), where, "the name of a field is expected")
                continue
            if key.value in cells:
                self.fault(_line(key), where + key.value, "given twice")
            cells[key.value] = value
        return self.build(cells, entry, where, _line(node))

    def build(self, cells: Mapping[str, yaml.Node], entry: type[Entry], where: str, line: int) -> Entry:
        known = {_key(field.name): field for field in fields(entry)}  # type: ignore[arg-type]
        values: dict[str, Any] = {}
        hints = _hints(entry)  # type: ignore[arg-type]
        for key, node in cells.items():
            if key not in known:
                self.fault(_line(node), where + key, f"unknown, not one of {', '.join(sorted(known))}")
                continue
            field = known[key]
            values[field.name] = self.value(node, hints[field.name], where + key)
        for key, field in known.items():
            required = field.default is MISSING and field.default_factory is MISSING
            if required and field.name not in values:
                self.fault(line, where + key, "missing")
        return entry(**values) if not self.faults else object.__new__(entry)

    def value(self, node: yaml.Node, kind: Any, where: str) -> Any:
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            kind = next(each for each in get_args(kind) if each is not types.NoneType)
            return self.value(node, kind, where)
        if origin is tuple:
            return self._tuple(node, get_args(kind)[0], where)
        if origin is not None and issubclass(origin, Mapping):
            return self._mapping(node, get_args(kind)[1], where)
        if is_dataclass(kind):
            return self.entry(node, kind, where + ".")  # type: ignore[arg-type]
        if not isinstance(node, yaml.ScalarNode):
            self.fault(_line(node), where, "one value is expected")
            return None
        return self._scalar(node, kind, where)

    def _tuple(self, node: yaml.Node, kind: Any, where: str) -> tuple[Any, ...]:
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(item, kind, where) for item in node.value)
        if isinstance(node, yaml.ScalarNode) and node.tag == "cell":
            parts = [part.strip() for part in node.value.split("|")]
            return tuple(self.value(_cell(part, _line(node)), kind, where) for part in parts if part)
        self.fault(_line(node), where, "a list is expected")
        return ()

    def _mapping(self, node: yaml.Node, kind: Any, where: str) -> Mapping[str, Any]:
        if isinstance(node, yaml.MappingNode):
            return {key.value: self.value(each, kind, f"{where}.{key.value}") for key, each in node.value}
        self.fault(_line(node), where, "named values are expected")
        return {}

    def _scalar(self, node: yaml.ScalarNode, kind: Any, where: str) -> Any:
        text: str = node.value
        if kind is str:
            return text
        if kind is bool:
            return self._checked(node, where, _TRUTH.__getitem__, "'true' or 'false'")
        if isinstance(kind, type) and issubclass(kind, Enum):
            values = ", ".join(str(each.value) for each in kind)
            return self._checked(node, where, kind, f"one of {values}")
        if kind in (int, float):
            return self._checked(node, where, kind, "a number")
        raise TypeError(f"a lexicon field cannot have the type {kind}")

    def _checked(self, node: yaml.ScalarNode, where: str, make: Callable[[str], Any], wanted: str) -> Any:
        try:
            return make(node.value)
        except (ValueError, KeyError):
            self.fault(_line(node), where, f"{node.value!r} is not {wanted}")
            return None


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
