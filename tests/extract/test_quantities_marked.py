"""Sentences whose quantities are marked: tests/cases/{fr,en}/quantities.yml (the notation stands there).

Unclosed or unknown marks are errors.
"""

import re
from dataclasses import dataclass

import pytest

from selon.extract.quantities import quantities_of
from selon.model.event import Quantity
from selon.model.ontology import EventType, QuantityOf
from selon.model.span import Span
from tests.extract.marked import cases, check, head_in, params, parsed, read

_MARK = re.compile(r"<(event|n) ([^<>]+)>(?P<words>[^<>]+)</\1>")
_BOUNDS = re.compile(r"(\d*)(-?)(\d*)")


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text; `fails` says why it is known to fail."""

    text: str
    why: str = ""
    fails: str = ""


def read_marks(marked: str) -> tuple[str, list[tuple[str, str, Span]]]:
    """The plain text and its marks (name, value, span); anything like a mark that is none is a ValueError."""
    plain, marks = read(marked, _MARK, lambda span, found: (found[1], found[2], span))
    if not any(name == "event" for name, _, _ in marks):
        raise ValueError(f"no mark of an event in {marked!r}")
    return plain, marks


def _wanted(value: str, words: str) -> tuple[str, float | None, float | None, bool, str]:
    what, bounds, *about = value.split()
    low, dash, high = _BOUNDS.fullmatch(bounds).groups()  # type: ignore[union-attr]
    QuantityOf(what)
    if not dash:
        high = low
    return what, float(low) if low else None, float(high) if high else None, bool(about), words


def _got(quantity: Quantity) -> tuple[str, float | None, float | None, bool, str]:
    return quantity.what.value, quantity.low, quantity.high, quantity.about, quantity.text


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked."""
    text, marks = read_marks(marked)
    tree = parsed(lang, text)
    _, type_, span = next(mark for mark in marks if mark[0] == "event")
    head = head_in(tree, span)
    got = [_got(quantity) for quantity in quantities_of(head, EventType(type_), tree)]
    wanted = [_wanted(value, span.cut(text)) for name, value, span in marks if name == "n"]
    return [f"missed {each}" for each in wanted if each not in got] + [
        f"too much {each}" for each in got if each not in wanted
    ]


@pytest.mark.parametrize(("lang", "case"), params(cases("quantities", Case)))
def test_the_cases_are_read_as_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang), case)


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<event ASSAULT>a tué", "douze morts", "<m 12>douze</m>"):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
