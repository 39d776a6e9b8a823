"""The tables of the world fit their classes, name only known states, and tell alike names apart."""

import pytest

from selon.lexicon.colonies import Colony, ruler_of
from selon.lexicon.demonyms import demonym, demonyms
from selon.lexicon.entries import Country, Organisation, Region, Seat, countries, organisations, regions, seats
from selon.lexicon.intervening import Intervening, intervenes
from selon.lexicon.load import data_file, load_csv
from selon.lexicon.namesakes import Namesake
from selon.lexicon.persons import Person, known_person
from selon.lexicon.world import longest_at, named

TABLES = {
    "countries.csv": Country,
    "regions_political.csv": Region,
    "seats.csv": Seat,
    "organisations.csv": Organisation,
    "armed_groups.csv": Organisation,
    "persons.csv": Person,
    "colonies.csv": Colony,
    "intervening.csv": Intervening,
    "namesakes.csv": Namesake,
}
CODES = {each.iso3 for each in countries()}


@pytest.mark.parametrize(("name", "entry"), TABLES.items())
def test_a_table_fits_its_class(name: str, entry: type) -> None:
    assert load_csv(data_file("world", name), entry)


def test_every_country_of_a_table_is_a_country() -> None:
    told = [each.country for each in (*organisations(), *regions())]
    told += [country for seat in seats() for country in seat.countries]
    told += [country for lang in ("fr", "en") for each in demonyms(lang) for country in each.countries]
    told += [each.country for each in load_csv(data_file("world", "persons.csv"), Person)]
    colonies = load_csv(data_file("world", "colonies.csv"), Colony)
    told += [code for each in colonies for code in (each.country, each.power)]
    told += [each.country for each in load_csv(data_file("world", "intervening.csv"), Intervening)]
    namesakes = load_csv(data_file("world", "namesakes.csv"), Namesake)
    told += [code for each in namesakes for code in (each.country, *each.shared.split("|"), *each.beside.split("|"))]
    assert {country for country in told if country} <= CODES


def test_a_former_colony_has_one_ruler() -> None:
    assert (ruler_of("CIV"), ruler_of("AGO"), ruler_of("FRA")) == ("FRA", "PRT", None)


def test_some_states_fight_abroad() -> None:
    assert (intervenes("FRA"), intervenes("NER"), intervenes(None)) == (True, False, False)


@pytest.mark.parametrize(
    ("word", "lang", "countries"),
    [
        ("nigérien", "fr", [("NER",)]),
        ("nigérianes", "fr", [("NGA",)]),
        ("congolais", "fr", [("COD", "COG")]),
        ("sud-coréenne", "fr", [("KOR",)]),
        ("irano-syrien", "fr", [("IRN",), ("SYR",)]),
        ("hébreu", "fr", [("ISR",)]),
        ("Nigerien", "en", [("NER",)]),
        ("Sino-American", "en", [("CHN",), ("USA",)]),
        ("turkey", "en", []),
    ],
)
def test_peoples_by_their_adjective(word: str, lang: str, countries: list[tuple[str, ...]]) -> None:
    assert [each.countries for each in demonym(word, lang)] == countries


@pytest.mark.parametrize(
    ("name", "lang", "code"),
    [
        ("URSS", "fr", "SUN"),
        ("Congo-Brazzaville", "fr", "COG"),
        ("RDC", "fr", "COD"),
        ("Etats-Unis", "fr", "USA"),
        ("Boko Haram", "en", "NGA"),
        ("Cédéao", "fr", ""),
        ("Kremlin", "en", "RUS"),
        ("Tsahal", "fr", "ISR"),
    ],
)
def test_names_of_the_world(name: str, lang: str, code: str) -> None:
    match = named(name, lang)
    assert match is not None and match.candidates[0].country == code


def test_the_longest_name_wins() -> None:
    match = longest_at(["the", "Democratic", "Republic", "of", "Congo"], 1, "en")
    assert match is not None and (match.end, match.candidates[0].country) == (5, "COD")


@pytest.mark.parametrize(
    ("words", "country"),
    [
        (("Poutine",), "RUS"),
        (("Vladimir", "Putin"), "RUS"),
        (("Bashar", "al-Assad"), "SYR"),
        (("Castro",), "CUB"),
        (("Julián", "Castro"), None),
        (("Poutine", "Junior"), None),
    ],
)
def test_well_known_persons_have_a_nationality(words: tuple[str, ...], country: str | None) -> None:
    assert known_person(words) == country
