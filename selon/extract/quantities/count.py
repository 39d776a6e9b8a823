"""Counted things: « au moins douze morts », « une vingtaine de blessés », « entre 10 et 20 soldats », "five"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selon.extract.quantities.numbers import Number, number_at
from selon.extract.quantities.words import QuantityWords
from selon.model.span import Words
from selon.parse.tree import Sentence, Token

_NOUN_WITHIN = 5
_LOOK_BACK = 4
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Count:
    """A counted noun (the number itself where none stands there) with its bounds, None for an open end, and its words.

    `first` is the first token of the words; `bare` where no noun stands there, `article` for « un » and « une ».
    """

    noun: Token
    first: int
    low: float | None
    high: float | None
    about: bool
    words: Words
    money: bool
    bare: bool
    article: bool


def counts_in(sentence: Sentence, words: QuantityWords) -> Iterator[Count]:
    """The counts of a sentence, in text order, without those that are a part of another (« dont quinze policiers ») or
    the whole of which another is a part (« l'un des deux pilotes »)."""
    tokens = sentence.tokens
    at, part, bare, last = 0, -1, -1, -1
    while at < len(tokens):
        number = number_at(tokens, at, words) if not _is_model(tokens, at, words) else None
        if number is None:
            at += 1
            continue
        count = _count(sentence, tokens, number, words)
        at = max(number.end, count.noun.i + 1 - sentence.start if count is not None else 0)
        if count is None or _is_whole(tokens[bare : number.start] if bare >= 0 else (), words):
            continue
        if count.bare and last >= 0 and _is_compared(tokens[last : number.start], words):
            continue
        last = last if count.article else at
        bare = at if count.bare else -1
        count = _of_whole(count, tokens, words)
        if _is_part(tokens, count.first - sentence.start, words, part) or _is_of_them(tokens, count, words):
            part = at
        else:
            yield count


def _is_model(tokens: Sequence[Token], at: int, words: QuantityWords) -> bool:
    """Whether a number belongs to the name of what is counted: "14 Leopard 2 tanks"."""
    named = at > 1 and tokens[at].text.isdigit() and tokens[at - 1].text[0].isupper()
    return named and number_at(tokens, at - 2, words) is not None


def _is_compared(between: Sequence[Token], words: QuantityWords) -> bool:
    """Whether a number is the earlier one to which another is compared: "eleven people, up from a count of seven"."""
    said = f" {' '.join(token.lower for token in between)} "
    return any(f" {phrase} " in said for phrase in words.compared)


def _is_of_them(tokens: Sequence[Token], count: Count, words: QuantityWords) -> bool:
    """Whether a number behind a comma counts some of those before: "nine civilians, three of them women"."""
    start, at = count.first - tokens[0].i, count.noun.i + 1 - tokens[0].i
    behind = " ".join(token.lower for token in tokens[at : at + 2])
    return count.bare and start > 0 and tokens[start - 1].text == "," and behind in words.parts


def _of_whole(count: Count, tokens: Sequence[Token], words: QuantityWords) -> Count:
    """A bare number that is a part, with the noun of its whole: "16 of the 24 drones" are drones."""
    at = count.noun.i + 1 - tokens[0].i
    if not count.bare or at >= len(tokens) or tokens[at].lower not in words.of:
        return count
    small = (*words.of, *words.own)
    while at < len(tokens) and (tokens[at].pos in ("ADP", "DET") or tokens[at].lower in small):
        at += 1
    whole = number_at(tokens, at, words)
    noun = _noun_after(tokens, whole, words) if whole is not None else _own_noun(tokens, at, words)
    return replace(count, noun=noun, bare=False) if noun is not None else count


def _own_noun(tokens: Sequence[Token], at: int, words: QuantityWords) -> Token | None:
    """The noun behind « de ses », "of its": "400 of its soldiers"."""
    owned = at < len(tokens) and tokens[at - 1].lower in words.own
    return tokens[at] if owned and tokens[at].pos == "NOUN" else None


def _is_whole(between: Sequence[Token], words: QuantityWords) -> bool:
    """Whether the words between a bare number and the next one make it a part of that: "two of the five hostages"."""
    led = bool(between) and between[0].lower in words.of
    small = (*words.of, *words.own)
    return led and all(each.pos in ("ADP", "DET") or each.lower in small for each in between)


def _count(sentence: Sentence, tokens: Sequence[Token], number: Number, words: QuantityWords) -> Count | None:
    start, kind = _modifier(tokens, number.start, words)
    noun, money = _noun_after(tokens, number, words), _currency(tokens, number, words)
    bare = noun is None
    if noun is None and ((number.low in _YEARS and not kind) or _has_unit(tokens, number, words)) and not money:
        return None
    noun = noun or tokens[number.end - 1]
    end = max(noun.i + 1 - sentence.start, number.end)
    later, end = _behind(tokens, end, words)
    low, high = _bounds(number, kind or later)
    if money and tokens[max(start - 1, 0)].text in words.currency:
        start -= 1
    said = sentence.parse.words(tokens[start].i, tokens[end - 1].i + 1)
    about = number.about or "about" in (kind, later)
    article = low == high == 1 and tokens[number.start].pos == "DET"
    return Count(noun, tokens[start].i, low, high, about, said, money, bare, article)


def _bounds(number: Number, kind: str) -> tuple[float | None, float | None]:
    if kind == "at_least":
        return number.low, None
    return (None, number.low) if kind == "at_most" else (number.low, number.high)


def _modifier(tokens: Sequence[Token], start: int, words: QuantityWords) -> tuple[int, str]:
    """Where the longest modifier that ends right before the number begins, and its kind; '' where there is none."""
    if " ".join(token.lower for token in tokens[max(start - 2, 0) : start]) in words.particles:
        return start, ""
    for size in range(min(_LOOK_BACK, start), 0, -1):
        phrase = " ".join(token.lower for token in tokens[start - size : start]).replace("' ", "'")
        for kind, phrases in (("at_least", words.at_least), ("at_most", words.at_most), ("about", words.about)):
            if phrase in phrases:
                return start - size, kind
    return start, ""


def _behind(tokens: Sequence[Token], end: int, words: QuantityWords) -> tuple[str, int]:
    """The kind of a modifier right behind (« quatorze personnes au moins », "or more"), and where the words end."""
    for size in (2, 1):
        phrase = " ".join(token.lower for token in tokens[end : end + size])
        if phrase in words.behind:
            return words.behind[phrase], end + size
    return "", end


def _is_part(tokens: Sequence[Token], start: int, words: QuantityWords, part: int) -> bool:
    """Whether the number counts some of those counted before: after « dont », « parmi lesquels », "including".

    `part` is where the last such count ended: what is coordinated with it is another part.
    """
    if 0 <= part < start and all(each.lower in (*words.joiners, ",") for each in tokens[part:start]):
        return True
    before = [" ".join(token.lower for token in tokens[max(start - size, 0) : start]) for size in (1, 2, 3)]
    return any(each in words.subsets for each in before)


def _noun_after(tokens: Sequence[Token], number: Number, words: QuantityWords) -> Token | None:
    """The noun behind a number: past adjectives and « de », at the end of a compound ("10 U.S. diplomats")."""
    for i, token in enumerate(tokens[number.end : number.end + _NOUN_WITHIN], number.end + 1):
        if token.lower in words.others and i < len(tokens) and tokens[i].pos == "NOUN":
            continue
        if token.lower not in words.of and _is_known(token, words) and not _qualifies(tokens, i):
            return token
        if token.text.isdigit() and i > number.end + 1 and tokens[i - 2].text[0].isupper() and _is_named(tokens, i - 1):
            continue
        if (
            (token.is_("VerbForm", "Part") and token.pos != "AUX")
            or token.text == "-"
            or _is_hyphened(tokens, i, words)
        ):
            continue
        if token.lower in words.sides:
            return None
        if token.text[0].isupper() and _is_named(tokens, i):
            continue
        if token.pos in ("NOUN", "PROPN"):
            return None if token.lower in words.never or token.lemma.lower() in words.never else _compound_end(token)
        if token.pos not in ("ADJ", "ADV") and token.lower not in words.of and token.text != ".":
            return None
    return None


def _is_named(tokens: Sequence[Token], after: int) -> bool:
    """Whether a name stands before a number of its own and a noun: "Leopard 2 tanks"."""
    behind = tokens[after : after + 2]
    return len(behind) == 2 and behind[0].text.isdigit() and behind[1].pos == "NOUN"


def _qualifies(tokens: Sequence[Token], after: int) -> bool:
    """Whether an adjective of a people stands before its noun: "a Palestinian teenager"."""
    token, then = tokens[after - 1], tokens[after : after + 1]
    return token.pos == "ADJ" and token.text[:1].isupper() and bool(then) and then[0].pos == "NOUN"


def _is_hyphened(tokens: Sequence[Token], after: int, words: QuantityWords) -> bool:
    """Whether a noun is the first part of a word with hyphens: "two short-range missiles"."""
    first, then = tokens[after - 1], tokens[after : after + 1]
    if first.lower in words.never:
        return False
    return tokens[after - 2].text == "-" or (bool(then) and then[0].text == "-" and then[0].start == first.end)


def _is_known(token: Token, words: QuantityWords) -> bool:
    """Whether a word is counted whatever the tagger took it for."""
    lemma = token.lemma.lower()
    if token.lower in words.others or token.lower in words.nouns or lemma in words.nouns:
        return True
    people = lemma in words.people or token.lower in words.people or token.text[:1].isupper()
    return token.pos == "ADJ" and people


def _compound_end(token: Token) -> Token:
    """The noun that a compound, or a name before it, belongs to."""
    head = token.head
    joined = token.has_rel("compound", "amod", "nmod:poss") and head is not None
    return head if joined and head is not None and token.i < head.i <= token.i + 3 and head.pos == "NOUN" else token


def _currency(tokens: Sequence[Token], number: Number, words: QuantityWords) -> bool:
    if tokens[number.start].pos == "DET" and number.end - number.start == 1:
        return False  # "a $1 billion loan"
    around = [tokens[i].text for i in (number.start - 1, number.end) if 0 <= i < len(tokens)]
    return any(text in words.currency for text in around)


def _has_unit(tokens: Sequence[Token], number: Number, words: QuantityWords) -> bool:
    """Whether a unit, a month or a sign of per cent follows: no people are counted."""
    following = tokens[number.end : number.end + 2]
    units = (each for each in following if each.lower not in words.sides)
    return any(each.lower in words.never or each.lemma.lower() in words.never for each in units)
