"""Gains and losses: what two readings of the same texts find more and less."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selon.errors import InputError, Reason

Item = tuple[str, str]
"""Where something is (its words), and what it is."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Of one document: what is new, what is gone, and what is told in another way; `words` are its evidence."""

    document: str
    gained: list[Item] = field(default_factory=list)
    lost: list[Item] = field(default_factory=list)
    changed: list[tuple[Item, Item]] = field(default_factory=list)


def changes(old: Path, new: Path) -> list[Changes]:
    """The changes between two files of records, as `selon code` writes them; documents are matched by id."""
    before, after = _records(old), _records(new)
    found = [_of(name, before.get(name), after.get(name)) for name in dict.fromkeys([*before, *after])]
    return [each for each in found if each.gained or each.lost or each.changed]


def _records(path: Path) -> dict[str, Mapping[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines if line.strip()]
        return {record["document"]["id"]: record for record in records}
    except (OSError, ValueError, KeyError, TypeError) as fault:
        problem = f"is no file of records: {fault}."
        raise InputError(str(path), Reason.FORMAT, problem, "Make it with `selon code … -o FILE`.") from fault


def _of(name: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> Changes:
    result = Changes(name)
    old = dict(_items(before)) if before else {}
    new = dict(_items(after)) if after else {}
    for key in sorted(old.keys() | new.keys()):
        words = _words(before if key in old else after, key)
        if key not in old:
            result.gained.append((words, new[key]))
        elif key not in new:
            result.lost.append((words, old[key]))
        elif old[key] != new[key]:
            result.changed.append(((words, old[key]), (words, new[key])))
    return result


Key = tuple[int, int, str]


def _words(record: Mapping[str, Any] | None, key: Key) -> str:
    text = record["document"]["text"] if record else ""
    return " ".join(str(text[max(0, key[0] - 40) : key[1] + 40]).split())


def _items(record: Mapping[str, Any]) -> Iterator[tuple[Key, str]]:
    """Every event, quote, time and gap of a record by its place and kind, in one line each."""
    codes = {actor["id"]: f"{actor['name']} ({actor['code'] or '-'})" for actor in record["actors"]}
    for event in record["events"]:
        yield (*event["trigger"]["span"], f"event {event['type']}"), _event(event, codes)
    for quote in record["quotes"]:
        yield (*quote["content"]["span"], "quote"), f"{quote['kind']} quote of {codes.get(quote['speaker'], '?')}"
    for time in record["times"]:
        yield (*time["span"], "time"), f"time {time['value']} {time['mod'] or ''}".rstrip()
    for gap in record["gaps"]:
        yield (*gap["span"], "gap"), f"gap {', '.join(gap['missing'])}"


def _event(event: Mapping[str, Any], codes: Mapping[str, str]) -> str:
    who = ", ".join(codes[each] for each in event["actors"]) or "…"
    whom = ", ".join(codes[each] for each in event["recipients"]) or "…"
    chain = " › ".join(codes.get(link["actor"], link["text"] or "hearsay") for link in event["attribution"])
    head = "/".join(part for part in (event["type"], event["mode"]) if part)
    facts = [event["factuality"], "background" if event["background"] else "news", event["cameo"]]
    facts += [event["time"]["value"]] if event["time"] else []
    facts += [event["place"]["name"]] if event["place"] else []
    facts += [f"according to {chain}"] if chain else []
    return f"{head}: {who} → {whom}; " + ", ".join(facts)
