"""How sure events are: chances, ordered as a reader would."""

import pytest

from selon.extract.confidence import ALWAYS, Weight
from selon.lexicon.load import data_file, load_csv
from selon.model.ontology import EventType, Factuality
from tests.extract.test_events_marked import record_of

PAIRS = [
    ("en", "Kenyan troops attacked the camp.", "Troops who may have attacked the camp met the Kenyan president."),
    ("en", "Turkish police arrested 12 students.", "The arrests of students worried the editors."),
    (
        "fr",
        "L'armée tchadienne a attaqué le camp.",
        "Ceux qui auraient attaqué le camp ont rencontré le président.",
    ),
    ("fr", "La police turque a arrêté douze étudiants.", "Les arrestations d'étudiants inquiètent les éditeurs."),
]


@pytest.mark.parametrize(("lang", "plain", "aside"), PAIRS)
def test_what_is_told_plainly_is_surer_than_what_is_told_aside(lang: str, plain: str, aside: str) -> None:
    type_ = record_of(plain, lang).events[0].type
    said, implied = (
        [event.confidence for event in record_of(text, lang).events if event.type is type_] for text in (plain, aside)
    )
    assert 0 < max(implied) < min(said) < 1


def test_types_and_factualities_that_are_weighed_exist() -> None:
    signs = [row.sign for row in load_csv(data_file("world", "confidence.csv"), Weight)]
    names = {f"type {each.value}" for each in EventType} | {f"factuality {each.value}" for each in Factuality}
    assert ALWAYS in signs
    assert {sign for sign in signs if sign.startswith(("type ", "factuality "))} <= names
