"""Blank space as prose has it: one blank between words, whatever stands there (two blanks, a line end, a tab).

The models and the rules on sentences have seen no other; blanks of their own would be words in the tree.
"""

import re
from collections.abc import Sequence

_ODD = re.compile(r"\s{2,}|[\n\r\t\f\v]")


def squeezed(text: str) -> tuple[str, Sequence[int]]:
    """The text with one blank where there are several, and for each of its characters where that stood.

    >>> squeezed("a  b")
    ('a b', [0, 1, 3])
    """
    if not _ODD.search(text):
        return text, range(len(text))
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for found in _ODD.finditer(text):
        parts += [text[at : found.start()], " "]
        places += range(at, found.start() + 1)
        at = found.end()
    return "".join([*parts, text[at:]]), [*places, *range(at, len(text))]
