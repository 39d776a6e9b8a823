"""The parties of an event and what they are: of which sector, of which country; the kinds of event that tell of a home.

In: ids of actors, the cast, and the countries that events gave so far. Out: yes or no; a country, None on doubt.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.model.ontology import EventType, Sector
from selon.model.place import Place

Given = Mapping[str, str]
Pairs = Iterator[tuple[str, str]]
Way = Callable[[Draft, Cast, Given, Sequence[Place]], Pairs]
# At these, strangers are where the event happens.
MEETING = (EventType.CONSULT, EventType.COOPERATE, EventType.AGREE, EventType.SUPPORT)
# Only where these happen, officials, soldiers, rebels and firms without more are those of the place.
FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.RETREAT, EventType.MOBILIZE)
OVER = (EventType.COERCE, EventType.SANCTION, EventType.ACCUSE, EventType.ASSAULT, EventType.RETREAT, EventType.REJECT)
REACHING = frozenset({Sector.GOV, Sector.MIL, Sector.BUS, Sector.MED, Sector.REB})
RULERS = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.ELI, Sector.CVL})


def is_of(id: str, sectors: set[Sector] | frozenset[Sector], cast: Cast) -> bool:
    """Whether the actor's first sector is one of these."""
    return not sectors.isdisjoint(cast.actor(id).sectors[:1])


def country_of(ids: Sequence[str], cast: Cast, given: Given) -> str | None:
    """The only country of the actors that have one; None for none or several."""
    found = {cast.actor(id).country or given.get(id) for id in ids} - {None}
    return found.pop() if len(found) == 1 else None
