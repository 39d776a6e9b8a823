"""Whether a reading is no politics: done by things, or in sport or show. A reading comes in, a verdict goes out."""

from selon.extract.events.fill import verbal
from selon.extract.events.frames import Frame, Need
from selon.extract.events.line import Line
from selon.extract.events.roles import Reading
from selon.extract.events.slots import Scene
from selon.model.ontology import EventType, Mode
from selon.parse.clause import is_verb, logical_subjects
from selon.parse.tree import Token

_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.ACCUSE)


def is_figurative(reading: Reading, scene: Scene) -> bool:
    """Whether things and not actors do it (« la hausse des prix frappe les ménages »), or it is sport or show."""
    line, found, roles = scene.line, reading.roles.arguments, reading.roles
    apolitical = line.lexicon.classes.get("apolitical", frozenset())
    classes = line.lexicon.classes
    doers = frozenset().union(*(classes.get(name, frozenset()) for name in ("doer", "people", "powers", "named")))
    governor = next((each for each in reading.match.top.ancestors() if is_verb(each)), None)
    above = logical_subjects(governor) if governor is not None and not verbal(reading.match.top, line) else []
    frame = reading.match.pattern.frame
    harmed = [] if _is_forced(reading, scene) else found.objects
    suffering = isinstance(frame, Frame) and "subject" in frame.recipient and frame.type in _FORCE
    doing = [] if suffering else found.subjects
    if any(line.words(each) & apolitical for each in [*doing, *above] if _near(each, reading)):
        return True
    harmed = [*harmed, *found.subjects] if suffering else harmed
    if any(line.words(each) & (apolitical - _spared(reading, line)) for each in harmed if _near(each, reading)):
        return True
    if "subject" not in frame.actor or Need.PUBLIC in frame.needs:
        return False
    subjects = [each for each in found.subjects if _near(each, reading) and each not in reading.match.tokens]
    if roles.actors or not found.subjects or not verbal(reading.match.top, line) or found.passive:
        return False
    measured = [each for noun in subjects for each in _measured(noun, line)]
    named = any(line.words(each) & doers or each.pos in ("PRON", "PROPN", "NUM") for each in (*subjects, *measured))
    return not named and not any(each in reading.match.tokens for each in found.subjects)  # "shots rang out"


def _spared(reading: Reading, line: Line) -> frozenset[str]:
    """Who is harmed as others are, though they do no politics: a singer in jail, tourists who perish in a blast."""
    frame, artists = reading.match.pattern.frame, line.lexicon.classes.get("artist", frozenset())
    killed = isinstance(frame, Frame) and frame.type is EventType.ASSAULT and frame.mode is not Mode.BEAT
    told = isinstance(frame, Frame) and (frame.type is EventType.COERCE or killed)
    return artists if told else frozenset()


def _measured(noun: Token, line: Line) -> list[Token]:
    """What a noun that only measures is full of: « des groupes de jeunes », "a string of gunmen"."""
    measures = line.words(noun) & line.lexicon.classes.get("container", frozenset())
    return noun.all("nmod") if measures else []


def _is_forced(reading: Reading, scene: Scene) -> bool:
    """Whether force is done by those whose trade it is: then it is politics, whoever suffers it (tourists)."""
    frame = reading.match.pattern.frame
    force = isinstance(frame, Frame) and frame.type in _FORCE
    needs = (Need.ARMED, Need.STATE)
    return force and any(scene.meets(each, need) for each in reading.roles.actors for need in needs)


def _near(token: Token, reading: Reading) -> bool:
    return token.sentence_i == reading.match.top.sentence_i
