"""The words of a text that name countries, by sentence: what `context` reads where a text plays from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.extract.actors.candidate import Candidate, Sort
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
