"""The layers of names: every line is of the form that the recipe reads, and English takes its own where it has one."""

import io
from itertools import pairwise
from pathlib import Path

import pytest

from models.corpus import divided
from models.names import read_layer
from models.treebank import read_conllu, read_treebank

LAYERS = Path(__file__).parents[2] / "models" / "ner"
EWT = LAYERS.parents[2] / "shared" / "data" / "ud" / "en_ewt-train.conllu.xz"
TWO = """\
# sent_id = s1
1	Iran	Iran	PROPN	_	_	2	nsubj	_	_
2	votes	vote	VERB	_	_	0	root	_	_

# sent_id = s2
1	Iraq	Iraq	PROPN	_	_	2	nsubj	_	_
2	votes	vote	VERB	_	_	0	root	_	_

"""


@pytest.mark.parametrize(("lang", "labels"), [("fr", {"PER", "ORG", "LOC", "MISC"}), ("en", {"PER", "ORG", "LOC"})])
def test_names_have_a_label_and_do_not_overlap(lang: str, labels: set[str]) -> None:
    layer = read_layer(LAYERS / lang)
    assert {label for names in layer.values() for *_, label in names} == labels
    for names in layer.values():
        assert all(start < end for start, end, _ in names)
        assert all(first[1] <= second[0] for first, second in pairwise(sorted(names)))


def test_a_read_sentence_takes_its_names_and_the_others_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("s1\t0\t4\tLOC\n", encoding="utf-8")
    sentences = list(read_conllu(io.StringIO(TWO), merge=False))
    (read,), (other,) = divided(sentences, tmp_path)
    assert [word.tag for word in read.words] == ["B-LOC", "O"]
    assert other is sentences[1]


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
