"""Names that the lexicons know: states, capitals and palaces, bodies, demonyms. The only module here that reads them.

Data: `{fr,en}/states.csv` and `bodies.csv`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from selon.lexicon.load import data_file, load_csv
from selon.model.ontology import ActorKind, Sector
from selon.parse.tree import Parse, Token


class NameSort(StrEnum):
    """What a known name names."""

    STATE = "state"
    SEAT = "seat"
    BODY = "body"
    DEMONYM = "demonym"


@dataclass(frozen=True, slots=True)
class Name:
    """A known name in tokens [start, end). `countries` holds several for « franco-allemand » and for a name that two share."""

    start: int
    end: int
    sort: NameSort
    countries: tuple[str, ...]
    sectors: tuple[Sector, ...] = ()
    kind: ActorKind = ActorKind.STATE
    key: str = ""


@dataclass(frozen=True, slots=True)
class StateRow:
    """A row of states.csv: demonyms are masculine adjectives (French) or adjectives (English)."""

    country: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row of bodies.csv: an organisation, medium or armed group under all its names, the fullest first."""

    names: tuple[str, ...]
    kind: ActorKind
    country: str = ""
    sectors: tuple[Sector, ...] = ()


@dataclass(slots=True)
class World:
    """The names of a language, by their first word."""

    names: dict[str, list[tuple[tuple[str, ...], Name]]] = field(default_factory=dict)
    demonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)

    def add(self, words: str, name: Name) -> None:
        """Adds a name; one that is there for another country becomes ambiguous."""
        cut = pieces(words)
        known = self.names.setdefault(cut[0], [])
        for number, (other, found) in enumerate(known):
            if other == cut and found.sort is name.sort and name.sort is NameSort.STATE:
                known[number] = (cut, _both(found, name))
                return
        known.append((cut, name))


def _both(one: Name, other: Name) -> Name:
    countries = tuple(dict.fromkeys((*one.countries, *other.countries)))
    return Name(0, 0, one.sort, countries, one.sectors, one.kind, one.key)


_PIECE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*'|\w+(?:\.\w+)*\.?|[^\w\s]")


def pieces(text: str) -> tuple[str, ...]:
    """A name cut at spaces, hyphens and apostrophes, so that tokens cut otherwise still match."""
    return tuple(_PIECE.findall(text.replace("’", "'")))


@cache
def world(lang: str) -> World:
    """The names of a language."""
    found = World()
    for row in load_csv(data_file(lang, "states.csv"), StateRow):
        key = row.names[0]
        for words in row.names:
            found.add(words, Name(0, 0, NameSort.STATE, (row.country,), (), ActorKind.STATE, key))
        for words in row.seats:
            found.add(words, Name(0, 0, NameSort.SEAT, (row.country,), (Sector.GOV,), ActorKind.GOVERNMENT, key))
        for words in row.demonyms:
            for form in demonym_forms(words, lang):
                found.demonyms[form] = tuple(dict.fromkeys((*found.demonyms.get(form, ()), row.country)))
            found.prefixes.update(dict.fromkeys(_prefixes(words), row.country))
    for body in load_csv(data_file(lang, "bodies.csv"), BodyRow):
        countries = (body.country,) if body.country else ()
        for words in body.names:
            found.add(words, Name(0, 0, NameSort.BODY, countries, body.sectors, body.kind, body.names[0]))
    for known in found.names.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return found


# Latin and Greek first parts of compound demonyms that are not the demonym with -o (« sino-russe », "Sino-Soviet").
_LEARNED = {
    "sino": "CHN", "franco": "FRA", "anglo": "GBR", "germano": "DEU", "russo": "RUS", "américano": "USA", "americano": "USA",
    "israélo": "ISR", "israelo": "ISR", "turco": "TUR", "gréco": "GRC", "greco": "GRC", "hispano": "ESP", "italo": "ITA",
    "nippo": "JPN", "indo": "IND", "austro": "AUT", "belgo": "BEL", "luso": "PRT", "polono": "POL", "hungaro": "HUN",
    "finno": "FIN", "dano": "DNK", "serbo": "SRB", "croato": "HRV", "bosno": "BIH", "tchéco": "CZE", "soviéto": "SUN",
    "saoudo": "SAU", "saudi": "SAU", "irako": "IRQ", "iraqo": "IRQ", "irano": "IRN", "syro": "SYR", "libano": "LBN",
    "palestino": "PSE", "égypto": "EGY", "maroco": "MAR", "algéro": "DZA", "tuniso": "TUN", "soudano": "SDN", "tchado": "TCD",
    "malo": "MLI", "sénégalo": "SEN", "congolo": "COD", "rwando": "RWA", "coréo": "KOR", "vietnamo": "VNM", "pakistano": "PAK",
    "afghano": "AFG", "arméno": "ARM", "ukraino": "UKR", "russko": "RUS", "américo": "USA", "brésilo": "BRA", "helvético": "CHE",
}  # fmt: skip


def _prefixes(demonym: str) -> list[str]:
    lower = demonym.lower()
    return [
        lower[: -len(ending)] + "o"
        for ending in ("ien", "ain", "ais", "ois", "an", "ese", "ian")
        if lower.endswith(ending)
    ]


def demonym_forms(demonym: str, lang: str) -> list[str]:
    """The inflected forms of a demonym, in lower case for French.

    >>> demonym_forms("iranien", "fr")
    ['iranien', 'iraniens', 'iranienne', 'iraniennes']
    """
    if lang != "fr":
        return [demonym, demonym + "s"]
    feminine = _feminine(demonym)
    plural = demonym if demonym[-1] in "sx" else demonym + "s"
    return list(dict.fromkeys((demonym, plural, feminine, feminine + "s")))


_ENDINGS = (
    ("grec", "grecque"),
    ("turc", "turque"),
    ("ien", "ienne"),
    ("éen", "éenne"),
    ("on", "onne"),
    ("el", "elle"),
)


def _feminine(demonym: str) -> str:
    for ending, feminine in _ENDINGS:
        if demonym.endswith(ending):
            return demonym[: -len(ending)] + feminine
    return demonym if demonym[-1] == "e" or demonym[-1] == "è" else demonym + "e"


def name_at(parse: Parse, start: int, end: int) -> Name | None:
    """The longest known name that begins with token `start` and ends before token `end`."""
    known = world(parse.lang)
    best: Name | None = None
    for text in spellings(parse.tokens[start]):
        first = pieces(text)
        for words, name in known.names.get(first[0], ()) if first else ():
            after = _matched(parse.tokens, start, end, words)
            if after and (best is None or after > best.end):
                best = Name(start, after, name.sort, name.countries, name.sectors, name.kind, name.key)
    return best or _demonym_noun(parse, start, end)


def spellings(token: Token) -> tuple[str, ...]:
    """A token as written, and in ordinary letters where it is shouted (« MOSCOU »)."""
    text = token.text
    return (text, text.title()) if len(text) > 3 and text.isupper() else (text,)


def _matched(tokens: Sequence[Token], start: int, end: int, words: tuple[str, ...]) -> int:
    """The token after the name, if its pieces are those of the tokens from `start`; else 0."""
    i, at = start, 0
    while at < len(words):
        if i >= end:
            return 0
        size = next(
            (len(cut) for text in spellings(tokens[i]) if (cut := pieces(text)) == words[at : at + len(cut)]),
            0,
        )
        if not size:
            return 0
        at += size
        i += 1
    return i


def _demonym_noun(parse: Parse, start: int, end: int) -> Name | None:
    """A demonym with a capital (« l'Iranien », « les Ivoiriens »); in English only one that heads its phrase."""
    token = parse.tokens[start]
    if not token.text[0].isupper():
        return None
    countries, after = demonym_at(parse, start, end)
    if not countries:
        return None
    if parse.lang != "fr" and after < end:
        following = parse.tokens[after]
        joined = following.text in ("-", "and") and after + 2 < end and parse.tokens[after + 2].pos in ("NOUN", "PROPN")
        if following.pos in ("NOUN", "PROPN", "ADJ") or (token.pos == "ADJ" and joined and token.text[-1] != "s"):
            return None
    return Name(start, after, NameSort.DEMONYM, countries[:1], (), ActorKind.PEOPLE, countries[0])


def demonym_at(parse: Parse, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The states of the demonym that begins at a token, and the token after it; ((), start) for none.

    « irano-syrien » gives both states, whether it is cut at its hyphen or not.
    """
    token = parse.tokens[start]
    known = world(parse.lang)
    stop = start + 1
    text = token.lower if parse.lang == "fr" else token.text
    while stop + 1 < end and parse.tokens[stop].text == "-" and _touching(parse.tokens, stop):
        text += "-" + (parse.tokens[stop + 1].lower if parse.lang == "fr" else parse.tokens[stop + 1].text)
        stop += 2
    if parse.lang == "en" and start + 1 < end:
        both = f"{token.text} {parse.tokens[start + 1].text}"
        if both in known.demonyms:
            return ("|".join(known.demonyms[both]),), start + 2
    countries = compound(text, known)
    return (countries, stop) if countries else ((), start)


def _touching(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def compound(text: str, known: World) -> tuple[str, ...]:
    """The states of a demonym, simple or compound; () for another word. One that several share is « COD|COG »."""
    if text in known.demonyms:
        return ("|".join(known.demonyms[text]),)
    parts = text.split("-")
    if len(parts) < 2:
        return ()
    found = _part(parts, known)
    return tuple(dict.fromkeys(found)) if found is not None else ()


def _part(parts: list[str], known: World) -> list[str] | None:
    if not parts:
        return []
    for size in (2, 1):
        text = "-".join(parts[:size])
        country = _one(text, known)
        if country and len(parts) >= size:
            rest = _part(parts[size:], known)
            if rest is not None:
                return [country, *rest]
    return None


def _one(text: str, known: World) -> str:
    lower = text.lower()
    for key in (text, lower, text.capitalize()):
        if key in known.demonyms:
            return known.demonyms[key][0]
    return _LEARNED.get(lower) or known.prefixes.get(lower, "")


def demonym_countries(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The states of adjectives, in text order."""
    found: dict[str, None] = {}
    for token in tokens:
        for country in demonym_at(token.parse, token.i, token.sentence.end)[0]:
            found.setdefault(country)
    return tuple(found)


@cache
def _state_names(lang: str) -> dict[str, str]:
    return {row.country: row.names[0] for row in load_csv(data_file(lang, "states.csv"), StateRow)}


def state_name(country: str, lang: str) -> str:
    """The usual name of a state in the language; its code if the lexicon has none."""
    return _state_names(lang).get(country, country)
