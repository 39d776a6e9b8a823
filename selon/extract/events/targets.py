"""Whose is what is struck, seized or refused, where nobody stands in the place of the other side.

« détruit un drone lancé par les rebelles », « empêché la manifestation que des étudiants avaient organisée », "stormed
a village in northern Mali".
"""

from collections.abc import Iterator

from selon.extract.events.frames import Frame, Need
from selon.extract.events.inner import below_under, ids_of
from selon.extract.events.line import PLACE
from selon.extract.events.match import Match
from selon.extract.events.moved import is_moved
from selon.extract.events.phrases import spelled
from selon.extract.events.roles import Roles
from selon.extract.events.scene import Scene
from selon.extract.events.surface import agents_after, phrases_after
from selon.model.ontology import EventType, Mode
from selon.parse.clause import is_passive, is_verb, logical_subjects, preposition
from selon.parse.tree import Token

# What is done to things and deeds of others.
_DONE = (
    EventType.ASSAULT, EventType.COERCE, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SANCTION,
)  # fmt: skip
# What is done to those who live where it hits.
_HITTING = (EventType.ASSAULT, EventType.COERCE)
# So many words behind a noun stands the participle that tells of it.
_NEXT = 2
_SOMEBODY = ("subject", "inner", "owner", "matched", "deep", "complement")
_WHERE = ("à", "en", "dans", "de", "près de", "in", "at", "near", "of", "outside", "inside", "around", "into")
_SCENE = ("à", "en", "dans", "près de", "in", "near", "outside", "inside", "around")
# From whom things are taken.
_BEREFT = ("chez", "from", "auprès de", "on", "onto")
_TOWARDS = ("à", "envers", "de", "to", "towards", "toward", "from")


def whose(match: Match, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """Who made, organised or holds what a deed is done to, else the state in which it lies; () where nothing tells."""
    frame = match.pattern.frame
    if not isinstance(frame, Frame) or frame.type not in _DONE or Need.SOURCE in frame.needs:
        return ()
    targets = list(_targets(match, frame, roles, scene))
    if roles.recipients:  # « interdit les manifestations contre le président prévues par l'opposition »
        protests = scene.line.lexicon.classes.get("protest", frozenset())
        targets = [each for each in targets if scene.line.words(each) & protests and not scene.who(each)]
    makers = ids_of([each for target in targets for each in _makers(target, match, scene)], scene.who, inner=False)
    others = tuple(id for id in makers if id not in roles.actors)
    if others or roles.recipients:
        return others
    if frame.type is EventType.REJECT:  # "reneged on his commitment to the people"
        owed = [each for noun in match.nouns for each in below_under(noun, _TOWARDS)]
        return tuple(id for id in ids_of(owed, scene.who, inner=False) if id not in roles.actors)
    if frame.type not in _HITTING or frame.mode is Mode.CURFEW:
        return ()
    behind = phrases_after(match.tokens[-1], _BEREFT, scene.line)
    people = ids_of([each for each in behind if each.pos == "NOUN"][:1], scene.who, inner=False)
    if any(id not in roles.actors for id in people):  # « a saisi de la drogue chez des trafiquants »
        return tuple(id for id in people if id not in roles.actors)
    return next((ids for target in targets if (ids := _home(target, match, roles, scene))), ())


def _targets(match: Match, frame: Frame, roles: Roles, scene: Scene) -> Iterator[Token]:
    """What the deed is done to: its object, what stands under a preposition of its other side, its own noun."""
    found = roles.arguments
    towards = [each for each in frame.recipient if each not in _SOMEBODY and spelled(each) not in _SCENE]
    led = [each for place in towards for each in found.oblique(place, spelled(place))]
    led += phrases_after(match.tokens[-1], tuple(spelled(each) for each in towards), scene.line)[:1]
    nouns = [each for each in match.nouns if each is not match.top and each not in found.subjects]
    for each in dict.fromkeys((*found.objects, *led, *nouns)):
        if each.pos in ("NOUN", "PROPN") and not is_moved(each, match, scene):
            yield each


def _makers(target: Token, match: Match, scene: Scene) -> list[Token]:
    """Who does what a clause at the target's side tells of it (« lancé par X », "that X had built")."""
    clauses = [each for each in target.children if each.base == "acl" and is_verb(each)]
    clauses = [each for each in clauses if not each.all("ccomp", "xcomp", "parataxis")]
    found = [each for clause in clauses if clause is not match.top for each in logical_subjects(clause)]
    made = next((each for each in scene.line.after(target) if _is_of(each, target) and each not in match.tokens), None)
    if not found and made is not None and is_passive(made):
        found = agents_after(made, scene.line)[:1]
    return [each for each in found if each is not target and each not in match.tokens]


def _is_of(participle: Token, target: Token) -> bool:
    """Whether a participle tells of a noun: it stands right behind it, or agrees with it and not with its governor."""
    if not participle.is_("VerbForm", "Part"):
        return False
    over = participle.head
    agrees = _form(participle) == _form(target) and over is not None and _form(over) != _form(target)
    return participle.i - target.i <= _NEXT or (agrees and target.parse.lang == "fr")


def _form(token: Token) -> tuple[str | None, str | None]:
    return token.morph.get("Gender"), token.morph.get("Number")


def _home(target: Token, match: Match, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """The state, town or region that a thing is in or of, where those who strike are no authority of it."""
    for each in _inside(target):
        if each in match.tokens and each is not target:
            continue
        placed = PLACE in scene.line.words(each) or preposition(each) in _WHERE or each.base == "amod"
        ids = (scene.site(each) or scene.host(each) or scene.who(each)) if placed else ()
        ids = tuple(id for id in ids if id not in roles.actors and scene.strikes(roles.actors, id))
        if ids:
            return ids[:1]
    return ()


def _inside(target: Token) -> Iterator[Token]:
    """The words of a phrase but for the clauses in it, the nearest first."""
    yield target
    for child in target.children:
        if child.base in ("nmod", "obl", "appos", "flat", "compound", "conj", "amod"):
            yield from _inside(child)
