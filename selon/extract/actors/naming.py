"""Whether two personal names can be one person's, however they are transliterated (« Raïssi / Raisi / Raissi »)."""

from selon.lexicon.names import name_key

Names = tuple[str, ...]
_SHORT = 2


def same_name(one: Names, other: Names) -> bool:
    """Whether the shorter name is a part of the longer that stands for it, or differs only by an initial or spelling.

    >>> same_name(("qaani",), ("esmaïl", "qaani")), same_name(("raisi",), ("ebrahim", "raïssi"))
    (True, True)
    >>> same_name(("ali", "qaani"), ("esmaïl", "qaani"))
    False
    """
    if one == other:
        return True
    short, long = sorted((name_key(one), name_key(other)), key=len)
    if not short or (len(short) == 1 and len(short[0]) <= _SHORT):
        return False
    if len(short) == 1:
        return short[0] == long[-1] or (len(long) > 1 and short[0] in (long[0], *long[1:]) and len(short[0]) > _SHORT)
    if short[-1] != long[-1]:
        return short == long[: len(short)]
    return all(_agrees(word, long[:-1]) for word in short[:-1])


def _agrees(word: str, others: Names) -> bool:
    return any(
        word == other or (len(word) == 1 and other.startswith(word)) or (len(other) == 1 and word.startswith(other))
        for other in others
    )
