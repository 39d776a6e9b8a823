"""Whether a reading has the parties that its frame asks for.

A side that the text fills with somebody whom nothing identifies (a pronoun, a name, people) is there, though no actor
stands for it: one known side is then enough.
"""

from collections.abc import Iterable

from selon.extract.events.frames import Act, Frame, Intent, Need
from selon.extract.events.match import Match
from selon.extract.events.phrases import spelled
from selon.extract.events.roles import Roles
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType, Mode
from selon.parse.tree import Token

# What a frame may need its doer to be.
_KINDS = (Need.ARMED, Need.STATE)
# Grammatical places that are no phrase under a preposition.
_OTHER_PLACES = ("inner", "owner", "matched", "deep", "complement")
# What papers say as their writers do.
_SPEECH = (EventType.ACCUSE, EventType.REQUEST, EventType.SUPPORT)
_SAID = (Act.DEMAND,)
_STOPS = (".", "!", "?")
# What is told of those who do it, and seldom of those with whom or to whom.
_TOGETHER = (EventType.CONSULT, EventType.PROTEST, EventType.MOBILIZE, EventType.AGREE)
# The first place of the other side in frames of what is done with others.
_SHARED = (("with",), ("between",), ("avec",), ("entre",))


def is_complete(match: Match, roles: Roles, scene: Scene) -> bool:
    """Whether all that the match's frame needs is there."""
    needs = match.pattern.frame.needs
    powers = is_between_powers(match, roles, scene)
    undergone = is_undergone(match, roles, scene)
    return not (
        Need.INTENDED in needs
        or (Need.ACTOR in needs and not (powers or undergone or _acted(match, roles, scene)))
        or (Need.RECIPIENT in needs and not (powers or _suffered(match, roles, scene)))
        or (Need.BOTH in needs and not (powers or undergone or _both_there(match, roles, scene)))
        or (Need.EITHER in needs and not (powers or roles.actors or roles.recipients))
        or (Need.PLURAL in needs and len({*roles.actors, *roles.recipients}) < 2 and not _gathered(match, roles, scene))
        or (Need.PLACE in needs and not (roles.recipients or _placed(match, roles)))
        or (Need.COMPLEMENT in needs and not roles.arguments.complements)
        or not all(any(scene.meets(each, need) for each in roles.actors) for need in needs if need in _KINDS)
    )


def is_undergone(match: Match, roles: Roles, scene: Scene) -> bool:
    """Whether a passive tells what was done to somebody known, by whom it does not say: "the envoy was summoned"."""
    frame, found = match.pattern.frame, roles.arguments
    asked = isinstance(frame, Intent) and frame.act is Act.DEMAND and frame.alone is not None
    told = asked or (isinstance(frame, Frame) and frame.type not in _TOGETHER)
    if not told or not found.passive or found.subjects or not roles.recipients or roles.guessed:
        return False
    passive = match.top.first("aux:pass") is not None or _is_set_apart(match.top) or _is_headline(match.top)
    sides = [*found.objects, *(each for _, each in found.obliques)]
    return passive and any(not set(scene.who(each)).isdisjoint(roles.recipients) for each in sides)


def _is_set_apart(participle: Token) -> bool:
    """Whether a participle opens its sentence or stands behind a comma: "Kabul, criticised for months, …"."""
    first = participle.i == participle.sentence.start
    return participle.base in ("acl", "advcl") and (first or participle.parse.tokens[participle.i - 1].text == ",")


def _is_headline(verb: Token) -> bool:
    """Whether a verb is the main one of a sentence that no full stop ends."""
    return verb.head is None and verb.sentence.tokens[-1].text not in _STOPS


def is_between_powers(match: Match, roles: Roles, scene: Scene) -> bool:
    """Whether no actor is known, but states, armies or authorities stand where a side stands: "both sides agreed"."""
    if roles.actors or roles.recipients or not _may_be_somebody(match):
        return False
    powers = scene.line.lexicon.classes.get("powers", frozenset())
    if Need.RECIPIENT in match.pattern.frame.needs and roles.arguments.passive:  # « il a été arrêté hier »
        classes = scene.line.lexicon.classes
        powers |= classes.get("personal", frozenset()) | classes.get("people", frozenset())
    here = scene.line.tokens[0].sentence_i
    frame = match.pattern.frame
    sides = [*_in_places(frame.actor, match, roles), *_in_places(frame.recipient, match, roles)]
    return any(not powers.isdisjoint(scene.line.words(each)) for each in sides if each.sentence_i == here)


def _acted(match: Match, roles: Roles, scene: Scene) -> bool:
    """Whether a doer is known, or else the other side is and somebody does it: "he met the rebels".

    Whoever goes somewhere must be known: "he came to London from Lagos to study".
    """
    if not roles.actors and roles.recipients and is_told_by_paper(match, roles, scene):
        return True
    if roles.actors or not _may_be_somebody(match) or _is_visit(match):
        return bool(roles.actors)
    return bool(roles.recipients) and _somebody(_in_places(match.pattern.frame.actor, match, roles), scene, doing=True)


def is_told_by_paper(match: Match, roles: Roles, scene: Scene) -> bool:
    """Whether a paper says what a frame of speech tells, whoever wrote it: "the statement called on them to go"."""
    frame, papers = match.pattern.frame, scene.line.lexicon.classes.get("paper", frozenset())
    spoken = frame.act in _SAID if isinstance(frame, Intent) else frame.type in _SPEECH
    return spoken and any(not papers.isdisjoint(scene.line.words(each)) for each in roles.arguments.subjects)


def _both_there(match: Match, roles: Roles, scene: Scene) -> bool:
    """Whether doer and other side are there; those who do together what is done with others are both: "Oslo and Rome
    pooled intelligence"."""
    shared = match.pattern.frame.recipient[:1] in _SHARED and len(roles.actors) > 1
    return shared or (_acted(match, roles, scene) and _suffered(match, roles, scene))


def _is_visit(match: Match) -> bool:
    frame = match.pattern.frame
    return isinstance(frame, Frame) and frame.mode is Mode.VISIT


def _suffered(match: Match, roles: Roles, scene: Scene) -> bool:
    """Whether the other side is known, or else the doer is and it is done to somebody: "thanked them"."""
    if roles.recipients or not _may_be_somebody(match):
        return bool(roles.recipients)
    return bool(roles.actors) and _somebody(_in_places(match.pattern.frame.recipient, match, roles), scene)


def _in_places(places: Iterable[str], match: Match, roles: Roles) -> list[Token]:
    """The phrases in the grammatical places but for matched words, actors or not."""
    found = roles.arguments
    own = {"subject": found.subjects, "object": found.objects}
    return [
        each
        for place in places
        if place not in _OTHER_PLACES
        for each in (own[place] if place in own else found.oblique(place, spelled(place)))
        if each not in match.tokens
    ]


def _may_be_somebody(match: Match) -> bool:
    """Whether a side may be somebody unidentified: told by a verb, as a deed."""
    frame = match.pattern.frame
    asks = isinstance(frame, Frame) or Need.BOTH in frame.needs or frame.act is Act.PROMISE  # "the sides agreed to"
    return asks and match.top.pos == "VERB" and Need.SOURCE not in frame.needs


def _somebody(phrases: Iterable[Token], scene: Scene, *, doing: bool = False) -> bool:
    """Whether one of the phrases is a person or people, or for a doer also what people do it with: "them", "villagers",
    "tanks"."""
    classes = scene.line.lexicon.classes
    people = classes.get("people", frozenset()) | classes.get("powers" if not doing else "doer", frozenset())
    pronouns = classes.get("personal", frozenset())
    return any(
        not people.isdisjoint(scene.line.words(each)) or each.lower in pronouns
        for each in phrases
        if each.sentence_i == scene.line.tokens[0].sentence_i
    )


def _gathered(match: Match, roles: Roles, scene: Scene) -> bool:
    """Whether several who act for states or parties are named by one plural (« les chefs d'État se réunissent »)."""
    leaders = scene.line.lexicon.classes.get("leaders", frozenset())
    subjects = [each for each in roles.arguments.subjects if each.sentence_i == match.top.sentence_i]
    plural = any(each.is_("Number", "Plur") and not leaders.isdisjoint(scene.line.words(each)) for each in subjects)
    return plural and match.pattern.reflexive and bool(roles.actors)


def _placed(match: Match, roles: Roles) -> bool:
    """Whether a phrase stands in one of the recipient's places, be it no actor (« dans plusieurs régions »)."""
    return any(roles.arguments.oblique(place) for place in match.pattern.frame.recipient)
