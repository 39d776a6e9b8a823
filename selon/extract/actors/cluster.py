"""A cluster: all mentions that stand for one actor, and what they say together."""

from dataclasses import dataclass, field

from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.gender import told_gender
from selon.extract.actors.words import Noun, Trait
from selon.lexicon.names import name_key
from selon.model.ontology import ActorKind, Sector
from selon.model.span import Span

_GENERAL = ((), (Sector.CVL,))
_MOST_SECTORS = 2


@dataclass(slots=True)
class Shelves:
    """Where clusters are found again, by number: under the nouns that they are called by and those like them, and
    under the words of their names."""

    nouns: dict[str, set[int]] = field(default_factory=dict)
    names: dict[str, set[int]] = field(default_factory=dict)


def shelf(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words under which a name is found: two that can be one person's share one."""
    return name_key(name) or ("",)


@dataclass(slots=True)
class Cluster:
    """An actor in the making. `number` is its place in the order of making, no id."""

    number: int
    kind: ActorKind
    country: str | None = None
    sectors: tuple[Sector, ...] = ()
    names: list[tuple[str, ...]] = field(default_factory=list)
    nouns: list[Noun] = field(default_factory=list)
    fields: frozenset[str] = frozenset()
    gender: str | None = None
    plural: bool = False
    roles: list[Span] = field(default_factory=list)
    mentions: list[Candidate] = field(default_factory=list)
    inner: int | None = None
    shelves: Shelves = field(default_factory=Shelves)

    @property
    def person(self) -> bool:
        """Whether it is one person."""
        return self.kind is ActorKind.PERSON

    @property
    def last(self) -> Candidate:
        """The mention that came last."""
        return self.mentions[-1]

    def join(self, candidate: Candidate) -> None:
        """Adds a mention that says nothing new of the actor (« les deux hommes », a pronoun)."""
        self.mentions.append(candidate)
        for noun in (candidate.noun.id, *candidate.noun.like) if candidate.noun is not None else ():
            self.shelves.nouns.setdefault(noun, set()).add(self.number)
        candidate.actors.append(self.number)

    def take(self, candidate: Candidate, country: str | None) -> None:
        """Adds a mention and what it says."""
        self.join(candidate)
        if candidate.sort in (Sort.PRONOUN, Sort.POSSESSIVE, Sort.ADJECTIVE, Sort.COUNTRY_WORD):
            return
        self.country = self.country or country
        self._take_sectors(candidate)
        if candidate.name and candidate.name not in self.names:
            self.names.append(candidate.name)
            for word in shelf(candidate.name):
                self.shelves.names.setdefault(word, set()).add(self.number)
        if candidate.noun is not None and candidate.noun not in self.nouns and not candidate.plural:
            self.nouns.append(candidate.noun)
        self.fields |= candidate.domain
        self.gender = self.gender or told_gender(candidate)
        if candidate.role is not None and self._is_role(candidate):
            self.roles.append(candidate.role)
        if candidate.name and candidate.kind is ActorKind.PERSON:
            self.kind = ActorKind.PERSON

    def _is_role(self, candidate: Candidate) -> bool:
        """Whether a title says something of the person: not « les deux hommes », « un officier »."""
        noun = candidate.noun
        if noun is None or candidate.plural or (noun.has(Trait.LOOSE) and not candidate.name):
            return False
        return candidate.definite is not Definite.INDEFINITE or bool(candidate.name)

    def _take_sectors(self, candidate: Candidate) -> None:
        if self.sectors in _GENERAL:
            self.sectors = candidate.sectors or self.sectors
        elif self.person:
            more = [sector for sector in candidate.sectors if sector not in self.sectors and sector is not Sector.CVL]
            self.sectors = (*self.sectors, *more)[: max(_MOST_SECTORS, len(self.sectors))]
