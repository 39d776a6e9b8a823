"""Statespeople of the last decades and the country whose politics they are of: a nationality, never an office.

Reads data/world/persons.csv. Which office somebody holds is for the text to say; this list only gives the country of a
well-known name that the text leaves without one (« Poutine a proposé »).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from selon.lexicon.kept import kept
from selon.lexicon.load import data_file
from selon.lexicon.names import name_key
from selon.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class Person:
    """`names` are full names in several spellings; `alone` last names that mean this person without a first name."""

    names: tuple[str, ...]
    country: str
    alone: tuple[str, ...] = ()


def known_person(words: Sequence[str]) -> str | None:
    """The country of a person by the words of a name, in any transliteration; None if the list has none.

    >>> known_person(("Vladimir", "Putin")), known_person(("Poutine",)), known_person(("Vladimir", "Kramnik"))
    ('RUS', 'RUS', None)
    """
    return _countries().get(name_key(words))


@kept
def _countries() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for person in load_table(data_file("world", "persons.csv"), Person):
        for name in (*person.names, *person.alone):
            found.setdefault(name_key(name.split()), person.country)
    return found
