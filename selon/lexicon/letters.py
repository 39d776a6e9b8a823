"""How words are written in prose: which ones small, which names with which capitals, and with which accents.

Headlines in capitals do not say it; the lexicon does, whose sentences are prose. Reads all of `{fr,en}`, the tables of
names in `world`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from selon.lexicon.demonyms import demonyms
from selon.lexicon.entries import Entry, countries, organisations, regions, seats
from selon.lexicon.kept import kept
from selon.lexicon.load import data_file
from selon.lexicon.names import plain
from selon.lexicon.world import common_names

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Letters:
    """How the words of a language are written in prose.

    `small` are words in small letters; `accented` those with accents, by what they are without; `names` are names with
    their capitals, by what they are in small letters without accents; `states` those of states, capitals and
    palaces; `peoples` are those of peoples and what is theirs, `common` those that are ordinary words as well.
    """

    small: frozenset[str]
    accented: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    states: frozenset[str]
    peoples: frozenset[str]
    common: frozenset[str]


def bare(text: str) -> str:
    """Small letters without accents, the same length.

    >>> bare("Érythrée"), bare("Cœur")
    ('erythree', 'cœur')
    """
    return "".join(letter if len(letter) == 1 else own.lower()[:1] for own in text for letter in (plain(own),))


@kept
def letters(lang: str) -> Letters:
    """How the words of a language are written."""
    small = frozenset(_small(lang))
    states = _by_letters(name for name in _states(lang) if not name.islower())
    names = _by_letters(name for name in _names(lang) if not name.islower())
    common = {bare(form) for form in common_names(lang)}
    peoples = (bare(form) for people in demonyms(lang) for form in people.forms)
    return Letters(small, accented(small), names | states, frozenset(states), frozenset(peoples), frozenset(common))


def accented(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Those of the words that have accents, by what they are without.

    >>> accented(["tués", "mène", "mené", "mur"])
    {'mene': ('mené', 'mène'), 'tues': ('tués',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(word for word in words if not word.isascii()):
        found[bare(word)] = (*found.get(bare(word), ()), word)
    return found


def _by_letters(names: Iterable[str]) -> dict[str, str]:
    """The names by their letters, the first where several have the same."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(bare(name), name)
    return found


def _small(lang: str) -> Iterator[str]:
    """The words that stand in small letters somewhere in the lexicon of the language."""
    for path in sorted(data_file(lang, "").rglob("*.yml")):
        yield from filter(str.islower, _WORD.findall(path.read_text(encoding="utf-8")))
    for people in demonyms(lang):
        yield from filter(str.islower, people.forms)


def _states(lang: str) -> Iterator[str]:
    for state in countries():
        yield from (*state.names(lang), *state.capitals(lang))
    yield from (name for seat in seats() for name in seat.names(lang))


def _names(lang: str) -> Iterator[str]:
    """The other names that the tables hold."""
    tables: tuple[tuple[Entry, ...], ...] = (organisations(), regions())
    for each in chain.from_iterable(tables):
        yield from each.names(lang)
    for people in demonyms(lang):
        yield from (*people.forms, people.name)
