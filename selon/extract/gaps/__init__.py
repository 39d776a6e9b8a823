"""Gaps: what a text says is not known (being built)."""

from dataclasses import dataclass

from selon.model.ontology import Missing
from selon.model.span import Span
from selon.parse.tree import Parse, Token


@dataclass(frozen=True, slots=True)
class FoundGap:
    """A gap before ids are known: `token` anchors it, `about` is the token that names the event meant (None: open)."""

    missing: tuple[Missing, ...]
    about: Token | None
    text: str
    span: Span
    token: Token


def find_gaps(parse: Parse) -> tuple[FoundGap, ...]:
    """The gaps of a parse, in text order."""
    return ()
