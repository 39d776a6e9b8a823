"""English finite verbs that the parser misses: behind a name whose last word it takes for the verb ("Human Rights Watch
condemned Sudan"), and bare forms with a subject of their own ("the rebels, who now control Goma").
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import PRESENT, base, small
from selon.parse.tree import Row

# So many words before a verb its subject and what leads it stand.
_NEAR = 5


def give_finite(rows: list[Row], start: int, end: int) -> None:
    """Sets the verbs of one sentence right, in place."""
    for i in range(start + 1, end - 1):
        if _is_name(rows, i):
            _make_name(rows, i, start, end)
    for i in range(start + 1, end):
        if _is_finite(rows, start, i):
            rows[i] = replace(rows[i], morph=PRESENT)


def _is_name(rows: Sequence[Row], i: int) -> bool:
    """Whether the last word of a name is taken for the verb, and the verb for its complement
    ("Human Rights Watch condemned Sudan").
    """
    row, before, verb = rows[i], rows[i - 1], rows[i + 1]
    capital = row.text[0].isupper() and before.text[0].isupper() and not row.text.isupper()
    return capital and row.pos == "VERB" and verb.pos == "VERB" and verb.head == i and base(verb) in ("xcomp", "ccomp")


def _make_name(rows: list[Row], i: int, start: int, end: int) -> None:
    """Makes a row the subject of the verb behind it, which takes its place in the tree."""
    name, verb = rows[i], i + 1
    rows[verb] = replace(rows[verb], head=verb if name.head == i else name.head, rel=name.rel)
    for j in range(verb + 1, end):
        if rows[j].head == i:
            rows[j] = replace(rows[j], head=verb)
    for j in range(start, i):
        if rows[j].head == i and base(rows[j]) == "nsubj":
            rows[j] = replace(rows[j], rel="compound")
    rows[i] = replace(name, pos="PROPN", morph={}, lemma=name.text, head=verb, rel="nsubj")


def _is_finite(rows: Sequence[Row], start: int, i: int) -> bool:
    """Whether a verb taken for an infinitive has a subject of its own ("the rebels, who now control Goma")."""
    row = rows[i]
    bare = row.pos == "VERB" and row.morph.get("VerbForm") == "Inf" and row.rel in ("root", "acl:relcl", "advcl")
    if not bare:
        return False
    below = [each for each in rows[max(start, i - _NEAR) : i] if each.head == i]
    led = any(each.pos == "AUX" or small(each) == "to" for each in below)
    return not led and any(base(each) == "nsubj" for each in below)
