"""What stands before and behind a name: preposition, place noun (« la ville de »), direction (« le nord du »)."""

from dataclasses import dataclass

from selon.extract.places.spot import Spot
from selon.extract.places.words import Words, words_of
from selon.parse.tree import Token

_POSSESSIVE = ("'s", "'")
_STEPS = 3  # adjectives between « ville » and « de », or between "in" and a name


@dataclass(frozen=True, slots=True)
class Context:
    """`preposition` governs the name itself or the place noun before it; '' without. `noun` is the noun that the name
    complements (« attaque de Bamako », « ville de Homs », "Idlib province"); `of` says that it does by « de » or "of".
    """

    preposition: str = ""
    noun: Token | None = None
    of: bool = False
    article: str = ""
    direction: bool = False


def context_of(spot: Spot) -> Context:
    """The context of a name, read from the surface, so that it holds whatever the parser makes of it."""
    words = words_of(spot.parse.lang)
    first = spot.sentence.start
    tokens = spot.parse.tokens
    i, direction = _over_modifiers(spot, words)
    article = ""
    if i >= first and words.is_(tokens[i], "article"):
        article, i = tokens[i].lower, i - 1
    if i < first:
        return Context(article=article, direction=direction, noun=_noun_behind(spot, words))
    word = _preposition(tokens[i])
    contracted = word in words.contraction
    if words.has("of", word):
        return _complement(spot, i, article or (word if contracted else ""), words)
    noun = _noun_behind(spot, words) or _noun_beside(spot, i, words)
    if words.has("locative", word) or words.has("origin", word) or tokens[i].pos == "ADP":
        return Context(word, noun, False, article or (word if contracted else ""), direction)
    if noun is not None and noun.i <= i:
        return Context(_preposition_of(noun, words), noun, False, article, direction)
    return Context("", noun, False, article, direction)


def _preposition(token: Token) -> str:
    """A word in lower case; the capital « A » that French typography leaves without its accent is « à »."""
    return "à" if token.text == "A" and token.parse.lang == "fr" else token.lower


def _over_modifiers(spot: Spot, words: Words) -> tuple[int, bool]:
    """Steps over English adjectives before a name ("in northern Syria", "in rebel-held Idlib")."""
    i, direction = spot.start - 1, False
    if spot.parse.lang != "en":
        return i, direction
    tokens, first = spot.parse.tokens, spot.sentence.start
    for _ in range(_STEPS):
        if i < first or not (words.is_(tokens[i], "directions") or tokens[i].pos == "ADJ") or tokens[i].pos == "ADP":
            break
        direction = direction or words.is_(tokens[i], "directions")
        i -= 1
    return _over_owner(spot, i), direction


def _over_owner(spot: Spot, i: int) -> int:
    """Steps over the country that owns the place ("in Afghanistan's southern Helmand province")."""
    tokens, first = spot.parse.tokens, spot.sentence.start
    if i <= first or tokens[i].lower not in _POSSESSIVE:
        return i
    i -= 1
    while i >= first and tokens[i].pos == "PROPN" and tokens[i].text[0].isupper():
        i -= 1
    return i


def _complement(spot: Spot, i: int, article: str, words: Words) -> Context:
    """The context of a name behind « de »: its noun, and that noun's preposition."""
    tokens, first = spot.parse.tokens, spot.sentence.start
    j = i - 1
    for _ in range(_STEPS):
        if j <= first or tokens[j].pos not in ("ADJ", "VERB") or words.is_(tokens[j], "directions"):
            break
        j -= 1
    while j > first and words.is_(tokens[j], "directions") and _is_place_noun(tokens[j - 1], words):
        j -= 1  # « la banlieue sud de Beyrouth »
    if j < first:
        return Context("", None, True, article)
    noun = tokens[j]
    if words.has("locative", noun.lower) and noun.pos in ("ADV", "ADP"):
        return Context(noun.lower, None, False, article)
    direction = words.is_(noun, "directions")
    return Context(_preposition_of(noun, words), noun, True, article, direction)


def _is_place_noun(token: Token, words: Words) -> bool:
    return token.pos == "NOUN" and any(words.is_(token, name) for name in ("city_nouns", "region_nouns", "directions"))


def _preposition_of(noun: Token, words: Words) -> str:
    """The preposition before a noun and its determiner and adjectives."""
    tokens = noun.parse.tokens
    for i in range(noun.i - 1, max(noun.i - 1 - 2 * _STEPS, noun.sentence.start - 1), -1):
        if any(words.has(name, tokens[i].lower) for name in ("locative", "origin", "against")):
            return tokens[i].lower
        before = tokens[i - 1] if i > noun.sentence.start else None
        if words.has("of", tokens[i].lower) and words.is_(before, "directions") and before is not None:
            return _preposition_of(before, words)
        owner = tokens[i].lower in _POSSESSIVE or tokens[i + 1].lower in _POSSESSIVE
        if tokens[i].pos not in ("DET", "ADJ", "NUM") and not owner:
            break
    return ""


def _noun_behind(spot: Spot, words: Words) -> Token | None:
    """The English place noun behind a name ("Idlib province", "the Kursk region")."""
    after = spot.after
    if spot.parse.lang != "en" or after is None or not after.text[0].islower():
        return None
    return after if words.is_(after, "city_nouns") or words.is_(after, "region_nouns") else None


def _noun_beside(spot: Spot, i: int, words: Words) -> Token | None:
    """The place noun right before a name, or before a comma (« la capitale Bamako », "the capital, Kabul")."""
    tokens, first = spot.parse.tokens, spot.sentence.start
    for j in range(i, max(i - 3, first - 1), -1):
        if tokens[j].pos in ("NOUN", "PROPN") and tokens[j].text[0].islower():
            near = words.is_(tokens[j], "city_nouns") or words.is_(tokens[j], "region_nouns")
            return tokens[j] if near else None
        if tokens[j].text != "," and tokens[j].pos != "ADJ":
            return None
    return None
