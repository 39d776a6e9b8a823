"""The name of the noun itself, right behind it or shortened in brackets: « le ministre turc Hulusi Akar », « (CGRI) ».

In: a phrase and the token behind it. Out: the token after the name, which the phrase then has; the same where none is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selon.extract.actors.phrase import Phrase
from selon.extract.actors.runs import is_acronym
from selon.extract.actors.unit import STATES, Sort
from selon.extract.actors.words import Lexicon, Trait
from selon.lexicon.names import plain
from selon.model.ontology import ActorKind
from selon.parse.tree import Sentence, Token

# Nouns of bodies behind which a name stands without more: « l'agence Tasnim », « le groupe Total ».
_NAMED = (
    "media", "company", "organisation", "ngo", "party", "armed_group", "multinational", "police_body", "troops",
    "school", "union",
)  # fmt: skip
# Brackets close, and a long name ends, within so many tokens.
_BRACKET = 8
_LONG_NAME = 14


@dataclass(slots=True)
class OwnNames:
    """Finds the names of nouns in a sentence."""

    sentence: Sentence
    words: Lexicon
    chart: Mapping[int, Phrase]

    def name(self, phrase: Phrase, i: int, token: Token) -> int:
        """A name that follows without a comma: « le ministre turc Hulusi Akar », « l'agence Tasnim »."""
        inner = self.chart.get(i)
        if inner is not None and inner.unit.start == i and _of_group(phrase, inner):
            return phrase.complete(self.words.reference.of[0], i, inner)
        if inner is None or inner.unit.start != i or phrase.name is not None or not _takes_name(phrase, inner):
            return i
        phrase.name, inner.inside = inner.unit, phrase
        return inner.unit.end

    def acronym(self, phrase: Phrase, i: int, token: Token) -> int:
        """An acronym in brackets: « (CGRI) », « (PKK, interdit) »; a person has none."""
        tokens = self.sentence.parse.tokens
        if token.text != "(" or i + 2 >= self.sentence.end or (phrase.noun is not None and phrase.noun.person):
            return i
        if phrase.unit.sort in (*STATES, Sort.PLACE) or not self._its_acronym(phrase, i):
            return i
        inner = self.chart.get(i + 1)
        named = is_acronym(tokens[i + 1]) or tokens[i + 1].pos == "PROPN"
        if inner is None or not named or tokens[i + 2].text not in (")", ","):
            return i
        close = next((j for j in range(i + 2, min(i + _BRACKET, self.sentence.end)) if tokens[j].text == ")"), None)
        if close is None:
            return i
        phrase.alias, inner.inside = inner.unit, phrase
        return close + 1

    def _its_acronym(self, phrase: Phrase, i: int) -> bool:
        """Whether the acronym in brackets is the phrase's own, not of the body around it (« parti (PPE) »)."""
        tokens, before = phrase.parse.tokens, phrase.preceding
        first = tokens[phrase.unit.start]
        if first.text[0].isupper() or _abbreviates(tokens[i + 1].text, tokens[first.i : i]):
            return True
        return before is None or before.lower not in self.words.sets["of"]

    def long_name(self, phrase: Phrase, i: int, token: Token) -> int:
        """The rest of a body's name up to its acronym: « Mouvement national pour la renaissance (MNR) »."""
        tokens = phrase.parse.tokens
        if not written_as_name(phrase) or phrase.alias is not None:
            return i
        stop = min(i + _LONG_NAME, self.sentence.end - 2)
        bracket = next((j for j in range(i, stop) if tokens[j].text == "("), None)
        if bracket is None or any(each.pos in ("VERB", "AUX", "PUNCT") for each in tokens[i:bracket]):
            return i
        return bracket if _abbreviates(tokens[bracket + 1].text, tokens[phrase.unit.start : bracket]) else i


def written_as_name(phrase: Phrase) -> bool:
    """Whether the noun of a body is written with a capital, so that what follows may be its name."""
    noun = phrase.noun
    body = noun is not None and noun.kind in (ActorKind.ORGANISATION, ActorKind.ARMED_GROUP)
    return body and phrase.parse.tokens[phrase.unit.start].text[0].isupper()


def _abbreviates(acronym: str, words: Sequence[Token]) -> bool:
    """Whether the letters of an acronym begin words of the name, in their order."""
    initials = iter(plain(word.text)[0] for word in words if word.text[0].isalpha())
    return len(acronym) > 1 and acronym.isupper() and all(letter in initials for letter in plain(acronym))


def _takes_name(phrase: Phrase, inner: Phrase) -> bool:
    """Whether a name right behind the noun is its own."""
    sort, noun = inner.unit.sort, phrase.noun
    if phrase.unit.sort is Sort.DEMONYM:
        return sort is Sort.PERSON
    if phrase.unit.sort is not Sort.NOUN or noun is None:
        return False
    if noun.person:
        return sort is Sort.PERSON and not phrase.plural
    return noun.id in _NAMED and sort in (Sort.PERSON, Sort.BODY, Sort.ACRONYM)


def _of_group(phrase: Phrase, inner: Phrase) -> bool:
    """Whether a group's name or an acronym right behind people says whose they are (« des combattants houthis »)."""
    noun, unit = phrase.noun, inner.unit
    armed = unit.sort is Sort.BODY and unit.kind in (ActorKind.ARMED_GROUP, ActorKind.MILITARY)
    acronym = unit.sort in (Sort.BODY, Sort.ACRONYM) and is_acronym(inner.parse.tokens[unit.start])
    people = noun is not None and (noun.person or noun.has(Trait.SOURCE))
    return (armed or acronym) and phrase.french and people and phrase.name is None
