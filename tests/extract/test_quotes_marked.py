"""Quotations: tests/cases/{fr,en}/quotes.yml.

`<quote SPEAKER: KIND>words</quote>` is a quotation with its speaker (any mention of the actor, or "?" for none) and its
kind. All quotations of a text are marked, the marks of quotation outside; anything like a mark that is none is an
error. Words in marks of quotation inside an indirect one are a mixed quotation of the same speaker, without a mark of
their own.
"""

import re
from dataclasses import dataclass

import pytest

from selon.extract.actors import Cast, find_actors
from selon.extract.attribution import find_reports
from selon.model.ontology import QuoteKind
from selon.model.quote import Quote
from selon.model.span import Span
from selon.parse.quotes import find_quotations
from tests.extract.marked import Case, cases, check, params, parsed, read

_MARK = re.compile(rf"<quote ([^<>]+): ({'|'.join(QuoteKind)})>(?P<words>[^<>]+)</quote>")
_EDGES = " «»“”\"',.:;!?"


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of a quotation, who says them, and its kind."""

    span: Span
    speaker: str
    kind: str


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks; anything like a mark that is none is a ValueError."""
    text, marks = read(marked, _MARK, lambda span, found: Mark(span, found[1], found[2]))
    return text, [*marks, *(each for mark in marks for each in _cut_out(text, mark))]


def _cut_out(text: str, mark: Mark) -> list[Mark]:
    """The words in marks of quotation inside an indirect quotation."""
    inside = [each for each in find_quotations(text) if mark.span.covers(each.span)] if mark.kind == "indirect" else []
    return [Mark(each.content, mark.speaker, "mixed") for each in inside]


def _words(text: str) -> str:
    return text.lower().replace("’", "'").strip(_EDGES)


def _speaks(quote: Quote, speaker: str, cast: Cast) -> bool:
    if quote.speaker is None:
        return speaker == "?"
    names = [mention.text for mention in cast.actor(quote.speaker).mentions]
    return _words(speaker) in [_words(name) for name in names]


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked: quotations missed, found without a mark, or with another speaker or kind."""
    text, marks = read_marks(marked)
    tree = parsed(lang, text)
    cast = find_actors(tree, ())
    reports = find_reports(tree, cast.at)
    cast, quotes = cast.with_voices(reports.voices), list(reports.quotes)
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


@pytest.mark.parametrize(("lang", "case"), params(cases("quotes")))
def test_the_quotations_are_those_that_are_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang), case)


def test_a_broken_mark_is_an_error() -> None:
    for broken in (
        "<quote le maire: direct>La digue",
        "<quote le maire: dit>La digue</quote>",
        "<quote>La digue</quote>",
    ):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
