"""What stands before a noun in its phrase: determiner, adjectives, and in English nouns, names and possessors."""

from collections.abc import Mapping
from dataclasses import dataclass

from selon.extract.actors.names import demonym_at, is_demonym, name_at
from selon.extract.actors.phrase import Phrase
from selon.extract.actors.unit import Sort, Unit
from selon.extract.actors.words import Lexicon
from selon.parse.tree import Sentence, Token

GENITIVE = ("'s", "’s", "'", "’")
_CLASSES = ("definite", "indefinite", "possessive", "demonstrative")
_COMPARING = frozenset({"least", "most", "more", "fewer", "less"})
# Before a hyphen and a state: whoever is so is not of it.
_SIDES = ("anti", "pro")
_JOINING = frozenset({"and", ",", "-", "led", "backed"})
_NOMINAL = ("compound", "amod", "nmod", "flat", "nummod", "appos")


@dataclass(slots=True)
class Left:
    """Grows phrases to the left, not over other units."""

    sentence: Sentence
    words: Lexicon
    taken: Mapping[int, Unit]

    def grow(self, phrase: Phrase) -> None:
        """Takes in what stands before the unit."""
        if phrase.unit.sort is Sort.PERSON:
            self._person(phrase)
        elif phrase.french:
            self._french(phrase)
        else:
            self._english(phrase)

    def _person(self, phrase: Phrase) -> None:
        """« M. », and an article that shows that it is no person's name (« la Moskva »)."""
        tokens = phrase.parse.tokens
        while phrase.start > self.sentence.start and phrase.start - 1 not in self.taken:
            token = tokens[phrase.start - 1]
            if token.lower in self.words.sets["definite"] and token.pos == "DET":
                phrase.determiner = token
            if token.lower not in self.words.sets["honorific"]:
                return
            phrase.before.insert(0, token)
            phrase.start -= 1

    def _french(self, phrase: Phrase) -> None:
        tokens = phrase.parse.tokens
        while phrase.start > self.sentence.start and phrase.start - 1 not in self.taken:
            token = tokens[phrase.start - 1]
            if self._premodifies(token, phrase):
                self._adjective(phrase, token.i)
                continue
            if self._determines(token):
                phrase.determiner = token
                phrase.start -= token.pos != "ADP"
            return

    def _premodifies(self, token: Token, phrase: Phrase) -> bool:
        if token.pos == "NUM" or self.words.is_(token, "prenominal"):
            return True
        inside = token.head is not None and phrase.unit.start <= token.head.i < phrase.unit.end
        return token.pos == "ADJ" and token.base == "amod" and inside

    def _determines(self, token: Token) -> bool:
        if token.pos == "DET":
            return True
        classes = _CLASSES if self.sentence.parse.lang == "fr" else ("possessive",)
        closed = any(token.lower in self.words.sets[name] for name in classes)
        return token.pos in ("ADP", "PRON") and closed and token.lower not in ("de", "d'")

    def _adjective(self, phrase: Phrase, i: int) -> None:
        """Takes in the words from token `i`, and reads a demonym or a sector there."""
        tokens = phrase.parse.tokens
        countries, _ = demonym_at(phrase.parse, i, phrase.unit.start)
        if countries and not (i > self.sentence.start and self.words.is_(tokens[i - 1], "ethnic")):
            phrase.demonyms.insert(0, (tokens[i], countries))
        _, modifiers = self.words.modifiers.longest(tokens, i, phrase.unit.start)
        phrase.modifiers.extend(modifiers)
        phrase.before.insert(0, tokens[i])
        phrase.start = i

    def _english(self, phrase: Phrase) -> None:
        """Also nouns and names: "Turkey's southern command", "two Saudi and Emirati banks"."""
        tokens = phrase.parse.tokens
        while phrase.start > self.sentence.start:
            i = phrase.start - 1
            token = tokens[i]
            if i in self.taken:
                if self._region_of(i, phrase):
                    phrase.start = self.taken[i].start
                    continue
                if not self._owns(self.taken[i], phrase):
                    return
                first = self._behind_prefix(self.taken[i].start)
                phrase.owners.extend([] if first < self.taken[i].start else [self.taken[i]])
                phrase.start = first
            elif token.text in GENITIVE and i - 1 in self.taken and phrase.unit.sort in (Sort.NOUN, Sort.BODY):
                phrase.owners.append(self.taken[i - 1])
                return
            elif self._determines(token):
                phrase.determiner, phrase.start = token, i
                return
            elif (first := self._compound(i)) < i:
                self._take_compound(phrase, first, i)
            elif self._two_words(i):
                self._adjective(phrase, i - 1)
            elif self._before_english(token, phrase):
                self._adjective(phrase, i)
            else:
                return

    def _behind_prefix(self, i: int) -> int:
        """The first token of what a hyphen joins to a name: "anti-Syria", "pro-Iran" are of no state; `i` for none."""
        tokens = self.sentence.parse.tokens
        joined = i - 2 >= self.sentence.start and tokens[i - 1].text == "-" and tokens[i].start == tokens[i - 1].end
        return i - 2 if joined and tokens[i - 2].lower in _SIDES else i

    def _compound(self, i: int) -> int:
        """The first token of the compound that ends at a token ("US-backed", "South Korean-led"); `i` for none."""
        tokens = self.sentence.parse.tokens
        if i - 2 < self.sentence.start or tokens[i - 1].text != "-" or tokens[i].start != tokens[i - 1].end:
            return i
        first = i - 2
        while first > self.sentence.start and first - 1 not in self.taken and tokens[first - 1].pos == "PROPN":
            first -= 1
        while (
            first > self.sentence.start and tokens[first].start == tokens[first - 1].end and first - 1 not in self.taken
        ):
            first -= 1
        two = first - 1 >= self.sentence.start and demonym_at(self.sentence.parse, first - 1, i - 1)[1] == i - 1
        return first - 1 if two else first

    def _take_compound(self, phrase: Phrase, first: int, i: int) -> None:
        """Takes in a compound; what leads or houses an actor gives it its state, what backs or bore it does not."""
        tokens, end = phrase.parse.tokens, i - 1
        name = name_at(phrase.parse, first, end)
        countries = demonym_at(phrase.parse, first, end)[0] or (name.countries if name is not None else ())
        if countries and tokens[i].lower in self.words.sets["based"]:
            phrase.demonyms.insert(0, (tokens[first], countries))
        phrase.before[:0] = tokens[first : i + 1]
        phrase.start = first

    def _two_words(self, i: int) -> bool:
        """Whether a demonym of two words ends at the token ("South Korean")."""
        first = i - 1
        if first < self.sentence.start or first in self.taken:
            return False
        return is_demonym(self.sentence.parse, first, i + 1) == i + 1

    def _demonym_before(self, token: Token) -> bool:
        """Whether a demonym of one or two words stands right before a word."""
        parse, i = self.sentence.parse, token.i
        two = i - 2 >= self.sentence.start and demonym_at(parse, i - 2, i)[1] == i
        return two or bool(demonym_at(parse, i - 1, i)[0])

    def _region_of(self, i: int, phrase: Phrase) -> bool:
        """Whether a region stands between a body and its officer ("Human Rights Watch Africa director"), or says of
        what kind a noun is ("the two Caucasus neighbours")."""
        unit, noun = self.taken[i], phrase.noun
        region = unit.sort is Sort.PLACE and not unit.countries and unit.start > self.sentence.start
        if region and phrase.parse.head_of(unit.start, unit.end).head is phrase.head:
            return True
        body = self.taken.get(unit.start - 1)
        if noun is None or not noun.person or body is None or body.sort is not Sort.BODY:
            return False
        return unit.sort is Sort.PLACE and not unit.countries

    def _owns(self, unit: Unit, phrase: Phrase) -> bool:
        """Whether a unit right before an English noun belongs to its phrase ("NATO ambassadors")."""
        noun = phrase.noun
        if phrase.unit.sort not in (Sort.NOUN, Sort.BODY) or (unit.sort is Sort.PLACE and not unit.countries):
            return False
        long = unit.end - unit.start > 1
        if unit.sort is Sort.PERSON and (noun is None or (long and (noun.person or unit.end - unit.start > 2))):
            return False
        fronted = unit.start == self.sentence.start and unit.sort is not Sort.PERSON
        return fronted or phrase.parse.head_of(unit.start, unit.end).base in _NOMINAL or self._is_joined(unit)

    def _is_joined(self, unit: Unit) -> bool:
        """Whether "and" joins a name of a state to a demonym: "the Cuban and UK ministers" (or "UK and Cuban")."""
        tokens = self.sentence.parse.tokens
        before = tokens[unit.start - 1] if unit.start > self.sentence.start + 1 else None
        behind = before is not None and before.lower == "and" and self._demonym_before(before)
        first = self._is_adjectival(unit.start) and tokens[unit.end].lower == "and"
        return bool(unit.countries) and (behind or first)

    def _is_adjectival(self, i: int) -> bool:
        """Whether a state's name in capitals, which has no adjective, stands at a place."""
        unit = self.taken.get(i)
        return (
            unit is not None and bool(unit.countries) and self.sentence.parse.tokens[i].text.replace(".", "").isupper()
        )

    def _before_english(self, token: Token, phrase: Phrase) -> bool:
        if token.lower in _COMPARING:
            return False
        if token.pos in ("NUM", "ADJ") or self.words.is_(token, "prenominal"):
            return True
        if token.text[0].isupper() and demonym_at(phrase.parse, token.i, phrase.start)[1] == token.i + 1:
            return True
        if token.lower in _JOINING and (phrase.before or phrase.owners) and token.i > self.sentence.start:
            joined = self._demonym_before(token) or (bool(phrase.demonyms) and self._is_adjectival(token.i - 1))
            return joined and bool(phrase.demonyms or phrase.owners)
        if token.pos in ("NOUN", "PROPN"):
            says = bool(self.words.modifiers.longest(phrase.parse.tokens, token.i, token.i + 1)[1])
            inside = token.head is not None and token.head.i > token.i
            beside = token.i + 1 == phrase.unit.start and phrase.noun is not None
            if says and beside and not token.is_("Number", "Plur"):
                return True
            return inside and (says or token.base in ("compound", "amod", "nmod"))
        before = phrase.parse.tokens[token.i - 1] if token.i > self.sentence.start else None
        verbal = before is not None and before.pos in ("NOUN", "PROPN", "PRON")
        return token.pos == "VERB" and token.base == "amod" and not verbal and not self.words.is_(token, "speech")
