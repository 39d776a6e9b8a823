"""States whose forces fight rebels of other states as a rule: whom they fight is not of their own country by that.

Reads data/world/intervening.csv: the state, and where its forces fought in the last decades.
"""

from dataclasses import dataclass
from functools import cache

from selon.lexicon.load import data_file
from selon.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class Intervening:
    """A state as ISO 3166-1 alpha-3, and where its forces fought abroad."""

    country: str
    where: str


def intervenes(country: str | None) -> bool:
    """Whether the forces of a state fight abroad as a rule.

    >>> intervenes("FRA"), intervenes("NER")
    (True, False)
    """
    return country in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(row.country for row in load_table(data_file("world", "intervening.csv"), Intervening))
