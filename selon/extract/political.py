"""Which events are political: a party to them is more than a private person or a name without a function."""

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.model.actor import Actor
from selon.model.ontology import EventType, Sector

# What private persons do to each other in words and deeds of these types is their own affair.
_PRIVATE_TYPES = (
    EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID,
    EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN,
)  # fmt: skip
_PRIVATE_SECTORS = {Sector.CVL, Sector.EDU, Sector.HLH}


def is_political(draft: Draft, cast: Cast) -> bool:
    """Whether a party has a code, and for talk and help one of a country or of a sector that does politics."""
    parties = [cast.actor(each) for each in (*draft.actors, *draft.recipients)]
    if not any(each.code for each in parties):
        return False
    return draft.type not in _PRIVATE_TYPES or not all(_private(each) for each in parties)


def _private(actor: Actor) -> bool:
    return actor.country is None and set(actor.sectors) <= _PRIVATE_SECTORS
