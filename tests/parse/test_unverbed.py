"""English past tenses that the parser took for participles are the verbs of their sentences again."""

from dataclasses import replace

import pytest

from selon.parse.lemmas import Lemmas
from selon.parse.mend import mended
from selon.parse.tree import Row

_NO_LISTS = Lemmas({}, frozenset())


def _mended(*lines: str) -> list[tuple[int, str]]:
    rows, at = [], 0
    for line in lines:
        text, pos, head, rel, *form = line.split()
        rows.append(Row(text, at, text.lower(), pos, {"VerbForm": form[0]} if form else {}, int(head), rel))
        at += len(text) + 1
    return [(row.head, row.rel) for row in mended(rows, [(0, len(rows), 0)], "en", _NO_LISTS)]


def test_a_bare_past_form_before_an_object_is_the_verb() -> None:
    lines = (
        "Police NOUN 0 root", "in ADP 2 case", "riot NOUN 3 compound", "gear NOUN 0 nmod", "used VERB 6 amod Part",
        "tear NOUN 6 compound", "gas NOUN 0 appos", "on ADP 8 case", "Saturday PROPN 0 nmod", ". PUNCT 0 punct",
    )  # fmt: skip
    assert _mended(*lines) == [
        (4, "nsubj"), (2, "case"), (3, "compound"), (0, "nmod"), (4, "root"),
        (6, "compound"), (4, "obj"), (8, "case"), (4, "obl"), (4, "punct"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ("Men NOUN 0 root", "arrested VERB 0 acl Part", "in ADP 3 case", "Rome PROPN 1 obl", ". PUNCT 0 punct"),
        ("Rebels NOUN 1 nsubj", "left VERB 1 root Fin", "towns NOUN 1 obj", "taken VERB 2 acl Part", ". PUNCT 1 punct"),
        ("Police NOUN 0 root", "used VERB 3 amod Part", "tear NOUN 3 compound", "gas NOUN 0 appos"),
    ],
    ids=["participle of a noun", "a sentence with a verb", "a headline without a stop"],
)
def test_other_sentences_stay_as_they_are(lines: tuple[str, ...]) -> None:
    assert _mended(*lines) == [(int(line.split()[2]), line.split()[3]) for line in lines]


def test_a_past_form_of_an_intransitive_verb_before_a_preposition_is_the_verb() -> None:
    lines = (
        "Soldiers NOUN 0 root", "of ADP 2 case", "Chad PROPN 0 nmod", "march VERB 2 acl Part",
        "into ADP 5 case", "Cameroon PROPN 3 obl", ". PUNCT 0 punct",
    )  # fmt: skip
    assert _mended(*lines)[3] == (3, "root")
    assert _mended(*lines)[0] == (3, "nsubj")


def test_a_bare_form_in_a_headline_is_its_verb() -> None:
    rows = [
        Row("Women", 0, "woman", "NOUN", {"Number": "Plur"}, 2, "nsubj"),
        Row("protest", 6, "protest", "NOUN", {"Number": "Sing"}, 2, "compound"),
        Row("curfew", 14, "curfew", "NOUN", {"Number": "Sing"}, 2, "root"),
    ]
    found = mended(rows, [(0, 3, 0)], "en", _NO_LISTS)
    assert [(row.head, row.rel, row.pos) for row in found] == [
        (1, "nsubj", "NOUN"), (1, "root", "VERB"), (1, "obj", "NOUN"),
    ]  # fmt: skip
    single = [replace(rows[0], morph={"Number": "Sing"}), *rows[1:]]
    assert mended(single, [(0, 3, 0)], "en", _NO_LISTS) == single
