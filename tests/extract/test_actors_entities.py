"""Named entities of the language model are evidence for who is a person, a body or a place; none are needed."""

import pytest

from selon.extract.actors import Cast, find_actors
from selon.model.ontology import ActorKind
from selon.parse.tree import Entity, Parse, Row


def _parse(label: str | None) -> Parse:
    """« Velmora bloque la route » with an entity over its first word."""
    words = [
        ("Velmora", "Velmora", "PROPN", 1, "nsubj"),
        ("bloque", "bloquer", "VERB", 1, "root"),
        ("la", "le", "DET", 3, "det"),
        ("route", "route", "NOUN", 1, "obj"),
    ]
    text = " ".join(word[0] for word in words)
    rows = [Row(word, text.index(word), lemma, pos, {}, head, rel) for word, lemma, pos, head, rel in words]
    return Parse(text, "fr", rows, [(0, len(rows), 0)], [Entity(0, 1, label)] if label else ())


def _cast(label: str | None) -> Cast:
    return find_actors(_parse(label), ())


@pytest.mark.parametrize(("label", "kind"), [("PER", ActorKind.PERSON), ("ORG", ActorKind.ORGANISATION)])
def test_an_unknown_subject_is_what_its_entity_says(label: str | None, kind: ActorKind) -> None:
    assert [actor.kind for actor in _cast(label).actors] == [kind]


@pytest.mark.parametrize("label", ["LOC", "MISC", None])
def test_a_place_or_thing_that_no_lexicon_knows_is_no_actor(label: str | None) -> None:
    assert _cast(label).actors == ()
