"""English sentences that the parser leaves without a verb, because it takes their past tense for a participle.

"The opposition blamed President X", "Riot police in Nicaragua used tear gas": in a whole sentence without a finite verb
of its own, the first bare past form behind the subject is the verb; in a headline it may be a bare form
(bareheads). What comes out is a tree again. Data: `en/trees.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.bareheads import give_bare_headline
from selon.parse.rows import PAST, base, has
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
# What may stand between a subject and its verb, and what a verb's object or complement begins with.
_BETWEEN = ("ADV", "PUNCT", "PART")
_OBJECT = ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
_ENDS = (".", '"', "”", "!", "?")


def give_verb(rows: list[Row], start: int, end: int) -> None:
    """Makes the past form the root of a sentence whose root is a noun without a verb; others are left alone."""
    root = next((i for i in range(start, end) if rows[i].head == i), None)
    if root is None or give_bare_headline(rows, root, start, end):
        return
    if rows[end - 1].text not in _ENDS or not _is_bare_noun(rows, root, start, end):
        return
    verb = next((i for i in range(start + 1, end - 1) if _may_be_verb(rows, i, start)), None)
    subject = _subject(rows, verb, start) if verb is not None else None
    if verb is not None and subject is not None:
        put_verb(rows, verb, subject, start, end)


def _is_bare_noun(rows: Sequence[Row], root: int, start: int, end: int) -> bool:
    return rows[root].pos in _NOMINAL and not has(rows, root, ("cop", "nsubj", "csubj", "aux"), start, end)


def _may_be_verb(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a past form stands bare behind a noun and before an object, and nothing makes it a participle."""
    row, before, after = rows[i], rows[i - 1], rows[i + 1]
    past = row.pos == "VERB" and (row.morph.get("Tense") == "Past" or row.morph.get("VerbForm") == "Part")
    if not past or row.text.lower().endswith("ing") or row.text[0].isupper():
        return False
    words = tree_words("en")
    if any(each.text.lower() in words.auxiliary for each in rows[max(i - 3, start) : i]) or before.text == ",":
        return False
    intransitive = row.lemma in words.intransitive and after.pos in ("ADP", "ADV")
    return _ends_phrase(rows, _behind_of(rows, i, start), start) and (
        intransitive or after.pos in _OBJECT or after.text.lower() in words.complement_marks
    )


def _behind_of(rows: Sequence[Row], i: int, start: int) -> int:
    """The last word of what stands left of a verb, without its adverbs and its own first part ("gang-raped")."""
    behind = i - 1
    if rows[behind].text == "-" and behind - 2 >= start:
        behind -= 2
    while behind > start and rows[behind].pos == "ADV":
        behind -= 1
    return behind


def _ends_phrase(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a word ends a noun phrase: a noun, or an adjective that stands for one ("dressed in white")."""
    alone = rows[i].pos == "ADJ" and i > start and rows[i - 1].pos == "ADP"
    return alone or rows[i].pos in _NOMINAL


def _subject(rows: Sequence[Row], verb: int, start: int) -> int | None:
    """The head of the nearest noun phrase left of a verb that no preposition leads."""
    at = _behind_of(rows, verb, start)
    while at >= start:
        head = at
        while start <= rows[head].head < verb and rows[head].head != head:
            head = rows[head].head
        cases = [i for i in range(start, head) if base(rows[i]) == "case"]
        before = [i for i in cases if head in (rows[i].head, _noun_over(rows, rows[i].head))]
        if rows[head].pos in _NOMINAL and not before:
            return head
        at = min([head, at, *before]) - 1
    return None


def _noun_over(rows: Sequence[Row], i: int) -> int:
    """The noun that a word before it is part of ("in riot gear")."""
    return rows[i].head if rows[i].rel in ("compound", "amod", "nummod") else i


def put_verb(rows: list[Row], verb: int, subject: int, start: int, end: int) -> None:
    """Hangs the subject and all that hung across the verb on the verb."""
    cased = {rows[i].head for i in range(start, end) if base(rows[i]) == "case"}
    joined = {rows[i].head for i in range(start, end) if base(rows[i]) == "cc"}
    old = {i: (rows[i].head, rows[i].rel) for i in range(start, end)}
    with_object = any(rows[i].head == verb and rows[i].rel == "obj" for i in range(verb, end))
    for i in range(start, end):
        head = old[i][0]
        if i < verb and i != subject and (head == i or head > verb):
            rel = {"PUNCT": "punct", "VERB": "acl"}.get(rows[i].pos, "nmod")
            rows[i] = replace(rows[i], head=subject, rel=rel)
        elif i > verb and (head == i or head < verb):
            alone = base(rows[i]) == "conj" and i not in joined and rows[i].pos in _NOMINAL
            rel = _behind(replace(rows[i], rel="dep") if alone else rows[i], i in cased, with_object)
            with_object = with_object or rel == "obj"
            rows[i] = replace(rows[i], head=verb, rel=rel)
    rows[subject] = replace(rows[subject], head=verb, rel="nsubj")
    rows[verb] = replace(rows[verb], pos="VERB", morph=PAST, head=verb, rel="root")


def _behind(row: Row, cased: bool, with_object: bool) -> str:
    """The relation of a phrase right of the verb that now hangs on it."""
    relation = base(row)
    if row.pos == "PUNCT" or relation in ("cc", "conj", "punct", "mark"):
        return row.rel
    if row.pos in ("VERB", "AUX"):
        return "advcl"
    if row.pos in _NOMINAL:
        return "obl" if cased or with_object else "obj"
    return "advmod" if row.pos == "ADV" else row.rel if relation != "root" else "dep"
