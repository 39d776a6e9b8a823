"""GeoJSON (RFC 7946): a point for each claim whose place has coordinates, with the precision that the text gives."""

import json
from pathlib import Path

from selon.store.query import Store


def write_geojson(store: Store, out: Path, everything: bool) -> int:
    """A feature collection; a claim without coordinates has a null geometry and stays in it."""
    answer = store.sql("select * from claims order by published_at, event_id")
    features = [
        {
            "type": "Feature",
            "id": row["event_id"],
            "geometry": _point(row["lon"], row["lat"]),
            "properties": {key: value for key, value in row.items() if key not in ("lat", "lon", "event_id")},
        }
        for row in answer
    ]
    whole = {"type": "FeatureCollection", "features": features}
    out.write_text(json.dumps(whole, ensure_ascii=False, default=str) + "\n", encoding="utf-8")
    return len(features)


def _point(lon: float | None, lat: float | None) -> dict[str, object] | None:
    return {"type": "Point", "coordinates": [lon, lat]} if lon is not None and lat is not None else None
