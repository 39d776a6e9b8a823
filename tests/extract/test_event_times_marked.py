"""Sentences whose events are marked with their times: tests/cases/{fr,en}/event_times.yml.

`<event VALUE MOD>trigger</event>` has a time with this value and modifier, `<event none>` has none. The publication is
on 2023-09-28. Unclosed or unknown marks are errors.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from selon.extract.times import find_times, time_of
from selon.lexicon.load import load_yaml
from selon.model.span import Span
from selon.parse.spacy import WEIGHTS, load, parse

CASES = Path(__file__).parent.parent / "cases"
LANGS = [lang for lang in ("fr", "en") if (WEIGHTS / lang).is_dir()]
PUBLISHED = date(2023, 9, 28)
_MARK = re.compile(r"<event ([0-9A-Z/:_ -]+|none)>([^<>]+)</event>")


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text; `fails` says why it is known to fail."""

    why: str
    text: str
    fails: str = ""


def read_marks(marked: str) -> tuple[str, list[tuple[Span, str]]]:
    """The plain text and its marks; anything like a mark that is none is a ValueError."""
    plain, marks, at = "", [], 0
    for found in _MARK.finditer(marked):
        plain += marked[at : found.start()]
        marks.append((Span(len(plain), len(plain) + len(found[2])), found[1]))
        plain, at = plain + found[2], found.end()
    plain += marked[at:]
    if "<" in plain or ">" in plain or not marks:
        raise ValueError(f"unclosed or unknown mark in {marked!r}")
    return plain, marks


@cache
def _pipeline(lang: str):
    return load(lang)


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked."""
    text, marks = read_marks(marked)
    tree = parse(text, lang, _pipeline(lang))
    times = find_times(tree, PUBLISHED)
    found = []
    for span, wanted in marks:
        tokens = tree.tokens_in(span)
        time = time_of(tree.head_of(tokens[0].i, tokens[-1].i + 1), times, tree)
        got = " ".join(part for part in (time.value, time.mod) if part) if time else "none"
        if got != wanted:
            found.append(f"{span.cut(text)!r} is {got}, not {wanted}")
    return found


def _cases() -> list[tuple[str, str, Case]]:
    return [
        (f"{lang}.{number:02}", lang, case)
        for lang in LANGS
        for number, case in enumerate(load_yaml(CASES / lang / "event_times.yml", Case))
    ]


@pytest.mark.parametrize(("lang", "case"), [pytest.param(lang, case, id=id) for id, lang, case in _cases()])
def test_the_cases_are_read_as_marked(lang: str, case: Case) -> None:
    found = faults(case.text, lang)
    if case.fails:
        if found:
            pytest.xfail(case.fails)
        pytest.fail(f"passes now; remove `fails: {case.fails}`")
    assert found == [], case.why


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<event>a tué</event>", "<event none>a tué"):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
