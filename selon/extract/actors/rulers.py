"""Whose state rulers, their bodies and their foes are of, by what the text tells that they do."""

from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.persons import nationality
from selon.extract.actors.told import tells
from selon.extract.actors.words import Noun, Trait
from selon.model.ontology import Sector
from selon.parse.tree import Token

# Persons who are, without more, of the country that an article is about.
_HOME = (Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD, Sector.OPP, Sector.REB, Sector.LAB, Sector.EDU)
# Officials in the plural are those of the place where they are met.
HOSTS = ((Sector.GOV,), (Sector.MIL,))
# So many words behind « qui » the verb of its clause stands at the latest.
_RELATIVE = 5


def at_home(candidate: Candidate) -> bool:
    """Whether a person is, without more, of the country that an article is about."""
    return bool(candidate.sectors) and candidate.sectors[0] in _HOME


def ousted(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    """« La junte qui a renversé le président nigérien », « le président, qui dirige le Tchad »: rulers are of it."""
    if not (noun.has(Trait.STATE) or at_home(candidate)):
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


def announces(board: Board, candidate: Candidate, noun: Noun) -> str | None:
    """The state whose own measure a ministry or government tells ("Sudan will recall its envoy, the ministry said")."""
    verb = candidate.head.head
    rules = noun.has(Trait.STATE) and candidate.sectors[:1] == (Sector.GOV,)
    if not rules or not speaks(board, candidate) or verb is None:
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


def speaks(board: Board, candidate: Candidate) -> bool:
    """Whether the mention is the subject of a verb of saying."""
    verb = candidate.head.head
    return verb is not None and candidate.head.base == "nsubj" and board.words.is_(verb, "speech")


def ruler(board: Board, candidate: Candidate) -> str | None:
    """The country of the ruler who does something to a body of state (« le ministre russe a félicité l'armée »)."""
    rules = candidate.sectors[:1] == (Sector.GOV,)  # a ruler orders his army, and judges the government of others
    if candidate.person or rules or board.setting.visiting(candidate.head.sentence):
        return None
    for other in board.before(candidate, 0):
        rules = other.head.base == "nsubj" and other.sectors[:1] in HOSTS and len(other.actors) == 1
        if not rules or not (country := board.clusters[other.actors[0]].country):
            continue
        if not _lends_nothing(board, candidate, other, country):
            return country
    return None


def _lends_nothing(board: Board, candidate: Candidate, other: Candidate, country: str) -> bool:
    """Whether a ruler only tells a sentence that names another country ("the Kenyan minister said Oslo …")."""
    here = other.head.sentence_i == candidate.head.sentence_i
    return here and tells(other) and not board.setting.names(other.head.sentence_i) <= {country}


def across(candidate: Candidate, other: Candidate) -> bool:
    """Whether a capital deals with office holders in the same sentence (« Pékin a félicité le président »)."""
    noun = candidate.noun
    officials = noun is not None and noun.person and noun.has(Trait.STATE)
    seat = other.sort in (Sort.GOVERNMENT, Sort.STATE) and other.head.sentence_i == candidate.head.sentence_i
    return officials and seat and other.head.base == "nsubj" and candidate.head.base != "nsubj"


def same_side(board: Board, candidate: Candidate) -> str | None:
    """The country of the last actor of the same sector, if this sentence or the one before has it."""
    for cluster in board.recent(candidate):
        if cluster.country and candidate.sectors and cluster.sectors == candidate.sectors:
            last = board.last_before(cluster, candidate)
            if last is not None and candidate.sectors[:1] == (Sector.GOV,) and _deals(last, candidate):
                continue
            if last is not None and _lends_nothing(board, candidate, last, cluster.country):
                continue
            near = last is not None and candidate.head.sentence_i - last.head.sentence_i <= 1
            return cluster.country if near else None
    return None


def _deals(doer: Candidate, candidate: Candidate) -> bool:
    """Whether a ruler is the subject of the verb over the other: « le ministre a jugé illégitimes les autorités »."""
    verb = doer.head.head if doer.head.base == "nsubj" else None
    return verb is not None and not candidate.head.has_rel("nsubj") and verb in candidate.head.ancestors()
