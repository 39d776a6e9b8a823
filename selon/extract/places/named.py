"""Places that no gazetteer knows and that the text calls one: « le village de Kobé », "Konjak village"."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from selon.extract.places.story import Story, peoples_near
from selon.extract.places.unlisted import halves, unlisted
from selon.extract.places.words import words_of
from selon.lexicon.demonyms import demonym
from selon.lexicon.gazetteer import Candidate, is_place_name, places_named
from selon.lexicon.names import fold, is_acronym
from selon.lexicon.spellings import other_spellings
from selon.model.ontology import Precision
from selon.model.place import Place
from selon.model.span import Span
from selon.parse.tree import Parse

_NEAR = 8  # tokens to the place that contains it: « le village de Kobé, dans la région de Gao »
_BACK = 2  # sentences back to the town whose quarters are named: « la banlieue de Beyrouth. … le quartier de Hadath »
_MAINLY = 0.5  # from this share on, what no other word places is in the country of the story
_PLAIN, _LONG = 5, 10  # letters from which on a spelling says by itself which country is meant; against a story
_ACRONYM = 5  # letters of an acronym, which is a body's
_LOCAL = (Precision.CITY, Precision.REGION, Precision.SITE)


def find_named(
    parse: Parse, places: Sequence[Place], refused: AbstractSet[int], bodies: AbstractSet[int], story: Story
) -> list[Place]:
    """The places that a town or region word names, or a preposition with what the model takes for a place, and that no
    gazetteer has under this spelling. Their country is that of the place behind, of a people beside, of a place before,
    or of the story. A name that is a place once is one wherever it stands.

    `refused` are the tokens of names that are hardly places (persons, say), whatever the model's entities say, `bodies`
    those of names of bodies.
    """
    words = words_of(parse.lang)
    taken = [place.span for place in places]
    found: list[Place] = []
    for pair in _pairs(parse, taken):
        found.extend(_ends(parse, pair, places, story))
    for start, end in unlisted(parse, places, words, refused, bodies):
        name = parse.words(start, end)
        if demonym(parse.tokens[start].text, parse.lang) or words.is_(parse.tokens[start], "directions"):
            continue
        if name.text.isalpha() and is_acronym(name.text) and len(name.text) <= _ACRONYM:
            continue
        if not any(span.overlaps(name.span) for span in (*taken, *(each.span for each in found))):
            told = sorted([*places, *found], key=lambda place: place.span.start)
            found.append(_place(parse, name.span, start, told, story))
    return [*found, *_again(parse, [*places, *found], found, refused | bodies)]


def _pairs(parse: Parse, taken: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """The ends of a road or a line that one word names: « l'axe Gao-Kidal »."""
    words = words_of(parse.lang)
    for before in words.found(parse, "line_nouns"):
        token = parse.tokens[before.i + 1] if before.i + 1 < before.sentence.end else None
        ends = halves(token) if token is not None else None
        if token is not None and ends is not None and not any(span.overlaps(token.span) for span in taken):
            yield ends


def _ends(parse: Parse, spans: tuple[Span, Span], places: Sequence[Place], story: Story) -> Iterator[Place]:
    """The two ends of a road, in one country where there are towns of both names in it."""
    known = [{each.country for each in places_named(span.cut(parse.text), parse.lang)} for span in spans]
    shared = known[0] & known[1]
    told = next((each for each in shared if story.holds(each)), None) or (shared.pop() if len(shared) == 1 else None)
    for span in spans:
        yield _place(parse, span, parse.tokens_in(span)[0].i, places, story, told)


def _place(
    parse: Parse, span: Span, start: int, places: Sequence[Place], story: Story, told: str | None = None
) -> Place:
    """The place of a name, known under another spelling or not at all; in the country `told`, if it is known."""
    text = span.cut(parse.text)
    end = parse.tokens_in(span)[-1].i + 1
    country = told or _country_of(parse, start, end, places, story)
    known = _respelled(text, country, story, parse.lang)
    if known is not None:
        return Place(
            text, span, known.name, known.country, known.lat, known.lon, known.geonames_id, known.precision
        )  # fmt: skip
    area = _area_behind(parse, end, places, country)
    if area is not None:
        return Place(text, span, text, country, area.lat, area.lon, None, Precision.REGION)
    return Place(text, span, text, country or story.main(_MAINLY), None, None, None, Precision.NONE)


def _respelled(text: str, country: str | None, story: Story, lang: str) -> Candidate | None:
    """The place that the gazetteer has under another spelling, in the country told, else in one of the story; where
    the text tells none, the only one there is."""
    key = fold(text)
    for spelling in (key, *(other_spellings(key) if lang == "fr" else ())):
        if not is_place_name(spelling, lang):
            continue
        candidates = places_named(spelling, lang)
        held = [each for each in candidates if story.holds(each.country)]
        fitting = [each for each in candidates if each.country == country] if country else held
        alone = len({each.country for each in candidates}) == 1 and len(key) >= (_LONG if story.known else _PLAIN)
        if fitting or (alone and not country):
            return (fitting or candidates)[0]
    return None


def _again(parse: Parse, places: Sequence[Place], named: Sequence[Place], refused: AbstractSet[int]) -> Iterator[Place]:
    """The other mentions of the names found: « Anefis » once « la région d'Anefis » is told of."""
    taken = {token.i for place in places for token in parse.tokens_in(place.span)}
    words = words_of(parse.lang)
    for place in {each.text: each for each in named}.values():
        wanted = [token.text for token in parse.tokens_in(place.span)]
        for first in parse.tokens if " ".join(wanted) == place.text else ():
            range_ = range(first.i, first.i + len(wanted))
            if first.text != wanted[0] or not taken.isdisjoint(range_) or not refused.isdisjoint(range_):
                continue
            tokens = parse.tokens[first.i : first.i + len(wanted)]
            before = parse.tokens[first.i - 1] if first.i > first.sentence.start else None
            if [each.text for each in tokens] == wanted and not words.is_(before, "titles"):
                taken.update(range_)
                yield replace(place, span=Span(tokens[0].start, tokens[-1].end))


def _country_of(parse: Parse, start: int, end: int, places: Sequence[Place], story: Story) -> str | None:
    """The country of a place that no gazetteer has, by the words around it; None where they say nothing."""
    sentence = parse.tokens[start].sentence
    return (
        _country_behind(parse, end, places)
        or peoples_near(parse.tokens[max(start - 4, sentence.start) : start], parse.lang)
        or _country_before(parse, start, places)
        or _country_of_town(parse, start, places, story)
    )


def _country_before(parse: Parse, start: int, places: Sequence[Place]) -> str | None:
    """The country of the place that is named last before, near by in the sentence."""
    for place in reversed(places):
        last = parse.tokens_in(place.span)[-1]
        if last.i < start:
            near = last.sentence_i == parse.tokens[start].sentence_i and start - last.i <= _NEAR
            return place.country if near else None
    return None


def _country_of_town(parse: Parse, start: int, places: Sequence[Place], story: Story) -> str | None:
    """The country of the last town or region named before, not far; for what is no quarter of it only where no other
    country is told of more."""
    words, first = words_of(parse.lang), parse.tokens[start].sentence
    quarter = any(words.is_(token, "quarters") for token in parse.tokens[max(start - 3, first.start) : start])
    for place in reversed(places):
        last = parse.tokens_in(place.span)[-1]
        if first.i - last.sentence_i > _BACK:
            return None
        if last.i < start and place.precision in _LOCAL and place.country:
            most = max(story.countries.values(), default=0)
            return place.country if quarter or story.countries.get(place.country, 0) >= most else None
    return None


def _country_behind(parse: Parse, end: int, places: Sequence[Place]) -> str | None:
    place = _behind(parse, end, places)
    return place.country if place is not None else None


def _area_behind(parse: Parse, end: int, places: Sequence[Place], country: str | None) -> Place | None:
    """The region that contains a place, or the town that it is near: all that is known of where it lies.

    « Tal Rifaat, dans la province d'Alep », "Zamzam camp, near El Fasher".
    """
    words = words_of(parse.lang)
    for place in _all_behind(parse, end, places):
        between = parse.tokens[end : parse.tokens_in(place.span)[0].i]
        if place.country != country or country is None or any(token.pos == "CCONJ" for token in between):
            return None
        beside = any(words.has("beside", token.lower) or words.is_(token, "near") for token in between)
        within = any(words.has("within", token.lower) or token.text in (",", "(") for token in between)
        contains = place.precision is Precision.REGION and within
        if place.lat is not None and (contains or (place.precision is Precision.CITY and beside)):
            return place
        if place.precision is not Precision.COUNTRY:
            return None
    return None


def _behind(parse: Parse, end: int, places: Sequence[Place]) -> Place | None:
    """The place that is named next in the sentence, if no verb stands between."""
    return next(_all_behind(parse, end, places), None)


def _all_behind(parse: Parse, end: int, places: Sequence[Place]) -> Iterator[Place]:
    """The places that are named next in the sentence, near by, as far as no verb stands before them."""
    for place in places:
        first = parse.tokens_in(place.span)[0]
        if first.i < end:
            continue
        between = parse.tokens[end : first.i]
        near = first.sentence_i == parse.tokens[end - 1].sentence_i and len(between) <= _NEAR
        if not near or any(token.pos in ("VERB", "AUX") for token in between):
            return
        yield place
