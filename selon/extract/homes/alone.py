"""Homes in a text that names one state alone: its people and those in power over them are of it.

In: an event, the cast, the countries given so far, the places. Out: pairs of an actor's id and its country.
"""

from collections.abc import Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.homes.parties import OVER, RULERS, Given, Pairs, country_of, is_of
from selon.lexicon.intervening import intervenes
from selon.model.ontology import ActorKind, EventType, MentionForm, Sector
from selon.model.place import Place

# Who lives under those in power, and who they are.
_PEOPLE_OF = frozenset(
    {Sector.CVL, Sector.OPP, Sector.LAB, Sector.EDU, Sector.AGR, Sector.REL, Sector.MED, Sector.PTY, Sector.HLH,
     Sector.BUS, Sector.ELI}
)  # fmt: skip
_IN_POWER = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.SPY, Sector.OPP, Sector.PTY})
# Who rules people and not other states.
_POLICING = frozenset({Sector.COP, Sector.JUD, Sector.SPY, Sector.LEG})
_FORCES = frozenset({Sector.MIL, Sector.COP, Sector.REB})
_HURTING = (EventType.COERCE, EventType.ASSAULT, EventType.SANCTION)


def by_rule(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """In a text of one country that tells of those in power there: its police, courts and services are its own."""
    alone = cast.countries.alone
    powers = [each for each in cast.actors if each.country == alone and is_of(each.id, _IN_POWER, cast)]
    if alone is None or draft.type not in OVER or not (powers or cast.own_state):
        return
    yield from ((id, alone) for id in draft.actors if is_of(id, _POLICING, cast))


def by_people(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """In a text of one country: those in power whom its people, parties or unions deal with are its own, and those who
    deal with its officials (« les enseignants jordaniens … le gouvernement », "the army … the Honduran president")."""
    alone = cast.countries.alone
    if alone is None or any(cast.actor(id).kind is ActorKind.STATE for id in (*draft.actors, *draft.recipients)):
        return
    doers, others = country_of(draft.actors, cast, given), country_of(draft.recipients, cast, given)
    if doers == alone and all(is_of(id, _PEOPLE_OF | {Sector.REB}, cast) for id in draft.actors):
        yield from ((id, alone) for id in draft.recipients if is_of(id, _IN_POWER, cast))
    settled = _PEOPLE_OF - {Sector.CVL}  # civilians of a state may be abroad: "police arrested two Chinese"
    if others == alone and draft.type in OVER and all(is_of(id, settled, cast) for id in draft.recipients):
        yield from ((id, alone) for id in draft.actors if is_of(id, {Sector.COP, Sector.JUD, Sector.MIL}, cast))
    known = [id for id in draft.recipients if cast.actor(id).country]
    if others == alone and all(is_of(id, _IN_POWER, cast) and not _seated(id, cast) for id in known):
        yield from ((id, alone) for id in draft.actors if not (is_of(id, _FORCES, cast) and _struck(draft, cast)))


def _seated(id: str, cast: Cast) -> bool:
    """Whether it is a government told only by its capital: anybody may deal with that."""
    actor = cast.actor(id)
    return actor.kind is ActorKind.GOVERNMENT and all(each.form is MentionForm.NAME for each in actor.mentions)


def _struck(draft: Draft, cast: Cast) -> bool:
    """Whether soldiers or police are attacked: by another side."""
    return draft.type is EventType.ASSAULT and any(is_of(id, _FORCES, cast) for id in draft.recipients)


def by_rulers(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Those whom the forces or rulers of a state hurt, hold or bar are its own people, where the text names no other
    state and it is none that fights elsewhere."""
    country = country_of(draft.actors, cast, given)
    if country is None or intervenes(country) or cast.countries.alone != country or draft.type not in _HURTING:
        return
    if all(is_of(id, RULERS - {Sector.CVL}, cast) or cast.actor(id).kind is ActorKind.STATE for id in draft.actors):
        yield from ((id, country) for id in draft.recipients if is_of(id, _PEOPLE_OF - {Sector.PTY}, cast))
