"""English phrases of time that the parser takes for a part of what stands beside them.

"Freed the minister days before the summit" frees no days: the noun before them is what the verb has. "Accused Iran on
Tuesday of arming rebels": the gerund is what the accused did, and hangs on the verb. What comes out is a tree again.
Data: `en/trees.yml` (`spans`, `span_marks`, `times`, `accusing`), `en/clause.yml` (`object_marks`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.clausewords import clause_words
from selon.parse.rows import base, has, small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_NOUNS = ("NOUN", "PROPN")
# What may hang on a noun to its left.
_LEFT = ("det", "amod", "case", "nmod", "nummod", "compound", "advmod", "cc")


def give_times(rows: list[Row], start: int, end: int) -> None:
    """Sets the phrases of time of one sentence right, in place."""
    for i in range(start + 1, end - 1):
        if _is_span(rows, i):
            _part(rows, i, start, end)
    for i in range(start + 2, end):
        if (verb := _charging(rows, i)) is not None:
            rows[i] = replace(rows[i], head=verb, rel="advcl")


def _is_span(rows: Sequence[Row], i: int) -> bool:
    """Whether a word like "days" stands between a noun that it seems to govern and "before"."""
    words, noun = tree_words("en"), rows[i - 1]
    told = small(rows[i]) in words.spans and small(rows[i + 1]) in words.span_marks
    return told and noun.pos in _NOUNS and noun.head == i and base(noun) in ("compound", "nmod")


def _part(rows: list[Row], i: int, start: int, end: int) -> None:
    """Gives the noun the place of the word for a time, and hangs that on the verb above."""
    noun, old = i - 1, rows[i]
    for j in range(start, i):
        if rows[j].head == i and j != noun and base(rows[j]) in _LEFT:
            rows[j] = replace(rows[j], head=noun)
    rows[noun] = replace(rows[noun], head=noun if old.head == i else old.head, rel=old.rel)
    verb = rows[noun].head
    while rows[verb].pos not in ("VERB", "AUX") and rows[verb].head != verb:
        verb = rows[verb].head
    rows[i] = replace(old, head=verb if verb != i else noun, rel="obl")


def _charging(rows: Sequence[Row], i: int) -> int | None:
    """The verb that has an object and governs the time on which a gerund with a preposition hangs."""
    row, over = rows[i], rows[i].head
    if row.pos != "VERB" or not small(row).endswith("ing") or over >= i or base(row) not in ("acl", "advcl"):
        return None
    words, verb = clause_words("en"), rows[over].head
    if small(rows[i - 1]) not in words.object_marks or rows[i - 1].head != i or rows[verb].pos != "VERB":
        return None
    timed = (
        rows[over].pos == "ADV"
        or small(rows[over]) in tree_words("en").times
        or rows[verb].lemma in tree_words("en").accusing
    )
    led = verb < over and has(rows, verb, ("obj",), verb, over)
    return verb if timed and led and base(rows[over]) in ("obl", "advmod") else None
