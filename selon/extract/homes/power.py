"""Homes by power: whom courts, police, rulers and rebels of a state judge, arrest, fight or speak for is of that state.

In: an event, the cast, the countries given so far, the places. Out: pairs of an actor's id and its country.
"""

from collections.abc import Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.events import event_lexicon
from selon.extract.homes.parties import MEETING, OVER, RULERS, Given, Pairs, country_of, is_of
from selon.lexicon.intervening import intervenes
from selon.model.actor import Actor
from selon.model.ontology import ActorKind, EventType, MentionForm, Mode, Sector
from selon.model.place import Place

# Whom these judge, arrest or fight is of their own state.
_POWERS = frozenset({Sector.JUD, Sector.COP, Sector.LEG})
_POLITICIANS = frozenset({Sector.GOV, Sector.LEG, Sector.OPP, Sector.PTY, Sector.ELI, Sector.JUD})
# What rulers do to their own people.
_RULING = (Mode.ARREST, Mode.CONVICT, Mode.RELEASE, Mode.RESTRICT, Mode.BAN, Mode.CENSOR, Mode.INVESTIGATE)
# Whoever these defy is of their own state, and those who are fought by rulers of that state's.
_DEFIANT = frozenset(
    {Sector.REB, Sector.OPP, Sector.LAB, Sector.EDU, Sector.AGR, Sector.JUD, Sector.COP, Sector.LEG, Sector.REL}
)
_FOUGHT = frozenset({Sector.REB, Sector.OPP, Sector.LAB})
_BODIES = (ActorKind.ORGANISATION, ActorKind.MEDIUM)
_COUNTING = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.HLH, Sector.JUD, Sector.LEG})


def by_power(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Of the state whose court, police or ruler does it, or whose rebels; police and courts are of that whose media,
    parties and firms they deal with."""
    country = country_of(draft.actors, cast, given)
    if country is None:
        bodies = [cast.actor(id).kind in _BODIES for id in draft.recipients]
        own = country_of(draft.recipients, cast, given) if bodies and all(bodies) and draft.type in OVER else None
        own = own or (country_of(draft.recipients, cast, given) if _holds_rulers(draft, cast) else None)
        yield from ((id, own) for id in draft.actors if own is not None and is_of(id, _POWERS | {Sector.MIL}, cast))
        return
    if _captured(draft) and all(is_of(id, {Sector.MIL}, cast) for id in draft.recipients):
        return  # soldiers are captured from others
    powers = draft.type in OVER and all(is_of(id, _POWERS, cast) for id in draft.actors)
    rebels = draft.type is EventType.ASSAULT and all(is_of(id, {Sector.REB}, cast) for id in draft.actors)
    pardons = draft.type is EventType.CONCEDE
    if powers or rebels or pardons or draft.mode in _RULING:
        yield from ((id, country) for id in draft.recipients)


def _captured(draft: Draft) -> bool:
    """Whether it is told as the capture of foes."""
    words = event_lexicon(draft.head.parse.lang).classes.get("capturing", frozenset())
    return any(not words.isdisjoint((each.lower, each.lemma.lower())) for each in (draft.head, *draft.found.trigger))


def _holds_rulers(draft: Draft, cast: Cast) -> bool:
    """Whether it is one who rules, makes laws or opposes that is arrested, tried or ousted: that is done at home."""
    politicians = (is_of(id, _POLITICIANS, cast) and cast.actor(id).kind is ActorKind.PERSON for id in draft.recipients)
    return draft.type in (EventType.COERCE, EventType.SANCTION) and bool(draft.recipients) and all(politicians)


def by_address(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Whom a government is asked about is its own: « a demandé à Alger de libérer le journaliste »."""
    if draft.type is not EventType.REQUEST or draft.mode is not Mode.YIELD:
        return
    country = country_of([id for id in draft.recipients if is_of(id, {Sector.GOV}, cast)], cast, given)
    yield from ((id, country) for id in draft.recipients if country is not None)


def by_quarrel(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Rebels, opponents, courts are of the state of those in power whom they deal with, and these of theirs."""
    if draft.type in MEETING:
        return
    others, doers = country_of(draft.recipients, cast, given), country_of(draft.actors, cast, given)
    strangers = any(_told_by_origin(cast.actor(id)) for id in draft.recipients)
    defied = others if not strangers and all(is_of(id, RULERS, cast) for id in draft.recipients) else None
    coup = draft.mode is Mode.SEIZE and all(is_of(id, {Sector.GOV}, cast) for id in draft.recipients)
    for id in draft.actors if defied is not None else ():
        if is_of(id, _DEFIANT, cast) or (coup and is_of(id, {Sector.MIL}, cast)):
            yield id, defied or ""
    rulers = bool(draft.actors) and all(is_of(id, RULERS, cast) for id in draft.actors)
    ruling = doers if rulers and not intervenes(doers) else None
    yield from ((id, ruling) for id in draft.recipients if ruling is not None and is_of(id, _FOUGHT, cast))


def _told_by_origin(actor: Actor) -> bool:
    """Whether people are told by nothing but where they are from, as is done of strangers: "arrested two Iranians"."""
    last = actor.mentions[0].text.split()[-1] if actor.mentions else ""
    return actor.kind is ActorKind.PEOPLE and last[:1].isupper() and actor.mentions[0].form is MentionForm.NOMINAL


def by_count(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Victims of nobody known are of the side that counts them."""
    if draft.type is not EventType.ASSAULT or draft.place is not None or country_of(draft.actors, cast, given):
        return
    sources = [cast.actor(link.actor) for link in draft.attribution if link.actor]
    told = {each.country for each in sources if each.country and _COUNTING.intersection(each.sectors[:1])}
    country = told.pop() if len(told) == 1 else None
    yield from ((id, country) for id in draft.recipients if country is not None)
