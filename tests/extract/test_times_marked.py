"""Sentences with marked times: tests/cases/{fr,en}/times.yml, and the examples of the lexicon.

`<time TYPE VALUE MOD>words</time>` is an expression with its TIMEX3 type, value and modifier (none where none is
written); an article, « en » or "on" before it may belong to it or not. `<none>words</none>` holds no time. Whatever
else the text has is an error. Unclosed or unknown marks are errors.
"""

import re
from dataclasses import dataclass
from datetime import date

import pytest

from selon.extract.times import find_times
from selon.extract.times.lexicon import PhraseEntry
from selon.lexicon.load import data_file, load_yaml
from selon.model.span import Span
from selon.model.time import TimeExpression
from tests.extract.marked import LANGS, cases, check, params, parsed, read

_MARK = re.compile(r"<(time|none)((?: [A-Z0-9_/:X-]+)*)>(?P<words>[^<>]+)</\1>")
# Words that open an expression without changing its value.
_OPENERS = re.compile(
    r"^(?:l['’]|(?:le|la|les|en|au|aux|à|du|de|des|dans|on|in|at|the|for|pendant|depuis|durant|over) )", re.I
)


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text with its publication date; `fails` says why it is known to fail."""

    date: str
    text: str
    why: str = ""
    fails: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span of a plain text: what it is (type, value, modifier), or nothing."""

    span: Span
    value: str | None


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks; anything like a mark that is none is a ValueError."""
    return read(marked, _MARK, lambda span, found: Mark(span, found[2].strip() if found[1] == "time" else None))


def _core(span: Span, text: str) -> Span:
    """The span without the words that open an expression and change nothing."""
    while found := _OPENERS.match(span.cut(text)):
        span = Span(span.start + found.end(), span.end)
    return span


def _value(time: TimeExpression) -> str:
    return " ".join(part for part in (time.type, time.value, time.mod) if part)


def faults(marked: str, lang: str, published: str) -> list[str]:
    """What is not as marked. A mark without value asks for the words only."""
    text, marks = read_marks(marked)
    tree = parsed(lang, text)
    times = list(find_times(tree, None if published == "none" else date.fromisoformat(published)))
    found: list[str] = []
    for mark in marks:
        if mark.value is None:
            found += [f"{each.text!r} is {_value(each)}" for each in times if each.span.overlaps(mark.span)]
            continue
        same = [each for each in times if _core(each.span, text) == _core(mark.span, text)]
        times = [each for each in times if each not in same]
        if not same or (mark.value and _value(same[0]) != mark.value):
            got = _value(same[0]) if same else [each.text for each in times]
            found.append(f"{mark.span.cut(text)!r} is {got}, not {mark.value}")
    return found + [f"too much: {each.text!r} {_value(each)}" for each in times]


def _examples() -> list[tuple[str, str, str]]:
    return [
        (f"{lang}.{entry.name}.{number}", lang, text)
        for lang in LANGS
        for entry in load_yaml(data_file(lang, "time_phrases.yml"), PhraseEntry)
        for number, text in enumerate((*entry.examples, *entry.counterexamples))
    ]


@pytest.mark.parametrize(("lang", "case"), params(cases("times", Case, digits=3)))
def test_the_cases_are_read_as_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang, case.date), case)


@pytest.mark.parametrize(("lang", "text"), params(_examples()))
def test_the_examples_of_the_lexicon_are_read_as_marked(lang: str, text: str) -> None:
    assert faults(text, lang, "2023-09-28") == []


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<time DATE 2023>en 2023", "<temps>hier</temps>"):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
