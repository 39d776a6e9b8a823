"""Places: what the text names, resolved to coordinates, and where an event happens.

What comes in: a parse. What goes out: `model.place.Place`, every mention in text order (`find_places`), and the place
of one event (`place_of`). Data: `{fr,en}/places.yml`, and the gazetteer (`selon.lexicon.gazetteer`).
"""

from selon.extract.places.event import place_of
from selon.extract.places.find import find_places
from selon.extract.places.listed import is_where, only_owns
from selon.extract.places.town import town_tokens

__all__ = ["find_places", "is_where", "only_owns", "place_of", "town_tokens"]
