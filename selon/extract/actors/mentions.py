"""Candidates: the mentions of a document in text order, with what their own words say."""

import re
from collections.abc import Iterator, Sequence

from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.chosen import complement
from selon.extract.actors.countries import countries_of
from selon.extract.actors.names import demonym_at, is_demonym
from selon.extract.actors.nominal import give_name, name_words, nominal
from selon.extract.actors.phrase import Phrase
from selon.extract.actors.phrases import find_phrases
from selon.extract.actors.pronouns import find_pronouns
from selon.extract.actors.runs import known_names
from selon.extract.actors.seats import acts, concerned, in_dateline
from selon.extract.actors.shape import shaped, unit_span, unit_tokens
from selon.extract.actors.told import Spot
from selon.extract.actors.unit import Sort as UnitSort
from selon.extract.actors.units import find_units
from selon.extract.actors.words import Trait, lexicon
from selon.model.ontology import ActorKind, MentionForm, Sector
from selon.model.place import Place
from selon.model.span import Span
from selon.parse.tree import Parse, Sentence, Token

# Bodies that many states have under one name (« Conseil constitutionnel »).
_SHARED = (
    (Sector.JUD,),
    (Sector.LEG,),
    (Sector.GOV,),
    (Sector.MIL,),
    (Sector.COP,),
    (Sector.PTY,),
    (Sector.REL,),
    (Sector.SPY,),
)
# Behind an American politician, party and state: "Marco Rubio, R-Fla.".
_PARTY_TAG = re.compile(r"[RDI]-[A-Z]")
_ABOVE = ((Sector.IGO,), (Sector.NGO,))


def find_mentions(parse: Parse, places: Sequence[Place]) -> tuple[list[Candidate], list[Spot]]:
    """All mentions of a document in text order (what encloses first), and the capitals that are only places."""
    found: list[Candidate] = []
    spots: list[Spot] = []
    known = known_names(parse)
    for sentence in parse.sentences:
        phrases = find_phrases(sentence, find_units(sentence, places, known))
        found.extend(_of_sentence(sentence, phrases))
        spots.extend(_spots(phrases))
    return found, spots


def _spots(phrases: Sequence[Phrase]) -> Iterator[Spot]:
    for phrase in phrases:
        if (phrase.unit.sort is UnitSort.SEAT and phrase.unit.countries and not acts(phrase)) or (
            phrase.unit.sort is UnitSort.PLACE and phrase.unit.countries
        ):
            yield Spot(phrase.head, phrase.start, unit_span(phrase), phrase.unit.countries[0])


def _of_sentence(sentence: Sentence, phrases: Sequence[Phrase]) -> list[Candidate]:
    share_demonyms(phrases)
    made = {id(phrase): candidate for phrase in phrases if (candidate := candidate_of(phrase)) is not None}
    for phrase in phrases:
        candidate, inner = made.get(id(phrase)), complement(phrase)
        if candidate is not None and inner is not None:
            candidate.inner = made.get(id(inner))
    found = list(made.values())
    taken = {token.i for candidate in found for token in candidate.tokens}
    read = {i for phrase in phrases if id(phrase) in made for token, _ in phrase.demonyms for i in _covered(token)}
    found.extend(_adjectives(sentence, taken | read))
    taken.update(token.i for candidate in found for token in candidate.tokens)
    found.extend(find_pronouns(sentence, taken))
    return sorted(found, key=lambda candidate: (candidate.span.start, -candidate.span.end))


def candidate_of(phrase: Phrase) -> Candidate | None:
    """The mention that a phrase is; None where it names no actor."""
    sort = phrase.unit.sort
    if sort is UnitSort.NOUN:
        return nominal(phrase)
    if sort is UnitSort.DEMONYM:
        return _people(phrase)
    if sort is UnitSort.BODY:
        return _body(phrase)
    if sort in (UnitSort.PERSON, UnitSort.ACRONYM):
        return _named(phrase)
    if sort is UnitSort.SEAT and acts(phrase):
        return _known(phrase, Sort.GOVERNMENT, ActorKind.GOVERNMENT, (Sector.GOV,))
    if sort is UnitSort.PLACE and phrase.unit.countries and concerned(phrase):
        return _known(phrase, Sort.PLACE, ActorKind.PLACE, ())
    if sort is UnitSort.STATE and not in_dateline(phrase.unit.start, phrase.unit.end, phrase.head.sentence):
        return _known(phrase, Sort.STATE, ActorKind.STATE, ())
    return None


def _known(phrase: Phrase, sort: Sort, kind: ActorKind, sectors: tuple[Sector, ...]) -> Candidate:
    """A name that the lexicons know."""
    candidate = shaped(phrase, sort, MentionForm.NAME, unit_tokens(phrase))
    candidate.kind, candidate.sectors = kind, sectors
    candidate.countries, candidate.key = phrase.unit.countries, phrase.unit.key
    candidate.bodies = phrase.unit.bodies
    candidate.name_span = unit_span(phrase)
    return candidate


def _body(phrase: Phrase) -> Candidate:
    """A known body; « la Croix-Rouge malienne » is another than « la Croix-Rouge »."""
    candidate = _known(phrase, Sort.BODY, phrase.unit.kind, phrase.unit.sectors)
    lent = candidate.kind is ActorKind.MILITARY or candidate.sectors[:1] != (Sector.IGO,)
    owned = countries_of(phrase, None) if phrase.owner is not None else phrase.countries
    shared = candidate.sectors[:1] in _SHARED and owned[:1] != candidate.countries[:1]
    if owned and lent and (not candidate.countries or shared):
        candidate.countries = owned[:1]
        candidate.key, candidate.bodies = f"{candidate.key} {owned[0]}", ()
    return candidate


def _people(phrase: Phrase) -> Candidate:
    """« les Iraniens » as a people, « des Palestiniens » as civilians, « l'Ivoirien Alassane Ouattara » as a person."""
    candidate = shaped(phrase, Sort.PEOPLE, MentionForm.NOMINAL, unit_tokens(phrase))
    ethnic = any(lexicon(phrase.parse.lang).is_(token, "ethnic") for token in phrase.before)
    candidate.countries = phrase.countries or _inside(phrase) or (() if ethnic else phrase.unit.countries)
    candidate.key, candidate.kind = phrase.unit.key, ActorKind.PEOPLE
    if phrase.name is not None:
        give_name(candidate, phrase)
        candidate.sort, candidate.kind = Sort.PERSON, ActorKind.PERSON
    elif not _whole_people(candidate, phrase):
        candidate.sort, candidate.sectors = Sort.NOMINAL, (Sector.CVL,)
        candidate.kind = ActorKind.PEOPLE if candidate.plural else ActorKind.PERSON
    elif phrase.unit.bodies and candidate.definite is Definite.DEFINITE and not phrase.complements:
        union = phrase.unit.bodies[0]
        candidate.sort, candidate.kind, candidate.sectors = Sort.BODY, union.kind, union.sectors
        candidate.key, candidate.bodies = union.key, phrase.unit.bodies
    return candidate


def _whole_people(candidate: Candidate, phrase: Phrase) -> bool:
    """« les Palestiniens », in English also "Palestinians" without article, but for a number or an adjective."""
    if not candidate.plural or any(
        not is_demonym(phrase.parse, token.i, phrase.end) > token.i for token in phrase.before
    ):
        return False
    bare = candidate.definite is Definite.BARE and not phrase.french
    return candidate.definite is Definite.DEFINITE or bare


def _inside(phrase: Phrase) -> tuple[str, ...]:
    """The state that a people lives in (« les Serbes de Bosnie », « les Albanais du sud de la Serbie »)."""
    return countries_of(phrase, None) if phrase.complements else ()


def _named(phrase: Phrase) -> Candidate | None:
    """A name that no lexicon knows, of a person or (in capitals) a body; with an article it is no person's."""
    tokens, determiner = phrase.parse.tokens[phrase.unit.start : phrase.unit.end], phrase.determiner
    person = phrase.unit.sort is UnitSort.PERSON
    if _PARTY_TAG.match(phrase.parse.words(phrase.unit.start, phrase.unit.end).text):
        return None
    if person and determiner is not None and not determiner.is_("Poss", "Yes"):
        return None
    before = phrase.preceding
    if person and phrase.french and before is not None and before.pos == "NOUN" and lexicon("fr").is_(before, "site"):
        return None
    candidate = shaped(phrase, Sort.PERSON if person else Sort.BODY, MentionForm.NAME, tuple(tokens))
    candidate.kind = ActorKind.PERSON if person else ActorKind.ORGANISATION
    candidate.name = name_words(tokens)
    candidate.key = " ".join(token.text for token in tokens)
    candidate.name_span = unit_span(phrase)
    candidate.plural, candidate.gender = False, None
    return candidate


def share_demonyms(phrases: Sequence[Phrase]) -> None:
    """Gives the demonym of the last in a coordination to the one before that has none.

    « du peuple et des responsables syriens »: the adjective agrees with both.
    """
    by_end = {phrase.end: phrase for phrase in phrases}
    for phrase in reversed(phrases):
        shared = by_end.get(_before_coordination(phrase))
        if shared is None or phrase.noun is None or not phrase.demonyms or not _open(shared):
            continue
        behind = [(token, countries) for token, countries in phrase.demonyms if token.i > phrase.unit.start]
        if behind and behind[-1][0].is_("Number", "Plur"):
            shared.demonyms.extend(behind)


def _open(shared: Phrase) -> bool:
    noun = shared.noun
    if noun is None or shared.demonyms or shared.name is not None or any(each.inner for each in shared.complements):
        return False
    return bool(noun.sectors) and noun.sectors[:1] not in _ABOVE and not noun.has(Trait.COUNTRY_WORD)


def _before_coordination(phrase: Phrase) -> int:
    """The token of « et » right before the phrase and its preposition; -1 if there is none."""
    tokens, first = phrase.parse.tokens, phrase.head.sentence.start
    i = phrase.start - 1
    while i >= first and tokens[i].pos in ("ADP", "DET"):
        i -= 1
    return i if i >= first and tokens[i].pos == "CCONJ" else -1


def _adjectives(sentence: Sentence, taken: set[int]) -> Iterator[Candidate]:
    """The demonym adjectives of nouns that are no actors: « l'attaque israélienne », « un exercice irano-syrien »."""
    tokens, french = sentence.parse.tokens, sentence.parse.lang == "fr"
    i = sentence.start
    while i < sentence.end:
        token, after = tokens[i], i
        if i not in taken and token.text[0].islower() == french:
            countries, after = demonym_at(sentence.parse, i, sentence.end)
            if countries and not _language(token) and not _ethnic(token):
                span = Span(token.start, tokens[after - 1].end)
                made = Candidate(token, tuple(tokens[i:after]), span, Sort.ADJECTIVE, MentionForm.ADJECTIVE)
                made.kind, made.countries = ActorKind.STATE, countries
                yield made
        i = max(after, is_demonym(sentence.parse, i, sentence.end), i + 1)


def _ethnic(token: Token) -> bool:
    """Whether the adjective names a people and no state ("the ethnic Armenian authorities")."""
    before = token.parse.tokens[token.i - 1] if token.i > token.sentence.start else None
    return before is not None and lexicon(token.parse.lang).is_(before, "ethnic")


def _covered(token: Token) -> range:
    """The tokens of the demonym that begins at a token (« South Sudanese »)."""
    return range(token.i, max(is_demonym(token.parse, token.i, token.sentence.end), token.i + 1))


def _language(token: Token) -> bool:
    """Whether the word is the name of a language (« en français », "in French")."""
    before = token.parse.tokens[token.i - 1] if token.i > token.sentence.start else None
    return before is not None and before.lower in ("en", "in") and token.pos in ("NOUN", "PROPN", "ADJ")
