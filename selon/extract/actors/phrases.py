"""Noun phrases around units, read from the words and checked with the tree.

Units are worked on from the right to the left, so that a complement is a phrase before its governor asks for it.
"""

from collections.abc import Sequence

from selon.extract.actors.left import GENITIVE, Left
from selon.extract.actors.phrase import Phrase
from selon.extract.actors.right import Right
from selon.extract.actors.unit import Sort, Unit
from selon.extract.actors.words import Trait, lexicon
from selon.parse.tree import Sentence


def find_phrases(sentence: Sentence, units: Sequence[Unit]) -> list[Phrase]:
    """The phrase of each unit, in text order, without those that became another's name, acronym or modifier.

    A phrase inside another knows it (`inside`).
    """
    words, parse = lexicon(sentence.parse.lang), sentence.parse
    taken = {i: unit for unit in units for i in range(unit.start, unit.end)}
    chart: dict[int, Phrase] = {}
    left, right = Left(sentence, words, taken), Right(sentence, words, taken, chart)
    found: list[Phrase] = []
    for unit in reversed(units):
        phrase = Phrase(parse, unit, unit.start, unit.end, parse.head_of(unit.start, unit.end))
        left.grow(phrase)
        if unit.sort is not Sort.PERSON:
            right.grow(phrase)
        chart.update((i, phrase) for i in range(phrase.start, unit.end))
        found.append(phrase)
    _give_owners(found)
    return [phrase for phrase in reversed(found) if not _swallowed(phrase)]


def _give_owners(found: Sequence[Phrase]) -> None:
    """English: the phrases of the units before a noun ("Turkey's air force", "NATO ambassadors") become its owner."""
    of_unit = {id(phrase.unit): phrase for phrase in found}
    for phrase in found:
        for unit in phrase.owners:
            inner = of_unit[id(unit)]
            if phrase.unit in (inner.name, inner.alias):
                continue  # "aid agency Oxfam": the noun has the name, and not the name the noun
            while inner.inside is not None and inner.inside.name is inner.unit:
                inner = inner.inside
            inner.inside = inner.inside or phrase
            phrase.start = min(phrase.start, inner.start)
            if phrase.parse.tokens[unit.end].text not in GENITIVE and inner.unit is unit:
                _lend_words(inner, phrase)
            genitive = phrase.parse.tokens[unit.end].text in GENITIVE
            if (unit.sort is not Sort.PERSON or genitive) and (
                phrase.owner is None or phrase.owner.unit.sort is Sort.NOUN or _rather(phrase, inner)
            ):
                phrase.owner = inner


def _rather(phrase: Phrase, inner: Phrase) -> bool:
    """Whether the owner farther left is whose people are: "Human Rights Watch Iraq researcher", "US Syria envoy"."""
    noun, nearer = phrase.noun, phrase.owner
    if noun is None or not noun.person or nearer is None or nearer.unit.sort not in (Sort.STATE, Sort.PLACE):
        return False
    return inner.unit.sort is Sort.BODY or (noun.has(Trait.POSTED) and inner.unit.sort is Sort.STATE)


def _lend_words(inner: Phrase, outer: Phrase) -> None:
    """What stands before an owner without genitive is of the whole ("a U.S. soldier")."""
    outer.determiner = outer.determiner or inner.determiner
    inner.start, inner.determiner, inner.before = inner.unit.start, None, []


def _swallowed(phrase: Phrase) -> bool:
    """Whether the phrase became the name or acronym of the one around it, or a bare noun before it ("army officer")."""
    outer = phrase.inside
    if outer is None:
        return False
    if outer.name is phrase.unit or outer.alias is phrase.unit or phrase.field:
        return True
    behind = phrase.parse.tokens[phrase.unit.end : phrase.unit.end + 1]  # none at the end of a headline
    bare = all(each.text not in GENITIVE for each in behind)
    return phrase.unit in outer.owners and phrase.unit.sort in (Sort.NOUN, Sort.PERSON) and bare
