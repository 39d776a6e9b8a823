"""What is set right in the names that the name finder gives; tagged words by hand, without a model."""

import pytest

from selon.parse.entities import tidied
from selon.parse.tree import Entity, Row

Names = list[tuple[str, str]]


def _rows(tagged: str) -> list[Row]:
    rows, at = [], 0
    for pair in tagged.split():
        text, _, pos = pair.rpartition("/")
        rows.append(Row(text, at, text, pos, {}, 0, "dep"))
        at += len(text) + 1
    return rows


def _tidied(tagged: str, given: list[tuple[int, int, str]], lang: str = "fr") -> Names:
    rows = _rows(tagged)
    found = tidied(rows, [(0, len(rows), 0)], [Entity(*each) for each in given], lang)
    return [(" ".join(row.text for row in rows[each.start : each.end]), each.label) for each in found]


@pytest.mark.parametrize(
    ("tagged", "given", "names"),
    [
        ("Car/CCONJ Dupont/PROPN part/VERB", [(0, 2, "ORG")], [("Dupont", "ORG")]),
        ("Lyon/PROPN et/CCONJ partent/VERB", [(0, 2, "LOC")], [("Lyon", "LOC")]),
        ("Aussitôt/ADV parti/VERB", [(0, 1, "LOC")], []),
        ("Ils/PRON partent/VERB", [(0, 1, "LOC")], []),
        ("Mme/NOUN Zurbano/PROPN part/VERB", [(1, 2, "LOC")], [("Zurbano", "PER")]),
        ("M./NOUN Li/PROPN part/VERB", [(0, 2, "ORG")], [("Li", "PER")]),
        ("de/ADP Gaulle/PROPN part/VERB", [(0, 2, "PER")], [("de Gaulle", "PER")]),
    ],
)
def test_borders_and_persons(tagged: str, given: list[tuple[int, int, str]], names: Names) -> None:
    assert _tidied(tagged, given) == names


def test_a_country_is_a_place_whatever_the_model_says() -> None:
    assert _tidied("La/DET France/PROPN part/VERB", [(1, 2, "ORG")]) == [("France", "LOC")]


def test_a_known_name_that_was_missed_is_added() -> None:
    assert _tidied("l'/DET ONU/PROPN et/CCONJ l'/DET Italie/PROPN", []) == [("ONU", "ORG"), ("Italie", "LOC")]


def test_a_known_name_inside_a_longer_one_is_left() -> None:
    tagged = "Banque/PROPN de/ADP France/PROPN"
    assert _tidied(tagged, [(0, 3, "ORG")]) == [("Banque de France", "ORG")]


def test_languages_have_their_own_spellings() -> None:
    assert _tidied("Germany/PROPN", [], "en") == [("Germany", "LOC")]
    assert _tidied("Germany/PROPN", [], "fr") == []
