"""Phrases that name who says the sentence, where the parser takes them for its subject: « Selon le ministre, des obus
sont tombés », "According to officials, troops left". What comes out is a tree again. Data: `trees.yml` (`voicing`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import base, has, small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
# An article in French, as often as a preposition.
_PARTITIVE = ("de", "of", "by", "par")
_WRONG = ("nmod", "appos", "conj", "flat", "dep")


def give_voices(rows: list[Row], start: int, end: int, lang: str) -> None:
    """Makes such a phrase no subject, and the noun behind its comma the subject of the verb that has none."""
    for i in range(start, end):
        if base(rows[i]) != "case" or rows[i].pos != "ADP":
            continue
        if small(rows[i]) not in tree_words(lang).voicing:
            _free(rows, i, start, end)
            continue
        noun, verb = rows[i].head, rows[rows[i].head].head
        if not i < noun < verb:
            continue
        if base(rows[noun]) == "nsubj":
            rows[noun] = replace(rows[noun], rel="obl")
        subject = _behind_comma(rows, noun, verb)
        if subject is not None and not has(rows, verb, ("nsubj",), noun + 1, end):
            rows[subject] = replace(rows[subject], head=verb, rel="nsubj")


def _free(rows: list[Row], i: int, start: int, end: int) -> None:
    """Makes the noun of a preposition no subject where its verb has another: "a day after his death, troops came"."""
    noun, verb = rows[i].head, rows[rows[i].head].head
    led = i < noun < verb and base(rows[noun]) == "nsubj" and rows[i].lemma not in _PARTITIVE
    other = any(j != noun and rows[j].head == verb and base(rows[j]) == "nsubj" for j in range(noun + 1, verb))
    if led and other and any(rows[j].text == "," for j in range(noun + 1, verb)):
        rows[noun] = replace(rows[noun], rel="obl")


def _behind_comma(rows: Sequence[Row], noun: int, verb: int) -> int | None:
    """The noun without a preposition behind the comma after a phrase, that hangs on the phrase."""
    comma = next((j for j in range(noun + 1, verb) if rows[j].text == ","), None)
    if comma is None:
        return None
    for j in range(comma + 1, verb):
        hung = rows[j].head == noun and base(rows[j]) in _WRONG and rows[j].pos in _NOUNS
        if hung and not has(rows, j, ("case", "cc"), comma, j):
            return j
    return None
