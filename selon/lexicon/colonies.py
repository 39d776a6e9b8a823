"""The states that once ruled others: whom « l'ancienne puissance coloniale » means where the text names the colony.

Reads data/world/colonies.csv: of each state the last power that ruled it from outside.
"""

from dataclasses import dataclass
from functools import cache

from selon.lexicon.load import data_file
from selon.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class Colony:
    """A state and its last foreign ruler, as ISO 3166-1 alpha-3."""

    country: str
    power: str


def ruler_of(country: str) -> str | None:
    """The former colonial power of a state; None if it had none.

    >>> ruler_of("CIV"), ruler_of("MOZ"), ruler_of("FRA")
    ('FRA', 'PRT', None)
    """
    return _rulers().get(country)


@cache
def _rulers() -> dict[str, str]:
    return {row.country: row.power for row in load_table(data_file("world", "colonies.csv"), Colony)}
