"""Where names of the gazetteer stand in a sentence, whether they are places there or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selon.extract.places.words import words_of
from selon.lexicon.gazetteer import (
    Candidate,
    goes_on,
    is_country_acronym,
    is_listed_name,
    is_place_name,
    opening_words,
    places_named,
)
from selon.lexicon.names import cased_pieces, key_of, plain
from selon.model.span import Span
from selon.parse.tree import Parse, Sentence, Token

_LONGEST = 7  # pieces of the longest name that is looked for
_HYPHENS = ("-", "‑", "‐")
_ARABIC = re.compile(r"(?:al|el|ad|ed|an|en|ar|er|as|es|at|et|az|ez|ach|ech|ash|esh)[-‑][^\W\d_a-z]")
_ACRONYM = 3  # a word in capitals up to this length is an acronym, not a place


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens [start, end) that are a name of the gazetteer, with the places of that name, likeliest first."""

    parse: Parse
    start: int
    end: int
    key: str
    candidates: tuple[Candidate, ...]

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the name."""
        return self.parse.tokens[self.start : self.end]

    @property
    def span(self) -> Span:
        """The name's characters."""
        return Span(self.parse.tokens[self.start].start, self.parse.tokens[self.end - 1].end)

    @property
    def head(self) -> Token:
        """The token that governs the name."""
        return self.parse.head_of(self.start, self.end)

    @property
    def sentence(self) -> Sentence:
        """The sentence that the name stands in."""
        return self.parse.tokens[self.start].sentence

    @property
    def before(self) -> Token | None:
        """The token before the name, in the same sentence."""
        return self.parse.tokens[self.start - 1] if self.start > self.sentence.start else None

    @property
    def after(self) -> Token | None:
        """The token behind the name, in the same sentence."""
        return self.parse.tokens[self.end] if self.end < self.sentence.end else None


def find_spots(sentence: Sentence) -> list[Spot]:
    """The names of places in a sentence, the longest at each word, in text order."""
    found: list[Spot] = []
    i = sentence.start
    while i < sentence.end:
        spot = _spot_at(sentence, i)
        if spot is not None:
            found.append(spot)
        i = spot.end if spot is not None else i + 1
    return found


def _spot_at(sentence: Sentence, start: int) -> Spot | None:
    parse = sentence.parse
    first = parse.tokens[start]
    if not _may_open(first, parse.lang) or _hyphened(parse, start, -1):
        return None
    best: tuple[int, str] | None = None
    lower = first.text[0].islower()
    for end, key in _keys(sentence, start):
        if lower and not is_listed_name(key, parse.lang):
            continue
        if _may_close(parse, key, end) and is_place_name(key, parse.lang):
            best = end, key
    if best is None:
        return None
    spot = Spot(parse, start, *best, places_named(best[1], parse.lang))
    return None if _has_loose_word(spot) or _goes_on(spot) else spot


def _goes_on(spot: Spot) -> bool:
    """Whether an Arabic name goes on behind the name: « Bab al-Tebbaneh » is no Bab."""
    return spot.after is not None and _ARABIC.match(spot.after.text) is not None


def _has_loose_word(spot: Spot) -> bool:
    """Whether a listed place follows the first word of a small one's name: « La Guadeloupe », "South Lebanon"."""
    word, _, rest = spot.key.partition(" ")
    words = words_of(spot.parse.lang)
    loose = words.has("article", word) or words.has("directions", word)
    return loose and is_listed_name(rest, spot.parse.lang) and not is_listed_name(spot.key, spot.parse.lang)


def _keys(sentence: Sentence, start: int) -> Iterator[tuple[int, str]]:
    """The folded names that begin at a token, with the token after each; « au Havre » is tried as « Le Havre » too."""
    parse = sentence.parse
    before = parse.tokens[start - 1].lower if start > sentence.start else ""
    article = words_of(parse.lang).contraction.get(before)
    pieces: tuple[str, ...] = ()
    for end in range(start, sentence.end):
        own = cased_pieces(parse.tokens[end].text)
        pieces += own
        if len(pieces) > _LONGEST or not pieces:
            return
        if not own:
            continue
        key = key_of(pieces)
        yield end + 1, key
        full = f"{article} {key}" if article is not None else key
        if article is not None and is_place_name(full, parse.lang):
            yield end + 1, full
        if not (goes_on(key, parse.lang) or (article is not None and goes_on(full, parse.lang))):
            return


def _may_open(token: Token, lang: str) -> bool:
    text = token.text
    if not text[0].isupper():
        return plain(text) in opening_words(lang)
    letters = sum(letter.isalpha() for letter in text)
    acronym = text.isupper() and letters <= _ACRONYM and "." not in text
    return letters > 1 and (not acronym or _shouted(token) or is_country_acronym(text, lang))


def _shouted(token: Token) -> bool:
    """Whether the word's neighbours are in capitals too (« ABU DHABI », « LE CAIRE »)."""
    tokens = token.parse.tokens
    near = [tokens[i] for i in (token.i - 1, token.i + 1) if token.sentence.start <= i < token.sentence.end]
    return any(each.text.isupper() and len(each.text) > 1 and each.text.isalpha() for each in near)


def _may_close(parse: Parse, key: str, end: int) -> bool:
    """Whether the name may end here: with a capital unless it is listed (« Arabie saoudite »), in no hyphened word."""
    last = parse.tokens[end - 1]
    capital = any(piece[0].isupper() for piece in cased_pieces(last.text)[-1:])
    return (capital or is_listed_name(key, parse.lang)) and not _hyphened(parse, end - 1, 1)


def _hyphened(parse: Parse, i: int, step: int) -> bool:
    """Whether a hyphen joins the token to the one before or behind it (« Moscow-backed »)."""
    hyphen, other = i + step, i + 2 * step
    if not (0 <= hyphen < len(parse.tokens) and 0 <= other < len(parse.tokens)):
        return False
    tokens = parse.tokens
    first, middle, last = (i, hyphen, other) if step > 0 else (other, hyphen, i)
    if tokens[middle].text not in _HYPHENS:
        return False
    return tokens[first].end == tokens[middle].start and tokens[middle].end == tokens[last].start
