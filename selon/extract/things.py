"""Things that are struck, burnt, seized or retaken where nobody is named whose they are: a village, a bus, a barracks.

Their people are the other side (CODING, actors; gold: « un camp », "a convoy"): of the country that the thing's own
words, the place, the sentence or the only state of the text tell; where nothing tells, nobody is made up.
"""

from collections.abc import Iterator, Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.events import event_lexicon
from selon.extract.unnamed import unnamed, words_of
from selon.lexicon.intervening import intervenes
from selon.model.actor import Actor
from selon.model.ontology import EventType, Mode, Precision, Sector
from selon.model.place import Place
from selon.model.span import begun_in
from selon.parse.clause import arguments, preposition
from selon.parse.tree import Parse, Token

_HITTING = (EventType.ASSAULT, EventType.COERCE)
_ELSE = (Mode.CURFEW, Mode.MISINFORM, Mode.CENSOR, Mode.BAN, Mode.ARREST, Mode.DETAIN)
# What a blow is directed at.
_AT = ("at", "on", "against", "into", "upon", "sur", "contre", "à", "de", "of")
# Classes of things and who is in them, the narrower first.
_PEOPLE = (
    ("thing_army", Sector.MIL), ("thing_police", Sector.COP), ("thing_state", Sector.GOV), ("thing_faith", Sector.REL),
    ("thing_firm", Sector.BUS), ("thing_civil", Sector.CVL), ("thing_site", Sector.CVL),
)  # fmt: skip
# Words in the phrase that say more than the noun ("a police bus", « un convoi militaire »).
_OWNED = (("said_army", Sector.MIL), ("said_police", Sector.COP))
# Whose is what lies in their own state, and what is of people even there.
_RULING = ((Sector.MIL,), (Sector.GOV,), (Sector.COP,), ())
_LIVED_IN = ("thing_civil", "thing_faith")
# Who is where he is at home.
_LOCAL = frozenset({Sector.COP, Sector.MIL, Sector.GOV, Sector.REB, Sector.CRM, Sector.CVL, Sector.LAB, Sector.JUD})


def struck(drafts: Sequence[Draft], cast: Cast, parse: Parse, places: Sequence[Place]) -> Cast:
    """The cast with those whom the things stand for that are struck or seized; these drafts have them as recipients."""
    made: dict[int, Actor] = {}
    for draft in drafts:
        if draft.recipients or draft.type not in _HITTING or draft.mode in _ELSE:
            continue
        thing = next(_things(draft, cast), None)
        country = _home(thing, draft, cast, places) if thing is not None else None
        if thing is None or country is None or _is_theirs(thing, country, draft, cast):
            continue
        sectors = (_sector(thing),)
        actor = made.setdefault(thing.i, unnamed(f"t{len(made) + 1}", words_of(parse, thing), country, sectors))
        draft.recipients = (actor.id,)
    return cast.with_unknown(tuple(made.values()))


def _things(draft: Draft, cast: Cast) -> Iterator[Token]:
    """The things that a deed is done to: its object, what stands under a preposition of aim, its own nouns."""
    found = arguments(draft.head)
    at = [phrase for name, phrase in found.obliques if name in _AT]
    nouns = [each for each in draft.found.trigger if each is not draft.head and each.pos == "NOUN"]
    below = [each for noun in (draft.head, *nouns) for each in noun.all("nmod") if noun.pos == "NOUN"]
    measures = _class(draft.head, "container")
    near = (*found.objects, *nouns, *at, *(each for each in below if preposition(each) in _AT))
    for each in near if found.passive or draft.found.nominal else [each for each in near if each.i > draft.head.i]:
        inside = each.all("nmod") if _is(each, measures) else []
        for noun in (each, *inside):
            if noun.pos == "NOUN" and not cast.at(noun) and any(_is(noun, _class(noun, name)) for name, _ in _PEOPLE):
                yield noun


def _is_theirs(thing: Token, country: str, draft: Draft, cast: Cast) -> bool:
    """Whether the army or rulers of a state take or destroy what is no home of anybody there: that is their own, or
    nobody knows whose."""
    doers = [cast.actor(each) for each in draft.actors]
    own = bool(doers) and all(each.country == country and each.sectors[:1] in _RULING for each in doers)
    lived_in = any(_is(thing, _class(thing, name)) for name in _LIVED_IN)
    return own and (_sector(thing) is Sector.MIL or not lived_in)


def _class(token: Token, name: str) -> frozenset[str]:
    return event_lexicon(token.parse.lang).classes.get(name, frozenset())


def _is(token: Token, words: frozenset[str]) -> bool:
    return not words.isdisjoint((token.lower, token.lemma.lower()))


def _sector(thing: Token) -> Sector:
    """Who is in a thing: its soldiers or police where its phrase says so, else whom the noun stands for."""
    beside = [each for each in thing.children if each.base in ("amod", "compound", "nmod", "flat")]
    said = [sector for name, sector in _OWNED if any(_is(each, _class(each, name)) for each in beside)]
    return (said or [sector for name, sector in _PEOPLE if _is(thing, _class(thing, name))])[0]


def _home(thing: Token, draft: Draft, cast: Cast, places: Sequence[Place]) -> str | None:
    """The country of a thing: by its own words, the place of the deed, the towns of the sentence, by those who strike
    at home, or the only country of the text."""
    named = {cast.actor(id).country for each in thing.children for id in cast.at(each)} - {None}
    if len(named) == 1:
        return named.pop()
    if draft.place is not None:
        return draft.place.country
    near = {each.country for each in begun_in(places, draft.sentence) if _is_scene(each)}
    if len(near - {None}) == 1:
        return (near - {None}).pop()
    return _of_doers(draft, cast) or cast.countries.sole


def _is_scene(place: Place) -> bool:
    """Whether a town or region may be where things happen; not the one in capitals in the line of place and date."""
    return place.precision is not Precision.COUNTRY and not place.text.isupper()


def _of_doers(draft: Draft, cast: Cast) -> str | None:
    """The country of those who strike, where they are at home there and the text names no other."""
    doers = [cast.actor(each) for each in draft.actors]
    homes = {each.country for each in doers}
    country = homes.pop() if len(homes) == 1 else None
    local = all(not _LOCAL.isdisjoint(each.sectors[:1]) for each in doers)
    alone = cast.countries.alone in (country, None)
    return country if country is not None and local and alone and not intervenes(country) else None
