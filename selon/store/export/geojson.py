"""GeoJSON (RFC 7946): a point for each claim whose place has coordinates, with the precision that the text gives."""

import json
from pathlib import Path
from typing import Any

from selon.store.query import Store


def write_geojson(store: Store, out: Path, everything: bool) -> int:
    """A feature collection; a claim without coordinates has a null geometry and stays in it."""
    count = 0
    with out.open("w", encoding="utf-8") as stream:
        stream.write('{"type": "FeatureCollection", "features": [')
        for row in store.rows("select * from claims order by published_at, event_id"):
            stream.write((",\n" if count else "\n") + json.dumps(_feature(row), ensure_ascii=False, default=str))
            count += 1
        stream.write("\n]}\n")
    return count


def _feature(row: dict[str, Any]) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": row["event_id"],
        "geometry": _point(row["lon"], row["lat"]),
        "properties": {key: value for key, value in row.items() if key not in ("lat", "lon", "event_id")},
    }


def _point(lon: float | None, lat: float | None) -> dict[str, object] | None:
    return {"type": "Point", "coordinates": [lon, lat]} if lon is not None and lat is not None else None
