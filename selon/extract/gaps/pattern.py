"""Phrases of the lexicon as regular expressions over the words of a sentence, each word followed by a space.

Notation: see the head of `lexicon/data/fr/gaps.yml`. The group `gap` holds the words without their context.
"""

import re
from collections.abc import Mapping
from functools import cache

Classes = Mapping[str, tuple[str, ...]]

_WORD = r"(?:(?![.,;:!?«»()“”\"] )\S+ )"
# Up to three words, with an aside between commas among them (« n'a, pour l'heure, pas été »).
_SKIP = rf"(?:{_WORD}{{0,3}}?(?:, {_WORD}{{1,6}}, {_WORD}{{0,2}}?)?)"
# `...`: a longer phrase (« ni le nombre des prisonniers ni … »).
_SKIPS = {"..": _SKIP, "...": rf"(?:{_WORD}{{0,8}}?)"}


def wordings(text: str) -> tuple[str, ...]:
    """The words of a wording as a parse cuts them, behind an apostrophe (but in "n't").

    >>> wordings("s'il y a")
    ("s'", 'il', 'y', 'a')
    """
    return tuple(re.sub(r"(?<=')(?=\S)(?!t\b)", " ", text).split())


def expression(phrase: str, classes: Classes) -> str:
    """The regular expression of a phrase; ValueError for a class that does not exist or brackets that do not pair."""
    found, opened = "", False
    items = phrase.replace("[", " [ ").replace("]", " ] ").split()
    if items.count("[") != items.count("]"):
        raise ValueError(f"{phrase!r} has brackets that do not pair")
    lead, body, rest = _contexts(items)
    for part, group in ((lead, False), (body, True), (rest, False)):
        text = "".join(_item(item, classes) for item in part)
        found += f"(?P<gap>{text})" if group else f"(?={text})" if opened else text
        opened = opened or group
    return r"(?<!\S)" + found


@cache
def compiled(text: str) -> re.Pattern[str]:
    """An expression compiled, once: a text needs few of them, and all together cost a third of a second."""
    return re.compile(text)


def needed(phrase: str, classes: Classes) -> tuple[frozenset[str], ...]:
    """The words of which a text with the phrase holds one, for each item that has to stand there, the fewest first.

    Empty where nothing is sure.
    """
    items = phrase.replace("[", " ").replace("]", " ").split()
    sure = [_first_words(each, classes) for each in items if each not in _SKIPS and not each.endswith("?")]
    return tuple(sorted((each for each in sure if not any("*" in word for word in each)), key=len))


def _first_words(item: str, classes: Classes) -> frozenset[str]:
    """The words with which the choices of an item begin."""
    choices = [each for each in item.split("|") if each]
    texts = [text for each in choices for text in (classes[each.strip("{}")] if each.startswith("{") else (each,))]
    return frozenset(wordings(text)[0] for text in texts)


def _contexts(items: list[str]) -> tuple[list[str], list[str], list[str]]:
    """The words before, in and behind the phrase."""
    lead: list[str] = []
    rest: list[str] = []
    if items[0] == "[":
        end = items.index("]")
        lead, items = items[1:end], items[end + 1 :]
    if items and items[-1] == "]":
        start = len(items) - 1 - items[::-1].index("[")
        items, rest = items[:start], items[start + 1 : -1]
    if not items or "[" in items:
        raise ValueError("a context stands at the beginning or the end of a phrase")
    return lead, items, rest


def _item(item: str, classes: Classes) -> str:
    if item in _SKIPS:
        return _SKIPS[item]
    optional = item.endswith("?") and len(item) > 1
    choices = [_choice(each, classes) for each in item.removesuffix("?").split("|") if each]
    return f"(?:{'|'.join(choices)})" + ("?" if optional else "")


def _choice(text: str, classes: Classes) -> str:
    if not text.startswith("{"):
        return _words(text)
    name = text.strip("{}")
    if name not in classes:
        raise ValueError(f"{text} is no class of words")
    longest = sorted(classes[name], key=lambda each: (-len(each.split()), -len(each)))
    return "|".join(_words(each) for each in longest)


def _words(text: str) -> str:
    """One wording, each word followed by a space; `*` is any ending."""
    return "".join(re.escape(word).replace(r"\*", r"[^\s.,;]*") + " " for word in wordings(text))
