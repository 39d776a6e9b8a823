"""Small English turns that the parser reads against the grain, set right in the rows of a sentence.

"that" before a clause is no determiner; "officials accused of X" is a passive, and of those officials; "killed up to 15
soldiers", "arrested over 100 people" have an object; "by police firing gas" names who does it. Data: `en/trees.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import PASSIVE, base
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_CLAUSAL = frozenset(["acl", "amod"])


def set_right(rows: list[Row], start: int, end: int) -> None:
    """Sets the turns of one sentence right."""
    for i in range(start, end):
        row = rows[i]
        if row.pos == "DET" and row.rel == "mark" and row.text.lower() == "that":
            rows[i] = replace(row, pos="SCONJ")
        elif _is_reduced(rows, i, start, end):
            rows[i] = replace(row, morph=PASSIVE, head=_described(rows, i))
        elif _leads_number(rows, i, end):
            _make_object(rows, i, end)
        elif _is_absolute(rows, i, start):
            _make_subject(rows, i, start)
        elif (agent := _agent_of(rows, i, start)) is not None:
            _make_agent(rows, i, agent)


def _is_reduced(rows: Sequence[Row], i: int, start: int, end: int) -> bool:
    """Whether a past form narrows the noun before it: a preposition behind, no subject, object or auxiliary."""
    row = rows[i]
    if row.pos != "VERB" or row.rel not in _CLAUSAL or row.head >= i or i + 1 >= end or i == start:
        return False
    if (
        row.text.lower().endswith("ing")
        or row.morph.get("VerbForm") == "Inf"
        or rows[i + 1].pos not in ("ADP", "SCONJ")
    ):
        return False
    below = {base(rows[j]) for j in range(start, end) if rows[j].head == i}
    return rows[i - 1].pos in ("NOUN", "PROPN") and not below & {"nsubj", "obj", "aux", "cop"}


def _is_absolute(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a gerund tells what the noun right before it does, which "with" leads: "with police arresting ten"."""
    row, noun = rows[i], rows[i - 1]
    if row.pos != "VERB" or not row.text.lower().endswith("ing") or base(row) not in ("advcl", "acl") or i - 2 <= start:
        return False
    beside = noun.pos in ("NOUN", "PROPN") and base(noun) == "obl" and noun.head in (row.head, rows[row.head].head)
    led = [j for j in range(max(i - 5, start), i - 1) if rows[j].head == i - 1 and base(rows[j]) == "case"]
    return beside and any(rows[j].text.lower() == "with" for j in led)


def _make_subject(rows: list[Row], i: int, start: int) -> None:
    """Makes the noun the subject of the gerund behind it, and "with" what opens its clause."""
    over = rows[i - 1].head
    rows[i] = replace(rows[i], head=over, rel="advcl")
    rows[i - 1] = replace(rows[i - 1], head=i, rel="nsubj")
    for j in range(max(i - 5, start), i - 1):
        if rows[j].head == i - 1 and base(rows[j]) == "case":
            rows[j] = replace(rows[j], head=i, rel="mark")


def _agent_of(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The noun behind "by" that seems a part of the gerund behind it, which has an object: "dispersed by police firing
    gas"."""
    row, noun = rows[i], rows[i - 1]
    if row.pos != "VERB" or not row.text.lower().endswith("ing") or base(row) != "advcl" or i - 2 <= start:
        return None
    if (
        noun.head != i
        or base(noun) != "compound"
        or not any(each.head == i and each.rel == "obj" for each in rows[i + 1 : i + 6])
    ):
        return None
    led = any(rows[j].head == i and rows[j].text.lower() == "by" for j in range(max(i - 4, start), i - 1))
    return i - 1 if led and rows[row.head].pos == "VERB" and row.head < i else None


def _make_agent(rows: list[Row], i: int, agent: int) -> None:
    """Makes the noun the agent of the verb above the gerund, and the gerund what the noun does."""
    rows[agent] = replace(rows[agent], head=rows[i].head, rel="obl:agent")
    for j in range(max(i - 4, 0), agent):
        if rows[j].head == i:
            rows[j] = replace(rows[j], head=agent, rel="case" if rows[j].text.lower() == "by" else rows[j].rel)
    rows[i] = replace(rows[i], head=agent, rel="acl")


def _described(rows: Sequence[Row], i: int) -> int:
    """The noun that a reduced passive narrows: who is accused "of" something stands right before it."""
    return i - 1 if rows[i + 1].text.lower() == "of" else rows[i].head


def _counts(row: Row) -> bool:
    return row.pos == "NUM" or row.text.lower() in tree_words("en").counts


def _leads_number(rows: Sequence[Row], i: int, end: int) -> bool:
    """Whether what is taken for a preposition right behind a verb only rounds the number of its object."""
    row = rows[i]
    if row.pos != "ADP" or row.rel != "case" or i + 1 >= end or row.head <= i:
        return False
    if row.text.lower() not in tree_words("en").rounding:
        return False
    verb, noun = rows[row.head].head, rows[row.head]
    if row.text.lower() == "to" and rows[i - 1].text.lower() != "up":
        return False
    if row.text.lower() == "at":  # "killed at least 24 soldiers"
        near = rows[i + 1].text.lower() in tree_words("en").bounds and i - verb == 1
        counted = any(_counts(rows[j]) for j in range(i + 2, min(i + 4, end)))
        return near and counted and rows[verb].pos == "VERB" and base(noun) == "obl"
    numbered = _counts(rows[i + 1])
    counted = any(each.head == row.head and each.rel == "nummod" for each in rows[i + 1 : row.head])
    near = i - verb in ((2,) if row.text.lower() == "to" else (1,))
    return numbered and counted and near and rows[verb].pos == "VERB" and base(noun) == "obl"


def _make_object(rows: list[Row], i: int, end: int) -> None:
    noun = rows[i].head
    if any(rows[j].head == rows[noun].head and rows[j].rel == "obj" for j in range(i, end)):
        return
    number = next((j for j in range(i + 1, noun) if rows[j].head == noun and rows[j].rel == "nummod"), noun)
    rows[i] = replace(rows[i], rel="advmod", head=number)
    if rows[i - 1].text.lower() == "up":
        rows[i - 1] = replace(rows[i - 1], rel="advmod", head=number)
    rows[noun] = replace(rows[noun], rel="obj")
