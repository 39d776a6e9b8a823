"""Who does what a noun tells, and to whom: a match headed by a noun comes in, its roles go out.

The noun's own phrases are asked, its owners, and the subject of the verb that carries it.
"""

from selon.extract.events.aimed import aimed_at
from selon.extract.events.blame import ascribed
from selon.extract.events.carriers import (
    carrier_of,
    circumstance,
    is_done_by_subject,
    is_of_another,
    is_own,
    is_undergone,
    lends_clause,
    only_tells,
    spoken_of,
)
from selon.extract.events.frames import Frame, Intent, Need, Of
from selon.extract.events.inner import below_under, ids_of
from selon.extract.events.joined import pair
from selon.extract.events.line import Line
from selon.extract.events.match import Match
from selon.extract.events.phrases import spelled
from selon.extract.events.roles import Roles, others
from selon.extract.events.scene import Scene, Who
from selon.extract.events.slots import in_places
from selon.extract.events.surface import agents_after, phrases_after
from selon.extract.events.violence import harmed_in
from selon.extract.events.voice import behind_comma, pooled
from selon.model.ontology import EventType
from selon.parse.clause import Arguments, arguments, is_passive, logical_subjects, owners
from selon.parse.tree import Token

_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION)
_BETWEEN = ("entre", "between")
_GENITIVE = ("de", "of")
_GIVERS = ("from", "de la part de")


def nominal_roles(match: Match, frame: Frame | Intent, scene: Scene) -> Roles:
    """The roles of a match whose top is a noun; empty where neither its phrase nor its verb names anybody."""
    noun, found, line = match.top, pooled(match), scene.line
    verb = carrier_of(noun, line)
    lending = next((each for each in noun.all("acl") if lends_clause(each)), None)
    named = _named(match, frame, found, scene)
    agents = [each for head in agents_after(match.tokens[-1], line)[:1] for each in head.conjuncts()]
    agent = ids_of(agents, scene.who, inner=False)
    actors = agent or _in_phrase(noun, frame, found, named, scene)
    if not actors and verb is not None and only_tells(verb, noun, line):
        actors = own_doers(noun, frame, scene.who)
        verb = None if noun.head is not verb or behind_comma(noun) else verb
    victim_of = verb if verb is not None and noun.base == "obj" and is_undergone(verb, line) else None
    doing = verb if verb is not None and victim_of is None and is_done_by_subject(verb, noun, frame) else None
    actors = actors or _by_clause(match, found, doing, lending, scene)
    if verb is not None:
        _extend(found, verb, noun)
    if victim_of is not None:  # "received petitions from the detainees"
        actors = actors or ids_of(found.oblique(*_GIVERS), scene.who, inner=False)
    actors = actors or _by_wording(match, found, named, scene)
    recipients = _undergoers(match, found, actors, victim_of, scene)
    if agent and not recipients:  # « le bombardement des rebelles par l'aviation »
        recipients = others(ids_of(found.oblique(*_GENITIVE), scene.who, inner=True), actors)
    speaker = spoken_of(noun, line) if verb is None else None
    if speaker is not None and not actors and is_own(noun, frame, line):
        actors = ids_of(logical_subjects(speaker), scene.who, inner=True)
    meets = isinstance(frame, Frame) and frame.type is EventType.CONSULT
    on_the_way = circumstance(noun, line) if meets and verb is None and not actors else None
    if on_the_way is not None:
        actors = ids_of(logical_subjects(on_the_way), scene.who, inner=True)
    supported = any(each is not None for each in (verb, lending, speaker, on_the_way))
    return Roles(actors, others(recipients, actors), supported, found)


def _in_phrase(
    noun: Token, frame: Frame | Intent, found: Arguments, named: tuple[str, ...], scene: Scene
) -> tuple[str, ...]:
    """The doers that the noun's own phrase names: « entre X et Y », the places of the frame, its subject, who is
    said to have done it."""
    both = _between([each for name, each in found.obliques if name in _BETWEEN and each.head is noun], scene)
    actors = both if len(both) > 1 else named if frame.actor[:1] != ("subject",) else ()
    return actors or ids_of(found.subjects, scene.who, inner=True) or ascribed(noun, scene)


def _by_clause(
    match: Match, found: Arguments, doing: Token | None, lending: Token | None, scene: Scene
) -> tuple[str, ...]:
    """The doers by the clause around the noun: its owner, the subject of the verb `doing` it, the agent of the
    participle `lending` it a clause, or whoever stands behind « par »."""
    noun, frame, who = match.top, match.pattern.frame, scene.who
    groups: list[tuple[list[Token], bool]] = []
    doers_own = isinstance(frame, Intent) or _names(noun, found, frame, scene.line) is Of.ACTOR
    if doers_own and is_of_another(noun, frame, scene.line):
        groups.append((found.oblique(*_GENITIVE), True))
    if frame.of is Of.ACTOR and noun.base == "obj":  # "welcomes Hamas's readiness": Hamas is ready
        groups.append((owners(noun), True))
    if doing is not None:
        groups.append((logical_subjects(doing), True))
    if lending is not None and is_passive(lending):
        groups += [(logical_subjects(lending), True), (agents_after(lending, scene.line), False)]
    groups.append((agents_after(match.tokens[-1], scene.line)[:1], False))
    return next((ids for tokens, inner in groups if (ids := ids_of(tokens, who, inner=inner))), ())


def _extend(found: Arguments, verb: Token, noun: Token) -> None:
    """Adds to the arguments of a nominal deed those of the verb that carries it."""
    extra = arguments(verb)
    found.obliques.extend(extra.obliques)
    if noun.base == "nsubj" and not extra.passive:
        found.objects.extend(extra.objects)


def _by_wording(match: Match, found: Arguments, named: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """The doers by what the noun is made of: its arms, its owner, « de X », both sides, the places of the frame."""
    noun, frame, who = match.top, match.pattern.frame, scene.who
    of = _names(noun, found, frame, scene.line)
    return (
        (ids_of(_weapons(match, scene.line), who, inner=False) if of is not Of.RECIPIENT else ())
        or (() if _is_of_its_victims(match, found, scene) else _owned(noun, match.nouns, frame, who))
        or (ids_of(found.oblique(*_GENITIVE), who, inner=True) if of is Of.ACTOR else ())
        or _between(found.oblique(*_BETWEEN), scene)
        or _between(phrases_after(noun, _BETWEEN, scene.line), scene)
        or named
    )


def _undergoers(
    match: Match, found: Arguments, actors: tuple[str, ...], victim_of: Token | None, scene: Scene
) -> tuple[str, ...]:
    """To whom it is done: the subject of a verb that undergoes it, the places of the frame, « de X », the owner."""
    noun, frame, who = match.top, match.pattern.frame, scene.who
    victims = ids_of(logical_subjects(victim_of), who, inner=True) if victim_of is not None else ()
    recipients = others(victims, actors) or in_places(frame.recipient, match, found, scene, actors)
    recipients = recipients or others(aimed_at(match, scene), actors)
    if not recipients and _names(noun, found, frame, scene.line) is Of.RECIPIENT:
        recipients = ids_of(found.oblique(*_GENITIVE), who, inner=True)
    if not recipients:
        barred = ("object", "de", "à") if actors else ("object", "de", "à", "en", "dans")
        places = tuple(spelled(each) for each in frame.recipient if each not in barred)
        recipients = ids_of(phrases_after(match.tokens[-1], places, scene.line), who, inner=False)[:1]
    if not recipients and isinstance(frame, Frame) and frame.type is EventType.ASSAULT:
        recipients = others(ids_of(harmed_in(noun, scene), who, inner=False), actors)
    if not recipients and _is_of_its_victims(match, found, scene):
        return ids_of([each for each in owners(noun) if _possessive(each)], who, inner=False)
    return recipients or _owned(noun, match.nouns, frame, who) or _undergoer(match, frame, who)


def _is_of_its_victims(match: Match, found: Arguments, scene: Scene) -> bool:
    """Whether whose a deed of force is by an English possessive are those who suffer it: "the lawyer's killing".

    Not where they are a state or bear arms ("Oman's arrests"), or others suffer it ("their killing of a lawyer").
    """
    line, noun, classes = scene.line, match.top, scene.line.lexicon.classes
    suffered = line.words(noun) & (classes.get("suffered", frozenset()) - classes.get("attack", frozenset()))
    if line.lexicon.lang != "en" or not suffered or found.oblique(*_GENITIVE):
        return False
    ids = ids_of([each for each in owners(noun) if _possessive(each)], scene.who, inner=False)
    return bool(ids) and not any(scene.meets(each, Need.ARMED) for each in ids)


def _names(noun: Token, found: Arguments, frame: Frame | Intent, line: Line) -> Of:
    """Whom « de X » names: whoever suffers it where the noun is of that kind, but forces and rulers do it (« la
    répression de l'armée », « le bombardement du régime »)."""
    classes = line.lexicon.classes
    suffered = line.words(noun) & classes.get("suffered", frozenset())
    wielders = classes.get("wielder", frozenset())
    if line.words(noun) & classes.get("wielded", frozenset()):
        done = any(line.words(each) & wielders for each in found.oblique(*_GENITIVE))
        return Of.ACTOR if done else Of.RECIPIENT
    return Of.RECIPIENT if suffered else frame.of


def _weapons(match: Match, line: Line) -> list[Token]:
    """The arms or police that a matched noun names, whose side does it (« une attaque de drones ukrainiens », « la
    descente de police »)."""
    frame, classes = match.pattern.frame, line.lexicon.classes
    if isinstance(frame, Intent) or frame.type not in _FORCE:
        return []
    arms = frozenset().union(*(classes.get(name, frozenset()) for name in ("aircraft", "weapons", "police")))
    return [each for each in match.nouns if line.words(each) & arms]


def _named(match: Match, frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doers of a nominal deed in the places that its frame names, but for the subject of a verb."""
    both = _between(found.oblique(*_BETWEEN), scene) if "entre" in frame.actor else ()
    places = [each for each in frame.actor if each not in ("subject", "matched")]
    return both or in_places(places, match, found, scene)


def own_doers(noun: Token, frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    """Whose a deed is by its own phrase: its owner, or « de X » where that names the doer."""
    genitive = below_under(noun, _GENITIVE) if frame.of is Of.ACTOR else []
    return ids_of(owners(noun), who, inner=False) or ids_of(genitive, who, inner=False)


def _between(phrases: list[Token], scene: Scene) -> tuple[str, ...]:
    """Both sides of « entre X et Y », the second one wherever the tree has put it."""
    return ids_of([each for phrase in phrases for each in pair(phrase, scene.line)], scene.who, inner=True)


def _owned(noun: Token, nouns: list[Token], frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    """Whose the matched nouns are, but for possessives that name no doer."""
    tokens = [each for part in (noun, *nouns) for each in owners(part)]
    if frame.of is Of.NONE:  # « le rejet de leurs candidatures » is not theirs
        tokens = [each for each in tokens if not _possessive(each) or each in owners(noun)]
    if frame.of is Of.RECIPIENT and not any(below_under(part, _GENITIVE) for part in (noun, *nouns)):
        tokens = [each for each in tokens if not _possessive(each)]
    return ids_of(tokens, who, inner=False)


def _possessive(token: Token) -> bool:
    return token.pos == "DET" or token.rel == "nmod:poss"


def _undergoer(match: Match, frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    """Whose undoing a noun tells by a possessive alone (« son arrestation », "the minister's arrest")."""
    if frame.of is not Of.RECIPIENT:
        return ()
    return ids_of(
        [each for part in (match.top, *match.nouns) for each in owners(part) if _possessive(each)], who, inner=False
    )
