"""Whether two personal names can be one person's, however they are transliterated (« Raïssi / Raisi / Raissi »)."""

import re
from functools import lru_cache

from selon.lexicon.names import plain

Names = tuple[str, ...]
_SHORT = 2
_PARTICLES = frozenset({"al", "el", "de", "ben", "bin", "d"})
# Letters that transliterations from Arabic, Persian and Slavic languages interchange, as one of them.
_SOUNDS = (
    ("tch", "sh"), ("sch", "sh"), ("ch", "sh"), ("dj", "j"), ("kh", "k"), ("gh", "g"), ("zh", "j"), ("ph", "f"), ("th", "t"),
    ("ou", "u"), ("oo", "u"), ("q", "k"), ("y", "i"), ("w", "v"), ("x", "ks"), ("ii", "i"),
)  # fmt: skip


def same_name(one: Names, other: Names) -> bool:
    """Whether the shorter name is a part of the longer that stands for it, or differs only by an initial or spelling.

    >>> same_name(("qaani",), ("esmaïl", "qaani")), same_name(("raisi",), ("ebrahim", "raïssi"))
    (True, True)
    >>> same_name(("ali", "qaani"), ("esmaïl", "qaani"))
    False
    """
    if one == other:
        return True
    short, long = sorted((_bare(one), _bare(other)), key=len)
    if not short or (len(short) == 1 and len(short[0]) <= _SHORT):
        return False
    if len(short) == 1:
        return short[0] == long[-1] or (len(long) > 1 and short[0] in (long[0], *long[1:]) and len(short[0]) > _SHORT)
    if short[-1] != long[-1]:
        return short == long[: len(short)]
    return all(_agrees(word, long[:-1]) for word in short[:-1])


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """What a word of a name sounds like, roughly, in any transliteration.

    >>> [sound(word) for word in ("Raïssi", "Raisi", "Zelensky", "Zelenskiy")]
    ['raisi', 'raisi', 'zelenski', 'zelenski']
    """
    found = plain(word)
    for letters, other in _SOUNDS:
        found = found.replace(letters, other)
    return re.sub(r"(.)\1", r"\1", found)


def _bare(name: Names) -> Names:
    parts = (part for word in name for part in re.split(r"[-'’]", word.replace(".", "")))
    return tuple(sound(part) for part in parts if part and plain(part) not in _PARTICLES)


def _agrees(word: str, others: Names) -> bool:
    return any(
        word == other or (len(word) == 1 and other.startswith(word)) or (len(other) == 1 and word.startswith(other))
        for other in others
    )
