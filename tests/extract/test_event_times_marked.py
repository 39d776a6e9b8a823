"""Sentences whose events are marked with their times: tests/cases/{fr,en}/event_times.yml.

`<event VALUE MOD>trigger</event>` has a time with this value and modifier, `<event none>` has none. The publication is
on 2023-09-28. Unclosed or unknown marks are errors.
"""

import re
from dataclasses import dataclass
from datetime import date

import pytest

from selon.extract.times import find_times, time_of
from selon.model.span import Span
from tests.extract.marked import cases, check, head_in, params, parsed, read

PUBLISHED = date(2023, 9, 28)
_MARK = re.compile(r"<event ([0-9A-Z/:_ -]+|none)>(?P<words>[^<>]+)</event>")


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text; `fails` says why it is known to fail."""

    why: str
    text: str
    fails: str = ""


def read_marks(marked: str) -> tuple[str, list[tuple[Span, str]]]:
    """The plain text and its marks; anything like a mark that is none is a ValueError."""
    plain, marks = read(marked, _MARK, lambda span, found: (span, found[1]))
    if not marks:
        raise ValueError(f"no mark in {marked!r}")
    return plain, marks


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked."""
    text, marks = read_marks(marked)
    tree = parsed(lang, text)
    times = find_times(tree, PUBLISHED)
    found = []
    for span, wanted in marks:
        time = time_of(head_in(tree, span), times, tree)
        got = " ".join(part for part in (time.value, time.mod) if part) if time else "none"
        if got != wanted:
            found.append(f"{span.cut(text)!r} is {got}, not {wanted}")
    return found


@pytest.mark.parametrize(("lang", "case"), params(cases("event_times", Case)))
def test_the_cases_are_read_as_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang), case)


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<event>a tué</event>", "<event none>a tué"):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
