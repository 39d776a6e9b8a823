"""Marked sentences (YAML, docs/events.md) → gold: `<event type=CONSULT actor=OMN recipient=IRN>words</event>`."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selon.errors import InputError, Reason
from selon.evaluate.gold import GoldActor, GoldDocument, GoldEvent, Parties
from selon.model.ontology import Sector

_MARK = re.compile(r"<event((?: [a-z]+=[A-Za-z+-]+)+)>([^<>]+)</event>")
_SECTORS = {sector.value for sector in Sector}
_STATELESS = ("IGO", "NGO", "MNC")


def read_marked(path: Path) -> list[GoldDocument]:
    """The sentences of a file; their language is that of the folder (tests/cases/fr)."""
    import yaml

    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as fault:
        raise InputError(str(path), Reason.FORMAT, f"is no YAML: {fault}.", "See docs/events.md.") from fault
    if not isinstance(entries or [], list):
        raise InputError(str(path), Reason.FORMAT, "is no list of marked sentences.", "See docs/events.md.")
    return [_document(each, path) for each in entries or ()]


def _document(entry: dict[str, Any], path: Path) -> GoldDocument:
    try:
        marked = entry["text"]
        text = _MARK.sub(lambda match: match[2], marked)
        if "<" in text:
            raise ValueError("an unclosed or unknown mark")
        return GoldDocument(entry["id"], path.parent.name, text, False, tuple(_events(marked)))
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        problem = f"is no marked sentence: {fault} in {entry!r}."
        raise InputError(str(path), Reason.FORMAT, problem, "See docs/events.md.") from fault


def _events(marked: str) -> Iterator[GoldEvent]:
    for match in _MARK.finditer(marked):
        given = dict(each.split("=") for each in match[1].split())
        yield GoldEvent(
            types=(given["type"],),
            trigger=(match[2],),
            actors=_actors(given.get("actor")),
            recipients=_actors(given.get("recipient")),
            chains=None,
            factuality=given.get("factuality"),
            mode=given.get("mode"),
            optional=given.get("optional") == "yes",
        )


def _actors(codes: str | None) -> Parties:
    """IRNMIL, IRN, REB, IGO: a country, sectors, or both."""
    if codes is None:
        return None
    return tuple(_actor(code) for code in codes.split("+") if code != "none")


def _actor(code: str) -> GoldActor:
    parts = [code[start : start + 3] for start in range(0, len(code), 3)]
    country = parts[0] if parts[0] in _STATELESS or parts[0] not in _SECTORS else None
    sectors = tuple(part for part in parts[1 if country else 0 :] if part in _SECTORS)
    return GoldActor(code, None, country, sectors or None)
