"""Whatever words and marks stand beside one another, every span of the record is true and the record is the same again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import selon
from selon.parse.spacy import WEIGHTS
from selon.run.batch import read_one
from tests.nasty.shapes import STRANGE
from tests.nasty.test_shapes import check_spans

PIECES = (
    "Le ministre turc", "M. Diop", "l'ONU", "Damas", "a rencontré", "a accusé", "aurait tué", "12 soldats", "selon l'AFP", "le 3 mai 2021",
    "« ", " »", "“", "”", '"', "‘", "’", "(", ")", "—", ", ", ". ", ".", "…", ":", ";", "\n", "\n\n", "\u00a0", "on ignore où", "que", "qui",
    "PARIS, 3 mai (AFP) – ", "The president", "said", "killed at least 5", "in Beirut", "according to", "U.S.", "Mr. Smith's", *STRANGE,
)  # fmt: skip


@pytest.mark.skipif(not (WEIGHTS / "fr").is_dir(), reason="the language models are not there")
@pytest.mark.parametrize("lang", ["fr", "en"])
@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(pieces=st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " "])), min_size=2, max_size=40))
def test_spans_are_true_in_any_mixture(lang: str, pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + blank for piece, blank in pieces)
    try:
        document = selon.document_of(text, lang=lang, date="2021-05-05")
    except selon.InputError:
        return
    record = read_one(document, model=None)
    assert isinstance(record, selon.Record), record
    check_spans(selon.to_json(record), document.text)
    assert read_one(document, model=None) == record
