"""French: what stands between « ne » and « pas » is a verb, whatever it was taken for (« ne nie pas avoir dit »).

Data: `fr/trees.yml` (`not_before`, `not_behind`).
"""

from dataclasses import replace

from selon.parse.lemmas import Lemmas
from selon.parse.rows import small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words


def give_negated(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Makes a verb of each such word of the sentence."""
    before, behind = tree_words("fr").not_before, tree_words("fr").not_behind
    for i in range(start + 1, end - 1):
        framed = small(rows[i - 1]) in before and small(rows[i + 1]) in behind
        if framed and rows[i].pos in ("ADV", "ADJ", "NOUN") and rows[i].text.islower() and rows[i].text not in behind:
            _make_verb(rows, i, start, lemmas)


def _make_verb(rows: list[Row], i: int, start: int, lemmas: Lemmas) -> None:
    """Makes a row a verb; where it hung on a verb behind it, that one hangs on it, and all before it too."""
    form, below = rows[i].text, rows[i].head
    lemma = lemmas.of(form, "VERB", f"{form}r" if form.endswith("e") else form)
    rows[i] = replace(rows[i], pos="VERB", lemma=lemma, morph={"VerbForm": "Fin"})
    if below <= i or rows[below].pos not in ("VERB", "AUX"):
        return
    old = rows[below]
    for j in (*range(start, i), i + 1):
        if rows[j].head == below:
            rows[j] = replace(rows[j], head=i)
    rows[i] = replace(rows[i], head=i if old.head == below else old.head, rel=old.rel)
    rows[below] = replace(old, head=i, rel="xcomp")
