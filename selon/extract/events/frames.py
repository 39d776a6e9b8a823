"""The event lexicon: frames that say which words, in which company, tell which event.

Read from `lexicon/data/{lang}/events/*.yml` (frames), `intents.yml` (what is done with a deed: promise, refuse,
demand …) and `classes.yml` (words that may stand for each other in a pattern). docs/events.md explains the notation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from selon.model.ontology import Context, EventType, Mode


class Act(StrEnum):
    """What an intent does with a deed. `cause` (begin, resume, try, order) leaves the deed what it is.

    So does `decide`, but for deeds that compose.yml lists. `reproach` is a demand that comes too late ("should have").
    """

    PROMISE = "promise"
    APPROVE = "approve"
    PLAN = "plan"
    REFUSE = "refuse"
    DEMAND = "demand"
    THREATEN = "threaten"
    HALT = "halt"
    PREVENT = "prevent"
    DECIDE = "decide"
    FORGO = "forgo"
    REPROACH = "reproach"
    CAUSE = "cause"


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
    ARMED = "armed"  # a doer that bears arms, or a state
    STATE = "state"  # a doer that is a state or one of its authorities
    SOMEWHERE = "somewhere"  # a party, or else a place or a number of victims
    PUBLIC = "public"  # nobody: a public affair, whoever does it (a curfew, a truce)
    VIOLENCE = "violence"  # another deed of violence, told in the sentence or in one of the two before
    INTENDED = "intended"  # an intent over it: alone it tells nothing ("we are prepared to take further steps")
    OWN = "own"  # for an intent: a deed to come of the same doer ("warned that it would respond")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a frame and where its parties stand.

    `verbs`, `nouns`, `adjectives` are patterns; `actor` and `recipient` name the grammatical places to look at, best
    first; `of` says whom « de X » names after a noun; a frame that `needs` something is dropped without it. What is
    `spoken` is done by saying so, also of the future (« nous serons à vos côtés »), and is no plan.
    """

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    of: Of = Of.RECIPIENT
    needs: tuple[Need, ...] = ()
    unless: tuple[str, ...] = ()
    spoken: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    from_: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Wording):
    """One kind of event and the words that tell it."""

    type: EventType
    cameo: str
    mode: Mode | None = None
    contexts: tuple[Context, ...] = ()


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


# Written before a word of a pattern that must be the subject of its head.
SUBJECT = "^"


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a pattern: any of some words, each with further words that must stand under it.

    `link` is the preposition written before it, which is then allowed there, or SUBJECT.
    """

    words: Mapping[str, tuple[tuple[str, ...], ...]]
    link: str = ""


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
    """All patterns of a language by the head's word, and the composition of acts with deeds.

    `companions` say which of a word's patterns have no other element, and which have a certain word as their second.
    `own` gives the types of a user's ontology by the ids of its frames, empty without one; `forms` gives the lemmas of
    inflected verbs and nouns, `classes` the words of each class, `contexts` the contexts
    that a word tells.
    """

    lang: str
    own: Mapping[str, str]
    patterns: Mapping[str, tuple[Pattern, ...]]
    companions: Mapping[str, tuple[tuple[int, ...], Mapping[str, tuple[int, ...]]]]
    composed: Mapping[tuple[Act, EventType], Composed]
    frames: tuple[Frame, ...]
    intents: tuple[Intent, ...]
    verb_forms: Mapping[str, tuple[str, ...]]
    noun_forms: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, frozenset[str]]
    contexts: Mapping[str, tuple[Context, ...]]
