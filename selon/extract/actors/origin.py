"""The country of a mention: what its own words say, then what it belongs to, then what the surroundings make sure."""

from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.facing import deals_with, faces
from selon.extract.actors.local import backed, beyond
from selon.extract.actors.rulers import HOSTS, across, announces, at_home, ousted, ruler, same_side, speaks
from selon.extract.actors.sectors import belongs_above
from selon.extract.actors.words import Noun, Trait
from selon.lexicon.namesakes import likelier
from selon.model.ontology import Sector

# Who is hurt by one side is of another.
_FOES = ((Sector.MIL,), (Sector.REB,))
# Who does not leave the country that he or she is of by a visit or meeting.
_SETTLED = ((Sector.LEG,), (Sector.OPP,), (Sector.COP,), (Sector.JUD,))
# Who expels envoys, and arrests or tries strangers.
_HOLDING = ((Sector.GOV,), (Sector.COP,), (Sector.JUD,))
# Who may be a stranger where people meet.
_STRANGERS = ((Sector.GOV,), (Sector.CVL,))


def said(board: Board, candidate: Candidate) -> str | None:
    """The country that the mention names, or that its owner or what it belongs to has."""
    noun = candidate.noun
    if candidate.countries:
        return board.setting.one_of(candidate.countries[:1]) or _likelier(candidate)
    if (belongs_above(candidate) and candidate.sectors[0] is not Sector.NGO) or noun is None or noun.has(Trait.FOREIGN):
        return None
    if noun.has(Trait.HOMOLOGUE):
        return None
    for clusters in (board.inner(candidate) if not candidate.whole else [], board.owners(candidate)):
        found = {cluster.country for cluster in clusters}
        if len(found) == 1:
            return found.pop()
    return None


def _likelier(candidate: Candidate) -> str | None:
    """« l'armée congolaise »: the state that an adjective of several means where nothing else speaks."""
    if candidate.phrase is None or not candidate.phrase.demonyms or candidate.noun is None:
        return None
    return likelier(candidate.countries[0].split("|"))


def lent(board: Board, candidate: Candidate) -> str | None:
    """The country that the surroundings give; None where that would be a guess, or it is the one dealt with."""
    noun = candidate.noun
    if noun is None or noun.has(Trait.ABROAD) or belongs_above(candidate) or board.inner(candidate):
        return None
    found = _lent(board, candidate, noun)
    if found is None or any(across(candidate, other) for other in board.before(candidate, 0)):
        return None
    if found == board.setting.fronted(candidate.head.sentence):
        return found
    if candidate.sectors[:1] in _FOES and _done_by(board, candidate, found):
        return None
    here = [other for other in board.candidates if other.head.sentence_i == candidate.head.sentence_i]
    strange = faces(board.setting, candidate, found) or (_rules(candidate) and deals_with(candidate, here, found))
    return None if strange else found


def _rules(candidate: Candidate) -> bool:
    return candidate.sectors[:1] in _HOLDING


def _done_by(board: Board, candidate: Candidate, country: str) -> bool:
    """Whether whoever is of the country does something to the armed (« Israël a tué trois soldats »): not its own."""
    verb = candidate.head.head
    doers = verb.all("nsubj") if verb is not None and candidate.head.has_rel("obj") else []
    others = [board.by_head[each.i] for each in doers if each.i in board.by_head]
    return any(country in each.countries or _of(board, each, country) for each in others)


def _of(board: Board, other: Candidate, country: str) -> bool:
    return any(board.clusters[number].country == country for number in other.actors)


def _chamber(board: Board, candidate: Candidate) -> str | None:
    """Of several states whose parliament is called so (« le Congrès », "the Senate") the one that the text names, or
    the one of which news speaks by the bare word."""
    phrase = candidate.phrase
    if phrase is None or candidate.sectors[:1] != (Sector.LEG,) or phrase.adjectives or phrase.complements:
        return None
    tokens = board.parse.tokens[phrase.unit.start : phrase.unit.end]
    states = board.words.reference.states_of
    called = next((states[each.lower] for each in tokens if each.text[0].isupper() and each.lower in states), ())
    named = [each for each in called if each in board.setting.named]
    return (named[0] if len(named) == 1 else None if named else called[0]) if called else None


def _lent(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    if (state := _chamber(board, candidate)) is not None:
        return state
    heads = noun.has(Trait.OFFICE) and candidate.plural and candidate.sectors[:1] != (Sector.MIL,)
    if heads or beyond(candidate) or backed(candidate):
        return None
    fronted = board.setting.fronted(candidate.head.sentence)
    if candidate.name or candidate.called:
        return _of_named(board, candidate, noun, fronted)
    if fronted is not None and (candidate.plural or not noun.has(Trait.OFFICE)):
        return fronted
    return _of_nominal(board, candidate, noun)


def _of_named(board: Board, candidate: Candidate, noun: Noun, fronted: str | None) -> str | None:
    """A ruler named without country is the article's own, or of the capital where he or she speaks."""
    setting, sentence = board.setting, candidate.head.sentence
    if not noun.has(Trait.STATE):
        settled = candidate.sectors[:1] == (Sector.JUD,) or (at_home(candidate) and not noun.has(Trait.RANK))
        if noun.has(Trait.DOMESTIC):
            return setting.local(candidate.head) or setting.own or setting.only(sentence)
        ruling = candidate.sectors[:1] == (Sector.GOV,)
        return setting.own or setting.only(sentence) if settled else setting.only(sentence) if ruling else None
    if fronted is not None and fronted != setting.own:
        return fronted if speaks(board, candidate) or not setting.visiting(sentence) else None
    home = None if noun.has(Trait.RANK) else setting.at_home(sentence)
    return setting.own or setting.only(sentence) or home


def _of_government(candidate: Candidate) -> bool:
    """« les forces gouvernementales », "government troops": those of the country that the article is about."""
    phrase = candidate.phrase
    if phrase is None or candidate.sectors[:1] not in HOSTS:
        return False
    owned = phrase.owner is not None and phrase.owner.noun is not None and phrase.owner.noun.id == "government"
    return owned or any(each.sectors == (Sector.GOV,) for each in phrase.modifiers)


def _of_nominal(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    for way in (ousted, _beside_ruler, announces, _of_sort, _of_scene):
        if (found := way(board, candidate, noun)) is not None:
            return found
    return None


def _beside_ruler(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    """The state whose government or army "and" joins to it: « le gouvernement malien et les rebelles », wherever they
    meet."""
    if not at_home(candidate) and not noun.has(Trait.DOMESTIC):
        return None
    first = candidate.head
    while first.base == "conj" and first.head is not None:
        first = first.head
    for token in first.conjuncts():
        other = board.by_head.get(token.i)
        if other is None or other is candidate or other.sort is not Sort.NOMINAL or other.sectors[:1] not in HOSTS:
            continue
        if (country := said(board, other)) is not None:
            return country
    return None


def _of_scene(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    """Who is at home where a sentence plays that names no other country: police, soldiers, rebels, inhabitants."""
    ruler = noun.person and candidate.sectors[:1] == (Sector.GOV,) and not noun.has(Trait.DOMESTIC)
    if candidate.definite is Definite.POSSESSIVE or ruler:
        return None
    body = noun.has(Trait.STATE) and candidate.definite in (Definite.DEFINITE, Definite.BARE)
    if not (body or noun.has(Trait.DOMESTIC) or noun.has(Trait.CONTEXT) or (noun.person and at_home(candidate))):
        return None
    if candidate.sectors[:1] in _STRANGERS and board.setting.visiting(candidate.head.sentence):
        return None
    return board.setting.scene(candidate.head.sentence)


def _of_sort(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    setting, head = board.setting, candidate.head
    if noun.has(Trait.STATE) and candidate.definite is Definite.DEFINITE:
        found = (
            same_side(board, candidate)
            or ruler(board, candidate)
            or setting.local(head)
            or setting.own
            or setting.only(head.sentence, settled=candidate.sectors[:1] in _SETTLED)
        )
        return found or (None if noun.person else setting.at_home(head.sentence))
    if noun.person and candidate.plural and candidate.sectors[:1] in HOSTS:
        return setting.local(head) or setting.only(head.sentence)
    if noun.person and at_home(candidate) and candidate.definite is not Definite.POSSESSIVE:
        return setting.local(head) or setting.own or setting.only(head.sentence)
    if noun.has(Trait.DOMESTIC):
        return setting.only(head.sentence) or setting.own
    if _of_government(candidate):
        return setting.local(head) or setting.own
    if noun.has(Trait.CONTEXT):
        return (None if setting.visiting(head.sentence) else setting.local(head)) or setting.own
    if noun.person and candidate.sectors[:1] == (Sector.GOV,) and candidate.definite is not Definite.POSSESSIVE:
        return setting.only(head.sentence)
    return None
