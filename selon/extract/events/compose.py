"""From matches to events: the best reading of each word, and intents combined with the deeds in their complements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from selon.extract.events.frames import Act, EventLexicon, Frame, Intent, Need
from selon.extract.events.match import Match
from selon.extract.events.roles import Roles, Who, fill
from selon.model.ontology import Context, EventType, Mode
from selon.parse.clause import is_verb
from selon.parse.tree import Token

_FAR = 6


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event of one sentence before time, place, source and factuality are known.

    `head` is the token that anchors it in the tree, `trigger` the tokens of its wording, `deed` the head of the deed
    that an intent governs (the head itself otherwise).
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
    confidence: float
    nominal: bool
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    match: Match
    roles: Roles


def readings(matches: Iterable[Match], who: Who) -> tuple[list[_Reading], list[_Reading]]:
    """The best deeds and intents of a sentence: of two patterns over the same word the larger one counts."""
    ranked = sorted(matches, key=lambda match: (-match.pattern.size, -len(match.tokens), match.top.i))
    deeds: list[_Reading] = []
    intents: list[_Reading] = []
    taken: dict[int, int] = {}
    for match in ranked:
        heads = [token.i for token in match.tokens]
        if any(taken.get(i, 0) >= match.pattern.size for i in heads):
            continue
        reading = _Reading(match, fill(match, who))
        if not _complete(reading, match):
            continue
        for i in heads:
            taken[i] = max(taken.get(i, 0), match.pattern.size)
        (intents if isinstance(match.pattern.frame, Intent) else deeds).append(reading)
    return deeds, intents


def _complete(reading: _Reading, match: Match) -> bool:
    needs, roles = match.pattern.frame.needs, reading.roles
    return not (
        (Need.ACTOR in needs and not roles.actors)
        or (Need.RECIPIENT in needs and not roles.recipients)
        or (Need.BOTH in needs and not (roles.actors and roles.recipients))
        or (Need.EITHER in needs and not (roles.actors or roles.recipients))
        or (Need.PLURAL in needs and len({*roles.actors, *roles.recipients}) < 2)
        or (Need.COMPLEMENT in needs and not roles.arguments.complements)
    )


def events_of(matches: Iterable[Match], who: Who, lexicon: EventLexicon) -> list[FoundEvent]:
    """The events of one sentence, in text order."""
    deeds, intents = readings(matches, who)
    found = [_deed(reading) for reading in deeds if _told(reading)]
    for reading in sorted(intents, key=lambda each: -_depth(each.match.top)):
        found = _combine(reading, found, lexicon)
    return sorted(_once(found), key=lambda event: (event.head.i, event.rule))


def _told(reading: _Reading) -> bool:
    """Whether a deed is told: a bare noun without a verb to carry it counts only with doer and target."""
    roles = reading.roles
    if is_verb(reading.match.top) or reading.match.top.first("cop") is not None:
        return bool(roles.actors or roles.recipients)
    if roles.supported:
        return bool(roles.actors or roles.recipients)
    return bool(roles.actors and roles.recipients)


def _deed(reading: _Reading) -> FoundEvent:
    match, roles = reading.match, reading.roles
    frame = match.pattern.frame
    assert isinstance(frame, Frame)
    return FoundEvent(
        type=frame.type,
        mode=frame.mode,
        contexts=frame.contexts,
        cameo=frame.cameo,
        rule=f"{match.top.parse.lang}.events.{frame.id}",
        head=match.top,
        deed=match.top,
        trigger=_trigger(match),
        actors=roles.actors,
        recipients=roles.recipients,
        confidence=_confidence(reading),
        nominal=not is_verb(match.top),
        needs=frame.needs,
    )


def _confidence(reading: _Reading) -> float:
    """How much of what a frame can have is there; found by reading errors on the bundled articles, no probability."""
    roles, size = reading.roles, reading.match.pattern.size
    score = 0.5 + 0.15 * bool(roles.actors) + 0.15 * bool(roles.recipients) + 0.1 * (size > 1)
    return round(score + (0.09 if is_verb(reading.match.top) else 0.0), 2)


def _trigger(match: Match) -> tuple[Token, ...]:
    """The matched tokens with the auxiliaries and pronouns of their verb, as far as they stand together."""
    top = match.top
    own = [child for child in top.children if child.base in ("aux", "cop", "expl") and child.i < top.i]
    tokens = sorted({*match.tokens, *own}, key=lambda token: token.i)
    near = [token for token in tokens if abs(token.i - top.i) <= _FAR]
    return tuple(near) or (top,)


def _combine(reading: _Reading, found: list[FoundEvent], lexicon: EventLexicon) -> list[FoundEvent]:
    """The events with an intent applied to the nearest deed in its complement, or standing alone."""
    match = reading.match
    intent = match.pattern.frame
    assert isinstance(intent, Intent)
    deed = _deed_below(match, reading.roles, found)
    if deed is not None:
        composed = lexicon.composed.get((intent.act, deed.type))
        if composed is None:
            return found
        event = replace(
            _alone(reading, composed.type, composed.cameo, composed.mode),
            deed=deed.deed,
            contexts=deed.contexts,
            actors=reading.roles.actors,
            recipients=_recipients(intent.act, reading, deed),
        )
        return [*(each for each in found if each is not deed), event] if event.actors or event.recipients else found
    if intent.alone is None or intent.cameo is None or not (reading.roles.actors or reading.roles.recipients):
        return found
    return [*found, _alone(reading, intent.alone, intent.cameo, intent.mode)]


def _alone(reading: _Reading, type_: EventType, cameo: str, mode: Mode | None) -> FoundEvent:
    match, roles = reading.match, reading.roles
    return FoundEvent(
        type=type_,
        mode=mode,
        contexts=(),
        cameo=cameo,
        rule=f"{match.top.parse.lang}.events.{match.pattern.frame.id}",
        head=match.top,
        deed=match.top,
        trigger=_trigger(match),
        actors=roles.actors,
        recipients=roles.recipients,
        confidence=_confidence(reading),
        nominal=not is_verb(match.top),
        needs=match.pattern.frame.needs,
    )


def _recipients(act: Act, reading: _Reading, deed: FoundEvent) -> tuple[str, ...]:
    """Whom a promise, refusal, demand or threat is made to: who is addressed, else who the deed is about."""
    own = reading.roles.recipients
    doers = tuple(each for each in deed.actors if each not in reading.roles.actors)
    targets = tuple(each for each in deed.recipients if each not in reading.roles.actors)
    if act is Act.DEMAND:
        return own or doers or targets
    if act in (Act.REFUSE, Act.HALT):
        return targets or own or doers
    return own or targets


def _deed_below(match: Match, roles: Roles, found: Sequence[FoundEvent]) -> FoundEvent | None:
    """The deed that an intent governs: in its complement or object, nearest to it, and not past another clause."""
    top = match.top
    inside = {token.i for token in match.tokens}
    best: tuple[int, FoundEvent] | None = None
    for event in found:
        if event.head.i in inside:
            continue
        distance = _distance(event.head, top, inside)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, event)
    return best[1] if best is not None else None


def _distance(deed: Token, top: Token, inside: set[int]) -> int | None:
    """Steps from the deed up to the intent; None where another clause or a relative clause lies between."""
    token = deed
    for step in range(1, 8):
        if token.rel in ("acl:relcl", "parataxis") or token.base in ("nsubj", "csubj"):
            return None
        if token.base in ("advcl",) and step > 1:
            return None
        if token.base == "conj" and token.head is not None and is_verb(token) and token.head.i == top.i:
            return None
        head = token.head
        if head is None:
            return None
        if head.i == top.i or head.i in inside:
            return None if token.base == "advcl" and token.first("mark") is None else step
        token = head
    return None


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors())


def _once(events: Iterable[FoundEvent]) -> list[FoundEvent]:
    """One event for two readings of the same deed: same type, doers and targets on the same or a governed trigger."""
    kept: list[FoundEvent] = []
    for event in sorted(events, key=lambda each: -each.confidence):
        double = any(
            event.type is other.type
            and (event.head is other.head or event.head in other.trigger or other.head in event.trigger)
            for other in kept
        )
        if not double:
            kept.append(event)
    return kept
