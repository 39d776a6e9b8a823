"""Whom a threat, a refusal or a measure answers: whoever it depends on, or acted against the doer before.

"threatened to leave if Britain refused", « Kigali rejette ces allégations », « après l'expulsion de deux diplomates,
Moscou a promis de riposter ».
"""

from collections.abc import Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.sides.told import countries_of, is_power
from selon.model.ontology import EventType
from selon.parse.clause import conditions, logical_subjects

# What is answered with refusals and measures.
_HARSH = (EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.ACCUSE, EventType.MOBILIZE)
_SAID = (EventType.ACCUSE, EventType.REQUEST, EventType.THREATEN, EventType.REJECT)
# So many sentences before stands what is answered.
_BACK = 2


def on_condition(draft: Draft, cast: Cast) -> tuple[str, ...]:
    """Who meets or fails the condition of a threat: "threatened to leave if Britain refused"."""
    subjects = [each for clause in conditions(draft.head) for each in logical_subjects(clause)]
    return tuple(dict.fromkeys(id for each in subjects for id in cast.at(each) if id not in draft.actors))


def answered(draft: Draft, ordered: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """Who did something to the doer's own state in this sentence or the two before; for threats also whoever did
    something harsh in the same sentence."""
    own = countries_of(draft.actors, cast)
    if not own or not all(is_power(each, cast) for each in draft.actors):
        return ()
    pressing = _SAID if draft.type is EventType.REJECT else (*_SAID, *_HARSH)  # only words are refused
    before = [each for each in ordered if each.head.i < draft.head.i and each.actors and each.type in pressing]
    for other in reversed([each for each in before if draft.head.sentence_i - each.head.sentence_i <= _BACK]):
        foes = {cast.actor(each).country for each in other.actors}
        struck = own & countries_of(other.recipients, cast)
        here = draft.type is EventType.THREATEN and other.type in _HARSH and other.sentence == draft.sentence
        known = None not in foes or all(is_power(each, cast) for each in other.actors)
        if known and own.isdisjoint(foes) and (struck or here):
            return other.actors
    return ()
