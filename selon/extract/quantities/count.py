"""Numbers before nouns: « au moins douze morts », « une vingtaine de blessés », « entre 10 et 20 soldats »."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selon.extract.quantities.words import QuantityWords
from selon.model.span import Words
from selon.parse.tree import Sentence, Token

_DIGITS = re.compile(r"\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)?")
_NOUN_WITHIN = 4
_LOOK_BACK = 4


@dataclass(frozen=True, slots=True)
class Count:
    """A counted noun with the number's bounds (None for an open end) and its words, modifier and noun included."""

    noun: Token
    low: float | None
    high: float | None
    about: bool
    words: Words


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    low: float
    high: float | None
    about: bool


def counts_in(sentence: Sentence, words: QuantityWords) -> Iterator[Count]:
    """The counted nouns of a sentence, in text order."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        number = _range(tokens, at, words) or _number(tokens, at, words)
        noun = _noun_after(tokens, number.end, words) if number is not None else None
        if number is None or noun is None or _is_date(tokens, number):
            at += 1 if number is None else number.end - at
            continue
        yield _count(sentence, tokens, number, noun, words)
        at = tokens.index(noun) + 1


def _count(sentence: Sentence, tokens: list[Token], number: _Number, noun: Token, words: QuantityWords) -> Count:
    start, kind = _modifier(tokens, number.start, words)
    low: float | None = number.low
    high = number.high
    if kind == "at_least":
        high = None
    elif kind == "at_most":
        low, high = None, number.low
    found = sentence.parse.words(tokens[start].i, noun.i + 1)
    return Count(noun, low, high, number.about or kind == "about", found)


def _range(tokens: list[Token], at: int, words: QuantityWords) -> _Number | None:
    """« 10 à 20 », « entre 10 et 20 », "between 10 and 20"."""
    low = _number(tokens, at, words)
    if low is None or low.end >= len(tokens) or tokens[low.end].lower not in words.range:
        return None
    high = _number(tokens, low.end + 1, words)
    if high is None or high.low <= low.low:
        return None
    return _Number(low.start, high.end, low.low, high.low, low.about or high.about)


def _number(tokens: list[Token], at: int, words: QuantityWords) -> _Number | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    if _DIGITS.fullmatch(token.text):
        return _digits(tokens, at, words)
    if token.lower in words.numbers and not (words.numbers[token.lower] == 1 and token.pos == "DET"):
        return _in_words(tokens, at, words)
    if token.lower in words.dozens:
        return _Number(_article(tokens, at), at + 1, words.dozens[token.lower], None, True)
    if token.lower in words.collectives:
        value = words.collectives[token.lower]
        before = tokens[at - 1].lower if at else ""
        factor = words.numbers.get(before, 1.0)
        end = at + 1
        if end < len(tokens) and tokens[end].lower in words.dozens:
            return None
        return _Number(_article(tokens, at), end, value * factor, value * factor, True)
    return None


def _article(tokens: list[Token], at: int) -> int:
    return at - 1 if at and tokens[at - 1].pos in ("DET", "NUM") else at


def _digits(tokens: list[Token], at: int, words: QuantityWords) -> _Number:
    text, end = tokens[at].text, at + 1
    while (
        end < len(tokens) and re.fullmatch(r"\d{3}", tokens[end].text) and tokens[end].start - tokens[end - 1].end == 1
    ):
        text += tokens[end].text
        end += 1
    value = _value(text)
    if end < len(tokens) and tokens[end].lower in words.collectives and words.collectives[tokens[end].lower] >= 1000:
        value *= words.collectives[tokens[end].lower]
        end += 1
    return _Number(at, end, value, value, False)


def _value(text: str) -> float:
    plain = re.sub(r"[\s\u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    return float(plain.replace(",", "."))


def _in_words(tokens: list[Token], at: int, words: QuantityWords) -> _Number:
    total = current = 0.0
    end = at
    while end < len(tokens) and (tokens[end].lower in words.numbers or _joins(tokens, end, at, words)):
        value = words.numbers.get(tokens[end].lower)
        end += 1
        if value is None:
            continue
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0.0
        elif value == 100:
            current = max(current, 1) * 100
        else:
            current += value
    return _Number(at, end, total + current, total + current, False)


def _joins(tokens: list[Token], at: int, first: int, words: QuantityWords) -> bool:
    follows = at + 1 < len(tokens) and tokens[at + 1].lower in words.numbers
    return at > first and follows and tokens[at].lower in ("et", "and", "-")


def _noun_after(tokens: list[Token], at: int, words: QuantityWords) -> Token | None:
    for token in tokens[at : at + _NOUN_WITHIN]:
        if token.pos in ("NOUN", "PROPN") or token.lower in words.nouns or token.lemma.lower() in words.nouns:
            return token
        if token.pos not in ("ADJ", "ADV") and token.lower not in words.of:
            return None
    return None


def _is_date(tokens: list[Token], number: _Number) -> bool:
    """A year or a day is no count: « le 3 mai », « 2011 »."""
    return tokens[number.start].pos not in ("NUM", "DET", "NOUN", "ADJ", "PRON") and number.high is not None


def _modifier(tokens: list[Token], start: int, words: QuantityWords) -> tuple[int, str]:
    """The longest modifier that ends right before the number, and its kind; ('', start) where there is none."""
    for size in range(min(_LOOK_BACK, start), 0, -1):
        phrase = " ".join(token.lower for token in tokens[start - size : start]).replace("' ", "'")
        for kind, phrases in (
            ("at_least", words.at_least),
            ("at_most", words.at_most),
            ("about", words.about),
        ):
            if phrase in phrases:
                return start - size, kind
    return start, ""
