"""Sentences with marked places: tests/cases/{fr,en}/places.yml.

`<place SYR city>Alep</place>` is a place with country (`-` for none) and precision; `<none>words</none>` has none.
`<event Damas>s'est rendu</event>` is an event that happens at the place with these words, `<event>` at none that the
text gives; `<event le pays=SYR>` says the country too. Unclosed or unknown marks are errors.
"""

import re
from dataclasses import dataclass

import pytest

from selon.extract.places import find_places, place_of
from selon.model.place import Place
from selon.model.span import Span
from selon.parse.tree import Entity, Parse, Row
from tests.extract.marked import LANGS, Case, cases, check, head_in, params, parsed, read

_MARK = re.compile(
    r"<(?:place ([A-Z]{3}|-) ([a-z]+)|(none)|(event)((?: [^<>]+)?))>(?P<words>[^<>]+)</(place|none|event)>"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a plain text: kind `place`, `none` or `event`, and what is expected."""

    span: Span
    kind: str
    country: str = ""
    precision: str = ""
    at: str = ""


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks; anything like a mark that is none is a ValueError."""
    return read(marked, _MARK, _mark)


def _mark(span: Span, found: re.Match[str]) -> Mark:
    country, precision, _, _, where, _, kind = found.groups()
    return Mark(span, kind, country or "", precision or "", (where or "").strip())


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked."""
    text, marks = read_marks(marked)
    tree = parsed(lang, text)
    places = find_places(tree)
    found = []
    for mark in marks:
        words = mark.span.cut(text)
        if mark.kind == "event":
            found.extend(_event_fault(mark, words, tree, places))
        elif mark.kind == "none":
            found.extend(f"{each.text!r} is a place" for each in places if each.span.overlaps(mark.span))
        else:
            found.extend(_place_fault(mark, words, places))
    return found


def _place_fault(mark: Mark, words: str, places: tuple[Place, ...]) -> list[str]:
    place = next((each for each in places if each.span == mark.span), None)
    if place is None:
        return [f"{words!r} is no place"]
    said = (place.country or "-", place.precision.value)
    return [] if said == (mark.country, mark.precision) else [f"{words!r} is {place.name}, {said}"]


def _event_fault(mark: Mark, words: str, tree: Parse, places: tuple[Place, ...]) -> list[str]:
    place = place_of(head_in(tree, mark.span), places, tree)
    wanted, _, country = mark.at.partition("=")
    if (place.text if place else "") != wanted:
        return [f"{words!r} happens at {place.text if place else None!r}, not {wanted!r}"]
    if country and (place is None or place.country != country):
        return [f"{words!r} happens in {place.country if place else None}"]
    return []


@pytest.mark.parametrize(("lang", "case"), params(cases("places")))
def test_the_cases_are_read_as_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang), case)


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<place SYR city>Alep", "<place Syrie city>Alep</place>", "<lieu>Alep</lieu>"):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)


@pytest.mark.parametrize("lang", LANGS)
def test_places_stand_where_they_say(lang: str) -> None:
    text = " ".join(read_marks(case.text)[0] for _, each, case in cases("places") if each == lang)
    places = find_places(parsed(lang, text))
    assert places
    assert all(place.span.cut(text) == place.text for place in places)
    assert [place.span.start for place in places] == sorted(place.span.start for place in places)


def _tree(text: str, *entities: tuple[str, str]) -> Parse:
    """A parse of plain words, all PROPN under the first, with entities given as (words, label)."""
    rows, at = [], 0
    for i, word in enumerate(text.split()):
        rows.append(
            Row(
                word, text.index(word, at), word, "PROPN" if word[0].isupper() else "ADP", {}, 0, "dep" if i else "root"
            )
        )
        at = rows[-1].start + len(word)
    words = text.split()
    found = []
    for name, label in entities:
        start = words.index(name.split()[0])
        found.append(Entity(start, start + len(name.split()), label))
    return Parse(text, "fr", rows, [(0, len(rows), 0)], found)


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        ("Hollande parle", [], []),
        ("Valence parle", [], []),
        ("Valence parle", [("Valence", "LOC")], ["Valence"]),
        ("Londres parle", [], ["Londres"]),
        ("Valence parle", [("Valence", "PER")], []),
        ("Jack London parle", [("Jack London", "PER")], []),
        ("il vit à Kolongobo", [], []),
        ("il vit à Kolongobo", [("Kolongobo", "LOC")], ["Kolongobo"]),
        ("il vit à Kolongobo", [("Kolongobo", "PER")], []),
    ],
)
def test_entities_of_the_model_weigh(text: str, entities: list[tuple[str, str]], expected: list[str]) -> None:
    assert [place.text for place in find_places(_tree(text, *entities))] == expected
