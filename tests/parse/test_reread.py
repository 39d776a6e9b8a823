"""English words that the tree hangs where they cannot."""

import pytest

from selon.parse.lemmas import Lemmas
from selon.parse.mend import mended
from selon.parse.tree import Row

_NO_LISTS = Lemmas({}, frozenset())


def _rows(*lines: str) -> list[Row]:
    """Rows of "text lemma pos head relation", set right."""
    rows, at = [], 0
    for line in lines:
        text, lemma, pos, head, rel = line.split()
        rows.append(Row(text, at, lemma, pos, {}, int(head), rel))
        at += len(text) + 1
    return mended(rows, [(0, len(rows), 0)], "en", _NO_LISTS)


def test_a_noun_of_a_name_is_no_verb() -> None:
    rows = _rows(
        "UN UN PROPN 1 nsubj", "aid aid VERB 1 root", "convoy convoy NOUN 1 obj", "reached reach VERB 1 xcomp",
        "towns town NOUN 3 obj",
    )  # fmt: skip
    assert [(row.head, row.rel) for row in rows[1:4]] == [(2, "compound"), (3, "nsubj"), (3, "root")]


def test_a_perfect_is_no_adjective() -> None:
    rows = _rows(
        "it it PRON 1 nsubj", "found find VERB 1 root", "they they PRON 3 nsubj", "had have AUX 4 aux",
        "committed commit VERB 5 amod", "crimes crime NOUN 1 obj",
    )  # fmt: skip
    assert [(row.head, row.rel) for row in rows[4:]] == [(1, "ccomp"), (4, "obj")]


def test_a_participle_that_opens_a_sentence_is_not_its_root() -> None:
    rows = _rows(
        "waving wave VERB 0 root",
        "flags flag NOUN 0 obj",
        ", , PUNCT 0 punct",
        "miners miner NOUN 4 nsubj",
        "marched march VERB 0 parataxis",
    )
    assert [(row.head, row.rel) for row in (rows[0], rows[4])] == [(4, "advcl"), (4, "root")]


@pytest.mark.parametrize(("word", "head"), [("lift", 3), ("lifted", 0)])
def test_bare_forms_stand_beside_bare_ones(word: str, head: int) -> None:
    rows = _rows(
        "urged urge VERB 0 root", "him he PRON 0 obj", "to to PART 3 mark", "free free VERB 0 xcomp",
        "and and CCONJ 5 cc", f"{word} lift VERB 0 conj",
    )  # fmt: skip
    assert rows[5].head == head


@pytest.mark.parametrize(("over", "relation"), [("saw", "acl"), ("helped", "xcomp")])
def test_whom_one_sees_wounded_is_the_victim(over: str, relation: str) -> None:
    rows = _rows(
        "raids raid NOUN 1 nsubj", f"{over} {'see' if over == 'saw' else 'help'} VERB 1 root", "men man NOUN 1 obj",
        "wounded wound VERB 1 xcomp", ". . PUNCT 1 punct",
    )  # fmt: skip
    assert rows[3].rel == relation


@pytest.mark.parametrize(("first", "relation"), [("should", "advcl"), ("could", "conj")])
def test_an_auxiliary_before_its_subject_leads_a_condition(first: str, relation: str) -> None:
    rows = _rows(
        "we we PRON 1 nsubj", "act act VERB 1 root", f"{first} {first} AUX 4 aux", "Kyiv Kyiv PROPN 4 nsubj",
        "refuse refuse VERB 1 conj",
    )  # fmt: skip
    assert rows[4].rel == relation
