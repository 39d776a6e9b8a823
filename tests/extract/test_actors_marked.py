"""Sentences with marked actors: the examples of the lexicon, and tests/cases/{fr,en}/actors.yml and coreference.yml.

`<actor IRNMIL>words</actor>` is a mention with this code, `<actor>` one without code, `<actor FRA+DEU>` one of two
actors; `#1` behind the code names an actor within the case: the same number is the same actor, another number another
actor. `<none>words</none>` is no mention. Unclosed or unknown marks are errors.
"""

import re
from dataclasses import dataclass

import pytest

from selon.extract.actors import Cast, find_actors
from selon.extract.actors.words import NOUN_FILES, Noun
from selon.lexicon.load import data_file, load_yaml
from selon.model.span import Span
from selon.parse.tree import Parse
from tests.extract.marked import LANGS, Case, cases, check, params, parsed, read

_MARK = re.compile(r"<(actor|none)((?: [A-Z]{2,}(?:\+[A-Z]{2,})*)?)((?: #\d)*)>(?P<words>[^<>]+)</\1>")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a plain text that are a mention (or none), with code and numbers as marked."""

    span: Span
    mention: bool
    codes: tuple[str, ...]
    numbers: tuple[str, ...]


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks; anything like a mark that is none is a ValueError."""
    return read(marked, _MARK, _mark)


def _mark(span: Span, found: re.Match[str]) -> Mark:
    kind, codes, numbers, _ = found.groups()
    return Mark(span, kind == "actor", tuple(codes.strip().split("+")) if codes else (), tuple(numbers.split()))


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked."""
    text, marks = read_marks(marked)
    tree = parsed(lang, text)
    cast = find_actors(tree, ())
    found: list[str] = []
    named: dict[str, str] = {}
    for mark in marks:
        words = mark.span.cut(text)
        ids = _ids(tree, cast, mark.span)
        codes = tuple(cast.actor(each).code or "" for each in ids)
        if not mark.mention:
            found.extend([f"{words!r} is a mention: {codes}"] if ids else [])
        elif not ids:
            found.append(f"{words!r} is no mention")
        elif sorted(codes) != sorted(mark.codes or ("",) * len(ids)):
            found.append(f"{words!r} is {'+'.join(codes)}, not {'+'.join(mark.codes)}")
        for number, id in zip(mark.numbers, ids, strict=False):
            if named.setdefault(number, id) != id:
                found.append(f"{words!r} is not actor {number}")
    for number, id in named.items():
        found.extend(
            f"{number} and {other} are one actor" for other, same in named.items() if other < number and same == id
        )
    return found


def _ids(tree: Parse, cast: Cast, span: Span) -> tuple[str, ...]:
    tokens = tree.tokens_in(span)
    exact = [
        each.span
        for actor in cast.actors
        for each in actor.mentions
        if span.start - each.span.start in (0, 2, 3, 4) and each.span.end == span.end
    ]
    for token in tokens if exact else ():
        ids = cast.at(token)
        if ids and any(each.span in exact for id in ids for each in cast.actor(id).mentions):
            return ids
    head = tree.head_of(tokens[0].i, tokens[-1].i + 1)
    return next((ids for token in (head, *tokens) if (ids := cast.at(token))), ())


def _lexicon_examples() -> list[tuple[str, str, str]]:
    return [
        (f"{lang}.{noun.id}.{number}", lang, text)
        for lang in LANGS
        for name in NOUN_FILES
        for noun in load_yaml(data_file(lang, name), Noun)
        for number, text in enumerate((*noun.examples, *noun.counterexamples))
    ]


def _cases() -> list[tuple[str, str, Case]]:
    rows = [(kind, lang, case) for kind in ("actors", "coreference") for _, lang, case in cases(kind)]
    return [(f"{lang}.{kind}.{case.id}", lang, case) for kind, lang, case in rows]


@pytest.mark.parametrize(("lang", "text"), params(_lexicon_examples()))
def test_the_examples_of_the_lexicon_are_read_as_marked(lang: str, text: str) -> None:
    assert faults(text, lang) == []


@pytest.mark.parametrize(("lang", "case"), params(_cases()))
def test_the_cases_are_read_as_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang), case)


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<actor FRAGOV>Paris", "<acteur>Paris</acteur>", "<actor fra>Paris</actor>"):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)


@pytest.mark.parametrize("lang", LANGS)
def test_every_noun_has_an_example(lang: str) -> None:
    without = [noun.id for name in NOUN_FILES for noun in load_yaml(data_file(lang, name), Noun) if not noun.examples]
    assert without == []
