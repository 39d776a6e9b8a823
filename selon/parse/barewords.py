"""English bare verbs that the parser takes for another word: "could soon back the president", "did champion the cause",
"plans to deride Oslo".

A modal, a form of "do" or "to" behind a verb stands before, an object behind. What comes out: the word is the verb, the
word before it its auxiliary or mark. Data: `en/verbs.yml`, `en/trees.yml` (`modals`, `doing`, `adjectives_too`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.clausewords import clause_words
from selon.parse.rows import base
from selon.parse.tree import Row
from selon.parse.treewords import tree_words
from selon.parse.verbforms import english_verbs

_OBJECT = ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
_OTHER = ("NOUN", "PROPN", "ADJ", "ADV", "ADP", "X", "INTJ")
_FREE = ("obj", "iobj", "vocative", "appos", "dep", "obl", "nsubj", "compound", "parataxis")
_BARE = {"VerbForm": "Inf"}
_FAR = 4
_PHRASE = 12


def give_bare_verbs(rows: list[Row], start: int, end: int) -> None:
    """Makes the bare verbs of one sentence verbs, in place."""
    for i in range(start, end - 2):
        verb = _behind_auxiliary(rows, i, end)
        if verb is not None:
            _make_verb(rows, i, verb, start, end)
        elif _is_behind_to(rows, i):
            _make_infinitive(rows, i, end)


def _behind_auxiliary(rows: Sequence[Row], i: int, end: int) -> int | None:
    """The bare verb behind a modal or a form of "do", but for adverbs."""
    words = tree_words("en")
    if rows[i].pos != "AUX" or rows[i].text.lower() not in (*words.modals, *words.doing):
        return None
    for j in range(i + 1, min(i + _FAR, end - 1)):
        own = rows[i].head in (i, j) and base(rows[j]) not in ("amod", "compound")
        if own and _may_be_bare(rows, j) and rows[j + 1].pos in _OBJECT:
            return j
        if rows[j].pos not in ("ADV", "PART"):
            return None
    return None


def _may_be_bare(rows: Sequence[Row], i: int) -> bool:
    row = rows[i]
    small = row.text.islower() and row.text in english_verbs()
    return row.pos in _OTHER and small and row.text not in tree_words("en").adjectives_too


def _is_behind_to(rows: Sequence[Row], i: int) -> bool:
    """Whether a word behind "to" narrows a noun though the verb before governs an infinitive."""
    to, verb = rows[i - 1], rows[i - 2] if i > 1 else None
    if verb is None or verb.pos != "VERB" or to.text.lower() != "to" or rows[i].pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    noun, words = rows[i].head, clause_words("en")
    governs = verb.lemma in words.subject_control or verb.lemma in tree_words("en").asking
    narrows = noun > i and base(rows[i]) in ("compound", "amod") and to.head in (i, noun)
    return governs and narrows and _may_be_bare(rows, i) and rows[i + 1].pos in _OBJECT


def _make_verb(rows: list[Row], i: int, verb: int, start: int, end: int) -> None:
    """Makes the word behind an auxiliary the verb in its place, with the noun behind as its object."""
    over = rows[i].head
    if over == i:  # the auxiliary seemed the verb
        rows[verb] = replace(rows[verb], head=verb, rel="root")
        for j in range(start, end):
            if rows[j].head == i and j != verb:
                rows[j] = replace(rows[j], head=verb)
    rows[i] = replace(rows[i], head=verb, rel="aux")
    rows[verb] = replace(rows[verb], pos="VERB", lemma=rows[verb].text.lower(), morph=_BARE)
    _give_object(rows, verb, end)


def _give_object(rows: list[Row], verb: int, end: int) -> None:
    """Makes the first noun without a preposition that hangs on the verb its object."""
    cased = {row.head for row in rows[verb + 1 : min(verb + _PHRASE, end)] if base(row) == "case"}
    for j in range(verb + 1, min(verb + _PHRASE, end)):
        if rows[j].head == verb and rows[j].pos in ("NOUN", "PROPN", "PRON") and base(rows[j]) in _FREE:
            if j not in cased:
                rows[j] = replace(rows[j], rel="obj")
            return


def _make_infinitive(rows: list[Row], i: int, end: int) -> None:
    """Makes the word behind "to" the complement of the verb before, and the noun that it narrows its object."""
    noun = rows[i].head
    rows[i - 1] = replace(rows[i - 1], pos="PART", head=i, rel="mark")
    rows[i] = replace(rows[i], pos="VERB", lemma=rows[i].text.lower(), morph=_BARE, head=i - 2, rel="xcomp")
    rows[noun] = replace(rows[noun], head=i, rel="obj")
    for j in range(i + 1, noun):
        if rows[j].head == i:
            rows[j] = replace(rows[j], head=noun)
