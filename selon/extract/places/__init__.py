"""Places: where things happen (being built)."""

from collections.abc import Sequence

from selon.model.place import Place
from selon.parse.tree import Parse, Token


def find_places(parse: Parse) -> tuple[Place, ...]:
    """The places named in a parse, in text order."""
    return ()


def place_of(head: Token, places: Sequence[Place], parse: Parse) -> Place | None:
    """The place where the event anchored on `head` happens; None where the text gives none."""
    return None
