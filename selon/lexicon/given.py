"""Whether a person's first name is a woman's or a man's. Reads data/world/given_names.yml."""

from collections.abc import Sequence
from dataclasses import dataclass

from selon.lexicon.kept import kept
from selon.lexicon.load import data_file, load_yaml
from selon.lexicon.names import cased_pieces, plain

GENDERS = ("Fem", "Masc")


@dataclass(frozen=True, slots=True)
class Given:
    """First names of one gender."""

    gender: str
    names: tuple[str, ...]


def gender_of(name: Sequence[str]) -> str | None:
    """The gender that the first name of a full name tells; None for a last name alone, or one that is not in the list.

    >>> gender_of(("Angela", "Merkel")), gender_of(("Merkel",)), gender_of(("Jean-Claude", "Juncker"))
    ('Fem', None, 'Masc')
    """
    if len(name) < 2:
        return None
    known, first = _genders(), [plain(piece) for piece in cased_pieces(" ".join(name))]
    return known.get(" ".join(first[:2])) or known.get(first[0])


@kept
def _genders() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in load_yaml(data_file("world", "given_names.yml"), Given):
        for name in entry.names:
            key = " ".join(plain(piece) for piece in cased_pieces(name))
            if found.setdefault(key, entry.gender) != entry.gender:
                raise ValueError(f"given_names.yml: {name} is both Fem and Masc")
    return found
