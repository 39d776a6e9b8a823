"""How sure it is that a name of the gazetteer is a place where it stands, and not a person, a body or a plain word."""

import math
from collections.abc import Collection
from dataclasses import dataclass, field

from selon.extract.places.context import Context
from selon.extract.places.spot import Spot
from selon.extract.places.story import Story
from selon.extract.places.words import Words, words_of
from selon.lexicon.demonyms import demonym
from selon.lexicon.gazetteer import Candidate, abbreviations
from selon.lexicon.names import fold
from selon.model.ontology import Precision
from selon.parse.phrases import opens_story
from selon.parse.tree import Entity, Parse, Token

_TINY = 1_000
_TOO_LARGE = 200_000  # people, for what the text calls a village
# The sum from which on a name is taken for a place; the weights below were set by hand on news texts, then tried on
# the cases in tests/cases/*/places.yml.
ENOUGH = 1.5
_COUNTRY, _LISTED, _COMPILED_REGION = 3.0, 2.5, 0.5
_SIZES = ((1_000_000, 1.5), (300_000, 1.0), (100_000, 0.5), (15_000, -0.5), (0, -1.5))
_LOCATIVE, _WEAK, _OF, _NOUN, _DIRECTION, _CONTAINED, _UNDERGOES = 2.0, 1.0, 0.5, 4.0, 2.0, 2.0, 1.5
_DATELINE, _STORY, _ELSEWHERE, _DISTANT, _AGAIN = 4.0, 1.5, -1.0, -3.0, 1.5
_PERSON, _TITLE, _NEIGHBOUR, _KNOWN_PERSON, _INSTITUTION, _BODY = -5.0, -4.0, -4.0, -2.5, -5.0, -8.0
_WORD, _COUNTRY_WORD, _COMPASS, _CALENDAR, _OPENING = -1.5, -2.0, -2.5, -4.0, -1.5
# By label, when the entity is the name, and when it begins before it (« Jack London », « Croix-Rouge de Genève »).
_EXACTLY = {"LOC": 2.0, "PER": -1.0, "ORG": -0.5, "MISC": -0.5}
_LONGER = {"LOC": 0.5, "PER": -4.0, "ORG": -2.5, "MISC": -1.0}
_REFUTES_KNOWN = 0.0


@dataclass(slots=True)
class Known:
    """What the text has shown so far: names of persons, names that are places elsewhere, tokens of bodies' names."""

    persons: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    bodies: frozenset[int] = frozenset()


# Sums of what speaks for and against a place whatever the story is: the words around, and persons, bodies, entities.
Fixed = tuple[float, float, float, float]


def fixed_evidence(spot: Spot, context: Context, place: Candidate, known: Known, contained: bool) -> Fixed:
    """What speaks for and against a place apart from the story: for `evidence`, which is asked again and again."""
    words = words_of(spot.parse.lang)
    around = (
        _prior(spot, context, place, words)
        + _around(spot, context, place, words)
        + (_CONTAINED if contained else 0.0)
        + (_DATELINE if in_dateline(spot) else 0.0)
    )
    person, body = _person(spot, context, known, words), _institution(spot, context, known, words)
    return around, person, body, _label(spot, place, context, words)


def evidence(spot: Spot, place: Candidate, fixed: Fixed, story: Story, known: Known) -> float:
    """The sum of what speaks for and against a place; a place from ENOUGH on."""
    around, person, body, label = fixed
    again = _AGAIN if spot.key in known.places else 0.0
    return around + _by_story(place, story) + again + person + body + label


def _prior(spot: Spot, context: Context, place: Candidate, words: Words) -> float:
    """What the name says by itself."""
    single = " " not in spot.key
    if spot.key in abbreviations(spot.parse.lang) and not _is_abbreviated(spot):
        return _BODY
    common = single and words.has("common", spot.tokens[0].lower)
    score = _by_size(place) + (1.0 if not single and place.precision in (Precision.CITY, Precision.REGION) else 0.0)
    if spot.key in words.folded("first_names"):
        score -= _first_name(context, place)
    if common:
        score += _WORD if place.precision is not Precision.COUNTRY else _COUNTRY_WORD
    if single and words.has("directions", spot.tokens[0].lower) and place.precision is not Precision.COUNTRY:
        score += _COMPASS if words.is_(context.noun, "region_nouns") else _BODY
    if single and words.has("calendar", spot.tokens[0].lower):
        score += _CALENDAR
    opening = spot.start == spot.sentence.start and spot.tokens[0].pos != "PROPN"
    if opening and single and place.precision not in (Precision.COUNTRY, Precision.CONTINENT):
        score += _OPENING
    if single and demonym(spot.tokens[0].text, spot.parse.lang) and place.precision is not Precision.COUNTRY:
        score += _BODY
    return score


def _is_abbreviated(spot: Spot) -> bool:
    """Whether the name has its full stop, and a comma before it ("Palm Beach, Fla.")."""
    before = spot.before
    stopped = spot.tokens[-1].text.endswith(".") or (spot.after is not None and spot.after.text == ".")
    return stopped and before is not None and before.text == ","


def _first_name(context: Context, place: Candidate) -> float:
    """What a name loses that is also a person's, if nothing before it says that it is a place."""
    if place.precision is Precision.COUNTRY:
        return 1.0
    said = context.preposition or context.noun is not None
    return 0.0 if said or _by_size(place) >= 1.5 else 1.5


def _by_size(place: Candidate) -> float:
    if place.precision in (Precision.COUNTRY, Precision.CONTINENT):
        return _COUNTRY
    if place.precision is not Precision.CITY:
        return _LISTED if place.score >= 9 else _COMPILED_REGION
    size = next(score for least, score in _SIZES if place.population >= least)
    if place.score >= math.log10(place.population + 1) + 2:  # a capital
        return max(size, 1.5)
    return size - 1.0 if is_distant(place) else size


def _around(spot: Spot, context: Context, place: Candidate, words: Words) -> float:
    """What prepositions and place nouns say."""
    score = 0.0
    governor = spot.head.head
    if spot.head.base == "obj" and words.is_(governor, "undergo") and not context.preposition:
        score += _UNDERGOES
    if words.is_(context.noun, "small_nouns") and (place.population > _TOO_LARGE or is_distant(place)):
        return _BODY
    if words.is_(context.noun, "city_nouns") or words.is_(context.noun, "region_nouns"):
        score += _NOUN
    elif context.of and words.is_(context.noun, "country_nouns"):
        score += _NOUN if place.precision is Precision.COUNTRY else 0.0
    elif _is_explained(spot, words):
        score += _NOUN
    if context.direction:
        score += _DIRECTION
    elif context.of:
        score += _LOCATIVE if words.is_(context.noun, "happenings") else _OF
    elif words.has("weak_locative", context.preposition):
        score += (
            0.0 if words.is_(spot.head.head, "address") else _LOCATIVE - (0.0 if context.preposition == "à" else 1.0)
        )
    elif words.has("locative", context.preposition) or words.has("origin", context.preposition):
        score += _LOCATIVE
    return score


def _is_explained(spot: Spot, words: Words) -> bool:
    """Whether the words behind a comma say what the name is: « Gori, une ville du centre », "Homs, a city held by"."""
    behind = spot.parse.tokens[spot.end : min(spot.end + 5, spot.sentence.end)]
    if len(behind) < 3 or behind[0].text != ",":
        return False
    noun = next((each for each in behind[1:] if each.pos not in ("DET", "ADJ", "NUM")), None)
    return noun is not None and noun is not behind[1] and words.is_(noun, "city_nouns")


def in_dateline(spot: Spot) -> bool:
    """Whether the name opens a paragraph as the place of writing: « DAMAS (AFP) – », "KYIV, Ukraine (AP) —"."""
    sentence, parse = spot.sentence, spot.parse
    if spot.start - sentence.start > 6:
        return False
    opens = sentence.i == 0 or parse.sentences[sentence.i - 1].paragraph != sentence.paragraph
    if not opens or any(token.pos == "ADP" for token in spot.tokens[:1]):
        return False
    behind = parse.tokens[spot.end : min(sentence.start + 18, len(parse.tokens))]
    before = parse.tokens[sentence.start : spot.start]
    if any(token.pos in ("VERB", "AUX", "ADP", "DET") for token in before):
        return False
    dash = next((token for token in behind if token.text in ("–", "—", "-", "--") and _spaced(token)), None)
    if dash is None or not (opens_story(dash) or spot.tokens[0].text.isupper()):
        return False
    between = [token for token in behind if token.i < dash.i]
    return not any(token.pos in ("VERB", "AUX") and token.text.islower() for token in between)


def _spaced(token: Token) -> bool:
    """Whether a dash parts: « Bamako – », « Bamako- », and not the one of « Dar-Salam »."""
    text = token.parse.text
    before, behind = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    return before.isspace() or before == ")" or behind.isspace()


def is_distant(place: Candidate) -> bool:
    """Whether the name is one of the many others of the place, which French and English news do not use."""
    return place.precision is Precision.CITY and place.score < math.log10(place.population + 1)


def _by_story(place: Candidate, story: Story) -> float:
    if (is_distant(place) or _is_tiny(place)) and story.known and not story.holds(place.country):
        return _DISTANT
    if story.holds(place.country):
        return _STORY
    small = place.precision in (Precision.CITY, Precision.REGION) and place.score < 8
    return _ELSEWHERE if story.known and small else 0.0


def _is_tiny(place: Candidate) -> bool:
    """Whether so few live there that only a text about its country means it."""
    return place.precision is Precision.CITY and place.population < _TINY


def _person(spot: Spot, context: Context, known: Known, words: Words) -> float:
    """What speaks for a person's name: a title, a first or last name beside it, the same name as a person before."""
    before, after = spot.before, spot.after
    if before is not None and words.is_(before, "titles") and context.noun is None:
        return _TITLE
    placed = bool(context.preposition) and not words.has("weak_locative", context.preposition)
    if before is not None and _is_name(before, spot, words) and not placed:
        return _NEIGHBOUR
    if after is not None and _is_name(after, spot, words):
        if spot.key in words.folded("first_names"):
            return _PERSON
        flat = after.base in ("flat", "compound") or spot.head.base == "flat"
        return (_NEIGHBOUR if flat else _NEIGHBOUR / 2) if not placed else (_NEIGHBOUR / 2 if flat else 0.0)
    if spot.key in known.persons and not (placed or context.noun is not None):
        return _KNOWN_PERSON
    return 0.0


def is_name_beside(spot: Spot, words: Words) -> bool:
    """Whether a word of a person's name stands right before or behind the name."""
    return any(each is not None and _is_name(each, spot, words) for each in (spot.before, spot.after))


def _is_name(token: Token, spot: Spot, words: Words) -> bool:
    """Whether a neighbouring token is a word of a name, neither people, day nor the head of a sentence."""
    if not token.text[0].isupper() or token.pos not in ("PROPN", "X", "NOUN", "ADJ") or len(token.text) < 2:
        return False
    if words.has("calendar", token.lower) or demonym(token.text, spot.parse.lang) or token.text.isupper():
        return False
    if words.is_(token, "directions") or words.is_(token, "city_nouns") or words.is_(token, "region_nouns"):
        return False
    return token.i != spot.sentence.start or token.pos == "PROPN"


def _institution(spot: Spot, context: Context, known: Known, words: Words) -> float:
    """What speaks for the name of a body or a text that the place has given its name to."""
    if any(i in known.bodies for i in range(spot.start, spot.end)):
        return _BODY
    if context.of and words.is_(context.noun, "institutions"):
        return _INSTITUTION
    beside = [token for token in (spot.before, spot.after) if token is not None]
    if any(words.has("name_parts", token.text) for token in beside):
        return _INSTITUTION
    return 0.0


def _label(spot: Spot, place: Candidate, context: Context, words: Words) -> float:
    """What the named entities say, where the model gives any; a label on more than the name says more against it.

    The model takes towns for persons at times: by itself a label never refutes a country, a metropolis, nor one name
    behind a preposition that says where.
    """
    entity = next((each for i in range(spot.start, spot.end) for each in spot.parse.entities_at(i)), None)
    if entity is None:
        return 0.0
    longer = entity.start < spot.start and entity.end - entity.start > spot.end - spot.start
    score = (_LONGER if longer else _EXACTLY).get(entity.label, 0.0)
    if entity.label == "ORG" and _is_seat(place, context):
        score = 0.0
    located = words.has("locative", context.preposition) and not words.has("weak_locative", context.preposition)
    if located and not longer:
        return max(score, _REFUTES_KNOWN)
    return max(score, _REFUTES_KNOWN) if _by_size(place) >= 1.5 and not _is_full_name(entity) else score


def _is_seat(place: Candidate, context: Context) -> bool:
    """Whether a town is where a body sits: « la commission de Port-Gentil ». A capital's body may be a state's."""
    small = place.precision is Precision.CITY and place.score < math.log10(place.population + 1) + 2
    return small and context.of and context.noun is not None and context.noun.text[0].islower()


def _is_full_name(entity: Entity) -> bool:
    return entity.label == "PER" and entity.end - entity.start > 1


def persons_in(parse: Parse, spots: Collection[Spot]) -> set[str]:
    """Folded names that the text gives to persons: a name of the gazetteer with another name or a title beside it."""
    words = words_of(parse.lang)
    found = {fold(parse.tokens[entity.end - 1].text) for entity in parse.entities if _is_full_name(entity)}
    for spot in spots:
        before = spot.before
        titled = before is not None and words.is_(before, "titles")
        if titled or (before is not None and _is_name(before, spot, words) and " " not in spot.key):
            found.add(spot.key)
    return found
