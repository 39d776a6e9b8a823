"""Sentences whose verb an aside parts from its auxiliary or from its object, where the parser loses one of the two:
« La Colombie a, mardi, extradé un trafiquant », "The army struck, overnight, a town".

They are parsed once more without the aside; where the verb then has an auxiliary, subject or object more, the sentence
has that tree, with the aside hung on the verb.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from selon.parse.held import Again, placed
from selon.parse.rows import base
from selon.parse.tree import Row

_CORE = ("nsubj", "obj", "iobj", "xcomp", "ccomp", "csubj", "aux", "cop")
_BEHIND = ("DET", "NUM", "PROPN", "NOUN", "ADP", "ADJ", "VERB", "ADV")
_BEGINS = ("ADP", "ADV", "NOUN", "PROPN")
# Words of the longest aside.
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Parted:
    """A sentence [start, end) with its aside [first, last), commas and all, behind a verb or its auxiliary."""

    start: int
    end: int
    first: int
    last: int


def with_within(rows: list[Row], sentences: Sequence[tuple[int, int, int]], again: Again) -> None:
    """Gives the sentences their trees without their asides, in place, where these tell more of the verb."""
    found = [parted for start, end, _ in sentences if (parted := _parted(rows, start, end)) is not None]
    if not found:
        return
    places = [[*range(each.start, each.first), *range(each.last, each.end)] for each in found]
    parsed = again([[rows[i] for i in each] for each in places])
    for parted, kept, new in zip(found, places, parsed, strict=True):
        tree = placed(kept, new)
        verb = _verb(tree, parted)
        if len(_core(tree.items(), verb)) > len(_core(enumerate(rows[parted.start : parted.end], parted.start), verb)):
            for place, row in tree.items():
                rows[place] = row
            _hang(rows, parted, verb)


def _parted(rows: Sequence[Row], start: int, end: int) -> Parted | None:
    """The first aside of a sentence that stands right behind a verb, without a verb in it."""
    for first in range(start + 1, end - 3):
        if rows[first].text != "," or rows[first - 1].pos not in ("VERB", "AUX") or rows[first + 1].pos not in _BEGINS:
            continue
        for last in range(first + 3, min(first + _LONGEST + 2, end - 1)):
            if rows[last - 1].text == ",":
                inside = any(row.pos in ("VERB", "AUX", "SCONJ") for row in rows[first:last])
                return None if inside or rows[last].pos not in _BEHIND else Parted(start, end, first, last)
    return None


def _verb(tree: dict[int, Row], parted: Parted) -> int:
    """The verb that the aside stands behind, or that its auxiliary helps."""
    before = tree[parted.first - 1]
    return before.head if base(before) in ("aux", "cop") else parted.first - 1


def _core(rows: Iterable[tuple[int, Row]], verb: int) -> list[int]:
    return [i for i, row in rows if row.head == verb and i != verb and (base(row) in _CORE or row.rel == "obl:arg")]


def _hang(rows: list[Row], parted: Parted, verb: int) -> None:
    """Hangs the aside, which is a tree of its own or several, on the verb, and the commas on it."""
    inside = range(parted.first + 1, parted.last - 1)
    for i in inside:
        if rows[i].head not in inside or rows[i].head == i:
            noun = rows[i].pos in ("NOUN", "PROPN", "NUM", "PRON")
            rows[i] = replace(rows[i], head=verb, rel="obl:mod" if noun else "advmod")
    for i in (parted.first, parted.last - 1):
        rows[i] = replace(rows[i], head=verb, rel="punct")
