"""Countries that an event gives those of its parties whose own words and surroundings give none (CODING, case 12).

Local people, police, courts, soldiers are of the country where the event happens; whom a state's court, police or ruler
judges, arrests or frees is its own; victims whom nobody else claims are of the side that counts them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.lexicon.intervening import intervenes
from selon.model.ontology import ActorKind, EventType, MentionForm, Mode, Precision, Sector
from selon.model.place import Place
from selon.model.span import begun_in

Given = Mapping[str, str]
Pairs = Iterator[tuple[str, str]]
Way = Callable[[Draft, Cast, Given, Sequence[Place]], Pairs]

# At these, strangers are where the event happens.
_MEETING = (EventType.CONSULT, EventType.COOPERATE, EventType.AGREE, EventType.SUPPORT)
# Only where these happen, officials, soldiers, rebels and firms without more are those of the place.
_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.RETREAT, EventType.MOBILIZE)
_REACHING = frozenset({Sector.GOV, Sector.MIL, Sector.BUS, Sector.MED, Sector.REB})
# Whom these judge, arrest or fight is of their own state.
_POWERS = frozenset({Sector.JUD, Sector.COP, Sector.LEG})
_OVER = (EventType.COERCE, EventType.SANCTION, EventType.ACCUSE, EventType.ASSAULT, EventType.RETREAT, EventType.REJECT)
_POLITICIANS = frozenset({Sector.GOV, Sector.LEG, Sector.OPP, Sector.PTY, Sector.ELI, Sector.JUD})
# What rulers do to their own people.
_RULING = (Mode.ARREST, Mode.CONVICT, Mode.RELEASE, Mode.RESTRICT, Mode.BAN, Mode.CENSOR, Mode.INVESTIGATE)
# Whoever these defy is of their own state, and those who are fought by rulers of that state's.
_DEFIANT = frozenset(
    {Sector.REB, Sector.OPP, Sector.LAB, Sector.EDU, Sector.AGR, Sector.JUD, Sector.COP, Sector.LEG, Sector.REL}
)
_FOUGHT = frozenset({Sector.REB, Sector.OPP, Sector.LAB})
_RULERS = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.ELI, Sector.CVL})
_PEOPLE = (ActorKind.PERSON, ActorKind.PEOPLE, ActorKind.UNNAMED)
_STATES = (ActorKind.STATE, ActorKind.GOVERNMENT)
_BODIES = (ActorKind.ORGANISATION, ActorKind.MEDIUM)
# Who lives under those in power, and who they are.
_PEOPLE_OF = frozenset(
    {Sector.CVL, Sector.OPP, Sector.LAB, Sector.EDU, Sector.AGR, Sector.REL, Sector.MED, Sector.PTY, Sector.HLH,
     Sector.BUS, Sector.ELI}
)  # fmt: skip
_IN_POWER = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.SPY, Sector.OPP, Sector.PTY})
_FORCES = frozenset({Sector.MIL, Sector.COP, Sector.REB})
_HURTING = (EventType.COERCE, EventType.ASSAULT, EventType.SANCTION)
_COUNTING = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.HLH, Sector.JUD, Sector.LEG})


def at_home(drafts: Sequence[Draft], cast: Cast, places: Sequence[Place]) -> Cast:
    """The cast with the countries that events give; to nobody where two events say two countries."""
    given: dict[str, str] = {}
    for way in _WAYS:
        found: dict[str, set[str]] = {}
        for draft in drafts:
            for id, country in way(draft, cast, given, places):
                if id not in given and cast.is_open(id):
                    found.setdefault(id, set()).add(country)
        given |= {id: countries.pop() for id, countries in found.items() if len(countries) == 1}
    return cast.with_countries(given)


def _by_place(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Of the country where it happens."""
    if draft.place is None or draft.place.country is None or draft.type in _MEETING:
        return
    for id in (*draft.actors, *draft.recipients):
        if draft.type in _FORCE or not _is(id, _REACHING, cast):
            yield id, draft.place.country


def _by_sentence(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Victims and those arrested are of the only country in which the towns and regions of the sentence lie."""
    if draft.place is not None or draft.type not in (EventType.ASSAULT, EventType.COERCE):
        return
    named = {each.country for each in begun_in(places, draft.sentence) if each.precision is not Precision.COUNTRY}
    country = named.pop() if len(named) == 1 else None
    yield from ((id, country) for id in draft.recipients if country is not None and not _is(id, _REACHING, cast))


def _by_power(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Of the state whose court, police or ruler does it, or whose rebels; police and courts are of that whose media,
    parties and firms they deal with."""
    country = _country(draft.actors, cast, given)
    if country is None:
        bodies = [cast.actor(id).kind in _BODIES for id in draft.recipients]
        own = _country(draft.recipients, cast, given) if bodies and all(bodies) and draft.type in _OVER else None
        own = own or (_country(draft.recipients, cast, given) if _holds_rulers(draft, cast) else None)
        yield from ((id, own) for id in draft.actors if own is not None and _is(id, _POWERS | {Sector.MIL}, cast))
        return
    powers = draft.type in _OVER and all(_is(id, _POWERS, cast) for id in draft.actors)
    rebels = draft.type is EventType.ASSAULT and all(_is(id, {Sector.REB}, cast) for id in draft.actors)
    pardons = draft.type is EventType.CONCEDE
    if powers or rebels or pardons or draft.mode in _RULING:
        yield from ((id, country) for id in draft.recipients)


def _holds_rulers(draft: Draft, cast: Cast) -> bool:
    """Whether it is one who rules, makes laws or opposes that is arrested, tried or ousted: that is done at home."""
    politicians = (_is(id, _POLITICIANS, cast) and cast.actor(id).kind is ActorKind.PERSON for id in draft.recipients)
    return draft.type in (EventType.COERCE, EventType.SANCTION) and bool(draft.recipients) and all(politicians)


def _by_address(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Whom a government is asked about is its own: « a demandé à Alger de libérer le journaliste »."""
    if draft.type is not EventType.REQUEST or draft.mode is not Mode.YIELD:
        return
    country = _country([id for id in draft.recipients if _is(id, {Sector.GOV}, cast)], cast, given)
    yield from ((id, country) for id in draft.recipients if country is not None)


def _by_quarrel(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Rebels, opponents, courts are of the state of those in power whom they deal with, and these of theirs."""
    if draft.type in _MEETING:
        return
    others, doers = _country(draft.recipients, cast, given), _country(draft.actors, cast, given)
    defied = others if all(_is(id, _RULERS, cast) for id in draft.recipients) else None
    coup = draft.mode is Mode.SEIZE and all(_is(id, {Sector.GOV}, cast) for id in draft.recipients)
    for id in draft.actors if defied is not None else ():
        if _is(id, _DEFIANT, cast) or (coup and _is(id, {Sector.MIL}, cast)):
            yield id, defied or ""
    rulers = bool(draft.actors) and all(_is(id, _RULERS, cast) for id in draft.actors)
    ruling = doers if rulers and not intervenes(doers) else None
    yield from ((id, ruling) for id in draft.recipients if ruling is not None and _is(id, _FOUGHT, cast))


def _by_count(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Victims of nobody known are of the side that counts them."""
    if draft.type is not EventType.ASSAULT or draft.place is not None or _country(draft.actors, cast, given):
        return
    sources = [cast.actor(link.actor) for link in draft.attribution if link.actor]
    told = {each.country for each in sources if each.country and _COUNTING.intersection(each.sectors[:1])}
    country = told.pop() if len(told) == 1 else None
    yield from ((id, country) for id in draft.recipients if country is not None)


def _by_two(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Rulers whom a state or capital deals with are of the only other state of the text: « Pékin a félicité le nouveau
    président »."""
    country = _country(draft.actors, cast, given)
    states = all(cast.actor(id).kind in _STATES for id in draft.actors)
    if len(cast.countries.states) != 2 or country not in cast.countries.states or not states or draft.type in _FORCE:
        return
    other = next(iter(cast.countries.states - {country}))
    people = [id for id in draft.recipients if cast.actor(id).kind in _PEOPLE]  # "parliament" may be the doer's own
    yield from ((id, other) for id in people if _is(id, _RULERS - {Sector.CVL}, cast))


def _by_text(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Of the only country that the text names, if it plays there; people and local powers also of the one that it is
    about."""
    if draft.type in _MEETING:
        return
    states = {cast.actor(id).country for id in draft.recipients if cast.actor(id).kind is ActorKind.STATE}
    foreign = draft.type not in _FORCE and cast.countries.sole in states  # "the Senate voted sanctions on Iran"
    for id in (*(() if foreign else draft.actors), *draft.recipients):
        if cast.countries.sole is not None:
            yield id, cast.countries.sole
        elif cast.countries.own is not None and draft.type in _FORCE and not _is(id, _REACHING, cast):
            yield id, cast.countries.own


def _by_people(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """In a text of one country: those in power whom its people, parties or unions deal with are its own, and those who
    deal with its officials (« les enseignants jordaniens … le gouvernement », "the army … the Honduran president")."""
    alone = cast.countries.alone
    if alone is None or any(cast.actor(id).kind is ActorKind.STATE for id in (*draft.actors, *draft.recipients)):
        return
    doers, others = _country(draft.actors, cast, given), _country(draft.recipients, cast, given)
    if doers == alone and all(_is(id, _PEOPLE_OF | {Sector.REB}, cast) for id in draft.actors):
        yield from ((id, alone) for id in draft.recipients if _is(id, _IN_POWER, cast))
    settled = _PEOPLE_OF - {Sector.CVL}  # civilians of a state may be abroad: "police arrested two Chinese"
    if others == alone and draft.type in _OVER and all(_is(id, settled, cast) for id in draft.recipients):
        yield from ((id, alone) for id in draft.actors if _is(id, {Sector.COP, Sector.JUD, Sector.MIL}, cast))
    known = [id for id in draft.recipients if cast.actor(id).country]
    if others == alone and all(_is(id, _IN_POWER, cast) and not _seated(id, cast) for id in known):
        yield from ((id, alone) for id in draft.actors if not (_is(id, _FORCES, cast) and _struck(draft, cast)))


def _seated(id: str, cast: Cast) -> bool:
    """Whether it is a government told only by its capital: anybody may deal with that."""
    actor = cast.actor(id)
    return actor.kind is ActorKind.GOVERNMENT and all(each.form is MentionForm.NAME for each in actor.mentions)


def _struck(draft: Draft, cast: Cast) -> bool:
    """Whether soldiers or police are attacked: by another side."""
    return draft.type is EventType.ASSAULT and any(_is(id, _FORCES, cast) for id in draft.recipients)


def _by_rulers(draft: Draft, cast: Cast, given: Given, places: Sequence[Place]) -> Pairs:
    """Those whom the forces or rulers of a state hurt, hold or bar are its own people, where the text names no other
    state and it is none that fights elsewhere."""
    country = _country(draft.actors, cast, given)
    if country is None or intervenes(country) or cast.countries.alone != country or draft.type not in _HURTING:
        return
    if all(_is(id, _RULERS - {Sector.CVL}, cast) or cast.actor(id).kind is ActorKind.STATE for id in draft.actors):
        yield from ((id, country) for id in draft.recipients if _is(id, _PEOPLE_OF - {Sector.PTY}, cast))


def _is(id: str, sectors: set[Sector] | frozenset[Sector], cast: Cast) -> bool:
    """Whether the actor's first sector is one of these."""
    return not sectors.isdisjoint(cast.actor(id).sectors[:1])


def _country(ids: Sequence[str], cast: Cast, given: Given) -> str | None:
    """The only country of the actors that have one; None for none or several."""
    found = {cast.actor(id).country or given.get(id) for id in ids} - {None}
    return found.pop() if len(found) == 1 else None


_WAYS: tuple[Way, ...] = (
    _by_place, _by_sentence, _by_power, _by_address, _by_quarrel, _by_count, _by_two, _by_text, _by_people, _by_rulers,
)  # fmt: skip
