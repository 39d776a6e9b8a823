"""The countries that a phrase names for its actor: by demonyms, owners, complements, a ruler's name, or its noun.

In: a `Phrase` and the noun chosen for it. Out: alpha-3 codes, none where the words say none.
"""

from selon.extract.actors.chosen import choose_noun
from selon.extract.actors.phrase import Complement, Phrase
from selon.extract.actors.sectors import is_above
from selon.extract.actors.unit import STATES, Sort
from selon.extract.actors.words import Noun, Trait, lexicon
from selon.lexicon.persons import known_person
from selon.model.ontology import Sector


def countries_of(phrase: Phrase, noun: Noun | None) -> tuple[str, ...]:
    """The countries that the phrase names for its actor, several for « les présidents russe et turc »; () if none."""
    if phrase.demonyms:
        return (*phrase.countries, *_joined_owners(phrase))
    if noun is not None and noun.has(Trait.FOREIGN):
        return ()
    if phrase.owner is not None and (found := _inner_countries(phrase.owner)):
        return found
    if noun is not None and not noun.person and (ruler := _ruler(phrase)) is not None:
        return (ruler,)
    states = [
        each.inner.unit.countries[0]
        for each in phrase.complements
        if each.inner
        and each.inner.unit.sort in (*STATES, Sort.PLACE)
        and each.inner.unit.countries
        and not (noun is not None and _where_posted(each, noun, phrase))
    ]
    if phrase.plural and len(set(states)) > 1 and noun is not None:
        return tuple(dict.fromkeys(states))
    for each in _ordered(phrase):
        if each.inner is None or (noun is not None and _where_posted(each, noun, phrase)):
            continue
        found = _inner_countries(each.inner)
        if found:
            return found[:1] if noun is not None and not phrase.plural else found
    return (noun.country,) if noun is not None and noun.country else phrase.unit.countries


def _joined_owners(phrase: Phrase) -> tuple[str, ...]:
    """The states whose names "and" joins to a demonym before a noun: "the Venezuelan and New Zealand ministers"."""
    tokens = phrase.parse.tokens
    beside = [(each, tokens[max(each.start - 1, 0) : each.end + 1]) for each in phrase.owners if phrase.plural]
    joined = [each for each, near in beside if "and" in (near[0].lower, near[-1].lower)]
    return tuple(country for each in joined for country in each.countries if country not in phrase.countries)


def _where_posted(complement: Complement, noun: Noun, phrase: Phrase) -> bool:
    """Whether a complement says where an envoy works, not whose he is (« ambassadeur à Kaboul », "envoy to Kabul")."""
    sets = lexicon(phrase.parse.lang).sets
    where = sets["posts"] | (sets["beside"] - sets["whence"])
    return complement.preposition in where and (noun.has(Trait.POSTED) or noun.has(Trait.ABROAD))


def _ruler(phrase: Phrase) -> str | None:
    """The country of a known ruler whose name stands beside a body ("the Assad regime", « l'administration Biden »)."""
    tokens, unit = phrase.parse.tokens, phrase.unit
    beside = [[each.text for each in tokens[phrase.start : unit.start] if each.pos == "PROPN"]]
    if phrase.name is not None:
        beside.append([each.text for each in tokens[phrase.name.start : phrase.name.end]])
    elif phrase.french and unit.end < len(tokens) and tokens[unit.end].text[0].isupper():
        beside.append([tokens[unit.end].text])
    return next((country for words in beside if words and (country := known_person(words)) is not None), None)


def only_own(phrase: Phrase, sectors: tuple[Sector, ...], countries: tuple[str, ...]) -> tuple[str, ...]:
    """The countries of the phrase without those of its complements, for who belongs to a body above states; an NGO is
    of the town that it is in (« une association à Bamako »)."""
    within = lexicon(phrase.parse.lang).sets["within"]
    if sectors[:1] == (Sector.NGO,) and any(each.inner and each.preposition in within for each in phrase.complements):
        return countries
    return countries if phrase.demonyms or not is_above(sectors) else ()


def _ordered(phrase: Phrase) -> list[Complement]:
    of = lexicon(phrase.parse.lang).sets["of"]
    return sorted(phrase.complements, key=lambda each: each.preposition not in of)


def _inner_countries(inner: Phrase) -> tuple[str, ...]:
    if inner.unit.sort is Sort.PERSON:
        tokens = inner.parse.tokens[inner.unit.start : inner.unit.end]
        known = known_person([token.text for token in tokens])
        return (known,) if known is not None else ()
    if inner.unit.sort is Sort.NOUN:
        return countries_of(inner, choose_noun(inner))
    return inner.unit.countries or inner.countries or _deeper(inner)


def _deeper(inner: Phrase) -> tuple[str, ...]:
    return next((found for each in inner.complements if each.inner and (found := _inner_countries(each.inner))), ())
