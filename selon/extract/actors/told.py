"""The words of a text that name countries, by sentence: what `context` reads where a text plays from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.seats import in_dateline
from selon.extract.actors.words import lexicon
from selon.model.ontology import Precision, Sector
from selon.model.place import Place
from selon.model.span import Span
from selon.parse.clause import is_voiced
from selon.parse.tree import Token

# Bodies of state that act abroad: whose they are says nothing of where the sentence plays.
_REACHING = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.SPY})


@dataclass(frozen=True, slots=True)
class Spot:
    """A capital that is the place of something, as its phrase begins at token `start`."""

    token: Token
    start: int
    span: Span
    country: str


@dataclass(frozen=True, slots=True)
class Told:
    """A word that names a country, as its phrase begins at token `start`; `sort` says in which way."""

    token: Token
    start: int
    country: str
    sort: Sort


def is_town(place: Place) -> bool:
    """Whether a place is smaller than a country."""
    return place.precision not in (Precision.COUNTRY, Precision.NONE)


def told_of(candidates: Sequence[Candidate], spots: Sequence[Spot]) -> dict[int, list[Told]]:
    """By sentence, the words that name countries."""
    found: dict[int, list[Told]] = {}
    for each in candidates:
        if each.sort in (Sort.STATE, Sort.GOVERNMENT, Sort.ADJECTIVE):
            start = each.phrase.start if each.phrase is not None else each.head.i
            told = [Told(each.head, start, country, each.sort) for country in each.countries]
            found.setdefault(each.head.sentence_i, []).extend(told)
    for spot in spots:
        found.setdefault(spot.token.sentence_i, []).append(Told(spot.token, spot.start, spot.country, Sort.PLACE))
    return found


def named_in(candidates: Sequence[Candidate], spots: Sequence[Spot]) -> dict[int, set[str]]:
    """By sentence, every country that its words name, in whatever way; media are at home anywhere."""
    found: dict[int, set[str]] = {}
    for each in candidates:
        if Sector.MED not in each.sectors or each.sort is not Sort.BODY:
            found.setdefault(each.head.sentence_i, set()).update(each.countries)
    for spot in spots:
        found.setdefault(spot.token.sentence_i, set()).add(spot.country)
    return {number: countries for number, countries in found.items() if countries}


def without_line(
    candidates: Sequence[Candidate], spots: Sequence[Spot], places: Sequence[Place]
) -> tuple[Sequence[Candidate], Sequence[Spot], Sequence[Place]]:
    """Mentions, capitals and places without those of a dateline in a country of which the text says no more, where the
    subject of its sentence is of another: a reporter sits there ("NAIROBI (AP) - Congolese police arrested …")."""
    inside = [each for each in candidates if in_dateline(each.head.i, each.head.i + 1, each.head.sentence)]
    lines = [each for each in spots if in_dateline(each.start, each.token.i + 1, each.token.sentence)]
    there = {each.country for each in lines} | {country for each in inside for country in each.countries}
    apart = {id(each) for each in (*inside, *lines)}
    rest = [each for each in candidates if id(each) not in apart]
    others = [each for each in spots if id(each) not in apart]
    named = {country for each in rest for country in each.countries} | {each.country for each in others}
    if not there or not there.isdisjoint(named):
        return candidates, spots, places
    subject = _subject_of((inside[0].head if inside else lines[0].token).sentence_i, rest)
    if subject is None or not subject.countries:
        return candidates, spots, places
    return rest, others, [each for each in places if each.country not in there]


def _subject_of(sentence_i: int, candidates: Sequence[Candidate]) -> Candidate | None:
    """The mention that is the subject of a sentence's main verb."""
    inside = (each for each in candidates if each.head.sentence_i == sentence_i and each.head.base == "nsubj")
    return next((each for each in inside if each.head.head is not None and each.head.head.head is None), None)


def told_by(candidates: Sequence[Candidate]) -> dict[int, frozenset[str]]:
    """By sentence, the countries that nothing in it names but who tells it: « selon le ministre kényan »."""
    tellers: dict[int, set[str]] = {}
    others: dict[int, set[str]] = {}
    for each in candidates:
        (tellers if tells(each) else others).setdefault(each.head.sentence_i, set()).update(each.countries)
    return {number: frozenset(told - others.get(number, set())) for number, told in tellers.items()}


def tells(candidate: Candidate) -> bool:
    """Whether a mention is the source of its sentence: behind « selon », or subject of a verb that says the rest."""
    verb, words = candidate.head.head, lexicon(candidate.head.parse.lang)
    if is_voiced(candidate.head):
        return True
    if verb is None or not candidate.head.has_rel("nsubj") or not words.is_(verb, "speech"):
        return False
    return verb.base == "parataxis" or verb.first("ccomp") is not None


def owned(candidates: Sequence[Candidate]) -> Iterator[tuple[str, Candidate]]:
    """The states and capitals that something is of (« Dhaka's garment districts »), but for what acts abroad."""
    holders = {id(each.inner): each for each in candidates if each.inner is not None}
    for each in candidates:
        if each.sort in (Sort.STATE, Sort.GOVERNMENT) and each.head.base in ("nmod", "compound"):
            holder = holders.get(id(each))
            if holder is None or _REACHING.isdisjoint(holder.sectors):
                yield each.countries[0] if each.countries else "", each
