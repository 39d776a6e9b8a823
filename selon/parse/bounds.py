"""Bounds on what the models and the rules are given: what is far longer than any prose is cut, so that cost stays even.

Rules look at pairs of words in a sentence, and the tokenizer at each end of a word again and again: on a sentence of
100,000 words, or a word of as many marks, both would take hours. Offsets never move.
"""

import re
from collections.abc import Iterable, Iterator

# Characters of the longest sentence: the longest of 1,100 texts (gold, examples) has 318.
_SENTENCE = 2000
# Characters of the longest word; an address of the web may have a hundred or two.
_WORD = 250
_LONG = re.compile(rf"\S{{{_WORD + 1},}}")


def bounded_starts(text: str, starts: Iterable[int]) -> Iterator[int]:
    """The sentence starts of a paragraph, and further ones at the blanks inside a sentence that is too long.

    >>> list(bounded_starts("a" * 1500 + " " + "b" * 1500, [0]))
    [0, 1501]
    """
    ordered = sorted({0, *starts})
    for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
        yield start
        while end - start > _SENTENCE and (blank := _blank(text, start, end)) is not None:
            start = blank + 1
            yield start


def _blank(text: str, start: int, end: int) -> int | None:
    """The last blank within the bound, else the first one behind it."""
    found = text.rfind(" ", start + 1, start + _SENTENCE)
    found = found if found >= 0 else text.find(" ", start + _SENTENCE, end - 1)
    return found if found >= 0 else None


def bounded_words(text: str) -> str:
    """The text with all that is too much of a word as one and the same letter; the same length.

    >>> bounded_words("ab " + "(" * 300)[250:260]
    '(((xxxxxxx'
    """
    if len(text) <= _WORD:
        return text
    return _LONG.sub(lambda match: match.group()[:_WORD] + "x" * (len(match.group()) - _WORD), text)
