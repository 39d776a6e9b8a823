"""States that share a name or adjective (« congolais »): which one is meant beside others, and which is likelier.

Reads data/world/namesakes.csv: for each state of a shared name the neighbours that the others do not have.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from selon.lexicon.load import data_file
from selon.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class Namesake:
    """A state of a shared name (« COD|COG »), its own neighbours, and whether it is the likelier one ("yes")."""

    shared: str
    country: str
    beside: str
    likelier: str


def beside(shared: Collection[str], told: Collection[str]) -> str | None:
    """The only state of a shared name that borders one told of; None for none or several.

    >>> beside(("COG", "COD"), {"RWA"}), beside(("COG", "COD"), {"GAB"}), beside(("COG", "COD"), {"FRA"})
    ('COD', 'COG', None)
    """
    found = [each.country for each in _sharing(frozenset(shared)) if not set(each.beside.split("|")).isdisjoint(told)]
    return found[0] if len(found) == 1 else None


def likelier(shared: Collection[str]) -> str | None:
    """The state that an adjective of several means where nothing else speaks; None where that would be a guess.

    >>> likelier(("COD", "COG")), likelier(("KOR", "PRK"))
    ('COD', None)
    """
    return next((each.country for each in _sharing(frozenset(shared)) if each.likelier == "yes"), None)


def _sharing(shared: frozenset[str]) -> list[Namesake]:
    return [each for each in _rows() if frozenset(each.shared.split("|")) == shared]


@cache
def _rows() -> tuple[Namesake, ...]:
    return tuple(load_table(data_file("world", "namesakes.csv"), Namesake))
