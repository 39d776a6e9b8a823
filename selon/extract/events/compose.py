"""The events of a sentence: its matches come in, its deeds, with the intents that govern them, go out."""

from collections.abc import Iterable
from dataclasses import replace

from selon.extract.events.acts import applied
from selon.extract.events.affected import affected
from selon.extract.events.attribute import is_attribute
from selon.extract.events.found import FoundEvent, deed_of, event_of
from selon.extract.events.frames import Act, Intent, Need
from selon.extract.events.governed import deed_below
from selon.extract.events.match import Match
from selon.extract.events.merge import merged
from selon.extract.events.purposes import without_purposes
from selon.extract.events.readings import is_heard, readings
from selon.extract.events.roles import Reading, others
from selon.extract.events.scene import Scene
from selon.extract.events.sift import accused, once, unspoken, without_demands, without_ended, without_victims
from selon.extract.events.told import is_told
from selon.model.ontology import EventType
from selon.parse.clause import is_verb, logical_subjects
from selon.parse.tree import Token

__all__ = ["FoundEvent", "events_of"]

_HAD_TO = ("dû",)
# Acts whose deed is not done, whoever it is that asks for it or prevents it.
_OPEN = (Act.DEMAND, Act.PREVENT)


def events_of(matches: Iterable[Match], scene: Scene) -> list[FoundEvent]:
    """The events of one sentence, in text order; none where it is about a film or a match."""
    if _is_fiction(scene):
        return []
    deeds, intents, loose, idle = readings(matches, scene)
    told = [is_told(reading, scene) for reading in deeds]
    found = [deed_of(reading, scene) for reading, is_so in zip(deeds, told, strict=True) if is_so]
    rest = [reading for reading, is_so in zip(deeds, told, strict=True) if not is_so]
    mentioned = [each for each in (*rest, *loose) if not is_attribute(each.match.top)]  # "the ousted king"
    found, untold = _with_intents(intents, found, [deed_of(reading, scene) for reading in mentioned], scene)
    found = _without_unasked(found, untold, idle, scene)
    return sorted(_sifted(found, untold, scene), key=lambda event: (event.head.i, event.rule))


def _with_intents(
    intents: Iterable[Reading], found: list[FoundEvent], untold: list[FoundEvent], scene: Scene
) -> tuple[list[FoundEvent], list[FoundEvent]]:
    """The deeds that are told, and those that are not, with the intents applied from the inside out."""
    waiting: list[Reading] = []
    for reading in sorted(intents, key=_order):
        if is_heard(reading) and deed_below(reading.match, found, untold, scene) is None:
            waiting.append(reading)  # "said that X must agree to …": the deed is an intent itself
        else:
            found, untold = _combine(reading, found, untold, scene)
    for reading in waiting:
        found, untold = _combine(reading, found, untold, scene)
    return found, untold


def _without_unasked(
    found: list[FoundEvent], untold: list[FoundEvent], idle: Iterable[Reading], scene: Scene
) -> list[FoundEvent]:
    """Without the deeds that nobody known asks for or prevents ("under pressure to cut aid"): they are not done yet."""
    for reading in idle:
        intent = reading.match.pattern.frame
        if isinstance(intent, Intent) and intent.act in _OPEN and not is_heard(reading):
            deed = deed_below(reading.match, found, untold, scene)
            found = [each for each in found if each is not deed or each.type is intent.alone]
    return found


def _sifted(found: list[FoundEvent], untold: list[FoundEvent], scene: Scene) -> list[FoundEvent]:
    """The events of the sentence without those that others only speak of or tell again."""
    found = unspoken([*found, *accused(untold, found)], scene)
    found = merged(without_ended(once(without_purposes(without_demands(found), scene))), scene)
    found = without_victims(found, [*found, *untold], scene)
    # To whom belongs what an event is done to is its other side where the text names none.
    found = [replace(event, recipients=event.recipients or others(event.whose, event.actors)) for event in found]
    return [replace(event, recipients=event.recipients or affected(event, scene)) for event in found]


def _is_fiction(scene: Scene) -> bool:
    """Whether the doer of the main clause is a work or a game."""
    fiction = scene.line.lexicon.classes.get("fiction", frozenset())
    roots = [token for token in scene.line.tokens if token.head is None and is_verb(token)] if fiction else []
    return any(scene.line.words(each) & fiction for root in roots for each in logical_subjects(root))


def _order(reading: Reading) -> tuple[int, bool]:
    """Intents from the inside out; what needs a source first, since it leaves the deed to others."""
    return -sum(1 for _ in reading.match.top.ancestors()), Need.SOURCE not in reading.match.pattern.frame.needs


def _combine(
    reading: Reading, found: list[FoundEvent], untold: list[FoundEvent], scene: Scene
) -> tuple[list[FoundEvent], list[FoundEvent]]:
    """The events with an intent applied to the nearest deed in its complement, or standing alone."""
    intent = reading.match.pattern.frame
    assert isinstance(intent, Intent)
    deed = deed_below(reading.match, found, untold, scene)
    if deed is None:
        return [*found, *_alone(intent, reading, scene)], untold
    event = None if _is_apart(intent, reading, deed, scene) else applied(intent.act, reading, deed, scene)
    if event is None:
        return found, untold
    if Need.SOURCE in intent.needs:
        return [*found, event], untold
    rest = [each for each in found if each is not deed]
    sided = event.actors or event.recipients or event.powers
    return ([*rest, event] if sided else found), [each for each in untold if each is not deed]


def _alone(intent: Intent, reading: Reading, scene: Scene) -> list[FoundEvent]:
    """The event that an intent is without a deed, if it is one and is told."""
    if intent.alone is None or intent.cameo is None or not is_told(reading, scene):
        return []
    return [event_of(reading, scene, intent.alone, intent.cameo, intent.mode)]


def _is_apart(intent: Intent, reading: Reading, deed: FoundEvent, scene: Scene) -> bool:
    """Whether an intent leaves a deed as it is: talks that are spoken of, what others do, what was done already."""
    if Need.SOURCE in intent.needs and deed.type is EventType.CONSULT:
        return True
    if intent.act is Act.PLAN and (_is_of_others(reading, deed) or _is_past(reading.match.top)):
        return True
    return Need.OWN in intent.needs and not _is_own_to_come(reading, deed, scene)


def _is_of_others(reading: Reading, deed: FoundEvent) -> bool:
    """Whether who does not rule out a deed leaves it to others: « n'excluent plus que le président parte »."""
    clause = deed.head.base == "ccomp" and deed.head.head is reading.match.top and bool(deed.head.all("nsubj"))
    return clause and bool(deed.actors) and not set(deed.actors) & set(reading.roles.actors)


def _is_past(verb: Token) -> bool:
    """Whether somebody had to do it and did: « a dû larguer des vivres »."""
    return verb.lower in _HAD_TO and verb.first("aux") is not None


def _is_own_to_come(reading: Reading, deed: FoundEvent, scene: Scene) -> bool:
    """Whether a deed is to come and of the same doer: "warned (that) it would respond"."""
    to_come = scene.line.lexicon.classes.get("to_come", frozenset())
    open_ = deed.head.is_("VerbForm", "Inf") or any(each.lower in to_come for each in deed.head.all("aux"))
    return open_ and bool(set(deed.actors) & set(reading.roles.actors))
