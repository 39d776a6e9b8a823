"""Who is behind violence that is told by its victims: the doers of the attack in which, or by which, they came to harm.

« tués dans une attaque de jihadistes », "killed in Russian shelling", « un raid israélien a tué trois civils ».
"""

from collections.abc import Iterable

from selon.extract.events.frames import Frame
from selon.extract.events.match import Match
from selon.extract.events.slots import Scene, below_under, ids_of
from selon.extract.events.surface import pair
from selon.model.ontology import EventType
from selon.parse.clause import Arguments, is_passive, logical_subjects, owners, preposition
from selon.parse.tree import Token

_VIOLENT = ("attack", "war", "violence")
_BETWEEN = ("entre", "between")
_MAKER = ("par", "by", "de la part de")
_GENITIVE = ("de", "of")


def is_violence(token: Token, scene: Scene) -> bool:
    """Whether a noun names an attack, a fight or another act of violence."""
    classes = scene.line.lexicon.classes
    return any(scene.line.words(token) & classes.get(name, frozenset()) for name in _VIOLENT)


def doers_by(match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doers of the violence that is itself the subject of a deed of violence, or stands in its pattern."""
    if not _tells_violence(match):
        return ()
    return _first(_doers(noun, scene) for noun in [*found.subjects, *match.nouns] if is_violence(noun, scene))


def doers_within(match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doers of the violence in the course of which a deed of violence happens."""
    within = scene.line.lexicon.classes.get("within", frozenset())
    if not _tells_violence(match):
        return ()
    nouns = [noun for name, noun in found.obliques if name.split(" ")[0] in within]
    after = [each for each in scene.line.after(match.top) if each.pos in ("NOUN", "PROPN")]
    nouns += [each for each in after if scene.line.link(each)[0].split(" ")[0] in within]
    return _first(_doers(noun, scene) for noun in nouns if is_violence(noun, scene))


def _tells_violence(match: Match) -> bool:
    frame = match.pattern.frame
    return isinstance(frame, Frame) and frame.type is EventType.ASSAULT


def _first(choices: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((ids for ids in choices if ids), ())


def _doers(noun: Token, scene: Scene) -> tuple[str, ...]:
    """Whose an attack is: its agent, who is said to be behind it, both sides of a fight, its owner."""
    phrase = [noun, *noun.all("nmod")]
    told = [each for part in phrase for verb in part.all("acl") for each in _behind_participle(verb, scene)]
    sides = [each for phrase in below_under(noun, _BETWEEN)[:1] for each in pair(phrase, scene.line)]
    suffered = scene.line.words(noun) & scene.line.lexicon.classes.get("suffered", frozenset())
    genitive = [] if suffered else below_under(noun, _GENITIVE)
    for tokens in (below_under(noun, _MAKER), told, sides, owners(noun), genitive):
        ids = ids_of(tokens, scene.who, inner=False)
        if ids:
            return ids
    return ()


def _behind_participle(verb: Token, scene: Scene) -> list[Token]:
    """Who stands behind « menée par », « attribuée à », "blamed on", "claimed by"."""
    agents = logical_subjects(verb) if is_passive(verb) else []
    blaming = scene.line.lexicon.classes.get("ascribed", frozenset())
    if not scene.line.words(verb) & blaming:
        return agents
    blamed = [each for each in verb.all("obl", "nmod") if preposition(each) in ("à", "to", "on")]
    return [*agents, *blamed[:1]]
