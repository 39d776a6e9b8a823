"""Quotations: tests/cases/{fr,en}/quotes.yml.

`<quote SPEAKER: KIND>words</quote>` is a quotation with its speaker (any mention of the actor, or "?" for none) and its
kind. All quotations of a text are marked, the marks of quotation outside; anything like a mark that is none is an
error.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from selon.extract.actors import Cast, find_actors
from selon.extract.attribution import find_reports
from selon.lexicon.load import load_yaml
from selon.model.ontology import QuoteKind
from selon.model.quote import Quote
from selon.model.span import Span
from selon.parse.spacy import WEIGHTS

CASES = Path(__file__).parent.parent / "cases"
LANGS = [lang for lang in ("fr", "en") if (WEIGHTS / lang).is_dir()]
_MARK = re.compile(rf"<quote ([^<>]+): ({'|'.join(QuoteKind)})>([^<>]+)</quote>")
_EDGES = " «»“”\"',.:;!?"


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text; `fails` says why it is known to fail."""

    id: str
    why: str
    text: str
    fails: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of a quotation, who says them, and its kind."""

    span: Span
    speaker: str
    kind: str


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks; anything like a mark that is none is a ValueError."""
    plain, marks, at = "", [], 0
    for found in _MARK.finditer(marked):
        plain += marked[at : found.start()]
        marks.append(Mark(Span(len(plain), len(plain) + len(found[3])), found[1], found[2]))
        plain, at = plain + found[3], found.end()
    plain += marked[at:]
    if "<" in plain or ">" in plain:
        raise ValueError(f"unclosed or unknown mark in {marked!r}")
    return plain, marks


@cache
def _pipeline(lang: str):
    from selon.parse.spacy import load

    return load(lang)


def _words(text: str) -> str:
    return text.lower().replace("’", "'").strip(_EDGES)


def _speaks(quote: Quote, speaker: str, cast: Cast) -> bool:
    if quote.speaker is None:
        return speaker == "?"
    names = [mention.text for mention in cast.actor(quote.speaker).mentions]
    return _words(speaker) in [_words(name) for name in names]


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked: quotations missed, found without a mark, or with another speaker or kind."""
    from selon.parse.spacy import parse

    text, marks = read_marks(marked)
    tree = parse(text, lang, _pipeline(lang))
    cast = find_actors(tree, ())
    quotes = list(find_reports(tree, cast.at).quotes)
    found: list[str] = []
    for mark in marks:
        words = mark.span.cut(text)
        same = [quote for quote in quotes if _words(quote.content.text) == _words(words)]
        if not same:
            found.append(f"{words!r} is no quotation")
            continue
        quotes.remove(same[0])
        if same[0].kind != mark.kind:
            found.append(f"{words!r} is {same[0].kind}")
        if not _speaks(same[0], mark.speaker, cast):
            who = cast.actor(same[0].speaker).name if same[0].speaker else "nobody"
            found.append(f"{words!r} is said by {who}")
    return found + [f"{quote.content.text!r} is a quotation ({quote.kind})" for quote in quotes]


def _cases() -> list[tuple[str, str, Case]]:
    return [
        (f"{lang}.{case.id}", lang, case) for lang in LANGS for case in load_yaml(CASES / lang / "quotes.yml", Case)
    ]


@pytest.mark.parametrize(("lang", "case"), [pytest.param(lang, case, id=id) for id, lang, case in _cases()])
def test_the_quotations_are_those_that_are_marked(lang: str, case: Case) -> None:
    found = faults(case.text, lang)
    if case.fails:
        if found:
            pytest.xfail(case.fails)
        pytest.fail(f"passes now; remove `fails: {case.fails}`")
    assert found == [], case.why


def test_a_broken_mark_is_an_error() -> None:
    for broken in (
        "<quote le maire: direct>La digue",
        "<quote le maire: dit>La digue</quote>",
        "<quote>La digue</quote>",
    ):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
