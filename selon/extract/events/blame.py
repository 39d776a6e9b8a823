"""To whom the words around an act ascribe it: an act comes in, those who are said to be behind it go out.

« attribuée à X », "an assault, blamed on X", « est l'œuvre de X », « X a revendiqué ». Reads the classes `ascribed`,
`claiming` and `work`.
"""

from selon.extract.events.inner import below_under, ids_of
from selon.extract.events.scene import Scene
from selon.parse.clause import is_passive, logical_subjects, preposition
from selon.parse.tree import Token

_GENITIVE = ("de", "of")
_LAID_AT = ("à", "to", "on")


def blamed(noun: Token, scene: Scene) -> list[Token]:
    """Who is said to be behind an act, by a participle or a predicate of it."""
    clauses = [verb for part in (noun, *noun.all("nmod")) for verb in part.all("acl")]
    told = [each for verb in clauses for each in _behind_participle(verb, scene)]
    told = told or [each for verb in _set_off(noun, scene) for each in _behind_participle(verb, scene)]
    return [*told, *_workers(noun, scene)]


def ascribed(noun: Token, scene: Scene) -> tuple[str, ...]:
    """To whom a participle behind a noun ascribes what it names (« attribuée à X par Y »)."""
    verbs = [verb for verb in noun.all("acl") if scene.line.words(verb) & _ascribing(scene)]
    behind = [each for verb in verbs for each in _behind_participle(verb, scene)]
    return ids_of([*behind, *_workers(noun, scene)], scene.who, inner=False)


def _workers(noun: Token, scene: Scene) -> list[Token]:
    """Whose work an act is said to be (« est l'œuvre de X », "was the work of X")."""
    predicate, works = noun.head, scene.line.lexicon.classes.get("work", frozenset())
    if noun.base != "nsubj" or predicate is None or not scene.line.words(predicate) & works:
        return []
    return below_under(predicate, _GENITIVE) if predicate.first("cop") is not None else []


def _ascribing(scene: Scene) -> frozenset[str]:
    return scene.line.lexicon.classes.get("ascribed", frozenset())


def claimers(noun: Token, scene: Scene) -> list[Token]:
    """Who claims an attack (« ont revendiqué l'attentat qui a tué … »)."""
    verb, claiming = noun.head, scene.line.lexicon.classes.get("claiming", frozenset())
    if verb is None or noun.base != "obj" or not scene.line.words(verb) & claiming:
        return []
    return logical_subjects(verb)


def _set_off(noun: Token, scene: Scene) -> list[Token]:
    """The participle behind a comma by which an attack is laid at somebody's door ("an assault, blamed on X, on …")."""
    comma, participle = ([*scene.line.tokens[noun.i - scene.line.tokens[0].i + 1 :], None, None])[:2]
    if comma is None or participle is None or comma.text != "," or participle.pos not in ("VERB", "ADJ"):
        return []
    return [participle] if scene.line.words(participle) & _ascribing(scene) else []


def _behind_participle(verb: Token, scene: Scene) -> list[Token]:
    """Who stands behind « menée par », « attribuée à », "blamed on", "claimed by"."""
    agents = logical_subjects(verb) if is_passive(verb) else []
    if not scene.line.words(verb) & _ascribing(scene):
        return agents
    blamed = [each for each in verb.all("obl", "nmod") if preposition(each) in _LAID_AT]
    return blamed[:1] or agents
