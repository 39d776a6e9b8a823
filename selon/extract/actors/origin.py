"""The country of a mention: what its own words say, then what it belongs to, then what the surroundings make sure."""

from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.code import belongs_above
from selon.extract.actors.facing import deals_with, faces
from selon.extract.actors.local import backed, beyond
from selon.extract.actors.persons import nationality
from selon.extract.actors.words import Noun, Trait
from selon.model.ontology import Sector
from selon.parse.tree import Token

# Persons who are, without more, of the country that an article is about.
_HOME = (Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.OPP, Sector.REB, Sector.LAB, Sector.EDU)
# Who is hurt by one side is of another.
_FOES = ((Sector.MIL,), (Sector.REB,))
# Who does not leave the country that he or she is of by a visit or meeting.
_SETTLED = ((Sector.LEG,), (Sector.OPP,), (Sector.COP,), (Sector.JUD,))
# So many words behind « qui » the verb of its clause stands at the latest.
_RELATIVE = 5
# Who may be a stranger where people meet.
_STRANGERS = ((Sector.GOV,), (Sector.CVL,))
# Officials in the plural are those of the place where they are met.
_HOSTS = ((Sector.GOV,), (Sector.MIL,))


def said(board: Board, candidate: Candidate) -> str | None:
    """The country that the mention names, or that its owner or what it belongs to has."""
    noun = candidate.noun
    if candidate.countries:
        return board.setting.one_of(candidate.countries[:1])
    if (belongs_above(candidate) and candidate.sectors[0] is not Sector.NGO) or noun is None or noun.has(Trait.FOREIGN):
        return None
    if noun.has(Trait.HOMOLOGUE):
        return None
    for clusters in (board.inner(candidate) if not candidate.whole else [], board.owners(candidate)):
        found = {cluster.country for cluster in clusters}
        if len(found) == 1:
            return found.pop()
    return None


def lent(board: Board, candidate: Candidate) -> str | None:
    """The country that the surroundings give; None where that would be a guess, or it is the one dealt with."""
    noun = candidate.noun
    if noun is None or noun.has(Trait.ABROAD) or belongs_above(candidate) or board.inner(candidate):
        return None
    found = _lent(board, candidate, noun)
    if found is None or any(_across(candidate, other) for other in board.before(candidate, 0)):
        return None
    if found == board.setting.fronted(candidate.head.sentence):
        return found
    if candidate.sectors[:1] in _FOES and _done_by(board, candidate, found):
        return None
    here = [other for other in board.candidates if other.head.sentence_i == candidate.head.sentence_i]
    strange = faces(board.setting, candidate, found) or (_rules(candidate) and deals_with(candidate, here, found))
    return None if strange else found


def _rules(candidate: Candidate) -> bool:
    return candidate.sectors[:1] == (Sector.GOV,)


def _done_by(board: Board, candidate: Candidate, country: str) -> bool:
    """Whether whoever is of the country does something to the armed (« Israël a tué trois soldats »): not its own."""
    verb = candidate.head.head
    doers = verb.all("nsubj") if verb is not None and candidate.head.has_rel("obj") else []
    others = [board.by_head[each.i] for each in doers if each.i in board.by_head]
    return any(country in each.countries or _of(board, each, country) for each in others)


def _of(board: Board, other: Candidate, country: str) -> bool:
    return any(board.clusters[number].country == country for number in other.actors)


def _lent(board: Board, candidate: Candidate, noun: Noun) -> str | None:
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
        settled = candidate.sectors[:1] == (Sector.JUD,) or (_at_home(candidate) and not noun.has(Trait.RANK))
        if noun.has(Trait.DOMESTIC):
            return setting.local(candidate.head) or setting.own or setting.only(sentence)
        ruling = candidate.sectors[:1] == (Sector.GOV,)
        return setting.own or setting.only(sentence) if settled else setting.only(sentence) if ruling else None
    if fronted is not None and fronted != setting.own:
        return fronted if _speaks(board, candidate) or not setting.visiting(sentence) else None
    home = None if noun.has(Trait.RANK) else setting.at_home(sentence)
    return setting.own or setting.only(sentence) or home


def _at_home(candidate: Candidate) -> bool:
    return bool(candidate.sectors) and candidate.sectors[0] in _HOME


def _of_government(candidate: Candidate) -> bool:
    """« les forces gouvernementales », "government troops": those of the country that the article is about."""
    phrase = candidate.phrase
    if phrase is None or candidate.sectors[:1] not in _HOSTS:
        return False
    owned = phrase.owner is not None and phrase.owner.noun is not None and phrase.owner.noun.id == "government"
    return owned or any(each.sectors == (Sector.GOV,) for each in phrase.modifiers)


def _of_nominal(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    for way in (_ousted, _beside_ruler, _announces, _of_sort, _of_scene):
        if (found := way(board, candidate, noun)) is not None:
            return found
    return None


def _ousted(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    """« La junte qui a renversé le président nigérien », « le président, qui dirige le Tchad »: rulers are of it."""
    if not (noun.has(Trait.STATE) or _at_home(candidate)):
        return None
    for verb in (*_verbs_of(candidate.head), *_behind_relative(board, candidate)):
        ruled = verb.first("obj", "obl") if board.words.is_(verb, "rules") else None
        state = board.by_head.get(ruled.i) if ruled is not None else None
        if state is not None and state.sort is Sort.STATE:
            return board.setting.one_of(state.countries[:1])
        fallen = verb.first("obj") if board.words.is_(verb, "ousts") else None
        other = board.by_head.get(fallen.i) if fallen is not None else None
        if other is not None and other.sort in (Sort.PERSON, Sort.NOMINAL):
            named = other.countries[:1]
            return board.setting.one_of(named) if named else nationality(other, None)
    return None


def _beside_ruler(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    """The state whose government or army "and" joins to it: « le gouvernement malien et les rebelles », wherever they
    meet."""
    if not _at_home(candidate) and not noun.has(Trait.DOMESTIC):
        return None
    first = candidate.head
    while first.base == "conj" and first.head is not None:
        first = first.head
    for token in first.conjuncts():
        other = board.by_head.get(token.i)
        if other is None or other is candidate or other.sort is not Sort.NOMINAL or other.sectors[:1] not in _HOSTS:
            continue
        if (country := said(board, other)) is not None:
            return country
    return None


def _announces(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    """The state whose own measure a ministry or government tells ("Sudan will recall its envoy, the ministry said")."""
    verb = candidate.head.head
    rules = noun.has(Trait.STATE) and candidate.sectors[:1] == (Sector.GOV,)
    if not rules or not _speaks(board, candidate) or verb is None:
        return None
    over = [verb.head] if verb.base == "parataxis" and verb.head is not None else []
    for clause in (*verb.all("ccomp", "parataxis"), *over):
        subject = clause.first("nsubj")
        state = board.by_head.get(subject.i) if subject is not None else None
        harms = board.words.is_(clause, "harms") or board.words.is_(clause, "assails")
        if state is not None and state.sort in (Sort.STATE, Sort.GOVERNMENT) and not harms:
            return board.setting.one_of(state.countries[:1])
    return None


def _verbs_of(head: Token) -> list[Token]:
    """The verb that a mention is the subject of, and those of its relative clauses."""
    above = [head.head] if head.head is not None and head.base == "nsubj" else []
    return [*above, *(child for child in head.children if child.rel.startswith("acl"))]


def _behind_relative(board: Board, candidate: Candidate) -> list[Token]:
    """The few words behind « qui » right after the phrase, for trees that lose the relative clause."""
    end, last = candidate.phrase.end if candidate.phrase is not None else 0, candidate.head.sentence.end
    if not 0 < end < last or not board.words.is_(board.parse.tokens[end], "relatives"):
        return []
    return list(board.parse.tokens[end + 1 : min(end + _RELATIVE, last)])


def _of_scene(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    """Who is at home where a sentence plays that names no other country: police, soldiers, rebels, inhabitants."""
    ruler = noun.person and candidate.sectors[:1] == (Sector.GOV,) and not noun.has(Trait.DOMESTIC)
    if candidate.definite is Definite.POSSESSIVE or ruler:
        return None
    body = noun.has(Trait.STATE) and candidate.definite in (Definite.DEFINITE, Definite.BARE)
    if not (body or noun.has(Trait.DOMESTIC) or noun.has(Trait.CONTEXT) or (noun.person and _at_home(candidate))):
        return None
    if candidate.sectors[:1] in _STRANGERS and board.setting.visiting(candidate.head.sentence):
        return None
    return board.setting.scene(candidate.head.sentence)


def _of_sort(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    setting, head = board.setting, candidate.head
    if noun.has(Trait.STATE) and candidate.definite is Definite.DEFINITE:
        found = (
            _same_side(board, candidate)
            or _ruler(board, candidate)
            or setting.local(head)
            or setting.own
            or setting.only(head.sentence, settled=candidate.sectors[:1] in _SETTLED)
        )
        return found or (None if noun.person else setting.at_home(head.sentence))
    if noun.person and candidate.plural and candidate.sectors[:1] in _HOSTS:
        return setting.local(head) or setting.only(head.sentence)
    if noun.person and _at_home(candidate) and candidate.definite is not Definite.POSSESSIVE:
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


def _speaks(board: Board, candidate: Candidate) -> bool:
    verb = candidate.head.head
    return verb is not None and candidate.head.base == "nsubj" and board.words.is_(verb, "speech")


def _ruler(board: Board, candidate: Candidate) -> str | None:
    """The country of the ruler who does something to a body of state (« le ministre russe a félicité l'armée »)."""
    rules = candidate.sectors[:1] == (Sector.GOV,)  # a ruler orders his army, and judges the government of others
    if candidate.person or rules or board.setting.visiting(candidate.head.sentence):
        return None
    for other in board.before(candidate, 0):
        rules = other.head.base == "nsubj" and other.sectors[:1] in _HOSTS and len(other.actors) == 1
        if rules and (country := board.clusters[other.actors[0]].country):
            return country
    return None


def _across(candidate: Candidate, other: Candidate) -> bool:
    """Whether a capital deals with office holders in the same sentence (« Pékin a félicité le président »)."""
    noun = candidate.noun
    officials = noun is not None and noun.person and noun.has(Trait.STATE)
    seat = other.sort in (Sort.GOVERNMENT, Sort.STATE) and other.head.sentence_i == candidate.head.sentence_i
    return officials and seat and other.head.base == "nsubj" and candidate.head.base != "nsubj"


def _deals(doer: Candidate, candidate: Candidate) -> bool:
    """Whether a ruler is the subject of the verb over the other: « le ministre a jugé illégitimes les autorités »."""
    verb = doer.head.head if doer.head.base == "nsubj" else None
    return verb is not None and not candidate.head.has_rel("nsubj") and verb in candidate.head.ancestors()


def _same_side(board: Board, candidate: Candidate) -> str | None:
    """The country of the last actor of the same sector, if this sentence or the one before has it."""
    for cluster in board.recent(candidate):
        if cluster.country and candidate.sectors and cluster.sectors == candidate.sectors:
            last = board.last_before(cluster, candidate)
            if last is not None and candidate.sectors[:1] == (Sector.GOV,) and _deals(last, candidate):
                continue
            near = last is not None and candidate.head.sentence_i - last.head.sentence_i <= 1
            return cluster.country if near else None
    return None
