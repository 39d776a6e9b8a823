"""A sentence as a row of words: what patterns and roles go by where the tree cannot be trusted.

Parsers lose their way in long sentences; who stands left of the verb, and what follows it up to the next clause, is
then still there to be read.
"""

from collections.abc import Callable, Collection, Iterator

from selon.extract.events.disguise import is_disguised
from selon.extract.events.frames import EventLexicon, Pattern
from selon.extract.events.links import link_before
from selon.parse.clause import is_voiced
from selon.parse.phrases import opens_story
from selon.parse.tree import Sentence, Token

# How far to the right and left of a verb its parts are looked for, in tokens; swept 6-14 on our own examples.
_FAR = 11
# A dateline ends in a dash, within so many tokens.
_DASHES = ("-", "–", "—", "--")
_DATELINE = 12
# What stands in a pattern for the name of any town, region or site.
PLACE = "@place"
# Prefixes of what something is not, or is meant against, or that make another word of it ("front-runner").
_AGAINST = frozenset({"non", "anti", "front"})
_VOWELS = ("a", "e", "i", "o", "u", "é", "è", "ê", "î", "ô")
# What may open a phrase behind an aside.
_PHRASE = frozenset({"DET", "NUM", "PROPN", "NOUN", "ADP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_LOOSE = frozenset({"VERB", "AUX", "ADJ", "ADV", "X", "PRON", "INTJ"})


class Line:
    """The words of one sentence, each with all lemmas it may have."""

    def __init__(
        self,
        sentence: Sentence,
        lexicon: EventLexicon,
        towns: Collection[int] = (),
        called: Callable[[Token], frozenset[str]] | None = None,
        named: Collection[int] = (),
    ) -> None:
        """`towns` are the tokens of places, `called` gives the nouns of those for whom a pronoun stands, `named` are
        the tokens inside the names of bodies, which tell no deed."""
        self._named = named
        self.lexicon = lexicon
        self._towns = towns
        self.tokens = sentence.tokens
        self._start = sentence.start
        self._words = [self._all_words(token) for token in self.tokens]
        for place, token in enumerate(self.tokens):
            if (noun := self._taken_up(token)) is not None:
                self._words[place] |= self._words[noun.i - self._start]
            elif called is not None and token.pos == "PRON" and token.base == "nsubj":
                self._words[place] |= called(token)
        self.vocabulary = frozenset().union(*self._words)
        self._boundary = lexicon.classes.get("boundary", frozenset())
        # What was asked before, by position in the sentence.
        self._after: dict[int, list[Token]] = {}
        self._links: dict[int, tuple[str, Token | None]] = {}

    def words(self, token: Token) -> frozenset[str]:
        """The lemmas and forms under which a token may stand in the lexicon."""
        return self._words[token.i - self._start]

    def heads(self, token: Token) -> list[str]:
        """The words of a token that head patterns, in alphabetical order."""
        if token.i in self._named:
            return []
        patterns = self.lexicon.patterns
        found = [word for word in self._words[token.i - self._start] if word in patterns]
        return sorted(found) if len(found) > 1 else found

    def patterns(self, word: str) -> Iterator[Pattern]:
        """The patterns that a word heads of which each other element has a word in the sentence, in their order."""
        patterns, (alone, companions) = self.lexicon.patterns[word], self.lexicon.companions[word]
        places = [*alone]
        for each in companions.keys() & self.vocabulary if companions else ():
            places.extend(companions[each])
        for place in sorted(set(places)) if companions else places:
            pattern = patterns[place]
            if not any(element.words.keys().isdisjoint(self.vocabulary) for element in pattern.others[1:]):
                yield pattern

    def _all_words(self, token: Token) -> frozenset[str]:
        lower, pos, lexicon = token.lower, token.pos, self.lexicon
        if lower in lexicon.classes.get("leading", frozenset()) and token.base in ("case", "mark", "fixed"):
            return frozenset((lower,))  # "according to"
        if lower in lexicon.classes.get("adverbial", frozenset()) and _is_adverbial(token):
            return frozenset()  # « en représailles à l'attaque », « au cours de la nuit »
        if lower in lexicon.classes.get("owing", frozenset()) and _leads_cause(token):
            return frozenset()  # "due to the unrest"
        if pos == "PROPN" and token.text[0].isupper() and lower in lexicon.classes.get("months", frozenset()):
            return frozenset()  # "in March 2023" is no march
        loose = pos in _LOOSE and lower not in lexicon.classes.get("leading", frozenset())  # "according to"
        verbal = lexicon.verb_forms.get(lower, ()) if loose or self.disguised(token) else ()
        nominal = lexicon.noun_forms.get(lower, ()) if pos in _NOMINAL or token.is_("VerbForm", "Part") else ()
        again = _again(token, lexicon)
        place = (PLACE,) if token.i in self._towns else ()
        return frozenset((token.lemma.lower(), lower, *_stem(token), *verbal, *nominal, *place, *again))

    def _taken_up(self, token: Token) -> Token | None:
        """The object of the verb before that a pronoun stands for: "imposed sanctions but later lifted them"."""
        resuming = self.lexicon.classes.get("resuming", frozenset())
        verb = token.head
        if token.lower not in resuming or token.base != "obj" or verb is None or verb.base != "conj":
            return None
        nouns = [each for each in (verb.head.all("obj") if verb.head is not None else []) if each.pos == "NOUN"]
        return next((each for each in nouns if each.morph.get("Number") == token.morph.get("Number")), None)

    def disguised(self, token: Token) -> bool:
        """Whether what the parser takes for a noun, adjective or adverb is a form of a verb in the lexicon."""
        return token.lower in self.lexicon.verb_forms and is_disguised(token, self.tokens)

    def after(self, token: Token) -> Iterator[Token]:
        """The tokens to the right, up to where another clause begins."""
        start = token.i - self._start + 1
        if start not in self._after:
            self._after[start] = self._up_to_clause(start)
        return iter(self._after[start])

    def _up_to_clause(self, start: int) -> list[Token]:
        """The tokens from position `start`, or behind an aside there, up to where another clause begins."""
        start = self._past_aside(start)
        found: list[Token] = []
        commas = 0
        for each in self.tokens[start : start + _FAR]:
            auxiliary = each.base == "aux" and each.is_("VerbForm", "Fin")
            if each.lower in self._boundary or is_finite(each) or auxiliary or _joins_clause(each):
                break
            commas += each.text == ","
            if commas > 2 or (found and found[-1].text == "," and _is_gerund(each)):
                break
            found.append(each)
        return found

    def _past_aside(self, start: int) -> int:
        """Where the words begin from which an aside in commas parts a verb (« a envoyé, mardi, un avion »)."""
        if start >= len(self.tokens) or self.tokens[start].text != ",":
            return start
        for place in range(start + 1, min(start + _FAR, len(self.tokens) - 1)):
            each = self.tokens[place]
            if each.text == ",":
                return place + 1 if self.tokens[place + 1].pos in _PHRASE else start
            if each.pos in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON"):
                return start
        return start

    def before(self, token: Token) -> Iterator[Token]:
        """The tokens to the left, nearest first, down to where another clause begins."""
        end = token.i - self._start
        for each in reversed(self.tokens[max(end - _FAR, 0) : end]):
            if each.lower in self._boundary or (each.pos == "VERB" and is_finite(each)) or self.ends_dateline(each):
                return
            yield each

    def ends_dateline(self, token: Token) -> bool:
        """Whether it is the dash behind the line of place, date and agency: "NAIROBI (AFP) – Police …"."""
        return token.text in _DASHES and token.i - self._start < _DATELINE and opens_story(token)

    def clause(self, first: int, last: int) -> list[Token]:
        """The tokens around tokens `first` to `last`, to the next semicolon or colon on either side."""
        start, end = first - self._start, last - self._start + 1
        while start > 0 and self.tokens[start - 1].text not in (";", ":"):
            start -= 1
        while end < len(self.tokens) and self.tokens[end].text not in (";", ":"):
            end += 1
        return self.tokens[start:end]

    def link(self, token: Token) -> tuple[str, Token | None]:
        """The preposition before a noun phrase ('' for none) and the word before the whole."""
        place = token.i - self._start
        if place not in self._links:
            self._links[place] = link_before(self.tokens, place, self.lexicon.classes.get("leading", frozenset()))
        return self._links[place]

    def is_outside(self, token: Token) -> bool:
        """Whether a token is of a phrase outside a deed: who says it (« selon le ministre »), in spite of what, for
        which time it is done."""
        if is_voiced(token):
            return True
        phrase: Token | None = token
        while phrase is not None and phrase.pos not in ("VERB", "AUX"):
            if phrase.base in ("obl", "nmod", "nsubj", "advcl") and self._leads_outside(phrase):
                return True
            phrase = phrase.head
        return False

    def _leads_outside(self, phrase: Token) -> bool:
        link, before = self.link(phrase)
        classes = self.lexicon.classes
        outside = classes.get("outside", frozenset())
        if link in outside or (before is not None and f"{before.lower} {link}" in outside):
            return True
        if link in classes.get("lasting", ()) and not self.words(phrase).isdisjoint(classes.get("spells", ())):
            return True
        nth = phrase.first("amod", "nummod") is not None
        return bool(link) and nth and not self.words(phrase).isdisjoint(classes.get("occasions", frozenset()))


def _joins_clause(token: Token) -> bool:
    """Whether a conjunction joins a clause with a subject of its own: "is visiting Israel, and markets fell"."""
    verb = token.head
    if token.base != "cc" or verb is None or verb.base != "conj" or verb.pos != "VERB":
        return False
    return any(token.i < each.i < verb.i for each in verb.all("nsubj"))


def _leads_cause(token: Token) -> bool:
    """Whether a word and the "to" behind it lead a noun phrase, and no infinitive: "due to rain", not "due to meet"."""
    behind = token.parse.tokens[token.i + 1 : token.i + 3]
    return len(behind) == 2 and behind[0].lower == "to" and behind[1].pos != "VERB" and behind[1].lower != "be"


def _again(token: Token, lexicon: EventLexicon) -> tuple[str, ...]:
    """The French verb that is done again, where the lexicon does not know the one with the prefix: « réimposer »."""
    lemma = token.lemma.lower()
    again = lemma.startswith("ré") and lemma[2:3] in _VOWELS and lemma not in lexicon.patterns
    known = again and lexicon.lang == "fr" and token.pos == "VERB" and lemma[2:] in lexicon.patterns
    return (lemma[2:],) if known else ()


def _is_adverbial(token: Token) -> bool:
    """Whether a bare noun behind « en », « au » only says why, how or when something is done; or how often."""
    before = [each.lower for each in token.parse.tokens[max(token.i - 2, token.sentence.start) : token.i]]
    return before[-1:] in (["en"], ["au"]) or (len(before) > 1 and before[0] == "à" and token.lower.endswith("s"))


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb form."""
    return token.pos in ("VERB", "AUX") and token.is_("VerbForm", "Fin") and token.base != "aux"


def _stem(token: Token) -> tuple[str, ...]:
    """The noun of an English word with a prefix and a hyphen ("semi-final", "counter-offensive")."""
    prefix, hyphen, stem = token.lemma.lower().rpartition("-")
    noun = hyphen and stem and token.parse.lang == "en" and token.pos == "NOUN" and prefix not in _AGAINST
    return (stem,) if noun else ()


def _is_gerund(token: Token) -> bool:
    """Whether a word behind a comma opens what the subject does besides: "announced, clearing the way for talks"."""
    led = token.base in ("case", "mark", "fixed")  # "talks, including some with rebels"
    return token.pos == "VERB" and not led and token.parse.lang == "en" and token.lower.endswith("ing")
