"""Which of the places of a name is meant: by the words around it, what contains it, and the story's countries."""

import math
from collections.abc import Sequence

from selon.extract.places.context import Context
from selon.extract.places.spot import Spot
from selon.extract.places.story import SHARE, Story
from selon.extract.places.words import words_of
from selon.lexicon.gazetteer import Candidate
from selon.model.ontology import Precision

_CONTAINED = 6.0  # "Springfield, Illinois" says it
_STORY = 2.5  # times the country's share of the story
_NAMED = 1.0  # the story names the country
_AREA = 1.5
_ONLY = 2.5  # the story names the country of this place, and not that of the likeliest one
_NOUN = 5.0  # « la ville de », « la province de »
_FORM = 6.0  # « à Québec » against « au Québec »; a hand list entry is worth 9
_TOWN = 50_000
_REACH = 0.7  # degrees from the middle of a département or county to its towns
# A small town beside a large city of its name: what it keeps of the story's weight, and what large is.
_SMALL_NAMESAKE, _LARGE, _LARGER = 0.25, 100_000, 8


def resolve(spot: Spot, context: Context, story: Story, next_places: Sequence[Spot]) -> Candidate:
    """The likeliest place of a name. `next_places` are the names that follow in an apposition (« Alep, en Syrie »)."""
    if len(spot.candidates) == 1:
        return spot.candidates[0]
    return max(spot.candidates, key=lambda each: _score(each, spot, context, story, next_places))


def _score(
    place: Candidate, spot: Spot, context: Context, story: Story, next_places: Sequence[Spot]
) -> tuple[float, float, int]:
    share = story.share(place.country)
    told = _STORY * share + (_NAMED if share >= SHARE else 0.0)
    score = place.score + told * (_SMALL_NAMESAKE if _is_small_namesake(place, spot) else 1.0)
    score += _AREA if place.area in story.areas else 0.0
    score += _ONLY if _is_only_told(place, spot, story) else 0.0
    score += _CONTAINED if any(_contains(other, place) for other in next_places) else 0.0
    return score + _said(place, context, spot), place.score, -(place.geonames_id or 0)


def _is_small_namesake(place: Candidate, spot: Spot) -> bool:
    """Whether a much larger city bears the name: Geneva in Illinois needs more than a story that names New York."""
    largest = max(each.population for each in spot.candidates if each.precision is place.precision)
    return place.precision is Precision.CITY and largest >= _LARGE and place.population * _LARGER < largest


def _is_only_told(place: Candidate, spot: Spot, story: Story) -> bool:
    """Whether the text plays in the place's country, and not in that of the likeliest place of the name: Tripoli is not
    Libya's where the Lebanese army is. A village is not meant beside a capital because its country is named."""
    likeliest = spot.candidates[0]
    if place.country == likeliest.country or likeliest.precision is not place.precision:
        return False
    return story.holds(place.country) and not story.share(likeliest.country) and not _is_small_namesake(place, spot)


def _contains(spot: Spot, place: Candidate) -> bool:
    for each in spot.candidates:
        if (
            each.precision is Precision.COUNTRY
            and each.country == place.country
            and place.precision is not each.precision
        ):
            return True
        region = each.precision is Precision.REGION and each.country == place.country
        if region and place.precision is Precision.CITY and place.area and place.area.startswith(each.name):
            return True
        if region and place.precision is Precision.CITY and each.area != each.name and _is_close(each, place):
            return True
    return False


def _is_close(region: Candidate, town: Candidate) -> bool:
    """Whether a town lies within a small region's reach of its middle: « Valence, dans la Drôme »."""
    if None in (region.lat, region.lon, town.lat, town.lon):
        return False
    assert region.lat is not None and region.lon is not None and town.lat is not None and town.lon is not None
    return math.hypot(region.lat - town.lat, (region.lon - town.lon) * math.cos(math.radians(town.lat))) < _REACH


def _said(place: Candidate, context: Context, spot: Spot) -> float:
    """What « la ville de », « la province de » and the article say about the kind of place."""
    words = words_of(spot.parse.lang)
    score = 0.0
    if words.is_(context.noun, "city_nouns"):
        score += _NOUN if place.precision is Precision.CITY else 0.0
    elif words.is_(context.noun, "region_nouns"):
        score += _NOUN if place.precision is Precision.REGION else 0.0
    if context.noun is None and words.has("city_form", context.preposition) and not context.article:
        score += _FORM if place.precision is Precision.CITY and place.population >= _TOWN else 0.0
    elif _has_country_form(context, spot):
        score += _FORM if place.precision is not Precision.CITY else 0.0
    return score


def _has_country_form(context: Context, spot: Spot) -> bool:
    """Whether preposition or article are those of countries and regions (« au Mali », « dans le Var »)."""
    words = words_of(spot.parse.lang)
    if context.noun is not None and not context.of:
        return False
    taken = spot.key.split(" ", 1)[0] in words.contraction.values()
    preposition = "" if context.of else context.preposition
    return not taken and (words.has("country_form", context.article) or words.has("country_form", preposition))
