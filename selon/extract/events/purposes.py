"""Deeds that only tell what another one was for: events come in, those that stay go out."""

from dataclasses import replace

from selon.extract.events.found import FoundEvent
from selon.extract.events.merge import follows
from selon.extract.events.roles import others
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType
from selon.parse.clause import clause_words, preposition

_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.PROTEST)


def without_purposes(events: list[FoundEvent], scene: Scene) -> list[FoundEvent]:
    """Without the infinitives that tell what a deed of the same type was for; whom they name, the deed is done to.

    "Phoned him to discuss the crisis", "went on strike to protest the arrests".
    """
    kept: list[FoundEvent] = []
    events = [event for event in events if not (_is_of_others(event, events) and _is_only_sought(event, scene))]
    for event in events:
        purpose = next((other for other in events if other is not event and _is_purpose(other, event, scene)), None)
        if purpose is not None and not event.recipients:
            event = replace(event, recipients=others(purpose.recipients, event.actors))
        if not any(_is_purpose(event, other, scene) for other in events if other is not event):
            kept.append(event)
    return kept


def _is_of_others(event: FoundEvent, events: list[FoundEvent]) -> bool:
    """Whether another event has the doers of this one, and its own words name none ("an attempt by rebels to …")."""
    led = event.head.all("nmod", "obl")
    agents = frozenset(clause_words(event.head.parse.lang).agent)
    own = any(preposition(each) in agents for each in led)
    return not own and any(other is not event and set(event.actors) <= set(other.actors) for other in events)


def _is_only_sought(event: FoundEvent, scene: Scene) -> bool:
    """Whether peaceful words only tell what another deed was for: "sent troops in a bid to ease tensions"."""
    classes, head = scene.line.lexicon.classes, event.head
    sought = head.pos == "NOUN" and not scene.line.words(head).isdisjoint(classes.get("sought", frozenset()))
    return sought and event.type not in _FORCE and scene.line.link(head)[0] in classes.get("seeking", frozenset())


def _is_purpose(event: FoundEvent, main: FoundEvent, scene: Scene) -> bool:
    """Whether an event is told by an infinitive below another one of its type."""
    head, over = event.head, event.head.head
    infinitive = head.is_("VerbForm", "Inf") and head.base in ("advcl", "xcomp", "acl") and not follows(event, scene)
    below = over is not None and (over is main.head or over in main.trigger)
    return event.type is main.type and infinitive and below and head.i > main.head.i
