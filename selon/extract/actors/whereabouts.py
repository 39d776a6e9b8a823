"""Places behind a noun that lend it their state: « basé à Trinidad », « les étudiants en Indonésie ».

In: a phrase and the token behind it. Out: the token after the place, which the phrase then has; the same where none is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from selon.extract.actors.fields import attached
from selon.extract.actors.phrase import Phrase
from selon.extract.actors.reached import Reached
from selon.extract.actors.unit import STATES, Sort
from selon.extract.actors.words import Lexicon, Trait
from selon.model.ontology import ActorKind, Sector
from selon.parse.tree import Sentence, Token

# The noun of a place stands among so many tokens behind its preposition.
_NEAR = 8

# Of these sectors, people in a country are of it; soldiers and officials may be strangers there.
_LOCAL = frozenset(
    (sector,)
    for sector in (
        Sector.CVL, Sector.EDU, Sector.LAB, Sector.REL, Sector.REB, Sector.OPP, Sector.COP, Sector.MED, Sector.BUS,
        Sector.NGO, Sector.REF, Sector.CRM, Sector.AGR, Sector.HLH, Sector.LEG, Sector.JUD, Sector.PTY,
    )
)  # fmt: skip
# Who bears arms, at home or not.
_ARMED = ((Sector.MIL,), (Sector.UAF,))


@dataclass(slots=True)
class Whereabouts:
    """Finds the places of the nouns in a sentence."""

    sentence: Sentence
    words: Lexicon
    chart: Mapping[int, Phrase]
    reached: Reached

    def based(self, phrase: Phrase, i: int, token: Token) -> int:
        """« basé à Trinidad », « dirigé par le Vietnam », « venus du Tchad »: place or leader lends its state."""
        if phrase.unit.sort is not Sort.NOUN or i + 1 >= self.sentence.end or phrase.demonyms:
            return i
        after = phrase.parse.tokens[i + 1].lower
        based = self.words.is_(token, "based") and after in self.words.sets["locative"]
        led = self.words.is_(token, "led") and after in self.words.sets["by"]
        come = self.words.is_(token, "come") and after in self.words.sets["whence"]
        return self._place(phrase, i + 1) if based or led or come else i

    def within(self, phrase: Phrase, i: int, token: Token) -> int:
        """« les étudiants en Indonésie », « le pouvoir à Kaboul »: people without power are of the state where they
        are, and governments of the one whose capital they are in."""
        noun = phrase.noun
        if token.lower not in self.words.sets["within"] or noun is None:
            return i
        inner = self.reached.unit(i)
        seat = inner is not None and inner.unit.sort is Sort.SEAT
        rules = seat and (noun.kind is ActorKind.GOVERNMENT or noun.id == "official")  # "officials in Berlin and Paris"
        if noun.sectors[:1] not in _LOCAL and not rules and not self._sent(phrase, token):
            return i  # but for "the interim administration in Dhaka"
        if phrase.demonyms or not (phrase.plural or noun.has(Trait.COLLECTIVE)) or inner is None:
            return i
        return self._place(phrase, i) if attached(inner.head, phrase, i) else i

    def _sent(self, phrase: Phrase, token: Token) -> bool:
        """Whether armed people do what is told: they are of where they come from ("troops from Burundi attacked")."""
        noun = phrase.noun
        armed = noun is not None and noun.sectors[:1] in _ARMED and phrase.plural
        return armed and token.lower in self.words.sets["whence"] and phrase.head.base in ("nsubj", "conj")

    def _place(self, phrase: Phrase, i: int) -> int:
        """Takes in the place behind the preposition at `i`; `i` if there is none."""
        near = (self.chart.get(j) for j in range(i + 1, min(i + _NEAR, self.sentence.end)))
        inner = self.reached.unit(i) or next((each for each in near if each is not None), None)
        if inner is None or inner.unit.sort not in (*STATES, Sort.PLACE) or not inner.unit.countries:
            return i
        phrase.complete(phrase.parse.tokens[i].lower, i, inner)
        return self.reached.further(phrase, inner) if phrase.plural else inner.end
