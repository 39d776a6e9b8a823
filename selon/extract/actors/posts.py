"""What an office deals with, between it and its holder's name: « l'émissaire de l'ONU pour la Syrie, Jean Petit »."""

from collections.abc import Mapping
from dataclasses import dataclass

from selon.extract.actors.phrase import Complement, Phrase
from selon.extract.actors.unit import Sort, Unit
from selon.extract.actors.words import Lexicon, Trait
from selon.parse.tree import Sentence, Token

# So many words at most has what an office deals with.
_LONG = 9


@dataclass(slots=True)
class Posts:
    """Finds what the offices in a sentence deal with."""

    sentence: Sentence
    words: Lexicon
    taken: Mapping[int, Unit]
    chart: Mapping[int, Phrase]

    def before_name(self, phrase: Phrase, i: int, token: Token) -> int:
        """The token after the words from the preposition at `i` up to the holder's name; `i` if there are none."""
        if not self._may_be(phrase, token) or self.governed(phrase):
            return i
        tokens = self.sentence.parse.tokens
        for j in range(i + 2, min(i + _LONG, self.sentence.end)):
            name = self.chart.get(j + 1 if tokens[j].text == "," else j)
            if name is not None and name.unit.sort is Sort.PERSON and j <= name.start <= j + 1:
                return self._take(phrase, i, j)
            if tokens[j].pos in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON"):
                return i
        return i

    def _may_be(self, phrase: Phrase, token: Token) -> bool:
        """Whether the words behind may be a field: behind « pour », where it is told whose the office is."""
        noun, following = phrase.noun, self.sentence.parse.tokens[token.i + 1 : token.i + 2]
        if noun is None or not noun.person or phrase.plural or phrase.name is not None:
            return False
        if any(each.lower in self.words.sets["possessive"] for each in following):
            return False
        whose = phrase.owners or phrase.demonyms or any(each.inner is not None for each in phrase.complements)
        posted = noun.has(Trait.POSTED) or noun.has(Trait.ABROAD)
        if token.lower in self.words.sets["posts"]:
            return bool(whose) or posted
        return posted and token.lower in self.words.sets["beside"]

    def governed(self, phrase: Phrase) -> bool:
        """Whether the phrase is what another office is of (« le représentant du secrétaire général pour … »)."""
        before, of = phrase.determiner, self.words.sets["of"]
        before = before if before is not None and before.lower in of else phrase.preceding
        if before is None or before.lower not in of:
            return False
        unit = self.taken.get(before.i - 1)
        return unit is not None and any(noun.has(Trait.POSTED) for noun in unit.nouns)

    def _take(self, phrase: Phrase, i: int, end: int) -> int:
        for j in range(i + 1, end):
            inner = self.chart.get(j)
            if inner is not None and inner.end <= end:
                inner.inside = inner.inside or phrase
        phrase.complements.append(Complement(self.sentence.parse.tokens[i].lower, (i, end), None))
        return end
