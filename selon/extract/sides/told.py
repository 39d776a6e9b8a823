"""What the sides of events are: of which countries, and who among them is of another one.

In: an event or ids of actors, and the cast. Out: countries, ids.
"""

from collections.abc import Iterable, Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.model.ontology import ActorKind, Sector

_STATES = (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY)


def countries_of(ids: Iterable[str], cast: Cast) -> set[str]:
    """The countries of the actors that have one."""
    return {country for each in ids if (country := cast.actor(each).country)}


def of_others(ids: Sequence[str], draft: Draft, cast: Cast) -> tuple[str, ...]:
    """Those that are not of the doers' own countries: Belgrade does not reject what Serbia says."""
    own = countries_of(draft.actors, cast)
    return tuple(each for each in ids if each not in draft.actors and cast.actor(each).country not in own)


def is_power(id: str, cast: Cast) -> bool:
    """Whether it is a state, acts for one, or is a body of states."""
    actor = cast.actor(id)
    return actor.kind in _STATES or bool({Sector.GOV, Sector.IGO, Sector.MIL} & set(actor.sectors))
