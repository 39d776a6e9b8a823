"""Whom a deed is done to where the places of its frame hold nobody: a match comes in, ids of actors go out.

Those behind the verb by the order of words, then those deep inside its phrases.
"""

from collections.abc import Iterable

from selon.extract.events.frames import Frame, Intent
from selon.extract.events.inner import ids_of
from selon.extract.events.joined import with_joined
from selon.extract.events.match import Match
from selon.extract.events.moved import is_moved, is_received
from selon.extract.events.phrases import spelled
from selon.extract.events.scene import Scene
from selon.extract.events.surface import behind_aside, objects_after, phrases_after, subjects_before
from selon.parse.clause import Arguments
from selon.parse.tree import Token

_DEEP = ("à", "de", "sur", "to", "of", "on", "about")
_ASIDE = ("acl:relcl", "parataxis", "advcl")


def behind_verb(match: Match, frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The other side by word order: behind the verb, bare or under a preposition that the frame names."""
    top = match.top
    matched = top.base in ("acl", "amod") and top.head in match.tokens  # « l'attaque lancée »: what is launched
    if found.passive and not matched and "object" in frame.recipient:
        ids = first_read(subjects_before(match.tokens[0], scene.line), match, scene)
        if ids:
            return ids
    for place in frame.recipient:
        ids = first_read(behind_in(place, match, scene), match, scene)
        if ids:
            return ids
    return ()


def behind_in(place: str, match: Match, scene: Scene) -> list[Token]:
    """The phrases behind the predicate that stand in a place."""
    if place == "object":
        behind = [each for each in objects_after(match.top, scene.line) if each not in match.tokens]
        behind = behind or behind_aside(match.tokens[-1] if match.tokens[-1].i > match.top.i else match.top, scene.line)
    else:
        behind = phrases_after(match.top, (place, spelled(place)), scene.line)
    return [each for each in behind if not is_moved(each, match, scene)]


def first_read(tokens: Iterable[Token], match: Match, scene: Scene) -> tuple[str, ...]:
    """The first actor among phrases, with those beside it."""
    for token in tokens:
        if scene.who(token):
            return ids_of(with_joined([token], match, scene), scene.who, inner=False)
        if is_received(match) and scene.host(token):
            return scene.host(token)
    return ()


def deep_in(match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The first actor inside the object, the complement or a matched noun, but for relative clauses."""
    below = [phrase for name, phrase in found.obliques if name in _DEEP]
    bare = "object" in match.pattern.frame.recipient
    for phrase in [*match.nouns, *found.objects, *found.complements, *below]:
        # What is demanded is no side itself (« réclame un nouveau président »); whoever it belongs to may be.
        own = () if bare or phrase not in found.objects else scene.who(phrase)
        for token in phrase.subtree():
            outside = token.i < match.top.i or any(_aside(each) for each in [token, *_up(token, phrase)])
            ids = () if outside else scene.who(token) or scene.host(token)
            if ids and ids != own and not scene.line.is_outside(token):
                return ids
    return ()


def _aside(token: Token) -> bool:
    """Whether a clause of its own begins here; one of purpose (« pour aider X ») does not count."""
    return token.rel in _ASIDE and not (token.base == "advcl" and token.is_("VerbForm", "Inf"))


def _up(token: Token, phrase: Token) -> list[Token]:
    """The governors of a token below a phrase."""
    found = []
    for each in token.ancestors():
        if each is phrase:
            break
        found.append(each)
    return found
