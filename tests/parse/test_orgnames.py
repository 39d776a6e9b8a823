"""Names of organisations that hold what looks like a verb, parted subjects, headlines of two names."""

from selon.parse.lemmas import Lemmas
from selon.parse.mend import mended
from selon.parse.tree import Row

_NO_LISTS = Lemmas({}, frozenset())


def _rows(*lines: str) -> list[Row]:
    """Rows of "text lemma pos head relation", set right; a past form has its tense."""
    rows, at = [], 0
    for line in lines:
        text, lemma, pos, head, rel = line.split()
        morph = {"Tense": "Past", "VerbForm": "Fin"} if pos == "VERB" and text.endswith("ed") else {}
        rows.append(Row(text, at, lemma, pos, morph, int(head), rel))
        at += len(text) + 1
    return mended(rows, [(0, len(rows), 0)], "en", _NO_LISTS)


def test_a_name_with_a_verb_in_it_speaks() -> None:
    rows = _rows(
        "free free VERB 0 root", "them they PRON 0 obj", ", , PUNCT 3 punct", "Save save VERB 0 conj",
        "the the DET 5 det", "Children child NOUN 3 obj", "said say VERB 3 xcomp",
    )  # fmt: skip
    assert [(row.head, row.rel) for row in rows[3:]] == [
        (5, "compound"), (5, "compound"), (6, "nsubj"), (0, "parataxis"),
    ]  # fmt: skip
    assert {row.pos for row in rows[3:6]} == {"PROPN"}


def test_words_that_are_no_name_stay_verbs() -> None:
    rows = _rows("Save save VERB 0 root", "the the DET 2 det", "whales whale NOUN 0 obj", "now now ADV 0 advmod")
    assert (rows[0].pos, rows[0].rel) == ("VERB", "root")


def test_who_speaks_for_a_name_keeps_its_verb() -> None:
    rows = _rows(
        "Joe Joe PROPN 4 nsubj", "of of ADP 3 case", "Human human ADJ 3 amod", "Rights right NOUN 0 nmod",
        "Watch watch VERB 5 nsubj", "condemned condemn VERB 5 root", "it it PRON 5 obj",
    )  # fmt: skip
    assert (rows[0].head, rows[0].rel, rows[4].head, rows[4].rel) == (5, "nsubj", 0, "nmod")


def test_two_names_speak_together() -> None:
    rows = _rows(
        "Amnesty Amnesty PROPN 4 compound", "and and CCONJ 3 cc", "Human human ADJ 3 amod", "Rights right NOUN 0 conj",
        "Watch watch VERB 5 nsubj", "said say VERB 5 root",
    )  # fmt: skip
    assert [(rows[i].head, rows[i].rel) for i in (0, 4)] == [(5, "nsubj"), (0, "conj")]


def test_a_noun_before_an_aside_is_the_subject_of_the_verb_behind() -> None:
    rows = _rows(
        "it it PRON 1 nsubj", "came come VERB 1 root", "after after ADP 3 case", "police police NOUN 1 obl",
        ", , PUNCT 6 punct", "on on ADP 6 case", "orders order NOUN 1 obl", ", , PUNCT 8 punct",
        "arrested arrest VERB 1 advcl", "him he PRON 8 obj",
    )  # fmt: skip
    assert [(rows[i].head, rows[i].rel) for i in (2, 3)] == [(8, "mark"), (8, "nsubj")]


def test_without_an_object_the_noun_stays_where_it_is() -> None:
    rows = _rows(
        "it it PRON 1 nsubj", "came come VERB 1 root", "after after ADP 3 case", "talks talk NOUN 1 obl",
        ", , PUNCT 6 punct", "on on ADP 6 case", "orders order NOUN 1 obl", ", , PUNCT 8 punct",
        "delayed delay VERB 1 advcl",
    )  # fmt: skip
    assert rows[3].rel == "obl"


def test_what_has_a_modal_is_no_adjective() -> None:
    rows = _rows(
        "held hold VERB 0 root", "men man NOUN 0 obj", "but but CCONJ 5 cc", "should should AUX 4 aux",
        "free free ADJ 5 amod", "them they NOUN 1 conj",
    )  # fmt: skip
    assert (rows[4].pos, rows[4].head, rows[4].rel, rows[5].head, rows[5].rel) == ("VERB", 0, "conj", 4, "obj")


def test_a_clause_on_a_noun_inside_the_subject_leaves_one_root() -> None:
    rows = _rows(
        "Head head NOUN 8 nsubj", "of of ADP 2 case", "Oxfam Oxfam PROPN 0 nmod", ", , PUNCT 6 punct",
        "which which PRON 6 nsubj", "is be AUX 6 aux", "based base VERB 2 acl:relcl", ", , PUNCT 6 punct",
        "condemned condemn VERB 8 root", "it it PRON 8 obj",
    )  # fmt: skip
    assert (rows[8].head, rows[6].head, rows[0].head) == (8, 0, 8)


def test_two_names_before_a_bare_verb_open_a_headline() -> None:
    rows = _rows(
        "Kenya Kenya PROPN 3 vocative", ", , PUNCT 0 punct", "Uganda Uganda PROPN 3 nsubj", "sign sign NOUN 3 root",
        "deal deal NOUN 3 obj", "today today NOUN 3 obl",
    )  # fmt: skip
    assert [(rows[i].head, rows[i].rel, rows[i].pos) for i in (0, 2, 3)] == [
        (3, "nsubj", "PROPN"), (0, "conj", "PROPN"), (3, "root", "VERB"),
    ]  # fmt: skip


def test_counted_victims_are_no_verb() -> None:
    rows = _rows(
        "free free VERB 0 root", "three three NUM 0 obj", "kidnapped kidnap VERB 0 advcl", "aid aid NOUN 4 compound",
        "workers worker NOUN 2 obj",
    )  # fmt: skip
    assert [(rows[i].head, rows[i].rel) for i in (1, 2, 4)] == [(4, "nummod"), (4, "amod"), (0, "obj")]


def test_what_has_an_object_behind_to_is_no_adjective() -> None:
    rows = _rows(
        "efforts effort NOUN 0 root", "to to PART 2 mark", "free free ADJ 0 acl", "them they PRON 2 obj",
    )  # fmt: skip
    assert rows[2].pos == "VERB"
