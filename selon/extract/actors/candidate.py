"""A candidate: one mention of an actor with all that its own words say, before it is known who that is."""

from dataclasses import dataclass, field
from enum import StrEnum

from selon.extract.actors.names import Body
from selon.extract.actors.phrase import Phrase
from selon.extract.actors.words import Noun
from selon.model.ontology import ActorKind, MentionForm, Sector
from selon.model.span import Span
from selon.parse.tree import Token


class Sort(StrEnum):
    """How a candidate finds its actor."""

    STATE = "state"
    GOVERNMENT = "government"
    BODY = "body"
    PEOPLE = "people"
    PERSON = "person"
    NOMINAL = "nominal"
    PLACE = "place"
    COUNTRY_WORD = "country_word"
    ADJECTIVE = "adjective"
    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"
    AGAIN = "again"


class Definite(StrEnum):
    """How a noun phrase is determined."""

    NAME = "name"
    DEFINITE = "definite"
    DEMONSTRATIVE = "demonstrative"
    POSSESSIVE = "possessive"
    INDEFINITE = "indefinite"
    BARE = "bare"


# What takes up an actor told of before.
TAKING_UP = (Definite.DEFINITE, Definite.DEMONSTRATIVE, Definite.POSSESSIVE)


@dataclass(slots=True)
class Candidate:
    """One mention. `called` is the name that follows in apposition, `unit` the words of the noun.

    `countries` holds several where it names an actor of each (« les présidents russe et turc »).
    """

    head: Token
    tokens: tuple[Token, ...]
    span: Span
    sort: Sort
    form: MentionForm
    kind: ActorKind = ActorKind.UNNAMED
    phrase: Phrase | None = None
    noun: Noun | None = None
    countries: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    key: str = ""
    bodies: tuple[Body, ...] = ()
    name: tuple[str, ...] = ()
    name_span: Span | None = None
    called: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    role: Span | None = None
    definite: Definite = Definite.NAME
    plural: bool = False
    gender: str | None = None
    count: int | None = None
    former: bool = False
    owner: Token | None = None
    domain: frozenset[str] = frozenset()
    inner: "Candidate | None" = None
    whole: bool = False
    actors: list[int] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The first character."""
        return self.span.start

    @property
    def person(self) -> bool:
        """Whether it stands for one person."""
        return self.kind is ActorKind.PERSON and not self.plural
