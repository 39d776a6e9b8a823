"""The places of the world: which places a name may stand for, likeliest first.

Reads data/world/places/ (compiled by models/gazetteer.py from GeoNames and exonyms.csv, mapped into memory), and the
hand lists countries.csv, regions_political.csv and features.csv (seas, rivers, deserts, sites), which go before it.
"""

import csv
import math
import mmap
import struct
from dataclasses import dataclass, replace
from enum import IntFlag
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import marisa_trie
import numpy as np

from selon.lexicon.entries import Region, countries, regions
from selon.lexicon.load import DATA, data_file
from selon.lexicon.names import fold
from selon.lexicon.tables import load_table
from selon.model.ontology import Precision

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDER = DATA / "world" / "places"
# One place: hundredths of degrees, GeoNames id, name, row of areas.csv (and REGION if it is a region), people.
PLACE = np.dtype([("lat", "<i2"), ("lon", "<i2"), ("id", "<u4"), ("name", "<u4"), ("area", "<u2"), ("people", "u1")])
_ROW = struct.Struct("<hhIIHB")  # PLACE again: one row is read faster so
REGION = 1 << 15
_STEPS = 25  # steps of `people` for each factor of ten


class Tier(IntFlag):
    """What a name is to a place: its own, the French or English one, or one of the many others."""

    PRIMARY = 1
    FRENCH = 2
    ENGLISH = 4
    OTHER = 8


# What a name's tier is worth beside the decimal logarithm of the population: Porto is Porto, not Bordeaux, and
# Vienne is Vienna, not the town on the Rhône, as long as the text says nothing else.
_WORTH = {Tier.PRIMARY: 1.0, Tier.FRENCH: 0.5, Tier.ENGLISH: 0.5, Tier.OTHER: -1.5}
_OWN_LANGUAGE = 1.0
_CAPITAL = 1.5
# A hand list entry stands before all places of the same name, but not before a city that news means (Québec).
_LISTED = 9.0
_STATE = 11.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for. `area` is the first level region that holds it; `score` ranks."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    precision: Precision
    population: int = 0
    area: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of features.csv: a sea, river, mountain, desert or site, or an abbreviation that `stands_for` a region."""

    precision: Precision
    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    stands_for: str = ""

    @property
    def name(self) -> str:
        """The English name, by which places are shown."""
        return self.stands_for or self.en[0]


@dataclass(frozen=True, slots=True)
class Exonym:
    """A row of exonyms.csv: names of the place that GeoNames calls `place`."""

    fr: tuple[str, ...]
    en: tuple[str, ...]
    place: str
    country: str


def population_code(people: int) -> int:
    """The people of a place in the logarithmic steps in which the table keeps them."""
    return min(255, round(_STEPS * math.log10(people))) if people > 0 else 0


@dataclass(frozen=True, slots=True)
class _Tables:
    keys: marisa_trie.Trie
    names: marisa_trie.Trie
    places: mmap.mmap
    ends: "NDArray[np.int64]"
    posts: mmap.mmap
    areas: tuple[tuple[str, str], ...]


@cache
def _tables(folder: Path = FOLDER) -> _Tables:
    with (folder / "areas.csv").open(encoding="utf-8", newline="") as stream:
        areas = tuple((row[0], row[2]) for row in csv.reader(stream))[1:]
    return _Tables(
        marisa_trie.Trie().mmap(str(folder / "keys.marisa")),
        marisa_trie.Trie().mmap(str(folder / "names.marisa")),
        _mapped(folder / "places.bin"),
        np.cumsum(np.fromfile(folder / "counts.bin", "u1"), dtype=np.int64),
        _mapped(folder / "posts.bin"),
        areas,
    )


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)


def is_place_name(key: str, lang: str) -> bool:
    """Whether a folded name (see `lexicon.names.fold`) is in the gazetteer.

    >>> is_place_name("tombouctou", "fr"), is_place_name("entretien", "fr")
    (True, False)
    """
    return key in _listed(lang) or key in _tables().keys


@lru_cache(maxsize=50_000)
def goes_on(key: str, lang: str) -> bool:
    """Whether a longer folded name begins with these words and goes on behind a space.

    >>> goes_on("new", "en"), goes_on("tombouctou est tombee", "fr")
    (True, False)
    """
    return key in _beginnings(lang) or next(_tables().keys.iterkeys(f"{key} "), None) is not None


@cache
def _beginnings(lang: str) -> frozenset[str]:
    """The first words of the names of the hand lists, by one, two, three …, without the whole."""
    words = (key.split(" ") for key in _listed(lang))
    return frozenset(" ".join(each[:size]) for each in words for size in range(1, len(each)))


def is_listed_name(key: str, lang: str) -> bool:
    """Whether a folded name is one of the hand lists (« bande de Gaza », « mer Noire »)."""
    return key in _listed(lang)


def places_named(name: str, lang: str) -> tuple[Candidate, ...]:
    """The places of a name, folded or as written, without article; likeliest first; () for an unknown name.

    >>> [(each.name, each.country) for each in places_named("Tripoli", "fr")][:2]
    [('Tripoli', 'LBY'), ('Tripoli', 'LBN')]
    """
    return _places_named(fold(name), lang)


@cache
def opening_words(lang: str) -> frozenset[str]:
    """The small words that a listed name may begin with (« mer Noire », « bande de Gaza »), folded."""
    listed: tuple[Feature | Region, ...] = (*features(), *regions())
    names = (name for each in listed for name in (each.fr if lang == "fr" else each.en))
    return frozenset(fold(name).split(" ", 1)[0] for name in names if name[0].islower())


@cache
def _acronyms(lang: str) -> frozenset[str]:
    return frozenset(name for land in countries() for name in land.names(lang) if name.isupper())


def is_country_acronym(text: str, lang: str) -> bool:
    """Whether a word in capitals stands for a country.

    >>> is_country_acronym("RDC", "fr"), is_country_acronym("ONU", "fr")
    (True, False)
    """
    return text in _acronyms(lang)


@cache
def abbreviations(lang: str) -> frozenset[str]:
    """The abbreviated names of regions, folded, which need their full stop and a town before them ("Dallas, Tex.").

    >>> "minn" in abbreviations("en")
    True
    """
    names = (name for each in features() if each.stands_for for name in (each.fr if lang == "fr" else each.en))
    return frozenset(map(fold, names))


def country_place(code: str) -> Candidate | None:
    """The country of an ISO 3166 code as a place; None if there is none."""
    return _states().get(code)


@lru_cache(maxsize=20_000)
def _places_named(key: str, lang: str) -> tuple[Candidate, ...]:
    listed = _listed(lang).get(key, ())
    found = [*_compiled(key, lang)]
    for each in listed:
        twin = next((other for other in found if _same_region(each, other)), None)
        if twin is not None:
            found.remove(twin)
        found.append(_merged(each, twin))
    return tuple(sorted(found, key=lambda each: (-each.score, each.geonames_id or 0)))


def _same_region(one: Candidate, other: Candidate) -> bool:
    return one.precision is Precision.REGION is other.precision and one.country == other.country


def _merged(listed: Candidate, twin: Candidate | None) -> Candidate:
    """The listed place with what only GeoNames knows of it."""
    if twin is None:
        return listed
    return replace(listed, geonames_id=twin.geonames_id, population=twin.population, area=twin.area)


def _compiled(key: str, lang: str) -> list[Candidate]:
    tables = _tables()
    number = tables.keys.get(key)
    if number is None:
        return []
    first, last = int(tables.ends[number - 1]) if number else 0, int(tables.ends[number])
    posts = struct.unpack_from(f"<{last - first}I", tables.posts, 4 * first)
    return [_candidate(tables, post, lang, key) for post in posts]


def _candidate(tables: _Tables, post: int, lang: str, key: str) -> Candidate:
    lat, lon, number, name, place, steps = _ROW.unpack_from(tables.places, (post >> 4) * _ROW.size)
    country, area = tables.areas[place & ~REGION]
    people, region = steps / _STEPS, bool(place & REGION)
    return Candidate(
        name=tables.names.restore_key(name),
        country=country,
        lat=lat / 100,
        lon=lon / 100,
        geonames_id=number or None,
        precision=Precision.REGION if region else Precision.CITY,
        population=round(10**people) if people else 0,
        area=area,
        score=people + _worth(Tier(post & 15), lang) + _rank(country, region, key),
    )


@cache
def _worth(tier: Tier, lang: str) -> float:
    own = Tier.FRENCH if lang == "fr" else Tier.ENGLISH
    return max(worth for each, worth in _WORTH.items() if each in tier) + (_OWN_LANGUAGE if own in tier else 0.0)


def _rank(country: str, region: bool, key: str) -> float:
    """A capital goes before cities of the same name, a region behind the city that it is called after."""
    if region:
        return -2.0
    return _CAPITAL if (key, country) in _capitals() else 0.0


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    names = ((name, land.iso3) for land in countries() for name in (*land.capital_fr, *land.capital_en))
    return frozenset((fold(name), code) for name, code in names)


# The names of regions.csv that are a whole continent; the others without a country are regions across borders.
_CONTINENTS = frozenset(
    {"Europe", "Asia", "Africa", "North America", "South America", "Oceania", "Antarctica", "Americas"}
)


@cache
def _states() -> dict[str, Candidate]:
    with (FOLDER / "countries.csv").open(encoding="utf-8", newline="") as stream:
        known = {row["country"]: row for row in csv.DictReader(stream)}
    found = {}
    for land in countries():
        row = known.get(land.iso3, {})
        number, people = row.get("geonames_id"), row.get("population")
        found[land.iso3] = Candidate(
            land.en[0] if land.en else land.fr[0], land.iso3, land.lat, land.lon, int(number) if number else None,
            Precision.COUNTRY, int(people) if people else 0, score=_STATE,
        )  # fmt: skip
    return found


@cache
def features() -> tuple[Feature, ...]:
    """Seas, straits, rivers, mountains, deserts and sites of news."""
    return load_table(data_file("world", "features.csv"), Feature)


@cache
def _listed(lang: str) -> dict[str, tuple[Candidate, ...]]:
    """Folded name -> the countries, regions and features of the hand lists."""
    found: dict[str, list[Candidate]] = {}
    for land in countries():
        for name in land.names(lang):
            found.setdefault(fold(name), []).append(_states()[land.iso3])
    for part in regions():
        if part.lat is not None or part.country:
            for name in part.names(lang):
                found.setdefault(fold(name), []).append(_region(part))
    for each in features():
        for name in each.fr if lang == "fr" else each.en:
            found.setdefault(fold(name), []).append(
                Candidate(each.name, each.country or None, each.lat, each.lon, None, each.precision, score=_LISTED)
            )
    return {key: tuple(dict.fromkeys(each)) for key, each in found.items()}


def _region(part: Region) -> Candidate:
    name = (part.en or part.fr)[0]
    precision = Precision.CONTINENT if name in _CONTINENTS else Precision.REGION
    return Candidate(name, part.country or None, part.lat, part.lon, None, precision, score=_LISTED)
