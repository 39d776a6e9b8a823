"""News and background: tests/cases/{fr,en}/background.yml, with `<news>` and `<old>` around triggers.

An event that is not found is no matter here (test_events_marked); one that is found must be told as marked.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from selon.ingest import Defaults
from selon.ingest.document import make_document
from selon.lexicon.load import load_yaml
from selon.model.span import Span
from selon.parse.spacy import WEIGHTS
from selon.run import Reader

CASES = Path(__file__).parent.parent / "cases"
LANGS = [lang for lang in ("fr", "en") if (WEIGHTS / lang).is_dir()]
_MARK = re.compile(r"<(news|old)>([^<>]+)</\1>")


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text with its day of publication; `fails` says why it is known to fail."""

    id: str
    text: str
    published: str = ""
    fails: str = ""


def read_marks(marked: str) -> tuple[str, list[tuple[Span, bool]]]:
    """The plain text, and for each mark whether it is background; anything like a mark that is none is a ValueError."""
    plain, found, at = "", [], 0
    for match in _MARK.finditer(marked):
        plain += marked[at : match.start()]
        found.append((Span(len(plain), len(plain) + len(match.group(2))), match.group(1) == "old"))
        plain, at = plain + match.group(2), match.end()
    plain += marked[at:]
    if "<" in plain or ">" in plain:
        raise ValueError(f"unclosed or unknown mark in {marked!r}")
    return plain, found


@cache
def _reader() -> Reader:
    return Reader()


@cache
def told(lang: str, case: Case) -> tuple[int, tuple[str, ...]]:
    """How many marked events are found, and what is not told as marked."""
    text, marks = read_marks(case.text)
    document = make_document(text, case.id, {"published_at": case.published or None}, Defaults(lang))
    events = _reader().read(document).events
    found, faults = 0, []
    for span, old in marks:
        here = [event for event in events if event.trigger.span.overlaps(span)]
        found += bool(here)
        faults += [
            f"{span.cut(text)!r} is {'background' if event.background else 'news'}"
            for event in here
            if event.background != old
        ]
    return found, tuple(faults)


def _cases() -> list[tuple[str, Case]]:
    return [(lang, case) for lang in LANGS for case in load_yaml(CASES / lang / "background.yml", Case)]


@pytest.mark.parametrize(("lang", "case"), [pytest.param(*each, id=f"{each[0]}.{each[1].id}") for each in _cases()])
def test_background_is_told_from_news(lang: str, case: Case) -> None:
    found, faults = told(lang, case)
    if case.fails:
        if faults or not found:
            pytest.xfail(case.fails)
        pytest.fail(f"passes now; remove `fails: {case.fails}`")
    assert found, "no marked event is found"
    assert faults == ()


@pytest.mark.parametrize("lang", LANGS)
def test_most_marked_events_are_found(lang: str) -> None:
    cases = [case for each, case in _cases() if each == lang]
    marked = sum(len(read_marks(case.text)[1]) for case in cases)
    assert sum(told(lang, case)[0] for case in cases) >= 0.8 * marked
