"""A unit: the words in a sentence that may name an actor."""

from dataclasses import dataclass
from enum import StrEnum

from selon.extract.actors.names import Body
from selon.extract.actors.words import Noun
from selon.model.ontology import ActorKind, Sector


class Sort(StrEnum):
    """What sort of word a unit is."""

    STATE = "state"
    SEAT = "seat"
    BODY = "body"
    DEMONYM = "demonym"
    NOUN = "noun"
    PERSON = "person"
    ACRONYM = "acronym"
    PLACE = "place"


# Sorts that name a state, a capital among them.
STATES = (Sort.STATE, Sort.SEAT)


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens [start, end) that name one thing; `nouns` are the lexicon entries of a common noun, best first."""

    start: int
    end: int
    sort: Sort
    nouns: tuple[Noun, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    kind: ActorKind = ActorKind.UNNAMED
    key: str = ""
    bodies: tuple[Body, ...] = ()
