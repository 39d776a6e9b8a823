"""Who is behind violence that is told by its victims: the doers of the attack in which, or by which, they came to harm.

« tués dans une attaque de jihadistes », "killed in Russian shelling", « un raid israélien a tué trois civils ».
"""

from collections.abc import Iterable

from selon.extract.events.blame import blamed, claimers
from selon.extract.events.frames import Frame
from selon.extract.events.inner import below_under, ids_of
from selon.extract.events.joined import pair
from selon.extract.events.match import Match
from selon.extract.events.scene import Scene
from selon.extract.events.violence import is_violence, tells_violence
from selon.model.ontology import EventType, Mode
from selon.parse.clause import (
    Arguments,
    arguments,
    is_passive,
    is_verb,
    logical_subjects,
    owners,
    preposition,
)
from selon.parse.tree import Token

_BETWEEN = ("entre", "between")
_MAKER = ("par", "by", "de la part de")
_NEAR = 4
_AGAINST = ("avec", "contre", "with", "against")
_FACING = ("à", "avec", "contre", "against", "with")
_GENITIVE = ("de", "of")


def doers_of(noun: Token, scene: Scene) -> tuple[str, ...]:
    """Whose an attack is: its agent, who is said to be behind it, both sides of a fight, its owner; () where
    the text names none."""
    sides = [each for phrase in below_under(noun, _BETWEEN)[:1] for each in pair(phrase, scene.line)]
    choices = (
        below_under(noun, _MAKER),
        blamed(noun, scene),
        sides,
        _opposed(noun, scene),
        claimers(noun, scene),
        _fought(noun, scene),
        owners(noun),
        _genitive(noun, scene),
    )
    return _first(ids_of(tokens, scene.who, inner=False) for tokens in choices)


def doers_by(match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doers of the violence that is itself the subject of a deed of violence, or stands in its pattern."""
    if not tells_violence(match):
        return ()
    return _first(doers_of(noun, scene) for noun in [*found.subjects, *match.nouns] if is_violence(noun, scene))


def doers_within(match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doers of the violence in the course of which a deed of violence happens."""
    within = scene.line.lexicon.classes.get("within", frozenset())
    if not tells_violence(match) and not _tells_arrest(match):
        return ()
    beside = [each for each in match.top.conjuncts() if each is not match.top and is_verb(each)]
    obliques = [*found.obliques, *(each for verb in beside for each in arguments(verb).obliques)]
    nouns = [noun for name, noun in obliques if name.split(" ")[0] in within]
    after = [each for each in scene.line.after(match.top) if each.pos in ("NOUN", "PROPN")]
    nouns += [each for each in after if scene.line.link(each)[0].split(" ")[0] in within]
    sweeps = scene.line.lexicon.classes.get("sweep", frozenset())
    nouns = [each for each in nouns if is_violence(each, scene) or scene.line.words(each) & sweeps]
    ids = _first(doers_of(noun, scene) for noun in nouns)
    return ids or ids_of(_shared_agents(found, beside, scene), scene.who, inner=False)


def _shared_agents(found: Arguments, beside: list[Token], scene: Scene) -> list[Token]:
    """The agents of a passive verb of violence that is coordinated with one that has none."""
    hurting = [verb for verb in beside if found.passive and is_passive(verb) and _is_violent_verb(verb, scene)]
    return [each for verb in hurting for each in logical_subjects(verb)]


def _is_violent_verb(verb: Token, scene: Scene) -> bool:
    patterns = [each for word in scene.line.words(verb) for each in scene.line.lexicon.patterns.get(word, ())]
    return any(isinstance(each.frame, Frame) and each.frame.type is EventType.ASSAULT for each in patterns)


def _tells_arrest(match: Match) -> bool:
    frame = match.pattern.frame
    return isinstance(frame, Frame) and frame.mode in (Mode.ARREST, Mode.SEIZE)


def _first(choices: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((ids for ids in choices if ids), ())


def _fought(noun: Token, scene: Scene) -> list[Token]:
    """Whom a fight is fought with or against."""
    fight = scene.line.words(noun) & scene.line.lexicon.classes.get("war", frozenset())
    return [*below_under(noun, _AGAINST), *_next_under(noun, _AGAINST, scene)] if fight else []


def _genitive(noun: Token, scene: Scene) -> list[Token]:
    """Who stands behind "of", but for those who suffer ("the killing of")."""
    suffered = scene.line.words(noun) & scene.line.lexicon.classes.get("suffered", frozenset())
    return [] if suffered else below_under(noun, _GENITIVE)


def _opposed(noun: Token, scene: Scene) -> list[Token]:
    """Both sides of what « oppose X à Y », "pits X against Y"."""
    opposing = scene.line.lexicon.classes.get("opposing", frozenset())
    clauses = [each for part in (noun, *noun.all("nmod")) for each in part.all("acl")]
    verbs = [each for each in clauses if scene.line.words(each) & opposing]
    first = [each for verb in verbs for thing in verb.all("obj") for each in thing.conjuncts()]
    second = [each for verb in verbs for each in verb.all("obl", "iobj") if preposition(each) in _FACING]
    second += [each for side in first for each in below_under(side, _FACING)]
    return [*first, *second] if first else []


def _next_under(noun: Token, names: tuple[str, ...], scene: Scene) -> list[Token]:
    """The noun phrase right behind a noun that one of the prepositions leads, wherever the tree has hung it."""
    near = [each for each in scene.line.after(noun) if each.i <= noun.i + _NEAR and each.pos in ("NOUN", "PROPN")]
    return [each for each in near[:1] if scene.line.link(each)[0] in names]
