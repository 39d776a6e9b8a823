"""Gaps: what the text says is not known."""

from dataclasses import dataclass

from selon.model.attribution import Link
from selon.model.ontology import Missing
from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Gap:
    """Something said to be unknown; `about` is an event id, None where no event is meant."""

    missing: tuple[Missing, ...]
    about: str | None
    text: str
    span: Span
    attribution: tuple[Link, ...]
