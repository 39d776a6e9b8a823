"""How names are compared: folded to plain letters, with a check that the capitals of the text fit.

A name is a sequence of pieces: « Côte d’Ivoire » is cote, d, ivoire; hyphens, apostrophes and spaces part the
pieces, dots vanish (« U.S. » is us). So it is found however the tokeniser cuts it.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_SEPARATORS = re.compile(r"[\s\-‐‑–/'’ʼʻ`´]+")
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)
_ARTICLES = frozenset({"le", "la", "les", "l", "the", "el", "der", "die", "il", "o", "de"})
_TITLECASE_ACRONYM = 4  # « Otan », « Unesco » stand for OTAN, UNESCO; « Us », « Who » for nothing


@lru_cache(maxsize=50_000)
def cased_pieces(text: str) -> tuple[str, ...]:
    """The pieces of a word or name, with their capitals and accents.

    >>> cased_pieces("Côte d’Ivoire"), cased_pieces("É.-U.")
    (('Côte', 'd', 'Ivoire'), ('É', 'U'))
    """
    return tuple(piece for piece in _SEPARATORS.split(text.replace(".", "")) if piece)


@lru_cache(maxsize=50_000)
def plain(piece: str) -> str:
    """Lower-case letters without accents or ligatures: `plain("Érythrée")` is `erythree`."""
    if piece.isascii():
        return piece.lower()
    bare = unicodedata.normalize("NFD", piece.translate(_LIGATURES))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).lower()


def key_of(pieces: Sequence[str]) -> str:
    """The key under which a name of these pieces is kept."""
    return " ".join(map(plain, pieces))


def fold(text: str) -> str:
    """The key of a name as written.

    >>> fold("États-Unis d’Amérique")
    'etats unis d amerique'
    """
    return key_of(cased_pieces(text))


def is_acronym(form: str) -> bool:
    """Written in capitals (and figures) only, in one word: ONU, É.-U., M23.

    >>> is_acronym("U.S."), is_acronym("M23"), is_acronym("Onu")
    (True, True, False)
    """
    return " " not in form and form.upper() == form and any(letter.isalpha() for letter in form)


def capitals_fit(form: str, pieces: Sequence[str], exact: bool) -> bool:
    """Whether text pieces, equal to the listed form when folded, are written as this name is.

    A form without capitals fits any text. An acronym wants its capitals, or one from four letters (Otan).
    Another name wants a capital where it has one itself, but for an article. `exact` (the name is also a
    common word): letter by letter.

    >>> capitals_fit("États-Unis", ("Etats", "unis"), False), capitals_fit("US", ("us",), False)
    (True, False)
    >>> capitals_fit("Le Monde", ("le", "Monde"), True), capitals_fit("Le Monde", ("Le", "monde"), False)
    (True, False)
    """
    if form.islower():
        return True
    own = cased_pieces(form)
    skip = 1 if len(own) > 1 and plain(own[0]) in _ARTICLES else 0
    if exact:
        return own[skip:] == tuple(pieces[skip:])
    if is_acronym(form):
        text = "".join(pieces)
        return text.upper() == text or (len(text) >= _TITLECASE_ACRONYM and text.istitle())
    pairs = zip(own[skip:], pieces[skip:], strict=True)
    return any(mine[0].isupper() and theirs[0].isupper() for mine, theirs in pairs)


# Letters that transliterations from Arabic, Persian and Slavic languages interchange, as one of them.
_SOUNDS = (
    ("tch", "sh"), ("sch", "sh"), ("ch", "sh"), ("dj", "j"), ("kh", "k"), ("gh", "g"), ("zh", "j"), ("ph", "f"),
    ("th", "t"), ("ou", "u"), ("oo", "u"), ("q", "k"), ("y", "i"), ("w", "v"), ("x", "ks"), ("ii", "i"),
)  # fmt: skip
_PARTICLES = frozenset({"al", "el", "de", "ben", "bin", "d"})
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """What a word of a name sounds like, roughly, in any transliteration.

    >>> [sound(word) for word in ("Raïssi", "Raisi", "Zelensky", "Zelenskiy")]
    ['raisi', 'raisi', 'zelenski', 'zelenski']
    """
    found = plain(word)
    for letters, other in _SOUNDS:
        found = found.replace(letters, other)
    return _DOUBLED.sub(r"\1", found)


def name_key(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a person's name by their sound, without particles and hyphens.

    >>> name_key(("Bachar", "al-Assad"))
    ('bashar', 'asad')
    """
    return tuple(sound(part) for word in words for part in cased_pieces(word) if plain(part) not in _PARTICLES)
