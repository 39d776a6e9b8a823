"""The pure parts of what the shipped parser learns from a teacher: best trees, rules of lemmas, taught sentences."""

import itertools
from pathlib import Path

import numpy
import pytest

from models.arborescence import tree
from models.distil import is_prose, read, write
from models.rules import by_rule, lemma_rule
from models.treebank import TreeSentence, Word


def _total(scores: numpy.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


def _is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every word reaches the root, on which one hangs."""
    for at in range(1, len(heads) + 1):
        for _ in heads:
            at = heads[at - 1] if at else 0
        if at:
            return False
    return heads.count(0) == 1


@pytest.mark.parametrize("seed", range(40))
def test_the_tree_is_the_best_of_all(seed: int) -> None:
    size = 2 + seed % 4
    scores = numpy.log(numpy.random.default_rng(seed).random((size, size + 1)))
    best = max(
        filter(_is_tree, itertools.product(range(size + 1), repeat=size)), key=lambda heads: _total(scores, heads)
    )
    found = tuple(tree(scores))
    assert _is_tree(found)
    assert _total(scores, found) == pytest.approx(_total(scores, best))


def test_two_circles_and_two_roots_become_one_tree() -> None:
    scores = numpy.full((5, 6), -9.0)
    for word, head in ((0, 2), (1, 1), (2, 4), (3, 3), (4, 0)):
        scores[word, head] = 0.0
    scores[0, 0] = -1.0
    found = tree(scores)
    assert _is_tree(tuple(found))
    assert found[4] == 0


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("Attaques", "attaque"),
        ("Paris", "Paris"),
        ("est", "être"),
        ("L'", "le"),
        ("journaux", "journal"),
        ("ONU", "ONU"),
    ],
)
def test_a_rule_gives_its_lemma_back(form: str, lemma: str) -> None:
    assert by_rule(form, lemma_rule(form, lemma)) == lemma


def test_a_rule_holds_for_other_words_and_not_for_shorter_ones() -> None:
    assert by_rule("Généraux", lemma_rule("journaux", "journal")) == "général"
    assert by_rule("a", "-3er") == "a"
    assert lemma_rule("x", "_") == ""


def _words(text: str) -> tuple[Word, ...]:
    return tuple(Word(each, True, "NOUN", each, "_", 0, "dep", "O") for each in text.split())


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Le préfet a signé hier .", True),
        ("« Le préfet a signé hier . »", True),
        ("le préfet a signé hier .", False),
        ("Le préfet a signé", False),
        ("Tableau 3 : 12 14 15 16 18 .", False),
        ("Non .", False),
    ],
)
def test_whole_sentences_are_prose(text: str, whole: bool) -> None:
    assert is_prose(_words(text)) is whole


def test_taught_sentences_come_back(tmp_path: Path) -> None:
    words = (
        Word("Oslo", False, "PROPN", "Oslo", "_", 0, "ROOT", "B-LOC"),
        Word(".", True, "PUNCT", ".", "_", 0, "punct", "O"),
    )
    write([TreeSentence("a", words), TreeSentence("b", words[:1])], tmp_path / "taught.txt")
    first, second = read(tmp_path / "taught.txt")
    assert (first.words, second.words) == (words, words[:1])
