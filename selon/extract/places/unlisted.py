"""Where a text calls a name a place that no gazetteer knows: « le village de Kobé », « près d'Araouane »."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from selon.extract.places.words import Words
from selon.lexicon.gazetteer import is_place_name
from selon.lexicon.names import fold
from selon.lexicon.spellings import other_spellings
from selon.model.place import Place
from selon.model.span import Span
from selon.parse.tree import Parse, Token

_PARTICLES = frozenset({"el", "al", "ben", "bin", "as", "ed", "es", "-", "'"})
_NAMES = ("PROPN", "X", "NOUN", "ADJ")
# « Qala », « al-Chaab »
_PAIR = re.compile(r"([^\W\d_a-zà-öø-ÿ][^\W\d_]{2,})[-–]([^\W\d_a-zà-öø-ÿ][^\W\d_]{2,})")
_BEHIND = 13  # tokens from a name to the place that contains it
_NAME_WORD = re.compile(r"(?:[a-z]{1,4}[-'’])?[^\W\d_a-zà-öø-ÿ]")


def unlisted(
    parse: Parse, places: Sequence[Place], words: Words, refused: AbstractSet[int], bodies: AbstractSet[int]
) -> Iterator[tuple[int, int]]:
    """The token ranges of names that the text calls a place, those that a noun calls so first. A name of `bodies` is
    one only there, one of `refused` tokens also where it is told what contains it."""
    yield from _names(parse, words)
    for each in _undergone(parse, places, words):
        if bodies.isdisjoint(range(*each)):
            yield each
    for each in (*_entities(parse, words), *_beside(parse, words)):
        if (refused | bodies).isdisjoint(range(*each)):
            yield each


def halves(token: Token) -> tuple[Span, Span] | None:
    """The two names that a hyphen joins: « Gao-Kidal »."""
    match = _PAIR.fullmatch(token.text)
    if match is None:
        return None
    first, second = (Span(token.start + match.start(i), token.start + match.end(i)) for i in (1, 2))
    return first, second


def _entities(parse: Parse, words: Words) -> Iterator[tuple[int, int]]:
    """The entities that the model takes for places, where the words before say that something is there."""
    for entity in parse.entities:
        first = parse.tokens[entity.start]
        named = first.text[0].isupper() or _NAME_WORD.match(first.text) is not None
        if entity.label == "LOC" and named and _is_placed(parse, entity.start, words):
            yield entity.start, _whole_name(parse, entity.end)


def _whole_name(parse: Parse, end: int) -> int:
    """Where a name ends that the model cuts short: « à Khamis Mouchait »."""
    while end < parse.tokens[end - 1].sentence.end and parse.tokens[end].pos in ("PROPN", "X"):
        if not parse.tokens[end].text[0].isupper():
            break
        end += 1
    return end


def _beside(parse: Parse, words: Words) -> Iterator[tuple[int, int]]:
    """The names that something is near, or north of, whatever the model takes them for: « près d'Araouane »."""
    for token in parse.tokens:
        before = parse.tokens[token.i - 1] if token.i > token.sentence.start else None
        near = words.has("beside", token.lower) or (words.is_(token, "of") and words.is_(before, "near"))
        end = _name_end(parse, token.i + 1, token.sentence.end) if near else None
        if (
            end is not None
            and parse.tokens[token.i + 1].pos in ("PROPN", "X")
            and not _is_other(parse, token.i + 1, end)
        ):
            yield token.i + 1, end


def _is_other(parse: Parse, start: int, end: int) -> bool:
    """Whether the model takes a name for that of a body, of several words, or for a person's full name."""
    found = [each for each in parse.entities_at(start) if each.label in ("ORG", "PER", "MISC")]
    return any(each.end - each.start > 1 for each in found) or end - start > 3


def _undergone(parse: Parse, places: Sequence[Place], words: Words) -> Iterator[tuple[int, int]]:
    """The names that something is done to, and names joined to them, with the place that contains them behind: « ont
    attaqué Inata, puis Djibo, dans le nord du Burkina Faso »; whatever the model takes them for."""
    firsts = {parse.tokens_in(place.span)[0].i for place in places}
    for token in parse.tokens:
        end = _name_end(parse, token.i + 1, token.sentence.end) if words.is_(token, "undergo") else None
        while end is not None and (_is_known(parse, token.i + 1, end) or _is_within(parse, end, firsts, words)):
            if parse.tokens[token.i + 1].pos in ("PROPN", "X"):
                yield token.i + 1, end
            token = parse.tokens[end]
            joined = token.pos == "CCONJ" and token.i + 1 < token.sentence.end
            end = _name_end(parse, token.i + 1, token.sentence.end) if joined else None


def _is_known(parse: Parse, start: int, end: int) -> bool:
    """Whether a name of several words is one of the gazetteer's, however it is spelled: « Ras al-Aïn »."""
    key = fold(parse.words(start, end).text)
    spellings = (key, *(other_spellings(key) if parse.lang == "fr" else ()))
    return " " in key and any(is_place_name(each, parse.lang) for each in spellings)


def _is_within(parse: Parse, end: int, firsts: AbstractSet[int], words: Words) -> bool:
    """Whether a comma, « dans » or the like and a place stand behind, and no verb before that place."""
    behind = parse.tokens[end : min(end + _BEHIND, parse.tokens[end - 1].sentence.end)]
    inside = False
    for token in behind:
        if token.pos in ("VERB", "AUX") or token.text in (";", ":"):
            return False
        inside = inside or words.has("within", token.lower) or token.text == "("
        if inside and (token.i in firsts or words.is_(token, "border")):
            return True
    return False


def _is_placed(parse: Parse, start: int, words: Words) -> bool:
    """Whether the words before a name place it: « à Kobé », « dans le Badakhchan », « le camp de Zaatari », « évacué
    Kobané », "between Cox's Bazar and Sittwe"."""
    tokens, first = parse.tokens, parse.tokens[start].sentence.start
    i = start - 1
    if i >= first and words.is_(tokens[i], "article"):
        i -= 1
    if i < first:
        return False
    if words.is_(tokens[i], "within") or (i < start - 1 and words.has("locative", tokens[i].lower)):
        return True
    if tokens[i].pos == "VERB":
        return True
    if words.has("of", tokens[i].lower):
        noun = next((each for each in reversed(tokens[max(i - 3, first) : i]) if each.pos == "NOUN"), None)
        return noun is not None and not any(
            words.is_(noun, name) for name in ("institutions", "titles", "persons", "of_persons")
        )
    return False


def _names(parse: Parse, words: Words) -> Iterator[tuple[int, int]]:
    """The token ranges of names that a place noun goes with."""
    for token in parse.tokens:
        before = parse.tokens[token.i - 1] if token.i > token.sentence.start else None
        if words.is_(token, "of") and before is not None and _calls_a_place(_over_adjectives(before), words):
            yield from _listed(parse, token.i, words)
        elif words.is_(token, "sites") and token.pos == "NOUN" and token.text[0].islower():
            end = _name_end(parse, token.i + 1, token.sentence.end)
            if end is not None and not words.is_(parse.tokens[token.i + 1], "titles"):
                yield token.i + 1, end
        elif (
            before is not None
            and _calls_a_place(token, words)
            and (start := _apposition_start(token, words)) is not None
        ):
            yield start, token.i - 2
        elif parse.lang == "en" and before is not None and _calls_a_place(token, words):
            start = _name_start(parse, token.i, token.sentence.start)
            if start is not None:
                yield start, token.i


def _over_adjectives(token: Token) -> Token:
    """The noun before adjectives: « la commune bruxelloise de »."""
    for _ in range(2):
        if token.pos == "ADJ" and token.i > token.sentence.start:
            token = token.parse.tokens[token.i - 1]
    return token


def _listed(parse: Parse, of: int, words: Words) -> Iterator[tuple[int, int]]:
    """The names behind « de » and those that « et de » joins to them."""
    tokens, stop = parse.tokens, parse.tokens[of].sentence.end
    end = _name_end(parse, of + 1, stop)
    while end is not None:
        yield of + 1, end
        of = end + 1
        joined = of < stop and tokens[end].pos in ("CCONJ", "PUNCT") and words.is_(tokens[of], "of")
        end = _name_end(parse, of + 1, stop) if joined else None


def _apposition_start(token: Token, words: Words) -> int | None:
    """The first word of the name that « une localité » stands in apposition to (« à Kibumba, une localité … »)."""
    tokens, first = token.parse.tokens, token.sentence.start
    if token.i - 3 < first or tokens[token.i - 1].pos != "DET" or tokens[token.i - 2].text != ",":
        return None
    start = _name_start(token.parse, token.i - 2, first)
    if start is None or start == first:
        return None
    before = tokens[start - 1]
    return start if words.has("within", before.lower) or words.is_(before, "undergo") else None


def _name_start(parse: Parse, end: int, first: int) -> int | None:
    """The first of the words with capitals that end before `end` ("Musa Qala district"); None if there is none."""
    start = end
    while start > first and parse.tokens[start - 1].text[0].isupper() and parse.tokens[start - 1].pos in _NAMES:
        start -= 1
    return None if start in (end, first) else start


def _calls_a_place(token: Token, words: Words) -> bool:
    """Whether a noun says that what follows is a place, as « village » does and « maire » does not."""
    return token.pos in ("NOUN", "PROPN") and token.text[0].islower() and words.is_(token, "place_nouns")


def _name_end(parse: Parse, start: int, stop: int) -> int | None:
    """The token after a sequence of words with capitals; None if there is none."""
    end = start
    while end < stop:
        token = parse.tokens[end]
        capital = _NAME_WORD.match(token.text) is not None and token.pos not in ("DET", "PRON")
        joins = end > start and (token.lower in _PARTICLES or token.text in _PARTICLES)
        if not capital and not joins:
            break
        end += 1
    while end > start and not _NAME_WORD.match(parse.tokens[end - 1].text):
        end -= 1
    return end if end > start else None
