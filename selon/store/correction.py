"""What a person says that an event is: the values that the views show in the place of those that were read.

A correction holds every value that can be corrected, also those that were right: whoever corrects an event has seen
them all.
"""

import json
import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self, TypeVar

from selon.errors import StoreError
from selon.model.ontology import MODES, EventType, Factuality, Mode, Sector

# What codes an event whose kind a person changed: the root of its type in CAMEO.
_ROOTS = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "COOPERATE": "060", "AID": "070", "CONCEDE": "080",
    "RETREAT": "080", "REQUEST": "100", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140",
    "MOBILIZE": "150", "SANCTION": "160", "COERCE": "170", "ASSAULT": "180",
}  # fmt: skip
_DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_CODE = re.compile(rf"([A-Z]{{3}})?((?:{'|'.join(Sector)})*)")
Value = TypeVar("Value", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Named:
    """A party: its name and its code (IRNMIL), which may be unknown."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """An event as a person sees it. `time` is a year, a month or a day (ISO 8601), `country` ISO 3166-1 alpha-3."""

    type: EventType
    mode: Mode | None
    factuality: Factuality
    background: bool
    time: str | None
    place: str | None
    country: str | None
    actors: tuple[Named, ...]
    recipients: tuple[Named, ...]

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Self:
        """The correction of a form or of a row of JSON; a value that cannot be is a StoreError that names it."""
        kind = _one_of(EventType, given["type"])
        mode = _one_of(Mode, given["mode"]) if given.get("mode") else None
        if mode is not None and mode not in MODES.get(kind, ()):
            raise StoreError(f"{kind} has no mode {mode}; it has {', '.join(MODES.get(kind, ())) or 'none'}.")
        return cls(
            type=kind,
            mode=mode,
            factuality=_one_of(Factuality, given["factuality"]),
            background=bool(given.get("background")),
            time=_fitting(_DAY, given.get("time"), "a day, written as 2021, 2021-05 or 2021-05-03"),
            place=(given.get("place") or "").strip() or None,
            country=_fitting(re.compile("[A-Z]{3}"), given.get("country"), "a country, written as MLI"),
            actors=_parties(given.get("actors", ())),
            recipients=_parties(given.get("recipients", ())),
        )

    def to_json(self) -> str:
        """As the table of judgements keeps it: the columns that it replaces, and the parties."""
        first, last = _days(self.time)
        return json.dumps(
            {
                "type": self.type,
                "mode": self.mode,
                "cameo": _ROOTS[self.type],
                "factuality": self.factuality,
                "background": self.background,
                "time_value": self.time,
                "time_start": first,
                "time_end": last,
                "place_name": self.place,
                "place_country": self.country,
                "parties": [*_rows("actor", self.actors), *_rows("recipient", self.recipients)],
            },
            ensure_ascii=False,
        )


def _one_of(vocabulary: type[Value], given: str) -> Value:
    try:
        return vocabulary(given)
    except ValueError as fault:
        raise StoreError(f"{given!r} is none of {', '.join(vocabulary)}.") from fault


def _fitting(pattern: re.Pattern[str], given: str | None, what: str) -> str | None:
    found = (given or "").strip()
    if found and not pattern.fullmatch(found):
        raise StoreError(f"{found!r} is not {what}.")
    return found or None


def _parties(given: Sequence[Mapping[str, str | None]]) -> tuple[Named, ...]:
    """The parties that have a name."""
    known = ((each["name"] or "").strip() for each in given)
    codes = (_fitting(_CODE, each.get("code"), "a code of country and sectors, written as IRNMIL") for each in given)
    return tuple(Named(name, code) for name, code in zip(known, codes, strict=True) if name)


def _rows(role: str, parties: Sequence[Named]) -> list[dict[str, Any]]:
    return [
        {"role": role, "position": position, "name": party.name, "code": party.code, **_parts(party.code)}
        for position, party in enumerate(parties)
    ]


def _parts(code: str | None) -> dict[str, Any]:
    """Country and sectors of a code: those of IRNMIL are IRN and MIL."""
    found = _CODE.fullmatch(code or "")
    land, rest = (found[1], found[2]) if found else (None, "")
    sectors = [rest[at : at + 3] for at in range(0, len(rest), 3)]
    if land in set(Sector):
        land, sectors = None, [land, *sectors]
    return {"country": land, "sectors": sectors}


def _days(value: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a year, a month or a day."""
    found = _DAY.fullmatch(value or "")
    if found is None:
        return None, None
    year, month, day = found.groups()
    if day:
        return value, value
    first, last = (int(month), int(month)) if month else (1, 12)
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(int(year), last)[1]}"


def correct(record: Mapping[str, Any], corrections: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """A record with the values that persons gave; `corrections` are rows of `to_json` by the id of the event."""
    actors = {actor["id"]: actor for actor in record["actors"]}
    events = [
        _event(event, corrections[event["id"]], actors) if event["id"] in corrections else event
        for event in record["events"]
    ]
    return {**record, "events": events, "actors": list(actors.values())}


def _event(event: Mapping[str, Any], right: Mapping[str, Any], actors: dict[str, Any]) -> dict[str, Any]:
    same_kind = (event["type"], event["mode"]) == (right["type"], right["mode"])
    plain = {name: right[name] for name in ("type", "mode", "factuality", "background")}
    return {
        **event,
        **plain,
        "cameo": event["cameo"] if same_kind else right["cameo"],
        "time": _time(event["time"], right),
        "place": _place(event["place"], right),
        "actors": _ids("actor", event, right, actors),
        "recipients": _ids("recipient", event, right, actors),
    }


def _time(read: Mapping[str, Any] | None, right: Mapping[str, Any]) -> Mapping[str, Any] | None:
    if right["time_value"] is None:
        return None
    if read is not None and read["value"] == right["time_value"]:
        return read
    values = {"value": right["time_value"], "start": right["time_start"], "end": right["time_end"]}
    return {"text": None, "span": None, "type": "DATE", "mod": None, "anchored": True, **values}


def _place(read: Mapping[str, Any] | None, right: Mapping[str, Any]) -> Mapping[str, Any] | None:
    name, country = right["place_name"], right["place_country"]
    if read is not None and (read["name"], read["country"]) == (name, country):
        return read
    if not name and not country:
        return None
    unknown = dict.fromkeys(("text", "span", "lat", "lon", "geonames_id", "precision"))
    return {**unknown, "name": name, "country": country}


def _ids(role: str, event: Mapping[str, Any], right: Mapping[str, Any], actors: dict[str, Any]) -> list[str]:
    """The parties of a role; one whose name or code is another than what was read is an actor of its own."""
    found = []
    for party in (each for each in right["parties"] if each["role"] == role):
        named = [each for each in actors.values() if each["name"] == party["name"]]
        same = [each for each in named if each["code"] == party["code"]]
        if not same:
            like = named[0] if named else {"kind": "unnamed", "roles": [], "mentions": []}
            code = {name: party[name] for name in ("name", "code", "country", "sectors")}
            same = [{**like, **code, "id": f"{event['id']}-{role}{party['position']}"}]
            actors[same[0]["id"]] = same[0]
        found.append(same[0]["id"])
    return found
