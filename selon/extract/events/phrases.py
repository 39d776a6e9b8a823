"""The places that a frame names: a place and what a predicate takes come in, the heads of the phrases there go out.

`subject`, `object`, `undergoer`, `complement`, `inner`, `owner`, `matched`, or a preposition.
"""

from functools import cache

from selon.extract.events.inner import OWNERS, below_under
from selon.extract.events.match import Match
from selon.extract.events.scene import Scene
from selon.extract.events.surface import adjectives_after
from selon.parse.clause import Arguments, logical_subjects, owners, preposition
from selon.parse.tree import Token

# Relative pronouns that are not the subject of their clause.
_RELATIVE = ("qui", "que", "qu'", "qu’", "dont", "où", "lequel", "laquelle", "which", "whom", "whose", "where")


@cache
def spelled(place: str) -> str:
    """A preposition as `preposition` gives it: `à_l'encontre_de` is 'à encontre de', `aux_côté_de` 'à côté de'."""
    words = place.replace("_", " ").replace("l'", "").split()
    return " ".join("à" if word in ("au", "aux") else word for word in words)


def phrases_in(place: str, match: Match, found: Arguments) -> list[Token]:
    if place == "subject":
        return found.subjects
    if place == "object":  # « a déclaré persona non grata un diplomate »
        parts = [part for part in match.tokens if part.pos == "VERB" and match.top.first("iobj") is None]
        return found.objects or [each for part in parts for each in part.all("obj") if each not in match.tokens]
    if place == "undergoer":
        return found.objects if found.passive else []
    if place == "complement":
        return [each for clause in found.complements for each in logical_subjects(clause)]
    if place == "inner":
        predicate = [match.top] if match.top.first("cop") is not None else []  # "is under European Union sanctions"
        nouns = [*match.nouns, *predicate]
        return [each for noun in nouns for each in [*owners(noun), *below_under(noun, OWNERS)]]
    if place == "owner":
        return [each for noun in match.nouns for each in [*owners(noun), *adjectives_after(noun)]]
    if place == "matched":
        return match.nouns
    return found.oblique(place, spelled(place))


def cleft(place: str, match: Match) -> list[Token]:
    """What stands before the clause in « c'est à X que Y attribue … », where the place is that of X."""
    top = match.top
    if top.rel != "advcl:cleft" or top.head is None or top.head.pos not in ("NOUN", "PROPN", "PRON"):
        return []
    asked = "" if place == "object" else spelled(place)
    marked = top.first("mark") is not None or bool(top.all("obj"))
    return [top.head] if marked and preposition(top.head) == asked and place != "subject" else []


def of_clause(verb: Token, subjects: list[Token]) -> list[Token]:
    """Of two subjects that the tree gives one verb, the second is that of a relative clause, the first of the verb
    behind it (« Minsk, à qui l'Union proposait une trêve, a refusé »)."""
    heads = {each.head for each in subjects}
    over = heads.pop() if len(heads) == 1 and len(subjects) > 1 else None
    between = verb.parse.tokens[subjects[0].i + 1 : subjects[-1].i] if over is not None else []
    relative = next((each.i for each in between if each.lower in _RELATIVE and _verb_over(each) is over), None)
    if relative is None:
        return subjects
    return [each for each in subjects if (each.i > relative) == (over is verb)]


def _verb_over(token: Token) -> Token | None:
    return next((each for each in token.ancestors() if each.pos in ("VERB", "AUX")), None)


def below_objects(place: str, found: Arguments, scene: Scene) -> list[Token]:
    """The phrases under a preposition that the tree hangs on what is given: "extradited the drug lord to Peru"."""
    envoys = scene.line.lexicon.classes.get("envoy", frozenset())
    given = [each for each in found.objects if not scene.line.words(each) & envoys]
    return [each for thing in given for each in below_under(thing, (place,))]
