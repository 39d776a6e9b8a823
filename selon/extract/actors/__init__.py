"""Actors: who acts, speaks or undergoes in a document, and which words stand for whom.

What comes in: a `Parse` and the places found in it. What goes out: `Cast`. The steps, each a module:
units, runs (words that may name an actor; `waters`: no seas) → phrases (their noun phrases: `left`; `right`, by
`ownnames`, `qualifiers`, `complements`, `whereabouts`, `fields`, `posts`) → mentions (with `chosen`, `countries`,
`sectors`: what the words say of them; `seats`: does a capital act; `pronouns`) → resolve (who is who, with `known`,
`visited`, `groups`, `apposition`, `titled`, `explained`, `naming`, `persons`, `bodies`, `nominals`, `again`, `ahead`,
`lately`, `described`, `salience`, `binding`, `quoted`, `gender`, `victims`; for the country `origin`, `rulers`, `told`,
`context`, `facing`) → cast.
Data: `{fr,en}/titles.yml`, `actors.yml`, `modifiers.yml`, `reference.yml`, and by way of `names` `world/*.csv`.
"""

from collections.abc import Sequence

from selon.extract.actors.cast import Cast, make_cast
from selon.extract.actors.mentions import find_mentions
from selon.extract.actors.resolve import resolve
from selon.model.place import Place
from selon.parse.tree import Parse

__all__ = ["Cast", "find_actors"]


def find_actors(parse: Parse, places: Sequence[Place]) -> Cast:
    """The actors of a document and the tokens that stand for them."""
    candidates, spots = find_mentions(parse, places)
    return make_cast(parse, candidates, resolve(parse, candidates, spots, places))
