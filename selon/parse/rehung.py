"""Words of a French tree that hang where they cannot: a weekday in a name, the participle of a perfect, an inverted
subject that seems a second object.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.tree import Row

_HAVE = frozenset("a ont avait avaient aura auront aurait auraient ait aient eut eurent".split())
_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier demain".split())
_OBJECTS = frozenset(["le", "la", "les", "l'", "que", "qu'"])
# So many words a verb's own adverbs may stand between it and its auxiliary.
_NEAR = 2


def rehang(rows: list[Row], start: int, end: int) -> None:
    """Sets right the words of one sentence, in place."""
    for i in range(start + 1, end):
        if rows[i].rel == "flat:name" and _small(rows[i]) in _DAYS:
            _free_day(rows, i)
        elif (noun := _named_by_agent(rows, i)) is not None:
            rows[i] = replace(rows[i], head=noun)
        elif (have := _loose_auxiliary(rows, start, i)) is not None:
            _make_perfect(rows, have, i, start, end)
    for i in range(start, end):
        if (subject := _inverted(rows, i, start, end)) is not None:
            rows[subject] = replace(rows[subject], rel="nsubj")


def _small(row: Row) -> str:
    return row.text.lower().replace("’", "'")


def _named_by_agent(rows: Sequence[Row], i: int) -> int | None:
    """The noun to which « de X » belongs behind the name of its agent (« l'adoption par l'UE de sanctions »)."""
    row, agent = rows[i], rows[i].head
    if row.rel != "nmod" or row.pos != "NOUN" or rows[agent].pos != "PROPN" or agent >= i:
        return None
    noun = rows[agent].head
    led = any(each.head == agent and each.rel == "case" and _small(each) == "par" for each in rows[noun + 1 : agent])
    of = any(each.head == i and each.rel == "case" and each.lemma == "de" for each in rows[agent + 1 : i])
    return noun if led and of and noun < agent and rows[noun].pos == "NOUN" else None


def _free_day(rows: list[Row], i: int) -> None:
    """Hangs a day on what the name hangs on (« ont quitté Gao lundi »)."""
    name = rows[i].head
    rows[i] = replace(rows[i], head=rows[name].head if rows[name].head != name else name, rel="obl:mod")


def _loose_auxiliary(rows: Sequence[Row], start: int, i: int) -> int | None:
    """The form of « avoir » right before a participle that the tree makes its object (« a déchu 94 opposants »)."""
    row, have = rows[i], rows[i].head
    participle = row.pos == "VERB" and row.morph.get("VerbForm") != "Inf" and row.morph.get("Tense") != "Pres"
    near = start <= i - _NEAR <= have < i or have == i - 1
    if not participle or not near or row.rel not in ("obj", "xcomp") or _small(rows[have]) not in _HAVE:
        return None
    between = rows[have + 1 : i]
    return have if rows[have].pos == "VERB" and all(each.pos == "ADV" for each in between) else None


def _make_perfect(rows: list[Row], have: int, i: int, start: int, end: int) -> None:
    """Makes the participle the verb and the form of « avoir » its auxiliary."""
    old = rows[have]
    for j in range(start, end):
        if rows[j].head == have and j not in (have, i):
            rows[j] = replace(rows[j], head=i)
    rows[have] = replace(old, pos="AUX", head=i, rel="aux:tense")
    rows[i] = replace(rows[i], head=i if old.head == have else old.head, rel=old.rel)


def _inverted(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The noun behind a verb that seems its second object and is its subject (« comme le réclamaient les
    manifestants », « la loi que dénoncent les syndicats »)."""
    if rows[i].pos != "VERB":
        return None
    below = [j for j in range(start, end) if rows[j].head == i and j != i]
    if any(rows[j].rel.startswith("nsubj") for j in below):
        return None
    first = [
        j for j in below if j < i and rows[j].rel == "obj" and rows[j].pos == "PRON" and _small(rows[j]) in _OBJECTS
    ]
    nouns = [j for j in below if j > i and rows[j].rel == "obj" and rows[j].pos in ("NOUN", "PROPN")]
    return nouns[0] if first and nouns else None
