"""Quotes: what somebody is reported to say."""

from dataclasses import dataclass

from selon.model.ontology import QuoteKind
from selon.model.span import Words


@dataclass(frozen=True, slots=True)
class Quote:
    """Reported words. `speaker` is an actor id, None when the text names nobody."""

    speaker: str | None
    kind: QuoteKind
    content: Words
    cue: Words | None
