"""A draft: what one event is before ids and the final order are given. Only the reader and its steps know drafts."""

from dataclasses import dataclass, field

from selon.extract.events import FoundEvent
from selon.model.attribution import Link
from selon.model.event import Quantity
from selon.model.ontology import EventType, Factuality, Mode
from selon.model.place import Place
from selon.model.span import Span, Words
from selon.model.time import TimeExpression
from selon.parse.tree import Parse, Token


@dataclass(slots=True)
class Draft:
    """An event on its way into the record; the steps of the reader fill it in."""

    found: FoundEvent
    type: EventType
    mode: Mode | None
    cameo: str
    trigger: Words
    sentence: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    factuality: Factuality = Factuality.ASSERTED
    attribution: tuple[Link, ...] = ()
    time: TimeExpression | None = None
    place: Place | None = None
    background: bool = False
    quantities: tuple[Quantity, ...] = field(default=())
    same_as: "Draft | None" = None
    confidence: float = 0.0

    @property
    def head(self) -> Token:
        """The token that anchors the event."""
        return self.found.head

    @classmethod
    def of(cls, parse: Parse, found: FoundEvent) -> "Draft":
        """The draft of an event that the events room found."""
        return cls(
            found=found,
            type=found.type,
            mode=found.mode,
            cameo=found.cameo,
            trigger=trigger_words(parse, found.trigger, found.head),
            sentence=found.head.sentence.span,
            actors=found.actors,
            recipients=found.recipients,
        )


def trigger_words(parse: Parse, tokens: tuple[Token, ...], head: Token) -> Words:
    """The trigger's words: the stretch from its first to its last token."""
    inside = [token.i for token in tokens] or [head.i]
    return parse.words(min(inside), max(inside) + 1)
