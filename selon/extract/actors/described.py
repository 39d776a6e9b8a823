"""« le dirigeant socialiste », "the former mayor", « l'économiste »: a person named before, by what he or she is.

A text says « le président » of who holds the office; with other words for a person it rather tells something new of
the one whom it has just named. In: a noun phrase that no actor of this function fits. Out: that person, None on doubt.
"""

from selon.extract.actors.board import Board, agree
from selon.extract.actors.candidate import Candidate, Definite
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.salience import pull
from selon.extract.actors.words import Trait, lexicon
from selon.lexicon.given import GENDERS
from selon.lexicon.persons import known_person
from selon.model.ontology import ActorKind, Sector

# A person is described anew in one of so many sentences behind the name.
_REACH = 3
# The best must weigh so many times what the next one does: a subject against an object.
_MARGIN = 1.15
# … and at least this share of what the nearest person does, whoever fits; of whom nothing is known, a larger one.
_SHARE = 0.3
_SHARE_OF_UNKNOWN = 0.6
# « ce responsable » is rather somebody told of without a name.
_ANONYMOUS = ("official", "other_side")
_LEADERS = ("leader", "chief")
_POLITICS = frozenset({Sector.GOV, Sector.LEG, Sector.PTY, Sector.OPP, Sector.ELI})
_TRADES = frozenset({Sector.BUS, Sector.EDU, Sector.LAB, Sector.MED, Sector.REL, Sector.HLH, Sector.AGR, Sector.JUD})


def described(board: Board, candidate: Candidate, country: str | None) -> Cluster | None:
    """The person named before that the phrase means; None where it names another, or where two could be meant."""
    if not _describes(board, candidate):
        return None
    near = _weights(board, candidate)
    fitting = [each for each in near if _may_be(board, candidate, each[1], country)]
    if not fitting or (len(fitting) > 1 and fitting[0][0] < _MARGIN * fitting[1][0]):
        return None
    best = fitting[0][1]
    if _crowded(board, candidate, best):
        return None
    return best if fitting[0][0] >= (_SHARE if best.sectors else _SHARE_OF_UNKNOWN) * near[0][0] else None


def _crowded(board: Board, candidate: Candidate, best: Cluster) -> bool:
    """Whether the sentence has named others before the phrase, of whom one may be meant rather than the best."""
    here = {number for each in board.before(candidate, 0) for number in each.actors}
    others = [board.clusters[number] for number in here if number != best.number]
    return best.number not in here and sum(each.person and bool(each.names) for each in others) > 1


def retell(candidate: Candidate, cluster: Cluster) -> None:
    """Adds the phrase to the person; what it says counts where nothing was known of him or her."""
    if cluster.sectors or candidate.former:
        cluster.join(candidate)
    else:
        cluster.take(candidate, cluster.country)


def _describes(board: Board, candidate: Candidate) -> bool:
    """Whether the phrase can be a further word for somebody named: definite, one person, without a name."""
    noun = candidate.noun
    if candidate.plural or candidate.name or candidate.called or (noun is not None and not noun.person):
        return False
    if candidate.definite not in (Definite.DEFINITE, Definite.DEMONSTRATIVE):
        return False
    if noun is None:  # « l'Espagnol », "the Brazilian"
        return candidate.kind is ActorKind.PERSON and bool(candidate.countries)
    if candidate.definite is Definite.DEMONSTRATIVE:
        return noun.id not in _ANONYMOUS
    return candidate.former or noun.id in board.words.sets["describes"] or noun.has(Trait.OFFICE)


def _weights(board: Board, candidate: Candidate) -> list[tuple[float, Cluster]]:
    """The named persons near the phrase, the nearest first; without those beside it in its own clause."""
    best: dict[int, float] = {}
    for mention in board.before(candidate, _REACH):
        if mention.head.sentence_i == candidate.head.sentence_i:
            continue
        weight = pull(candidate, mention)
        for number in mention.actors:
            best[number] = max(best.get(number, 0.0), weight)
    found = [(weight, board.clusters[number]) for number, weight in best.items() if weight > 0.0]
    persons = [each for each in found if each[1].person and each[1].names and not _beside(candidate, each[1])]
    return sorted(persons, key=lambda each: -each[0])


def _beside(candidate: Candidate, cluster: Cluster) -> bool:
    """Whether a mention of the person does something to the one meant in the same clause."""
    here = (each for each in cluster.mentions if each.head.sentence_i == candidate.head.sentence_i)
    return any(each.head.i < candidate.head.i and not pull(candidate, each) for each in here)


def _may_be(board: Board, candidate: Candidate, cluster: Cluster, country: str | None) -> bool:
    if not agree(cluster.country, country) or cluster.gender == _not_meant(candidate):
        return False
    if candidate.gender is not None and cluster.gender not in (None, candidate.gender):
        return False
    noun = candidate.noun
    if noun is None:
        return country is not None
    if candidate.former:
        return not any(each is noun for each in cluster.nouns) or Sector.ELI in cluster.sectors
    pointing = candidate.definite is Definite.DEMONSTRATIVE
    if noun is not None and noun.id not in board.words.sets["describes"] and not pointing:
        return _may_hold(candidate, cluster, country)
    return _fits(board, candidate, cluster) and not _of_other_rank(candidate, cluster)


def _may_hold(candidate: Candidate, cluster: Cluster, country: str | None) -> bool:
    """Whether a statesperson of whom the text says no office can hold this one (« François Hollande … le chef de
    l'État »)."""
    noun = candidate.noun
    if noun is None or not noun.has(Trait.STATE) or noun.has(Trait.ABROAD) or candidate.inner is not None:
        return False
    if any(each.has(Trait.OFFICE) for each in cluster.nouns) or cluster.sectors:
        return False
    home = next((known for name in cluster.names if (known := known_person(name)) is not None), None)
    return home is not None and agree(home, country)


def _not_meant(candidate: Candidate) -> str:
    """The gender of whom the phrase does something to ("The ruler telephoned her"): it is not of that; "" for none."""
    verb = candidate.head.head
    if verb is None or not candidate.head.has_rel("nsubj"):
        return ""
    others = (child for child in verb.children if child.base in ("obj", "iobj") and child.pos == "PRON")
    words = lexicon(candidate.head.parse.lang).reference.pronouns
    told = (words.get(each.lower, "Any").split()[0] for each in others)
    return next((each for each in told if each in GENDERS), "")


def _fits(board: Board, candidate: Candidate, cluster: Cluster) -> bool:
    """Whether the sectors of the phrase do not speak against the person; any body can have a leader."""
    leads = candidate.noun is not None and candidate.noun.id in _LEADERS
    mine, theirs = set(candidate.sectors) - ({Sector.CVL, Sector.GOV} if leads else {Sector.CVL}), set(cluster.sectors)
    if not mine or not theirs or mine & theirs:
        return True
    if Sector.OPP in mine and Sector.GOV in theirs and Sector.ELI not in theirs:
        return False
    if candidate.noun is not None and candidate.noun.has(Trait.RANK) and Sector.MIL in mine:
        return bool(theirs & _POLITICS)  # generals are ministers, too
    return _of_trade(candidate) or bool(mine & _POLITICS and theirs & _POLITICS)


def _of_other_rank(candidate: Candidate, cluster: Cluster) -> bool:
    """Whether the person was told of by another rank (« le capitaine … le lieutenant »)."""
    if candidate.noun is None or not candidate.noun.has(Trait.RANK):
        return False
    told = [mention.head.lower for mention in cluster.mentions if mention.noun is candidate.noun]
    return bool(told) and candidate.head.lower not in told


def _of_trade(candidate: Candidate) -> bool:
    """Whether the phrase only tells a profession, which anybody may have."""
    return bool(candidate.sectors) and _TRADES.issuperset(candidate.sectors)
