"""Homes by where an event or the whole text plays: the place, the towns of the sentence, the states of the text.

In: an event, the cast, the countries given so far, the places. Out: pairs of an actor's id and its country.
"""

from collections.abc import Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.homes.parties import FORCE, MEETING, REACHING, RULERS, Given, Pairs, country_of, is_of
from selon.model.ontology import ActorKind, EventType, Precision, Sector
from selon.model.place import Place
from selon.model.span import begun_in
from selon.parse.sentences import dateline_end

_PEOPLE = (ActorKind.PERSON, ActorKind.PEOPLE, ActorKind.UNNAMED)
_STATES = (ActorKind.STATE, ActorKind.GOVERNMENT)


def by_place(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Of the country where it happens."""
    if draft.place is None or draft.place.country is None or draft.type in MEETING:
        return
    for id in (*draft.actors, *draft.recipients):
        if draft.type in FORCE or not is_of(id, REACHING, cast):
            yield id, draft.place.country


def by_sentence(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Victims and those arrested are of the only country in which the towns and regions of the sentence lie."""
    if draft.place is not None or draft.type not in (EventType.ASSAULT, EventType.COERCE):
        return
    towns = [each for each in begun_in(places, draft.sentence) if each.precision is not Precision.COUNTRY]
    story = draft.sentence.start + dateline_end(draft.sentence.cut(draft.head.parse.text))
    named = {each.country for each in towns if each.span.start >= story and not each.text.isupper()}
    country = named.pop() if len(named) == 1 else None
    yield from ((id, country) for id in draft.recipients if country is not None and not is_of(id, REACHING, cast))


def by_two(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Rulers whom a state or capital deals with are of the only other state of the text: « Pékin a félicité le nouveau
    président »."""
    country = country_of(draft.actors, cast, given)
    states = all(cast.actor(id).kind in _STATES for id in draft.actors)
    if len(cast.countries.states) != 2 or country not in cast.countries.states or not states or draft.type in FORCE:
        return
    other = next(iter(cast.countries.states - {country}))
    people = [id for id in draft.recipients if cast.actor(id).kind in _PEOPLE]  # "parliament" may be the doer's own
    yield from ((id, other) for id in people if is_of(id, RULERS - {Sector.CVL}, cast))


def by_text(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Of the only country that the text names, if it plays there; people and local powers also of the one that it is
    about."""
    if draft.type in MEETING:
        return
    states = {cast.actor(id).country for id in draft.recipients if cast.actor(id).kind is ActorKind.STATE}
    foreign = draft.type not in FORCE and cast.countries.sole in states  # "the Senate voted sanctions on Iran"
    for id in (*(() if foreign else draft.actors), *draft.recipients):
        if cast.countries.sole is not None:
            yield id, cast.countries.sole
        elif cast.countries.own is not None and draft.type in FORCE and not is_of(id, REACHING, cast):
            yield id, cast.countries.own
