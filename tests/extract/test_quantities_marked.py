"""Sentences whose quantities are marked: tests/cases/{fr,en}/quantities.yml (the notation stands there).

Unclosed or unknown marks are errors.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from selon.extract.quantities import quantities_of
from selon.lexicon.load import load_yaml
from selon.model.event import Quantity
from selon.model.ontology import EventType, QuantityOf
from selon.model.span import Span
from selon.parse.spacy import WEIGHTS, load, parse

CASES = Path(__file__).parent.parent / "cases"
LANGS = [lang for lang in ("fr", "en") if (WEIGHTS / lang).is_dir()]
_MARK = re.compile(r"<(event|n) ([^<>]+)>([^<>]+)</\1>")
_BOUNDS = re.compile(r"(\d*)(-?)(\d*)")


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text; `fails` says why it is known to fail."""

    text: str
    why: str = ""
    fails: str = ""


def read_marks(marked: str) -> tuple[str, list[tuple[str, str, Span]]]:
    """The plain text and its marks (name, value, span); anything like a mark that is none is a ValueError."""
    plain, marks, at = "", [], 0
    for found in _MARK.finditer(marked):
        plain += marked[at : found.start()]
        marks.append((found[1], found[2], Span(len(plain), len(plain) + len(found[3]))))
        plain, at = plain + found[3], found.end()
    plain += marked[at:]
    if "<" in plain or ">" in plain or not any(name == "event" for name, _, _ in marks):
        raise ValueError(f"unclosed or unknown mark in {marked!r}")
    return plain, marks


@cache
def _pipeline(lang: str):
    return load(lang)


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
    tree = parse(text, lang, _pipeline(lang))
    _, type_, span = next(mark for mark in marks if mark[0] == "event")
    tokens = tree.tokens_in(span)
    head = tree.head_of(tokens[0].i, tokens[-1].i + 1)
    got = [_got(quantity) for quantity in quantities_of(head, EventType(type_), tree)]
    wanted = [_wanted(value, span.cut(text)) for name, value, span in marks if name == "n"]
    return [f"missed {each}" for each in wanted if each not in got] + [
        f"too much {each}" for each in got if each not in wanted
    ]


def _cases() -> list[tuple[str, str, Case]]:
    return [
        (f"{lang}.{number:02}", lang, case)
        for lang in LANGS
        for number, case in enumerate(load_yaml(CASES / lang / "quantities.yml", Case))
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
    for broken in ("<event ASSAULT>a tué", "douze morts", "<m 12>douze</m>"):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
