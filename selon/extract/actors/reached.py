"""Which phrase a preposition leads to, over determiners, adjectives, « du sud de ».

In: the token of a preposition. Out: the phrase of the unit behind it, None where none is reached.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from selon.extract.actors.phrase import Phrase
from selon.extract.actors.unit import STATES, Sort
from selon.extract.actors.words import Lexicon
from selon.parse.tree import Sentence

# Between a preposition and its noun stand fewer words than that.
_AHEAD = 5


@dataclass(slots=True)
class Reached:
    """Looks behind the prepositions of a sentence; `chart` has the phrases there, by the tokens from their start to
    their unit."""

    sentence: Sentence
    words: Lexicon
    chart: Mapping[int, Phrase]

    def unit(self, i: int) -> Phrase | None:
        """The phrase that the preposition at `i` leads to, over determiners, adjectives, « du sud de »."""
        tokens = self.sentence.parse.tokens
        for j in range(i + 1, min(i + _AHEAD, self.sentence.end)):
            inner = self.chart.get(j)
            if inner is not None and inner.start <= j:
                return self._owned(inner)
            if j == i + 1 and tokens[j].lower in self.words.sets["of"]:
                continue
            of = j + 1 < self.sentence.end and tokens[j + 1].lower in self.words.sets["of"]
            if of and self.words.is_(tokens[j], "parts"):
                return self.place(j + 1)
            if tokens[j].pos not in ("DET", "ADJ", "NUM") and not self.words.is_(tokens[j], "prenominal"):
                return None
        return None

    def _owned(self, inner: Phrase) -> Phrase:
        """English: the phrase that a possessor opens ("the head of Mali's junta": the junta)."""
        if self.sentence.parse.lang == "fr":
            return inner
        return next((each for each in self.chart.values() if inner.unit in each.owners), inner)

    def place(self, i: int) -> Phrase | None:
        """The phrase that the preposition leads to, if it names a state or place."""
        inner = self.unit(i)
        return inner if inner is not None and inner.unit.sort in (*STATES, Sort.PLACE) else None

    def capital(self, i: int) -> bool:
        """Whether a capital follows the preposition and its article (« pour les Affaires étrangères »)."""
        tokens, j = self.sentence.parse.tokens, i + 1
        while j < self.sentence.end and tokens[j].pos == "DET":
            j += 1
        return j < self.sentence.end and tokens[j].text[0].isupper()

    def possessed(self, i: int) -> bool:
        """Whether a possessive follows (« l'annonce par le parti de son retrait »): it is of another noun."""
        after = self.sentence.parse.tokens[i + 1 : min(i + 2, self.sentence.end)]
        return any(token.lower in self.words.sets["possessive"] for token in after)
