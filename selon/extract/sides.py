"""Sides that the words of an event leave to be understood (CODING, gold: an elided party is told by its usual name).

A threat is made to whoever it depends on; what is welcomed or condemned is what somebody has just done; foreigners who
are arrested or tried in a state are so by its authorities; what other powers withdraw or cut, they withdraw from or cut
to the state that the article is about.
"""

from collections.abc import Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.model.ontology import ActorKind, EventType, Factuality, Mode, Precision, Sector
from selon.model.place import Place
from selon.parse.clause import conditions, logical_subjects
from selon.parse.tree import Parse, Token

# What only those do who have power over people.
_POWER = (Mode.ARREST, Mode.CONVICT, Mode.INVESTIGATE, Mode.DEPORT)
# What states end with other states.
_ENDED = (Mode.DISCONTINUE, Mode.EXPEL, Mode.RELATIONS)
# What is said of deeds told before, and words addressed to somebody.
_REACTIONS = (EventType.SUPPORT, EventType.ACCUSE, EventType.REJECT)
_WORDS = (*_REACTIONS, EventType.THREATEN, EventType.REQUEST)
# What is answered with threats.
_HARSH = (EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.ACCUSE, EventType.MOBILIZE)
_THIS = frozenset({"en", "it", "this", "that", "cela", "ceci"})
# Force that states use in other states, and where theirs alone is meant.
_ABROAD = (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT)
_AT_HOME = (Mode.RELEASE, Mode.RETURN, Mode.RESIGN, Mode.ARREST, Mode.MISINFORM, Mode.CEASEFIRE)
_PLACES = (ActorKind.STATE, ActorKind.PLACE, ActorKind.GOVERNMENT)
_UNREAL = (Factuality.NEGATED, Factuality.DENIED)


def understood(drafts: Sequence[Draft], cast: Cast, parse: Parse) -> None:
    """Fills in the sides that are understood; drafts that name them, or where nothing tells, stay as they are."""
    ordered = sorted(drafts, key=lambda draft: draft.head.i)
    for draft in ordered:
        if not draft.recipients and draft.type in _WORDS:
            draft.recipients = _beside(draft, drafts)
        if not draft.recipients and draft.type in _REACTIONS and _takes_up(draft.head, cast):
            draft.recipients = _reacted_to(draft, ordered)
        if not draft.recipients and draft.type is EventType.THREATEN:
            draft.recipients = _on_condition(draft.head, draft.actors, cast) or _answered(draft, ordered, cast)
        if not draft.recipients and draft.type in (EventType.SANCTION, EventType.THREATEN):
            draft.recipients = _topic(draft, cast)
        if not draft.recipients and draft.type in _ABROAD and draft.mode not in _AT_HOME:
            draft.recipients = _invaded(draft, cast, parse)
        if not draft.actors and draft.mode in _POWER and not draft.found.nominal and _abroad(draft, cast):
            draft.actors = _state_of(draft.place, cast, parse, draft.recipients)


def _on_condition(head: Token, doers: Sequence[str], cast: Cast) -> tuple[str, ...]:
    """Who meets or fails the condition of a threat: "threatened to leave if Britain refused"."""
    subjects = [each for clause in conditions(head) for each in logical_subjects(clause)]
    return tuple(dict.fromkeys(id for each in subjects for id in cast.at(each) if id not in doers))


def _answered(draft: Draft, ordered: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """Who did in the same sentence what a threat answers (« après l'expulsion …, Moscou a promis de riposter »)."""
    own = {cast.actor(each).country for each in draft.actors}
    before = [each for each in ordered if each.type in _HARSH and each.sentence == draft.sentence and each.actors]
    for other in reversed([each for each in before if each.head.i < draft.head.i]):
        foes = {cast.actor(each).country for each in other.actors}
        if own.isdisjoint(foes) and None not in own | foes:
            return other.actors
    return ()


def _beside(draft: Draft, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """To whom the same doers address the clause over a participle (« dénonçant un complot, il a sommé Paris de … »)."""
    head, over = draft.head, draft.head.head
    if head.base != "advcl" or not (head.is_("VerbForm", "Part") or head.is_("VerbForm", "Ger")) or over is None:
        return ()
    main = (each for each in drafts if each.head is over and each.type in _WORDS and each.actors == draft.actors)
    return next((each.recipients for each in main), ())


def _takes_up(head: Token, cast: Cast) -> bool:
    """Whether what is welcomed or condemned was told before: « s'en est félicité », "condemned the move"."""
    things = [each for each in head.children if each.base in ("obj", "iobj", "obl") and not cast.at(each)]
    if any(each.lower in _THIS and each.pos == "PRON" for each in head.children):
        return True
    if head.base == "acl" and head.head is not None and head.head.base == "appos":  # "a move Washington denounced"
        return True
    return any(_is_bare(each) for each in things if each.pos == "NOUN")


def _is_bare(noun: Token) -> bool:
    """Whether a noun with an article or demonstrative is told by nothing else: it was told of before."""
    known = any(each.is_("PronType", "Dem") or each.is_("Definite", "Def") for each in noun.all("det"))
    return known and noun.first("nmod", "acl", "amod", "appos", "compound", "nummod") is None


def _reacted_to(draft: Draft, ordered: Sequence[Draft]) -> tuple[str, ...]:
    """Who did what was told last before a reaction to it; of another reaction, those to whom it was."""
    near = [each for each in ordered if 0 <= draft.head.sentence_i - each.head.sentence_i <= 1]
    before = [each for each in near if each.head.i < draft.head.i and not set(each.actors) & set(draft.actors)]
    main = [each for each in before if each.head.base != "acl" and not each.found.nominal]
    if not before:
        return ()
    last = (main or before)[-1]
    found = last.recipients if last.type in _REACTIONS and last.recipients else last.actors
    return tuple(each for each in found if each not in draft.actors)


def _topic(draft: Draft, cast: Cast) -> tuple[str, ...]:
    """The state that the article is about, for what other states or powers do (« avaient suspendu leur aide »)."""
    own = cast.own_state
    if own is None or draft.factuality in _UNREAL or draft.mode not in (*_ENDED, None):
        return ()
    doers = [cast.actor(each) for each in draft.actors]
    powers = [each for each in doers if each.kind is ActorKind.STATE or {Sector.GOV, Sector.IGO} & set(each.sectors)]
    foreign = all(each.country != cast.actor(own).country for each in doers)
    return (own,) if doers and len(powers) == len(doers) and foreign else ()


def _invaded(draft: Draft, cast: Cast, parse: Parse) -> tuple[str, ...]:
    """The state where those of other states use or station force (« a bombardé un dépôt près de Damas »)."""
    countries = {cast.actor(each).country for each in draft.actors}
    abroad = draft.place is not None and bool(countries) and not countries & {draft.place.country, None}
    return _state_of(draft.place, cast, parse, draft.actors) if abroad else ()


def _abroad(draft: Draft, cast: Cast) -> bool:
    """Whether somebody of another state is arrested, tried or expelled where it happens."""
    country = draft.place.country if draft.place is not None else None
    people = [cast.actor(each) for each in draft.recipients]
    return bool(people) and not any(each.country == country or cast.is_open(each.id) for each in people)


def _state_of(place: Place | None, cast: Cast, parse: Parse, others: Sequence[str]) -> tuple[str, ...]:
    """The state in which a place lies, by the actor that its name stands for; () where it lies in none."""
    if place is None or place.country is None or place.precision is Precision.SEA:
        return ()
    found = [cast.site(token) or cast.host(token) or cast.at(token) for token in parse.tokens_in(place.span)]
    ids = [id for each in found for id in each if cast.actor(id).country == place.country]
    return tuple(id for id in ids if cast.actor(id).kind in _PLACES and id not in others)[:1]
