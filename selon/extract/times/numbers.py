"""Reads numbers: « 2,5 », « 10 000 », « vingt-quatre », « quatre-vingt-dix-sept », "two hundred and five"."""

from collections.abc import Sequence
from dataclasses import dataclass

from selon.extract.times.pieces import Piece
from selon.extract.times.terminals import Found, WordClass

_GROUP = 3
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Number:
    """A terminal for a number, in digits or words. `tens_over` are tens that take ten to nineteen on top."""

    words: WordClass
    joiner: WordClass
    tens_over: WordClass

    def __call__(self, pieces: Sequence[Piece], at: int) -> Found:
        """Where the number ends, and its value."""
        if at >= len(pieces):
            return []
        end, value = _in_digits(pieces, at) if pieces[at].is_number else self._in_words(pieces, at)
        return [(end, (("low", value),))] if end > at else []

    def _word(self, pieces: Sequence[Piece], at: int) -> tuple[int, int, bool]:
        found = self.words(pieces, at)
        if not found:
            return at, 0, False
        end, fields = found[0]
        return end, int(fields[0][1]), bool(self.tens_over(pieces, at))

    def _in_words(self, pieces: Sequence[Piece], at: int) -> tuple[int, float]:
        total = current = room = 0
        end = at
        while True:
            start = end if end == at else self._after_joiner(pieces, end)
            stop, value, wide = self._word(pieces, start)
            if stop == start or not _fits(value, current, room, end == at):
                return end, float(total + current)
            if value >= _HUNDRED:
                current = max(current, 1) * value
                room = value
                if value > _HUNDRED:
                    total, current = total + current, 0
            else:
                current += value
                room = 20 if wide else 10 if value >= 20 else 0
                if value == 10:
                    room = 10
            end = stop

    def _after_joiner(self, pieces: Sequence[Piece], at: int) -> int:
        found = self.joiner(pieces, at)
        return found[0][0] if found and self.words(pieces, found[0][0]) else at


def _fits(value: int, current: int, room: int, first: bool) -> bool:
    """Whether a number word can follow: under a hundred only where there is room, a hundred only after a small one."""
    if first:
        return True
    if value >= _HUNDRED:
        return current < value
    return value < room


def _in_digits(pieces: Sequence[Piece], at: int) -> tuple[int, float]:
    """Digits with groups of three (« 10 000 », "10,000") and a decimal part (« 2,5 », "2.5")."""
    text = pieces[at].text
    end = at + 1
    while len(text) <= _GROUP or end > at + 1:
        step = 1 if end < len(pieces) and pieces[end].text in ".," and pieces[end].tight else 0
        if not _is_group(pieces, end + step, tight=bool(step)):
            break
        text += pieces[end + step].text
        end += step + 1
    if end + 1 < len(pieces) and pieces[end].text in ".," and pieces[end].tight:
        decimal = pieces[end + 1]
        if decimal.tight and decimal.is_number and len(decimal.text) < _GROUP:
            return end + 2, float(f"{text}.{decimal.text}")
    return end, float(text)


def _is_group(pieces: Sequence[Piece], at: int, *, tight: bool) -> bool:
    if at >= len(pieces):
        return False
    piece = pieces[at]
    return piece.is_number and len(piece.text) == _GROUP and piece.tight == tight
