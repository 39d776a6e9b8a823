"""Sentences with marked events: the examples of the lexicon, and tests/cases/{fr,en}/events*.yml.

`<event type=CONSULT mode=visit actor=OMN recipient=IRN>words</event>` is an event whose trigger overlaps the words;
docs/events.md explains the notation. What stands in events.yml holds sentence by sentence; events_unseen.yml, written
before the rules and never tuned on, is measured, and the shares that are right must not fall below FLOORS;
no_events.yml holds sentences of sport, kitchen, weather and culture, which tell none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pytest

from selon.extract.actors import find_actors
from selon.extract.events import FoundEvent, event_lexicon, find_events
from selon.extract.events.frames import Act, Frame, Intent
from selon.extract.places import find_places, town_tokens
from selon.extract.political import meets
from selon.model.event import Event
from selon.model.ontology import EventType, Mode, Sector
from selon.model.record import Record
from selon.model.span import Span
from tests.extract.marked import LANGS, cases, check, params, parsed, read

# Shares of events_unseen.yml: right type among the events of the sentence, right type with all parties right, and
# the highest number of events a sentence. They only rise.
FLOORS = {"fr": (0.86, 0.76, 1.2), "en": (0.88, 0.78, 1.3)}
_MARK = re.compile(r"<event((?: [a-z]+=[A-Za-z+-]+)+)>(?P<words>[^<>]+)</event>")
_KEYS = ("type", "mode", "actor", "recipient", "optional")


@dataclass(frozen=True, slots=True)
class Case:
    """A marked text; `fails` says why it is known to fail."""

    id: str
    text: str
    why: str = ""
    fails: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event that stands in a text; None for what the mark leaves open, () for nobody."""

    span: Span
    type: EventType
    mode: Mode | None
    actors: tuple[str, ...] | None
    recipients: tuple[str, ...] | None
    optional: bool


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and the events marked in it; anything like a mark that is none is a ValueError."""
    return read(marked, _MARK, _mark)


def _mark(span: Span, found: re.Match[str]) -> Mark:
    given = dict(each.split("=") for each in found[1].split())
    if set(given) - set(_KEYS) or "type" not in given:
        raise ValueError(f"unknown attribute in the mark {found[0]!r}")
    mode = Mode(given["mode"]) if "mode" in given else None
    parties = [_codes(given.get(key)) for key in ("actor", "recipient")]
    return Mark(span, EventType(given["type"]), mode, parties[0], parties[1], given.get("optional") == "yes")


def _codes(text: str | None) -> tuple[str, ...] | None:
    if text is None:
        return None
    return () if text == "none" else tuple(text.split("+"))


def party_right(wanted: tuple[str, ...] | None, ids: tuple[str, ...], record: Record) -> bool:
    """Whether the actors behind the ids are those marked: none missing, none besides.

    `JPN` is an actor of that country, `JPNGOV` one with exactly that code, `IGO` one of that sector.
    """
    if wanted is None:
        return True
    actors = {actor.id: actor for actor in record.actors}
    fits = [[_is(code, actors[each].code or "") for each in ids] for code in wanted]
    return all(any(row) for row in fits) and all(any(row[i] for row in fits) for i in range(len(ids)))


def _is(wanted: str, code: str) -> bool:
    if wanted in set(Sector):
        return wanted in re.findall("...", code)
    return code.startswith(wanted) if len(wanted) == 3 else code == wanted


def overlaps(one: Span, two: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < two.end and two.start < one.end


@cache
def record_of(text: str, lang: str) -> Record:
    """The record of a text."""
    import selon

    return selon.read(text, lang=lang)


def events_for(mark: Mark, record: Record) -> list[Event]:
    """The events of the mark's type whose trigger overlaps it; with a mode marked, only those of that mode."""
    return [
        event
        for event in record.events
        if event.type is mark.type and overlaps(event.trigger.span, mark.span) and mark.mode in (None, event.mode)
    ]


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked: events that are missing, have other parties, or stand where no mark does."""
    text, marks = read_marks(marked)
    record = record_of(text, lang)
    told = {each.id: each.code for each in record.actors}
    found: list[str] = []
    for mark in marks:
        events = events_for(mark, record)
        if not events and not mark.optional:
            found.append(f"no {mark.type} at {mark.span.cut(text)!r}: {_told(record)}")
        elif events and not any(_parties_right(mark, each, record) for each in events):
            sides = [([told[i] for i in each.actors], [told[i] for i in each.recipients]) for each in events]
            found.append(f"{mark.span.cut(text)!r} has other parties: {sides}")
    for event in record.events:
        if not any(event.type is mark.type and overlaps(event.trigger.span, mark.span) for mark in marks):
            found.append(f"{event.type} at {event.trigger.text!r} ({event.rule}) is not marked")
    return found


def _parties_right(mark: Mark, event: Event, record: Record) -> bool:
    return party_right(mark.actors, event.actors, record) and party_right(mark.recipients, event.recipients, record)


def _told(record: Record) -> str:
    return ", ".join(f"{event.type} {event.trigger.text!r} {event.rule}" for event in record.events) or "no event"


@dataclass(slots=True)
class Score:
    """What was found in marked sentences; `misses` names what was not, for a person to read."""

    marked: int = 0
    typed: int = 0
    right: int = 0
    events: int = 0
    sentences: int = 0
    stray: int = 0
    misses: list[str] = field(default_factory=list)


def measure(cases: tuple[Case, ...], lang: str) -> Score:
    """The score over cases: a mark counts as typed when an event of its type is found in the sentence."""
    score = Score()
    for case in cases:
        text, marks = read_marks(case.text)
        record = record_of(text, lang)
        score.sentences += 1
        score.events += len(record.events)
        score.stray += 0 if marks else len(record.events)
        for mark in marks:
            if mark.optional:
                continue
            events = [event for event in record.events if event.type is mark.type]
            right = any(_parties_right(mark, event, record) for event in events)
            score.marked += 1
            score.typed += bool(events)
            score.right += right
            if not right:
                score.misses.append(f"{case.id} {mark.type}: {'parties' if events else 'type'}: {_told(record)}")
    return score


def _lexicon_examples(kind: str) -> Iterator[tuple[str, str, Frame | Intent, str]]:
    for lang in LANGS:
        lexicon = event_lexicon(lang)
        for frame in (*lexicon.frames, *lexicon.intents):
            for number, text in enumerate(getattr(frame, kind)):
                yield f"{lang}.{frame.id}.{number}", lang, frame, text


def _found(text: str, lang: str) -> tuple[FoundEvent, ...]:
    tree = parsed(lang, text)
    places = find_places(tree)
    cast = find_actors(tree, places)
    towns = town_tokens(tree, places)
    return find_events(tree, cast.at, host=cast.host, towns=towns, meets=lambda id, need: meets(cast.actor(id), need))


def _triggers(marked: str) -> tuple[str, list[Span]]:
    plain, spans, at = "", [], 0
    for found in re.finditer(r"<trigger>([^<>]+)</trigger>", marked):
        plain += marked[at : found.start()]
        spans.append(Span(len(plain), len(plain) + len(found.group(1))))
        plain, at = plain + found.group(1), found.end()
    return plain + marked[at:], spans


def _types(frame: Frame | Intent, lang: str) -> set[EventType]:
    """What a frame or an intent may tell: its type, or what the intent makes of deeds."""
    if isinstance(frame, Frame):
        return {frame.type}
    composed = {each.type for (act, _), each in event_lexicon(lang).composed.items() if act is frame.act}
    alone = {frame.alone} if frame.alone else set()
    return alone | (set(EventType) if frame.act in (Act.CAUSE, Act.DECIDE) else composed)


@pytest.mark.parametrize(("lang", "frame", "example"), params(_lexicon_examples("examples")))
def test_a_frame_finds_its_examples(lang: str, frame: Frame | Intent, example: str) -> None:
    text, spans = _triggers(example)
    assert spans and "<" not in text, f"{example!r} has no trigger marked"
    found = _found(text, lang)
    good = [
        event
        for event in found
        if event.type in _types(frame, lang)
        and any(overlaps(token.span, span) for token in event.trigger for span in spans)
    ]
    assert good, [(event.type.value, event.rule, [token.text for token in event.trigger]) for event in found]


@pytest.mark.parametrize(("lang", "frame", "example"), params(_lexicon_examples("counterexamples")))
def test_a_frame_leaves_its_counterexamples_alone(lang: str, frame: Frame | Intent, example: str) -> None:
    assert [event.rule for event in _found(example, lang) if event.rule.endswith(f".{frame.id}")] == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_frame_has_an_example(lang: str) -> None:
    lexicon = event_lexicon(lang)
    assert [frame.id for frame in (*lexicon.frames, *lexicon.intents) if not frame.examples] == []


def _by_lang(kind: str) -> list[tuple[str, str, tuple[Case, ...]]]:
    rows = cases(kind, Case)
    return [(lang, lang, tuple(case for _, each, case in rows if each == lang)) for lang in LANGS]


@pytest.mark.parametrize(("lang", "case"), params(cases("events", Case)))
def test_the_cases_are_read_as_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang), case)


@pytest.mark.parametrize(("lang", "cases"), params(_by_lang("events_unseen")))
def test_the_share_of_unseen_sentences_that_is_right_does_not_fall(lang: str, cases: tuple[Case, ...]) -> None:
    score = measure(cases, lang)
    typed, right, most = FLOORS[lang]
    assert score.typed >= typed * score.marked, score
    assert score.right >= right * score.marked, score
    assert score.events <= most * score.sentences, score


@pytest.mark.parametrize(("lang", "cases"), params(_by_lang("no_events")))
def test_ordinary_prose_tells_hardly_any_event(lang: str, cases: tuple[Case, ...]) -> None:
    found = [(case.id, event.rule) for case in cases for event in record_of(case.text, lang).events]
    assert len(found) < 3 * len(cases) / 100, found


def test_a_broken_mark_is_an_error() -> None:
    for broken in ("<event type=AID>livré", "<event>livré</event>", "<event type=AID place=FRA>livré</event>"):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)


def test_parties_must_be_complete_and_alone() -> None:
    record = record_of("Le Japon a promis d'aider le Népal.", "fr")
    ids = {actor.code: actor.id for actor in record.actors}
    assert party_right(("JPN",), (ids["JPN"],), record)
    assert not party_right(("JPN",), (ids["JPN"], ids["NPL"]), record)
    assert not party_right(("JPN", "NPL"), (ids["JPN"],), record)
    assert party_right((), (), record)
