"""News and background: tests/cases/{fr,en}/background.yml, with `<news>` and `<old>` around triggers.

An event that is not found is no matter here (test_events_marked); one that is found must be told as marked.
"""

import re
from dataclasses import dataclass
from functools import cache

import pytest

from selon.ingest import Defaults
from selon.ingest.document import make_document
from selon.model.span import Span
from selon.run import Reader
from tests.extract.marked import LANGS, cases, check, params, read

_MARK = re.compile(r"<(news|old)>(?P<words>[^<>]+)</\1>")


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text with its day of publication; `fails` says why it is known to fail."""

    id: str
    text: str
    published: str = ""
    fails: str = ""


def read_marks(marked: str) -> tuple[str, list[tuple[Span, bool]]]:
    """The plain text, and for each mark whether it is background; anything like a mark that is none is a ValueError."""
    return read(marked, _MARK, lambda span, found: (span, found[1] == "old"))


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


@pytest.mark.parametrize(("lang", "case"), params(cases("background", Case)))
def test_background_is_told_from_news(lang: str, case: Case) -> None:
    found, faults = told(lang, case)
    check(faults if found else ("no marked event is found",), case)


@pytest.mark.parametrize("lang", LANGS)
def test_most_marked_events_are_found(lang: str) -> None:
    of_lang = [case for _, each, case in cases("background", Case) if each == lang]
    marked = sum(len(read_marks(case.text)[1]) for case in of_lang)
    assert sum(told(lang, case)[0] for case in of_lang) >= 0.8 * marked
