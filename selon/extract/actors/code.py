"""What the words of a phrase say of its actor: country and sectors, from adjectives, complements and the noun."""

from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.phrase import Complement, Phrase
from selon.extract.actors.unit import Sort as UnitSort
from selon.extract.actors.words import Modifier, Noun, Takes, Trait, lexicon
from selon.lexicon.persons import known_person
from selon.model.ontology import ActorKind, Sector

# Whose men bear arms for somebody known: they are no unidentified gunmen.
_ARMED = ((Sector.REB,), (Sector.MIL,), (Sector.COP,))
# Nouns that take the country only, but for a word that says whose side they are on (« militaires rebelles »).
_OPEN = ((Sector.MIL,), (Sector.PTY,), (Sector.NGO,), (Sector.UAF,))
# Whose followers are civilians for all that.
_RULING = ((Sector.GOV,), (Sector.ELI,), (Sector.MIL,), (Sector.REL,))
# Bodies above states: whoever belongs to them keeps their sector, and has no country by them.
_ABOVE = (Sector.IGO, Sector.NGO, Sector.MNC)


def choose_noun(phrase: Phrase) -> Noun | None:
    """The lexicon entry that fits the phrase: one that stands for its complement needs an actor there."""
    nouns = phrase.unit.nouns
    if not nouns:
        return None
    inner = _of(phrase)
    for noun in sorted(nouns, key=lambda each: each.takes is not Takes.WHOLE):
        if noun.takes is Takes.WHOLE and (inner is None or not _plural_actor(inner)):
            continue
        if noun.has(Trait.NEEDS) and not _says_more(phrase) and not _counted(phrase, noun):
            continue
        if noun.has(Trait.NEVER) or (
            noun.has(Trait.CAPITAL) and not phrase.parse.tokens[phrase.unit.end - 1].text[0].isupper()
        ):
            continue
        if (noun.has(Trait.DEMONYM) and not phrase.demonyms and not phrase.count and not _armed(phrase, noun)) or (
            noun.has(Trait.PLURAL) and not phrase.plural
        ):
            continue
        if noun.has(Trait.SOURCE) and not _says_more(phrase) and not _speaks(phrase):
            continue
        return noun
    return None


def _armed(phrase: Phrase, noun: Noun) -> bool:
    """Whether arms are somebody's ("Moscow's tanks", "its planes")."""
    owned = (phrase.owner is not None and phrase.owner.unit.sort is not UnitSort.PLACE) or _possessed(phrase)
    return noun.kind is ActorKind.MILITARY and owned


def _counted(phrase: Phrase, noun: Noun) -> bool:
    """Whether people are counted (« deux morts », « au moins dix blessés »)."""
    number = any(token.pos == "NUM" for token in (*phrase.before, *([phrase.determiner] if phrase.determiner else ())))
    return noun.sectors == (Sector.CVL,) and (number or bool(phrase.count))


def _plural_actor(phrase: Phrase) -> bool:
    sort = phrase.unit.sort
    if sort is UnitSort.NOUN:
        return choose_noun(phrase) is not None and (phrase.plural or phrase.determiner is None)
    return sort is UnitSort.DEMONYM or sort is UnitSort.BODY


def _says_more(phrase: Phrase) -> bool:
    if phrase.demonyms or phrase.modifiers or phrase.name is not None or phrase.alias is not None:
        return True
    if phrase.noun is not None and phrase.noun.has(Trait.OWNED) and _possessed(phrase):
        return True
    inner = _of(phrase) or phrase.owner
    force = phrase.noun is not None and phrase.noun.kind is ActorKind.MILITARY and not phrase.plural
    if inner is not None and _person(inner) and force:  # « la force de son président »; « les forces du maréchal » act
        return False
    if inner is not None and (
        inner.unit.sort is not UnitSort.NOUN or inner.noun is None or choose_noun(inner) is not None
    ):
        return inner.unit.sort is not UnitSort.PLACE
    return phrase.parse.tokens[phrase.unit.start].text[0].isupper() and phrase.unit.start > phrase.head.sentence.start


def _possessed(phrase: Phrase) -> bool:
    determiner = phrase.determiner
    return determiner is not None and determiner.lower in lexicon(phrase.parse.lang).sets["possessive"]


def _person(phrase: Phrase) -> bool:
    return phrase.unit.sort is UnitSort.PERSON or (phrase.noun is not None and phrase.noun.person and not phrase.plural)


def _speaks(phrase: Phrase) -> bool:
    """Whether a bare « source » is one of news: after « selon », or the subject of a verb of saying."""
    words = lexicon(phrase.parse.lang)
    before = phrase.parse.tokens[phrase.start - 1] if phrase.start > phrase.head.sentence.start else None
    if before is not None and words.is_(before, "agentive"):
        return True
    verb = phrase.head.head
    return verb is not None and phrase.head.base == "nsubj" and words.is_(verb, "speech")


def _of(phrase: Phrase) -> Phrase | None:
    """The actor phrase in the first complement with « de »."""
    of = lexicon(phrase.parse.lang).sets["of"]
    return next((each.inner for each in phrase.complements if each.inner is not None and each.preposition in of), None)


def complement(phrase: Phrase) -> Phrase | None:
    """The actor phrase that the noun belongs to: with « de » first, else with « à », « auprès de »."""
    other = next((each.inner for each in phrase.complements if each.inner is not None), None)
    if phrase.owner is not None and (phrase.owner.unit.sort in (UnitSort.BODY, UnitSort.NOUN) or _of(phrase) is None):
        return phrase.owner
    return _of(phrase) or other


def countries_of(phrase: Phrase, noun: Noun | None) -> tuple[str, ...]:
    """The countries that the phrase names for its actor, several for « les présidents russe et turc »; () if none."""
    if phrase.demonyms:
        return phrase.countries
    if noun is not None and noun.has(Trait.FOREIGN):
        return ()
    if phrase.owner is not None and (found := _inner_countries(phrase.owner)):
        return found
    if noun is not None and not noun.person and (ruler := _ruler(phrase)) is not None:
        return (ruler,)
    states = [
        each.inner.unit.countries[0]
        for each in phrase.complements
        if each.inner and each.inner.unit.sort in (UnitSort.STATE, UnitSort.SEAT) and each.inner.unit.countries
    ]
    if phrase.plural and len(states) > 1 and noun is not None and noun.person:
        return tuple(dict.fromkeys(states))
    for each in _ordered(phrase):
        if each.inner is None or (noun is not None and _where_posted(each, noun, phrase)):
            continue
        found = _inner_countries(each.inner)
        if found:
            return found[:1] if noun is not None and not phrase.plural else found
    return (noun.country,) if noun is not None and noun.country else phrase.unit.countries


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
    return countries if sectors[:1] not in [(each,) for each in _ABOVE] or phrase.demonyms else ()


def _ordered(phrase: Phrase) -> list[Complement]:
    of = lexicon(phrase.parse.lang).sets["of"]
    return sorted(phrase.complements, key=lambda each: each.preposition not in of)


def _inner_countries(inner: Phrase) -> tuple[str, ...]:
    if inner.unit.sort is UnitSort.PERSON:
        tokens = inner.parse.tokens[inner.unit.start : inner.unit.end]
        known = known_person([token.text for token in tokens])
        return (known,) if known is not None else ()
    if inner.unit.sort is UnitSort.NOUN:
        return countries_of(inner, choose_noun(inner))
    return inner.unit.countries or inner.countries or _deeper(inner)


def _deeper(inner: Phrase) -> tuple[str, ...]:
    return next((found for each in inner.complements if each.inner and (found := _inner_countries(each.inner))), ())


def sectors_of(phrase: Phrase, noun: Noun | None) -> tuple[Sector, ...]:
    """The sectors of the phrase's actor, most important first."""
    if noun is None:
        return phrase.unit.sectors
    strong = [each for each in _said(phrase, noun) if each.strong]
    if strong and (noun.takes is not Takes.COUNTRY or noun.sectors in _OPEN):
        return strong[0].sectors
    inner = complement(phrase)
    body = inner_sectors(inner) if inner is not None else ()
    above = tuple(sector for sector in body if sector in _ABOVE)
    if noun.takes is Takes.WHOLE or (noun.sectors == (Sector.UAF,) and body[:1] in _ARMED):
        return body
    if noun.id == "follower" and body[:1] in _RULING:
        return noun.sectors
    if noun.takes is Takes.SECTOR:
        return _taken(phrase, noun, body, above)
    if above and noun.sectors == (Sector.LAB,):  # "UNHCR workers"
        return body
    if noun.sectors == (Sector.MIL,) and body[:1] == (Sector.REB,):  # « des soldats du M23 »
        return body
    return _joined(above, noun.sectors) if above and noun.id not in ("civilian",) else noun.sectors


def _said(phrase: Phrase, noun: Noun) -> list[Modifier]:
    """The words beside a noun that say its sector; protesters against a government are no rebels for it."""
    unarmed = noun.has(Trait.UNARMED)
    return [each for each in phrase.modifiers if not (unarmed and each.sectors == (Sector.REB,))]


def _taken(phrase: Phrase, noun: Noun, body: tuple[Sector, ...], above: tuple[Sector, ...]) -> tuple[Sector, ...]:
    """Sectors of a noun that takes those of what it belongs to: complement, then adjectives, then its own."""
    if above:
        return _joined(above, body if len(body) > len(above) else noun.sectors or (Sector.GOV,) * noun.person)
    capital = phrase.parse.tokens[phrase.unit.start].text[0].isupper()
    if noun.sectors == (Sector.PTY,) and body[:1] in _RULING:  # « le parti du président »
        return noun.sectors
    if body and not (body == (Sector.CVL,) and (noun.sectors or (capital and noun.has(Trait.NEEDS)))):
        return body
    modifiers = _said(phrase, noun)
    if modifiers and noun.sectors != (Sector.PTY,):
        said = modifiers[0].sectors
        if said == (Sector.PTY,) and noun.sectors:
            return noun.sectors
        if said == (Sector.IGO,) and noun.sectors == (Sector.MIL,):  # « les forces onusiennes »
            return _joined(said, noun.sectors)
        return said if noun.sectors != (Sector.MIL,) or said == (Sector.COP,) else noun.sectors
    if noun.sectors:
        return noun.sectors
    inner = complement(phrase)
    if inner is not None and inner.unit.sort in (UnitSort.STATE, UnitSort.SEAT) and noun.has(Trait.OFFICE):
        return (Sector.GOV,)
    return ()


def _joined(above: tuple[Sector, ...], own: tuple[Sector, ...]) -> tuple[Sector, ...]:
    return tuple(dict.fromkeys((*above, *own)))


def inner_sectors(inner: Phrase) -> tuple[Sector, ...]:
    """The sectors that a complement lends: those of a body or an actor noun; none of a country."""
    if inner.unit.sort is UnitSort.NOUN:
        noun = choose_noun(inner)
        return sectors_of(inner, noun) if noun is not None else ()
    if inner.unit.sort is UnitSort.BODY:
        return inner.unit.sectors
    if inner.unit.sort is UnitSort.SEAT:
        return ()
    return (Sector.CVL,) if inner.unit.sort is UnitSort.DEMONYM else ()


def belongs_above(candidate: Candidate) -> bool:
    """Whether the actor belongs to a body above states, whose members have no country by it."""
    return bool(candidate.sectors) and candidate.sectors[0] in _ABOVE and candidate.sort is not Sort.STATE
