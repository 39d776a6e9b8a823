"""The world that news is about: states and their peoples, organisations, armed groups, seats of power.

Reads data/world/*.csv, written by hand. A name that stands for several things gives all of them, likeliest
first; which one is meant is for the rooms to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from selon.lexicon.demonyms import Demonym, DemonymMatch, demonym, demonym_at, demonyms
from selon.lexicon.entries import (
    Country,
    Entry,
    NameKind,
    Organisation,
    Region,
    Seat,
    countries,
    organisations,
    regions,
    seats,
)  # fmt: skip
from selon.lexicon.kept import kept
from selon.lexicon.load import data_file
from selon.lexicon.names import capitals_fit, cased_pieces, key_of, plain
from selon.lexicon.tables import load_table
from selon.model.ontology import ActorKind

__all__ = [
    "Country", "Demonym", "DemonymMatch", "Entry", "Match", "NameKind", "Organisation", "Region", "Seat",
    "countries", "country", "demonym", "demonym_at", "demonyms",
    "longest_at", "named", "organisations", "regions", "seats",
]  # fmt: skip

# « au Monde », « aux Échos »: a medium's article in a contraction. Not « du Monde » (Coupe du Monde).
_CONTRACTED = {"fr": {"au": "le", "aux": "les"}, "en": {}}


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens [start, end) are the listed `form` of the candidates. `contextual`: it means one of them only if
    the text has named it before (« le royaume »); `common`: it is also an ordinary word or a person's name
    (« Total », "Jordan"), to be weighed with care."""

    start: int
    end: int
    form: str
    kind: NameKind
    candidates: tuple[Entry, ...]
    contextual: bool
    common: bool


@dataclass(frozen=True, slots=True)
class _Common:
    lang: str
    form: str
    why: str


@dataclass(frozen=True, slots=True)
class _Listed:
    form: str
    kind: NameKind
    entry: Entry
    contextual: bool
    common: bool


@cache
def _by_code() -> dict[str, Country]:
    return {each.iso3: each for each in countries()}


def country(code: str) -> Country | None:
    """The country of an ISO 3166 code of three letters (or XKX, SUN …); None if there is none."""
    return _by_code().get(code)


def named(name: str, lang: str) -> Match | None:
    """What a whole name, without article, stands for (tokens 0 to 1)."""
    found = _listed(name, lang)
    return _match(0, 1, found) if found else None


def longest_at(words: Sequence[str], start: int, lang: str, *, contextual: bool = False) -> Match | None:
    """The longest listed name that begins at a token and ends with one; None if no name does.

    Articles are no part of a name, but for media (« Le Monde »). `contextual` lets in what means a country only
    in a context (« royaume », "island").

    >>> longest_at(["l’", "Organisation", "des", "Nations", "unies"], 1, "fr").end
    5
    """
    if not may_begin(words[start], words[start - 1] if start else "", lang):
        return None
    article = _CONTRACTED[lang].get(plain(words[start - 1]), "") if start else ""
    found = _longest_from((article,), words, start, lang, contextual) if article else None
    return found or _longest_from((), words, start, lang, contextual)


def may_begin(word: str, before: str, lang: str) -> bool:
    """Whether a listed name may begin with a word behind another one; asked first, since most words are no such."""
    return _opens(word, lang) or (plain(before) in _CONTRACTED[lang] and bool(cased_pieces(word)))


@lru_cache(maxsize=50_000)
def _opens(word: str, lang: str) -> bool:
    own = cased_pieces(word)
    return bool(own) and plain(own[0]) in _beginnings(lang)


def _longest_from(
    pieces: tuple[str, ...], words: Sequence[str], start: int, lang: str, contextual: bool
) -> Match | None:
    found: Match | None = None
    for end in range(start, len(words)):
        own = cased_pieces(words[end])
        if not own:
            if end == start:
                return None
            continue
        pieces += own
        key = key_of(pieces)
        if key not in _beginnings(lang):
            break
        listed = [each for each in _fitting(key, pieces, lang) if contextual or not each.contextual]
        if listed:
            found = _match(start, end + 1, listed)
    return found


def _match(start: int, end: int, listed: Sequence[_Listed]) -> Match:
    first = listed[0]
    candidates = tuple(each.entry for each in listed)
    common = any(each.common for each in listed)
    return Match(start, end, first.form, first.kind, candidates, first.contextual, common)


def _listed(name: str, lang: str) -> tuple[_Listed, ...]:
    pieces = cased_pieces(name)
    return _fitting(key_of(pieces), pieces, lang)


def _fitting(key: str, pieces: Sequence[str], lang: str) -> tuple[_Listed, ...]:
    found = _index(lang).get(key, ())
    fitting = {id(each.entry): each for each in found if capitals_fit(each.form, pieces, exact=each.common)}
    return tuple(fitting.values())


def common_names(lang: str) -> frozenset[str]:
    """Names that are also ordinary words of the language."""
    rows = load_table(data_file("world", "names_common.csv"), _Common)
    return frozenset(each.form for each in rows if each.lang == lang)


@kept
def _index(lang: str) -> dict[str, tuple[_Listed, ...]]:
    """Folded name -> what it stands for: sure before contextual, then in the order of NameKind and files."""
    common = common_names(lang)
    found: dict[str, list[_Listed]] = {}
    for form, kind, entry, contextual in _entries(lang):
        listed = _Listed(form, kind, entry, contextual, form in common)
        found.setdefault(key_of(cased_pieces(form)), []).append(listed)
    return {key: _ordered(listed) for key, listed in found.items()}


def _ordered(listed: Sequence[_Listed]) -> tuple[_Listed, ...]:
    """Sure ones first; a capital that bears its country's name (Djibouti) is left out."""
    if len(listed) == 1:
        return tuple(listed)
    states = {each.entry.country for each in listed if each.kind is NameKind.COUNTRY}
    kept = [each for each in listed if each.kind is not NameKind.SEAT or each.entry.country not in states]
    return tuple(sorted(kept, key=lambda each: each.contextual))


def _entries(lang: str) -> Iterator[tuple[str, NameKind, Entry, bool]]:
    for land in countries():
        yield from ((form, NameKind.COUNTRY, land, False) for form in land.names(lang))
        yield from ((form, NameKind.COUNTRY, land, True) for form in land.context_names(lang))
    for part in regions():
        yield from ((form, NameKind.REGION, part, False) for form in part.names(lang))
    for body in organisations():
        armed = body.kind is ActorKind.ARMED_GROUP
        kind = NameKind.ARMED_GROUP if armed else NameKind.ORGANISATION
        yield from ((form, kind, body, False) for form in body.names(lang))
    for seat in seats():
        yield from ((form, NameKind.SEAT, seat, False) for form in seat.names(lang))


@kept
def _beginnings(lang: str) -> frozenset[str]:
    """The folded first pieces of all names, by one, two, three …, up to the whole name."""
    found: set[str] = set()
    for key in _index(lang):
        pieces = key.split(" ")
        found.update(" ".join(pieces[:size]) for size in range(1, len(pieces) + 1))
    return frozenset(found)
