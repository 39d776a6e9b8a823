"""Sides by where things happen: whose force strikes in another state strikes that state, whoever is held there is held
by its authorities.

« a bombardé un dépôt près de Damas », "two Britons were arrested in Dubai".
"""

from collections.abc import Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.sides.told import countries_of
from selon.model.ontology import ActorKind, EventType, Mode, Precision
from selon.model.place import Place
from selon.parse.tree import Parse

# What only those do who have power over people.
_POWER = (Mode.ARREST, Mode.CONVICT, Mode.INVESTIGATE, Mode.DEPORT)
# Force that states use in other states, and where theirs alone is meant.
_ABROAD = (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT)
_AT_HOME = (Mode.RELEASE, Mode.RETURN, Mode.RESIGN, Mode.ARREST, Mode.MISINFORM, Mode.CEASEFIRE)
_PLACES = (ActorKind.STATE, ActorKind.PLACE, ActorKind.GOVERNMENT)


def invaded(draft: Draft, cast: Cast, parse: Parse) -> tuple[str, ...]:
    """The state where those of other states use or station force (« a bombardé un dépôt près de Damas »)."""
    if draft.type not in _ABROAD or draft.mode in _AT_HOME:
        return ()
    countries = {cast.actor(each).country for each in draft.actors}
    abroad = draft.place is not None and bool(countries) and not countries & {draft.place.country, None}
    return _state_of(draft.place, cast, parse, draft.actors) if abroad else ()


def jailers(draft: Draft, cast: Cast, parse: Parse) -> tuple[str, ...]:
    """The state where somebody of another one is arrested, tried or expelled by nobody named."""
    if draft.mode not in _POWER or draft.found.nominal or not draft.recipients or draft.place is None:
        return ()
    people = draft.recipients
    own = draft.place.country in countries_of(people, cast) or any(cast.is_open(each) for each in people)
    return () if own else _state_of(draft.place, cast, parse, people)


def _state_of(place: Place | None, cast: Cast, parse: Parse, others: Sequence[str]) -> tuple[str, ...]:
    """The state in which a place lies, by the actor that its name stands for; () where it lies in none."""
    if place is None or place.country is None or place.precision is Precision.SEA:
        return ()
    found = [cast.site(token) or cast.host(token) or cast.at(token) for token in parse.tokens_in(place.span)]
    ids = [id for each in found for id in each if cast.actor(id).country == place.country]
    return tuple(id for id in ids if cast.actor(id).kind in _PLACES and id not in others)[:1]
