"""The last of the repairs: whatever those before it did, each sentence is a tree again.

Words that hang on one another in a ring hang on the root of their sentence; where it has none, one of them is it.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.tree import Row


def give_root(rows: list[Row], start: int, end: int) -> None:
    """Breaks the rings of one sentence, in place; the cost goes with its length."""
    safe: set[int] = set()
    root = next((i for i in range(start, end) if rows[i].head == i), None)
    for i in range(start, end):
        ring = _climb(rows, i, safe)
        if ring is None:
            continue
        root = ring if root is None else root
        rows[ring] = replace(rows[ring], head=root, rel="root" if root == ring else "parataxis")


def _climb(rows: Sequence[Row], i: int, safe: set[int]) -> int | None:
    """The word at which the way up from a word comes back to itself; what is passed is safe from then on."""
    path: dict[int, None] = {}
    while i not in safe and i not in path:
        path[i] = None
        if rows[i].head == i:
            break
        i = rows[i].head
    ring = i if i in path and rows[i].head != i else None
    safe.update(path)
    return ring
