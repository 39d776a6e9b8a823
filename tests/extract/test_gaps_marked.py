"""Sentences with marked gaps: the examples of the lexicon, and tests/cases/{fr,en}/gaps.yml.

`<gap place time>words</gap>` is a gap with what is missing; a text without is one without gaps. In the cases, which may
nest marks, `<about>word</about>` is the first of the words for the event meant, `<by>words</by>` who leaves it unsaid.
Unclosed or unknown marks are errors.
"""

import re
from dataclasses import dataclass

import pytest

from selon.errors import LexiconError
from selon.extract.gaps import FoundGap, find_gaps
from selon.extract.gaps.pattern import expression
from selon.extract.gaps.words import gap_words
from selon.model.ontology import Missing
from selon.model.span import Span
from selon.parse.tree import Parse
from tests.extract.marked import LANGS, Case, cases, check, params, parsed

_MARK = re.compile(r"<(/?)(gap|about|by)((?: [a-z]+)*)>")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span of a plain text."""

    name: str
    span: Span
    missing: tuple[str, ...]


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks; anything like a mark that is none, or is not closed, is a ValueError."""
    plain, marks, at = "", [], 0
    opened: list[tuple[str, int, tuple[str, ...]]] = []
    for found in _MARK.finditer(marked):
        plain += marked[at : found.start()]
        at = found.end()
        name, missing = found[2], tuple(found[3].split())
        if not found[1]:
            opened.append((name, len(plain), tuple(Missing(each) for each in missing)))
        elif not opened or opened[-1][0] != name:
            raise ValueError(f"a mark is not opened in {marked!r}")
        else:
            name, start, missing = opened.pop()
            marks.append(Mark(name, Span(start, len(plain)), missing))
    plain += marked[at:]
    if opened or "<" in plain or ">" in plain:
        raise ValueError(f"unclosed or unknown mark in {marked!r}")
    return plain, sorted(marks, key=lambda mark: mark.span)


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked."""
    text, marks = read_marks(marked)
    tree = parsed(lang, text)
    gaps = find_gaps(tree)
    wanted = [(mark.span.cut(text), " ".join(mark.missing)) for mark in marks if mark.name == "gap"]
    got = [(gap.text, " ".join(gap.missing)) for gap in gaps]
    found = [f"missed {each}" for each in wanted if each not in got]
    found += [f"too much {each}" for each in got if each not in wanted]
    return found + [fault for mark in marks for gap in gaps[:1] if (fault := _fault(mark, gap, tree))]


def _fault(mark: Mark, gap: FoundGap, tree: Parse) -> str:
    tokens = tree.tokens_in(mark.span)
    if mark.name == "about" and (not gap.about or gap.about[0] not in tokens):
        return f"about {gap.about}, not {tokens}"
    if mark.name == "by" and gap.source not in tokens:
        return f"by {gap.source}, not {tokens}"
    return ""


def _examples() -> list[tuple[str, str, str]]:
    return [
        (f"{lang}.{entry.id}.{number}", lang, text)
        for lang in LANGS
        for entry, _ in gap_words(lang).phrases
        for number, text in enumerate((*entry.examples, *entry.counterexamples))
    ]


def _cases() -> list[tuple[str, str, Case]]:
    return [(case.id, lang, case) for _, lang, case in cases("gaps")]


@pytest.mark.parametrize(("lang", "text"), params(_examples()))
def test_the_examples_of_the_lexicon_are_read_as_marked(lang: str, text: str) -> None:
    assert faults(text, lang) == []


@pytest.mark.parametrize(("lang", "case"), params(_cases()))
def test_the_cases_are_read_as_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang), case)


@pytest.mark.parametrize("lang", LANGS)
def test_every_class_of_missing_things_is_in_a_case(lang: str) -> None:
    seen = {
        each for _, of, case in _cases() if of == lang for mark in read_marks(case.text)[1] for each in mark.missing
    }
    assert seen == set(Missing)


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<gap place>où", "<trou>où</trou>", "<gap ou>où</gap>", "où</gap>"):
        with pytest.raises(ValueError):
            read_marks(broken)


def test_a_phrase_with_an_unknown_class_or_a_stray_context_is_refused() -> None:
    for phrase in ("ne {nothing}", "a [b] c", "a [b"):
        with pytest.raises(ValueError):
            expression(phrase, {"not": ("pas",)})
    assert issubclass(LexiconError, Exception)
