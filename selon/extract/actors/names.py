"""Names that the lexicons know: states, capitals and palaces, bodies, regions, peoples. Only this module reads them.

Data: `world/*.csv`, through `lexicon.world` and `lexicon.demonyms`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from selon.extract.actors.waters import in_waters
from selon.lexicon import world
from selon.lexicon.demonyms import DemonymMatch, may_begin
from selon.lexicon.demonyms import demonym_at as people_in
from selon.lexicon.entries import Country, Entry, Organisation, Region, Seat
from selon.model.ontology import ActorKind, Sector
from selon.parse.tree import Parse, Token


class NameSort(StrEnum):
    """What a known name names."""

    STATE = "state"
    SEAT = "seat"
    BODY = "body"
    REGION = "region"
    DEMONYM = "demonym"


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a name can mean: its usual name, and its code."""

    key: str
    countries: tuple[str, ...]
    sectors: tuple[Sector, ...]
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Name:
    """A known name in tokens [start, end). `countries` holds several for « franco-allemand »; one that states share is
    « COD|COG »; `bodies` are all the bodies that the name can mean."""

    start: int
    end: int
    sort: NameSort
    countries: tuple[str, ...]
    sectors: tuple[Sector, ...] = ()
    kind: ActorKind = ActorKind.STATE
    key: str = ""
    bodies: tuple[Body, ...] = ()


# What joins adjectives of one noun.
_ROW = (",", "and", "or")
# A name of the lexicon has at most so many tokens.
_LONGEST = 16
# Behind an article stands no person (« du Québec »).
_DEFINITE = ("le", "la", "l'", "les", "du", "au", "des", "aux", "the")
# Behind these a French name of a state is one, whatever name follows (« le roi de Jordanie Abdallah II »).
_OF = ("de", "d'")
# The halves of a divided country, and what tells that a text speaks of it.
_HALVES = ("Nord", "Sud", "North", "South")
_DIVIDED = re.compile("Corée|[Cc]oréen|Pyongyang|Séoul|Seoul|Korea|Kim Jong")
# Articles of Arabic names: « al-Sadr » is no acronym.
_ARTICLES = ("al", "el", "ul")
# « en français », "in Turkish": a language.
_LANGUAGE = ("en", "in")
# Seats that stand for another power than the government are bodies of their own (« la Knesset », « le Pentagone »).
_KINDS = {
    Sector.MIL: ActorKind.MILITARY,
    Sector.LEG: ActorKind.GOVERNMENT,
    Sector.JUD: ActorKind.ORGANISATION,
    Sector.COP: ActorKind.ORGANISATION,
}


def name_at(parse: Parse, start: int, end: int) -> Name | None:
    """The longest known name that begins with token `start` and ends before token `end`."""
    match = _match(parse, start, end)
    if match is not None and _fits(parse, start, match) and not _before_noun(parse, start, match.end):
        found = _name(start, match, parse.lang)
        if found is not None:
            return found
    return _people_at(parse, start, end)


def _match(parse: Parse, start: int, end: int) -> world.Match | None:
    token = parse.tokens[start]
    first = max(start - 1, token.sentence.start)
    if not world.may_begin(token.text, parse.tokens[first].text if first < start else "", parse.lang):
        return None
    words = [token.text for token in parse.tokens[first : min(end, start + _LONGEST)]]
    found = world.longest_at(words, start - first, parse.lang, contextual=True)
    if found is None or (found.contextual and not (_capital_phrase(found.form) or _half(parse, start, found.form))):
        return None
    return replace(found, start=start, end=first + found.end)


def _before_noun(parse: Parse, start: int, end: int) -> bool:
    """Whether what is also a paper's name only leads a noun ("the Australian prime minister")."""
    if parse.lang == "fr" or parse.tokens[start].text != "the" or end >= len(parse.tokens):
        return False
    return parse.tokens[end].pos in ("NOUN", "ADJ") and is_demonym(parse, start + 1, end) == end


def _capital_phrase(form: str) -> bool:
    """Whether a name that needs context is one at least by its capital (« République islamique », not « royaume »)."""
    return form[0].isupper() and " " in form


def _half(parse: Parse, start: int, form: str) -> bool:
    """Whether « le Sud », "the North" is one of two states of the name: only where the text speaks of them."""
    if form not in _HALVES or parse.tokens[start - 1].lower not in _DEFINITE or start + 1 >= len(parse.tokens):
        return False
    after = parse.tokens[start + 1]
    return after.lower not in (*_OF, "du", "of") and not after.text[0].isupper() and bool(_DIVIDED.search(parse.text))


def _fits(parse: Parse, start: int, match: world.Match) -> bool:
    """Whether the words name what the lexicon lists, and are no part of another name (« Paris Hilton »)."""
    tokens, first = parse.tokens, parse.tokens[start]
    before = tokens[start - 1].lower if start > first.sentence.start else ""
    state = before in _OF and isinstance(match.candidates[0], Country) and not match.common
    for entity in parse.entities_at(start) if before not in _DEFINITE and not state else ():
        inside = match.end <= entity.end
        rest = (*tokens[entity.start : start], *tokens[match.end : entity.end])
        if entity.label == "PER" and inside and any(token.text[0].isupper() for token in rest):
            return False
    if start >= 2 and tokens[start - 1].text == "-" and tokens[start - 2].lower in _ARTICLES:
        return False
    if tokens[match.end - 1].text.isdigit():
        return _acts(parse, match.end)
    if match.end - start > 1:
        return True
    if _shouted(first) and len(first.text) <= 3 and not _alone_shouted(first):
        return False
    if not match.common:
        return True
    if start == first.sentence.start and first.pos != "PROPN":
        return False
    return not any(_name_like(tokens, i, first) for i in (start - 1, match.end))


def _acts(parse: Parse, i: int) -> bool:
    """Whether a finite verb, a clitic or an adverb follows: « les 27 ont adopté », not « les 27 otages »."""
    token = parse.tokens[i] if i < len(parse.tokens) else None
    return token is not None and (token.pos in ("AUX", "ADV", "PRON") or "Mood" in token.morph)


def _name_like(tokens: Sequence[Token], i: int, beside: Token) -> bool:
    if not beside.sentence.start <= i < beside.sentence.end:
        return False
    token = tokens[i]
    return token.text[0].isupper() and token.pos in ("PROPN", "X") and not token.text.isupper()


def _shouted(token: Token) -> bool:
    return token.text.isupper() and token.text.isalpha()


def _alone_shouted(token: Token) -> bool:
    """Whether a short word in capitals is not one of a line in capitals (« L'ARMEE AU POUVOIR »: no African Union)."""
    sentence, near = token.sentence, token.parse.tokens
    beside = [near[i] for i in (token.i - 1, token.i + 1) if sentence.start <= i < sentence.end]
    return not any(_shouted(each) and len(each.text) > 4 for each in beside)


def _name(start: int, match: world.Match, lang: str) -> Name | None:
    first = match.candidates[0]
    if isinstance(first, Country):
        shared = "|".join(each.iso3 for each in match.candidates if isinstance(each, Country))
        return Name(start, match.end, NameSort.STATE, (shared,), key=_usual(first, lang))
    if isinstance(first, Region):
        countries = (first.country,) if first.country else ()
        return Name(start, match.end, NameSort.REGION, countries, (), ActorKind.PLACE, _usual(first, lang))
    if isinstance(first, Seat) and first.sectors[:1] == (Sector.GOV,):
        owners = ("|".join(first.countries),) if first.countries else ()
        kind, bodies = ActorKind.GOVERNMENT, tuple(_housed(first, lang))
        return Name(start, match.end, NameSort.SEAT, owners, (Sector.GOV,), kind, _usual(first, lang), bodies)
    bodies = tuple(_bodies(match.candidates, lang))
    if not bodies:
        return None
    best = bodies[0]
    return Name(start, match.end, NameSort.BODY, best.countries, best.sectors, best.kind, best.key, bodies)


def _housed(seat: Seat, lang: str) -> Iterator[Body]:
    """The organisation that a seat stands for as well."""
    match = world.named(seat.body, "fr") if seat.body else None
    return _bodies(match.candidates, lang) if match is not None else iter(())


def _bodies(entries: Sequence[Entry], lang: str) -> Iterator[Body]:
    for entry in entries:
        if isinstance(entry, Organisation):
            yield Body(_usual(entry, lang), (entry.country,) if entry.country else (), entry.sectors, entry.kind)
        elif isinstance(entry, Seat):
            kind = _KINDS.get(entry.sectors[0], ActorKind.ORGANISATION)
            for country in entry.countries or ("",):
                key = f"{_usual(entry, lang)} {country}".strip()
                yield Body(key, (country,) if country else (), entry.sectors, kind)


def _usual(entry: Entry, lang: str) -> str:
    """The usual name of an entry in a language, or the one it has in another."""
    return next(name for names in (entry.names(lang), entry.names("fr"), entry.names("en")) for name in names)


def _people_at(parse: Parse, start: int, end: int) -> Name | None:
    """A people, with a capital (« l'Iranien », « les Kurdes »); in English only one that heads its phrase."""
    token = parse.tokens[start]
    if not token.text[0].isupper():
        return None
    before = parse.tokens[start - 1].lower if start > token.sentence.start else ""
    if before in _LANGUAGE:
        return None
    match = _peoples(parse, start, end)
    if match is None:
        return None
    if parse.lang != "fr" and match.end < end:
        following = parse.tokens[match.end]
        if following.pos in ("NOUN", "PROPN", "ADJ") or (token.text[-1] != "s" and _in_row(parse, match.end, end)):
            return None
    people = match.demonyms[0]
    countries = ("|".join(people.countries),) if people.countries else ()
    union = world.named(people.org, parse.lang) if people.org else None
    bodies = tuple(_bodies(union.candidates, parse.lang)) if union is not None else ()
    return Name(start, match.end, NameSort.DEMONYM, countries, (), ActorKind.PEOPLE, people.name, bodies)


def _in_row(parse: Parse, i: int, end: int) -> bool:
    """Whether an adjective goes on in a row that a noun closes ("Ugandan and Congolese troops")."""
    tokens = parse.tokens
    if tokens[i].text == "-" and i + 2 < end:
        return tokens[i + 2].pos in ("NOUN", "PROPN")
    while i + 2 < end and tokens[i].text in _ROW:
        after = is_demonym(parse, i + 1, end)
        if after == i + 1 or after >= end:
            return tokens[i].text != "," and _leads_noun(tokens[i + 1], tokens[i + 2])
        if tokens[after].pos in ("NOUN", "PROPN", "ADJ"):
            return True
        i = after
    return False


def _leads_noun(token: Token, following: Token) -> bool:
    """Whether an adjective stands right before a noun."""
    return token.pos == "ADJ" and following.pos in ("NOUN", "PROPN")


def _peoples(parse: Parse, start: int, end: int) -> DemonymMatch | None:
    if not may_begin(parse.tokens[start].text, parse.lang):
        return None
    words = [token.text for token in parse.tokens[start : min(end, start + _LONGEST)]]
    found = people_in(words, 0, parse.lang)
    if found is None or in_waters(parse, start, start + found.end):
        return None
    return DemonymMatch(start, start + found.end, found.demonyms)


def is_demonym(parse: Parse, start: int, end: int) -> int:
    """The token after the people or its adjective that begins at a token, with or without a state; `start` for none."""
    found = _peoples(parse, start, end)
    return found.end if found is not None else start


def union_at(parse: Parse, i: int) -> str | None:
    """The organisation that the adjective at a token also stands for (« européen »); None for any other word."""
    found = _peoples(parse, i, i + 1)
    return next((each.org for each in found.demonyms if each.org), None) if found is not None else None


def demonym_at(parse: Parse, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The states of the demonym that begins at a token, and the token after it; ((), start) for none.

    « irano-syrien » gives both states, whether it is cut at its hyphen or not; one that several share is « COD|COG ».
    """
    found = _peoples(parse, start, end)
    countries = ["|".join(each.countries) for each in found.demonyms if each.countries] if found is not None else []
    return (tuple(dict.fromkeys(countries)), found.end) if found is not None and countries else ((), start)


def state_name(country: str, lang: str) -> str:
    """The usual name of a state in the language; its code if the lexicon has none."""
    found = world.country(country)
    return _usual(found, lang) if found is not None else country
