"""Crowds and those who put them down: whether a deed of force is a protest, or a riot is none. Verdicts go out."""

from collections.abc import Iterable

from selon.extract.events.complete import is_complete
from selon.extract.events.fill import fill
from selon.extract.events.frames import Frame, Need
from selon.extract.events.match import Match
from selon.extract.events.roles import Reading
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType, Mode

# What a protest may be taken for.
_ROUGH = (EventType.ASSAULT, EventType.COERCE, EventType.REJECT)


def is_protest(match: Match, others: Iterable[Match], scene: Scene) -> bool:
    """Whether an equally large pattern reads a deed of people without arms or rule as a protest: "a strike by drivers",
    "students pelted the police", "prisoners refused food".
    """
    frame, size = match.pattern.frame, match.pattern.size
    if not isinstance(frame, Frame) or frame.type not in _ROUGH:
        return False
    rivals = [
        each
        for each in others
        if each.top is match.top and each.pattern.size >= size and isinstance(each.pattern.frame, Frame)
        if each.pattern.frame.type is EventType.PROTEST
    ]
    for each in rivals:
        roles = fill(each, scene)
        powerless = not any(scene.meets(id, need) for id in roles.actors for need in (Need.ARMED, Need.STATE))
        if roles.actors and powerless and is_complete(each, roles, scene):
            return True
    return False


def is_quelled(reading: Reading, scene: Scene) -> bool:
    """Whether a road is blocked, or a riot told with the name of a crowd, by those who bear arms: "police stormed the
    building to remove the students".
    """
    frame, actors = reading.match.pattern.frame, reading.roles.actors
    if "object" in frame.actor:
        return False  # « des heurts ont opposé étudiants et policiers »
    riot = isinstance(frame, Frame) and frame.mode is Mode.RIOT and reading.match.pattern.size > 2
    obstructs = isinstance(frame, Frame) and frame.mode is Mode.OBSTRUCT
    clash = any(set(scene.who(each)) & set(actors) for each in reading.match.tokens)  # "police clashed with protesters"
    return (riot or obstructs) and bool(actors) and not clash and all(scene.meets(each, Need.ARMED) for each in actors)
