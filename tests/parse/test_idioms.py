"""English turns that the parser reads against the grain."""

import pytest

from selon.parse.lemmas import Lemmas
from selon.parse.mend import mended
from selon.parse.tree import Row

_NO_LISTS = Lemmas({}, frozenset())


def _rows(*lines: str) -> list[Row]:
    rows, at = [], 0
    for line in lines:
        text, pos, head, rel, *form = line.split()
        rows.append(Row(text, at, text.lower(), pos, {"VerbForm": form[0]} if form else {}, int(head), rel))
        at += len(text) + 1
    return mended(rows, [(0, len(rows), 0)], "en", _NO_LISTS)


def test_who_is_accused_of_something_stands_right_before_the_participle() -> None:
    rows = _rows(
        "curbs NOUN 0 root", "on ADP 2 case", "men NOUN 0 nmod", "accused VERB 0 acl Fin", "of SCONJ 5 mark",
        "theft NOUN 3 obl",
    )  # fmt: skip
    assert (rows[3].head, rows[3].morph["VerbForm"]) == (2, "Part")


def test_a_clause_with_an_object_is_no_passive() -> None:
    rows = _rows("men NOUN 0 root", "attacked VERB 0 acl Fin", "in ADP 3 case", "it PRON 1 obj")
    assert rows[1].morph["VerbForm"] == "Fin"


@pytest.mark.parametrize(("word", "rel"), [("over", "obj"), ("near", "obl")])
def test_a_rounded_number_is_the_object(word: str, rel: str) -> None:
    rows = _rows(
        "police NOUN 1 nsubj", "held VERB 1 root Fin", f"{word} ADP 4 case", "100 NUM 4 nummod", "men NOUN 1 obl"
    )
    assert rows[4].rel == rel


def test_up_to_belongs_to_the_number() -> None:
    rows = _rows(
        "They PRON 1 nsubj", "killed VERB 1 root Fin", "up ADP 1 compound:prt", "to ADP 5 case", "15 NUM 5 nummod",
        "men NOUN 1 obl",
    )  # fmt: skip
    assert [rows[i].head for i in (2, 3)] == [4, 4]
    assert rows[5].rel == "obj"


def test_that_before_a_clause_is_no_determiner() -> None:
    assert _rows("said VERB 0 root Fin", "that DET 2 mark", "left VERB 0 ccomp Fin")[1].pos == "SCONJ"
