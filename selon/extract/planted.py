"""Bombs and mines that nobody is known to have laid: PLOVER's authors code them as an unidentified armed force (UAF) of
the country where they go off. Without a place nobody is made up.
"""

from collections.abc import Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.events import event_lexicon
from selon.extract.unnamed import unnamed, words_of
from selon.model.actor import Actor
from selon.model.ontology import EventType, Factuality, Mode, Precision, Sector
from selon.model.place import Place
from selon.model.span import begun_in
from selon.parse.tree import Parse, Token

_UNREAL = (Factuality.NEGATED, Factuality.DENIED, Factuality.CONDITIONAL, Factuality.FUTURE)
_SECTORS = (Sector.UAF,)


def planted(drafts: Sequence[Draft], cast: Cast, parse: Parse, places: Sequence[Place]) -> Cast:
    """The cast with those who laid the devices that do violence; these drafts then have them as doers."""
    made: dict[tuple[str, str], Actor] = {}
    for draft in drafts:
        device, country = _device(draft, cast), _where(draft, places)
        if device is None or country is None:
            continue
        words = words_of(parse, device)
        actor = made.setdefault((words.text, country), unnamed(f"u{len(made) + 1}", words, country, _SECTORS))
        draft.actors = (actor.id,)
    return cast.with_unknown(tuple(made.values()))


def _where(draft: Draft, places: Sequence[Place]) -> str | None:
    """The country of the event's place, or of all towns and regions that its sentence names."""
    if draft.place is not None:
        return draft.place.country
    near = {each.country for each in begun_in(places, draft.sentence) if each.precision is not Precision.COUNTRY}
    return near.pop() if len(near) == 1 else None


def _device(draft: Draft, cast: Cast) -> Token | None:
    """The device that does an attack which nobody else does: in its words or beside its verb."""
    if draft.type is not EventType.ASSAULT or draft.actors or draft.factuality in _UNREAL:
        return None
    classes = event_lexicon(draft.head.parse.lang).classes
    devices = classes.get("device", frozenset())
    near = [each for each in draft.head.sentence.tokens if not devices.isdisjoint((each.lower, each.lemma.lower()))]
    own = [each for each in near if each in draft.found.trigger or _is_beside(each, draft.head)]
    if draft.mode is Mode.EXPLOSIVES and draft.found.nominal:
        own.append(draft.head)
    return next((each for each in own if each.pos in ("NOUN", "PROPN") and not cast.at(each)), None)


def _is_beside(token: Token, head: Token) -> bool:
    """Whether a noun is the subject or a circumstance of a predicate, or stands inside it."""
    above = token
    while above.base in ("nmod", "compound", "conj") and above.head is not None:
        above = above.head
    return above is head or (above.head is head and above.base in ("nsubj", "obl"))
