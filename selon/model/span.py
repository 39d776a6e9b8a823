"""A stretch of a document's text, and words that know where they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar


class Span(NamedTuple):
    """Half-open range [start, end) in Unicode code points of `document.text`.

    >>> Span(3, 8).cut("de Paris")
    'Paris'
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The characters of `text` inside the span."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class Placed(Protocol):
    """Whatever stands somewhere in the text."""

    @property
    def span(self) -> Span: ...


AnyPlaced = TypeVar("AnyPlaced", bound=Placed)


def begun_in(items: Sequence[AnyPlaced], span: Span) -> Sequence[AnyPlaced]:
    """Those of the items, which are sorted by their start, that begin inside the span."""
    first = bisect_left(items, span.start, key=lambda each: each.span.start)
    last = bisect_left(items, span.end, lo=first, key=lambda each: each.span.start)
    return items[first:last]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the text with their place: `text[span.start:span.end] == words.text`."""

    text: str
    span: Span

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Words":
        """The words of `text` in [start, end); an empty or outlying range is a ValueError."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span [{start}, {end}) is not inside a text of {len(text)} characters")
        return cls(text[start:end], Span(start, end))
