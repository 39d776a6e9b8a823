"""Attribution: one link of the chain of sources, outermost first."""

from dataclasses import dataclass

from selon.model.ontology import Form
from selon.model.span import Span, Words


@dataclass(frozen=True, slots=True)
class Link:
    """A source: the actor (None for pure hearsay), its words (None where the text has none), and the cue."""

    actor: str | None
    text: str | None
    span: Span | None
    cue: Words | None
    form: Form
