"""The reader: one document in, one record out. The order of the steps can be read here, and only here."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from selon.extract.actors import Cast, find_actors
from selon.extract.assemble import assemble
from selon.extract.attribution import Reports, find_reports
from selon.extract.confidence import rate
from selon.extract.counts import share_counts
from selon.extract.draft import Draft
from selon.extract.events import EventLexicon, FoundEvent, Need, Ontology, event_lexicon, find_events, own_lexicon
from selon.extract.events.frames import Act
from selon.extract.factuality import has_particle, is_negated, judge
from selon.extract.gaps import find_gaps
from selon.extract.homes import at_home
from selon.extract.intended import intend, is_only_meant
from selon.extract.news import mark_background
from selon.extract.places import find_places, is_where, only_owns, place_of, town_tokens
from selon.extract.planted import planted
from selon.extract.political import is_borne_out, is_political, meets, strikes, victims, without_scenes
from selon.extract.quantities import quantities_of
from selon.extract.same import kept, link_same
from selon.extract.sides import understood
from selon.extract.taken_up import take_up
from selon.extract.things import struck
from selon.extract.times import find_times, time_of
from selon.model.actor import Actor
from selon.model.attribution import Link
from selon.model.document import Document
from selon.model.ontology import ActorKind, EventType, Factuality, Form, Mode, Precision, Sector
from selon.model.place import Place
from selon.model.record import SCHEMA, Record
from selon.model.time import TimeExpression
from selon.parse.tree import Parse, Token
from selon.version import __version__

_SPEAKERS = frozenset(("nous", "je", "j'", "we", "i"))
# What a state does to or with others only; what it restricts or yields may be at home.
_WITH_OTHERS = (EventType.AGREE, EventType.SUPPORT, EventType.CONSULT, EventType.COOPERATE, EventType.AID)
# Deeds with which somebody may be charged: whoever says that they did not happen denies them.
_CHARGED = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.AID, EventType.MOBILIZE, EventType.THREATEN))
# Deeds that are done by speaking: who speaks is the actor, and no source.
_SPOKEN = frozenset((EventType.ACCUSE, EventType.THREATEN, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT))
_UNREAL = (Factuality.FUTURE, Factuality.CONDITIONAL)


def read_parse(document: Document, parse: Parse, model: Mapping[str, str], ontology: Ontology | None = None) -> Record:
    """All that selon reads in a parsed document; `model` are the names and versions of the language models, `ontology`
    is a user's own."""
    lexicon = event_lexicon(parse.lang) if ontology is None else own_lexicon(ontology, parse.lang)
    published = _published(document)
    times = find_times(parse, published)
    places = find_places(parse)
    cast = find_actors(parse, places)
    reports = find_reports(parse, cast.at)
    cast = cast.with_voices(reports.voices)
    drafts = [Draft.of(parse, found) for found in _events(parse, cast, places, reports, lexicon)]
    drafts = _demanded([draft for draft in drafts if _source_speaks(draft, reports, cast)])
    towns = _towns(parse, places, cast)
    for draft in drafts:
        without_scenes(draft, towns)
    cast = cast.with_civilians(victims(drafts, cast))
    drafts = [draft for draft in drafts if draft.found.own or is_political(draft, cast)]
    scenes = tuple(place for place in places if not _is_government(place, parse, cast))
    for draft in drafts:
        draft.recipients = _other_sides(draft, cast)
        _judge(draft, parse, reports, cast)
        _date_and_place(draft, parse, times, places if draft.type is EventType.CONSULT else scenes)
        draft.quantities = quantities_of(draft.head, draft.type, parse)
    share_counts(drafts)
    drafts = [draft for draft in drafts if is_borne_out(draft, drafts, cast, places)]
    drafts = [draft for draft in drafts if not is_only_meant(draft, drafts)]
    take_up(drafts, lexicon)
    understood(drafts, cast, parse)
    cast = planted(drafts, cast, parse, places)
    cast = at_home(drafts, cast, scenes)
    cast = struck(drafts, cast, parse, scenes)
    mark_background(parse, drafts, times, published)
    for draft in drafts:
        draft.attribution = _needed(draft)
    link_same(drafts, cast)
    drafts.extend([denied for draft in drafts for denied in _denials(draft, reports)])
    _stay_in_scene(drafts)
    drafts = kept(drafts, lambda draft: bool(draft.recipients) or Need.PLACE not in draft.found.needs)
    rate(drafts)
    gaps = find_gaps(parse)
    told = {draft.place for draft in drafts}
    named = {place for place in places if place in scenes or is_where(place, parse)}
    named = {place for place in named if not only_owns(place, parse)}
    places = tuple(place for place in places if place in told or place in named)
    parts = assemble(parse, cast, drafts, reports, times, places, gaps)
    return Record(SCHEMA, __version__, model, document, *parts)


def _events(
    parse: Parse, cast: Cast, places: tuple[Place, ...], reports: Reports, lexicon: EventLexicon
) -> tuple[FoundEvent, ...]:
    """The events of the document; « nous » and "we" in somebody's words are the speaker."""
    towns = town_tokens(parse, places)

    def who(token: Token) -> tuple[str, ...]:
        ids = cast.at(token)
        if ids or token.pos != "PRON" or not (token.is_("Person", "1") or token.lower in _SPEAKERS):
            return ids
        plain = parse.lang == "fr" and token.is_("Number", "Plur")  # « Nous frapperons, a dit X »
        over = [report for report in reports.over(token) if plain or report.form in (Form.DIRECT, Form.MIXED)]
        return over[-1].actors if over else ()

    return find_events(
        parse,
        who,
        lexicon,
        host=cast.host,
        towns=towns,
        meets=lambda id, need: meets(cast.actor(id), need),
        site=cast.site,
        strikes=lambda doers, id: strikes([cast.actor(each) for each in doers], cast.actor(id)),
        called=cast.called,
        named=cast.named,
    )


def _towns(parse: Parse, places: tuple[Place, ...], cast: Cast) -> frozenset[str]:
    """The actors that are nothing but a town or a site, and stand for no government."""
    named = town_tokens(parse, (place for place in places if place.precision in (Precision.CITY, Precision.SITE)))
    ids = (id for i in named for id in cast.at(parse.tokens[i]))
    return frozenset(id for id in ids if cast.actor(id).kind is ActorKind.PLACE)


def times_of(document: Document, parse: Parse) -> tuple[TimeExpression, ...]:
    """The time expressions of a parsed document, anchored on its publication date."""
    return find_times(parse, _published(document))


def _published(document: Document) -> date | None:
    return date.fromisoformat(document.published_at[:10]) if document.published_at else None


def _source_speaks(draft: Draft, reports: Reports, cast: Cast) -> bool:
    """Whether an event that lies in what somebody says has a speaker; he or she is then its actor.

    « X a déclaré que Y était la source du chaos »: X disapproves of Y, and the verb of saying is the trigger.
    """
    if Need.SOURCE not in draft.found.needs:
        return True
    over = [report for report in reports.over(draft.head) if report.actors]
    if not over or set(over[-1].actors) & set(draft.actors):
        return False
    speaker = over[-1]
    words = speaker.cue_words
    draft.recipients, draft.actors = draft.actors, speaker.actors
    if words is not None:
        draft.trigger, draft.sentence = words, speaker.cue[0].sentence.span
    if speaker.cue:
        draft.found = replace(draft.found, head=speaker.cue[0])
    return True


def _is_government(place: Place, parse: Parse, cast: Cast) -> bool:
    """Whether the name of a town stands for the government there: that is no place, but for whoever visits it."""
    towns = town_tokens(parse, (place,))
    return any(cast.actor(id).kind is ActorKind.GOVERNMENT for i in towns for id in cast.at(parse.tokens[i]))


def _demanded(drafts: list[Draft]) -> list[Draft]:
    """Without the plans that are demands of a source: « X a dit que Y devait partir » is no plan of Y."""
    deeds = {draft.found.deed.i for draft in drafts if Need.SOURCE in draft.found.needs}
    plain = {(draft.type, draft.head.i) for draft in drafts if Need.SOURCE not in draft.found.needs}
    return [
        draft
        for draft in drafts
        if (Need.SOURCE in draft.found.needs and (draft.type, draft.head.i) not in plain)  # "accused them of violating"
        or (Need.SOURCE not in draft.found.needs and deeds.isdisjoint((draft.found.deed.i, draft.found.head.i)))
    ]


def _other_sides(draft: Draft, cast: Cast) -> tuple[str, ...]:
    """The recipients without the doer's own state: « le général iranien … un exercice irano-syrien » is with Syria."""
    own = {cast.actor(each).country for each in draft.actors} - {None}
    others = [each for each in draft.recipients if not _is_state(each, cast, own)]
    alone = draft.type in _WITH_OTHERS and all(_rules(cast.actor(each)) for each in draft.actors)
    return tuple(others) if (others or alone) and draft.actors else draft.recipients


def _rules(actor: Actor) -> bool:
    """Whether it is a state or acts for one: its own state is then no other side."""
    return actor.kind is ActorKind.STATE or actor.sectors[:1] in ((Sector.GOV,), (Sector.MIL,), (Sector.COP,))


def _is_state(id: str, cast: Cast, countries: Collection[str | None]) -> bool:
    actor = cast.actor(id)
    return actor.kind is ActorKind.STATE and actor.country in countries


def _judge(draft: Draft, parse: Parse, reports: Reports, cast: Cast) -> None:
    """Factuality and sources; a deed that is planned for the future is an intent (CODING.md, case 2)."""
    spoken = draft.type in (EventType.REJECT, EventType.THREATEN)
    refused = spoken and has_particle(draft.found.trigger)  # « ne veut pas », « n'exclut pas de frapper »
    said = refused or Need.SOURCE in draft.found.needs  # what lies in somebody's words is done by saying them
    draft.factuality = Factuality.ASSERTED if said else judge(parse, draft.head)
    draft.attribution = reports.chain(draft.head, draft.actors, deed=draft.type is EventType.ASSAULT)
    if reports.denies(draft.head) and draft.factuality is Factuality.ASSERTED:
        draft.factuality = Factuality.DENIED
    if draft.factuality is Factuality.NEGATED and _is_denial(draft, cast):
        draft.factuality = Factuality.DENIED
    if _is_plan(draft, parse.lang) and draft.factuality in (Factuality.ASSERTED, Factuality.HYPOTHETICAL):
        draft.factuality = Factuality.FUTURE
    intend(draft, reports.over(draft.head), cast, parse.lang)
    if draft.type is EventType.THREATEN and draft.factuality in _UNREAL:
        draft.factuality = Factuality.ASSERTED  # a threat is made, whatever it hangs on (CODING, case 1)


def _needed(draft: Draft) -> tuple[Link, ...]:
    """The chain without whoever speaks in a speech act of his own, and without any over what is only recalled beside
    what is said (« l'accord signé en 2020 a été violé, selon Bakou »)."""
    chain = draft.attribution
    denied = draft.factuality is Factuality.DENIED  # « Kigali dément soutenir X »: the denier says it (case 5)
    if chain and draft.type in _SPOKEN and chain[-1].actor in draft.actors and not denied:
        return chain[:-1]
    recalled = draft.background and draft.head.base in ("acl", "amod") and draft.head.first("nsubj") is None
    told = chain and chain[-1].form in (Form.ACCORDING_TO, Form.HEARSAY, Form.INDIRECT)
    return () if recalled and told and draft.head.is_("VerbForm", "Part") else chain


def _is_denial(draft: Draft, cast: Cast) -> bool:
    """Whether a source says that a deed did not happen: any deed that would be a charge, or one of its own side."""
    link = draft.attribution[-1] if draft.attribution else None
    if link is None or link.form in (Form.HEARSAY, Form.DOCUMENT) or not is_negated(draft.head):
        return False
    if draft.type in _CHARGED:
        return True
    side = {cast.actor(each).country for each in draft.actors} - {None}
    return link.actor is not None and (link.actor in draft.actors or cast.actor(link.actor).country in side)


def _denials(draft: Draft, reports: Reports) -> list[Draft]:
    """The same deed as others deny it in the same breath (« …, ce que Rome dément »): a telling of its own (case 5)."""
    links = reports.denials(draft.head) if draft.factuality is Factuality.ASSERTED else ()
    return [replace(draft, factuality=Factuality.DENIED, attribution=(link,), same_as=draft) for link in links]


def _date_and_place(draft: Draft, parse: Parse, times: tuple[TimeExpression, ...], places: tuple[Place, ...]) -> None:
    """Time and place; those of a plan are its deed's (« doit se rendre mercredi à Alger »)."""
    heads = (draft.head, draft.found.deed) if _is_plan(draft, parse.lang) else (draft.head,)
    draft.time = next((time for head in heads if (time := time_of(head, times, parse)) is not None), None)
    draft.place = next((place for head in heads if (place := place_of(head, places, parse)) is not None), None)


def _is_plan(draft: Draft, lang: str) -> bool:
    return draft.found.rule in _plans(lang)


@cache
def _plans(lang: str) -> frozenset[str]:
    """The rules of plans."""
    return frozenset(f"{lang}.events.{each.id}" for each in event_lexicon(lang).intents if each.act is Act.PLAN)


def _stay_in_scene(drafts: list[Draft]) -> None:
    """A visit that goes on (« dans plusieurs régions ») has the host of the visit that the text told before."""
    last: dict[str, Draft] = {}
    for draft in drafts:
        if draft.mode is not Mode.VISIT:
            continue
        before = next((last[each] for each in draft.actors if each in last), None)
        if not draft.recipients and before is not None:
            draft.recipients = before.recipients
            draft.place = draft.place or before.place
        if draft.recipients:
            last.update(dict.fromkeys(draft.actors, draft))
