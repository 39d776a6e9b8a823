"""Who does what a noun tells, and to whom: a match headed by a noun comes in, its roles go out.

The noun's own phrases are asked, its owners, and the subject of the verb that carries it.
"""

from selon.extract.events.carriers import (
    circumstance,
    flees,
    is_carrier,
    is_of_another,
    is_own,
    is_undergone,
    lends_clause,
    only_tells,
    spoken_of,
)
from selon.extract.events.frames import Frame, Intent, Of
from selon.extract.events.line import Line
from selon.extract.events.match import Match
from selon.extract.events.means import ascribed
from selon.extract.events.roles import Roles, others
from selon.extract.events.slots import Scene, Who, below_under, ids_of, in_places, spelled
from selon.extract.events.surface import agents_after, pair, phrases_after
from selon.extract.events.voice import behind_comma, pooled
from selon.model.ontology import EventType
from selon.parse.clause import Arguments, arguments, brings_about, is_passive, logical_subjects, owners, supporting_verb
from selon.parse.tree import Token

_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION)
_BETWEEN = ("entre", "between")
_GENITIVE = ("de", "of")


def nominal_roles(match: Match, frame: Frame | Intent, scene: Scene) -> Roles:
    """The roles of a match whose top is a noun; empty where neither its phrase nor its verb names anybody."""
    noun, who = match.top, scene.who
    found = pooled(match)
    verb = supporting_verb(noun)
    if verb is not None and noun.base == "obj" and flees(verb, scene.line):
        verb = None
    carried = next((each for each in noun.all("acl") if lends_clause(each)), None)
    named = _named(match, frame, found, scene)
    both = _between([each for name, each in found.obliques if name in _BETWEEN and each.head is noun], scene)
    actors = both if len(both) > 1 else named if frame.actor[:1] != ("subject",) else ()
    actors = actors or ids_of(found.subjects, who, inner=True)
    actors = actors or ascribed(noun, scene)
    if not actors and verb is not None and only_tells(verb, noun, scene.line):
        actors = _own_doers(noun, frame, who)
        verb = None if noun.head is not verb or behind_comma(noun) else verb
    if not actors and is_of_another(noun, frame, scene.line):
        actors = ids_of(found.oblique(*_GENITIVE), who, inner=True)
    undergone = verb is not None and noun.base == "obj" and is_undergone(verb, scene.line)
    carries = verb is not None and not brings_about(verb, noun) and not undergone and "subject" in frame.actor
    if not actors and frame.of is Of.ACTOR and noun.base == "obj":  # "welcomes Hamas's readiness": Hamas is ready
        actors = ids_of(owners(noun), who, inner=True)
    if not actors and verb is not None and carries and (noun.base != "nsubj" or is_carrier(verb, noun)):
        actors = ids_of(logical_subjects(verb), who, inner=True)
    if not actors and carried is not None and is_passive(carried):
        actors = ids_of(logical_subjects(carried), who, inner=True) or ids_of(
            agents_after(carried, scene.line), who, inner=False
        )
    if not actors:
        actors = ids_of(agents_after(match.tokens[-1], scene.line)[:1], who, inner=False)
    owned = _owned(noun, match.nouns, frame, who)
    if verb is not None:
        extra = arguments(verb)
        found.obliques.extend(extra.obliques)
        if noun.base == "nsubj" and not extra.passive:
            found.objects.extend(extra.objects)
    genitive = ids_of(found.oblique(*_GENITIVE), who, inner=True)
    of = _names(noun, found, frame, scene.line)
    if not actors and of is not Of.RECIPIENT:
        actors = ids_of(_weapons(match, scene.line), who, inner=False)
    if not actors:
        actors = (
            owned
            or (genitive if of is Of.ACTOR else ())
            or _between(found.oblique(*_BETWEEN), scene)
            or _between(phrases_after(noun, _BETWEEN, scene.line), scene)
            or named
        )
    victims = ids_of(logical_subjects(verb), who, inner=True) if verb is not None and undergone else ()
    recipients = others(victims, actors) or in_places(frame.recipient, match, found, scene, actors)
    if not recipients and of is Of.RECIPIENT:
        recipients = genitive
    if not recipients:
        barred = ("object", "de", "à") if actors else ("object", "de", "à", "en", "dans")
        places = tuple(spelled(each) for each in frame.recipient if each not in barred)
        recipients = ids_of(phrases_after(match.tokens[-1], places, scene.line), who, inner=False)[:1]
    recipients = recipients or owned or _undergoer(match, frame, who)
    speaker = spoken_of(noun, scene.line) if verb is None else None
    if speaker is not None and not actors and is_own(noun, frame, scene.line):
        actors = ids_of(logical_subjects(speaker), who, inner=True)
    meets = isinstance(frame, Frame) and frame.type is EventType.CONSULT
    on_the_way = circumstance(noun, scene.line) if meets and verb is None and not actors else None
    if on_the_way is not None:
        actors = ids_of(logical_subjects(on_the_way), who, inner=True)
    supported = any(each is not None for each in (verb, carried, speaker, on_the_way))
    return Roles(actors, others(recipients, actors), supported, found)


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


def _own_doers(noun: Token, frame: Frame | Intent, who: Who) -> tuple[str, ...]:
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
