"""POLECAT's tab-separated files (40 columns): one row a pair of actor and recipient."""

from pathlib import Path

from selon.store.export.facts import Fact, Party, facts, flat, goldstein, quad_class
from selon.store.query import Store

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")


def write_polecat(store: Store, out: Path, everything: bool) -> int:
    """A header and one row a pair; cells hold no tabs or line ends, so that no quoting is needed."""
    count = 0
    with out.open("w", encoding="utf-8", newline="") as stream:
        stream.write("\t".join(COLUMNS) + "\n")
        for fact in facts(store, everything):
            for id, actor, recipient in fact.pairs():
                row = _row(fact, id, actor, recipient)
                stream.write("\t".join(flat(row.get(name)) for name in COLUMNS) + "\n")
                count += 1
    return count


def _row(fact: Fact, id: str, actor: Party, recipient: Party) -> dict[str, object]:
    row = fact.row
    return {
        "Event ID": id,
        "Event Date": fact.day,
        "Event Type": row["type"],
        "Event Mode": row["mode"],
        "Intensity": goldstein(row["cameo"]),
        "Quad Code": _QUADS[quad_class(row["cameo"]) - 1],
        "Contexts": ";".join(row["contexts"] or ()),
        **_party("Actor", actor),
        **_party("Recipient", recipient),
        "Placename": row["place_name"],
        "City": row["place_name"] if row["place_precision"] == "city" else None,
        "Province": row["place_name"] if row["place_precision"] == "region" else None,
        "Country": row["place_country"],
        "Latitude": row["lat"],
        "Longitude": row["lon"],
        "GeoNames ID": row["geonames_id"],
        "Raw Placename": row["place_text"],
        "Feature Type": row["place_precision"],
        "Source": row["publisher"],
        "Publication Date": (row["published_at"] or "")[:10],
        "Language": row["lang"],
        "Version": "selon",
    }


def _party(side: str, party: Party) -> dict[str, object]:
    return {
        f"{side} Name": party.name,
        f"{side} Country": party.country,
        f"Primary {side} Sector": party.sectors[0] if party.sectors else None,
        f"{side} Sectors": ";".join(party.sectors),
        f"{side} Name Raw": party.name,
    }
