"""ICEWS's tab-separated files (20 columns, names as in the R package icews): one row a pair of actor and recipient."""

from pathlib import Path

from selon.store.export.facts import Fact, Party, facts, flat, goldstein
from selon.store.query import Store

COLUMNS = (
    "event_id", "event_date", "source_name", "source_sectors", "source_country", "event_text", "cameo_code", "intensity",
    "target_name", "target_sectors", "target_country", "story_id", "sentence_number", "publisher", "city", "district",
    "province", "country", "latitude", "longitude",
)  # fmt: skip


def write_icews(store: Store, out: Path, everything: bool) -> int:
    """A header and one row a pair; `story_id` is the document, as in ICEWS, where a story is an article."""
    count = 0
    with out.open("w", encoding="utf-8", newline="") as stream:
        stream.write("\t".join(COLUMNS) + "\n")
        for fact in facts(store, everything):
            for id, actor, recipient in fact.pairs():
                stream.write("\t".join(flat(value) for value in _row(fact, id, actor, recipient)) + "\n")
                count += 1
    return count


def _row(fact: Fact, id: str, actor: Party, recipient: Party) -> tuple[object, ...]:
    row = fact.row
    city = row["place_name"] if row["place_precision"] == "city" else None
    province = row["place_name"] if row["place_precision"] == "region" else None
    return (
        id, fact.day, actor.name, ",".join(actor.sectors), actor.country, f"{row['type']}: {row['trigger']}", row["cameo"],
        goldstein(row["cameo"]), recipient.name, ",".join(recipient.sectors), recipient.country, row["document_id"],
        row["sentence_number"], row["publisher"], city, None, province,
        row["place_country"], row["lat"], row["lon"],
    )  # fmt: skip
