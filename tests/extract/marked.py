"""What the runners of marked sentences share: where the cases stand, how marks are read, and when a case fails.

Each runner (test_*_marked.py) has its own notation, and says what is not as marked.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

import pytest

from selon.lexicon.load import load_yaml
from selon.model.span import Span
from selon.parse.spacy import WEIGHTS, load, parse
from selon.parse.tree import Parse, Token

CASES = Path(__file__).parent.parent / "cases"
LANGS = [lang for lang in ("fr", "en") if (WEIGHTS / lang).is_dir()]


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text; `fails` says why it is known to fail."""

    id: str
    why: str
    text: str
    fails: str = ""


class MayFail(Protocol):
    """Any case, whatever else it tells."""

    @property
    def fails(self) -> str: ...


AnyCase = TypeVar("AnyCase", bound=MayFail)
AnyMark = TypeVar("AnyMark")


def cases(kind: str, case: type[AnyCase] = Case, digits: int = 2) -> list[tuple[str, str, AnyCase]]:
    """Id, language and case of tests/cases/{fr,en}/KIND.yml; cases that have no id are numbered."""
    return [
        (f"{lang}.{getattr(each, 'id', f'{number:0{digits}}')}", lang, each)
        for lang in LANGS
        for number, each in enumerate(load_yaml(CASES / lang / f"{kind}.yml", case))
    ]


def params(rows: Iterable[tuple[Any, ...]]) -> list[Any]:
    """The parameters of a test, from rows that begin with the id."""
    return [pytest.param(*rest, id=id) for id, *rest in rows]


def read(
    marked: str, pattern: re.Pattern[str], mark: Callable[[Span, re.Match[str]], AnyMark]
) -> tuple[str, list[AnyMark]]:
    """The plain text and its marks; anything like a mark that is none is a ValueError.

    The pattern matches a whole mark, and its group `words` what is marked; `mark` makes the mark of both.
    """
    plain, marks, at = "", [], 0
    for found in pattern.finditer(marked):
        plain += marked[at : found.start()]
        words = found["words"]
        marks.append(mark(Span(len(plain), len(plain) + len(words)), found))
        plain, at = plain + words, found.end()
    plain += marked[at:]
    if "<" in plain or ">" in plain:
        raise ValueError(f"unclosed or unknown mark in {marked!r}")
    return plain, marks


@cache
def _pipeline(lang: str) -> Any:
    return load(lang)


@cache
def parsed(lang: str, text: str) -> Parse:
    """The parse of a plain text."""
    return parse(text, lang, _pipeline(lang))


def head_in(tree: Parse, span: Span) -> Token:
    """The head of the words of a span."""
    tokens = tree.tokens_in(span)
    return tree.head_of(tokens[0].i, tokens[-1].i + 1)


def check(found: Sequence[str], case: MayFail) -> None:
    """Fails when something is found that is not as marked, or when nothing is in a case that is known to fail."""
    __tracebackhide__ = True
    if case.fails:
        if found:
            pytest.xfail(case.fails)
        pytest.fail(f"passes now; remove `fails: {case.fails}`")
    assert not found, f"{found} in {case}"
