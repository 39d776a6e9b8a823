"""Which names of places are told as places, where they may stand for a government, or only say whose an office is."""

from selon.extract.places.context import context_of
from selon.extract.places.event import spot_of
from selon.extract.places.words import words_of
from selon.model.ontology import Precision
from selon.model.place import Place
from selon.parse.tree import Parse, Token

_OF_PLACES = ("happenings", "city_nouns", "region_nouns", "grounds", "directions")
_OWNS = ("'s", "’s", "'", "’")
_FEW = 3  # words between an owner and the noun of its office: "Chile's foreign minister"


def is_where(place: Place, parse: Parse) -> bool:
    """Whether the words say that something is or goes there: « s'envolera pour Juba », « les discussions de Khartoum »,
    "the siege of Sanaa"; not « demande à Paris »."""
    spot, words = spot_of(place, parse), words_of(parse.lang)
    context, governor = context_of(spot), spot.head.head
    moves = words.is_(governor, "towards") or words.is_(governor, "away")
    if context.of:
        return any(words.is_(context.noun, name) for name in _OF_PLACES)
    if spot.head.base == "obj" and words.is_(governor, "undergo"):
        return True
    if words.has("weak_locative", context.preposition) or not words.has("locative", context.preposition):
        return moves and bool(context.preposition)
    return True


def only_owns(place: Place, parse: Parse) -> bool:
    """Whether a country only says whose an office is: "Chile's foreign minister"."""
    after = parse.tokens_in(place.span)[-1].i + 1
    if place.precision is not Precision.COUNTRY or after >= len(parse.tokens) or parse.tokens[after].lower not in _OWNS:
        return False
    behind = parse.tokens[after + 1 : after + 2 + _FEW]
    return any(_is_office(token) for token in behind)


def _is_office(token: Token) -> bool:
    words = words_of(token.parse.lang)
    return any(words.is_(token, name) for name in ("persons", "institutions", "offices"))
