"""The words actors are found by: `{fr,en}/titles.yml`, `actors.yml`, `modifiers.yml`, `reference.yml`, read once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from selon.lexicon.kept import kept
from selon.lexicon.load import data_file, load_yaml
from selon.model.ontology import ActorKind, Sector
from selon.parse.tree import Token

NOUN_FILES = ("titles.yml", "actors.yml")
Value = TypeVar("Value")


class Takes(StrEnum):
    """What the words beside a noun change: its country, its sectors too, or all (it stands for its complement)."""

    COUNTRY = "country"
    SECTOR = "sector"
    WHOLE = "whole"


class Trait(StrEnum):
    """What else is known of an actor noun; titles.yml and actors.yml explain each."""

    OFFICE = "office"
    RANK = "rank"
    STATE = "state"
    HOMOLOGUE = "homologue"
    COLLECTIVE = "collective"
    CONTEXT = "context"
    NEEDS = "needs"
    UNIQUE = "unique"
    LOOSE = "loose"
    SOURCE = "source"
    COUNTRY_WORD = "country_word"
    SAME = "same"
    DEMONYM = "demonym"
    PLURAL = "plural"
    DOMESTIC = "domestic"
    FOREIGN = "foreign"
    ABROAD = "abroad"
    CAPITAL = "capital"
    COLONIAL = "colonial"
    NEVER = "never"
    UNARMED = "unarmed"
    POSTED = "posted"
    OWNED = "owned"
    ACTING = "acting"


@dataclass(frozen=True, slots=True)
class Noun:
    """An entry of titles.yml or actors.yml: words of one meaning that name actors."""

    id: str
    words: tuple[str, ...]
    kind: ActorKind
    sectors: tuple[Sector, ...]
    takes: Takes
    like: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = ()
    domain: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    from_: str = ""
    country: str = ""

    def has(self, trait: Trait) -> bool:
        """Whether the noun has the trait."""
        return trait in self.traits

    @property
    def person(self) -> bool:
        """Whether it names a single person (in the singular)."""
        return self.kind is ActorKind.PERSON or (self.kind is ActorKind.PEOPLE and not self.has(Trait.COLLECTIVE))


@dataclass(frozen=True, slots=True)
class Modifier:
    """An entry of modifiers.yml: words beside a noun that say a sector."""

    sectors: tuple[Sector, ...]
    words: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """The one entry of reference.yml: closed classes."""

    definite: tuple[str, ...]
    indefinite: tuple[str, ...]
    demonstrative: tuple[str, ...]
    possessive: tuple[str, ...]
    prenominal: tuple[str, ...]
    former: tuple[str, ...]
    counts: Mapping[str, int]
    backed: tuple[str, ...]
    based: tuple[str, ...]
    loyal: tuple[str, ...]
    led: tuple[str, ...]
    status: tuple[str, ...]
    deeds: tuple[str, ...]
    charged: tuple[str, ...]
    parts: tuple[str, ...]
    within: tuple[str, ...]
    aims: tuple[str, ...]
    posts: tuple[str, ...]
    waters: tuple[str, ...]
    beyond: tuple[str, ...]
    both_of: tuple[str, ...]
    all_of: tuple[str, ...]
    honorific: tuple[str, ...]
    feminine: tuple[str, ...]
    masculine: tuple[str, ...]
    aged: tuple[str, ...]
    describes: tuple[str, ...]
    particle: tuple[str, ...]
    of: tuple[str, ...]
    beside: tuple[str, ...]
    by: tuple[str, ...]
    locative: tuple[str, ...]
    agentive: tuple[str, ...]
    site: tuple[str, ...]
    undergo: tuple[str, ...]
    address: tuple[str, ...]
    gives: tuple[str, ...]
    weighs: tuple[str, ...]
    takes_of: tuple[str, ...]
    impersonal: tuple[str, ...]
    either: tuple[str, ...]
    states_of: Mapping[str, tuple[str, ...]]
    pronouns: Mapping[str, str]
    subjects: tuple[str, ...]
    latter: tuple[str, ...]
    concerned: tuple[str, ...]
    generic: tuple[str, ...]
    partisan: tuple[str, ...]
    appointed: tuple[str, ...]
    one_group: tuple[str, ...]
    relatives: tuple[str, ...]
    never_name: tuple[str, ...]
    speech: tuple[str, ...]
    visits: tuple[str, ...]
    goes: tuple[str, ...]
    harms: tuple[str, ...]
    assails: tuple[str, ...]
    firms: tuple[str, ...]
    ousts: tuple[str, ...]
    ethnic: tuple[str, ...]
    neighbour: tuple[str, ...]
    come: tuple[str, ...]
    whence: tuple[str, ...]
    blames: tuple[str, ...]
    charging: tuple[str, ...]
    posted: tuple[str, ...]
    personal: tuple[str, ...]
    stately: tuple[str, ...]
    undergone: tuple[str, ...]
    decided: tuple[str, ...]
    ready: tuple[str, ...]
    rules: tuple[str, ...]


class Trie(Generic[Value]):
    """Sequences of words with values; the longest match from a token is found by form, lemma or singular."""

    def __init__(self) -> None:
        self.next: dict[str, Trie[Value]] = {}
        self.values: list[Value] = []

    def add(self, words: Sequence[str], value: Value) -> None:
        node = self
        for word in words:
            node = node.next.setdefault(word, Trie())
        node.values.append(value)

    def longest(self, tokens: Sequence[Token], at: int, end: int) -> tuple[int, tuple[Value, ...]]:
        """The token after the longest match that begins at `at`, with its values; (at, ()) for none."""
        best: tuple[int, tuple[Value, ...]] = (at, ())
        if at >= end or not self.after(pieces(tokens[at])):
            return best
        todo = [(self, at)]
        while todo:
            node, i = todo.pop()
            if node.values and i > best[0]:
                best = (i, tuple(node.values))
            if i < end:
                todo.extend((after, i + 1) for after in node.after(pieces(tokens[i])))
        return best

    def after(self, parts: Sequence[Sequence[str]]) -> list["Trie[Value]"]:
        """The nodes that the parts of one token lead to."""
        if len(parts) == 1:
            return [self.next[key] for key in parts[0] if key in self.next]
        nodes = [self]
        for part in parts:
            nodes = [node.next[key] for node in nodes for key in part if key in node.next]
        return nodes


# Singular words in -s that are the plural of another word to the eye.
_SINGULAR = frozenset({"cours", "fils", "corps", "pays", "temps", "bras", "mars", "champs", "fonds", "gas", "news"})


def keys(token: Token) -> tuple[str, ...]:
    """The forms under which a token is looked up: as written, lemma, and without a plural ending; lower case."""
    lang = token.parse.lang
    return _keys(token.lower, token.lemma, lang == "fr" and token.text[0] == "E", lang == "en")


@lru_cache(maxsize=50_000)
def _keys(lower: str, lemma: str, accent: bool, english: bool) -> tuple[str, ...]:
    found = {lower: None, lemma.lower(): None}
    if len(lower) > 3 and lower[-1] in "sx" and lower not in _SINGULAR:
        found[lower[:-1]] = None
        if lower.endswith("aux"):
            found[lower[:-3] + "al"] = None
        elif lower.endswith("ies"):
            found[lower[:-3] + "y"] = None
        elif lower.endswith("es"):
            found[lower[:-2]] = None
    if lower.endswith("men") and english:
        found[lower[:-2] + "an"] = None
    if accent:
        found["é" + lower[1:]] = None
    return tuple(found)


def pieces(token: Token) -> tuple[tuple[str, ...], ...]:
    """The parts of a token at its hyphens, each with its forms; « ex- » is left out. Tokenizers differ on hyphens."""
    if "-" not in token.lower or len(token.lower) == 1:
        return (keys(token),)
    return _pieces(token.lower, token.parse.lang == "fr" and token.text[0] == "E")


@lru_cache(maxsize=10_000)
def _pieces(lower: str, accent: bool) -> tuple[tuple[str, ...], ...]:
    parts = [part for part in re.split("(-)", lower) if part]
    if parts[:2] == ["ex", "-"]:
        parts = parts[2:]
    return tuple(_forms(part, accent and number == 0) for number, part in enumerate(parts))


def _forms(part: str, accent: bool) -> tuple[str, ...]:
    found = [part, part[:-1]] if len(part) > 3 and part[-1] in "sx" and part not in _SINGULAR else [part]
    return (*found, *("é" + each[1:] for each in found)) if accent else tuple(found)


def split(words: str) -> list[str]:
    """The words of a lexicon phrase in pieces: « chef d'état-major » → chef, d', état, -, major."""
    return [part for word in words.lower().replace("'", "' ").split() for part in re.split("(-)", word) if part]


@dataclass(slots=True)
class Lexicon:
    """All words of a language."""

    nouns: dict[str, Noun]
    trie: Trie[Noun]
    modifiers: Trie[Modifier]
    reference: Reference
    sets: dict[str, frozenset[str]] = field(default_factory=dict)

    def is_(self, token: Token, name: str) -> bool:
        """Whether a form of the token is in the closed class."""
        return not self.sets[name].isdisjoint(keys(token))

    def compatible(self, one: Noun, other: Noun) -> bool:
        """Whether two nouns can name the same person or body: the same, or one broader than the other."""
        return one.id == other.id or one.id in other.like or other.id in one.like


@kept
def lexicon(lang: str) -> Lexicon:
    """The actor words of a language; faults in the files are a LexiconError."""
    nouns: dict[str, Noun] = {}
    trie: Trie[Noun] = Trie()
    for name in NOUN_FILES:
        for noun in load_yaml(data_file(lang, name), Noun):
            nouns[noun.id] = noun
            for words in noun.words:
                trie.add(split(words), noun)
    modifiers: Trie[Modifier] = Trie()
    for modifier in load_yaml(data_file(lang, "modifiers.yml"), Modifier):
        for words in modifier.words:
            modifiers.add(split(words), modifier)
    reference = load_yaml(data_file(lang, "reference.yml"), Reference)[0]
    return Lexicon(nouns, trie, modifiers, reference, _sets(reference))


def _sets(reference: Reference) -> dict[str, frozenset[str]]:
    found = {}
    for name in Reference.__slots__:
        value: Iterable[str] = getattr(reference, name)
        found[name] = frozenset(value)
    return found
