"""English sentences that a participle opens, where the parser takes it for the main verb: "Having shelled the town, the
army left", "Detained on Monday, a lawyer was freed", "Waving flags, they marched".

What comes out: the verb behind the comma governs, the participle hangs on it, and what stands before the comma on the
participle ("After being condemned by Oslo, Madrid …").
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.clausewords import clause_words
from selon.parse.rows import PARTICIPLE, base, has, small
from selon.parse.tree import Row

# What may stand before the participle: "Shortly after having been …".
_LEADS = ("AUX", "SCONJ", "ADP", "ADV", "PART")
_FIRST = 5
_MAIN = ("parataxis", "ccomp", "conj", "advcl")
_CLAUSES = ("root", "obl", "advcl", "acl", "ccomp", "csubj", "parataxis", "dep")
_LISTED = ("conj", "appos", "list", "parataxis", "dep")
_GERUND = {"Tense": "Pres", "VerbForm": "Part"}


def give_opened(rows: list[Row], start: int, end: int) -> None:
    """Puts the main verb of one sentence over the participle that opens it, in place."""
    verb = _opening(rows, start, end)
    if verb is not None:
        _free_subject(rows, verb, start, end)
    main = _main(rows, verb, start, end) if verb is not None else None
    if verb is None or main is None:
        return
    subject = next(j for j in range(verb + 1, main) if rows[j].head == main and base(rows[j]) == "nsubj")
    comma = next((j for j in range(subject - 1, verb, -1) if rows[j].text == ","), None)
    if comma is None or any(row.pos == "VERB" for row in rows[comma:subject]):
        return
    passive = has(rows, verb, ("aux:pass",), start, verb) or not rows[verb].text.lower().endswith("ing")
    for j in range(start, end):
        inside, head = j < comma, rows[j].head
        if inside and j != verb and head > comma:
            rows[j] = replace(rows[j], head=verb, rel=_below(rows, j, verb, passive=passive))
        elif not inside and j != main and head <= comma and head != j:
            rows[j] = replace(rows[j], head=main)
    above = rows[verb].head
    if rows[main].head <= comma:
        whole = above <= comma
        rows[main] = replace(rows[main], head=main if whole else above, rel="root" if whole else "ccomp")
    rows[verb] = replace(rows[verb], head=main, rel="advcl")
    if not has(rows, verb, ("aux",), start, verb):
        rows[verb] = replace(rows[verb], morph=PARTICIPLE if passive else _GERUND)


def _opening(rows: Sequence[Row], start: int, end: int) -> int | None:
    """The participle that opens a sentence."""
    verb = next((i for i in range(start, min(start + _FIRST, end)) if rows[i].pos not in _LEADS), None)
    if verb is None or rows[verb].pos != "VERB" or base(rows[verb]) not in _CLAUSES:
        return None
    if has(rows, verb, ("nsubj",), start, end):
        return None
    if not all(rows[i].head == verb and (rows[i].pos != "AUX" or _is_participle(rows[i])) for i in range(start, verb)):
        return None
    return verb if _is_participle(rows[verb]) else None


def _is_participle(row: Row) -> bool:
    return row.morph.get("VerbForm") in ("Part", "Ger") or row.text.lower().endswith("ing")


def _free_subject(rows: list[Row], verb: int, start: int, end: int) -> None:
    """Gives the main verb of a sentence its subject where the comma before that makes it one of a list: "After being
    criticised by Japan, North Korea said"."""
    root = next(i for i in range(start, end) if rows[i].head == i)
    if root <= verb or rows[root].pos != "VERB" or has(rows, root, ("nsubj",), verb, root):
        return
    first = min(
        [root, *(j for j in range(verb, root) if rows[j].head == root and rows[j].pos in ("AUX", "PART", "ADV"))]
    )
    noun = rows[first - 1].head if base(rows[first - 1]) == "flat" else first - 1
    comma = next((j for j in range(noun, verb, -1) if rows[j].text == ","), None)
    if comma is None or rows[noun].pos not in ("NOUN", "PROPN", "PRON") or base(rows[noun]) not in _LISTED:
        return
    passive = any(row.head == root and row.rel == "aux:pass" for row in rows[first:root])
    if verb < rows[noun].head < comma and not any(row.pos in ("VERB", "AUX", "CCONJ") for row in rows[comma:noun]):
        rows[noun] = replace(rows[noun], head=root, rel="nsubj:pass" if passive else "nsubj")


def _main(rows: Sequence[Row], verb: int, start: int, end: int) -> int | None:
    """The verb with a subject behind the participle: the root, or what hangs on the participle in its place."""
    root = next(i for i in range(start, end) if rows[i].head == i)
    below = [j for j in range(verb + 1, end) if rows[j].head == verb and base(rows[j]) in _MAIN]
    below = [j for j in below if not has(rows, j, ("mark",), verb, j)]
    found = [*below, *_misplaced(rows, verb, end), rows[verb].head, *([root] if root > verb else [])]
    return next((j for j in found if j > verb and rows[j].pos == "VERB" and has(rows, j, ("nsubj",), verb, j)), None)


def _misplaced(rows: Sequence[Row], verb: int, end: int) -> list[int]:
    """The main verb that seems to be of a relative clause without a pronoun, right behind the comma."""
    comma = next((j for j in range(verb, end) if rows[j].text == ","), end)
    clauses = [j for j in range(comma, end) if rows[j].rel == "acl:relcl" and verb < rows[j].head < comma]
    relative = clause_words("en").relative
    return [j for j in clauses if not any(small(row) in relative for row in rows[comma + 1 : comma + 3])][:1]


def _below(rows: Sequence[Row], i: int, verb: int, *, passive: bool) -> str:
    """The relation to the participle of what the tree hung on the main verb."""
    by = any(each.head == i and each.text.lower() == "by" for each in rows[verb:i])
    return "obl:agent" if by and passive else rows[i].rel
