"""Who does it and whom it is done to: a match comes in, its roles go out, from the places that its frame names.

Here those of a verb, a predicate or an adjective; those of a noun are in nominal.py.
"""

from dataclasses import replace

from selon.extract.events.aimed import aimed_at
from selon.extract.events.behind import behind_verb, deep_in, first_read
from selon.extract.events.doers import doers_of_verb
from selon.extract.events.frames import Frame, Intent, Of
from selon.extract.events.inner import below_under, ids_of
from selon.extract.events.line import PLACE, Line
from selon.extract.events.match import Match
from selon.extract.events.means import doers_of
from selon.extract.events.nominal import nominal_roles, own_doers
from selon.extract.events.roles import Roles, others
from selon.extract.events.scene import Scene
from selon.extract.events.slots import in_places
from selon.extract.events.surface import subjects_before
from selon.extract.events.violence import harmed_in, struck_by, violence_that
from selon.extract.events.voice import pooled
from selon.model.ontology import EventType
from selon.parse.clause import antecedent, is_passive, is_verb
from selon.parse.tree import Token

_BETWEEN = frozenset({"entre", "between"})
_GENITIVE = ("de", "of")
_THAT = ("que", "qu'", "qu’")
# So many tokens before a relative pronoun stands what it may stand for.
_NEAR = 4


def fill(match: Match, scene: Scene) -> Roles:
    """The actors in the places that the match's frame names; empty where the text names none."""
    told = _verbal_roles if verbal(match.top, scene.line) else nominal_roles
    roles = told(match, match.pattern.frame, scene)
    alone = len(roles.actors) == 1 and not roles.recipients and set(roles.actors) <= _venue(match, scene)
    return replace(roles, actors=()) if alone else roles


def _venue(match: Match, scene: Scene) -> set[str]:
    """The government that the town stands for after which talks are named: « les discussions de Vienne »."""
    frame = match.pattern.frame
    if isinstance(frame, Intent) or frame.type is not EventType.CONSULT:
        return set()
    towns = [each for noun in (match.top, *match.nouns) for each in below_under(noun, _GENITIVE)]
    return {id for town in towns if PLACE in scene.line.words(town) for id in scene.who(town)}


def verbal(top: Token, line: Line) -> bool:
    """Whether an event is told by a verb, a predicate or an adjective, not by a noun."""
    return is_verb(top) or top.first("cop") is not None or _open(top) or line.disguised(top)


def _open(top: Token) -> bool:
    return top.pos in ("ADJ", "ADV", "X") and top.first("det") is None


def _verbal_roles(match: Match, frame: Frame | Intent, scene: Scene) -> Roles:
    found = pooled(match)
    violence = violence_that(match, scene)
    actors = doers_of(violence, scene) if violence is not None else doers_of_verb(match, frame, found, scene)
    if not actors and frame.of is Of.ACTOR and is_passive(match.top):  # « les vœux du roi ont été transmis »
        actors = next((own for each in match.nouns if (own := own_doers(each, frame, scene.who))), ())
    recipients = others(_before_relative(match.top, scene), actors) if "object" in frame.recipient else ()
    recipients = recipients or in_places(frame.recipient, match, found, scene, actors)
    recipients = recipients or others(aimed_at(match, scene), actors)
    recipients = struck_by(found, recipients, match, scene) or recipients
    guessed = not recipients
    if not recipients and "subject" in frame.recipient and not found.subjects:
        recipients = others(first_read(subjects_before(match.tokens[0], scene.line), match, scene), actors)
    if not recipients:
        recipients = others(behind_verb(match, frame, found, scene), actors)
    if not recipients and (isinstance(frame, Intent) or "deep" in frame.recipient):
        recipients = others(deep_in(match, found, scene), actors)
    if not recipients and isinstance(frame, Frame) and frame.type is EventType.ASSAULT:
        harmed = [each for noun in match.nouns for each in harmed_in(noun, scene)]
        recipients = others(ids_of(harmed, scene.who, inner=False), actors)
    if not actors and len(recipients) > 1 and not _BETWEEN.isdisjoint(frame.recipient):
        actors, recipients = recipients, ()  # "a ceasefire between Israel and Hezbollah took hold": of both
    return Roles(actors, recipients, True, found, guessed)


def _before_relative(verb: Token, scene: Scene) -> tuple[str, ...]:
    """Who stands right before the relative pronoun that is a verb's object, whatever noun the tree makes it stand for
    (« ses relations avec le Maroc, qu'elle accuse de … »)."""
    pronoun = next((each for each in verb.all("obj") if antecedent(each) is not each or each.lower in _THAT), None)
    if pronoun is None and verb.rel == "acl:relcl" and not verb.all("obj"):
        pronoun = next((each for each in verb.all("mark") if each.lower in _THAT), None)
    if pronoun is None or is_passive(verb):
        return ()
    behind = [each for each in scene.line.tokens if pronoun.i - _NEAR <= each.i < pronoun.i]
    return next((ids for each in reversed(behind) if (ids := scene.who(each))), ())
