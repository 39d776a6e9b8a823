"""Lists and rules of lemmas."""

from pathlib import Path

import pytest

from selon.parse.lemmas import Lemmas, read_lemmas
from selon.parse.verbforms import french_verb_forms

VERBS = Lemmas(
    {("yeux", "NOUN"): "œil"},
    frozenset("bombarder lancer manger employer acheter céder appeler finir accuser".split()),
)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("bombardaient", "bombarder"),
        ("lançait", "lancer"),
        ("mangeons", "manger"),
        ("emploie", "employer"),
        ("achète", "acheter"),
        ("cèdent", "céder"),
        ("appellera", "appeler"),
        ("finissait", "finir"),
        ("accusées", "accuser"),
        ("accuserait", "accuser"),
    ],
)
def test_regular_verbs_are_known_by_their_endings(form: str, lemma: str) -> None:
    assert VERBS.of(form, "VERB", "?") == lemma


def test_what_no_list_knows_is_left_to_the_model() -> None:
    assert VERBS.of("voient", "VERB", "voir") == "voir"
    assert VERBS.of("accusé", "NOUN", "accusé") == "accusé"
    assert VERBS.of("yeux", "NOUN", "yeu") == "œil"


def test_a_guess_that_is_a_known_verb_stays() -> None:
    assert VERBS.of("finit", "VERB", "finir") == "finir"


def test_without_files_there_is_nothing(tmp_path: Path) -> None:
    assert read_lemmas(tmp_path, "fr").of("accusaient", "VERB", "x") == "x"


def test_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "lemmas.tsv").write_text("yeux\tNOUN\tœil\nde\tADP\t\n", encoding="utf-8")
    lemmas = read_lemmas(tmp_path, "fr")
    assert (lemmas.of("yeux", "NOUN", ""), lemmas.of("de", "ADP", "")) == ("œil", "de")


def test_a_form_of_a_listed_english_verb_is_that_verb_and_no_guess(tmp_path: Path) -> None:
    lemmas = read_lemmas(tmp_path, "en")
    assert lemmas.of("jailed", "VERB", "jaile") == "jail"
    assert lemmas.of("barring", "VERB", "barre") == "bar"
    assert lemmas.of("googled", "VERB", "googl") == "googl"
    assert lemmas.of("flares", "NOUN", "flare") == "flare"


@pytest.mark.parametrize(
    ("form", "guess", "lemma"),
    [
        ("poursuivent", "poursuiver", "poursuivre"),
        ("soutiendrait", "soutiendrer", "soutenir"),
        ("défendant", "défender", "défendre"),
        ("vit", "voir", "voir"),  # of vivre too: a guess that is a known verb stays
        ("bombardaient", "?", "bombarder"),
    ],
)
def test_irregular_french_verbs_are_known_by_their_forms(form: str, guess: str, lemma: str) -> None:
    lists = Lemmas({}, frozenset(["bombarder"]), irregular=french_verb_forms())
    assert lists.of(form, "VERB", guess) == lemma
