"""Articles with marked second mentions: tests/cases/{fr,en}/coreference_articles.yml.

`<is A>words</is>` names the actor A, `<again A pro>he</again>` is a second mention of it (`A+B` of two), `<of SSDMIL
own>the army</of>` an actor that is known by its code only. The last word is the kind of mention (pronoun, description,
possessive …). A mention is right, wrong (another actor, which is worse) or left open. Half of the articles is `unread`:
rules were not written from them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from selon.extract.actors import Cast, find_actors
from selon.extract.attribution import Reports, find_reports
from selon.extract.places import find_places
from selon.model.ontology import ActorKind, Form
from selon.model.span import Span
from selon.parse.tree import Parse
from tests.extract.marked import LANGS, cases, parsed, read

_MARK = re.compile(r"<(is|again|of) (?P<who>[A-Z+]+)(?: (?P<kind>[a-z]+))?>(?P<words>[^<>]+)</\1>")
_STATES = (ActorKind.STATE, ActorKind.GOVERNMENT)
# The least share that is right and the largest that is wrong, reached on 26 November 2026.
_FLOORS = {
    ("fr", "read"): (0.81, 0.085),
    ("fr", "unread"): (0.67, 0.175),
    ("en", "read"): (0.80, 0.115),
    ("en", "unread"): (0.80, 0.15),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A marked article; `half`: did it serve to write rules."""

    id: str
    text: str
    half: str
    fails: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention: of whom (names within the article, or one code), of what kind ("" where it names the actor)."""

    span: Span
    who: tuple[str, ...]
    kind: str
    coded: bool


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks; anything like a mark that is none is a ValueError."""
    return read(marked, _MARK, _mark)


def _mark(span: Span, found: re.Match[str]) -> Mark:
    return Mark(span, tuple(found["who"].split("+")), found["kind"] or "", found[1] == "of")


def verdicts(case: Case, lang: str) -> Iterator[tuple[Mark, str]]:
    """Each second mention with "right", "wrong" or "open"."""
    text, marks = read_marks(case.text)
    tree = parsed(lang, text)
    cast = find_actors(tree, find_places(tree))
    reports = find_reports(tree, cast.at)
    cast = cast.with_voices(reports.voices)
    found = {mark: _speaker(tree, reports, mark) if mark.kind == "first" else _at(tree, cast, mark) for mark in marks}
    home: dict[str, str] = {}
    for mark in marks:
        if not mark.kind and found[mark]:
            home.setdefault(mark.who[0], found[mark][0])
    for mark in marks:
        if mark.coded:
            yield mark, _by_code(cast, mark.who[0], found[mark])
        elif mark.kind:
            yield mark, _by_home(cast, mark, found[mark], home)


def _speaker(tree: Parse, reports: Reports, mark: Mark) -> tuple[str, ...]:
    over = reports.over(tree.tokens_in(mark.span)[0])
    said = [each for each in over if each.form in (Form.DIRECT, Form.MIXED)]
    return said[-1].actors if said else ()


def _at(tree: Parse, cast: Cast, mark: Mark) -> tuple[str, ...]:
    """The actors of the mention that ends where the mark does, else of any word of it."""
    tokens = tree.tokens_in(mark.span)
    tokens = [tree.head_of(tokens[0].i, tokens[-1].i + 1), *tokens]
    ends = (mark.span.end - 1, mark.span.end)
    exact = {actor.id for actor in cast.actors for each in actor.mentions if each.span.end in ends}
    told = [ids for token in tokens if (ids := cast.at(token))]
    return next((ids for ids in told if exact.intersection(ids)), next(iter(told), ()))


def _by_code(cast: Cast, code: str, ids: tuple[str, ...]) -> str:
    codes = [cast.actor(each).code or "" for each in ids]
    if any(each.startswith(code[:3]) and code[3:] in each for each in codes):
        return "right"
    countries = {cast.actor(each).country for each in ids} - {None, code[:3]}
    return "wrong" if countries else "open"


def _by_home(cast: Cast, mark: Mark, ids: tuple[str, ...], home: dict[str, str]) -> str:
    wanted = [home[each] for each in mark.who if each in home]
    if not ids or len(wanted) < len(mark.who):
        return "open"
    if set(ids) == set(wanted) or _same_states(cast, ids, wanted):
        return "right"
    fresh = all(min(each.span.start for each in cast.actor(id).mentions) >= mark.span.start - 4 for id in ids)
    return "open" if fresh and not set(ids) & set(home.values()) else "wrong"


def _same_states(cast: Cast, ids: tuple[str, ...], wanted: list[str]) -> bool:
    """Whether both are states or their governments, of the same countries."""
    actors = [cast.actor(each) for each in (*ids, *wanted)]
    if any(each.kind not in _STATES for each in actors):
        return False
    one, other = ([cast.actor(each).country for each in side] for side in (ids, wanted))
    return sorted(map(str, one)) == sorted(map(str, other))


@pytest.mark.parametrize(("lang", "half"), [each for each in _FLOORS if each[0] in LANGS])
def test_second_mentions_are_taken_up(lang: str, half: str) -> None:
    mine = [case for _, each, case in cases("coreference_articles", Case) if each == lang and case.half == half]
    counted = Counter(verdict for case in mine for _, verdict in verdicts(case, lang))
    least, most = _FLOORS[lang, half]
    assert counted.total() > 90
    assert counted["right"] >= least * counted.total(), counted
    assert counted["wrong"] <= most * counted.total(), counted


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<is A>Paris", "<again A pro>il</is>", "<of fra own>l'armée</of>"):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
