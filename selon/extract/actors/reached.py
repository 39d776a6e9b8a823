"""Which phrase a preposition leads to, over determiners, adjectives, « du sud de ».

In: the token of a preposition. Out: the phrase of the unit behind it, None where none is reached.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from selon.extract.actors.phrase import Phrase
from selon.extract.actors.unit import STATES, Sort
from selon.extract.actors.words import Lexicon
from selon.parse.tree import Sentence

COMMAS = (",", "et", "and")
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

    def further(self, phrase: Phrase, inner: Phrase) -> int:
        """The token behind the states or places coordinated with one that a plural has; it then has them too: « les
        présidents du Bénin, du Niger et du Togo », "volunteers from Georgia, Belarus and Chechnya"."""
        tokens, end = phrase.parse.tokens, inner.end
        led = tokens[inner.start - 1].lower if inner.start > self.sentence.start else ""
        while end + 1 < self.sentence.end and tokens[end].lower in COMMAS:
            again = tokens[end + 1].lower in (*self.words.sets["of"], led)
            i = end + 1 if again else end
            more = self.unit(i)
            if more is None or more.unit.sort not in (*STATES, Sort.PLACE) or not more.unit.countries:
                break
            if (i == end and phrase.french and not self._listed(end, led)) or _heads_clause(more, phrase):
                break
            end = phrase.complete(self.words.reference.of[0], i, more)
        return end

    def _listed(self, i: int, led: str) -> bool:
        """French: whether no preposition is needed again (« entre », « en » … « le Mali et le Niger »)."""
        return led in self.words.sets["within"] and self.sentence.parse.tokens[i].lower in COMMAS[1:]

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


def _heads_clause(inner: Phrase, phrase: Phrase) -> bool:
    """Whether a name behind a comma is the subject of the clause there ("troops from Chad, and Niger sent more")."""
    verb = inner.head.head
    return inner.head.base == "nsubj" and verb is not None and verb.i > inner.head.i and phrase.head.head is not verb
