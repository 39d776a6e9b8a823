"""What the parser took for verbs, or cut from their auxiliaries, set right."""

from selon.parse.lemmas import Lemmas
from selon.parse.mend import mended
from selon.parse.tree import Row

_NO_LISTS = Lemmas({}, frozenset())


def _rows(*lines: str) -> list[Row]:
    """Rows from lines `text pos head rel [VerbForm]`, heads counted from 0."""
    found, at = [], 0
    for line in lines:
        text, pos, head, rel, *form = line.split()
        found.append(Row(text, at, text.lower(), pos, {"VerbForm": form[0]} if form else {}, int(head), rel))
        at += len(text) + 1
    return found


def _mended(*lines: str, lang: str = "fr") -> list[tuple[str, int, str]]:
    rows = _rows(*lines)
    return [(row.pos, row.head, row.rel) for row in mended(rows, [(0, len(rows), 0)], lang, _NO_LISTS)]


def test_a_person_behind_an_article_is_a_noun() -> None:
    lines = ("a AUX 1 aux Fin", "arrêté VERB 1 root Part", "l' PRON 3 obj", "opposant VERB 1 xcomp Part")
    assert _mended(*lines)[2:] == [("DET", 3, "det"), ("NOUN", 1, "obj")]
    assert _mended(*lines, lang="en")[3] == ("VERB", 1, "xcomp")


def test_a_participle_that_tells_of_a_noun_or_stands_behind_en_stays() -> None:
    assert _mended("conflit NOUN 0 root", "l' PRON 2 obj", "opposant VERB 0 acl Part")[2] == ("VERB", 0, "acl")
    lines = ("part VERB 0 root Fin", "en ADP 3 mark", "l' PRON 3 obj", "opposant VERB 0 xcomp Part")
    assert _mended(*lines)[3] == ("VERB", 0, "xcomp")


def test_a_verb_behind_an_indefinite_article_is_a_noun() -> None:
    lines = ("Un DET 2 nsubj", "raid VERB 2 nsubj Fin", "tue VERB 2 root Fin")
    assert _mended(*lines)[:2] == [("DET", 1, "det"), ("NOUN", 2, "nsubj")]


def test_a_perfect_that_an_adjunct_splits_is_joined() -> None:
    lines = ("X PROPN 1 nsubj", "a VERB 1 root Fin", "en ADP 3 case", "retour NOUN 1 obl", "accusé VERB 3 acl Part")
    assert _mended(*lines, "Y PROPN 4 obj") == [
        ("PROPN", 4, "nsubj"),
        ("AUX", 4, "aux:tense"),
        ("ADP", 3, "case"),
        ("NOUN", 4, "obl:mod"),
        ("VERB", 4, "root"),
        ("PROPN", 4, "obj"),
    ]


def test_a_participle_below_the_object_stays() -> None:
    lines = ("a VERB 0 root Fin", "des DET 2 det", "soldats NOUN 0 obj", "formés VERB 2 acl Part")
    assert _mended(*lines)[3] == ("VERB", 2, "acl")


def test_what_stands_between_ne_and_pas_is_a_verb() -> None:
    lines = ("X PROPN 4 nsubj", "ne ADV 2 advmod", "nie ADV 4 advmod", "pas ADV 4 advmod", "agi VERB 4 root Part")
    assert _mended(*lines) == [
        ("PROPN", 2, "nsubj"),
        ("ADV", 2, "advmod"),
        ("VERB", 2, "root"),
        ("ADV", 2, "advmod"),
        ("VERB", 2, "xcomp"),
    ]
    assert _mended("ne ADV 3 advmod", "plus ADV 3 advmod", "jamais ADV 3 advmod", "agir VERB 3 root Inf")[1][0] == "ADV"


def test_a_relative_clause_between_commas_hangs_on_its_noun_and_leaves_it_to_the_verb_behind() -> None:
    lines = (
        "Minsk PROPN 4 nsubj", ", PUNCT 4 punct", "que PRON 4 obj", "Varsovie PROPN 4 nsubj", "accuse VERB 4 root Fin",
        ", PUNCT 4 punct", "y PRON 8 nsubj", "a AUX 8 aux:tense Fin", "renoncé VERB 4 advcl Part",
    )  # fmt: skip
    found = _mended(*lines)
    assert [found[i] for i in (0, 4, 6, 8)] == [
        ("PROPN", 8, "nsubj"), ("VERB", 0, "acl:relcl"), ("PRON", 8, "iobj"), ("VERB", 8, "root"),
    ]  # fmt: skip


def test_a_relative_clause_that_hangs_right_stays() -> None:
    lines = (
        "Minsk PROPN 5 nsubj", ", PUNCT 3 punct", "which PRON 3 obj", "sees VERB 0 acl:relcl Fin", ", PUNCT 5 punct",
        "left VERB 5 root Fin",
    )  # fmt: skip
    assert _mended(*lines, lang="en")[3:] == [("VERB", 0, "acl:relcl"), ("PUNCT", 5, "punct"), ("VERB", 5, "root")]


def test_a_subject_of_an_auxiliary_is_that_of_its_verb() -> None:
    lines = ("China PROPN 1 nsubj", "has AUX 3 aux", "each DET 3 advmod", "massed VERB 3 root Part")
    assert _mended(*lines, lang="en")[0] == ("PROPN", 3, "nsubj")


def test_an_object_behind_an_adverbial_phrase_is_no_apposition_to_it() -> None:
    lines = (
        "Elle PRON 2 nsubj", "a AUX 2 aux Fin", "rejeté VERB 2 root Part", "à ADP 5 case", "une DET 5 det",
        "majorité NOUN 2 obl", "le DET 7 det", "pacte NOUN 5 appos",
    )  # fmt: skip
    assert _mended(*lines)[7] == ("NOUN", 2, "obj")
    assert _mended(*lines[:6], ", PUNCT 5 punct", "le DET 8 det", "pacte NOUN 5 appos")[8] == ("NOUN", 5, "appos")
