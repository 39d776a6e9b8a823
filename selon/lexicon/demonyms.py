"""Peoples and their adjectives in every inflection, and compounds (« irano-syrien », "Sino-American").

Reads world/demonyms_fr.csv and world/demonyms_en.csv; forms that follow the rule are left empty there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from selon.lexicon.kept import kept
from selon.lexicon.load import data_file
from selon.lexicon.names import capitals_fit, cased_pieces, plain
from selon.lexicon.tables import load_table

_FEMININE = (
    ("ien", "ienne"), ("éen", "éenne"), ("yen", "yenne"), ("on", "onne"), ("if", "ive"), ("e", "e"),
)  # fmt: skip
_DIRECTIONS = {
    "fr": frozenset({"sud", "nord", "est", "ouest", "centre", "ex", "non"}),
    "en": frozenset({"south", "north", "east", "west", "southern", "northern", "eastern", "western", "ex"}),
}
_LONGEST = 5  # pieces of the longest people or compound: « américano-nord-coréen », « tatar de Crimée »


@dataclass(frozen=True, slots=True)
class Demonym:
    """A people. `countries` are candidates, likeliest first (congolais: COD, COG), none for Kurds or
    Africans; `org` is the organisation that the adjective also stands for (européen: Union européenne)."""

    countries: tuple[str, ...]
    name: str
    org: str
    forms: tuple[str, ...]
    prefixes: tuple[str, ...]

    @property
    def country(self) -> str | None:
        """The country, None where there is none or the word leaves several open."""
        return self.countries[0] if len(self.countries) == 1 else None


@dataclass(frozen=True, slots=True)
class DemonymMatch:
    """The peoples that tokens [start, end) name; two or more for a compound."""

    start: int
    end: int
    demonyms: tuple[Demonym, ...]


@dataclass(frozen=True, slots=True)
class _French:
    masc: str
    name: str
    countries: tuple[str, ...] = ()
    org: str = ""
    fem: tuple[str, ...] = ()
    masc_plural: tuple[str, ...] = ()
    fem_plural: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()

    def demonym(self) -> Demonym:
        fem = self.fem or (feminine(self.masc),)
        plural = self.masc_plural or (plural_fr(self.masc),)
        fem_plural = self.fem_plural or tuple(plural_fr(form) for form in fem)
        forms = tuple(dict.fromkeys((self.masc, *fem, *plural, *fem_plural)))
        return Demonym(self.countries, self.name, self.org, forms, self.prefix)


@dataclass(frozen=True, slots=True)
class _English:
    adjective: tuple[str, ...]
    name: str
    countries: tuple[str, ...] = ()
    org: str = ""
    noun: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()

    def demonym(self) -> Demonym:
        nouns = self.noun or self.adjective
        plurals = self.plural or tuple(plural_en(noun) for noun in nouns)
        forms = tuple(dict.fromkeys((*self.adjective, *nouns, *plurals)))
        return Demonym(self.countries, self.name, self.org, forms, self.prefix)


def feminine(masculine: str) -> str:
    """The regular feminine of a French demonym.

    >>> [feminine(word) for word in ("iranien", "ghanéen", "afghan", "russe", "letton", "houthi")]
    ['iranienne', 'ghanéenne', 'afghane', 'russe', 'lettonne', 'houthie']
    """
    for ending, other in _FEMININE:
        if masculine.endswith(ending):
            return masculine.removesuffix(ending) + other
    return masculine + "e"


def plural_fr(singular: str) -> str:
    """The regular French plural: chinois, occidentaux, afghans."""
    if singular.endswith(("s", "x", "z")):
        return singular
    return singular.removesuffix("al") + "aux" if singular.endswith("al") else singular + "s"


def plural_en(singular: str) -> str:
    """The regular English plural: Iranians, Chinese, Irish."""
    return singular if singular.endswith(("ese", "ss", "sh", "ch", "s", "x", "z")) else singular + "s"


@kept
def demonyms(lang: str) -> tuple[Demonym, ...]:
    """Every people with a word of its own in this language, in file order."""
    path = data_file("world", f"demonyms_{lang}.csv")
    rows: Sequence[_French | _English] = load_table(path, _French if lang == "fr" else _English)
    return tuple(row.demonym() for row in rows)


@cache
def _forms(lang: str) -> dict[tuple[str, ...], tuple[str, Demonym]]:
    found: dict[tuple[str, ...], tuple[str, Demonym]] = {}
    for each in demonyms(lang):
        for form in each.forms:
            found.setdefault(_key(form), (form, each))
    return found


@cache
def _prefixes(lang: str) -> dict[str, Demonym]:
    found: dict[str, Demonym] = {}
    for each in demonyms(lang):
        for prefix in each.prefixes:
            found.setdefault(plain(prefix), each)
    return found


def _key(text: str) -> tuple[str, ...]:
    return tuple(plain(piece) for piece in cased_pieces(text))


@cache
def _openers(lang: str) -> frozenset[str]:
    """The folded first pieces of all peoples and compounds: what begins with another names none."""
    prefixes = (piece for prefix in _prefixes(lang) for piece in prefix.split()[:1])
    return frozenset((*(key[0] for key in _forms(lang) if key), *prefixes, *_DIRECTIONS[lang]))


@lru_cache(maxsize=50_000)
def may_begin(word: str, lang: str) -> bool:
    """Whether a people or a compound may begin with a word as written; asked first, since most words are no such."""
    own = cased_pieces(word)
    return bool(own) and plain(own[0]) in _openers(lang)


def demonym(word: str, lang: str) -> tuple[Demonym, ...]:
    """The peoples that a word in any inflection names, in the order of the word; () if it names none.

    >>> [each.countries for each in demonym("russo-turques", "fr")]
    [('RUS',), ('TUR',)]
    >>> [each.countries for each in demonym("congolaise", "fr")]
    [('COD', 'COG')]
    """
    return _named(cased_pieces(word), lang) if may_begin(word, lang) else ()


@lru_cache(maxsize=50_000)
def _named(pieces: tuple[str, ...], lang: str) -> tuple[Demonym, ...]:
    """One people whose listed form this is, or a compound: a prefix, people or direction before a people."""
    if not pieces or len(pieces) > _LONGEST:
        return ()
    listed = _listed(pieces, lang)
    if listed:
        return listed
    for cut in range(1, len(pieces)):
        last = _named(pieces[cut:], lang)
        first = _before(pieces[:cut], lang) if last else None
        if first is not None:
            return tuple(dict.fromkeys((*first, *last)))
    return ()


def _listed(pieces: tuple[str, ...], lang: str) -> tuple[Demonym, ...]:
    found = _forms(lang).get(tuple(plain(piece) for piece in pieces))
    return (found[1],) if found is not None and capitals_fit(found[0], pieces, exact=False) else ()


def _before(pieces: tuple[str, ...], lang: str) -> tuple[Demonym, ...] | None:
    """What stands before the last people of a compound; None if it is neither people nor direction."""
    if len(pieces) == 1:
        key = plain(pieces[0])
        if key in _DIRECTIONS[lang]:
            return ()
        if key in _prefixes(lang):
            return (_prefixes(lang)[key],)
    return _named(pieces, lang) or None


def demonym_at(words: Sequence[str], start: int, lang: str) -> DemonymMatch | None:
    """The longest people that begins at a token, or compound, its hyphens tokens of their own or not.

    >>> demonym_at(["the", "Sino", "-", "American", "talks"], 1, "en").end
    4
    """
    if not may_begin(words[start], lang):
        return None
    found: DemonymMatch | None = None
    pieces: tuple[str, ...] = ()
    compound = True
    for end in range(start, min(start + 2 * _LONGEST, len(words))):
        own = cased_pieces(words[end])
        compound = compound and (end == start or not own or not cased_pieces(words[end - 1][-1:]))
        pieces += own
        if len(pieces) > _LONGEST:
            break
        peoples = (_named if compound else _listed)(pieces, lang) if own else ()
        if peoples:
            found = DemonymMatch(start, end + 1, peoples)
    return found
