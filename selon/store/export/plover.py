"""PLOVER's JSON Lines: one event a line, by the field names of the PLOVER documentation."""

import json
from pathlib import Path

from selon.store.export.facts import Fact, Party, facts, goldstein, quad_class
from selon.store.query import Store

_QUADS = ("V-Coop", "M-Coop", "V-Conf", "M-Conf")


def write_plover(store: Store, out: Path, everything: bool) -> int:
    """One JSON object a line; figures of dead, wounded and arrested go to `size`."""
    sizes: dict[str, dict[str, float]] = {}
    names = {"killed": "dead", "wounded": "injured", "arrested": "arrested"}
    for row in store.sql("select event_id, what, low from quantities order by event_id, char_start"):
        if row["what"] in names and row["low"] is not None:
            sizes.setdefault(row["event_id"], {}).setdefault(names[row["what"]], row["low"])
    count = 0
    with out.open("w", encoding="utf-8") as stream:
        for fact in facts(store, everything):
            stream.write(json.dumps(_event(fact, sizes.get(fact.row["event_id"])), ensure_ascii=False) + "\n")
            count += 1
    return count


def _event(fact: Fact, size: dict[str, float] | None) -> dict[str, object]:
    row = fact.row
    return {
        "id": row["event_id"],
        "date": fact.day,
        "enddate": row["time_end"],
        "actor": [_entity(party) for party in fact.actors],
        "recipient": [_entity(party) for party in fact.recipients],
        "event": row["type"],
        "mode": row["mode"],
        "context": row["contexts"],
        "has_event": True,
        "event_text": row["trigger"],
        "quad_code": _QUADS[quad_class(row["cameo"]) - 1],
        "event_scale": goldstein(row["cameo"]),
        "event_loc": _location(row) if row["place_text"] else None,
        "size": size,
        "text": row["sentence"],
        "text_info": {"start": row["sentence_start"], "end": row["sentence_end"]},
        "cite_info": {
            "url": row["url"],
            "title": row["title"],
            "language": row["lang"],
            "publication": row["publisher"],
            "coder": "selon",
        },
        "coder": "selon",
        "comment": f"according to {row['according_to']}" if row["according_to"] else None,
    }


def _entity(party: Party) -> dict[str, object]:
    return {"code": party.country, "sector": list(party.sectors), "entity_text": party.name}


def _location(row: dict[str, object]) -> dict[str, object]:
    return {
        "extracted_place": row["place_text"],
        "resolved_place": row["place_name"],
        "geonameid": row["geonames_id"],
        "lat": row["lat"],
        "lon": row["lon"],
        "country_code": row["place_country"],
        "resolution": row["place_precision"],
    }
