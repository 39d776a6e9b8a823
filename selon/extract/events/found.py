"""What event a reading is alone: a reading comes in, an event without time, place, source and factuality goes out."""

from dataclasses import dataclass, replace

from selon.extract.events.complete import is_between_powers
from selon.extract.events.contexts import contexts_of, mode_of
from selon.extract.events.fill import verbal
from selon.extract.events.frames import Frame, Need
from selon.extract.events.match import Match
from selon.extract.events.roles import Reading
from selon.extract.events.scene import Scene
from selon.extract.events.targets import whose
from selon.model.ontology import Context, EventType, Mode
from selon.parse.tree import Token

_FAR = 10
_CLAUSES = ("acl", "advcl", "acl:relcl", "parataxis")


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event of one sentence before time, place, source and factuality are known.

    `head` is the token that anchors it in the tree, `trigger` the tokens of its wording, `deed` the head of the deed
    that an intent governs (the head itself otherwise); `powers`: its sides are states or authorities that no actor
    stands for; `performed`: the words themselves do it ("I want to thank"); `own` is the type of a user's ontology;
    `whose`: the other side where none is named, to whom what is struck or refused belongs; `strength` decides between
    readings of the same words.
    """

    type: EventType
    mode: Mode | None
    contexts: tuple[Context, ...]
    cameo: str
    rule: str
    head: Token
    deed: Token
    trigger: tuple[Token, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    strength: float
    nominal: bool
    needs: tuple[Need, ...]
    spoken: bool = False
    powers: bool = False
    performed: bool = False
    own: str | None = None
    whose: tuple[str, ...] = ()


def deed_of(reading: Reading, scene: Scene) -> FoundEvent:
    """The event that a frame's reading tells."""
    frame = reading.match.pattern.frame
    assert isinstance(frame, Frame)
    event = event_of(reading, scene, frame.type, frame.cameo, frame.mode, frame.contexts)
    own = scene.line.lexicon.own.get(frame.id)
    return event if own is None else replace(event, own=own, rule=f"{reading.match.top.parse.lang}.{frame.id}")


def event_of(
    reading: Reading,
    scene: Scene,
    type_: EventType,
    cameo: str,
    mode: Mode | None,
    contexts: tuple[Context, ...] = (),
) -> FoundEvent:
    """The event that a reading tells, as the type and code that are given."""
    match, roles = reading.match, reading.roles
    trigger = trigger_of(match)
    owners = whose(match, roles, scene)
    return FoundEvent(
        type=type_,
        mode=mode or mode_of(trigger, scene.line, type_),
        contexts=contexts_of(trigger, scene.line, contexts),
        cameo=cameo,
        rule=f"{match.top.parse.lang}.events.{match.pattern.frame.id}",
        head=match.top,
        deed=match.top,
        trigger=trigger,
        actors=roles.actors,
        recipients=owners if owners and roles.recipients else roles.recipients,
        strength=_strength(reading, scene),
        nominal=not verbal(match.top, scene.line),
        needs=match.pattern.frame.needs,
        spoken=isinstance(match.pattern.frame, Frame) and match.pattern.frame.spoken,
        powers=is_between_powers(match, roles, scene),
        whose=owners,
    )


def _strength(reading: Reading, scene: Scene) -> float:
    """How much of what a frame can have is there, and how near to the main clause."""
    roles, match = reading.roles, reading.match
    score = 0.52 + 0.15 * bool(roles.actors) + 0.12 * bool(roles.recipients) + 0.08 * (match.pattern.size > 1)
    score += 0.12 if verbal(match.top, scene.line) else 0.0
    below = sum(1 for each in [match.top, *match.top.ancestors()] if each.has_rel(*_CLAUSES))
    return round(max(score - 0.07 * min(below, 3), 0.3), 2)


def trigger_of(match: Match) -> tuple[Token, ...]:
    """The matched tokens with the auxiliaries and pronouns of their verb, as far as they stand together."""
    top = match.top
    own = [child for child in top.children if child.base in ("aux", "cop", "expl") and child.i < top.i]
    tokens = sorted({top, *match.tokens, *own}, key=lambda token: token.i)
    near = [token for token in tokens if abs(token.i - top.i) <= _FAR]
    return tuple(near) or (top,)
