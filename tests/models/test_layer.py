"""The layers of names: every line is of the form that the recipe reads, and English takes its own where it has one."""

from itertools import pairwise
from pathlib import Path

import pytest

from models.names import read_layer
from models.treebank import read_treebank

LAYERS = Path(__file__).parents[2] / "models" / "ner"
EWT = LAYERS.parents[2] / "shared" / "data" / "ud" / "en_ewt-train.conllu.xz"


@pytest.mark.parametrize(("lang", "labels"), [("fr", {"PER", "ORG", "LOC", "MISC"}), ("en", {"PER", "ORG", "LOC"})])
def test_names_have_a_label_and_do_not_overlap(lang: str, labels: set[str]) -> None:
    layer = read_layer(LAYERS / lang)
    assert {label for names in layer.values() for *_, label in names} == labels
    for names in layer.values():
        assert all(start < end for start, end, _ in names)
        assert all(first[1] <= second[0] for first, second in pairwise(sorted(names)))


@pytest.mark.shared
def test_english_names_begin_and_end_with_words_of_the_treebank() -> None:
    if not EWT.exists():
        pytest.skip("no ../shared")
    layer = read_layer(LAYERS / "en")
    found = {each.id: each for each in read_treebank(EWT, merge=False) if each.id in layer}
    assert set(found) == set(layer)
    for name, spans in layer.items():
        starts = found[name].starts()
        ends = {start + len(word.text) for start, word in zip(starts, found[name].words, strict=True)}
        assert all(start in starts and end in ends for start, end, _ in spans), name
