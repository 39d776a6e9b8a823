"""A phrase: the noun phrase around a unit, with what modifies it."""

from dataclasses import dataclass, field

from selon.extract.actors.unit import Sort, Unit
from selon.extract.actors.words import Modifier, Noun, lexicon
from selon.parse.tree import Parse, Token

_PLURAL = frozenset({"les", "des", "aux", "ces", "ses", "leurs", "these", "those"})
_SINGULAR = frozenset({"le", "la", "l'", "un", "une", "du", "au", "ce", "cet", "cette", "son", "sa", "a", "an"})
_ONE = frozenset({"un", "une", "one", "1"})


@dataclass(slots=True)
class Complement:
    """A phrase with its preposition inside another (« de la marine », « à la Défense »); `inner` if it holds a unit."""

    preposition: str
    tokens: tuple[int, int]
    inner: "Phrase | None"


@dataclass(slots=True)
class Phrase:
    """A noun phrase [start, end) without preposition and relative clause.

    `before` and `adjectives` modify it, `demonyms` with their states; `name` is a person's or body's name inside it,
    `alias` an acronym in brackets, `owners` are English units before the noun ("Turkey's air force"), `owner` the
    phrase of the one that counts, `inside` the phrase around this one, `field` whether it is what an office is of.
    """

    parse: Parse
    unit: Unit
    start: int
    end: int
    head: Token
    determiner: Token | None = None
    before: list[Token] = field(default_factory=list)
    adjectives: list[Token] = field(default_factory=list)
    demonyms: list[tuple[Token, tuple[str, ...]]] = field(default_factory=list)
    modifiers: list[Modifier] = field(default_factory=list)
    complements: list[Complement] = field(default_factory=list)
    name: Unit | None = None
    alias: Unit | None = None
    owners: list[Unit] = field(default_factory=list)
    owner: "Phrase | None" = None
    inside: "Phrase | None" = None
    field: bool = False

    @property
    def french(self) -> bool:
        """Whether the phrase is French."""
        return self.parse.lang == "fr"

    @property
    def countries(self) -> tuple[str, ...]:
        """The states that demonym adjectives name, in text order."""
        return tuple(dict.fromkeys(country for _, countries in self.demonyms for country in countries))

    @property
    def noun(self) -> Noun | None:
        """The first lexicon entry of the unit."""
        return self.unit.nouns[0] if self.unit.nouns else None

    @property
    def preceding(self) -> Token | None:
        """The token before the phrase in its sentence."""
        return self.parse.tokens[self.start - 1] if self.start > self.head.sentence.start else None

    @property
    def following(self) -> Token | None:
        """The token behind the phrase in its sentence."""
        return self.parse.tokens[self.end] if self.end < self.head.sentence.end else None

    @property
    def count(self) -> int | None:
        """How many it counts, of the few that can be taken up (« les deux hommes »); None without such a number."""
        counts = lexicon(self.parse.lang).reference.counts
        near = [*self.before, self.determiner] if self.determiner is not None else self.before
        return next((counts[token.lower] for token in near if token.lower in counts), None)

    @property
    def told(self) -> bool:
        """Whether anything but a complement says more than the bare noun."""
        more = self.demonyms or self.modifiers or self.before
        return bool(more) or self.name is not None or self.alias is not None

    @property
    def plural(self) -> bool:
        """Whether the phrase names several: by its determiner, a number, or the form of its head."""
        determiner = self.determiner.lower if self.determiner is not None else ""
        if determiner in _PLURAL:
            return True
        if len(self.demonyms) > 1:
            return True
        if self.count or any(token.pos == "NUM" for token in self.before):
            return not any(token.lower in _ONE for token in self.before)
        if determiner in _SINGULAR:
            return False
        if self.unit.sort is Sort.DEMONYM:
            return self.parse.tokens[self.unit.end - 1].text.endswith(("s", "x", "ese"))
        last = self.parse.tokens[self.unit.start if self.french else self.unit.end - 1]
        unsaid = "Number" not in last.morph or last.pos == "PROPN"
        return last.is_("Number", "Plur") or (unsaid and last.lower.endswith("s") and not last.lower.endswith("ss"))

    def complete(self, preposition: str, start: int, inner: "Phrase") -> int:
        """Takes in another phrase as the complement whose words begin at token `start`; the token behind it."""
        self.complements.append(Complement(preposition, (start, inner.end), inner))
        inner.inside = self
        return inner.end
