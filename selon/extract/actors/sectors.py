"""The sectors that a phrase names for its actor: by words beside the noun, what it belongs to, or the noun itself.

In: a `Phrase` and the noun chosen for it. Out: sectors, the most important first; none where the words say none.
"""

from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.chosen import choose_noun, complement
from selon.extract.actors.phrase import Phrase
from selon.extract.actors.unit import STATES
from selon.extract.actors.unit import Sort as UnitSort
from selon.extract.actors.words import Modifier, Noun, Takes, Trait
from selon.model.ontology import Sector

# Bodies above states: whoever belongs to them keeps their sector, and has no country by them.
_ABOVE = (Sector.IGO, Sector.NGO, Sector.MNC)
# Whose men bear arms for somebody known: they are no unidentified gunmen.
_ARMED = ((Sector.REB,), (Sector.MIL,), (Sector.COP,))
# Nouns that take the country only, but for a word that says whose side they are on (« militaires rebelles »).
_OPEN = ((Sector.MIL,), (Sector.PTY,), (Sector.NGO,), (Sector.UAF,))
# Whose followers are civilians for all that.
_RULING = ((Sector.GOV,), (Sector.ELI,), (Sector.MIL,), (Sector.REL,))


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
    if inner is not None and inner.unit.sort in STATES and noun.has(Trait.OFFICE):
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
    return is_above(candidate.sectors) and candidate.sort is not Sort.STATE


def is_above(sectors: tuple[Sector, ...]) -> bool:
    """Whether they are those of a body above states: who belongs to it holds no office of a state."""
    return bool(sectors) and sectors[0] in _ABOVE
