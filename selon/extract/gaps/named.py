"""What is missing by its words, and whose it is."""

from dataclasses import dataclass

from selon.extract.gaps.words import GapWords
from selon.model.ontology import Missing
from selon.parse.clause import is_verb
from selon.parse.tree import Token

STOPS = frozenset(".;:!?»”)")


@dataclass(frozen=True, slots=True)
class Named:
    """What is missing by its words: tokens [start, end), and those that may name the event meant, the best first."""

    missing: tuple[Missing, ...]
    start: int
    end: int
    about: tuple[Token, ...]


def owners(noun: Token, end: int, words: GapWords) -> tuple[Token, ...]:
    """The nouns that what is missing belongs to, with what is told of them: « la date de l'attaque », « le nombre de
    personnes arrêtées »."""
    found: list[Token] = []
    for i in range(noun.i + 1, min(noun.i + 9, end)):
        token = noun.parse.tokens[i]
        participle = token.is_("VerbForm", "Part") and bool(found)
        if token.text in STOPS or token.text == "," or (is_verb(token) and not participle):
            break
        if participle or (token.pos in ("NOUN", "PROPN") and token.lower not in words.nouns):
            found.append(token)
    return tuple(found)
