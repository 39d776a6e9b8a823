"""Adjectives and their like behind a noun: demonyms, words that say a sector, words between a title and its name.

In: a phrase and the token behind it. Out: the token after the word, which the phrase then has; the same where none is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from selon.extract.actors.fields import attached
from selon.extract.actors.names import demonym_at
from selon.extract.actors.phrase import Phrase
from selon.extract.actors.reached import Reached
from selon.extract.actors.unit import STATES, Sort, Unit
from selon.extract.actors.words import Lexicon, Trait
from selon.parse.tree import Sentence, Token

# Closed classes of prepositions, which no adjective is in whatever its tag says.
_PREPOSITIONS = ("of", "aims", "beside", "within")


@dataclass(slots=True)
class Qualifiers:
    """Finds what qualifies the nouns in a sentence."""

    sentence: Sentence
    words: Lexicon
    taken: Mapping[int, Unit]
    reached: Reached

    def demonym(self, phrase: Phrase, i: int, token: Token) -> int:
        """An adjective that names a state: « le président turc »."""
        if not phrase.french or token.text[0].isupper() or phrase.unit.sort in (*STATES, Sort.PERSON):
            return i
        countries, after = demonym_at(phrase.parse, i, self.sentence.end)
        if not countries or i in self.taken or _of_adjective(phrase, i):
            return i
        phrase.demonyms.append((token, countries))
        return after

    def modifier(self, phrase: Phrase, i: int, token: Token) -> int:
        """A word that says a sector: « militaire », « de sécurité »; « de l'armée russe » is a complement instead."""
        if not phrase.french:
            return i
        after, modifiers = self.words.modifiers.longest(phrase.parse.tokens, i, self.sentence.end)
        of = token.lower in self.words.sets["of"]
        field = of and phrase.noun is not None and phrase.noun.has(Trait.OFFICE) and bool(phrase.noun.sectors)
        if not modifiers or field or (of and self.reached.unit(i) is not None):
            return i
        if not of and token.pos not in ("ADJ", "NOUN") and not attached(token, phrase, i):
            return i
        phrase.modifiers.extend(modifiers)
        return after

    def status(self, phrase: Phrase, i: int, token: Token) -> int:
        """« le président nouvellement réélu X »: words between a title and its name."""
        noun = phrase.noun
        said = noun is not None and noun.person and self.words.is_(token, "status") and i not in self.taken
        return i + 1 if said else i

    def adjective(self, phrase: Phrase, i: int, token: Token) -> int:
        """Any other adjective that the tree hangs on the phrase: « des manifestants pacifiques »."""
        if i in self.taken or not phrase.french or token.text[0].isupper():
            return i
        if token.pos != "ADJ" and not (token.pos == "PROPN" and token.base in ("flat", "amod")):
            return i
        if any(token.lower in self.words.sets[each] for each in _PREPOSITIONS):
            return i
        if phrase.unit.sort in STATES or not attached(token, phrase, i):
            return i
        phrase.adjectives.append(token)
        return i + 1

    def shared(self, phrase: Phrase, i: int, token: Token) -> int:
        """A second demonym: « responsables hongrois et roumains », « les présidents russe, turc et iranien »."""
        if not phrase.demonyms or token.lower not in ("et", "ou", ",") or i + 1 >= self.sentence.end:
            return i
        following = phrase.parse.tokens[i + 1]
        if not phrase.french or following.text[0].isupper() or not phrase.plural:
            return i
        countries, after = demonym_at(phrase.parse, i + 1, self.sentence.end)
        if not countries:
            return i
        phrase.demonyms.append((following, countries))
        return after


def _of_adjective(phrase: Phrase, i: int) -> bool:
    """Whether the words before token `i` complete an adjective (« munis de drapeaux … »)."""
    last = phrase.complements[-1].tokens if phrase.complements else (i, i)
    return last[1] == i > last[0] and any(token.i + 1 == last[0] for token in phrase.adjectives)
