"""An event of a document as merging sees it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from selon.merge.block import Ask


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient of an event."""

    name: str
    kind: str
    code: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Number:
    """A number of an event; `high` is None when open."""

    what: str
    low: float | None
    high: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One event with its parties, numbers, day range, place and source chain (as one line)."""

    event_id: str
    document_id: str
    publisher: str | None
    published_at: str | None
    lang: str
    type: str
    mode: str | None
    cameo: str
    factuality: str
    background: bool
    confidence: float
    first: date | None
    last: date | None
    dated: bool
    place: str | None
    precision: str | None
    country: str | None
    lat: float | None
    lon: float | None
    sentence: str
    trigger: str
    source: str | None
    same_as: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    numbers: tuple[Number, ...]


_EVENTS = """
select event_id, document_id, publisher, published_at, lang, type, mode, cameo, factuality, background, confidence,
       time_start, time_end, place_name, place_precision, place_country, lat, lon, sentence, trigger, according_to, same_as
from claims where event_id in (select unnest(?)) order by event_id"""
_PARTIES = """
select event_id, role, name, kind, code, country from participants where event_id in (select unnest(?))
order by event_id, role, position"""
_NUMBERS = "select event_id, what, low, high, text from quantities where event_id in (select unnest(?)) order by event_id, char_start"


def claims(ask: Ask, events: Sequence[str]) -> dict[str, Claim]:
    """The claims with the ids."""
    parties: dict[tuple[str, str], list[Party]] = {}
    for id, role, name, kind, code, country in ask(_PARTIES, (list(events),)):
        party = Party(str(name), str(kind), _text(code), _text(country))
        parties.setdefault((str(id), str(role)), []).append(party)
    numbers: dict[str, list[Number]] = {}
    for id, what, low, high, text in ask(_NUMBERS, (list(events),)):
        numbers.setdefault(str(id), []).append(Number(str(what), _float(low), _float(high), str(text)))
    return {str(row[0]): _claim(row, parties, numbers) for row in ask(_EVENTS, (list(events),))}


def _claim(
    row: tuple[object, ...], parties: dict[tuple[str, str], list[Party]], numbers: dict[str, list[Number]]
) -> Claim:
    id = str(row[0])
    first, last = _day(row[11]), _day(row[12])
    dated = first is not None
    if not dated and not row[9]:
        first = last = _day(row[3])
    return Claim(
        event_id=id,
        document_id=str(row[1]),
        publisher=_text(row[2]),
        published_at=_text(row[3]),
        lang=str(row[4]),
        type=str(row[5]),
        mode=_text(row[6]),
        cameo=str(row[7]),
        factuality=str(row[8]),
        background=bool(row[9]),
        confidence=float(str(row[10])),
        first=first,
        last=last or first,
        dated=dated,
        place=_text(row[13]),
        precision=_text(row[14]),
        country=_text(row[15]),
        lat=_float(row[16]),
        lon=_float(row[17]),
        sentence=str(row[18]),
        trigger=str(row[19]),
        source=_text(row[20]),
        same_as=_text(row[21]),
        actors=tuple(parties.get((id, "actor"), ())),
        recipients=tuple(parties.get((id, "recipient"), ())),
        numbers=tuple(numbers.get(id, ())),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _float(value: object) -> float | None:
    return None if value is None else float(str(value))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value is not None else None
    except ValueError:
        return None


def countries(parties: Iterable[Party]) -> set[str]:
    """The countries of the parties."""
    return {party.country for party in parties if party.country is not None}
