"""Verbs that the parser has not met and took for nouns or adjectives are verbs again."""

from selon.parse.hidden import give_hidden, with_unmet
from selon.parse.lemmas import Lemmas
from selon.parse.tree import Row

_LISTS = with_unmet(Lemmas({("affluent", "NOUN"): "affluent"}, frozenset(["dénoncer", "révoquer"])))


def _given(*lines: str) -> list[tuple[str, str, int, str]]:
    """The rows of a sentence (`text pos head rel [lemma]`) as they come out: lemma, part of speech, head, relation."""
    rows = []
    for i, line in enumerate(lines):
        text, pos, head, rel, *lemma = line.split()
        rows.append(Row(text, i * 20, lemma[0] if lemma else text.lower(), pos, {}, int(head), rel))
    give_hidden(rows, 0, len(rows), _LISTS)
    return [(row.lemma, row.pos, row.head, row.rel) for row in rows]


def test_what_stands_behind_an_auxiliary_is_its_participle() -> None:
    found = _given("Dacca PROPN 1 nsubj", "a VERB 1 root", "banni NOUN 1 xcomp", "le DET 4 det", "parti NOUN 2 obj")
    assert found[1:3] == [("a", "AUX", 2, "aux:tense"), ("bannir", "VERB", 2, "root")]
    assert found[0] == ("dacca", "PROPN", 2, "nsubj")


def test_what_has_an_object_behind_and_is_the_second_verb() -> None:
    found = _given(
        "Delhi PROPN 1 nsubj", "dénonce VERB 1 root dénoncer", "le DET 3 det", "traité NOUN 1 obj",
        "et CCONJ 5 cc", "révoque ADJ 1 conj", "les DET 7 det", "visas NOUN 5 obj",
    )  # fmt: skip
    assert found[5] == ("révoquer", "VERB", 1, "conj")
    assert found[7] == ("visas", "NOUN", 5, "obj")


def test_a_listed_noun_and_a_noun_with_its_article_stay() -> None:
    assert _given("Un DET 1 det", "affluent NOUN 1 root", "le DET 3 det", "Lot PROPN 1 appos")[1][1] == "NOUN"
    assert _given("La DET 1 det", "traque NOUN 1 root", "les DET 3 det", "chefs NOUN 1 nmod")[1][1] == "NOUN"
