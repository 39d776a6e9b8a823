"""English verbs put side by side: which one a bare or a past form is coordinated with.

What comes in: a row under `conj`. What goes out: the verb of the same form to hang it on, or None where the tree may be
right. Data: `en/trees.yml` (`bare_pasts`).
"""

from collections.abc import Sequence

from selon.parse.rows import base, governors, has
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

# Last letters of pasts: "-ed", and of irregular verbs that news are full of (fought, made, held, told, said).
_PAST_ENDS = ("ed", "ght", "ade", "eld", "old", "aid")


def equal_of(rows: Sequence[Row], start: int, i: int) -> int | None:
    """The verb beside which a coordinated one stands where the tree puts a bare form beside a past one, or the reverse.

    "Urged him to free prisoners, lift the ban": he is to lift it; "demanded that he leave and held him responsible": he
    is held.
    """
    row, over = rows[i], rows[i].head
    if row.pos != "VERB" or row.rel != "conj" or not start <= over < i:
        return None
    if has(rows, i, ("nsubj", "aux", "mark", "cop"), start, i):
        return None
    led = over > start and rows[over - 1].text.lower() == "to" and rows[over - 1].head == over
    if rows[over].pos != "VERB" and not led and base(rows[over]) not in ("ccomp", "xcomp"):
        return None
    if is_bare(row) and is_past(rows[over]):
        inner = [j for j in range(over + 1, i) if _is_asked(rows, j, over)]
        return inner[-1] if inner else None
    if is_past(row) and is_bare(rows[over]) and base(rows[over]) in ("ccomp", "xcomp"):
        above = rows[over].head
        return above if start <= above < over and is_past(rows[above]) else None
    return None


def is_bare(row: Row) -> bool:
    """Whether a form is that of its lemma and no past: "lift", not "put"."""
    return row.text == row.lemma and row.text not in tree_words("en").bare_pasts


def is_past(row: Row) -> bool:
    """Whether a verb ends like a past or a past participle, whatever its tag."""
    return row.pos == "VERB" and row.text.endswith(_PAST_ENDS) and row.text != row.lemma


def _is_asked(rows: Sequence[Row], i: int, over: int) -> bool:
    """Whether an infinitive with "to" stands below a verb."""
    marked = i > 0 and rows[i - 1].text.lower() == "to" and rows[i - 1].head == i
    return rows[i].pos == "VERB" and marked and over in governors(rows, i)
