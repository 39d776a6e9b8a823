"""The parts of a model are applied faster than spaCy does it, with what spaCy finds, whatever stands beside a text."""

import numpy as np
import pytest

from selon.parse.apply import Applied
from selon.parse.blocks import BlockOps
from selon.parse.spacy import WEIGHTS, load

pytestmark = pytest.mark.skipif(not (WEIGHTS / "fr").is_dir(), reason="the language models are not there")
TEXTS = {
    "fr": "Le président Sall a reçu lundi à Dakar l'envoyé de l'ONU, qui repart mardi. Le Mali a condamné l'attaque.",
    "en": "Police in Nairobi arrested 12 students on Friday, the BBC said. Kenya's president denied it. It didn't.",
}


def _docs(lang: str) -> list[object]:
    """Texts of many lengths, the first of them empty."""
    words = TEXTS[lang].split()
    nlp = load(lang).nlp
    return [nlp.make_doc(" ".join((words * 3)[:size])) for size in range(0, 3 * len(words), 2)]


def _applied(lang: str) -> Applied:
    applied = load(lang).applied
    if applied is None:
        pytest.skip("the products of this machine are not steady: spaCy's own way is taken")
    return applied


@pytest.mark.parametrize("lang", TEXTS)
def test_it_finds_what_spacy_finds(lang: str) -> None:
    applied, nlp = _applied(lang), load(lang).nlp
    ours = [*applied.pipe(_docs(lang), ["trainable_lemmatizer"])]
    theirs = [*nlp.pipe(_docs(lang), disable=["trainable_lemmatizer"])]
    asked = ["HEAD", "DEP", "POS", "MORPH", "SENT_START", "ENT_IOB", "ENT_TYPE"]
    assert len(ours) == len(theirs) > 16
    for one, other in zip(ours, theirs, strict=True):
        assert one.to_array(asked).tolist() == other.to_array(asked).tolist()
        assert np.abs(one.tensor - other.tensor).max(initial=0) < 1e-4
    assert any(doc.ents for doc in ours)


@pytest.mark.parametrize("lang", TEXTS)
def test_a_text_comes_out_alike_in_any_company(lang: str) -> None:
    applied = _applied(lang)
    together, alone = [*applied.pipe(_docs(lang), [])], _docs(lang)[-1]
    turned = [*applied.pipe(_docs(lang)[::-1], [])][::-1]
    for one, other in zip(together, turned, strict=True):
        assert np.array_equal(one.tensor, other.tensor)
    assert np.array_equal(next(applied.pipe([alone], [])).tensor, together[-1].tensor)


def test_a_row_of_a_product_comes_out_alike_in_any_company() -> None:
    chance = np.random.default_rng(1)
    weights, rows = chance.standard_normal((288, 96), "float32"), chance.standard_normal((300, 96), "float32")
    found = BlockOps().gemm(rows, weights, trans2=True)
    assert np.allclose(found, rows @ weights.T, atol=1e-4)
    for at in (0, 7, 111, 112, 299):
        assert np.array_equal(BlockOps().gemm(rows[at : at + 1], weights, trans2=True)[0], found[at])
