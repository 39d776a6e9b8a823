"""« dans le pays », « sur place », « y », "there": a place that the text has named just before."""

from collections.abc import Callable, Sequence

from selon.extract.places.words import Words, words_of
from selon.model.ontology import Precision
from selon.model.place import Place
from selon.parse.clause import is_verb
from selon.parse.tree import Parse, Token

_BACK = 2  # sentences in which the place that is meant is looked for
_LAND = Precision.COUNTRY
_EXACT = (Precision.SITE, Precision.CITY, Precision.REGION, Precision.COUNTRY)


def place_here(head: Token, before: Callable[[], Sequence[Place]]) -> Place | None:
    """The place of an event told of by « dans le pays », « sur place », « y »; None if none is plainly meant."""
    words = words_of(head.parse.lang)
    for token in _own_words(head):
        if words.is_(token, "here") and _has_preposition(token, words):
            return _country_of(token, before(), words)
        if _is_there(token, head, words) or _is_there_phrase(token, words):
            return _same(token, before())
    return None


def _is_there(token: Token, head: Token, words: Words) -> bool:
    """Whether the token is « y » or "there", right under the trigger, and stands for a place."""
    before = token.parse.tokens[token.i - 1] if token.i else None
    plain = words.is_(token, "there") and token.head is head
    return plain and not words.is_(head, "abstract") and not words.is_(before, "abstract")


def _is_there_phrase(token: Token, words: Words) -> bool:
    """Whether the token ends « sur place », « sur les lieux »."""
    tokens = token.parse.tokens[max(token.sentence.start, token.i - 2) : token.i + 1]
    said = [each.lower for each in tokens]
    return any(words.has("there_phrases", " ".join(said[i:])) for i in range(len(said)))


def _own_words(head: Token) -> list[Token]:
    """The words right under the trigger, the verb that carries it, and their objects; no clauses of their own."""
    found: list[Token] = []
    carrier = [head.head] if head.head is not None and head.base in ("obj", "nsubj") and is_verb(head.head) else []
    for each in (head, *carrier):
        found.extend(each.children)
        for thing in each.all("obj", "nsubj:pass"):
            found.extend(thing.children)
    return [token for token in found if not is_verb(token)]


def _has_preposition(token: Token, words: Words) -> bool:
    """Whether a word like « pays » or « régions » stands behind a locative preposition and a determiner."""
    case = next((child for child in token.children if child.base == "case"), None)
    if case is None or not words.has("within", case.lower):
        return False
    determiners = [child for child in token.children if child.base in ("det", "amod", "nummod") and child.i < token.i]
    return any(words.is_(each, "here_determiners") for each in determiners) and not _owned(token)


def _owned(token: Token) -> bool:
    return any(child.base == "nmod" for child in token.children)


def _country_of(token: Token, before: Sequence[Place], words: Words) -> Place | None:
    """« le pays », « plusieurs régions »: the country named last; None if there is none near."""
    near = _near(token, before)
    if not _plural(token) and words.is_(token, "vague"):
        return None
    if words.is_(token, "town") and not _plural(token):
        return _taken_up(token, [place for place in near if place.precision is Precision.CITY])
    return _taken_up(
        token, _meant(token, [place for place in near if place.precision is Precision.COUNTRY] or near), _LAND
    )


def _meant(token: Token, near: list[Place]) -> list[Place]:
    """The places of the one country that can be meant: in its own sentence, else in those before, no other is named."""
    own = [place for place in near if token.sentence.span.covers(place.span)]
    for group in (own, [place for place in own if not _is_subject(place, token)], [] if own else near[-1:]):
        if len({place.country for place in group}) == 1:
            return group
    return []


def _is_subject(place: Place, token: Token) -> bool:
    return any(each.base == "nsubj" for each in token.parse.tokens_in(place.span))


def _taken_up(token: Token, places: Sequence[Place], precision: Precision | None = None) -> Place | None:
    if not places:
        return None
    meant, parse = places[-1], token.parse
    start = min(
        [child.i for child in token.children if child.base in ("det", "amod") and child.i < token.i], default=token.i
    )
    words = parse.words(start, token.i + 1)
    exact = precision is None or meant.precision is precision
    return Place(
        words.text, words.span, meant.name if exact else words.text, meant.country,
        meant.lat if exact else None, meant.lon if exact else None, meant.geonames_id if exact else None,
        precision or meant.precision,
    )  # fmt: skip


def _same(token: Token, before: Sequence[Place]) -> Place | None:
    """« y », « sur place »: the most exact place of the last sentence that names any, the later of two."""
    near = [place for place in _near(token, before) if place.precision in _EXACT]
    if not near:
        return None
    parse = token.parse
    last = parse.tokens_in(near[-1].span)[0].sentence
    same = [place for place in near if last.span.covers(place.span)]
    return min(reversed(same), key=lambda place: _EXACT.index(place.precision))


def _near(token: Token, before: Sequence[Place]) -> list[Place]:
    parse: Parse = token.parse
    first = parse.sentences[max(token.sentence.i - _BACK, 0)].span.start
    return [place for place in before if first <= place.span.start and place.span.end <= token.start and place.country]


def _plural(token: Token) -> bool:
    return token.is_("Number", "Plur")
