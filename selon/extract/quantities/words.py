"""The words of quantities: numbers, their modifiers, what is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from selon.lexicon.load import data_file, load_yaml
from selon.model.ontology import QuantityOf


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """One language's words (one entry in `quantities.yml`).

    `collectives` are nouns that are numbers (« une vingtaine »); `dozens` stand in the plural for an open number.
    """

    numbers: Mapping[str, float]
    collectives: Mapping[str, float]
    dozens: Mapping[str, float]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    range: tuple[str, ...]
    of: tuple[str, ...]
    nouns: Mapping[str, QuantityOf]
    verbs: Mapping[str, QuantityOf]
    people: tuple[str, ...]


@cache
def quantity_words(lang: str) -> QuantityWords:
    """The words of a language."""
    return load_yaml(data_file(lang, "quantities.yml"), QuantityWords)[0]
