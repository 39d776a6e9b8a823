"""Actors: who acts, undergoes or speaks, and the words that name them."""

from dataclasses import dataclass

from selon.model.ontology import ActorKind, MentionForm, Sector
from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Role:
    """A title or function that the text gives an actor."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of the text that stands for an actor."""

    text: str
    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of one document. `code` is country + sectors (IRNMIL), None when neither is known."""

    id: str
    name: str
    kind: ActorKind
    code: str | None
    country: str | None
    sectors: tuple[Sector, ...]
    roles: tuple[Role, ...]
    mentions: tuple[Mention, ...]


def actor_code(country: str | None, sectors: tuple[Sector, ...]) -> str | None:
    """Country and sectors, most important first, as one code; None when both are unknown.

    >>> actor_code("IRN", (Sector.MIL,))
    'IRNMIL'
    """
    return (country or "") + "".join(sectors) or None
