"""What stands behind a noun in its phrase: name, demonyms, sector words, complements, an acronym in brackets.

In: a phrase that ends with its unit. Out: the same phrase up to its end; each kind of part is a module of its own.
"""

from collections.abc import Callable, Mapping

from selon.extract.actors.complements import Complements
from selon.extract.actors.fields import Fields
from selon.extract.actors.ownnames import OwnNames
from selon.extract.actors.phrase import Phrase
from selon.extract.actors.posts import Posts
from selon.extract.actors.qualifiers import Qualifiers
from selon.extract.actors.reached import Reached
from selon.extract.actors.unit import Unit
from selon.extract.actors.whereabouts import Whereabouts
from selon.extract.actors.words import Lexicon
from selon.parse.tree import Sentence, Token


class Right:
    """Grows phrases to the right; those there are known (`chart`, by the tokens from their start to their unit)."""

    def __init__(
        self, sentence: Sentence, words: Lexicon, taken: Mapping[int, Unit], chart: Mapping[int, Phrase]
    ) -> None:
        self.sentence = sentence
        fields, posts = Fields(sentence, words, taken, chart), Posts(sentence, words, taken, chart)
        reached = Reached(sentence, words, chart)
        names, qualifiers = OwnNames(sentence, words, chart), Qualifiers(sentence, words, taken, reached)
        complements = Complements(sentence, words, reached, fields, posts)
        places = Whereabouts(sentence, words, chart, reached)
        self._parts: tuple[Callable[[Phrase, int, Token], int], ...] = (
            names.name, qualifiers.demonym, complements.loyal, qualifiers.modifier, posts.before_name,
            complements.complement, places.based, complements.charged, qualifiers.status, places.within,
            complements.set_off, fields.further, qualifiers.adjective, names.acronym, names.long_name,
            qualifiers.shared,
        )  # fmt: skip

    def grow(self, phrase: Phrase) -> None:
        """Takes in what stands behind the unit."""
        while phrase.end < self.sentence.end:
            after = self._step(phrase, phrase.end)
            if after <= phrase.end:
                return
            phrase.end = after

    def _step(self, phrase: Phrase, i: int) -> int:
        """The token after the next part of the phrase; `i` when the phrase ends."""
        token = phrase.parse.tokens[i]
        return next((after for part in self._parts if (after := part(phrase, i, token)) > i), i)
