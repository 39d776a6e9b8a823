"""The other state of a story: what a state breaks off, withdraws or threatens is against the one it deals with.

"Relations between Rabat and Berlin have soured. Morocco recalled its ambassador": from Germany.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.sides.told import countries_of, is_power
from selon.model.actor import Actor
from selon.model.ontology import ActorKind, EventType, Factuality, Mode
from selon.parse.tree import Parse, Token

# What states end with other states.
_ENDED = (Mode.DISCONTINUE, Mode.EXPEL, Mode.RELATIONS, Mode.WITHDRAW)
_UNREAL = (Factuality.NEGATED, Factuality.DENIED)
# What two sides do with each other.
_TOGETHER = (EventType.RETREAT, EventType.AGREE, EventType.CONSULT, EventType.COOPERATE)
_BOTH = 2
# A country is told in passing where another is told more than so many times as often.
_MINOR = 2
# So many sentences before, the nearest first, say with whom a state deals.
_BACK = 3


def ending(draft: Draft) -> bool:
    """Whether it breaks off or takes away what states have with others."""
    return draft.type is EventType.SANCTION and draft.mode in _ENDED and draft.factuality not in _UNREAL


def topic(draft: Draft, cast: Cast) -> tuple[str, ...]:
    """The state that the article is about, for the sanctions of others (« l'Union a adopté des sanctions »)."""
    own = cast.own_state
    if own is None or draft.type is not EventType.SANCTION or draft.mode is not None or draft.factuality in _UNREAL:
        return ()
    foreign = cast.actor(own).country not in countries_of(draft.actors, cast)
    return (own,) if draft.actors and foreign and all(is_power(each, cast) for each in draft.actors) else ()


def both(draft: Draft, ordered: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """Who "both sides" are that do something together: all that took part in the last thing that two states did."""
    if not draft.found.powers or draft.actors or draft.recipients or draft.type not in _TOGETHER:
        return ()
    before = [each for each in ordered if each.head.i < draft.head.i]
    for other in reversed([each for each in before if draft.head.sentence_i - each.head.sentence_i <= _BACK]):
        ids = tuple(dict.fromkeys((*other.actors, *other.recipients)))
        homes = {cast.actor(each).country for each in ids}
        if len(homes) == _BOTH and None not in homes:
            return ids
    return ()


def threatened(draft: Draft, cast: Cast, parse: Parse) -> tuple[str, ...]:
    """The other state of a story that is no less about the one that threatens: anybody may comment on a third."""
    told, own = _told(cast, set()), countries_of(draft.actors, cast)
    found = facing(draft, cast, parse)
    return tuple(
        each
        for each in found
        if told[cast.actor(each).country or ""] <= _MINOR * max((told[o] for o in own), default=0)
    )


def facing(draft: Draft, cast: Cast, parse: Parse) -> tuple[str, ...]:
    """The only other state that the sentence names before its verb, else the nearest sentence before that names any;
    of several the one told beside the doers' own, most in the text, or that does something there. () where nothing
    tells, or the doers are no powers."""
    own = countries_of(draft.actors, cast)
    if not draft.actors or not all(is_power(each, cast) for each in draft.actors):
        return ()
    for number in range(draft.head.sentence_i, max(draft.head.sentence_i - _BACK, 0) - 1, -1):
        tokens = [each for each in parse.sentences[number].tokens if each.i < draft.head.i]
        others = _powers(tokens, cast, lambda country: country not in own)
        if others:
            return _one(others, tokens, own, cast)
    return ()


def _powers(tokens: Iterable[Token], cast: Cast, wanted: Callable[[str], bool]) -> list[str]:
    """The states, and those who act for them, that tokens name, of the countries that are wanted."""
    ids = dict.fromkeys(id for each in tokens for id in (*cast.at(each), *cast.host(each)))
    actors = [cast.actor(id) for id in ids]
    return [each.id for each in actors if each.country and wanted(each.country) and is_power(each.id, cast)]


def _one(ids: Sequence[str], tokens: Iterable[Token], own: set[str], cast: Cast) -> tuple[str, ...]:
    """Whose country is told beside the doers' own (« entre Rabat et Berlin »), is told most in the text, or does what
    the sentence tells; nobody of a country that the text tells in passing. A state before its government, that before
    others."""
    found, told = countries_of(ids, cast), _told(cast, own)
    if len(found) > 1:
        ours = [each for each in tokens if countries_of(cast.at(each), cast) & own]
        beside = _powers([each for one in ours for each in one.conjuncts()], cast, found.__contains__)
        doing = _powers([each for each in tokens if _leads(each)], cast, found.__contains__)
        found = countries_of(beside, cast) or found & _first(told) or countries_of(doing, cast)
    sure = {each for each in found if told[each] * _MINOR >= max(told.values())}
    chosen = sorted((cast.actor(each) for each in ids if {cast.actor(each).country} == sure), key=_rank)
    return (chosen[0].id,) if chosen else ()


def _told(cast: Cast, own: set[str]) -> Counter[str]:
    """How often the text speaks of actors of each country but the doers' own."""
    told: Counter[str] = Counter()
    for actor in cast.actors:
        if actor.country and actor.country not in own:
            told[actor.country] += len(actor.mentions)
    return told


def _first(told: Counter[str]) -> set[str]:
    """The country that is told most; none where two are told as often."""
    ranks = [*told.most_common(2), ("", 0)]
    return {ranks[0][0]} if ranks[0][1] > ranks[1][1] else set()


def _leads(token: Token) -> bool:
    """Whether it is the subject of its sentence."""
    return token.base == "nsubj" and token.head is not None and token.head.head is None


def _rank(actor: Actor) -> int:
    kinds = (ActorKind.STATE, ActorKind.GOVERNMENT)
    return kinds.index(actor.kind) if actor.kind in kinds else len(kinds)
