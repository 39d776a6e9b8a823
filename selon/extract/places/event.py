"""Where an event happens: the place of its clause, not where its actors come from.

Ways, tried in this order: a place of the trigger's own clause (the most exact one); « dans le pays », « sur place »,
« y »; the place of the meeting's visit told of just before.
"""

from collections.abc import Callable, Sequence

from selon.extract.places.attach import Attachment, attachment
from selon.extract.places.evidence import in_dateline
from selon.extract.places.here import place_here
from selon.extract.places.spot import Spot
from selon.extract.places.words import words_of
from selon.model.ontology import Precision
from selon.model.place import Place
from selon.model.span import begun_in
from selon.parse.clause import is_verb
from selon.parse.tree import Parse, Token

_BETWEEN = 6  # tokens between a place and the one that it lies near: « à une dizaine de kilomètres de »
_BACK = 2  # sentences from a toll back to its deed
# The most exact first.
_ORDER = (
    Precision.SITE, Precision.CITY, Precision.NONE, Precision.REGION, Precision.SEA, Precision.COUNTRY,
    Precision.BORDER, Precision.CONTINENT,
)  # fmt: skip


def place_of(head: Token, places: Sequence[Place], parse: Parse) -> Place | None:
    """The place where the event anchored on `head` happens; None where the text gives none."""
    own = _own(head, places, parse)
    if own is not None:
        return own

    def before() -> list[Place]:
        end = head.sentence.span.end
        return [place for place in places if place.span.end <= end and not _is_dateline(place, parse)]

    return (
        _of_dateline(head, places, parse)
        or place_here(head, before)
        or _of_relative(head, before, parse)
        or _of_visit(head, places, parse)
        or _of_scene(head, places, parse)
    )


def _fineness(place: Place) -> int:
    """How exact a place is; one of which only the area around it is known is itself a town or a village."""
    unlisted = place.precision is Precision.REGION and place.geonames_id is None
    return _ORDER.index(Precision.NONE if unlisted else place.precision)


def _own(head: Token, places: Sequence[Place], parse: Parse) -> Place | None:
    found: list[tuple[int, int, int, Place]] = []
    near = begun_in(places, head.sentence.span)
    borders = [place.span for place in near if place.precision is Precision.BORDER]
    for place in near:
        in_border = any(border.covers(place.span) and border != place.span for border in borders)
        if in_border or not head.sentence.span.covers(place.span):
            continue
        spot = spot_of(place, parse)
        kind = attachment(head, spot, place)
        if kind is Attachment.NONE or in_dateline(spot):
            continue
        found.append((-kind, _fineness(place), abs(spot.start - head.i), place))
    if not found:
        return None
    found = [each for each in found if not _is_reference(each[3], [other[3] for other in found], parse)]
    best = min(found, key=lambda each: each[:3])
    same = [each for each in found if each[0] <= -Attachment.CLAUSE or each[0] == best[0]]
    return min(same, key=lambda each: (each[1], each[2], each[0]))[3]


def _is_reference(place: Place, others: Sequence[Place], parse: Parse) -> bool:
    """Whether a place is only told to say where the one right before it lies: « Mutwanga, près de Beni »."""
    words, spot = words_of(parse.lang), spot_of(place, parse)
    beside = parse.tokens[max(spot.start - 4, spot.sentence.start) : spot.start]
    if not any(words.is_(token, "near") or words.has("beside", token.lower) for token in beside):
        return False
    lasts = {spot_of(each, parse).end for each in others if each is not place}
    return any(spot.start - _BETWEEN <= last <= spot.start for last in lasts)


def spot_of(place: Place, parse: Parse) -> Spot:
    """A place of the record as the tokens that it covers."""
    tokens = parse.tokens_in(place.span)
    return Spot(parse, tokens[0].i, tokens[-1].i + 1, "", ())


def _of_dateline(head: Token, places: Sequence[Place], parse: Parse) -> Place | None:
    """The place that the text is dated from, where the event is told as happening here: "met here on Thursday"."""
    words = words_of(parse.lang)
    if not any(words.is_(child, "dateline_here") and child.base == "advmod" for child in head.children):
        return None
    return next((place for place in places if _is_dateline(place, parse)), None)


def _is_dateline(place: Place, parse: Parse) -> bool:
    return in_dateline(spot_of(place, parse))


def _of_relative(head: Token, before: Callable[[], Sequence[Place]], parse: Parse) -> Place | None:
    """« Port-Soudan, où il a rencontré l'émissaire »: the place right before the relative adverb."""
    words = words_of(parse.lang)
    for verb in (head, *head.ancestors()):
        where = next((child for child in verb.children if words.is_(child, "where") and child.i < verb.i), None)
        if where is not None:
            last = where.i - 2 if parse.tokens[where.i - 1].text == "," else where.i - 1
            same = [place for place in before() if last >= 0 and parse.tokens[last] in spot_of(place, parse).tokens]
            return same[0] if same else None
        if verb.base not in ("conj", "obj", "nsubj", "xcomp", "obl"):
            return None
    return None


def _of_visit(head: Token, places: Sequence[Place], parse: Parse) -> Place | None:
    """A meeting that is told in the same breath as a visit happens where the visit does."""
    words = words_of(parse.lang)
    if not words.is_(head, "meets"):
        return None
    verb = next((token for token in (head, *head.ancestors()) if is_verb(token)), None)
    if verb is None or verb.head is None or verb.base not in ("conj", "acl", "advcl", "parataxis"):
        return None
    for governor in verb.ancestors():
        goes = next((each for each in (governor, *governor.children) if words.is_(each, "towards")), None)
        if goes is not None:
            return _own(goes, places, parse)
    return None


def _of_scene(head: Token, places: Sequence[Place], parse: Parse) -> Place | None:
    """The place of the deed that a toll or an arrest belongs to, where its own clause gives none.

    « Une bombe a explosé à Goma, tuant dix civils. Vingt personnes ont été blessées. »
    """
    words = words_of(parse.lang)
    if not words.is_(head, "scene"):
        return None
    for governor in head.ancestors():
        if is_verb(governor) and head.base in ("advcl", "acl", "conj", "xcomp", "parataxis"):
            return _own(governor, places, parse)
    sentence = head.sentence
    for i in range(sentence.i, max(sentence.i - 1 - _BACK, 0), -1):
        before = parse.sentences[i - 1]
        if before.paragraph != sentence.paragraph or any(
            parse.sentences[i].span.covers(place.span) for place in places
        ):
            return None
        roots = [each for root in before.roots for each in (root, *root.all("nsubj", "obj"))]
        found = next((place for each in roots if (place := _own(each, places, parse))), None)
        if found is not None:
            return found
    return None
