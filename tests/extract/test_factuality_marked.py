"""How events are presented: tests/cases/{fr,en}/factuality.yml, and the examples of modality.yml and negation.yml.

`<event VALUE>word</event>`: VALUE is a factuality. In a lexicon's examples `<event>` has the value that the entry
gives, and in its counterexamples another. Anything like a mark that is none is an error.
"""

import re
from collections.abc import Iterator

import pytest

from selon.extract.actors import find_actors
from selon.extract.attribution import find_reports
from selon.extract.factuality import judge
from selon.extract.factuality.words import ModalWords, NegationKind, NegationWords
from selon.lexicon.load import data_file, load_yaml
from selon.model.ontology import Factuality
from selon.model.span import Span
from tests.extract.marked import LANGS, Case, cases, check, head_in, params, parsed, read

_MARK = re.compile(rf"<event(?: ({'|'.join(Factuality)}))?>(?P<words>[^<>]+)</event>")
_NOT_NEGATING = (NegationKind.RESTRICTION, NegationKind.EXPLETIVE)


def read_marks(marked: str) -> tuple[str, list[tuple[Span, str | None]]]:
    """The plain text and its marks; anything like a mark that is none, and no mark at all, is a ValueError."""
    plain, marks = read(marked, _MARK, lambda span, found: (span, found[1]))
    if not marks:
        raise ValueError(f"no mark in {marked!r}")
    return plain, marks


def values(marked: str, lang: str) -> list[tuple[str, str | None, str]]:
    """For each mark its words, the value marked, and the value found, denials by the source included."""
    text, marks = read_marks(marked)
    tree = parsed(lang, text)
    reports = find_reports(tree, find_actors(tree, ()).at)
    found = []
    for span, wanted in marks:
        head = head_in(tree, span)
        value = judge(tree, head)
        if value is Factuality.ASSERTED and reports.denies(head):
            value = Factuality.DENIED
        found.append((span.cut(text), wanted, value.value))
    return found


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked."""
    return [f"{words!r} is {value}, not {wanted}" for words, wanted, value in values(marked, lang) if value != wanted]


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


@pytest.mark.parametrize(("lang", "case"), params(cases("factuality")))
def test_the_cases_are_presented_as_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang), case)


@pytest.mark.parametrize(("lang", "text", "value", "has"), params(_lexicon()))
def test_the_examples_of_the_lexicon_have_its_value(lang: str, text: str, value: str, has: bool) -> None:
    for words, _, found in values(text, lang):
        assert (found == value) is has, f"{words!r} is {found}"


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<event negated>a fui", "<event nie>a fui</event>", "Il a fui."):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
