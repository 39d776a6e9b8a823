"""Who stands in the places that a frame names: a subject, an object, a phrase under a preposition.

A match and what its predicate takes come in, ids of actors go out. Each place is asked in the tree first, then in the
row of words.
"""

from collections.abc import Iterable

from selon.extract.events.behind import behind_in, first_read
from selon.extract.events.frames import Frame, Need
from selon.extract.events.inner import ids_of
from selon.extract.events.joined import with_joined
from selon.extract.events.match import Match
from selon.extract.events.moved import is_moved, is_received, is_venue
from selon.extract.events.phrases import below_objects, cleft, of_clause, phrases_in
from selon.extract.events.roles import others
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType
from selon.parse.clause import Arguments, is_passive, logical_subjects
from selon.parse.tree import Token

_GENITIVE = ("de", "of")
# Prepositions before whom something is given or handed to.
_GIVEN_TO = ("to",)
# Places in which no capital stands for its state.
_OWN = ("subject", "owner", "matched", "complement")


def in_places(
    places: Iterable[str], match: Match, found: Arguments, scene: Scene, taken: tuple[str, ...] | None = None
) -> tuple[str, ...]:
    """The actors in the first of the places that holds any who are not taken already; what is moved is no other side.

    `taken` are the doers, where other sides are asked for.
    """
    places = tuple(places)
    for number, place in enumerate(places):
        slot = _phrases(place, places[number:], match, found, scene)
        slot = [each for each in slot if taken is None or not is_moved(each, match, scene)]
        ids = others(_actors(place, slot, match, scene, asks_other=taken is not None), taken or ())
        if ids:
            return ids
    return ()


def _phrases(place: str, places: tuple[str, ...], match: Match, found: Arguments, scene: Scene) -> list[Token]:
    """The phrases in a place, without what only says where; `places` are it and those that come after it."""
    slot = [each for each in phrases_in(place, match, found) if not is_venue(each, scene)] or cleft(place, match)
    if place == "subject":
        slot = of_clause(match.top, slot)
        return [each for each in slot if scene.who(each)] or slot  # « Venus du Nigeria, des rebelles ont attaqué »
    if not slot and place in _GIVEN_TO and "object" in places:
        return below_objects(place, found, scene)
    if place in _GENITIVE:  # « exige de Minsk la libération des prisonniers »: of Minsk
        return [each for each in slot if each.head is match.top and scene.who(each)] or slot
    return slot


def _actors(place: str, slot: list[Token], match: Match, scene: Scene, *, asks_other: bool) -> tuple[str, ...]:
    """The actors behind the phrases of a place, else those whom the place itself lets stand for them."""
    # What an attack is directed at is not who made it; what somebody speaks of may be directed at whom he means.
    aims = asks_other or Need.SOURCE in match.pattern.frame.needs
    tokens = with_joined(slot, match, scene)
    whole = place == "object" and _meets_whole(match)
    if place == "object" and asks_other:
        tokens = [*_beside_matched(tokens, match, scene), *tokens]
    if ids := ids_of(tokens, scene.who, inner=not whole, aims=aims):
        return ids
    if place == "object":
        ids = ids_of([each for each in match.nouns if not is_moved(each, match, scene)], scene.who, inner=False)
    if place == "subject":
        ids = ids_of([each for token in tokens for each in _senders(token, scene)], scene.who, inner=False)
    if not ids and place not in _OWN and is_received(match):
        ids = ids_of(tokens, scene.host, inner=False)
    if not ids and place == "de":
        ids = first_read(behind_in(place, match, scene), match, scene)
    return ids


def _beside_matched(tokens: list[Token], match: Match, scene: Scene) -> list[Token]:
    """The nouns of a pattern beside which objects stand: "freed two journalists and an engineer" frees both."""
    nouns = [each for each in match.nouns if scene.who(each) and not is_moved(each, match, scene)]
    return [each for each in nouns if any(token is not each and token in each.conjuncts() for token in tokens)]


def _meets_whole(match: Match) -> bool:
    """Whether a verb tells of a visit or a meeting, which is with its object and nobody in it: "received word of the
    rebels' surrender" meets none."""
    frame = match.pattern.frame
    return isinstance(frame, Frame) and frame.type is EventType.CONSULT and len(match.tokens) == 1


def _senders(thing: Token, scene: Scene) -> list[Token]:
    """Who sent, fired or leads what does it (« des chasseurs dépêchés par la junte », "a missile fired by X")."""
    sent = scene.line.lexicon.classes.get("sent", frozenset())
    clauses = [each for each in thing.children if each.base == "acl" and scene.line.words(each) & sent]
    return [each for verb in clauses if is_passive(verb) for each in logical_subjects(verb)]
