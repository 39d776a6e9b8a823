"""Names of organisations in which the parser of English sees a verb, made one noun that does or suffers something.

"Human Rights Watch said", "Save the Children said": what comes out is a tree again. Data: the names of entities.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.entities import known_names
from selon.parse.rows import PAST, base, governors, has
from selon.parse.tree import Row

_VERBS = ("VERB", "AUX")
# What may stand between a name and its verb.
_BETWEEN = ("AUX", "ADV", "PART")
# Relations that a name may have to what it hangs on, best first.
_NOMINAL = ("nsubj", "obj", "obl", "nmod", "conj", "appos", "compound")
# What stays on a name of what hangs before it.
_LEADING = ("det", "case", "amod", "cc", "nmod")
_LONGEST = 5


def give_names(rows: list[Row], start: int, end: int) -> None:
    """Makes the names with a verb in them nouns, in place; others are left alone."""
    at = start
    while at < end:
        size = _size(rows, at, end)
        if size:
            _join(rows, range(at, at + size), start, end)
        at += size or 1


def _size(rows: Sequence[Row], at: int, end: int) -> int:
    """How many words the name has that begins here and holds what looks like a verb; 0 for none."""
    if not rows[at].text[:1].isupper():
        return 0
    names = known_names("en")
    for size in range(min(_LONGEST, end - at), 1, -1):
        inside = rows[at : at + size]
        if any(row.pos in _VERBS for row in inside) and names.get(tuple(row.text for row in inside)) == "ORG":
            return size
    return 0


def _join(rows: list[Row], name: range, start: int, end: int) -> None:
    """Hangs the words of a name on its last one, and that on the verb behind it, or on what the name hung on."""
    over, rel = _above(rows, name)
    verb = _verb_behind(rows, name, start, end)
    if verb is not None:
        rel = "nsubj"
        _give_verb(rows, name, verb, over, start, end)
        over = verb
    for i in range(start, end):
        if i not in name and rows[i].head in name:
            rows[i] = replace(rows[i], head=name[-1])
    for i in name:
        rows[i] = replace(rows[i], pos="PROPN", morph={"Number": "Sing"}, head=name[-1], rel="compound")
    rows[name[-1]] = replace(rows[name[-1]], head=name[-1] if over is None else over, rel=rel)
    _hang_second(rows, name, start)


def _hang_second(rows: list[Row], name: range, start: int) -> None:
    """Hangs a name on the noun to which it belongs by what stands before it: "Joe Stork of …", "Amnesty and …"."""
    own, at = rows[name[-1]], name[0] - 1
    if at <= start or rows[at].pos not in ("ADP", "CCONJ") or rows[at].head != name[-1]:
        return
    relation = "conj" if rows[at].pos == "CCONJ" else "nmod"
    at -= 1
    while start <= rows[at].head < at and base(rows[at]) in ("flat", "compound"):
        at = rows[at].head
    if rows[at].pos not in ("NOUN", "PROPN"):
        return
    if rows[at].head in (name[-1], own.head) and base(rows[at]) in ("compound", "nsubj", "nmod"):
        rows[at] = replace(rows[at], head=at if own.head == name[-1] else own.head, rel=own.rel)
    if name[-1] not in governors(rows, at):
        rows[name[-1]] = replace(own, head=at, rel=relation)


def _above(rows: Sequence[Row], name: range) -> tuple[int | None, str]:
    """What a name hangs on and how, as its best word has it; None where it is the root."""
    outside = [rows[i] for i in name if governors(rows, rows[i].head).isdisjoint(name)]
    if not outside:
        return None, "root"
    nominal = [row for row in outside if base(row) in _NOMINAL]
    best = min(nominal or outside, key=lambda row: _NOMINAL.index(base(row)) if nominal else 0)
    return best.head, best.rel if nominal else "obl"


def _verb_behind(rows: Sequence[Row], name: range, start: int, end: int) -> int | None:
    """The verb right behind a name that has no subject but it."""
    at = name[-1] + 1
    while at < end and rows[at].pos in _BETWEEN:
        at += 1
    if at == end or rows[at].pos != "VERB" or rows[at].text.lower().endswith("ing"):
        return None
    return None if has(rows, at, ("nsubj",), start, name[0]) else at


def _give_verb(rows: list[Row], name: range, verb: int, over: int | None, start: int, end: int) -> None:
    """Hangs on the verb what hung on the name, but for what leads it; what stands over the verb hangs on `over`."""
    above = governors(rows, verb)
    for i in range(start, end):
        if i in name or rows[i].head not in name:
            continue
        if i in above:
            head, rel = (i, "root") if over is None else (over, "parataxis")
            rows[i] = replace(rows[i], head=head, rel=rel)
        elif has(rows, i, ("nsubj",), start, end):  # "officials released …, Human Rights Watch said"
            rows[i] = replace(rows[i], head=verb, rel="ccomp", morph=PAST if base(rows[i]) == "amod" else rows[i].morph)
        elif i > name[-1] or base(rows[i]) not in _LEADING:
            rows[i] = replace(rows[i], head=verb)
    if over is None and rows[verb].head not in name and not any(rows[i].head == i for i in above):
        rows[verb] = replace(rows[verb], head=verb, rel="root")
