"""Sentences with marked gaps: the examples of the lexicon, and tests/cases/{fr,en}/gaps.yml.

`<gap place time>words</gap>` is a gap with what is missing; a text without is one without gaps. In the cases, which may
nest marks, `<about>word</about>` is the first of the words for the event meant, `<by>words</by>` who leaves it unsaid.
Unclosed or unknown marks are errors.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from selon.errors import LexiconError
from selon.extract.gaps import FoundGap, find_gaps
from selon.extract.gaps.pattern import compiled
from selon.extract.gaps.words import gap_words
from selon.lexicon.load import load_yaml
from selon.model.ontology import Missing
from selon.model.span import Span
from selon.parse.spacy import WEIGHTS, load, parse
from selon.parse.tree import Parse

CASES = Path(__file__).parent.parent / "cases"
LANGS = [lang for lang in ("fr", "en") if (WEIGHTS / lang).is_dir()]
_MARK = re.compile(r"<(/?)(gap|about|by)((?: [a-z]+)*)>")


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text; `fails` says why it is known to fail."""

    id: str
    why: str
    text: str
    fails: str = ""


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


@cache
def _pipeline(lang: str):
    return load(lang)


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked."""
    text, marks = read_marks(marked)
    tree = parse(text, lang, _pipeline(lang))
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


def _cases() -> list[tuple[str, Case]]:
    return [(lang, case) for lang in LANGS for case in load_yaml(CASES / lang / "gaps.yml", Case)]


@pytest.mark.parametrize(("lang", "text"), [pytest.param(lang, text, id=id) for id, lang, text in _examples()])
def test_the_examples_of_the_lexicon_are_read_as_marked(lang: str, text: str) -> None:
    assert faults(text, lang) == []


@pytest.mark.parametrize(("lang", "case"), [pytest.param(lang, case, id=case.id) for lang, case in _cases()])
def test_the_cases_are_read_as_marked(lang: str, case: Case) -> None:
    found = faults(case.text, lang)
    if case.fails:
        if found:
            pytest.xfail(case.fails)
        pytest.fail(f"passes now; remove `fails: {case.fails}`")
    assert found == [], case.why


@pytest.mark.parametrize("lang", LANGS)
def test_every_class_of_missing_things_is_in_a_case(lang: str) -> None:
    seen = {each for _, case in _cases() if _ == lang for mark in read_marks(case.text)[1] for each in mark.missing}
    assert seen == set(Missing)


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<gap place>où", "<trou>où</trou>", "<gap ou>où</gap>", "où</gap>"):
        with pytest.raises(ValueError):
            read_marks(broken)


def test_a_phrase_with_an_unknown_class_or_a_stray_context_is_refused() -> None:
    for phrase in ("ne {nothing}", "a [b] c", "a [b"):
        with pytest.raises(ValueError):
            compiled(phrase, {"not": ("pas",)})
    assert issubclass(LexiconError, Exception)
