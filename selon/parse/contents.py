"""French: clauses that say what is promised or told, which the parser takes for relatives of a noun or of « ce ».

« S'est engagé à ce qu'aucun militaire ne brigue la présidence », « a promis aux familles qu'elles seraient relogées ».
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_RELATIVE = ("acl:relcl", "acl")
# So many words before its verb a clause of this kind begins.
_NEAR = 8


def give_contents(rows: list[Row], start: int, end: int) -> None:
    """Makes each such clause of a sentence the complement of its verb."""
    words = tree_words("fr").that
    for i in range(start + 2, end):
        if rows[i].rel not in _RELATIVE or rows[i].head >= i:
            continue
        that = next(
            (j for j in range(i - 1, max(i - _NEAR, start), -1) if rows[j].head == i and small(rows[j]) in words), None
        )
        if that is None:
            continue
        noun = rows[i].head
        verb = rows[noun].head
        if noun == that - 1 and _is_this(rows, noun, start):
            rows[noun] = replace(rows[noun], head=i, rel="fixed")
        elif not _is_told(rows, i, that, verb, start, end):
            continue
        rows[that] = replace(rows[that], pos="SCONJ", rel="mark")
        rows[i] = replace(rows[i], head=verb, rel="ccomp")


def _is_this(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether « ce » stands behind « à » or « de » under a verb."""
    led = i > start and small(rows[i - 1]) in ("à", "de") and rows[i - 1].head == i
    return led and small(rows[i]) == "ce" and rows[rows[i].head].pos == "VERB" and rows[i].head < i


def _is_told(rows: Sequence[Row], i: int, that: int, verb: int, start: int, end: int) -> bool:
    """Whether a verb of telling governs the noun, and the clause is whole without « que »."""
    if rows[verb].pos != "VERB" or rows[verb].lemma not in tree_words("fr").telling or not verb < that:
        return False
    below = [rows[j] for j in range(start, end) if rows[j].head == i and j != that]
    whole = any(each.rel in ("obj", "aux:pass", "cop") or each.rel == "nsubj:pass" for each in below)
    return rows[that].rel == "obj" and whole
