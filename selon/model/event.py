"""Events: who does what to whom, where, when, according to whom."""

from dataclasses import dataclass

from selon.model.attribution import Link
from selon.model.ontology import Context, EventType, Factuality, Mode, QuantityOf
from selon.model.place import Place
from selon.model.span import Span, Words
from selon.model.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that belongs to an event; `high` is None for an open range, both None never."""

    what: QuantityOf
    low: float | None
    high: float | None
    about: bool
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a document, anchored on its trigger. `actors` and `recipients` are actor ids.

    `own_type` is its type in a user's ontology (`labour.STRIKE`), None without one.
    """

    id: str
    type: EventType
    mode: Mode | None
    contexts: tuple[Context, ...]
    cameo: str
    trigger: Words
    sentence: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: TimeExpression | None
    place: Place | None
    factuality: Factuality
    background: bool
    confidence: float
    rule: str
    quantities: tuple[Quantity, ...]
    attribution: tuple[Link, ...]
    same_as: str | None
    own_type: str | None = None
