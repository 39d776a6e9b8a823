"""The rows of the world's tables: countries, regions, seats of power, organisations and armed groups."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from selon.lexicon.load import data_file
from selon.lexicon.tables import load_table
from selon.model.ontology import ActorKind, Sector


class NameKind(StrEnum):
    """What a listed name is, in the order in which candidates are given."""

    COUNTRY = "country"
    REGION = "region"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory, with its ISO 3166-1 code, or the one it had (ISO 3166-3); then `now` is the state
    that continues it. Names in `*_context` mean this country only where the text has made it clear (« le
    royaume »)."""

    iso3: str
    fr: tuple[str, ...]
    en: tuple[str, ...]
    lat: float
    lon: float
    iso2: str = ""
    fr_context: tuple[str, ...] = ()
    en_context: tuple[str, ...] = ()
    capital_fr: tuple[str, ...] = ()
    capital_en: tuple[str, ...] = ()
    now: str = ""

    @property
    def country(self) -> str:
        return self.iso3

    @property
    def sectors(self) -> tuple[Sector, ...]:
        return ()

    def names(self, lang: str) -> tuple[str, ...]:
        return self.fr if lang == "fr" else self.en

    def context_names(self, lang: str) -> tuple[str, ...]:
        return self.fr_context if lang == "fr" else self.en_context

    def capitals(self, lang: str) -> tuple[str, ...]:
        return self.capital_fr if lang == "fr" else self.capital_en


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a state, or of the world (then without `country`), that politics speaks of."""

    fr: tuple[str, ...]
    en: tuple[str, ...]
    country: str = ""
    lat: float | None = None
    lon: float | None = None

    @property
    def sectors(self) -> tuple[Sector, ...]:
        return ()

    def names(self, lang: str) -> tuple[str, ...]:
        return self.fr if lang == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Seat:
    """A capital, palace or building that stands for who sits there; several countries may have the name.

    `body` is an organisation that it stands for in texts that name it too (« Bruxelles »: Union européenne).
    """

    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = (Sector.GOV,)
    capital: bool = False
    body: str = ""

    @property
    def country(self) -> str:
        """The country, empty where there are none (the UN's) or several."""
        return self.countries[0] if len(self.countries) == 1 else ""

    def names(self, lang: str) -> tuple[str, ...]:
        return self.fr if lang == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body with a name of its own; `both` are the names that do not change with the language."""

    kind: ActorKind
    both: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    country: str = ""
    sectors: tuple[Sector, ...] = ()

    def names(self, lang: str) -> tuple[str, ...]:
        """Names and acronyms in this language, the usual one first."""
        return (self.fr if lang == "fr" else self.en) + self.both


Entry = Country | Region | Organisation | Seat


@cache
def countries() -> tuple[Country, ...]:
    """Every state and territory, the present ones first, in the order of their codes."""
    return load_table(data_file("world", "countries.csv"), Country)


@cache
def regions() -> tuple[Region, ...]:
    """Parts of states and of the world."""
    return load_table(data_file("world", "regions_political.csv"), Region)


@cache
def organisations() -> tuple[Organisation, ...]:
    """Organisations, media, authorities, armies, then armed groups (kind ARMED_GROUP)."""
    files = ("organisations.csv", "armed_groups.csv")
    return tuple(each for name in files for each in load_table(data_file("world", name), Organisation))


@cache
def seats() -> tuple[Seat, ...]:
    """Palaces, buildings and regional capitals, then the capitals of the states."""
    lands = (each for each in countries() if each.capital_fr)
    capitals = (Seat(each.capital_fr, each.capital_en, (each.iso3,), capital=True) for each in lands)
    return (*load_table(data_file("world", "seats.csv"), Seat), *capitals)
