"""The words by which places are found: `{fr,en}/places.yml`, read once a language."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from selon.lexicon.kept import kept
from selon.lexicon.load import data_file, load_yaml
from selon.lexicon.names import fold
from selon.parse.tree import Parse, Token


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The closed classes of one language; places.yml says what each is for."""

    locative: tuple[str, ...]
    weak_locative: tuple[str, ...]
    origin: tuple[str, ...]
    of: tuple[str, ...]
    within: tuple[str, ...]
    inside: tuple[str, ...]
    article: tuple[str, ...]
    country_form: tuple[str, ...]
    city_form: tuple[str, ...]
    contraction: Mapping[str, str]
    city_nouns: tuple[str, ...]
    place_nouns: tuple[str, ...]
    small_nouns: tuple[str, ...]
    sites: tuple[str, ...]
    buildings: tuple[str, ...]
    quarters: tuple[str, ...]
    residents: tuple[str, ...]
    leads: tuple[str, ...]
    dateline_here: tuple[str, ...]
    line_nouns: tuple[str, ...]
    grounds: tuple[str, ...]
    of_persons: tuple[str, ...]
    near: tuple[str, ...]
    beside: tuple[str, ...]
    region_nouns: tuple[str, ...]
    country_nouns: tuple[str, ...]
    directions: tuple[str, ...]
    happenings: tuple[str, ...]
    institutions: tuple[str, ...]
    name_parts: tuple[str, ...]
    offices: tuple[str, ...]
    titles: tuple[str, ...]
    first_names: tuple[str, ...]
    common: tuple[str, ...]
    away: tuple[str, ...]
    towards: tuple[str, ...]
    undergo: tuple[str, ...]
    against: tuple[str, ...]
    strikes: tuple[str, ...]
    posted: tuple[str, ...]
    scene: tuple[str, ...]
    meets: tuple[str, ...]
    asks: tuple[str, ...]
    here: tuple[str, ...]
    here_determiners: tuple[str, ...]
    town: tuple[str, ...]
    there: tuple[str, ...]
    abstract: tuple[str, ...]
    vague: tuple[str, ...]
    where: tuple[str, ...]
    there_phrases: tuple[str, ...]
    border: tuple[str, ...]
    between: tuple[str, ...]
    with_: tuple[str, ...]
    address: tuple[str, ...]
    persons: tuple[str, ...]
    calendar: tuple[str, ...]


# What may have an ending that its lemma lacks.
_INFLECTED = ("VERB", "NOUN")
# Words whose classes are kept.
_MOST = 50_000


class Words:
    """The word classes as sets, asked for a token's form or lemma."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        read = load_yaml(data_file(lang, "places.yml"), PlaceWords)[0]
        self.contraction = read.contraction
        names = [field.name for field in fields(PlaceWords) if field.name != "contraction"]
        self._sets = {name: frozenset(getattr(read, name)) for name in names}
        self._folded: dict[str, frozenset[str]] = {}
        self._named: dict[tuple[str, str, bool], frozenset[str]] = {}
        self._last: tuple[Parse | None, dict[str, list[Token]]] = None, {}

    def has(self, name: str, text: str) -> bool:
        """Whether the word, as given, is of the class."""
        return text in self._sets[name]

    def folded(self, name: str) -> frozenset[str]:
        """The words of a class, folded as names are (see `lexicon.names`)."""
        if name not in self._folded:
            self._folded[name] = frozenset(map(fold, self._sets[name]))
        return self._folded[name]

    def is_(self, token: Token | None, name: str) -> bool:
        """Whether the token's form or lemma is of the class; its bare stem or infinitive will do."""
        if token is None:
            return False
        # As `_classes_of`, without the call: this is asked more often than anything else.
        asked = (token.lower, token.lemma, token.pos in _INFLECTED)
        named = self._named.get(asked)
        return name in (self._classes(asked) if named is None else named)

    def found(self, parse: Parse, name: str) -> list[Token]:
        """The tokens of a text that are of the class, in text order; the last text's are kept."""
        last, tokens = self._last
        if last is not parse:
            tokens = {}
            for token in parse.tokens:
                for each in self._classes_of(token):
                    tokens.setdefault(each, []).append(token)
            self._last = parse, tokens
        return tokens.get(name, [])

    def _classes_of(self, token: Token) -> frozenset[str]:
        asked = (token.lower, token.lemma, token.pos in _INFLECTED)
        named = self._named.get(asked)
        return self._classes(asked) if named is None else named

    def _classes(self, asked: tuple[str, str, bool]) -> frozenset[str]:
        """The classes of a form, lemma, and whether it may be inflected; kept for the next time."""
        lower, lemma, inflected = asked
        stems = (_stems(lower) if self.lang == "en" else _infinitives(lower)) if inflected else ()
        forms = (lower, lemma.lower(), *stems)
        found = frozenset(name for name, words in self._sets.items() if not words.isdisjoint(forms))
        if len(self._named) > _MOST:
            self._named.clear()
        self._named[asked] = found
        return found


@lru_cache(maxsize=10_000)
def _stems(word: str) -> tuple[str, ...]:
    """What an English word may be without its ending, where the lemma is wrong (shelled: shell; travelled: travel)."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            return (stem, stem + "e", stem[:-1]) if stem[-1] == stem[-2] else (stem, stem + "e")
    return ()


@lru_cache(maxsize=10_000)
def _infinitives(word: str) -> tuple[str, ...]:
    """What a French participle may come from, where the lemma is wrong (évacué: évacuer)."""
    for ending in ("ées", "ée", "és", "é"):
        if word.endswith(ending):
            return (word.removesuffix(ending) + "er",)
    return ()


@kept
def words_of(lang: str) -> Words:
    """The word classes of a language."""
    return Words(lang)
