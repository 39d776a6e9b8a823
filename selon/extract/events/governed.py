"""Which deed an intent governs: its match and the deeds of the sentence come in, one of them or None goes out."""

from collections.abc import Sequence

from selon.extract.events.beside import is_agreed_with, is_beside, is_cause
from selon.extract.events.found import FoundEvent
from selon.extract.events.frames import Act, Intent
from selon.extract.events.match import Match
from selon.extract.events.scene import Scene
from selon.extract.events.sift import distance_to, is_worded
from selon.parse.clause import is_modal, is_verb
from selon.parse.tree import Token

# What is begun, tried or ordered stands this many steps below the verb; a longer way leads into another deed.
_CLOSE, _FAR = 2, 8
# How far below an intent a deed may stand that is only named: « propose une aide », « exige la fin de la guerre ».
_NEAR = 2
_ENDING = ("in", "with", "amid", "without")


def deed_below(
    match: Match, told: Sequence[FoundEvent], untold: Sequence[FoundEvent], scene: Scene
) -> FoundEvent | None:
    """The deed that an intent governs: in its complement or object, nearest to it, and not past another clause."""
    if _ends_in(match):
        return None
    found = [*told, *untold]
    best: tuple[int, FoundEvent] | None = None
    for event in found:
        if is_beside(event, match, scene) or _is_within(event, match) or scene.line.is_outside(event.head):
            continue
        distance = _distance(event, match)
        farthest = _NEAR if event.nominal and event in untold else _CLOSE if is_cause(match) else _FAR
        if distance is not None and distance <= farthest and (best is None or distance < best[0]):
            best = (distance, event)
    return best[1] if best is not None else _deed_behind(match, found, scene)


def _is_within(event: FoundEvent, match: Match) -> bool:
    """Whether a deed is told by the words of the intent itself, or worded by a paper that is one of them."""
    inside, head = {token.i for token in match.tokens}, event.head
    if head.i in inside or (head.i == match.top.i and not is_modal(match.tokens[0])):
        return True
    return is_worded(event) and head.head is not None and head.head.i in inside


def _distance(event: FoundEvent, match: Match) -> int | None:
    """Steps from a deed up to an intent; None where another clause lies between."""
    inside = {token.i for token in match.tokens}
    return 0 if event.head.i == match.top.i else distance_to(event.head, match.top, inside)


def _ends_in(match: Match) -> bool:
    """Whether a verb of ending has no object but a phrase: "the march ended in clashes" ends none."""
    frame, verb = match.pattern.frame, match.top
    behind = [each for each in verb.parse.tokens[verb.i + 1 : verb.i + 3] if each.pos != "ADV"]
    halts = isinstance(frame, Intent) and frame.act is Act.HALT and len(match.tokens) == 1
    return halts and is_verb(verb) and bool(behind) and behind[0].lower in _ENDING


def _deed_behind(match: Match, found: Sequence[FoundEvent], scene: Scene) -> FoundEvent | None:
    """The deed that follows an intent in the row of words: an infinitive, or a noun without a verb before it."""
    inside = {token.i for token in match.tokens}
    behind = {token.i for token in scene.line.after(match.tokens[-1])}
    for event in sorted(found, key=lambda each: each.head.i):
        shared = event.nominal and is_agreed_with(event.head, match, scene)
        beside = not event.nominal and is_beside(event, match, scene)  # « a fait la une sans tuer X »
        if event.head.i in behind and event.head.i not in inside and not (shared or beside):
            infinitive = event.head.is_("VerbForm", "Inf")
            return event if infinitive or (event.nominal and not _is_verb_between(event.head, match)) else None
    return None


def _is_verb_between(token: Token, match: Match) -> bool:
    """Whether a verb stands between a match and a token behind it."""
    last = match.tokens[-1]
    return any(is_verb(each) for each in token.parse.tokens[last.i + 1 : token.i])
