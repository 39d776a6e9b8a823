"""Headlines that write each word with a capital ("Iran, U.S. Agree on Talks"), written as prose.

Such a line is one where only words of closed classes are in small letters, and ordinary words have capitals. It goes
out with the same length; names keep theirs. Data: `en/trees.yml` (`title_small`, `before_name`).
"""

import re
from collections.abc import Callable

from selon.lexicon.given import gender_of
from selon.lexicon.persons import known_person
from selon.parse.treewords import tree_words
from selon.parse.verbforms import english_verb_forms

_WORD = re.compile(r"[^\W\d_]+")
# Words of the shortest such line, characters of the longest, and ordinary words with a capital behind the first word.
_FEWEST = 4
_LONGEST = 300
_ORDINARY = 2


def is_titled(text: str, lang: str, is_ordinary: Callable[[str], bool]) -> bool:
    """Whether a line writes its words with capitals; `is_ordinary` tells of a word in small letters that it is no name.

    >>> is_titled("Iran, Oman Agree on New Talks", "en", {"agree", "on", "new", "talks"}.__contains__)
    True
    >>> is_titled("President John Smith met Foreign Minister Jane Jones", "en", {"foreign", "minister"}.__contains__)
    False
    """
    lesser = tree_words(lang).title_small
    if not lesser or len(text) > _LONGEST:
        return False
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    if len(words) < _FEWEST or any(word[0].islower() and word not in lesser for word in words):
        return False
    told = [word for word in words[1:] if word[0].isupper() and not word.isupper()]
    return sum(is_ordinary(word.lower()) for word in told if word.lower() not in lesser) >= _ORDINARY


def untitled(text: str, is_ordinary: Callable[[str], bool]) -> str:
    """The line with its ordinary words in small letters, but for the first word and for names of persons.

    >>> untitled("Gordon Brown Rejects Brown Bread", {"brown", "rejects", "bread"}.__contains__)
    'Gordon Brown rejects brown bread'
    """
    written, before = [*text], ""
    for found in _WORD.finditer(text):
        word = found.group()
        if before and _is_common(word, before, is_ordinary):
            written[found.start()] = word[0].lower()
        before = word
    return "".join(written)


def _is_common(word: str, before: str, is_ordinary: Callable[[str], bool]) -> bool:
    """Whether a word behind another is an ordinary one with a capital."""
    lower = word.lower()
    if len(word) == 1 or not word.istitle() or len(lower) != len(word) or not is_ordinary(lower):
        return False
    if known_person((word,)) is not None:
        return False
    verb = english_verb_forms().get(lower)
    given = gender_of((before, word)) is not None and verb in (None, lower)
    titled = before.lower() in tree_words("en").before_name and verb is None
    return not given and not titled
