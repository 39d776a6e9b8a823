"""Sides that the words of an event leave to be understood (CODING, gold: an elided party is told by its usual name).

What is welcomed or condemned is what somebody has just done (`reactions`); a threat is made to whoever it depends on,
a refusal or a measure answers who acted against the doer before (`answers`); where the text plays between two states,
what one withdraws, breaks off or threatens is against the other (`story`); who uses force in another state does it to
that state, foreigners are arrested by the authorities there (`abroad`).
"""

from collections.abc import Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.sides.abroad import invaded, jailers
from selon.extract.sides.answers import answered, on_condition
from selon.extract.sides.reactions import beside, charged, done_below, reacted_to, takes_up
from selon.extract.sides.story import both, ending, facing, threatened, topic
from selon.extract.sides.told import is_power, of_others
from selon.model.ontology import EventType, Mode
from selon.parse.tree import Parse

# What is said of deeds told before, and words addressed to somebody.
_REACTIONS = (EventType.SUPPORT, EventType.ACCUSE, EventType.REJECT)
_WORDS = (*_REACTIONS, EventType.THREATEN, EventType.REQUEST)
# What is done because others did something before.
_ANSWERS = (EventType.REJECT, EventType.THREATEN, EventType.SANCTION)


def understood(drafts: Sequence[Draft], cast: Cast, parse: Parse) -> None:
    """Fills in the sides that are understood; drafts that name them, or where nothing tells, stay as they are."""
    ordered = sorted(drafts, key=lambda draft: draft.head.i)
    for draft in ordered:
        draft.actors = draft.actors or both(draft, ordered, cast)
        if draft.mode is Mode.EXPEL and draft.actors:  # a state expels no envoys of its own
            envoys = [id for each in draft.found.trigger for id in cast.at(each)]
            draft.recipients = of_others(draft.recipients, draft, cast) or of_others(envoys, draft, cast)
        if not draft.recipients:
            found = _other_side(draft, ordered, cast, parse)
            draft.recipients = tuple(each for each in found if not _only_tells(each, draft, cast))
        if not draft.actors:
            draft.actors = jailers(draft, cast, parse)


def _other_side(draft: Draft, ordered: Sequence[Draft], cast: Cast, parse: Parse) -> tuple[str, ...]:
    """Whom an event without another side is understood to be done to, by the surest way that tells anybody."""
    found = beside(draft, ordered) if draft.type in _WORDS else ()
    if not found and draft.type is EventType.ACCUSE:
        found = of_others(charged(draft, ordered), draft, cast)
    if not found and draft.type is EventType.THREATEN:
        found = on_condition(draft, cast)
    if not found and draft.type in _ANSWERS:
        found = answered(draft, ordered, cast)
        if draft.type is EventType.SANCTION:  # no visit is called off against rebels
            found = tuple(each for each in found if is_power(each, cast))
    if not found and draft.type in _REACTIONS:
        found = of_others(done_below(draft, ordered), draft, cast)
    if not found and draft.type in _REACTIONS and takes_up(draft.head, cast):
        found = of_others(reacted_to(draft, ordered), draft, cast) or facing(draft, cast, parse)
    if not found and draft.type is EventType.THREATEN:
        found = threatened(draft, cast, parse)
    if not found and ending(draft):
        found = facing(draft, cast, parse)
    return found or topic(draft, cast) or invaded(draft, cast, parse)


def _only_tells(id: str, draft: Draft, cast: Cast) -> bool:
    """Whether somebody is nothing in the text but the source of an event: no side of it is understood to be his."""
    told = cast.actor(id)
    if len(told.mentions) > 1 or all(link.actor != id for link in draft.attribution):
        return False
    return all(each is told or each.country != told.country for each in cast.actors)
