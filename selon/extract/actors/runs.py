"""Names that no lexicon knows: of persons, places, bodies by their acronym, read from capitals and surroundings."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from selon.extract.actors.names import is_demonym
from selon.extract.actors.unit import Sort, Unit
from selon.extract.actors.words import Lexicon, lexicon
from selon.lexicon.gazetteer import places_named
from selon.lexicon.names import sound
from selon.model.ontology import ActorKind, Sector
from selon.model.place import Place
from selon.model.span import begun_in
from selon.parse.tree import Parse, Sentence, Token

_OPENING = ("«", "“", '"', "-", "–", "—", "(", ":", "…")
_NUMERAL = re.compile("[IVX]+(er|ère)?$")
# Words that are of no name even with a capital.
_SMALL = ("DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PUNCT", "NUM")
# Particles that may open a name, and how many stand in one at most.
_OPENERS = ("al", "el", "ben", "bin", "ould", "abu", "abou")
_PARTICLES = 3
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]{0,3}s?")
# English adjectives made of a name ("an Egypt-style protest").
_LIKENED = re.compile(r"[A-Z][\w.]*-(style|type|like|era|wide|inspired|linked|born|made|bound|size|sized)")
_ACRONYM = range(2, 8)
# Prepositions that no person stands behind.
_THERE = ("in", "near", "outside", "près")
# Offices that are of a field.
_FIELDED = ("minister", "ministry")
_SHORT = 2
# A title has at most so many words with its determiner.
_TITLE = 4
# Bodies that are called after the town where they sit, and how many people live in one that needs no other sign.
_SEATED = tuple((sector,) for sector in (Sector.JUD, Sector.EDU, Sector.HLH, Sector.COP, Sector.REL, Sector.GOV))
_TOWN = 5000


@dataclass(frozen=True, slots=True)
class Known:
    """What words with a capital inside the sentences of a document sound like; `parts` are those beside another one.

    `common` are the words that the document also writes without capital (« le Code », « le code »).
    """

    words: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


def known_names(parse: Parse) -> Known:
    """The words of names in a document: one at the head of a sentence may be one of them."""
    words, none = lexicon(parse.lang), Known()
    named = [
        token
        for token in parse.tokens
        if (token.text[0].isupper() or "-" in token.text)
        and token.i > token.sentence.start
        and len(token.text) > _SHORT
        and _name_word(token, False, words, none)
    ]
    places = {token.i for token in named}
    beside = [token for token in named if {token.i - 1, token.i + 1} & places]
    return Known(
        frozenset(sound(token.text) for token in named),
        frozenset(sound(token.text) for token in beside),
        frozenset(token.text for token in parse.tokens if token.text.islower()),
    )


def find_runs(
    sentence: Sentence, units: Sequence[Unit], places: Sequence[Place], words: Lexicon, known: Known
) -> list[Unit]:
    """The names that no lexicon knows: of persons, places, bodies by their acronym."""
    taken = {i for unit in units for i in range(unit.start, unit.end)}
    spots, tokens, particles = begun_in(places, sentence.span), sentence.parse.tokens, words.sets["particle"]
    seated = {unit.end for unit in units if any(noun.sectors[:1] in _SEATED for noun in unit.nouns)}
    found: list[Unit] = []
    i = sentence.start
    while i < sentence.end:
        end = _run_end(sentence, i, taken, words, known) if i not in taken and _may_open(tokens[i], particles) else i
        if end > i and _field(sentence, i, units):
            end = i
        if end > i:
            town = _town_of(sentence, i, end, words) if i - 1 in seated or _attacked(sentence, i, words) else None
            found.append(town or _run(sentence, i, end, spots, known))
        i = max(end, i + 1)
    return found


def _may_open(token: Token, particles: Set[str]) -> bool:
    """Whether a name may begin with a word at all: asked first, since most words are no such."""
    return token.text[0].isupper() or "-" in token.text or token.lower in particles


def _field(sentence: Sentence, i: int, units: Sequence[Unit]) -> bool:
    """Whether a word is what a minister is of (« la ministre du Travail Muriel Pénicaud »), no name."""
    tokens, j = sentence.parse.tokens, i
    while j > sentence.start and tokens[j - 1].pos in ("ADP", "DET"):
        j -= 1
    office = next((unit for unit in units if unit.end == j and unit.sort is Sort.NOUN), None)
    named = i + 1 < sentence.end and tokens[i + 1].text[0].isupper()
    named = named or any(token.pos == "DET" or token.lower in ("du", "des") for token in tokens[j:i])
    of = j < i and tokens[j].lower in lexicon(sentence.parse.lang).sets["of"]
    return of and named and office is not None and any(noun.id in _FIELDED for noun in office.nouns)


def _run(sentence: Sentence, start: int, end: int, places: Sequence[Place], known: Known) -> Unit:
    parse = sentence.parse
    span = parse.words(start, end).span
    place = next((place for place in places if place.span.covers(span)), None)
    if place is not None:
        return Unit(start, end, Sort.PLACE, countries=(place.country,) if place.country else ())
    sort = _sort_of(parse, start, end, known)
    kind = {Sort.PERSON: ActorKind.PERSON, Sort.PLACE: ActorKind.PLACE}.get(sort, ActorKind.ORGANISATION)
    return Unit(start, end, sort, kind=kind)


def _town_of(sentence: Sentence, start: int, end: int, words: Lexicon) -> Unit | None:
    """The town that a court, school or the like is of (« la cour d'appel de Douai »), whatever its body is called."""
    parse = sentence.parse
    if parse.tokens[start - 1].lower not in words.sets["of"] and not _attacked(sentence, start, words):
        return None
    named = places_named(parse.words(start, end).text, parse.lang)
    if not named or named[0].country is None or named[0].population < _TOWN:
        return None
    near = [each.country for each in named if each.country and each.score > named[0].score - 1]
    return Unit(start, end, Sort.PLACE, countries=("|".join(dict.fromkeys(near)),))


def _attacked(sentence: Sentence, start: int, words: Lexicon) -> bool:
    """Whether a name is what an attack is aimed at (« l'assaut contre Kidal »)."""
    tokens = sentence.parse.tokens
    if start - 2 < sentence.start or tokens[start - 1].lower not in words.sets["aims"]:
        return False
    return words.is_(tokens[start - 2], "deeds")


def _sort_of(parse: Parse, start: int, end: int, known: Known) -> Sort:
    """Whether an unknown name is of a person, a body or a place: by what stands before it, then by its entity.

    Entities are weak evidence: they call a person who is named with first name a body, one at the head of a sentence a
    place. So they count for single words that are no part of a longer name, behind an article, and behind « à ». A
    thing with a number (« le Su-24 ») is, like a place without state, no actor.
    """
    words, first = lexicon(parse.lang), parse.tokens[start]
    single, label = end - start == 1, label_of(parse, end - 1)
    before = parse.tokens[start - 1].lower if start > first.sentence.start else ""
    if _after_title(first, words) and not (single and is_acronym(first) and _one_of_them(first, words)):
        return Sort.PERSON
    if not single and words.is_(parse.tokens[end - 1], "firms"):
        return Sort.ACRONYM
    if single and is_acronym(first):
        return Sort.ACRONYM
    if single and any(letter.isdigit() for letter in first.text):
        return Sort.PLACE
    alone = single and sound(first.text) not in known.parts and first.lower not in known.common
    if label == "ORG" and (alone or (not single and before in words.sets["definite"])):
        return Sort.ACRONYM
    there = before in words.sets["locative"] and (label == "LOC" or (before in _THERE and label != "PER"))
    return Sort.PLACE if there else Sort.PERSON


def label_of(parse: Parse, i: int) -> str | None:
    """The label of the named entity (PER, ORG, LOC, MISC) that holds a token; None where there is none."""
    return next((entity.label for entity in parse.entities_at(i)), None)


def _run_end(sentence: Sentence, start: int, taken: set[int], words: Lexicon, known: Known) -> int:
    """The token after a sequence of name words that begins at `start`; `start` if none does."""
    tokens = sentence.parse.tokens
    first = _over_particles(sentence, start, taken, words)
    if first >= sentence.end or first in taken or not _name_word(tokens[first], first == start, words, known):
        return start
    titled = tokens[start].text[0].isupper() and _after_title(tokens[start], words)
    if first > start and not tokens[start].lower.startswith(_OPENERS) and not titled:
        return start
    end = first + 1
    if is_acronym(tokens[first]) and end < sentence.end and tokens[end].lower in words.sets["of"]:
        return end
    while end < sentence.end and end not in taken:
        if _NUMERAL.match(tokens[end].text):
            return end + 1
        if _hyphenated(tokens, end, sentence.end):
            end += 2
            continue
        step = _over_particles(sentence, end, taken, words)
        if step >= sentence.end or step in taken or step - end > _PARTICLES:
            break
        contracted = step > end and tokens[end].lower in ("du", "des", "of")
        if contracted or not _name_word(tokens[step], False, words, known):
            break
        end = step + 1
    return end


def _hyphenated(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a hyphen and a small word go on with the name before (« Yoon Suk-yeol »)."""
    if i + 1 >= end or tokens[i].text != "-" or tokens[i].start != tokens[i - 1].end:
        return False
    after, words = tokens[i + 1], lexicon(tokens[i].parse.lang)
    if after.pos in ("VERB", "ADJ", "ADP", "ADV") or words.is_(after, "based") or words.is_(after, "backed"):
        return False
    return after.start == tokens[i].end and after.text.isalpha() and after.text.islower() and len(after.text) > 1


def _over_particles(sentence: Sentence, i: int, taken: set[int], words: Lexicon) -> int:
    tokens = sentence.parse.tokens
    while i < sentence.end and i not in taken and (tokens[i].lower in words.sets["particle"] or tokens[i].text == "-"):
        i += 1
    return i


def _name_word(token: Token, opening: bool, words: Lexicon, known: Known) -> bool:
    """Whether a token looks like a word of a name; at the head of a sentence a PROPN, or one `known` elsewhere."""
    sentence, text = token.sentence, _core(token, words)
    if not text[0].isupper() or token.lower in words.sets["honorific"]:
        return False
    if token.pos in _SMALL:
        return token.i > sentence.start and sentence.parse.tokens[token.i - 1].text == "-" and len(text) > _SHORT
    if (words.is_(token, "never_name") and (opening or token.parse.lang != "fr")) or _demonym(token):
        return False
    before = sentence.parse.tokens[token.i - 1] if token.i > sentence.start else None
    if opening and (before is None or before.text in _OPENING):
        return token.pos in ("PROPN", "X") or sound(text) in known.words
    common = token.pos in ("NOUN", "ADJ", "VERB", "ADV") and token.lemma.islower()
    return not common or _after_title(token, words) or (before is not None and _goes_on(before))


def _core(token: Token, words: Lexicon) -> str:
    """The token without a particle before its hyphen: « al-Burhane » is written with a capital."""
    particle, hyphen, rest = token.text.partition("-")
    return rest if hyphen and rest and particle.lower() in words.sets["particle"] else token.text


def _goes_on(before: Token) -> bool:
    """Whether a capital right behind the token goes on with a name: behind a capital, or a hyphen (« Jean-Yves »)."""
    if before.text == "-":
        return True
    return before.text[0].isupper() and before.text.isalpha() and before.i > before.sentence.start


def _demonym(token: Token) -> bool:
    """Whether the token is a demonym, or the second word of one."""
    sentence = token.sentence
    if is_demonym(sentence.parse, token.i, sentence.end) > token.i:
        return True
    return token.i > sentence.start and is_demonym(sentence.parse, token.i - 1, sentence.end) == token.i + 1


def _after_title(token: Token, words: Lexicon) -> bool:
    """Whether a word follows a title or a name, so that its capital makes it a name."""
    before = token.parse.tokens[token.i - 1]
    if token.i == token.sentence.start:
        return False
    if before.lower in words.sets["honorific"] or (before.pos == "PROPN" and before.text[0].isupper()):
        return True
    return any(noun.person for noun in words.trie.longest(token.parse.tokens, before.i, token.i)[1])


def _one_of_them(token: Token, words: Lexicon) -> bool:
    """French: whether the title before a word is of anyone (« un commandant FRCI », « des soldats FDN »)."""
    if token.parse.lang != "fr":
        return False
    before = token.parse.tokens[token.sentence.start : token.i]
    determiner = next((each for each in reversed(before[-_TITLE:]) if each.pos in ("DET", "NUM", "ADP")), None)
    return determiner is not None and (determiner.pos == "NUM" or determiner.lower in words.sets["indefinite"])


def is_designation(word: str) -> bool:
    """Whether a word names a type of weapon ("Su-27", "B-1B", "F-35s") or a likeness ("Egypt-style"), and nobody."""
    return any(pattern.fullmatch(word) for pattern in (_DESIGNATION, _LIKENED))


def is_acronym(token: Token) -> bool:
    """Whether a token is written in capitals like an acronym (2 to 7 letters)."""
    letters = [letter for letter in token.text if letter.isalpha()]
    return len(letters) in _ACRONYM and all(letter.isupper() for letter in letters)
