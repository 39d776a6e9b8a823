"""What a careful reader finds in a text: the gold that records are compared with."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class GoldActor:
    """A party of an event or a source. `country` is ISO 3166-1 alpha-3, or IGO, NGO … for those that have none.

    No sectors: a state; None: the gold does not say.
    """

    text: str
    name: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True)
class GoldLink:
    """One source of a chain; `form` is None where the gold does not say."""

    source: GoldActor
    form: str | None = None


Chain = tuple[GoldLink, ...]
Parties = tuple[GoldActor, ...] | None
"""Who acts, or to whom: none at all, or None where the gold leaves it open."""


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression, or the time of an event; `value` is None where the gold gives only words."""

    text: str
    value: str | None


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A place named in the text."""

    text: str
    country: str | None


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    """A number that belongs to an event."""

    what: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event. `types` and `chains` hold every answer that counts as right, the best one first; None: not judged."""

    types: tuple[str, ...]
    trigger: tuple[str, ...]
    actors: Parties
    recipients: Parties
    chains: tuple[Chain, ...] | None
    factuality: str | None
    mode: str | None = None
    sentence_start: str | None = None
    time: GoldTime | None = None
    place: GoldPlace | None = None
    quantities: tuple[GoldQuantity, ...] = ()
    background: bool | None = None
    optional: bool = False

    @property
    def type(self) -> str:
        """The best type."""
        return self.types[0]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """What somebody is reported to say, known by its first and last words."""

    speaker: str | None
    kind: str
    first: str
    last: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldGap:
    """What the text says is not known."""

    missing: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text and what is in it. In an article every event is marked; a sentence may hold more than those given."""

    id: str
    lang: str
    text: str
    article: bool
    events: tuple[GoldEvent, ...]
    published_at: str | None = None
    quotes: tuple[GoldQuote, ...] = ()
    gaps: tuple[GoldGap, ...] = ()
    times: tuple[GoldTime, ...] = ()
    places: tuple[GoldPlace, ...] = ()
    doubt: str | None = None
    marked: frozenset[str] = field(default_factory=frozenset)
    """Which of quotes, gaps, times, places this gold says completely."""
