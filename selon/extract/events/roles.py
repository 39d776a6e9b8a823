"""The sides of a match: who does it and whom it is done to, as ids of actors."""

from dataclasses import dataclass

from selon.extract.events.match import Match
from selon.parse.clause import Arguments


@dataclass(frozen=True, slots=True)
class Roles:
    """The actors and recipients of a match, as ids in text order; `supported`: a verb carries the nominal deed."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    supported: bool
    arguments: Arguments
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A match with its roles filled."""

    match: Match
    roles: Roles


def others(ids: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    """The ids that are not taken."""
    return tuple(each for each in ids if each not in taken)
