"""Places that no gazetteer knows and that the text calls one: « le village de Kobé », "Konjak village"."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from selon.extract.places.words import Words, words_of
from selon.lexicon.demonyms import demonym
from selon.model.ontology import Precision
from selon.model.place import Place
from selon.parse.tree import Parse, Token

_PARTICLES = frozenset({"el", "al", "ben", "bin", "as", "ed", "es", "-", "'"})
_NAMES = ("PROPN", "X", "NOUN", "ADJ")
# « Qala », « al-Chaab »
_NAME_WORD = re.compile(r"(?:[a-z]{1,4}[-'’])?[^\W\d_a-zà-öø-ÿ]")
_NEAR = 8  # tokens to the place that contains it: « le village de Kobé, dans la région de Gao »


def find_named(parse: Parse, places: Sequence[Place], refused: AbstractSet[int]) -> list[Place]:
    """The places that a town or region word names and no gazetteer has; their country is that of the place behind.

    `refused` are the tokens of names that are no places (bodies, persons), whatever the model's entities say.
    """
    words = words_of(parse.lang)
    taken = [place.span for place in places]
    found: list[Place] = []
    entities = [each for each in _entities(parse, words) if refused.isdisjoint(range(*each))]
    for start, end in (*_names(parse, words), *entities):
        name = parse.words(start, end)
        if demonym(parse.tokens[start].text, parse.lang) or words.is_(parse.tokens[start], "directions"):
            continue
        if not any(span.overlaps(name.span) for span in taken):
            country = _country_behind(parse, end, places)
            found.append(Place(name.text, name.span, name.text, country, None, None, None, Precision.NONE))
            taken.append(name.span)
    return found


def _entities(parse: Parse, words: Words) -> Iterator[tuple[int, int]]:
    """The entities that the model takes for places, behind a preposition that says where."""
    for entity in parse.entities:
        first = parse.tokens[entity.start]
        before = parse.tokens[entity.start - 1] if entity.start > first.sentence.start else None
        if entity.label == "LOC" and first.text[0].isupper() and words.is_(before, "within"):
            yield entity.start, entity.end


def _names(parse: Parse, words: Words) -> Iterator[tuple[int, int]]:
    """The token ranges of names that a place noun goes with."""
    for token in parse.tokens:
        before = parse.tokens[token.i - 1] if token.i > token.sentence.start else None
        if words.is_(token, "of") and before is not None and _calls_a_place(before, words):
            end = _name_end(parse, token.i + 1, token.sentence.end)
            if end is not None:
                yield token.i + 1, end
        elif (
            before is not None
            and _calls_a_place(token, words)
            and (start := _apposition_start(token, words)) is not None
        ):
            yield start, token.i - 2
        elif parse.lang == "en" and before is not None and _calls_a_place(token, words):
            start = _name_start(parse, token.i, token.sentence.start)
            if start is not None:
                yield start, token.i


def _apposition_start(token: Token, words: Words) -> int | None:
    """The first word of the name that « une localité » stands in apposition to (« à Kibumba, une localité … »)."""
    tokens, first = token.parse.tokens, token.sentence.start
    if token.i - 3 < first or tokens[token.i - 1].pos != "DET" or tokens[token.i - 2].text != ",":
        return None
    start = _name_start(token.parse, token.i - 2, first)
    placed = start is not None and start > first and words.has("within", tokens[start - 1].lower)
    return start if placed else None


def _name_start(parse: Parse, end: int, first: int) -> int | None:
    """The first of the words with capitals that end before `end` ("Musa Qala district"); None if there is none."""
    start = end
    while start > first and parse.tokens[start - 1].text[0].isupper() and parse.tokens[start - 1].pos in _NAMES:
        start -= 1
    return None if start in (end, first) else start


def _calls_a_place(token: Token, words: Words) -> bool:
    """Whether a noun says that what follows is a place, as « village » does and « maire » does not."""
    certain = words.is_(token, "place_nouns")
    return certain and token.pos in ("NOUN", "PROPN") and token.text[0].islower()


def _name_end(parse: Parse, start: int, stop: int) -> int | None:
    """The token after a sequence of words with capitals; None if there is none."""
    end = start
    while end < stop:
        token = parse.tokens[end]
        capital = _NAME_WORD.match(token.text) is not None and token.pos not in ("DET", "PRON")
        joins = end > start and (token.lower in _PARTICLES or token.text in _PARTICLES)
        if not capital and not joins:
            break
        end += 1
    while end > start and not _NAME_WORD.match(parse.tokens[end - 1].text):
        end -= 1
    return end if end > start else None


def _country_behind(parse: Parse, end: int, places: Sequence[Place]) -> str | None:
    """The country of the place that is named next in the sentence, if no verb stands between."""
    for place in places:
        first = parse.tokens_in(place.span)[0]
        if first.i < end:
            continue
        between = parse.tokens[end : first.i]
        near = first.sentence_i == parse.tokens[end - 1].sentence_i and len(between) <= _NEAR
        return place.country if near and not any(token.pos in ("VERB", "AUX") for token in between) else None
    return None
