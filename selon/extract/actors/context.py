"""The country that the surroundings give an actor whose own words give none; None where that would be a guess."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.seats import in_dateline
from selon.extract.actors.told import Spot, Told, is_town, named_in, owned, told_by, told_of, without_line
from selon.extract.actors.words import lexicon
from selon.lexicon.namesakes import beside
from selon.model.ontology import Sector
from selon.model.place import Place
from selon.parse.tree import Parse, Sentence, Token

# A country that gives at least this share of what names countries, and at least this often, is the article's own.
_SHARE = 0.5
_OFTEN = 3
_AHEAD = 1.5
# A place in the line of place and date says more than one in passing.
_DATELINE = 3
# « dans toute la Tunisie »
ALL = ("toute", "tout", "all", "much", "most", "la", "le", "the")
# « venait de faire »
_OF = ("de", "d'", "d’")
# Prepositions of where from and where to.
_MOVING = frozenset({"vers", "via", "depuis", "jusqu'à", "hors", "from", "to", "into", "toward", "towards", "through"})


@dataclass(frozen=True, slots=True)
class Countries:
    """The countries of a whole text: `own` is the one that it is about, `sole` the only one that it names and in which
    it plays (None where there is none), `alone` the only one that it names, wherever it plays; `states` are all that it
    names as states, capitals and by adjectives."""

    own: str | None = None
    sole: str | None = None
    alone: str | None = None
    states: frozenset[str] = frozenset()


class Setting:
    """Where a document plays: its countries, and the places of each sentence."""

    def __init__(
        self, parse: Parse, candidates: Sequence[Candidate], spots: Sequence[Spot], places: Sequence[Place]
    ) -> None:
        self.parse = parse
        self._words = lexicon(parse.lang)
        self.counts: Counter[str] = Counter()
        self.named: set[str] = set()
        self.acting: set[str] = set()
        self._playing: set[str] = set()
        self.bodies: set[str] = set()
        self.lines: set[str] = set()
        self.towns = {spot.country for spot in spots}
        self._shared: set[str] = set()
        self._places: dict[int, list[tuple[Token, str]]] = {}
        candidates, spots, places = without_line(candidates, spots, places)
        self._told = told_of(candidates, spots)
        self._named_in = named_in(candidates, spots)
        self._scenes: dict[int, set[str]] = {}
        for spot in spots:
            self._scenes.setdefault(spot.token.sentence_i, set()).add(spot.country)
        for country, candidate in owned(candidates):
            self._scenes.setdefault(candidate.head.sentence_i, set()).add(country)
        for candidate in candidates:
            if candidate.sort in (Sort.STATE, Sort.GOVERNMENT, Sort.PEOPLE, Sort.ADJECTIVE) or (
                candidate.phrase is not None and candidate.phrase.demonyms
            ):
                sure = [country for country in candidate.countries if "|" not in country]
                self.counts.update(sure)
                self.named.update(sure)
                self.acting.update(sure)
                self._shared.update(each for each in candidate.countries if "|" in each)
                self._playing.update(sure if candidate.sort is not Sort.ADJECTIVE else ())
            elif candidate.sort is Sort.BODY and Sector.MED not in candidate.sectors:
                self.bodies.update(country for country in candidate.countries if "|" not in country)
        self._telling = told_by(candidates)
        told = {token.i for candidate in candidates for token in candidate.tokens} | {spot.token.i for spot in spots}
        for place in places:
            if place.country:
                self._place(place, told)
        for spot in spots:
            if "|" in spot.country:
                continue
            line = in_dateline(spot.start, spot.token.i + 1, spot.token.sentence)
            self.counts[spot.country] += _DATELINE if line else 1
            self.lines.update({spot.country} if line else ())
            self.named.add(spot.country)
            if not line and self._locative(spot.token, spot.start):
                self._places.setdefault(spot.token.sentence_i, []).append((spot.token, spot.country))
        for candidate in candidates:
            if (
                candidate.sort is Sort.STATE
                and "|" not in candidate.countries[0]
                and self._locative(candidate.head, candidate.phrase.start if candidate.phrase else candidate.head.i)
            ):
                self._places.setdefault(candidate.head.sentence_i, []).append((candidate.head, candidate.countries[0]))
                self._scenes.setdefault(candidate.head.sentence_i, set()).add(candidate.countries[0])
        self._settle_shared()

    def _settle_shared(self) -> None:
        """Puts the state that a name of several means in its place; what stays open is a country of its own."""
        self._shared = {self.one_of((each,)) or each for each in self._shared}

    def _place(self, place: Place, told: set[int]) -> None:
        """Notes a place that is not told of already, as a state or a capital."""
        tokens = self.parse.tokens_in(place.span)
        if not tokens or place.country is None or any(token.i in told for token in tokens):
            return
        self.counts[place.country] += 1
        self.towns.update({place.country} if is_town(place) else ())
        for scenes in (self._scenes, self._named_in):
            scenes.setdefault(tokens[0].sentence_i, set()).add(place.country)
        if self._locative(tokens[0], tokens[0].i):
            self._places.setdefault(tokens[0].sentence_i, []).append((tokens[0], place.country))

    def _locative(self, token: Token, start: int) -> bool:
        if start <= token.sentence.start:  # "Nicaragua: authorities dissolve …"
            return any(each.text == ":" for each in self.parse.tokens[token.i + 1 : token.i + 2])
        before = self.parse.tokens[start - 1]
        if before.lower in ALL and start - 2 >= token.sentence.start:
            before = self.parse.tokens[start - 2]
        return before.lower not in _MOVING and before.lower in lexicon(self.parse.lang).sets["locative"]

    def told(self, sentence_i: int) -> Sequence[Told]:
        """The words of a sentence that name countries: states, governments, capitals, adjectives."""
        return self._told.get(sentence_i, ())

    def names(self, sentence_i: int) -> set[str]:
        """Every country that the words of a sentence name, in whatever way."""
        return self._named_in.get(sentence_i, set())

    def one_of(self, countries: tuple[str, ...]) -> str | None:
        """The country of a name; of one that several share the one that the text names otherwise (most), else None."""
        options = countries[0].split("|") if countries else []
        if len(options) == 1:
            return options[0]
        named = [country for country in options if country in self.named]
        named = named or [country for country in options if self.counts[country] or country in self.bodies]
        if not named:
            return beside(options, {country for country, count in self.counts.items() if count} | self.bodies)
        return max(named, key=lambda country: self.counts[country])

    def local(self, token: Token) -> str | None:
        """The country of the only place that the token's clause gives; None if there are two."""
        verb = _verb_over(token)
        beside = {verb, *(verb.conjuncts() if verb is not None else ())}
        found = {country for place, country in self._places.get(token.sentence_i, ()) if _verb_over(place) in beside}
        return next(iter(found)) if len(found) == 1 else None

    def fronted(self, sentence: Sentence) -> str | None:
        """The country of a place at the head of the sentence (« En Côte d'Ivoire, les rebelles … »)."""
        for token, country in self._places.get(sentence.i, ()):
            if token.i - sentence.start <= 3:
                return country
        return None

    def at_home(self, sentence: Sentence) -> str | None:
        """The country of the place line: a dispatch leaves the nationality of rulers there unsaid, not of visitors."""
        if len(self.lines) != 1 or self.visiting(sentence):
            return None
        return next(iter(self.lines))

    def scene(self, sentence: Sentence) -> str | None:
        """The only country that the sentence names, if it plays there; the one before decides where it names none."""
        for number in (sentence.i, sentence.i - 1):
            named = self._surely(self._named_in.get(number, set()))
            named = named - self._telling.get(number, frozenset()) or named
            if named:
                near = self._scenes.get(number, set()) | self._scenes.get(number - 1, set())
                return next(iter(named)) if len(named) == 1 and named <= self._surely(near) else None
        return None

    def _surely(self, countries: set[str]) -> set[str]:
        """The countries, of names that several share the one that the text means (« congolais »)."""
        return {self.one_of((country,)) or country for country in countries}

    def visiting(self, sentence: Sentence) -> bool:
        """Whether the sentence tells of a visit or talks, where strangers are."""
        return any(self._words.is_(token, "visits") and not _is_recent_past(token) for token in sentence.tokens)

    def only(self, sentence: Sentence, *, settled: bool = False) -> str | None:
        """The single country of the whole text, where the sentence does not tell of a visit or a meeting.

        Who is `settled` (lawmakers, police, opponents) is of it even there, and everybody where it is a place.
        """
        sole = self.sole
        if sole is None:
            return None
        placed = settled or any(country == sole for each in self._places.values() for _, country in each)
        return sole if placed or not self.visiting(sentence) else None

    @property
    def sole(self) -> str | None:
        """The single country that the words of the whole text name, else that they name of what is told; None for none
        or several."""
        countries = {country for country, count in self.counts.items() if count} | self.bodies | self._shared
        countries = self._of_what_is_told(countries)
        return next(iter(countries)) if len(countries) == 1 else None

    def _of_what_is_told(self, countries: set[str]) -> set[str]:
        """The countries without those that only tellers are of, if any are left."""
        tellers = {each for told in self._telling.values() for each in told}
        others = {
            each for number, told in self._named_in.items() for each in told - self._telling.get(number, frozenset())
        }
        return countries - (tellers - others) or countries

    @property
    def alone(self) -> str | None:
        """The single country of states, capitals, people, bodies and towns of the text, whatever adjectives things have
        (« des drapeaux français »); None for none or several."""
        countries = self._playing | self.bodies | self.towns | self._shared
        return next(iter(countries)) if len(countries) == 1 else self.sole

    @property
    def countries(self) -> Countries:
        """What the text as a whole says of countries; a town or region of it or « en X » says that it plays there."""
        located = {country for each in self._places.values() for _, country in each}
        sole = self.sole if self.sole in self.towns | located else None
        return Countries(self.own, sole, self.alone, frozenset(self.acting))

    @property
    def own(self) -> str | None:
        """The country that the article is about; None when none stands out, or one is only where things happen."""
        total = sum(self.counts.values())
        first = [*self.counts.most_common(2), ("", 0), ("", 0)]
        (country, count), (_, second) = first[0], first[1]
        ahead = count >= _OFTEN and count / total >= _SHARE and count >= _AHEAD * second
        if ahead and country in self.acting:
            return country
        return None


def _verb_over(token: Token) -> Token | None:
    """The verb of the clause that a token stands in; the root where there is none."""
    last = token
    for governor in token.ancestors():
        last = governor
        if governor.pos == "VERB" and governor.rel != "acl":
            return governor
    return last


def _is_recent_past(verb: Token) -> bool:
    """« venait d'être renversé »: nobody comes."""
    below = verb.first("xcomp")
    return below is not None and any(each.lower in _OF for each in below.all("mark"))
