"""Numbers in digits and in words: « 2,5 millions », « quatre-vingt-dix-sept », « des dizaines de milliers »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from selon.extract.quantities.words import QuantityWords
from selon.parse.tree import Token

_DIGITS = re.compile(r"\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)?")
_SUFFIXED = re.compile(r"(\d+(?:[.,]\d+)?)([a-zA-Z]{1,2})")
_GROUP = re.compile(r"\d{3}")
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens [start, end) of a sentence that are a number, with its bounds; `high` is None for an open number."""

    start: int
    end: int
    low: float
    high: float | None
    about: bool = False


def number_at(tokens: Sequence[Token], at: int, words: QuantityWords) -> Number | None:
    """The number that begins at a token: a range, or one number."""
    if at < len(tokens) and not _may_begin(tokens[at].lower, words):
        return None
    if at < len(tokens) and tokens[at].lower in words.between:
        return _range(tokens, at + 1, words, words.both, at)
    return _range(tokens, at, words, words.range, at) or one_number(tokens, at, words)


@lru_cache(maxsize=20_000)
def _may_begin(word: str, words: QuantityWords) -> bool:
    """Whether a number may begin with a word; asked first, since most words are no such."""
    listed = (
        word in words.fractions
        or word in words.between
        or word in words.articles
        or word in words.dozens
        or word in words.collectives
    )
    return listed or _DIGITS.match(word) is not None or bool(_worth(word, words))


def _range(tokens: Sequence[Token], at: int, words: QuantityWords, links: Sequence[str], start: int) -> Number | None:
    """« 10 à 20 », « entre 10 et 20 », "between 10 and 20"."""
    low = one_number(tokens, at, words)
    if low is None or low.end >= len(tokens) or tokens[low.end].lower not in links:
        return None
    high = one_number(tokens, low.end + 1, words)
    if high is None or high.low <= low.low:
        return None
    return Number(start, high.end, low.low, high.high, low.about or high.about)


def one_number(tokens: Sequence[Token], at: int, words: QuantityWords) -> Number | None:
    """A single number in digits, in words, or as « une vingtaine », « des centaines »."""
    if at >= len(tokens):
        return None
    if _DIGITS.fullmatch(tokens[at].text):
        return _digits(tokens, at, words)
    if (money := _suffixed(tokens, at, words)) is not None:
        return money
    first = at
    while first < len(tokens) and first - at < 2 and tokens[first].lower in words.articles:
        first += 1
    if (part := _fraction(tokens, at, words)) is not None:
        return part
    return _open(tokens, at, first, words) or _collective(tokens, at, first, words) or _in_words(tokens, at, words)


def _digits(tokens: Sequence[Token], at: int, words: QuantityWords) -> Number:
    text, end = tokens[at].text, at + 1
    while end < len(tokens) and len(text) <= 15 and _GROUP.fullmatch(tokens[end].text):
        if tokens[end].start - tokens[end - 1].end != 1 or not re.fullmatch(r"\d{1,3}(?:\d{3})*", text):
            break
        text += tokens[end].text
        end += 1
    value = _value(text)
    if end < len(tokens) and (scale := _scale(tokens[end], words)):
        value, end = value * scale, end + 1
    return Number(at, end, value, value)


def _suffixed(tokens: Sequence[Token], at: int, words: QuantityWords) -> Number | None:
    """The money of "$1.5bn", "£300m"; None without a currency before it."""
    found = _SUFFIXED.fullmatch(tokens[at].text)
    if found is None or at == 0 or tokens[at - 1].text not in words.currency:
        return None
    scale = words.suffixes.get(found[2].lower())
    return Number(at, at + 1, _value(found[1]) * scale, _value(found[1]) * scale) if scale else None


def _scale(token: Token, words: QuantityWords) -> float:
    scale = words.scales.get(token.lower, words.numbers.get(token.lower, 0.0))
    return scale if scale >= _THOUSAND else 0.0


def _value(text: str) -> float:
    plain = re.sub(r"[\s\u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    return float(plain.replace(",", "."))


def _fraction(tokens: Sequence[Token], at: int, words: QuantityWords) -> Number | None:
    """« un demi-million », "half a million", "a quarter of a million"; None for any other words."""
    i = at + 1 if tokens[at].lower in words.articles and at + 1 < len(tokens) else at
    part = words.fractions.get(tokens[i].lower)
    if part is None:
        return None
    i += 1
    while i < len(tokens) and (tokens[i].lower in (*words.articles, *words.of) or tokens[i].text == "-"):
        i += 1
    scale = words.collectives.get(tokens[i].lower, 0.0) if i < len(tokens) else 0.0
    return Number(at, i + 1, part * scale, part * scale, about=part * scale < _THOUSAND) if scale else None


def _open(tokens: Sequence[Token], at: int, first: int, words: QuantityWords) -> Number | None:
    """« des dizaines », « plusieurs centaines », « des dizaines de milliers »; the lowest number that they can mean."""
    if first >= len(tokens) or tokens[first].lower not in words.dozens:
        return None
    low, end = words.dozens[tokens[first].lower], first + 1
    if end + 1 < len(tokens) and tokens[end].lower in words.of and tokens[end + 1].lower in words.scales:
        low, end = low * words.scales[tokens[end + 1].lower], end + 2
    return Number(at, end, low, None, about=True)


def _collective(tokens: Sequence[Token], at: int, first: int, words: QuantityWords) -> Number | None:
    """« une vingtaine », « deux douzaines », "a dozen"; of scales (« un million ») the number is exact."""
    number = _in_words(tokens, at, words) if first == at else None
    place = number.end if number is not None else first
    if place >= len(tokens) or tokens[place].lower not in words.collectives:
        return None
    value = words.collectives[tokens[place].lower]
    if number is None and place > at and tokens[place - 1].lower in words.many:
        return Number(at, place + 1, 2 * value, None, about=True)
    factor = number.low if number is not None else 1.0
    behind = " ".join(token.lower for token in tokens[place + 1 : place + 3])
    if behind in words.and_half and value >= _THOUSAND:  # « deux millions et demi »
        return Number(at, place + 3, value * (factor + 0.5), value * (factor + 0.5))
    return Number(at, place + 1, value * factor, value * factor, about=value < _THOUSAND)


def _in_words(tokens: Sequence[Token], at: int, words: QuantityWords) -> Number | None:
    total = current = 0.0
    end = at
    for i, values in _spelled(tokens, at, words):
        for value in values:
            if not _fits(value, current, end == at):
                return Number(at, end, total + current, total + current) if end > at else None
            if value >= _THOUSAND:
                total, current = total + max(current, 1) * value, 0.0
            elif value == 100 or (value == 20 and current == 4):
                current = max(current, 1) * value
            else:
                current += value
        end = i + 1
    return Number(at, end, total + current, total + current) if end > at else None


def _spelled(tokens: Sequence[Token], at: int, words: QuantityWords) -> Iterator[tuple[int, tuple[float, ...]]]:
    """The tokens from `at` on that are number words, with what their parts are worth; joiners are passed over."""
    i = at
    while i < len(tokens):
        values = _worth(tokens[i].lower, words)
        if values:
            yield i, values
        elif not (
            i > at
            and (tokens[i].lower in words.joiners or tokens[i].text == "-")
            and i + 1 < len(tokens)
            and _worth(tokens[i + 1].lower, words)
        ):
            return
        i += 1


@lru_cache(maxsize=20_000)
def _worth(word: str, words: QuantityWords) -> tuple[float, ...]:
    """What a number word, or each of its parts between hyphens, is worth; () for any other word."""
    if word in words.numbers:
        return (words.numbers[word],)
    parts = [part for part in re.split(r"[-‐‑]", word) if part and part not in words.joiners]
    values = tuple(words.numbers[part] for part in parts if part in words.numbers)
    return values if values and len(values) == len(parts) else ()


def _fits(value: float, current: float, first: bool) -> bool:
    """Whether a number word can follow what is read: « cent vingt », « soixante-douze », not « douze deux »."""
    if first or value >= _THOUSAND:
        return True
    if value == 100:
        return current < 100
    if value == 20 and current == 4:
        return True
    rest = current % 100
    return rest == 0 or (rest % 10 == 0 and rest >= 20 and value < 20)
