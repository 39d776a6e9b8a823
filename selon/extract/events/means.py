"""Who is behind violence that is told by its victims: the doers of the attack in which, or by which, they came to harm.

« tués dans une attaque de jihadistes », "killed in Russian shelling", « un raid israélien a tué trois civils ».
"""

from collections.abc import Iterable

from selon.extract.events.frames import Frame
from selon.extract.events.match import Match
from selon.extract.events.slots import Scene, below_under, ids_of
from selon.extract.events.surface import pair
from selon.model.ontology import EventType, Mode
from selon.parse.clause import (
    Arguments,
    arguments,
    clause_words,
    is_passive,
    is_verb,
    logical_subjects,
    owners,
    preposition,
)
from selon.parse.tree import Token

_VIOLENT = ("attack", "war", "violence")
_BETWEEN = ("entre", "between")
_MAKER = ("par", "by", "de la part de")
_NEAR = 4
# So many words of its own phrases stand between an attack and the clause that tells whom it killed.
_PHRASE = 8
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM")
_AGAINST = ("avec", "contre", "with", "against")
_DIRECTED = ("contre", "sur", "against", "on")
_FACING = ("à", "avec", "contre", "against", "with")
_GENITIVE = ("de", "of")


def is_violence(token: Token, scene: Scene) -> bool:
    """Whether a noun names an attack, a fight or another act of violence."""
    classes = scene.line.lexicon.classes
    return any(scene.line.words(token) & classes.get(name, frozenset()) for name in _VIOLENT)


def doers_of(violence: Token, scene: Scene) -> tuple[str, ...]:
    """The doers of an act of violence; () where the text names none."""
    return _first([_doers(violence, scene)])


def doers_by(match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doers of the violence that is itself the subject of a deed of violence, or stands in its pattern."""
    if not _tells_violence(match):
        return ()
    return _first(_doers(noun, scene) for noun in [*found.subjects, *match.nouns] if is_violence(noun, scene))


def struck_by(found: Arguments, counted: tuple[str, ...], match: Match, scene: Scene) -> tuple[str, ...]:
    """At whom the violence is directed that only counts its dead (« l'attaque contre un convoi malien a fait dix
    morts »); () where somebody else than the `counted` comes to harm.
    """
    named = {id for noun in match.nouns for id in scene.who(noun)}
    if not _tells_violence(match) or not named.issuperset(counted):
        return ()
    struck = [each for noun in found.subjects if not scene.who(noun) for each in _under_or_deeper(noun)]
    return tuple(id for id in ids_of(struck, scene.who, inner=False) if id not in named)


def _under_or_deeper(violence: Token) -> list[Token]:
    """Whom « contre » or "against" names below violence, or below what it is of."""
    return [each for noun in (violence, *violence.all("nmod")) for each in below_under(noun, _DIRECTED)]


def violence_that(match: Match, scene: Scene) -> Token | None:
    """The violence that itself does a deed of violence in a relative clause (« l'attaque qui a tué … », "the explosion
    that tore through the port and killed …"); read from the row of words, None elsewhere."""
    if not _tells_violence(match):
        return None
    tokens, relative = scene.line.tokens, clause_words(match.top.parse.lang).relative
    at = match.top.i - tokens[0].i
    for i in range(at - 1, 0, -1):
        if tokens[i].lower in relative and (violence := _violence_before(i, match.top, scene)) is not None:
            return violence
        if tokens[i].text in (",", ";", ":") or tokens[i].lower in relative or tokens[i].pos == "SCONJ":
            return None
    return None


def _violence_before(i: int, verb: Token, scene: Scene) -> Token | None:
    """The violence that the relative pronoun at position `i` stands for: right before it, or before phrases of its own
    (« une attaque sur la localité de Blida qui a fait un mort »)."""
    tokens = scene.line.tokens
    if is_violence(tokens[i - 1], scene):
        return tokens[i - 1]
    number = next((each.morph.get("Number") for each in (*verb.all("aux"), verb) if each.is_("VerbForm", "Fin")), None)
    for each in reversed(tokens[max(i - _PHRASE, 0) : i]):
        if each.pos not in _NOMINAL:
            return None
        if is_violence(each, scene) and number is not None and each.is_("Number", number):
            return each
    return None


def doers_within(match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doers of the violence in the course of which a deed of violence happens."""
    within = scene.line.lexicon.classes.get("within", frozenset())
    if not _tells_violence(match) and not _tells_arrest(match):
        return ()
    beside = [each for each in match.top.conjuncts() if each is not match.top and is_verb(each)]
    obliques = [*found.obliques, *(each for verb in beside for each in arguments(verb).obliques)]
    nouns = [noun for name, noun in obliques if name.split(" ")[0] in within]
    after = [each for each in scene.line.after(match.top) if each.pos in ("NOUN", "PROPN")]
    nouns += [each for each in after if scene.line.link(each)[0].split(" ")[0] in within]
    sweeps = scene.line.lexicon.classes.get("sweep", frozenset())
    nouns = [each for each in nouns if is_violence(each, scene) or scene.line.words(each) & sweeps]
    ids = _first(_doers(noun, scene) for noun in nouns)
    return ids or ids_of(_shared_agents(found, beside, scene), scene.who, inner=False)


def _shared_agents(found: Arguments, beside: list[Token], scene: Scene) -> list[Token]:
    """The agents of a passive verb of violence that is coordinated with one that has none."""
    hurting = [verb for verb in beside if found.passive and is_passive(verb) and _is_violent_verb(verb, scene)]
    return [each for verb in hurting for each in logical_subjects(verb)]


def _is_violent_verb(verb: Token, scene: Scene) -> bool:
    patterns = [each for word in scene.line.words(verb) for each in scene.line.lexicon.patterns.get(word, ())]
    return any(isinstance(each.frame, Frame) and each.frame.type is EventType.ASSAULT for each in patterns)


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


def _tells_violence(match: Match) -> bool:
    frame = match.pattern.frame
    return isinstance(frame, Frame) and frame.type is EventType.ASSAULT


def _tells_arrest(match: Match) -> bool:
    frame = match.pattern.frame
    return isinstance(frame, Frame) and frame.mode in (Mode.ARREST, Mode.SEIZE)


def _first(choices: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((ids for ids in choices if ids), ())


def _doers(noun: Token, scene: Scene) -> tuple[str, ...]:
    """Whose an attack is: its agent, who is said to be behind it, both sides of a fight, its owner."""
    phrase = [noun, *noun.all("nmod")]
    told = [each for part in phrase for verb in part.all("acl") for each in _behind_participle(verb, scene)]
    told = told or [each for verb in _set_off(noun, scene) for each in _behind_participle(verb, scene)]
    told += _workers(noun, scene)
    sides = [each for phrase in below_under(noun, _BETWEEN)[:1] for each in pair(phrase, scene.line)]
    suffered = scene.line.words(noun) & scene.line.lexicon.classes.get("suffered", frozenset())
    genitive = [] if suffered else below_under(noun, _GENITIVE)
    fight = scene.line.words(noun) & scene.line.lexicon.classes.get("war", frozenset())
    against = [*below_under(noun, _AGAINST), *_next_under(noun, _AGAINST, scene)] if fight else []
    opposed = _opposed(phrase, scene)
    claimed = _claimers(noun, scene)
    for tokens in (below_under(noun, _MAKER), told, sides, opposed, claimed, against, owners(noun), genitive):
        ids = ids_of(tokens, scene.who, inner=False)
        if ids:
            return ids
    return ()


def _claimers(noun: Token, scene: Scene) -> list[Token]:
    """Who claims an attack (« ont revendiqué l'attentat qui a tué … »)."""
    verb, claiming = noun.head, scene.line.lexicon.classes.get("claiming", frozenset())
    if verb is None or noun.base != "obj" or not scene.line.words(verb) & claiming:
        return []
    return logical_subjects(verb)


def _set_off(noun: Token, scene: Scene) -> list[Token]:
    """The participle behind a comma by which an attack is laid at somebody's door ("an assault, blamed on X, on …")."""
    comma, participle = ([*scene.line.tokens[noun.i - scene.line.tokens[0].i + 1 :], None, None])[:2]
    if comma is None or participle is None or comma.text != ",":
        return []
    return (
        [participle] if scene.line.words(participle) & _ascribing(scene) and participle.pos in ("VERB", "ADJ") else []
    )


def _opposed(phrase: list[Token], scene: Scene) -> list[Token]:
    """Both sides of what « oppose X à Y », "pits X against Y"."""
    opposing = scene.line.lexicon.classes.get("opposing", frozenset())
    verbs = [each for part in phrase for each in part.all("acl") if scene.line.words(each) & opposing]
    first = [each for verb in verbs for noun in verb.all("obj") for each in noun.conjuncts()]
    second = [each for verb in verbs for each in verb.all("obl", "iobj") if preposition(each) in _FACING]
    second += [each for noun in first for each in below_under(noun, _FACING)]
    return [*first, *second] if first else []


def _next_under(noun: Token, names: tuple[str, ...], scene: Scene) -> list[Token]:
    """The noun phrase right behind a noun that one of the prepositions leads, wherever the tree has hung it."""
    near = [each for each in scene.line.after(noun) if each.i <= noun.i + _NEAR and each.pos in ("NOUN", "PROPN")]
    return [each for each in near[:1] if scene.line.link(each)[0] in names]


def _behind_participle(verb: Token, scene: Scene) -> list[Token]:
    """Who stands behind « menée par », « attribuée à », "blamed on", "claimed by"."""
    agents = logical_subjects(verb) if is_passive(verb) else []
    if not scene.line.words(verb) & _ascribing(scene):
        return agents
    blamed = [each for each in verb.all("obl", "nmod") if preposition(each) in ("à", "to", "on")]
    return blamed[:1] or agents
