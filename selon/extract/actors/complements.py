"""What a noun is of: « de la marine », « à la Défense », « des forces loyales au maréchal », a body between commas.

In: a phrase and the token behind it. Out: the token after the complement, which the phrase then has; the same where
none is.
"""

from dataclasses import dataclass

from selon.extract.actors.fields import Fields, belongs
from selon.extract.actors.ownnames import written_as_name
from selon.extract.actors.phrase import Complement, Phrase
from selon.extract.actors.posts import Posts
from selon.extract.actors.reached import Reached
from selon.extract.actors.unit import STATES, Sort
from selon.extract.actors.words import Lexicon, Trait
from selon.model.ontology import ActorKind, Sector
from selon.parse.tree import Sentence, Token

# What lends a state.
_HOMES = (*STATES, Sort.PLACE)
# Who bears arms for somebody.
_ARMED = ((Sector.MIL,), (Sector.REB,), (Sector.UAF,))


@dataclass(slots=True)
class Complements:
    """Finds the complements of the nouns in a sentence."""

    sentence: Sentence
    words: Lexicon
    reached: Reached
    fields: Fields
    posts: Posts

    def complement(self, phrase: Phrase, i: int, token: Token) -> int:
        """An actor or a field behind a preposition: « de l'armée », « à la Défense », « pour les Affaires … »."""
        of = token.lower in self.words.sets["of"]
        if token.pos in ("PUNCT", "VERB") or phrase.unit.sort in STATES or not (of or self._leads(phrase, token)):
            return i
        if of and any(each.inner is not None for each in phrase.complements) and self.reached.possessed(i):
            return i
        inner = self.reached.unit(i)
        if inner is None:
            return i if self.reached.possessed(i) else self.fields.first(phrase, i, of)
        if not belongs(inner.head, phrase, i, of) or (not of and inner.unit.kind is ActorKind.MEDIUM):
            return i
        return self._take(phrase, i, inner, of and self.fields.names(phrase, inner))

    def _leads(self, phrase: Phrase, token: Token) -> bool:
        """Whether another preposition than « de » may lead to what the noun is of."""
        beside = token.lower in self.words.sets["beside"] and phrase.unit.sort is Sort.NOUN
        beside = beside and (_has_field(phrase) or (self.words.is_(token, "whence") and _sent(phrase)))
        office = phrase.noun is not None and phrase.noun.has(Trait.OFFICE)
        aims = token.lower in self.words.sets["aims"]
        aims = aims and ((office and self.reached.capital(token.i)) or written_as_name(phrase))
        return (beside or aims) and not self.posts.governed(phrase)

    def _take(self, phrase: Phrase, i: int, inner: Phrase, field: bool) -> int:
        """Takes in the phrase behind the preposition at `i`: as an actor, or as the field of an office."""
        inner.inside, inner.field = phrase, field
        phrase.demonyms.extend(inner.demonyms if field else ())
        phrase.complements.append(Complement(phrase.parse.tokens[i].lower, (i, inner.end), None if field else inner))
        return self.reached.further(phrase, inner) if phrase.plural and inner.unit.sort in _HOMES else inner.end

    def loyal(self, phrase: Phrase, i: int, token: Token) -> int:
        """« les forces loyales au maréchal Haftar », "troops loyal to the president": they are his."""
        tokens, noun = phrase.parse.tokens, phrase.noun
        armed = noun is not None and (noun.kind is ActorKind.MILITARY or noun.sectors[:1] in _ARMED)
        if not armed or not self.words.is_(token, "loyal") or phrase.demonyms or i + 1 >= self.sentence.end:
            return i
        if tokens[i + 1].lower not in self.words.sets["beside"]:
            return i
        inner = self.reached.unit(i + 1)
        if inner is None or inner.unit.sort in (*STATES, Sort.PLACE):
            return i
        return phrase.complete(self.words.reference.of[0], i, inner)

    def set_off(self, phrase: Phrase, i: int, token: Token) -> int:
        """A body between commas: « le colonel Petit, de l'armée malienne, », "Colonel Petit, of the Malian army,"."""
        tokens, noun = self.sentence.parse.tokens, phrase.noun
        told = phrase.demonyms or any(each.inner is not None for each in phrase.complements)
        if token.text != "," or phrase.name is None or noun is None or not noun.person or told or phrase.owners:
            return i
        inner = self.reached.unit(i + 1) if tokens[min(i + 1, len(tokens) - 1)].lower in self.words.sets["of"] else None
        if inner is None or inner.end >= self.sentence.end or tokens[inner.end].text != ",":
            return i
        if inner.unit.sort is not Sort.BODY and (inner.noun is None or inner.noun.person):
            return i
        return phrase.complete(self.words.reference.of[0], i + 1, inner)

    def charged(self, phrase: Phrase, i: int, token: Token) -> int:
        """« délégué aux Affaires étrangères », « chargé de la Santé »: the field of a minister."""
        noun = phrase.noun
        if noun is None or not self.words.is_(token, "charged"):
            return i
        official = phrase.french and noun.person and not phrase.plural and bool(phrase.complements)
        if not noun.has(Trait.OFFICE) and not official:
            return i
        return max(self.fields.first(phrase, i + 1, True), i + 1)


def _sent(phrase: Phrase) -> bool:
    """Whether where the people come from is whose they are ("diplomats from Havana and Washington")."""
    noun = phrase.noun
    return noun is not None and noun.person and noun.sectors[:1] == (Sector.GOV,)


def _has_field(phrase: Phrase) -> bool:
    """Whether « à », « aux » behind the noun may name its field or place (« secrétaire à la Défense »)."""
    noun = phrase.noun
    return noun is not None and (noun.has(Trait.OFFICE) or noun.id in ("ministry", "source"))
