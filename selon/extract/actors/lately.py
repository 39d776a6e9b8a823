"""« le pays », « les deux hommes », « les trois pays »: the last one, two or three of a kind."""

from collections.abc import Callable

from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.words import Noun, keys
from selon.lexicon.colonies import ruler_of
from selon.model.ontology import ActorKind, Sector
from selon.parse.tree import Token

_STATES = (ActorKind.STATE, ActorKind.GOVERNMENT)
_SIDES = (*_STATES, ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION)
_BODIES = (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION)
_POINTING = (Definite.DEFINITE, Definite.DEMONSTRATIVE)
_REACH = 6


def last_state(board: Board, candidate: Candidate) -> str | None:
    """The country that « le pays », « ce pays », « l'émirat » means: the last told of that the word fits.

    One that acts in the same clause comes after the others (« l'Iran à jouer un rôle dans le pays »: not Iran).
    """
    found: dict[str, None] = {}
    persons: dict[str, None] = {}
    acting: dict[str, None] = {}
    passing: dict[str, None] = {}
    verb = next((each for each in candidate.head.ancestors() if each.pos in ("VERB", "AUX")), None)
    for other in board.before(candidate, _REACH):
        for number in other.actors:
            cluster = board.clusters[number]
            if cluster.country is None:
                continue
            acts = verb is not None and cluster.kind in _STATES and _acts_in(other.head, verb)
            acts = acts or _posted_there(board, other, candidate)
            aside = other.sort is Sort.ADJECTIVE or _in_brackets(other)
            near = persons if cluster.person and other.head.sentence_i < candidate.head.sentence_i else found
            (acting if acts else passing if aside else near).setdefault(cluster.country)
    told = dict.fromkeys((*found, *persons))
    ordered = [*(country for country in told if country not in acting), *acting, *passing]
    return next((country for country in ordered if _fits(board, candidate, country)), None)


def last_ruler(board: Board, candidate: Candidate) -> str | None:
    """The power that once ruled the last state told of (« l'ancienne puissance coloniale »); None for no such state."""
    for other in board.before(candidate, _REACH):
        for number in other.actors:
            country = board.clusters[number].country
            if country is not None and (ruler := ruler_of(country)) is not None:
                return ruler
    return None


def _acts_in(head: Token, verb: Token) -> bool:
    """Whether a mention is the subject or controlling object of the clause with this verb."""
    if head.head is verb and head.base == "nsubj":
        return True
    governor = verb.head
    return (
        verb.base in ("xcomp", "advcl")
        and governor is not None
        and head.head is governor
        and head.base in ("obj", "iobj")
    )


def _posted_there(board: Board, other: Candidate, candidate: Candidate) -> bool:
    """Whether others are said to be in the country: "South African troops deployed in the country"."""
    verb = candidate.head.head
    return verb is not None and verb.head is other.head and verb.base == "acl" and board.words.is_(verb, "posted")


def _in_brackets(other: Candidate) -> bool:
    """Whether a state only says where a place is (« Libreville (Gabon) »)."""
    before = other.phrase.preceding if other.phrase is not None else None
    return before is not None and before.text == "("


def _fits(board: Board, candidate: Candidate, country: str) -> bool:
    """Whether the word and its adjectives can mean the state: « l'émirat » Qatar, « le pays arabe » Syria."""
    phrase = candidate.phrase
    if phrase is None:
        return True
    states = board.words.reference.states_of
    tokens = [*board.parse.tokens[phrase.unit.start : phrase.unit.end], *phrase.adjectives, *phrase.before]
    limits = [states[key] for token in tokens for key in keys(token) if key in states]
    return all(country in limit for limit in limits)


def last_few(board: Board, candidate: Candidate) -> list[Cluster] | None:
    """Those that « les deux X », « les trois X » means, in the order of their clusters; None if it takes nothing up.

    An empty list: it means two sides, but the text leaves open which.
    """
    if candidate.count is None or candidate.definite not in _POINTING:
        return None
    noun = candidate.noun
    if candidate.sort is Sort.COUNTRY_WORD:
        found = _last(board, candidate, lambda cluster: cluster.kind in _STATES, one_each=True)
    elif len(states := _neighbours(board, candidate)) == candidate.count:
        found = states
    elif noun is not None and noun.person:
        any_person = candidate.phrase is not None and board.words.is_(
            board.parse.tokens[candidate.phrase.unit.start], "both_of"
        )
        found = _persons(board, candidate, noun, any_person=any_person)
    else:
        found = _last(board, candidate, _is_side, one_each=True)
        if len({_sentence(board, cluster, candidate) for cluster in found}) != 1:
            return []
    return sorted(found, key=lambda cluster: cluster.number) if len(found) == candidate.count else None


def _persons(board: Board, candidate: Candidate, noun: Noun, *, any_person: bool) -> list[Cluster]:
    """The last persons of the function, of the gender if the word tells it (« les deux hommes »); else any two."""
    meant = {each.number for each in board.persons_of(noun)}
    first = board.parse.tokens[candidate.phrase.unit.start] if candidate.phrase is not None else candidate.head
    told = "Masc" if board.words.is_(first, "masculine") else "Fem" if first.is_("Gender", "Fem") else None

    def fits(cluster: Cluster) -> bool:
        own = cluster.gender in (None, told or cluster.gender)
        return own and cluster.person and cluster not in beside

    beside = _subjects(board, candidate)
    found = _last(board, candidate, lambda each: fits(each) and each.number in meant)
    return found if len(found) == candidate.count or not any_person else _last(board, candidate, fits)


def _subjects(board: Board, candidate: Candidate) -> list[Cluster]:
    """Who does something to those meant (« le médiateur rapprochera les deux hommes »): none of them."""
    verb = candidate.head.head
    subject = verb.first("nsubj") if verb is not None and candidate.head.base != "nsubj" else None
    doer = board.by_head.get(subject.i) if subject is not None else None
    return [board.clusters[number] for number in doer.actors] if doer is not None else []


def last_bodies(board: Board, candidate: Candidate) -> list[Cluster]:
    """The last groups or bodies told of by name, as many as « les deux groupes » counts; [] where there are fewer."""
    found = _last(board, candidate, lambda cluster: cluster.kind in _BODIES)
    return sorted(found, key=lambda cluster: cluster.number) if len(found) == candidate.count else []


def _neighbours(board: Board, candidate: Candidate) -> list[Cluster]:
    """The last states told of, for a word of what states are to each other (« les deux voisins », "the two rivals")."""
    phrase = candidate.phrase
    if phrase is None or not board.words.is_(board.parse.tokens[phrase.unit.start], "neighbour"):
        return []
    return _last(board, candidate, lambda cluster: cluster.kind in _STATES, one_each=True)


def _is_side(cluster: Cluster) -> bool:
    return cluster.kind in _SIDES and not {Sector.IGO, Sector.NGO, Sector.MED}.intersection(cluster.sectors)


def _sentence(board: Board, cluster: Cluster, candidate: Candidate) -> int:
    last = board.last_before(cluster, candidate)
    return last.head.sentence_i if last is not None else -1


def _last(
    board: Board, candidate: Candidate, fits: Callable[[Cluster], bool], *, one_each: bool = False
) -> list[Cluster]:
    """The last clusters that fit, as many as the candidate counts; `one_each`: not two of one country."""
    found: list[Cluster] = []
    for other in board.before(candidate, _REACH - 1):
        for number in other.actors:
            cluster = board.clusters[number]
            twice = one_each and cluster.country is not None and any(each.country == cluster.country for each in found)
            if len(found) < (candidate.count or 0) and cluster not in found and fits(cluster) and not twice:
                found.append(cluster)
    return found


def take_few(board: Board, candidate: Candidate) -> bool:
    """« les deux pays »: puts the candidate to those told of last; whether that settles it."""
    found = last_few(board, candidate)
    if not found and candidate.noun is not None and Sector.MIL in candidate.sectors:
        return False  # « les deux marines »: which ones is left open, but not what they are
    for cluster in found or ():
        cluster.join(candidate)
    return found is not None
