"""Borders: « la frontière entre le Mali et le Niger », « la frontière turque », "the border with Syria"."""

from collections.abc import Sequence

from selon.extract.places.words import words_of
from selon.lexicon.demonyms import DemonymMatch, demonym_at
from selon.model.ontology import Precision
from selon.model.place import Place
from selon.parse.tree import Parse, Token

_PEOPLES = 4  # tokens of « soudano-tchadienne »
_REACH = 9  # tokens between « frontière » and its second country


def find_borders(parse: Parse, places: Sequence[Place]) -> list[Place]:
    """The borders that a text names. On which side of one something happens is not said: no country, no coordinates."""
    words = words_of(parse.lang)
    found = [_border(token, places) for token in words.found(parse, "border")]
    return [border for border in found if border is not None]


def _border(token: Token, places: Sequence[Place]) -> Place | None:
    parse = token.parse
    behind = parse.tokens[token.i + 1] if token.i + 1 < token.sentence.end else None
    if parse.lang == "en" and behind is not None and behind.pos == "NOUN":
        return None  # "border patrol agents"
    last, countries = _sides(token, places)
    start = token.i
    first, sides = _peoples_before(token)
    if sides:
        start, countries = first, tuple(dict.fromkeys((*sides, *countries)))
    if not countries:
        return None
    name = parse.words(start, max(last, token.i) + 1)
    label = "–".join(countries) + " border"
    return Place(name.text, name.span, label, None, None, None, None, Precision.BORDER)


def _sides(token: Token, places: Sequence[Place]) -> tuple[int, tuple[str, ...]]:
    """The last token of the border's name, and the countries on its sides."""
    parse, words = token.parse, words_of(token.parse.lang)
    behind = parse.tokens[token.i + 1 : min(token.i + 1 + _REACH, token.sentence.end)]
    words_here = [each.text for each in behind]
    match = demonym_at(words_here, 0, parse.lang) if behind else None
    if match is not None and parse.lang == "fr" and _countries(match):
        return token.i + match.end, _countries(match)
    if not behind or not (
        words.is_(behind[0], "between") or words.is_(behind[0], "with_") or words.is_(behind[0], "of")
    ):
        return token.i, ()
    wanted = 2 if words.is_(behind[0], "between") else 1
    last = token.i
    sides: tuple[str, ...] = ()
    for place in places:
        first = parse.tokens_in(place.span)[0].i
        inside = token.i < first <= behind[-1].i and place.precision is Precision.COUNTRY and place.country
        if inside and len(sides) < wanted and not _broken(parse, token.i, first):
            last, sides = parse.tokens_in(place.span)[-1].i, (*sides, place.country or "")
    return (last, sides) if len(sides) == wanted else (token.i, ())


def _broken(parse: Parse, start: int, end: int) -> bool:
    return any(token.pos in ("VERB", "AUX") or token.text in (",", ";") for token in parse.tokens[start + 1 : end])


def _peoples_before(token: Token) -> tuple[int, tuple[str, ...]]:
    """The peoples right before the word, and where they begin ("the Turkish-Syrian border")."""
    parse = token.parse
    for start in range(max(token.i - _PEOPLES, token.sentence.start), token.i):
        words_here = [each.text for each in parse.tokens[start : token.i]]
        match = demonym_at(words_here, 0, parse.lang)
        if match is not None and match.end == len(words_here):
            return start, _countries(match)
    return token.i, ()


def _countries(match: DemonymMatch) -> tuple[str, ...]:
    return tuple(each.country for each in match.demonyms if each.country)
