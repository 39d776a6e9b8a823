"""Which tokens name a place smaller than a country: what can be taken, entered or held."""

from collections.abc import Iterable

from selon.model.ontology import Precision
from selon.model.place import Place
from selon.parse.tree import Parse

_SMALL = (Precision.CITY, Precision.REGION, Precision.SITE)


def town_tokens(parse: Parse, places: Iterable[Place]) -> frozenset[int]:
    """The positions of the tokens in the names of towns, regions and sites."""
    small = [place for place in places if place.precision in _SMALL]
    return frozenset(token.i for place in small for token in parse.tokens_in(place.span))
