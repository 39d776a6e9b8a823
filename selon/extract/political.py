"""Which events are political: a party to them is more than a private person or a name without a function.

Violence counts without a party where a place or its victims are told.
"""

from collections.abc import Collection, Iterable, Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.events import Need, event_lexicon
from selon.model.actor import Actor
from selon.model.ontology import ActorKind, EventType, MentionForm, Mode, QuantityOf, Sector
from selon.model.place import Place

# What private persons do to each other in words and deeds of these types is their own affair.
_PRIVATE_TYPES = (
    EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID,
    EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN,
)  # fmt: skip
# What a company does in these ways to nobody that is told is its own business.
_OWN_AFFAIRS = (EventType.AGREE, EventType.CONCEDE, EventType.REJECT, EventType.RETREAT)
# Of these, what people without office do with and for people of their own country.
_KIND_TYPES = (EventType.AID, EventType.SUPPORT, EventType.CONSULT, EventType.AGREE)
_FORCE = (EventType.COERCE, EventType.SANCTION, EventType.ASSAULT)
_ARMED = {Sector.MIL, Sector.COP, Sector.REB, Sector.UAF, Sector.CRM}
# Who acts with the authority of a state.
_RULING = {Sector.GOV, Sector.JUD}
# Armed, and of no state.
_ARMED_OUTSIDE = {Sector.REB, Sector.UAF, Sector.CRM}
_BEARING = (ActorKind.ARMED_GROUP, ActorKind.MILITARY)
_VICTIMS = {QuantityOf.KILLED, QuantityOf.WOUNDED}
# Classes of words of violence.
_VIOLENT = ("attack", "war", "deadly", "violence")
# So many sentences before a death the violence stands that it comes of.
_BACK = 2
_PRIVATE_SECTORS = {Sector.CVL, Sector.EDU, Sector.HLH}
# Of these, people whose country nothing says are private too; their bodies with a name are not.
_TRADES = {*_PRIVATE_SECTORS, Sector.LAB, Sector.AGR, Sector.REL, Sector.MED, Sector.BUS}
# Of these, bodies without a name are private too: "the bank agreed to lend the couple …".
_PRIVATE_BODIES = {*_PRIVATE_SECTORS, Sector.REL, Sector.BUS}
_PEOPLE = (ActorKind.PERSON, ActorKind.PEOPLE, ActorKind.UNNAMED)


def is_political(draft: Draft, cast: Cast) -> bool:
    """Whether a party has a code, and for talk and help one of a country or of a sector that does politics."""
    parties = [cast.actor(each) for each in (*draft.actors, *draft.recipients)]
    if Need.PUBLIC in draft.found.needs and not draft.actors:
        return True
    if not any(each.code for each in parties):
        return draft.found.powers or bool({Need.SOMEWHERE, Need.PUBLIC} & set(draft.found.needs))
    doers = [cast.actor(each) for each in draft.actors]
    if draft.type in _KIND_TYPES and doers and draft.recipients and _are_neighbours(parties):
        return False  # "parents had to care for their children"
    if draft.mode is Mode.VISIT and doers and all(each.sectors and _private(each) for each in doers):
        return False  # "her father had come to Nairobi in 1938"
    if draft.mode is Mode.VISIT and doers and all(_patrols(each, draft, cast) for each in doers):
        return False  # « des équipages de la gendarmerie se rendaient à Torcé »
    if draft.type in _OWN_AFFAIRS and doers and not draft.recipients and all(_trades(each) for each in doers):
        return False  # « le groupe envisage de supprimer 468 postes »
    return draft.type not in _PRIVATE_TYPES or not all(_private(each) for each in parties)


def _patrols(doer: Actor, draft: Draft, cast: Cast) -> bool:
    """Whether police or private people go somewhere in their own country."""
    homes = {cast.actor(each).country for each in draft.recipients}
    return doer.sectors[:1] in ((Sector.COP,), (Sector.CVL,)) and homes <= {doer.country, None}


def _trades(actor: Actor) -> bool:
    return actor.sectors[:1] == (Sector.BUS,)


def _are_neighbours(parties: Sequence[Actor]) -> bool:
    """Whether all are private people of one country."""
    people = all(each.kind in _PEOPLE and each.sectors and set(each.sectors) <= _PRIVATE_SECTORS for each in parties)
    return people and len({each.country for each in parties}) == 1


def without_scenes(draft: Draft, towns: Collection[str]) -> None:
    """Takes towns out of those who do force or are accused: « l'attentat de Nice » was there, and not by it."""
    if draft.type in _FORCE:
        draft.actors = tuple(each for each in draft.actors if each not in towns)
    elif draft.type is EventType.ACCUSE:
        draft.recipients = tuple(each for each in draft.recipients if each not in towns)


def victims(drafts: Iterable[Draft], cast: Cast) -> set[str]:
    """Those to whom force is done, by nobody known or by more than a private person; a person among them is a civilian.

    CODING, case 12.
    """
    found: set[str] = set()
    for draft in drafts:
        if draft.type in _FORCE and (not draft.actors or any(cast.actor(each).code for each in draft.actors)):
            found.update(draft.recipients)
    return found


def _is_located(draft: Draft, cast: Cast, places: Sequence[Place]) -> bool:
    """Whether armed force is told beside a place or somebody of politics: « près du domicile de l'opposant »."""
    if draft.type not in (EventType.ASSAULT, EventType.MOBILIZE, EventType.RETREAT):
        return False
    sentence = draft.head.sentence
    near = (cast.actor(id) for token in sentence.tokens for id in cast.at(token))
    return any(sentence.span.covers(each.span) for each in places) or any(
        each.code and not _private(each) for each in near
    )


def _private(actor: Actor) -> bool:
    named = any(mention.form is MentionForm.NAME for mention in actor.mentions)
    private = _TRADES if actor.kind in _PEOPLE else _PRIVATE_SECTORS if named else _PRIVATE_BODIES
    return actor.country is None and set(actor.sectors) <= private


def meets(actor: Actor, need: Need) -> bool:
    """Whether the actor is what a frame needs its doer to be: bearing arms as a state does, or a state's authority."""
    if actor.kind is ActorKind.STATE:
        return True
    if need is Need.ARMED:
        return actor.kind in _BEARING or bool(_ARMED & set(actor.sectors))
    return need is Need.STATE and bool(_RULING & set(actor.sectors))


def strikes(doers: Sequence[Actor], place: Actor) -> bool:
    """Whether what doers do to a thing in a state is done to others: they are of another, or no authority of it."""
    at_home = [each for each in doers if each.country == place.country and not _ARMED_OUTSIDE & set(each.sectors)]
    return place.kind in (ActorKind.STATE, ActorKind.PLACE) and not at_home


def is_borne_out(draft: Draft, drafts: Sequence[Draft], cast: Cast, places: Sequence[Place]) -> bool:
    """Whether a deed without parties has what its frame asks of the text around it: victims, a place, somebody of
    politics near by; for a death other violence.
    """
    needs = draft.found.needs
    if _is_of_mishap(draft, drafts):
        return False
    if Need.SOMEWHERE in needs and not (draft.actors or draft.recipients or draft.place):
        if draft.mode is Mode.OBSTRUCT:  # « des routes coupées car les sols sont gorgés d'eau »
            return any(other.type is EventType.PROTEST and other is not draft for other in drafts)
        told = sum(token.pos in ("NOUN", "VERB") for token in draft.found.trigger) > 1  # « une bombe explosait »
        return told or any(each.what in _VICTIMS for each in draft.quantities) or _is_located(draft, cast, places)
    if Need.VIOLENCE not in needs or any(_is_violence_before(each, draft) for each in drafts):
        return True
    classes = event_lexicon(draft.head.parse.lang).classes
    violence = classes.get("attack", frozenset()) | classes.get("war", frozenset())
    return any(token.lemma.lower() in violence for token in draft.head.sentence.tokens)


def _is_of_mishap(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether people were hurt by nobody in a passage that tells of a misfortune and of no violence: « Un gendarme a
    été blessé. Le militaire réglait la circulation après un accident »."""
    if draft.type is not EventType.ASSAULT or draft.actors or draft.found.nominal:
        return False
    classes, here = event_lexicon(draft.head.parse.lang).classes, draft.head.sentence_i
    hurt = any(each.what in _VICTIMS for each in draft.quantities)
    if not hurt and draft.head.lemma.lower() not in classes.get("harm", frozenset()):
        return False
    near = draft.head.parse.sentences[max(here - _BACK, 0) : here + _BACK + 1]
    words = {token.lemma.lower() for sentence in near for token in sentence.tokens if token.pos in ("NOUN", "VERB")}
    violence = frozenset[str]().union(*(classes.get(name, frozenset()) for name in _VIOLENT))
    others = [each for each in drafts if each is not draft and each.type is EventType.ASSAULT and each.actors]
    near_by = any(abs(each.head.sentence_i - here) <= _BACK for each in others)
    return not words.isdisjoint(classes.get("misfortune", frozenset())) and words.isdisjoint(violence) and not near_by


def _is_violence_before(other: Draft, draft: Draft) -> bool:
    if other.type is not EventType.ASSAULT or Need.VIOLENCE in other.found.needs:
        return False
    return 0 <= draft.head.sentence_i - other.head.sentence_i <= _BACK
