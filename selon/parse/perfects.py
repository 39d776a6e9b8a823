"""French perfects whose auxiliary seems the verb: « a déchu 94 opposants », « qui a en retour accusé X ».

What comes in: rows of a sentence. What comes out: the participle is the verb, the form of « avoir » its auxiliary.
Data: `fr/trees.yml` (`have`, `have_spoken`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import base, has, small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

# So many words a verb's own adverbs may stand between it and its auxiliary.
_NEAR = 2
# So many words behind the auxiliary an object of its own is looked for.
_WITHIN = 15


def join_split(rows: list[Row], start: int, end: int) -> None:
    """Joins the perfects of one sentence between whose two words a phrase stands, in place."""
    for i in range(start, end):
        if _is_split(rows, i):
            _join(rows, i, start, end)
        elif (have := _over_aside(rows, i, start)) is not None:
            make_perfect(rows, have, i, start, end)


def loose_auxiliary(rows: Sequence[Row], start: int, i: int) -> int | None:
    """The form of « avoir » right before a participle that the tree makes its object (« a déchu 94 opposants »)."""
    row, have = rows[i], rows[i].head
    participle = row.pos == "VERB" and row.morph.get("VerbForm") != "Inf" and row.morph.get("Tense") != "Pres"
    near = start <= i - _NEAR <= have < i or have == i - 1
    if not participle or not near or row.rel not in ("obj", "xcomp") or small(rows[have]) not in tree_words("fr").have:
        return None
    between = rows[have + 1 : i]
    return have if rows[have].pos == "VERB" and all(each.pos == "ADV" for each in between) else None


def make_perfect(rows: list[Row], have: int, i: int, start: int, end: int) -> None:
    """Makes the participle the verb and the form of « avoir » its auxiliary."""
    old = rows[have]
    for j in range(start, end):
        if rows[j].head == have and j not in (have, i):
            rows[j] = replace(rows[j], head=i)
    rows[have] = replace(old, pos="AUX", head=i, rel="aux:tense")
    rows[i] = replace(rows[i], head=i if old.head == have else old.head, rel=old.rel)


def _is_split(rows: Sequence[Row], i: int) -> bool:
    """Whether a participle hangs on the noun of a phrase that stands between it and its auxiliary."""
    row = rows[i]
    if row.pos != "VERB" or row.morph.get("VerbForm") != "Part" or base(row) not in ("acl", "amod"):
        return False
    noun = row.head
    have, words = rows[noun].head, tree_words("fr")
    forms = (*words.have, *words.have_spoken)
    if not (have < noun == i - 1) or small(rows[have]) not in forms or row.morph.get("Tense") == "Pres":
        return False
    led = has(rows, noun, ("case",), have + 1, noun)
    object_ = any(each.head == have and base(each) == "obj" for each in rows[have + 1 : i][:_WITHIN])
    return led and not object_ and rows[have].pos in ("VERB", "AUX") and base(rows[have]) not in ("aux", "cop")


def _over_aside(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The form of « avoir » to which a participle belongs that an aside in commas parts from it (« a, mardi à l'aube,
    soutenu X »)."""
    row, have = rows[i], rows[i].head
    if rows[have].pos not in ("VERB", "AUX"):
        have = rows[have].head  # it hangs on the aside
    if row.pos != "VERB" or row.morph.get("VerbForm") != "Part" or row.morph.get("Tense") == "Pres" or have >= i:
        return None
    if small(rows[have]) not in tree_words("fr").have or base(rows[have]) == "aux" or rows[have + 1].text != ",":
        return None
    object_ = any(each.head == have and base(each) == "obj" for each in rows[have + 1 :][:_WITHIN])
    return have if have >= start and rows[i - 1].text == "," and i - have <= _WITHIN and not object_ else None


def _join(rows: list[Row], i: int, start: int, end: int) -> None:
    """Makes the participle the verb, the form of « avoir » before it its auxiliary, the phrase between its adjunct."""
    noun, have = rows[i].head, rows[rows[i].head].head
    rows[noun] = replace(rows[noun], head=i, rel="obl:mod")
    make_perfect(rows, have, i, start, end)
