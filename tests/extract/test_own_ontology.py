"""An ontology of one's own: beside PLOVER, in its place, and refused where it is faulty."""

from pathlib import Path

import pytest

import selon
from selon.errors import LexiconError

LABOUR = Path(selon.__file__).parent / "examples" / "ontologies" / "labour.yml"
MIXED = "Les dockers du Havre ont débrayé lundi. Le ministre a condamné l'attaque de Gao."
SMALL = """
name: weather
replaces: {replaces}
types:
  - {{id: {id}, plover: ASSAULT, cameo: "190", meaning: "Water covers land."}}
fr:
  frames:
    - {{id: flood, type: FLOOD, verbs: [{verb}], needs: [actor], examples: [], counterexamples: []}}
"""


def _file(folder: Path, *, replaces: str = "false", id: str = "FLOOD", verb: str = "condamner") -> str:
    path = folder / "weather.yml"
    path.write_text(SMALL.format(replaces=replaces, id=id, verb=verb), encoding="utf-8")
    return str(path)


def test_the_bundled_ontology_finds_its_examples() -> None:
    checked = selon.check_ontology(str(LABOUR))
    assert checked.faults == ()
    assert checked.sentences > 20


def test_own_types_stand_beside_those_of_plover() -> None:
    events = selon.read(MIXED, lang="fr", ontology=str(LABOUR)).events
    told = {(event.own_type, event.type.value) for event in events}
    assert ("labour.STRIKE", "PROTEST") in told
    assert (None, "ACCUSE") in told


def test_without_an_ontology_there_are_no_own_types() -> None:
    assert {event.own_type for event in selon.read(MIXED, lang="fr").events} == {None}


def test_an_ontology_that_replaces_leaves_only_its_own(tmp_path: Path) -> None:
    events = selon.read(MIXED, lang="fr", ontology=_file(tmp_path, replaces="true")).events
    assert [(event.own_type, event.trigger.text) for event in events] == [("weather.FLOOD", "a condamné")]


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        ({"id": "FLOODS"}, "type 'FLOOD' is not one of FLOODS"),
        ({"verb": "<nothing>"}, "is no class"),
        ({"replaces": "perhaps"}, "'perhaps' is not 'true' or 'false'"),
    ],
)
def test_a_faulty_ontology_is_refused_with_its_cause(tmp_path: Path, fault: dict[str, str], cause: str) -> None:
    with pytest.raises(LexiconError) as refused:
        selon.Reader(ontology=_file(tmp_path, **fault))
    assert cause in str(refused.value)


def test_what_is_no_yaml_or_empty_is_refused(tmp_path: Path) -> None:
    for number, text in enumerate(("", "[1, 2", "- a list")):
        path = tmp_path / f"{number}.yml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(LexiconError):
            selon.Reader(ontology=str(path))
