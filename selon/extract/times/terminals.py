"""Symbols of the grammar that are read in code: words of a class, numbers in digits and in words, years, hours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from selon.extract.times.grammar import Fields
from selon.extract.times.pieces import Piece
from selon.extract.times.reading import KINDS, field_value

Found = list[tuple[int, Fields]]
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_CENTURIES = 30


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of a class, in pieces, and what it fills in."""

    words: tuple[str, ...]
    fields: Fields
    abbreviation: bool
    capital: bool
    lower: bool

    def written_so(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether the case of the word at `at` suits: `lower` words take a capital only at a start or by a number."""
        text = pieces[at].text
        if self.capital:
            return not text[0].islower()
        if not self.lower or text[0].islower() or (len(text) > 1 and text.isupper()):
            return True
        after = at + len(self.words)
        return at == 0 or not pieces[at - 1].is_word or (after < len(pieces) and pieces[after].is_number)


class WordClass:
    """The wordings of one class: a terminal."""

    def __init__(self) -> None:
        self.wordings: dict[str, list[Wording]] = {}

    def add(self, wording: Wording) -> None:
        """Adds a wording; longer ones are tried first."""
        same = self.wordings.setdefault(wording.words[0], [])
        same.append(wording)
        same.sort(key=lambda each: -len(each.words))

    def rarest(self, common: frozenset[str]) -> frozenset[str]:
        """Of each wording one word, where it has one that is not `common`."""
        wordings = (each.words for same in self.wordings.values() for each in same)
        return frozenset(next((word for word in reversed(words) if word not in common), words[0]) for words in wordings)

    def __contains__(self, word: str) -> bool:
        return word in self.wordings

    def __call__(self, pieces: Sequence[Piece], at: int) -> Found:
        """Where each wording that begins at `at` ends, and what it says."""
        if at >= len(pieces):
            return []
        found: Found = []
        for wording in self.wordings.get(pieces[at].lower, ()):
            end = at + len(wording.words)
            if tuple(piece.lower for piece in pieces[at:end]) != wording.words:
                continue
            if not wording.written_so(pieces, at):
                continue
            if not wording.abbreviation:
                found.append((end, wording.fields))
            elif end < len(pieces) and pieces[end].text == "." and pieces[end].tight:
                found.append((end + 1, wording.fields))
        return found


def word_fields(name: str, fills: str, value: str) -> Fields:
    """What a word of class `name` fills in: the field `fills`, or the one named like the class, or nothing.

    >>> word_fields("month", "", "5"), word_fields("recent", "", "")
    ((('month', 5),), ())
    """
    target = fills or name
    if target in KINDS and value:
        return ((target, field_value(target, value)),)
    if fills or (value and not value.isdecimal()):
        raise ValueError(f"{fills or name!r} is no field, or the value is missing")
    return (("low", float(value)),) if value else ()


def _digits(pieces: Sequence[Piece], at: int) -> str:
    return pieces[at].text if at < len(pieces) and pieces[at].is_number else ""


@dataclass(frozen=True, slots=True)
class Bounded:
    """A terminal for a number in digits between two bounds, written with one of the lengths."""

    name: str
    low: int
    high: int
    sizes: tuple[int, ...]

    def __call__(self, pieces: Sequence[Piece], at: int) -> Found:
        """Where the number ends, and its field."""
        digits = _digits(pieces, at)
        if len(digits) in self.sizes and self.low <= int(digits) <= self.high:
            return [(at + 1, ((self.name, int(digits)),))]
        return []


def clock_digits(pieces: Sequence[Piece], at: int) -> Found:
    """An hour in four digits (« 0630 »)."""
    digits = _digits(pieces, at)
    if len(digits) == 4 and int(digits[:2]) < 24 and int(digits[2:]) < 60:
        fields: Fields = (("hour", int(digits[:2])), ("minute", int(digits[2:])))
        return [(at + 1, fields)]
    return []


def decade(pieces: Sequence[Piece], at: int) -> Found:
    """« 1990 » and « 90 » as decades (199)."""
    digits = _digits(pieces, at)
    if len(digits) == 4 and digits.endswith("0"):
        return [(at + 1, (("decade", int(digits[:3])),))]
    if len(digits) == 2 and digits.endswith("0") and digits != "00":
        return [(at + 1, (("decade", 190 + int(digits[0])),))]
    return []


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A terminal for 1 to 31 in digits, also with an ending (« 1er », "3rd"), and the word for the first."""

    first: WordClass
    ending: WordClass

    def __call__(self, pieces: Sequence[Piece], at: int) -> Found:
        """Where the day ends, without and with its ending."""
        digits = _digits(pieces, at)
        if not digits:
            return [(end, (("day", 1),)) for end, _ in self.first(pieces, at)]
        if len(digits) > 2 or not 1 <= int(digits) <= 31:
            return []
        fields: Fields = (("day", int(digits)),)
        return [(end, fields) for end, _ in self.ending(pieces, at + 1)] + [(at + 1, fields)]


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A terminal for an ordinal in words, in digits (« 2e ») or in Roman numerals (« XXe »)."""

    words: WordClass
    ending: WordClass

    def __call__(self, pieces: Sequence[Piece], at: int) -> Found:
        """Where the ordinal ends, and its number."""
        found: Found = [(end, (("low", int(fields[0][1])),)) for end, fields in self.words(pieces, at)]
        digits = _digits(pieces, at)
        if digits:
            found += [(end, (("low", int(digits)),)) for end, _ in self.ending(pieces, at + 1)]
        elif at < len(pieces) and pieces[at].text[0] in "IVXL":
            number = _roman(pieces[at].text, self.ending)
            if number:
                found.append((at + 1, (("low", number),)))
        return found


def _roman(text: str, ending: WordClass) -> int:
    """The number of « XXe » or « XX »; 0 if it is none."""
    numeral = re.match(r"[IVXL]+", text)
    if numeral is None:
        return 0
    rest = text[numeral.end() :]
    if rest and rest not in ending:
        return 0
    values = [_ROMAN[letter] for letter in numeral.group().lower()]
    total = sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if 0 < total < _CENTURIES else 0
