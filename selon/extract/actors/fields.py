"""What an office is of, when that is no actor: « de la Santé », « de l'Intérieur et des Collectivités locales »."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selon.extract.actors.names import demonym_at
from selon.extract.actors.phrase import Complement, Phrase
from selon.extract.actors.reached import COMMAS
from selon.extract.actors.unit import Sort, Unit
from selon.extract.actors.words import Lexicon
from selon.parse.clause import clause_words, preposition
from selon.parse.tree import Sentence, Token

_CLIMB = 3
# Offices that are of a field, or of several.
_FIELDED = ("minister", "foreign_minister", "ministry")


@dataclass(slots=True)
class Fields:
    """Finds the fields of the offices in a sentence."""

    sentence: Sentence
    words: Lexicon
    taken: Mapping[int, Unit]
    chart: Mapping[int, Phrase]

    def first(self, phrase: Phrase, i: int, of: bool) -> int:
        """A complement that names no actor: « de la Santé », « à la Défense », « de combat »."""
        tokens = self.sentence.parse.tokens
        j = i + 1
        while j < self.sentence.end and tokens[j].pos in ("DET", "NUM"):
            j += 1
        while not phrase.french and j + 1 < self.sentence.end and _nominal(tokens[j]) and _nominal(tokens[j + 1]):
            j += 1
        if j >= self.sentence.end or not _nominal(tokens[j]) or phrase.unit.sort is not Sort.NOUN:
            return i
        if phrase.french and j == i + 1 and _infinitive(tokens[j : j + 2]):
            return i
        if j in self.taken or not belongs(tokens[j], phrase, i, of):
            return i
        j += 1
        while j < self.sentence.end and self._qualifies(phrase, i, tokens[j]):
            j += 1
        phrase.complements.append(Complement(tokens[i].lower, (i, j), None))
        return j

    def further(self, phrase: Phrase, i: int, token: Token) -> int:
        """A further field of a minister: « de l'Intérieur, des Collectivités locales et de l'Aménagement … »."""
        tokens, noun = phrase.parse.tokens, phrase.noun
        if noun is None or noun.id not in _FIELDED or token.lower not in COMMAS or i + 2 >= self.sentence.end:
            return i
        j = i + 1
        if tokens[j].lower not in self.words.sets["of"]:
            return i
        while j + 1 < self.sentence.end and (tokens[j].pos == "DET" or tokens[j].lower in self.words.sets["of"]):
            j += 1
        if not tokens[j].text[0].isupper() or not self._may_be_field(j):
            return i
        end = self._field_end(j + 1)
        for inner in {id(each): each for each in map(self.chart.get, range(j, end)) if each is not None}.values():
            inner.inside, inner.field = phrase, True
        phrase.complements.append(Complement(tokens[i + 1].lower, (i + 1, end), None))
        return end

    def names(self, phrase: Phrase, inner: Phrase) -> bool:
        """Whether an actor noun is what a minister is of (« le ministre des Armées », « de la Justice »)."""
        noun, word = phrase.noun, self.sentence.parse.tokens[inner.unit.start]
        bare = inner.unit.sort is Sort.NOUN and inner.name is None and not inner.complements
        fielded = noun is not None and noun.id in _FIELDED and inner.noun is not None and not inner.noun.person
        return phrase.french and bare and fielded and word.text[0].isupper()

    def _may_be_field(self, i: int) -> bool:
        """Whether a word with a capital can be what a minister is of: no person, no body or state by a known name."""
        unit, before = self.taken.get(i), self.sentence.parse.tokens[i - 1]
        if unit is None or (unit.sort is Sort.NOUN and not any(noun.person for noun in unit.nouns)):
            return True
        determined = before.pos == "DET" or before.lower in ("du", "des")
        return determined and unit.sort in (Sort.PERSON, Sort.ACRONYM) and unit.end == i + 1 and not unit.key

    def _field_end(self, i: int) -> int:
        """The token after the small words that go on with a field (« nationale à l'étranger », « du territoire »)."""
        tokens, end = self.sentence.parse.tokens, i
        while i < self.sentence.end:
            token = tokens[i]
            if token.pos in ("NOUN", "ADJ") and token.text[0].islower():
                end = i + 1
            elif token.pos not in ("ADP", "DET"):
                break
            i += 1
        return end

    def _qualifies(self, phrase: Phrase, i: int, token: Token) -> bool:
        """Whether an adjective belongs to the complement; a demonym belongs to the whole phrase."""
        if token.pos != "ADJ" or token.i in self.taken or demonym_at(phrase.parse, token.i, self.sentence.end)[0]:
            return False
        return attached(token, phrase, i)


def belongs(head: Token, phrase: Phrase, i: int, of: bool) -> bool:
    """Whether the tree lets a complement belong to the phrase; « de » does so unless a verb governs it."""
    governor = head.head
    if governor is None:
        return of
    if attached(head, phrase, i):
        return True
    if governor is phrase.head.head and governor.i < phrase.start and preposition(phrase.head) in _agents(phrase):
        return False  # "the arrest by police of two journalists" is of the journalists
    return of and (governor.pos not in ("VERB", "AUX") or (governor.i < phrase.start and governor.base == "acl"))


def _agents(phrase: Phrase) -> tuple[str, ...]:
    """The prepositions before who does what a noun tells."""
    return clause_words(phrase.parse.lang).agent


def attached(token: Token, phrase: Phrase, i: int) -> bool:
    """Whether the token hangs, over a few steps, on the phrase so far."""
    for step, governor in enumerate(token.ancestors()):
        if phrase.start <= governor.i < i:
            return True
        if step > _CLIMB or governor.pos in ("VERB", "AUX"):
            return False
    return False


def _infinitive(words: Sequence[Token]) -> bool:
    """Whether what looks like an infinitive stands before a determiner, as a verb does (« de déchoir l'élu »)."""
    looks = words[0].lower.endswith(("er", "ir", "oir", "re")) and words[0].text.islower()
    return looks and any(token.pos in ("DET", "PRON") for token in words[1:])


def _nominal(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "X", "ADJ")
