"""The same deed told twice in one document is linked; another one is not."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

import selon
from selon.extract.same import kept
from selon.parse.spacy import WEIGHTS

_TWICE = {
    "as many victims, whose state is told once": (
        "fr",
        "Deux soldats français ont été tués jeudi au Mali. Les deux militaires ont été tués par une mine.",
        1,
    ),
    "victims of two states": (
        "fr",
        "Deux soldats maliens ont été tués à Gao. Deux civils nigériens ont été tués à Tillabéri.",
        0,
    ),
    "other numbers": ("fr", "Deux soldats maliens ont été tués à Gao. Trois soldats ont été tués à Kidal.", 0),
    "as many victims in other words": (
        "en",
        "Three Kenyan soldiers were killed on Monday. The three servicemen were killed in an ambush.",
        1,
    ),
    "soldiers and rebels": (
        "en",
        "Three Kenyan soldiers were killed on Monday. Three rebels were killed on Tuesday.",
        0,
    ),
}


@pytest.mark.parametrize(("lang", "text", "links"), _TWICE.values(), ids=_TWICE)
def test_a_deed_told_twice_is_linked(lang: str, text: str, links: int) -> None:
    if not (WEIGHTS / lang).is_dir():
        pytest.skip(f"no weights for {lang}")
    record = selon.read(text, lang=lang)
    assert sum(event.same_as is not None for event in record.events) == links, record.events


def test_a_telling_that_is_dropped_leaves_no_link_to_it() -> None:
    first: Any = SimpleNamespace(same_as=None, told=True)
    dropped: Any = SimpleNamespace(same_as=first, told=False)
    alone: Any = SimpleNamespace(same_as=None, told=False)
    last: Any = SimpleNamespace(same_as=dropped, told=True)
    other: Any = SimpleNamespace(same_as=alone, told=True)
    assert kept([first, dropped, alone, last, other], lambda each: bool(cast(Any, each).told)) == [first, last, other]
    assert last.same_as is first
    assert other.same_as is None
