"""Pieces: the words, numbers and signs of a text, independent of how a tokenizer cuts « 14h30 » or « l'an »."""

import re
from typing import NamedTuple

_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_TRANSPARENT = frozenset("'’-‐‑")
_DASHES = frozenset("-‐‑–—−")


class Piece(NamedTuple):
    """A run of letters, a run of digits or one sign; `tight` when no space stands before it."""

    text: str
    lower: str
    start: int
    end: int
    tight: bool

    @property
    def is_number(self) -> bool:
        """Whether the piece is a run of digits."""
        return self.text.isdecimal()

    @property
    def is_word(self) -> bool:
        """Whether the piece is a run of letters."""
        return self.text.isalpha()


def cut(text: str, start: int = 0, end: int | None = None) -> list[Piece]:
    """The pieces of text[start:end]. Apostrophes and hyphens inside a word vanish; between digits a dash is `-`.

    >>> [piece.lower for piece in cut("L’avant-veille, à 14h30, mi-mai 2011-2015")]
    ['l', 'avant', 'veille', ',', 'à', '14', 'h', '30', ',', 'mi', 'mai', '2011', '-', '2015']
    """
    found: list[Piece] = []
    last = -1
    for match in _PIECE.finditer(text, start, len(text) if end is None else end):
        at, stop = match.span()
        word = match.group()
        if word in _TRANSPARENT and _joins(text, at, stop):
            last = stop
            continue
        lower = "-" if word in _DASHES else "'" if word == "’" else word.lower()
        found.append(Piece(word, lower, at, stop, at == last))
        last = stop
    return found


def keys_in(text: str, start: int, end: int) -> set[str]:
    """The words of text[start:end] in lower case, with '' for numbers: every piece that `cut` makes, and more.

    >>> sorted(keys_in("L’avant-veille, 14h30", 0, 21))
    ['', "'", ',', '-', 'avant', 'h', 'l', 'veille', '’']
    """
    found = {word.lower() for word in _PIECE.findall(text, start, end)}
    if any(word.isdecimal() for word in found):
        found.add("")
    if not found.isdisjoint(_DASHES):
        found.add("-")
    if "’" in found:
        found.add("'")
    return {word for word in found if not word.isdecimal()}


def _joins(text: str, at: int, stop: int) -> bool:
    """Whether the sign at text[at:stop] stands inside a word, and not between two numbers."""
    if not at > 0 or not stop < len(text):
        return False
    before, after = text[at - 1], text[stop]
    return before.isalnum() and after.isalnum() and not (before.isdigit() and after.isdigit())
