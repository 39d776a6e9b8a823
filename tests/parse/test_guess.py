"""Lemmas are guessed for few words, and are those that the model gives when it is asked for all."""

from dataclasses import replace

import pytest

from selon.parse.spacy import WEIGHTS, load, parse

pytestmark = pytest.mark.skipif(not (WEIGHTS / "fr").is_dir(), reason="the language models are not there")
TEXTS = {
    "fr": "Les Zorbanais ont zigouillé les bandomoustes de Gao.\n\nIls recarambolèrent, dit-on, douze smartpéniches !",
    "en": "The Zorbanians deglomerated the bandomists of Gao.\n\nThey were rezigzagging twelve smartbarges!",
}


@pytest.mark.parametrize("lang", TEXTS)
def test_they_are_those_of_the_model(lang: str) -> None:
    pipeline = load(lang)
    assert pipeline.guesser is not None
    asked, all_asked = (
        parse(TEXTS[lang], lang, each) for each in (pipeline, replace(pipeline, guesser=None))
    )  # fmt: skip
    lemmas = [token.lemma for token in asked.tokens]
    assert lemmas == [token.lemma for token in all_asked.tokens]
    assert any((token.lower, token.pos) not in pipeline.lemmas.table for token in asked.tokens if token.pos != "PUNCT")
