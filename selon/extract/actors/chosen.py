"""Which lexicon entry of a noun fits its phrase, by what the phrase says beside it; and what the noun belongs to.

In: a grown `Phrase`. Out: the `Noun` that its actor has, and the phrase of the actor that it is of.
"""

from selon.extract.actors.phrase import Phrase
from selon.extract.actors.runs import is_designation
from selon.extract.actors.unit import Sort
from selon.extract.actors.words import Noun, Takes, Trait, lexicon
from selon.model.ontology import ActorKind, Sector


def choose_noun(phrase: Phrase) -> Noun | None:
    """The lexicon entry that fits the phrase: one that stands for its complement needs an actor there."""
    nouns = phrase.unit.nouns
    if not nouns:
        return None
    inner = _of(phrase)
    typed = any(is_designation(token.text) for token in phrase.before)  # "Su-27 fighters" are no men
    for noun in sorted(nouns, key=lambda each: (each.takes is not Takes.WHOLE, typed and each.person)):
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
    owned = (phrase.owner is not None and phrase.owner.unit.sort is not Sort.PLACE) or _possessed(phrase)
    return noun.kind is ActorKind.MILITARY and owned


def _counted(phrase: Phrase, noun: Noun) -> bool:
    """Whether people are counted (« deux morts », « au moins dix blessés »)."""
    number = any(token.pos == "NUM" for token in (*phrase.before, *([phrase.determiner] if phrase.determiner else ())))
    return noun.sectors == (Sector.CVL,) and (number or bool(phrase.count))


def _plural_actor(phrase: Phrase) -> bool:
    sort = phrase.unit.sort
    if sort is Sort.NOUN:
        return choose_noun(phrase) is not None and (phrase.plural or phrase.determiner is None)
    return sort is Sort.DEMONYM or sort is Sort.BODY


def _says_more(phrase: Phrase) -> bool:
    if phrase.demonyms or phrase.modifiers or phrase.name is not None or phrase.alias is not None:
        return True
    if phrase.noun is not None and phrase.noun.has(Trait.OWNED) and _possessed(phrase):
        return True
    inner = _of(phrase) or phrase.owner
    force = phrase.noun is not None and phrase.noun.kind is ActorKind.MILITARY and not phrase.plural
    if inner is not None and _person(inner) and force:  # « la force de son président »; « les forces du maréchal » act
        return False
    if inner is not None and (inner.unit.sort is not Sort.NOUN or inner.noun is None or choose_noun(inner) is not None):
        return inner.unit.sort is not Sort.PLACE
    return phrase.parse.tokens[phrase.unit.start].text[0].isupper() and phrase.unit.start > phrase.head.sentence.start


def _possessed(phrase: Phrase) -> bool:
    determiner = phrase.determiner
    return determiner is not None and determiner.lower in lexicon(phrase.parse.lang).sets["possessive"]


def _person(phrase: Phrase) -> bool:
    return phrase.unit.sort is Sort.PERSON or (phrase.noun is not None and phrase.noun.person and not phrase.plural)


def _speaks(phrase: Phrase) -> bool:
    """Whether a bare « source » is one of news: after « selon », or the subject of a verb of saying."""
    words = lexicon(phrase.parse.lang)
    before = phrase.parse.tokens[phrase.start - 1] if phrase.start > phrase.head.sentence.start else None
    if before is not None and words.is_(before, "agentive"):
        return True
    verb = phrase.head.head
    return verb is not None and phrase.head.base == "nsubj" and words.is_(verb, "speech")


def complement(phrase: Phrase) -> Phrase | None:
    """The actor phrase that the noun belongs to: with « de » first, else with « à », « auprès de »."""
    other = next((each.inner for each in phrase.complements if each.inner is not None), None)
    if phrase.owner is not None and (phrase.owner.unit.sort in (Sort.BODY, Sort.NOUN) or _of(phrase) is None):
        return phrase.owner
    return _of(phrase) or other


def _of(phrase: Phrase) -> Phrase | None:
    """The actor phrase in the first complement with « de »."""
    of = lexicon(phrase.parse.lang).sets["of"]
    return next((each.inner for each in phrase.complements if each.inner is not None and each.preposition in of), None)
