"""How else a name may be spelled: French writes « Khan Cheikhoun » where the gazetteer has "Khan Shaykhun"."""

import re
from collections.abc import Iterator

# Each rule makes one more spelling of every spelling so far, in this order: sounds that French writes with two letters,
# doubled letters, the vowels that transliterations differ in, the Arabic article.
_RULES = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"tch", "ch"),
        (r"(?<!t)ch", "sh"),
        (r"dj", "j"),
        (r"gu(?=[ei])", "g"),
        (r"oua", "wa"),
        (r"ou", "u"),
        (r"([bcdfgklmnprstvz])\1", r"\1"),
        (r"aa", "a"),
        (r"eikh", "aykh"),
        (r"ei", "ay"),
        (r"ai", "ay"),
        (r"k(?!h)", "q"),
        (r"\bel ", "al "),
        (r"\b(?:al|el) ", ""),
        (r"e\b", ""),
        (r"e", "i"),
    )
)
_MOST = 96  # spellings tried; a name with more of these sounds is rare


def other_spellings(key: str) -> Iterator[str]:
    """The spellings of a folded name beside its own, the nearest first.

    >>> "bosaso" in set(other_spellings("bossasso"))
    True
    """
    found = [key]
    for pattern, other in _RULES:
        found.extend([new for each in found[:_MOST] if (new := pattern.sub(other, each)) not in found])
    yield from found[1:]
