"""English words that seem a noun's adjective and are a verb over it, and those that seem a verb and are its adjective.

"Should immediately free their colleagues", "efforts to free them"; "three kidnapped contractors" are kidnapped already.
What comes out is a tree again. Data: `en/trees.yml` (`modals`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import base, has
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

# So far before a verb stand the marks that belong to it.
_NEAR = 6
_INFINITIVE = {"VerbForm": "Inf"}


def set_attribute(rows: list[Row], i: int, start: int, end: int) -> None:
    """Sets one word right, in place."""
    if _is_owed(rows, i, start):
        _make_infinitive(rows, i)
    elif _is_meant(rows, i, start, end):
        rows[i] = replace(rows[i], pos="VERB", morph=_INFINITIVE)
    elif (noun := _narrowed(rows, i, start, end)) is not None:
        _make_attribute(rows, i, noun)


def _is_owed(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether what seems a noun's adjective has a modal of its own: "should immediately free their colleagues"."""
    row = rows[i]
    if row.pos != "ADJ" or base(row) != "amod" or row.head <= i:
        return False
    modals = tree_words("en").modals
    return any(rows[j].head == i and rows[j].pos == "AUX" and rows[j].text.lower() in modals for j in range(start, i))


def _make_infinitive(rows: list[Row], i: int) -> None:
    """Makes the adjective a verb over its noun, in the place that the noun had; beside another noun's verb."""
    noun = rows[i].head
    over, rel = rows[noun].head, rows[noun].rel
    while base(rows[noun]) == "conj" and rows[over].pos != "VERB" and rows[over].head != over:
        over = rows[over].head
    root = over == noun
    rows[i] = replace(rows[i], pos="VERB", morph=_INFINITIVE, head=i if root else over, rel=rel)
    rows[noun] = replace(rows[noun], head=i, rel="obj")
    for j in range(max(i - _NEAR, 0), i):
        if rows[j].head == noun and rows[j].pos in ("CCONJ", "PUNCT"):
            rows[j] = replace(rows[j], head=i)


def _is_meant(rows: Sequence[Row], i: int, start: int, end: int) -> bool:
    """Whether what seems an adjective has "to" before it and an object: "efforts to free three hostages"."""
    if rows[i].pos != "ADJ" or i == start or base(rows[i]) not in ("acl", "advcl", "xcomp"):
        return False
    led = rows[i - 1].text.lower() == "to" and rows[i - 1].head == i and rows[i - 1].pos == "PART"
    return led and has(rows, i, ("obj",), i, end)


def _narrowed(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The noun behind a past form that seems its object, where a number right before it counts that noun."""
    row, number = rows[i], rows[i - 1]
    if row.pos != "VERB" or row.text.lower().endswith("ing") or number.pos != "NUM" or base(number) != "obj":
        return None
    if base(row) not in ("advcl", "acl", "conj", "ccomp", "xcomp") or has(rows, i, ("aux", "nsubj", "mark"), start, i):
        return None
    noun = next((j for j in range(i + 1, min(i + _NEAR, end)) if rows[j].head == i and rows[j].rel == "obj"), None)
    bare = noun is not None and all(rows[j].pos in ("PROPN", "ADJ", "NOUN") for j in range(i + 1, noun + 1))
    return noun if bare and number.head < i - 1 else None


def _make_attribute(rows: list[Row], i: int, noun: int) -> None:
    """Makes the number and the past form parts of the noun, and that the object of what the number hung on."""
    over = rows[i - 1].head
    rows[i - 1] = replace(rows[i - 1], head=noun, rel="nummod")
    rows[noun] = replace(rows[noun], head=over, rel="obj")
    rows[i] = replace(rows[i], head=noun, rel="amod", morph={"Tense": "Past", "VerbForm": "Part"})
