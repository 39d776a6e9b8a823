"""Gold files → gold documents. Formats (docs/gold.md): JSON Lines of documents, JSON of one article with its text
beside it, and the bilingual lines of the PLOVER gold standard records.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from selon.errors import InputError, Reason
from selon.evaluate.gold import (
    Chain,
    GoldActor,
    GoldDocument,
    GoldEvent,
    GoldGap,
    GoldLink,
    GoldPlace,
    GoldQuantity,
    GoldQuote,
    GoldTime,
)
from selon.evaluate.marked import read_marked

# Names of countries in the PLOVER records that are not ISO 3166-1, as their `doubt` says.
_ISO = {"ITL": "ITA", "JAP": "JPN", "VTN": "VNM", "IMG": "IGO"}
# Sectors there that have another name in today's list, or that say nothing.
_SECTORS: Mapping[str, str | None] = {"JRN": "MED", "JOU": "MED", "CIV": "CVL", "***": None, "MOS": None}
# Modes of the draft that those records follow, in today's names; one that says nothing is None.
_MODES: Mapping[str, str | None] = {
    "demo-org": "demo", "demo-spon": "demo", "strike-hun": "hunger", "strike-gen": "strike", "riot-spon": "riot",
    "other": None, "political": None,
}  # fmt: skip
_LISTS = ("quotes", "gaps", "times", "places")


def read_gold(path: Path, *, date: str | None = None) -> list[GoldDocument]:
    """The documents of a gold file. `date`: values that hold only with a publication date are the right ones then."""
    found = read_marked(path) if path.suffix in (".yml", ".yaml") else _read_json(path, date)
    if not found:
        raise InputError(str(path), Reason.EMPTY, "holds no gold.", "See docs/gold.md for the formats.")
    return found


def _read_json(path: Path, date: str | None) -> list[GoldDocument]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(str(path), Reason.UNREADABLE, f"cannot be read: {fault}.", "Give a gold file.") from fault
    lines = [(1, text)] if path.suffix == ".json" else list(enumerate(text.splitlines(), start=1))
    found: list[GoldDocument] = []
    for number, line in lines:
        if line.strip():
            found.extend(_documents(_object(line, f"{path}:{number}"), path, number, date))
    return found


def name_of(path: Path) -> str:
    """How floors call a gold file: by its name, with the folder of its language where it lies in one."""
    return f"{path.parent.name}/{path.name}" if path.parent.name in ("fr", "en") else path.name


def fingerprint(paths: Sequence[Path]) -> str:
    """What tells one state of gold files from another: 12 hexadecimal digits of the SHA-256 of their bytes."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]


def _object(line: str, where: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise InputError(where, Reason.FORMAT, f"is no valid JSON: {fault}.", "See docs/gold.md.") from fault
    if not isinstance(value, dict):
        raise InputError(where, Reason.FORMAT, "is no JSON object.", "See docs/gold.md.")
    return value


def _documents(value: Mapping[str, Any], path: Path, number: int, date: str | None) -> Iterator[GoldDocument]:
    try:
        if "en" in value and "fr" in value:
            yield from (_of_plover(value, lang) for lang in ("fr", "en"))
        else:
            yield _of_document(value, path, date)
    except FileNotFoundError as fault:
        problem = f"lacks a field of gold: its text is neither in 'text' nor in {fault.filename}."
        raise InputError(f"{path}:{number}", Reason.FORMAT, problem, "See docs/gold.md.") from fault
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        problem = f"lacks a field of gold, or has one of another shape: {type(fault).__name__} {fault}."
        raise InputError(f"{path}:{number}", Reason.FORMAT, problem, "See docs/gold.md.") from fault


def _of_document(value: Mapping[str, Any], path: Path, date: str | None) -> GoldDocument:
    text = value.get("text")
    if text is None:
        text = path.with_name(path.name.removesuffix(".json").removesuffix(".gold") + ".txt").read_text("utf-8")
    published = value.get("published_at") or date
    anchored = published is not None
    return GoldDocument(
        id=value["id"],
        lang=value["lang"],
        text=text.strip(),
        article=bool(value.get("article", path.name.endswith(".gold.json"))),
        events=tuple(_event(each, anchored) for each in value["events"]),
        published_at=published,
        quotes=tuple(_quote(each) for each in value.get("quotes", ())),
        gaps=tuple(GoldGap(tuple(each["missing"]), each["text"]) for each in value.get("gaps", ())),
        times=tuple(_time(each, anchored) for each in value.get("times", ())),
        places=tuple(GoldPlace(each["text"], each.get("country")) for each in value.get("places", ())),
        doubt=value.get("doubt"),
        marked=frozenset(name for name in _LISTS if name in value),
    )


def _event(value: Mapping[str, Any], anchored: bool) -> GoldEvent:
    chain = tuple(_link(each) for each in value.get("attribution", ()))
    needed = tuple(
        link for link, each in zip(chain, value.get("attribution", ()), strict=True) if not each.get("optional")
    )
    place, time = value.get("place"), value.get("time")
    return GoldEvent(
        types=(value["type"], *_many(value.get("also"))),
        trigger=tuple(_many(value.get("trigger"))),
        actors=tuple(_actor(each) for each in value.get("actors", ())),
        recipients=tuple(_actor(each) for each in value.get("recipients", ())),
        chains=(chain,) if needed == chain else (chain, needed),
        factuality=value.get("factuality", "asserted"),
        mode=value.get("mode"),
        sentence_start=value.get("sentence_start"),
        time=_time(time, anchored) if time else None,
        place=GoldPlace(place["text"], place.get("country")) if place else None,
        quantities=tuple(
            GoldQuantity(each["what"], each.get("low"), each.get("high")) for each in value.get("quantities", ())
        ),
        background=value.get("background"),
        optional=bool(value.get("optional")),
    )


def _time(value: Mapping[str, Any], anchored: bool) -> GoldTime:
    known = value.get("value_if_anchored") if anchored else None
    return GoldTime(value["text"], known or value.get("value"))


def _quote(value: Mapping[str, Any]) -> GoldQuote:
    return GoldQuote(
        value.get("speaker"), value["kind"], value["first_words"], value["last_words"], bool(value.get("optional"))
    )


def _link(value: Mapping[str, Any]) -> GoldLink:
    actor = _actor({**value, "text": value["source"] or ""})
    return GoldLink(actor, value.get("form"))


def _actor(value: Mapping[str, Any]) -> GoldActor:
    sectors = _many(value.get("sectors")) or _many(value.get("sector"))
    country = value.get("country")
    return GoldActor(value["text"], value.get("name"), country, _sectors(sectors))


def _many(value: object) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else [str(each) for each in value]  # type: ignore[attr-defined]


def _sectors(names: Iterable[str]) -> tuple[str, ...]:
    """Today's names of sectors; « CVLalb » of the old codes is CVL."""
    found = (_SECTORS.get(name, name[:3].upper()) for name in names)
    return tuple(name for name in found if name)


def _of_plover(value: Mapping[str, Any], lang: str) -> GoldDocument:
    side = value[lang]
    own = tuple(_plover_link(each, lang) for each in value["self_attribution"] or ())
    told = tuple(_plover_link(each, lang) for each in value["attribution"])
    event = GoldEvent(
        types=(value["type"],),
        trigger=tuple(_many(side["trigger"])),
        actors=_plover_actors(value["source"], side["source"]),
        recipients=_plover_actors(value["target"], side["target"]),
        chains=_accepted(told, own, bool(value["attribution_own_side"])),
        factuality={"reported": "asserted"}.get(value["factuality"], value["factuality"]),
        mode=_MODES.get(value["mode"], value["mode"]),
    )
    return GoldDocument(value["id"], lang, side["text"], False, (event,), doubt=value["doubt"])


def _accepted(told: Chain, own: Chain, own_side: bool) -> tuple[Chain, ...]:
    """Finding an actor who announces its own act, or not, are both right."""
    chains = [told]
    if own:
        chains += [(*told, *own), (*own, *told)]
    if own_side:
        chains.append(())
    return tuple(dict.fromkeys(chains))


def _plover_link(value: Mapping[str, str], lang: str) -> GoldLink:
    return GoldLink(GoldActor(value[f"source_{lang}"]))


def _plover_actors(coded: Sequence[Mapping[str, Any]], words: Sequence[str]) -> tuple[GoldActor, ...]:
    found = []
    for number, each in enumerate(coded):
        text = words[number] if number < len(words) else each["text"]
        country = _ISO.get(each["code"], each["code"])
        found.append(GoldActor(text, None, country, _sectors(_many(each["sector"]))))
    return tuple(found)
