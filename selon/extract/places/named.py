"""Places that no gazetteer knows and that the text calls one: « le village de Kobé », "the village of Kfar Yuval"."""

from collections.abc import Sequence

from selon.extract.places.words import Words, words_of
from selon.model.ontology import Precision
from selon.model.place import Place
from selon.parse.tree import Parse, Token

_PARTICLES = frozenset({"el", "al", "ben", "bin", "as", "ed", "es", "-", "'"})
_NEAR = 60  # characters to the place that contains it: « le village de Kobé, dans la région de Gao »


def find_named(parse: Parse, places: Sequence[Place]) -> list[Place]:
    """The places named after a town or region word and in no gazetteer; the country is that of the place behind them."""
    words = words_of(parse.lang)
    taken = [place.span for place in places]
    found: list[Place] = []
    for token in parse.tokens:
        if not words.is_(token, "of") or token.i == 0 or not _calls_a_place(parse.tokens[token.i - 1], words):
            continue
        end = _name_end(parse, token.i + 1, token.sentence.end)
        if end is None:
            continue
        name = parse.words(token.i + 1, end)
        if not any(span.overlaps(name.span) for span in taken):
            country = _country_behind(name.span.end, places)
            found.append(Place(name.text, name.span, name.text, country, None, None, None, Precision.NONE))
    return found


def _calls_a_place(token: Token, words: Words) -> bool:
    """Whether a noun says that what follows is a place, as « village » does and « maire » does not."""
    certain = words.is_(token, "place_nouns")
    return certain and token.pos in ("NOUN", "PROPN") and token.text[0].islower()


def _name_end(parse: Parse, start: int, stop: int) -> int | None:
    """The token after a sequence of words with capitals; None if there is none."""
    end = start
    while end < stop:
        token = parse.tokens[end]
        capital = token.text[0].isupper() and token.pos not in ("DET", "PRON")
        joins = end > start and (token.lower in _PARTICLES or token.text in _PARTICLES)
        if not capital and not joins:
            break
        end += 1
    while end > start and not parse.tokens[end - 1].text[0].isupper():
        end -= 1
    return end if end > start else None


def _country_behind(at: int, places: Sequence[Place]) -> str | None:
    near = [place for place in places if 0 <= place.span.start - at <= _NEAR]
    return near[0].country if near else None
