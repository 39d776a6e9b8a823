"""How events are presented: tests/cases/{fr,en}/factuality.yml, and the examples of modality.yml and negation.yml.

`<event VALUE>word</event>`: VALUE is a factuality. In a lexicon's examples `<event>` has the value that the entry
gives, and in its counterexamples another. Anything like a mark that is none is an error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from selon.extract.actors import find_actors
from selon.extract.attribution import find_reports
from selon.extract.factuality import judge
from selon.extract.factuality.words import ModalWords, NegationKind, NegationWords
from selon.lexicon.load import data_file, load_yaml
from selon.model.ontology import Factuality
from selon.model.span import Span
from selon.parse.spacy import WEIGHTS

CASES = Path(__file__).parent.parent / "cases"
LANGS = [lang for lang in ("fr", "en") if (WEIGHTS / lang).is_dir()]
_MARK = re.compile(rf"<event(?: ({'|'.join(Factuality)}))?>([^<>]+)</event>")
_NOT_NEGATING = (NegationKind.RESTRICTION, NegationKind.EXPLETIVE)


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text; `fails` says why it is known to fail."""

    id: str
    why: str
    text: str
    fails: str = ""


def read_marks(marked: str) -> tuple[str, list[tuple[Span, str | None]]]:
    """The plain text and its marks; anything like a mark that is none, and no mark at all, is a ValueError."""
    plain, marks, at = "", [], 0
    for found in _MARK.finditer(marked):
        plain += marked[at : found.start()]
        marks.append((Span(len(plain), len(plain) + len(found[2])), found[1]))
        plain, at = plain + found[2], found.end()
    plain += marked[at:]
    if "<" in plain or ">" in plain or not marks:
        raise ValueError(f"no mark, or an unclosed or unknown one, in {marked!r}")
    return plain, marks


@cache
def _pipeline(lang: str):
    from selon.parse.spacy import load

    return load(lang)


def values(marked: str, lang: str) -> list[tuple[str, str | None, str]]:
    """For each mark its words, the value marked, and the value found, denials by the source included."""
    from selon.parse.spacy import parse

    text, marks = read_marks(marked)
    tree = parse(text, lang, _pipeline(lang))
    reports = find_reports(tree, find_actors(tree, ()).at)
    found = []
    for span, wanted in marks:
        tokens = tree.tokens_in(span)
        head = tree.head_of(tokens[0].i, tokens[-1].i + 1)
        value = judge(tree, head)
        if value is Factuality.ASSERTED and reports.denies(head):
            value = Factuality.DENIED
        found.append((span.cut(text), wanted, value.value))
    return found


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked."""
    return [f"{words!r} is {value}, not {wanted}" for words, wanted, value in values(marked, lang) if value != wanted]


def _cases() -> list[tuple[str, str, Case]]:
    return [
        (f"{lang}.{case.id}", lang, case) for lang in LANGS for case in load_yaml(CASES / lang / "factuality.yml", Case)
    ]


def _lexicon() -> Iterator[tuple[str, str, str, str, bool]]:
    """Id, language, text, value, and whether the text has it."""
    for lang in LANGS:
        for modal in load_yaml(data_file(lang, "modality.yml"), ModalWords):
            for number, text in enumerate((*modal.examples, *modal.counterexamples)):
                yield f"{lang}.{modal.id}.{number}", lang, text, modal.gives, number < len(modal.examples)
        for words in load_yaml(data_file(lang, "negation.yml"), NegationWords):
            for number, text in enumerate((*words.examples, *words.counterexamples)):
                is_example = number < len(words.examples)
                yield f"{lang}.{words.id}.{number}", lang, text, Factuality.NEGATED, is_example


@pytest.mark.parametrize(("lang", "case"), [pytest.param(lang, case, id=id) for id, lang, case in _cases()])
def test_the_cases_are_presented_as_marked(lang: str, case: Case) -> None:
    found = faults(case.text, lang)
    if case.fails:
        if found:
            pytest.xfail(case.fails)
        pytest.fail(f"passes now; remove `fails: {case.fails}`")
    assert found == [], case.why


@pytest.mark.parametrize(("lang", "text", "value", "has"), [pytest.param(*rest, id=id) for id, *rest in _lexicon()])
def test_the_examples_of_the_lexicon_have_its_value(lang: str, text: str, value: str, has: bool) -> None:
    for words, _, found in values(text, lang):
        assert (found == value) is has, f"{words!r} is {found}"


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<event negated>a fui", "<event nie>a fui</event>", "Il a fui."):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
