"""The gazetteer: names of news in both languages, and which place of a name comes first."""

import pytest

from selon.lexicon.entries import countries
from selon.lexicon.gazetteer import (
    FOLDER,
    Precision,
    country_place,
    features,
    is_place_name,
    places_named,
)
from selon.lexicon.load import DATA, load_csv
from selon.lexicon.names import fold

# Names of French and English news -> the country of the place that comes first, without any context.
FRENCH = {
    "SYR": "Damas|Alep|Lattaquié|Palmyre|Idleb|Deir Ezzor|Raqqa|Kobané|Deraa|Qamichli",
    "UKR": "Kiev|Kyiv|Marioupol|Kharkov|Lougansk|Boutcha|Zaporijjia|Soumy|Bakhmout|Tchernihiv|Odessa|Sébastopol",
    "RUS": "Moscou|Saint-Pétersbourg|Ekaterinbourg|Rostov-sur-le-Don|Koursk|Mourmansk|Tcheliabinsk|Naltchik",
    "MLI": "Tombouctou|Gao|Kidal|Ménaka|Ségou",
    "EGY": "Le Caire|Alexandrie|Charm el-Cheikh|Louxor",
    "ARE": "Abou Dhabi|Doubaï",
    "SAU": "La Mecque|Djeddah|Riyad|Médine",
    "PSE": "Naplouse|Jénine|Khan Younès|Hébron|Ramallah|Rafah",
    "IRQ": "Bagdad|Mossoul|Bassora|Falloujah|Kirkouk",
    "IRN": "Téhéran|Ispahan|Machhad|Chiraz",
    "YEM": "Sanaa|Hodeïda|Taëz",
    "LBN": "Beyrouth|Tyr",
    "CHN": "Pékin|Canton|Nankin|Lhassa",
    "GBR": "Londres|Édimbourg|Douvres|Cantorbéry",
    "BEL": "Bruxelles|Anvers|Gand|Bruges",
    "DEU": "Francfort|Munich|Aix-la-Chapelle|Trèves|Dresde",
    "ITA": "Gênes|Venise|Naples|Turin|Florence",
    "CHE": "Genève|Bâle|Berne",
    "PRT": "Porto|Lisbonne",
    "PAK": "Islamabad|Peshawar",
    "SDN": "Khartoum|El-Facher|Omdourman|Port-Soudan",
    "COD": "Kinshasa|Goma|Bukavu",
    "AZE": "Bakou|Stepanakert",
    "GRC": "Athènes|Salonique",
    "VNM": "Hô Chi Minh-Ville|Saïgon",
    "AUT": "Vienne|Salzbourg",
    "USA": "Philadelphie|La Nouvelle-Orléans|New York",
    "MMR": "Rangoun",
    "ARM": "Erevan",
    "TJK": "Douchanbé",
}
ENGLISH = {
    "SYR": "Damascus|Aleppo|Latakia|Palmyra|Raqqa|Deir ez-Zor",
    "UKR": "Kyiv|Kiev|Mariupol|Kharkiv|Luhansk|Bucha|Zaporizhzhia|Odesa|Bakhmut",
    "RUS": "Moscow|St. Petersburg|Rostov-on-Don|Kursk",
    "MLI": "Timbuktu|Gao",
    "EGY": "Cairo|Alexandria",
    "SAU": "Mecca|Jeddah",
    "PSE": "Nablus|Jenin|Khan Younis|Hebron",
    "IRQ": "Baghdad|Mosul|Basra|Fallujah",
    "YEM": "Sanaa|Hodeidah|Taiz",
    "CHN": "Beijing|Guangzhou",
    "BEL": "Brussels|Antwerp|Ghent",
    "DEU": "Munich|Cologne|Frankfurt",
    "CHE": "Geneva|Basel",
    "ITA": "Venice|Genoa|Turin",
    "MMR": "Yangon|Rangoon",
    "SDN": "Khartoum|El Fasher|Port Sudan",
    "GBR": "London|Birmingham|Cambridge",
    "VNM": "Ho Chi Minh City|Saigon",
    "NLD": "The Hague",
}


def _rows(names: dict[str, str], lang: str) -> list[tuple[str, str, str]]:
    return [(lang, name, code) for code, group in names.items() for name in group.split("|")]


@pytest.mark.parametrize(("lang", "name", "code"), [*_rows(FRENCH, "fr"), *_rows(ENGLISH, "en")])
def test_the_place_that_news_means_comes_first(lang: str, name: str, code: str) -> None:
    found = places_named(name, lang)
    assert found and found[0].country == code


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_country_has_its_place(lang: str) -> None:
    for land in countries():
        place = country_place(land.iso3)
        assert place is not None and place.precision is Precision.COUNTRY
        for name in land.names(lang):
            assert any(each.country == land.iso3 for each in places_named(name, lang)), name


def test_a_country_has_its_geonames_id() -> None:
    syria = places_named("Syrie", "fr")[0]
    assert (syria.name, syria.country, syria.geonames_id) == ("Syria", "SYR", 163843)


def test_a_city_has_coordinates_and_id() -> None:
    damascus = places_named("Damas", "fr")[0]
    assert (damascus.lat, damascus.lon, damascus.geonames_id) == (33.51, 36.29, 170654)
    assert (damascus.name, damascus.precision) == ("Damascus", Precision.CITY)


@pytest.mark.parametrize(
    ("lang", "name", "precision", "country"),
    [
        ("fr", "mer Noire", Precision.SEA, None), ("en", "Strait of Hormuz", Precision.SEA, None),
        ("fr", "Sahel", Precision.REGION, None), ("fr", "Nord-Kivu", Precision.REGION, "COD"),
        ("en", "West Bank", Precision.REGION, "PSE"), ("fr", "Haut-Karabagh", Precision.REGION, "AZE"),
        ("fr", "Euphrate", Precision.SITE, None), ("fr", "Europe", Precision.CONTINENT, None),
        ("fr", "Loire-Atlantique", Precision.REGION, "FRA"), ("en", "Kent", Precision.REGION, "GBR"),
        ("en", "Illinois", Precision.REGION, "USA"), ("fr", "Californie", Precision.REGION, "USA"),
    ],
)  # fmt: skip
def test_what_is_no_city(lang: str, name: str, precision: Precision, country: str | None) -> None:
    kinds = {(each.precision, each.country) for each in places_named(name, lang)}
    assert (precision, country) in kinds


@pytest.mark.parametrize("name", ["entretien", "accord", "président", "le", "a", ""])
def test_words_are_no_names(name: str) -> None:
    assert not is_place_name(fold(name), "fr")
    assert places_named(name, "fr") == ()


def test_the_candidates_are_in_order() -> None:
    scores = [each.score for each in places_named("San José", "fr")]
    assert len(scores) > 5
    assert scores == sorted(scores, reverse=True)


def test_every_listed_feature_is_found_with_its_coordinates() -> None:
    for each in features():
        for lang, names in (("fr", each.fr), ("en", each.en)):
            for name in names:
                found = [place for place in places_named(name, lang) if place.name == each.name]
                assert found and found[0].lat is not None, name


def test_every_spelling_of_news_is_compiled() -> None:
    from selon.lexicon.gazetteer import Exonym

    for row in load_csv(DATA / "world" / "exonyms.csv", Exonym):
        for lang, names in (("fr", row.fr), ("en", row.en)):
            for name in names:
                assert any(each.country == row.country for each in places_named(name, lang)), f"{name}: make gazetteer"


def test_the_compiled_files_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 6_000_000
