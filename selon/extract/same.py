"""The same deed told twice in one document: lead and body, two sources."""

from collections.abc import Callable

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.model.actor import Actor
from selon.model.ontology import ActorKind, EventType, Factuality, QuantityOf

_OPEN = (Factuality.FUTURE, Factuality.CONDITIONAL, Factuality.HYPOTHETICAL)

_FORCE = (EventType.ASSAULT, EventType.COERCE)
_HARM = (QuantityOf.KILLED, QuantityOf.WOUNDED, QuantityOf.ARRESTED, QuantityOf.KIDNAPPED)


def link_same(drafts: list[Draft], cast: Cast) -> None:
    """Sets `same_as` to the first telling, and lends each telling the participants that only another one names.

    Two events are one deed when type, mode and frame agree, a doer (or, without doers, a target) is shared, and
    nothing that both tell differs: other targets, time, place, or a telling as fact against one as plan. Violence and
    arrests are also one deed when as many came to harm, and nothing that is known of the parties differs.
    """
    told: dict[object, list[int]] = {}
    struck: dict[object, list[int]] = {}
    for number, later in enumerate(drafts):
        words = (later.type, later.mode, later.found.rule, _words(later))
        counts = [(later.type, what, many) for what, many in _harmed(later).items()]
        as_many = {place for each in counts for place in struck.get(each, ())}
        for place in sorted(as_many.union(told.get(words, ()))):
            earlier = drafts[place]
            if not _may_be_told_again(earlier, later):
                continue
            if _told_alike(earlier, later) or (place in as_many and _counted(earlier, later, cast)):
                later.same_as = earlier
                _lend(earlier, later)
                _lend(later, earlier)
                break
        if later.same_as is None:
            told.setdefault(words, []).append(number)
            for each in counts:
                struck.setdefault(each, []).append(number)


def kept(drafts: list[Draft], told: Callable[[Draft], bool]) -> list[Draft]:
    """The drafts that are told, none of them the same as one that is not."""
    found = [draft for draft in drafts if told(draft)]
    ids = {id(draft) for draft in found}
    for draft in found:
        while draft.same_as is not None and id(draft.same_as) not in ids:
            draft.same_as = draft.same_as.same_as
    return found


def _may_be_told_again(earlier: Draft, later: Draft) -> bool:
    if earlier.found.head.sentence_i == later.found.head.sentence_i or earlier.background != later.background:
        return False
    return (earlier.factuality in _OPEN) == (later.factuality in _OPEN) and _circumstances_agree(earlier, later)


def _told_alike(earlier: Draft, later: Draft) -> bool:
    alike = earlier.mode is later.mode and earlier.found.rule == later.found.rule and _words(earlier) == _words(later)
    return alike and _parties_agree(earlier, later)


def _counted(earlier: Draft, later: Draft, cast: Cast) -> bool:
    """Whether both tell of force against equally many, and of parties that may be the same."""
    one, two = _harmed(earlier), _harmed(later)
    if not one.keys() & two.keys() or any(one[each] != two[each] for each in one.keys() & two.keys()):
        return False
    sides = (earlier.actors, later.actors), (earlier.recipients, later.recipients)
    return all(_may_be_one(*each, cast) for each in sides)


def _harmed(draft: Draft) -> dict[QuantityOf, tuple[float | None, float | None]]:
    """How many were killed, arrested and so on, where it was more than one."""
    told = draft.quantities if draft.type in _FORCE else ()
    return {each.what: (each.low, each.high) for each in told if each.what in _HARM and (each.low or 0) > 1}


def _may_be_one(one: tuple[str, ...], two: tuple[str, ...], cast: Cast) -> bool:
    """Whether two sides share an actor, or have some of which country and sectors do not differ."""
    if not one or not two or set(one) & set(two):
        return True
    pairs = [(cast.actor(first), cast.actor(second)) for first in one for second in two]
    return any(_compatible(*pair) for pair in pairs)


def _compatible(one: Actor, two: Actor) -> bool:
    named = ActorKind.PERSON in (one.kind, two.kind)
    countries = one.country is None or two.country is None or one.country == two.country
    return not named and countries and (not one.sectors or not two.sectors or bool({*one.sectors} & {*two.sectors}))


def _parties_agree(earlier: Draft, later: Draft) -> bool:
    doers = set(earlier.actors) & set(later.actors)
    if bool(earlier.actors) and bool(later.actors) and not doers:
        return False
    targets = set(earlier.recipients) & set(later.recipients)
    if bool(earlier.recipients) and bool(later.recipients) and not targets:
        return False
    return bool(doers) or (bool(targets) and not (earlier.actors and later.actors))


def _circumstances_agree(earlier: Draft, later: Draft) -> bool:
    if earlier.time is not None and later.time is not None and earlier.time.value != later.time.value:
        return False
    one, two = earlier.place, later.place
    return one is None or two is None or one.name == two.name or one.country == two.country


def _words(draft: Draft) -> str:
    return draft.found.deed.lemma.lower()


def _lend(giver: Draft, taker: Draft) -> None:
    if not taker.recipients:
        taker.recipients = tuple(each for each in giver.recipients if each not in taker.actors)
    if not taker.actors:
        taker.actors = tuple(each for each in giver.actors if each not in taker.recipients)
