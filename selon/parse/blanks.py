"""Blank space and accents as prose has them: one blank between words, whatever stands there (two blanks, a line end, a
tab), and letters that are one character with their accent.

The models and the rules have seen no other; blanks of their own would be words in the tree.
"""

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

_ODD = re.compile(r"\s{2,}|[\n\r\t\f\v]|[^\W\d_][\u0300-\u036f]+")


def squeezed(text: str) -> tuple[str, Sequence[int]]:
    """The text with one blank where there are several and one character for a letter with its accents, and for each
    character where that stood.

    >>> squeezed("a  b")
    ('a b', [0, 1, 3])
    """
    if not _ODD.search(text):
        return text, range(len(text))
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for found in _ODD.finditer(text):
        own = found.group()
        one = " " if own.isspace() else normalize("NFC", own)
        parts += [text[at : found.start()], one]
        places += [*range(at, found.start() + 1), *range(found.end() - len(one) + 1, found.end())]
        at = found.end()
    return "".join([*parts, text[at:]]), [*places, *range(at, len(text))]


def end_of(text: str, at: int) -> int:
    """Where a character ends with the accents that are characters of their own behind it."""
    at += 1
    while at < len(text) and combining(text[at]):
        at += 1
    return at
