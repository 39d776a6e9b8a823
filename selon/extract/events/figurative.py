"""Whether a reading is no politics: done by things, or in sport or show. A reading comes in, a verdict goes out."""

from selon.extract.events.complete import is_told_by_paper
from selon.extract.events.fill import verbal
from selon.extract.events.frames import Frame, Need
from selon.extract.events.line import Line
from selon.extract.events.roles import Reading
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType, Mode
from selon.parse.clause import clause_words, is_verb, logical_subjects, preposition
from selon.parse.tree import Token

# Classes of those who may do something.
_ACTING = ("doer", "people", "powers", "named")
_NONE = frozenset[str]()
_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.ACCUSE)


def is_figurative(reading: Reading, scene: Scene) -> bool:
    """Whether things and not actors do it (« la hausse des prix frappe les ménages »), or it is sport or show."""
    return _is_a_kind(reading, scene) or _is_apolitical(reading, scene) or _is_done_by_things(reading, scene)


def _is_a_kind(reading: Reading, scene: Scene) -> bool:
    """Whether a participle only says of what kind its noun is: "its armed forces", "men armed with clubs"."""
    top, line = reading.match.top, scene.line
    behind = top.base in ("acl", "advcl") and top.is_("Tense", "Past") and top.first("aux", "nsubj", "obj") is None
    attributive = line.lexicon.classes.get("attributive", frozenset())
    agents = clause_words(line.lexicon.lang).agent
    kind = top.base == "amod" or (behind and not any(preposition(each) in agents for each in top.children))
    return kind and not line.words(top).isdisjoint(attributive)


def _is_apolitical(reading: Reading, scene: Scene) -> bool:
    """Whether sport or show does it, tells it, or suffers it."""
    line, found, frame = scene.line, reading.roles.arguments, reading.match.pattern.frame
    apolitical = line.lexicon.classes.get("apolitical", frozenset())
    suffering = isinstance(frame, Frame) and "subject" in frame.recipient and frame.type in _FORCE
    doing = [*([] if suffering else found.subjects), *_doers_above(reading, line)]
    harmed = [*([] if _is_forced(reading, scene) else found.objects), *(found.subjects if suffering else [])]
    if any(line.words(each) & apolitical for each in doing if _near(each, reading)):
        return True
    political = _spared(reading, line)
    return any(line.words(each) & (apolitical - political) for each in harmed if _near(each, reading))


def _doers_above(reading: Reading, line: Line) -> list[Token]:
    """The doers of the verb over a deed that is named by a noun."""
    if verbal(reading.match.top, line):
        return []
    governor = next((each for each in reading.match.top.ancestors() if is_verb(each)), None)
    return logical_subjects(governor) if governor is not None else []


def _is_done_by_things(reading: Reading, scene: Scene) -> bool:
    """Whether the subject of a verb is neither an actor, nor people, nor a name."""
    line, frame, subjects = scene.line, reading.match.pattern.frame, reading.roles.arguments.subjects
    if "subject" not in frame.actor or Need.PUBLIC in frame.needs or reading.roles.actors or not subjects:
        return False
    if not verbal(reading.match.top, line) or reading.roles.arguments.passive:
        return False
    if any(each in reading.match.tokens for each in subjects):
        return False  # "shots rang out"
    if is_told_by_paper(reading.match, reading.roles, scene):
        return False
    near = [each for each in subjects if _near(each, reading)]
    return not any(_may_act(each, line) for noun in near for each in (noun, *_measured(noun, line)))


def _may_act(noun: Token, line: Line) -> bool:
    """Whether a noun is a name, a pronoun or a number, or a word for people or powers."""
    classes = line.lexicon.classes
    return noun.pos in ("PRON", "PROPN", "NUM") or any(line.words(noun) & classes.get(each, _NONE) for each in _ACTING)


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
    """Whether force is done, or its victims let go, by those whose trade it is, or force with deadly means: then it is
    politics, whoever suffers it (tourists).
    """
    frame, line = reading.match.pattern.frame, scene.line
    if not isinstance(frame, Frame) or (frame.type not in _FORCE and frame.mode is not Mode.RELEASE):
        return False
    if frame.type is EventType.ASSAULT and not line.vocabulary.isdisjoint(line.lexicon.classes.get("deadly", _NONE)):
        return True
    needs = (Need.ARMED, Need.STATE)
    return any(scene.meets(each, need) for each in reading.roles.actors for need in needs)


def _near(token: Token, reading: Reading) -> bool:
    return token.sentence_i == reading.match.top.sentence_i
