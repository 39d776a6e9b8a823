"""Units: the words in a sentence that may name an actor — names of the world, actor nouns, unknown names (`runs`)."""

from collections.abc import Sequence
from dataclasses import replace

from selon.extract.actors.names import Name, NameSort, demonym_at, name_at
from selon.extract.actors.runs import Known, find_runs, is_designation
from selon.extract.actors.unit import Sort, Unit
from selon.extract.actors.waters import in_waters
from selon.extract.actors.words import Lexicon, Noun, Trait, lexicon
from selon.model.ontology import ActorKind, Sector
from selon.model.place import Place
from selon.parse.tree import Parse, Sentence, Token

_SORTS = {
    NameSort.STATE: Sort.STATE,
    NameSort.SEAT: Sort.SEAT,
    NameSort.BODY: Sort.BODY,
    NameSort.DEMONYM: Sort.DEMONYM,
    NameSort.REGION: Sort.PLACE,
}
_SHARED = ((Sector.LEG,), (Sector.JUD,), (Sector.GOV,))


def find_units(sentence: Sentence, places: Sequence[Place], known: Known) -> list[Unit]:
    """The units of a sentence in text order, without overlaps: the longest wins, then a name over a noun."""
    parse, words = sentence.parse, lexicon(sentence.parse.lang)
    found: list[Unit] = []
    i = sentence.start
    while i < sentence.end:
        unit = _unit_at(parse, i, sentence.end, words)
        if unit is not None and not _compounded(parse, unit, sentence):
            found.append(_elsewhere(unit, parse, places))
        i = unit.end if unit is not None else i + 1
    runs = find_runs(sentence, found, places, words, known)
    found.extend(unit for unit in runs if not is_designation(_written(parse, unit)))
    return sorted(found, key=lambda unit: unit.start)


def _written(parse: Parse, unit: Unit) -> str:
    return parse.text[parse.tokens[unit.start].start : parse.tokens[unit.end - 1].end]


def _elsewhere(unit: Unit, parse: Parse, places: Sequence[Place]) -> Unit:
    """The unit, as a town of its own where it bears a capital's name in another state (Tripoli in Lebanon), and as a
    place of no state where it names a sea."""
    if unit.sort is Sort.STATE and in_waters(parse, unit.start, unit.end):
        return replace(unit, sort=Sort.PLACE, countries=(), sectors=(), kind=ActorKind.PLACE)
    if unit.sort is not Sort.SEAT or len(unit.countries) != 1:
        return unit
    start, end = parse.tokens[unit.start].start, parse.tokens[unit.end - 1].end
    meant = next((each for each in places if each.span.start == start and each.span.end == end and each.country), None)
    if meant is None or meant.country is None or meant.country == unit.countries[0]:
        return unit
    return replace(unit, sort=Sort.PLACE, countries=(meant.country,), sectors=())


def _unit_at(parse: Parse, i: int, end: int, words: Lexicon) -> Unit | None:
    name = name_at(parse, i, end)
    if name is not None and parse.tokens[i].pos == "DET" and (inner := name_at(parse, i + 1, end)):
        name = name if inner.end <= name.end else None  # "the West Bank" is not in the West
    after, nouns = words.trie.longest(parse.tokens, i, end)
    if name is not None and name.end >= after and not (name.end == after and _any_state(name, nouns)):
        return _named(name)
    if after > i + 1:
        inside = next((j for j in range(i + 1, after) if (part := name_at(parse, j, end)) and part.end > after), None)
        if inside is not None:
            after, nouns = words.trie.longest(parse.tokens, i, inside)
    if nouns and _may_be_noun(parse.tokens[i], after - i, words) and not _last_name(parse.tokens[i], nouns):
        return Unit(i, after, Sort.NOUN, nouns)
    return _named(name) if name is not None else None


def _last_name(token: Token, nouns: Sequence[Noun]) -> bool:
    """Whether a word like a body's noun is somebody's last name (« Qin Gang »), or first (« Marine Le Pen »)."""
    if _ends_person(token):
        return True
    if token.parse.lang != "fr" or nouns[0].person:
        return False
    if _before_particle(token):
        return True
    if token.i == token.sentence.start:
        return False
    before = token.parse.tokens[token.i - 1]
    return token.pos == before.pos == "PROPN" and token.text.istitle() and before.text.istitle()


def _ends_person(token: Token) -> bool:
    """Whether a word ends the name of a person as the parser sees it ("Steve King", « Laurent Berger »), behind a word
    that is no office ("Vice President")."""
    if not token.text.istitle() or token.i == token.sentence.start:
        return False
    before = token.parse.tokens[token.i - 1]
    person = any(
        each.label == "PER" and each.start < token.i == each.end - 1 for each in token.parse.entities_at(token.i)
    )
    if not person or before.pos != "PROPN" or not before.text.istitle():
        return False
    return not lexicon(token.parse.lang).trie.longest(token.parse.tokens, before.i, token.i)[1]


def _before_particle(token: Token) -> bool:
    """Whether a name goes on behind the token with a particle written with a capital."""
    inside = token.parse.tokens[token.i : min(token.i + 3, token.sentence.end)]
    if len(inside) < 3 or not all(each.text.istitle() for each in inside):
        return False
    return inside[1].lower in lexicon(token.parse.lang).sets["particle"]


def _any_state(name: Name, nouns: Sequence[Noun]) -> bool:
    """Whether a listed body has a name that other states' bodies have too (« Conseil constitutionnel »)."""
    shared = name.sort is NameSort.BODY and bool(name.countries) and name.sectors[:1] in _SHARED
    return shared and any(not noun.has(Trait.NEEDS) for noun in nouns)


def _named(name: Name) -> Unit:
    return Unit(
        name.start, name.end, _SORTS[name.sort], (), name.countries, name.sectors, name.kind, name.key, name.bodies
    )


def _compounded(parse: Parse, unit: Unit, sentence: Sentence) -> bool:
    """Whether the unit is the first part of an English compound adjective ("U.S.-led", "civilian-run")."""
    if parse.lang != "en" or unit.end + 1 >= sentence.end:
        return False
    hyphen, after = parse.tokens[unit.end], parse.tokens[unit.end + 1]
    return hyphen.text == "-" and after.start == hyphen.end and after.text[0].islower()


def _may_be_noun(token: Token, length: int, words: Lexicon) -> bool:
    """Whether a word of the noun lexicon is a noun here; adjectives and verbs that look alike are not."""
    tokens = token.parse.tokens
    before = tokens[token.i - 1] if token.i > token.sentence.start else None
    after = tokens[token.i + 1] if token.i + 1 < token.sentence.end else None
    says = length == 1 and words.modifiers.longest(tokens, token.i, token.i + 1)[1]
    if says and before is not None and before.pos == "NOUN":
        return token.parse.lang != "fr"
    if says and token.parse.lang == "en" and after is not None and after.pos == "NOUN":
        actor = bool(words.trie.longest(tokens, token.i + 1, token.i + 2)[1])
        if actor and not token.is_("Number", "Plur"):
            return False
    if length > 1 or token.pos in ("NOUN", "PROPN"):
        return True
    if token.text[0].isupper() and after is not None and after.pos == "PROPN" and after.text[0].isupper():
        return True
    if token.pos not in ("ADJ", "VERB", "X", "NUM") or before is None:
        return False
    return _leads(before, words) and not (after is not None and after.pos == "NOUN")


def _leads(before: Token, words: Lexicon) -> bool:
    """Whether a word shows that the next is a noun: determiner, number, adjective before nouns, demonym."""
    if before.pos in ("DET", "NUM") or words.is_(before, "prenominal"):
        return True
    if before.pos == "ADP" and before.lower in ("du", "des", "aux", "au"):
        return True
    return bool(demonym_at(before.parse, before.i, before.i + 1)[0])
