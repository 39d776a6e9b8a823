"""The event lexicon: frames that say which words, in which company, tell which event.

Read from `lexicon/data/{lang}/events/*.yml` (frames), `intents.yml` (what is done with a deed: promise, refuse,
demand …) and `classes.yml` (words that may stand for each other in a pattern). docs/events.md explains the notation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from selon.errors import LexiconError
from selon.lexicon.load import DATA, data_file, load_yaml
from selon.model.ontology import Context, EventType, Mode


class Act(StrEnum):
    """What an intent does with a deed."""

    PROMISE = "promise"
    PLAN = "plan"
    REFUSE = "refuse"
    DEMAND = "demand"
    THREATEN = "threaten"
    HALT = "halt"


class Of(StrEnum):
    """Whom « de X » after a nominal deed names."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    NONE = "none"


class Need(StrEnum):
    """What must be found for a frame to count."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    BOTH = "both"
    EITHER = "either"
    PLURAL = "plural"
    PLACE = "place"
    COMPLEMENT = "complement"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of event and the words that tell it.

    `verbs`, `nouns`, `adjectives` are patterns; `actor` and `recipient` name the grammatical places to look at, best
    first; `of` says whom « de X » names after a noun; a frame that `needs` something is dropped without it.
    """

    id: str
    type: EventType
    cameo: str
    mode: Mode | None = None
    contexts: tuple[Context, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    of: Of = Of.RECIPIENT
    needs: tuple[Need, ...] = ()
    unless: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    from_: str | None = None


@dataclass(frozen=True, slots=True)
class Intent:
    """Verbs, nouns and adjectives that do something with a deed that stands in their complement.

    Where no deed is found, the intent is an event of type `alone` with `cameo` and `mode`, or nothing.
    """

    id: str
    act: Act
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    of: Of = Of.ACTOR
    needs: tuple[Need, ...] = ()
    unless: tuple[str, ...] = ()
    alone: EventType | None = None
    cameo: str | None = None
    mode: Mode | None = None
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    from_: str | None = None


@dataclass(frozen=True, slots=True)
class Composed:
    """What an act on a deed of some types amounts to."""

    act: Act
    deeds: tuple[EventType, ...]
    type: EventType
    cameo: str
    mode: Mode | None = None


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words that may stand for each other in a pattern (`<agreement>`)."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a pattern: any of some words, each with further words that must stand under it."""

    words: Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: the head, its companions, and what its surroundings must and must not have."""

    frame: Frame | Intent
    pos: frozenset[str]
    head: Element
    others: tuple[Element, ...]
    reflexive: bool
    with_: tuple[str, ...]
    without: frozenset[str]
    size: int


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """All patterns of a language by the head's word, and the composition of acts with deeds."""

    lang: str
    patterns: Mapping[str, tuple[Pattern, ...]]
    composed: Mapping[tuple[Act, EventType], Composed]
    frames: tuple[Frame, ...]
    intents: tuple[Intent, ...]


_VERB, _NOUN = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN"})
_ADJECTIVE = frozenset({"ADJ", "VERB", "NOUN"})


@cache
def event_lexicon(lang: str) -> EventLexicon:
    """The event lexicon of a language, loaded once; faults in its files are one LexiconError."""
    frames = tuple(frame for path in sorted((DATA / lang / "events").glob("*.yml")) for frame in load_yaml(path, Frame))
    intents = load_yaml(data_file(lang, "intents.yml"), Intent)
    classes = {each.name: each.words for each in load_yaml(data_file(lang, "classes.yml"), WordClass)}
    return compile_lexicon(lang, frames, intents, classes)


def compile_lexicon(
    lang: str, frames: tuple[Frame, ...], intents: tuple[Intent, ...], classes: Mapping[str, tuple[str, ...]]
) -> EventLexicon:
    """Frames and intents with all their patterns compiled and indexed by the words of the pattern's head."""
    entries: list[Frame | Intent] = [*frames, *intents]
    faults = _double_ids(entries)
    index: dict[str, list[Pattern]] = {}
    for frame in entries:
        for pos, texts in ((_VERB, frame.verbs), (_NOUN, frame.nouns), (_ADJECTIVE, frame.adjectives)):
            for text in texts:
                try:
                    pattern = compile_pattern(text, frame, pos, classes)
                except ValueError as fault:
                    faults.append(f"{lang}/events {frame.id}: {fault}")
                    continue
                for word in pattern.head.words:
                    index.setdefault(word, []).append(pattern)
    if faults:
        raise LexiconError(faults)
    composed = {
        (each.act, deed): each for each in load_yaml(data_file("world", "compose.yml"), Composed) for deed in each.deeds
    }
    patterns = {word: tuple(found) for word, found in index.items()}
    return EventLexicon(lang, patterns, composed, frames, intents)


def _double_ids(frames: list[Frame | Intent]) -> list[str]:
    seen: set[str] = set()
    faults = []
    for frame in frames:
        if frame.id in seen:
            faults.append(f"events {frame.id}: two frames have this id")
        seen.add(frame.id)
    return faults


def compile_pattern(
    text: str, frame: Frame | Intent, pos: frozenset[str], classes: Mapping[str, tuple[str, ...]]
) -> Pattern:
    """A pattern as written in the lexicon, compiled. An unknown class or an empty pattern is a ValueError.

    Words are lemmas; `<name>` is a class, `a/b` a choice, `se` in front makes the verb reflexive, `+à` asks for a
    dependent with that preposition, conjunction or particle, `-mot` for the absence of the word below the head;
    words of `<ignored>` (articles, prepositions) are there for the reader.
    """
    ignored = frozenset(classes.get("ignored", ()))
    elements: list[Element] = []
    with_, without, reflexive = [], list(frame.unless), False
    for word in text.replace("'", "' ").split():
        if word in ("se", "s'") and not elements:
            reflexive = True
        elif word[0] == "+" and len(word) > 1:
            with_.append(word[1:].replace("_", " "))
        elif word[0] == "-" and len(word) > 1:
            without.append(word[1:])
        elif word not in ignored or (not elements and len(text.split()) == 1):
            elements.append(_element(word, classes))
    if not elements:
        raise ValueError(f"pattern {text!r} has no word to look for")
    outcasts = frozenset(each for word in without for each in _element(word, classes).words)
    size = len(elements) + len(with_) + reflexive
    return Pattern(frame, pos, elements[0], tuple(elements[1:]), reflexive, tuple(with_), outcasts, size)


def _element(word: str, classes: Mapping[str, tuple[str, ...]]) -> Element:
    found: dict[str, list[tuple[str, ...]]] = {}
    for choice in word.split("/"):
        if choice.startswith("<"):
            if choice[1:-1] not in classes or not choice.endswith(">"):
                raise ValueError(f"{choice} is no class of classes.yml")
            members = classes[choice[1:-1]]
        else:
            members = (choice,)
        for member in members:
            first, *rest = member.replace("_", " ").replace("'", "' ").split()
            found.setdefault(first, []).append(tuple(part for part in rest if part not in classes.get("ignored", ())))
    return Element({key: tuple(rests) for key, rests in found.items()})
