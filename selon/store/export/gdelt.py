"""GDELT 2.0: events (61 columns) and, beside them, mentions (16), tab-separated and without header, as GDELT has them."""

import hashlib
from datetime import date
from pathlib import Path

from selon.store.export.facts import Fact, Party, facts, flat, goldstein, quad_class
from selon.store.query import Store

COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{side}{name}" for side in (1, 2) for name in (
        "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
        "Type2Code", "Type3Code")),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{side}Geo_{name}" for side in ("Actor1", "Actor2", "Action") for name in (
        "Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen",
    "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
# GDELT's types of place; states of the USA (2) and their towns (3) are not told apart here.
_PLACE_TYPES = {"country": 1, "region": 5, "city": 4, "site": 4}


def write_gdelt(store: Store, out: Path, everything: bool) -> int:
    """The events to `out`, their mentions beside it (`….mentions.CSV`); the number of events."""
    count = 0
    mentions = out.with_name(f"{out.stem}.mentions{out.suffix or '.CSV'}")
    with (
        out.open("w", encoding="utf-8", newline="") as events,
        mentions.open("w", encoding="utf-8", newline="") as beside,
    ):
        for fact in facts(store, everything):
            for id, actor, recipient in fact.pairs():
                row = _row(fact, id, actor, recipient)
                events.write("\t".join(flat(row.get(name)) for name in COLUMNS) + "\n")
                mention = _mention(fact, id)
                beside.write("\t".join(flat(mention.get(name)) for name in MENTIONS) + "\n")
                count += 1
    return count


def global_id(id: str) -> int:
    """A whole number for an event id (63 bits of its hash): GDELT's ids are numbers."""
    return int.from_bytes(hashlib.blake2b(id.encode(), digest_size=8).digest(), "big") >> 1


def _row(fact: Fact, id: str, actor: Party, recipient: Party) -> dict[str, object]:
    row, cameo = fact.row, fact.row["cameo"]
    return {
        "GLOBALEVENTID": global_id(id),
        **_dates(fact.day),
        **_party(1, actor),
        **_party(2, recipient),
        "IsRootEvent": int(not row["background"]),
        "EventCode": cameo,
        "EventBaseCode": cameo[:3],
        "EventRootCode": cameo[:2],
        "QuadClass": quad_class(cameo),
        "GoldsteinScale": goldstein(cameo),
        "NumMentions": 1,
        "NumSources": 1,
        "NumArticles": 1,
        **_place(row),
        "DATEADDED": _stamp(row["published_at"]),
        "SOURCEURL": row["url"] or row["document"],
    }


def _dates(day: str | None) -> dict[str, object]:
    if day is None or len(day) < 10:
        return {"Year": day[:4] if day else None}
    found = date.fromisoformat(day[:10])
    fraction = found.year + (found.month * 30 + found.day) / 365
    digits = day[:10].replace("-", "")
    return {"SQLDATE": digits, "MonthYear": digits[:6], "Year": digits[:4], "FractionDate": f"{fraction:.4f}"}


def _party(side: int, party: Party) -> dict[str, object]:
    kinds = {f"Actor{side}Type{number}Code": sector for number, sector in enumerate(party.sectors[:3], start=1)}
    name = party.name.upper() if party.name else None
    code = {f"Actor{side}Code": party.code, f"Actor{side}Name": name, f"Actor{side}CountryCode": party.country}
    return {**code, **kinds}


def _place(row: dict[str, object]) -> dict[str, object]:
    kind = _PLACE_TYPES.get(str(row["place_precision"]), 0)
    return {
        "ActionGeo_Type": kind,
        "ActionGeo_FullName": row["place_name"],
        "ActionGeo_CountryCode": row["place_country"],
        "ActionGeo_Lat": row["lat"],
        "ActionGeo_Long": row["lon"],
        "ActionGeo_FeatureID": row["geonames_id"],
    }


def _stamp(published: str | None) -> str | None:
    """YYYYMMDDHHMMSS, the clock at zero where only the day is known."""
    if published is None:
        return None
    digits = "".join(letter for letter in published[:19] if letter.isdigit())
    return digits.ljust(14, "0")[:14]


def _mention(fact: Fact, id: str) -> dict[str, object]:
    row = fact.row
    return {
        "GLOBALEVENTID": global_id(id),
        "EventTimeDate": (fact.day or "").replace("-", "").ljust(14, "0") if fact.day else None,
        "MentionTimeDate": _stamp(row["published_at"]),
        "MentionType": 1,
        "MentionSourceName": row["publisher"],
        "MentionIdentifier": row["url"] or row["document"],
        "ActionCharOffset": row["trigger_start"],
        "InRawText": 1,
        "Confidence": round(float(row["confidence"]) * 100),
        "MentionDocTranslationInfo": None if row["lang"] == "en" else f"srclc:{row['lang']}",
    }
