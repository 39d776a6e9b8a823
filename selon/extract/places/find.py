"""From a parse to its places: names are found, told apart from persons and bodies, and resolved, in that order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from selon.extract.places.border import find_borders
from selon.extract.places.context import Context, context_of
from selon.extract.places.evidence import ENOUGH, Fixed, Known, evidence, fixed_evidence, in_dateline, persons_in
from selon.extract.places.named import find_named
from selon.extract.places.resolve import resolve
from selon.extract.places.spot import Spot, find_spots
from selon.extract.places.story import Story, peoples_in, story_of
from selon.extract.places.words import words_of
from selon.lexicon.gazetteer import Candidate
from selon.lexicon.world import NameKind, longest_at
from selon.model.ontology import Precision
from selon.model.place import Place
from selon.parse.tree import Parse, Sentence

_SURE = 2.5  # names that make the story
_MAINLY, _SMALL, _PLAYS = 0.5, 50_000, 4  # of the story: one country's share, and mentions; people in a town
_PASSES = 2  # the second one knows what the first found
_CONTAINERS = (Precision.COUNTRY, Precision.REGION)
_INSIDE, _CITY = 2, 1_000_000  # tokens before what a town is "in"; people in one that is known everywhere
_NEXT = 7  # tokens between a place and the one that contains it: « Alep, dans le nord de la Syrie »


@dataclass(slots=True)
class _Find:
    """A name on its way to being a place."""

    spot: Spot
    context: Context
    following: tuple[Spot, ...]
    behind: tuple[Spot, ...]
    place: Candidate
    sum: float = 0.0
    # What speaks for and against each candidate whatever the story is, by its place in memory.
    fixed: dict[int, Fixed] = field(default_factory=dict)


def find_places(parse: Parse) -> tuple[Place, ...]:
    """The places named in a parse, every mention, in text order; a border before the countries that it parts."""
    spots = [spot for sentence in parse.sentences for spot in find_spots(sentence)]
    finds = [
        _Find(
            spot,
            context_of(spot),
            _following(spot, spots[i + 1 : i + 3]),
            tuple(spots[i + 1 : i + 2]),
            spot.candidates[0],
        )
        for i, spot in enumerate(spots)
    ]
    known = Known(persons_in(parse, spots), set(), _bodies(parse, spots))
    story, peoples = Story(), peoples_in(parse)
    for _ in range(_PASSES):
        _weigh(finds, story, known)
        story = story_of(peoples, (each.spot.candidates for each in finds if each.sum >= _SURE))
        known.places = {each.spot.key for each in finds if each.sum >= _SURE}
    _weigh(finds, story, known)
    strays = [each for each in finds if _is_elsewhere(each) or _is_stray(each, story)]
    accepted = [each for each in finds if each.sum >= ENOUGH and each not in strays]
    places = [place_at(each.spot, each.place) for each in accepted]
    refused = {i for each in finds if each.sum < 0 for i in range(each.spot.start, each.spot.end)}
    places.sort(key=lambda place: place.span.start)
    places.extend(find_named(parse, places, refused, known.bodies, story))
    places.extend(find_borders(parse, places))
    return tuple(sorted(places, key=lambda place: (place.span.start, -place.span.end)))


def _weigh(finds: Sequence[_Find], story: Story, known: Known) -> None:
    for each in finds:
        each.place = resolve(each.spot, each.context, story, each.following)
        fixed = each.fixed.get(id(each.place))
        if fixed is None:
            fixed = fixed_evidence(each.spot, each.context, each.place, known, bool(each.following))
            each.fixed[id(each.place)] = fixed
        each.sum = evidence(each.spot, each.place, fixed, story, known)


def _is_elsewhere(find: _Find) -> bool:
    """Whether the text says that the name is a town of another country: "Moura, a village in central Mali"."""
    spot, after = find.spot, find.spot.after
    if not find.behind or find.following or find.place.precision is not Precision.CITY or after is None:
        return False
    other = find.behind[0]
    between = spot.parse.tokens[spot.end : other.start]
    words = words_of(spot.parse.lang)
    said = after.text == "," and len(between) <= _NEXT and any(words.is_(each, "place_nouns") for each in between)
    inside = words.has("inside", after.lower) and len(between) <= _INSIDE and find.place.population < _CITY
    said = said or (inside and not any(each.pos in ("VERB", "NOUN") for each in between))
    countries = {each.country for each in other.candidates if each.precision in _CONTAINERS}
    return said and bool(countries) and find.place.country not in countries


def _is_stray(find: _Find, story: Story) -> bool:
    """Whether the only town of the name that is known is a small one of a country that a text about another never
    names: « Léré » in news from Mali is not the one in Nigeria."""
    place = find.place
    if place.precision is not Precision.CITY or place.population >= _SMALL or find.following or in_dateline(find.spot):
        return False
    return story.total >= _PLAYS and story.main(_MAINLY) is not None and not story.share(place.country)


def _following(spot: Spot, others: Sequence[Spot]) -> tuple[Spot, ...]:
    """The names that follow as what contains this one: behind a comma or a bracket, with no verb between."""
    found: list[Spot] = []
    after = spot.after
    if after is None or not (after.text in (",", "(") or words_of(spot.parse.lang).has("inside", after.lower)):
        return ()
    for other in others:
        between = spot.parse.tokens[spot.end : other.start]
        if any(token.text in (")", "–", "—", "-", ";", ":") for token in between):
            break
        if other.sentence.i != spot.sentence.i or len(between) > _NEXT:
            break
        if any(token.pos in ("VERB", "AUX", "CCONJ", "PRON") for token in between):
            break
        if any(_may_contain(each, spot) for each in other.candidates):
            found.append(other)
    return tuple(found)


def _may_contain(place: Candidate, spot: Spot) -> bool:
    """Whether a country or region holds one of the places of the name."""
    for each in spot.candidates:
        if place.country is not None and place.country == each.country and place.precision in _CONTAINERS:
            return each.precision is not Precision.COUNTRY and place != each
    return False


def _bodies(parse: Parse, spots: Sequence[Spot]) -> frozenset[int]:
    """The tokens of names of organisations, media and armed groups, in the sentences that have names of places."""
    found: set[int] = set()
    for i in sorted({spot.sentence.i for spot in spots}):
        found.update(_bodies_of(parse.sentences[i]))
    return frozenset(found)


def _bodies_of(sentence: Sentence) -> set[int]:
    words = [token.text for token in sentence.tokens]
    found: set[int] = set()
    i = 0
    while i < len(words):
        match = longest_at(words, i, sentence.parse.lang) if words[i][0].isalpha() else None
        if match is not None and match.kind in (NameKind.ORGANISATION, NameKind.ARMED_GROUP):
            found.update(range(sentence.start + match.start, sentence.start + match.end))
        i = match.end if match is not None else i + 1
    return found


def place_at(spot: Spot, place: Candidate) -> Place:
    """The record's place: the words as they stand, the place that is meant."""
    span = spot.span
    return Place(
        span.cut(spot.parse.text), span, place.name, place.country, place.lat, place.lon, place.geonames_id,
        place.precision,
    )  # fmt: skip
