"""What stands behind a noun in its phrase: name, demonyms, sector words, complements, an acronym in brackets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selon.extract.actors.fields import Fields, attached, belongs
from selon.extract.actors.names import demonym_at
from selon.extract.actors.phrase import Complement, Phrase
from selon.extract.actors.posts import Posts
from selon.extract.actors.runs import is_acronym
from selon.extract.actors.unit import Sort, Unit
from selon.extract.actors.words import Lexicon, Trait
from selon.lexicon.names import plain
from selon.model.ontology import ActorKind, Sector
from selon.parse.tree import Sentence, Token

# Nouns of bodies behind which a name stands without more: « l'agence Tasnim », « le groupe Total ».
_NAMED = (
    "media",
    "company",
    "organisation",
    "ngo",
    "party",
    "armed_group",
    "multinational",
    "police_body",
    "troops",
    "school",
    "union",
)
# Who bears arms for somebody.
_ARMED = ((Sector.MIL,), (Sector.REB,), (Sector.UAF,))
_PLACES = (Sort.STATE, Sort.SEAT)
_COMMAS = (",", "et", "and")
# Closed classes of prepositions, which no adjective is in whatever its tag says.
_PREPOSITIONS = ("of", "aims", "beside", "within")
# Words between a preposition and its noun; brackets close within so many tokens.
_AHEAD = 5
_BRACKET = 8
_LONG_NAME = 14
# Of these sectors, people in a country are of it; soldiers and officials may be strangers there.
_LOCAL = frozenset(
    (sector,)
    for sector in (
        Sector.CVL, Sector.EDU, Sector.LAB, Sector.REL, Sector.REB, Sector.OPP, Sector.COP, Sector.MED, Sector.BUS,
        Sector.NGO, Sector.REF, Sector.CRM, Sector.AGR, Sector.HLH, Sector.LEG, Sector.JUD, Sector.PTY,
    )
)  # fmt: skip


@dataclass(slots=True)
class Right:
    """Grows phrases to the right; those there are known (`chart`, by the tokens from their start to their unit)."""

    sentence: Sentence
    words: Lexicon
    taken: Mapping[int, Unit]
    chart: Mapping[int, Phrase]
    fields: Fields
    posts: Posts

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
        for part in (
            self._name, self._demonym, self._loyal, self._modifier, self.posts.before_name, self._complement,
            self._based, self._charged, self._status, self._within, self._set_off, self.fields.further, self._adjective,
            self._acronym, self._long_name, self._shared,
        ):  # fmt: skip
            after = part(phrase, i, token)
            if after > i:
                return after
        return i

    def _name(self, phrase: Phrase, i: int, token: Token) -> int:
        """A name that follows without a comma: « le ministre turc Hulusi Akar », « l'agence Tasnim »."""
        inner = self.chart.get(i)
        if inner is not None and inner.unit.start == i and _of_group(phrase, inner):
            phrase.complements.append(Complement(self.words.reference.of[0], (i, inner.end), inner))
            inner.inside = phrase
            return inner.end
        if inner is None or inner.unit.start != i or phrase.name is not None or not _takes_name(phrase, inner):
            return i
        phrase.name, inner.inside = inner.unit, phrase
        return inner.unit.end

    def _demonym(self, phrase: Phrase, i: int, token: Token) -> int:
        if not phrase.french or token.text[0].isupper() or phrase.unit.sort in (*_PLACES, Sort.PERSON):
            return i
        countries, after = demonym_at(phrase.parse, i, self.sentence.end)
        if not countries or i in self.taken or _of_adjective(phrase, i):
            return i
        phrase.demonyms.append((token, countries))
        return after

    def _modifier(self, phrase: Phrase, i: int, token: Token) -> int:
        """A word that says a sector: « militaire », « de sécurité »; « de l'armée russe » is a complement instead."""
        if not phrase.french:
            return i
        after, modifiers = self.words.modifiers.longest(phrase.parse.tokens, i, self.sentence.end)
        of = token.lower in self.words.sets["of"]
        field = of and phrase.noun is not None and phrase.noun.has(Trait.OFFICE) and bool(phrase.noun.sectors)
        if not modifiers or field or (of and self._unit_after(i) is not None):
            return i
        if not of and token.pos not in ("ADJ", "NOUN") and not attached(token, phrase, i):
            return i
        phrase.modifiers.extend(modifiers)
        return after

    def _loyal(self, phrase: Phrase, i: int, token: Token) -> int:
        """« les forces loyales au maréchal Haftar », "troops loyal to the president": they are his."""
        tokens, noun = phrase.parse.tokens, phrase.noun
        armed = noun is not None and (noun.kind is ActorKind.MILITARY or noun.sectors[:1] in _ARMED)
        if not armed or not self.words.is_(token, "loyal") or phrase.demonyms or i + 1 >= self.sentence.end:
            return i
        if tokens[i + 1].lower not in self.words.sets["beside"]:
            return i
        inner = self._unit_after(i + 1)
        if inner is None or inner.unit.sort in (*_PLACES, Sort.PLACE):
            return i
        phrase.complements.append(Complement(self.words.reference.of[0], (i, inner.end), inner))
        inner.inside = phrase
        return inner.end

    def _based(self, phrase: Phrase, i: int, token: Token) -> int:
        """« basé à Trinidad », « dirigé par le Vietnam », « venus du Tchad »: place or leader lends its state."""
        if phrase.unit.sort is not Sort.NOUN or i + 1 >= self.sentence.end or phrase.demonyms:
            return i
        after = phrase.parse.tokens[i + 1].lower
        based = self.words.is_(token, "based") and after in self.words.sets["locative"]
        led = self.words.is_(token, "led") and after in self.words.sets["by"]
        come = self.words.is_(token, "come") and after in self.words.sets["whence"]
        return self._place(phrase, i + 1) if based or led or come else i

    def _status(self, phrase: Phrase, i: int, token: Token) -> int:
        """« le président nouvellement réélu X »: words between a title and its name."""
        noun = phrase.noun
        said = noun is not None and noun.person and self.words.is_(token, "status") and i not in self.taken
        return i + 1 if said else i

    def _charged(self, phrase: Phrase, i: int, token: Token) -> int:
        """« délégué aux Affaires étrangères », « chargé de la Santé »: the field of a minister."""
        noun = phrase.noun
        if noun is None or not self.words.is_(token, "charged"):
            return i
        official = phrase.french and noun.person and not phrase.plural and bool(phrase.complements)
        if not noun.has(Trait.OFFICE) and not official:
            return i
        return max(self.fields.first(phrase, i + 1, True), i + 1)

    def _set_off(self, phrase: Phrase, i: int, token: Token) -> int:
        """A body between commas: « le colonel Petit, de l'armée malienne, », "Colonel Petit, of the Malian army,"."""
        tokens, noun = self.sentence.parse.tokens, phrase.noun
        told = phrase.demonyms or any(each.inner is not None for each in phrase.complements)
        if token.text != "," or phrase.name is None or noun is None or not noun.person or told or phrase.owners:
            return i
        inner = self._unit_after(i + 1) if tokens[min(i + 1, len(tokens) - 1)].lower in self.words.sets["of"] else None
        if inner is None or inner.end >= self.sentence.end or tokens[inner.end].text != ",":
            return i
        if inner.unit.sort is not Sort.BODY and (inner.noun is None or inner.noun.person):
            return i
        phrase.complements.append(Complement(self.words.reference.of[0], (i + 1, inner.end), inner))
        inner.inside = phrase
        return inner.end

    def _within(self, phrase: Phrase, i: int, token: Token) -> int:
        """« les étudiants en Indonésie », « le pouvoir à Kaboul »: people without power are of the state where they
        are, and governments of the one whose capital they are in."""
        noun = phrase.noun
        if token.lower not in self.words.sets["within"] or noun is None:
            return i
        inner = self._unit_after(i)
        rules = inner is not None and inner.unit.sort is Sort.SEAT and noun.kind is ActorKind.GOVERNMENT
        if noun.sectors[:1] not in _LOCAL and not rules:  # "the interim administration in Dhaka"
            return i
        if phrase.demonyms or not (phrase.plural or noun.has(Trait.COLLECTIVE)) or inner is None:
            return i
        return self._place(phrase, i) if attached(inner.head, phrase, i) else i

    def _place(self, phrase: Phrase, i: int) -> int:
        """Takes in the place behind the preposition at `i`; `i` if there is none."""
        near = (self.chart.get(j) for j in range(i + 1, min(i + _BRACKET, self.sentence.end)))
        inner = self._unit_after(i) or next((each for each in near if each is not None), None)
        if inner is None or inner.unit.sort not in (*_PLACES, Sort.PLACE) or not inner.unit.countries:
            return i
        phrase.complements.append(Complement(phrase.parse.tokens[i].lower, (i, inner.end), inner))
        inner.inside = phrase
        return inner.end

    def _unit_after(self, i: int) -> Phrase | None:
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
                return self._place_after(j + 1)
            if tokens[j].pos not in ("DET", "ADJ", "NUM") and not self.words.is_(tokens[j], "prenominal"):
                return None
        return None

    def _owned(self, inner: Phrase) -> Phrase:
        """English: the phrase that a possessor opens ("the head of Mali's junta": the junta)."""
        if self.sentence.parse.lang == "fr":
            return inner
        return next((each for each in self.chart.values() if inner.unit in each.owners), inner)

    def _capital_after(self, i: int) -> bool:
        """Whether a capital follows the preposition and its article (« pour les Affaires étrangères »)."""
        tokens, j = self.sentence.parse.tokens, i + 1
        while j < self.sentence.end and tokens[j].pos == "DET":
            j += 1
        return j < self.sentence.end and tokens[j].text[0].isupper()

    def _place_after(self, i: int) -> Phrase | None:
        inner = self._unit_after(i)
        return inner if inner is not None and inner.unit.sort in (*_PLACES, Sort.PLACE) else None

    def _complement(self, phrase: Phrase, i: int, token: Token) -> int:
        of = token.lower in self.words.sets["of"]
        beside = token.lower in self.words.sets["beside"] and phrase.unit.sort is Sort.NOUN
        beside = beside and (_has_field(phrase) or (self.words.is_(token, "whence") and _sent(phrase)))
        office = phrase.noun is not None and phrase.noun.has(Trait.OFFICE)
        aims = token.lower in self.words.sets["aims"]
        aims = aims and ((office and self._capital_after(i)) or _written_as_name(phrase))
        if token.pos in ("PUNCT", "VERB") or not (of or beside or aims) or phrase.unit.sort in _PLACES:
            return i
        if not of and self.posts.governed(phrase):
            return i
        if of and any(each.inner is not None for each in phrase.complements) and self._possessed(i):
            return i
        inner = self._unit_after(i)
        if inner is None:
            return i if self._possessed(i) else self.fields.first(phrase, i, of)
        if not belongs(inner.head, phrase, i, of) or (not of and inner.unit.kind is ActorKind.MEDIUM):
            return i
        inner.inside, inner.field = phrase, of and self.fields.names(phrase, inner)
        phrase.demonyms.extend(inner.demonyms if inner.field else ())
        phrase.complements.append(Complement(token.lower, (i, inner.end), None if inner.field else inner))
        return self._further(phrase, inner) if phrase.plural and inner.unit.sort in _PLACES else inner.end

    def _possessed(self, i: int) -> bool:
        """Whether a possessive follows (« l'annonce par le parti de son retrait »): it is of another noun."""
        after = self.sentence.parse.tokens[i + 1 : min(i + 2, self.sentence.end)]
        return any(token.lower in self.words.sets["possessive"] for token in after)

    def _further(self, phrase: Phrase, inner: Phrase) -> int:
        """The states coordinated with a complement: « les présidents du Bénin, du Niger et du Togo »."""
        tokens, end = phrase.parse.tokens, inner.end
        while end + 1 < self.sentence.end and tokens[end].lower in _COMMAS:
            i = end + 1 if tokens[end + 1].lower in self.words.sets["of"] else end
            more = self._unit_after(i)
            if more is None or more.unit.sort not in _PLACES or (i == end and phrase.french):
                break
            phrase.complements.append(Complement(self.words.reference.of[0], (i, more.end), more))
            more.inside, end = phrase, more.end
        return end

    def _adjective(self, phrase: Phrase, i: int, token: Token) -> int:
        if i in self.taken or not phrase.french or token.text[0].isupper():
            return i
        if token.pos != "ADJ" and not (token.pos == "PROPN" and token.base in ("flat", "amod")):
            return i
        if any(token.lower in self.words.sets[each] for each in _PREPOSITIONS):
            return i
        if phrase.unit.sort in _PLACES or not attached(token, phrase, i):
            return i
        phrase.adjectives.append(token)
        return i + 1

    def _acronym(self, phrase: Phrase, i: int, token: Token) -> int:
        """An acronym in brackets: « (CGRI) », « (PKK, interdit) »; a person has none."""
        tokens = self.sentence.parse.tokens
        if token.text != "(" or i + 2 >= self.sentence.end or (phrase.noun is not None and phrase.noun.person):
            return i
        if phrase.unit.sort in (*_PLACES, Sort.PLACE) or not self._its_acronym(phrase, i):
            return i
        inner = self.chart.get(i + 1)
        named = is_acronym(tokens[i + 1]) or tokens[i + 1].pos == "PROPN"
        if inner is None or not named or tokens[i + 2].text not in (")", ","):
            return i
        close = next((j for j in range(i + 2, min(i + _BRACKET, self.sentence.end)) if tokens[j].text == ")"), None)
        if close is None:
            return i
        phrase.alias, inner.inside = inner.unit, phrase
        return close + 1

    def _its_acronym(self, phrase: Phrase, i: int) -> bool:
        """Whether the acronym in brackets is the phrase's own, not of the body around it (« parti (PPE) »)."""
        tokens, before = phrase.parse.tokens, phrase.preceding
        if (
            _abbreviates(tokens[i + 1].text, tokens[phrase.unit.start : i])
            or tokens[phrase.unit.start].text[0].isupper()
        ):
            return True
        return before is None or before.lower not in self.words.sets["of"]

    def _long_name(self, phrase: Phrase, i: int, token: Token) -> int:
        """The rest of a body's name up to its acronym: « Mouvement national pour la renaissance (MNR) »."""
        tokens = phrase.parse.tokens
        if not _written_as_name(phrase) or phrase.alias is not None:
            return i
        stop = min(i + _LONG_NAME, self.sentence.end - 2)
        bracket = next((j for j in range(i, stop) if tokens[j].text == "("), None)
        if bracket is None or any(each.pos in ("VERB", "AUX", "PUNCT") for each in tokens[i:bracket]):
            return i
        return bracket if _abbreviates(tokens[bracket + 1].text, tokens[phrase.unit.start : bracket]) else i

    def _shared(self, phrase: Phrase, i: int, token: Token) -> int:
        """A second demonym: « responsables hongrois et roumains », « les présidents russe, turc et iranien »."""
        if not phrase.demonyms or token.lower not in ("et", "ou", ",") or i + 1 >= self.sentence.end:
            return i
        following = phrase.parse.tokens[i + 1]
        if not phrase.french or following.text[0].isupper() or not phrase.plural:
            return i
        countries, after = demonym_at(phrase.parse, i + 1, self.sentence.end)
        if not countries:
            return i
        phrase.demonyms.append((following, countries))
        return after


def _of_adjective(phrase: Phrase, i: int) -> bool:
    """Whether the words before token `i` complete an adjective (« munis de drapeaux … »)."""
    last = phrase.complements[-1].tokens if phrase.complements else (i, i)
    return last[1] == i > last[0] and any(token.i + 1 == last[0] for token in phrase.adjectives)


def _written_as_name(phrase: Phrase) -> bool:
    """Whether the noun of a body is written with a capital, so that what follows may be its name."""
    noun = phrase.noun
    body = noun is not None and noun.kind in (ActorKind.ORGANISATION, ActorKind.ARMED_GROUP)
    return body and phrase.parse.tokens[phrase.unit.start].text[0].isupper()


def _abbreviates(acronym: str, words: Sequence[Token]) -> bool:
    """Whether the letters of an acronym begin words of the name, in their order."""
    initials = iter(plain(word.text)[0] for word in words if word.text[0].isalpha())
    return len(acronym) > 1 and acronym.isupper() and all(letter in initials for letter in plain(acronym))


def _takes_name(phrase: Phrase, inner: Phrase) -> bool:
    """Whether a name right behind the noun is its own."""
    sort, noun = inner.unit.sort, phrase.noun
    if phrase.unit.sort is Sort.DEMONYM:
        return sort is Sort.PERSON
    if phrase.unit.sort is not Sort.NOUN or noun is None:
        return False
    if noun.person:
        return sort is Sort.PERSON and not phrase.plural
    return noun.id in _NAMED and sort in (Sort.PERSON, Sort.BODY, Sort.ACRONYM)


def _of_group(phrase: Phrase, inner: Phrase) -> bool:
    """Whether a group's name or an acronym right behind people says whose they are (« des combattants houthis »)."""
    noun, unit = phrase.noun, inner.unit
    armed = unit.sort is Sort.BODY and unit.kind in (ActorKind.ARMED_GROUP, ActorKind.MILITARY)
    acronym = unit.sort in (Sort.BODY, Sort.ACRONYM) and is_acronym(inner.parse.tokens[unit.start])
    people = noun is not None and (noun.person or noun.has(Trait.SOURCE))
    return (armed or acronym) and phrase.french and people and phrase.name is None


def _sent(phrase: Phrase) -> bool:
    """Whether where the people come from is whose they are ("diplomats from Havana and Washington")."""
    noun = phrase.noun
    return noun is not None and noun.person and noun.sectors[:1] == (Sector.GOV,)


def _has_field(phrase: Phrase) -> bool:
    """Whether « à », « aux » behind the noun may name its field or place (« secrétaire à la Défense »)."""
    noun = phrase.noun
    return noun is not None and (noun.has(Trait.OFFICE) or noun.id in ("ministry", "source"))
