"""Noun phrases that take up an actor told of before: « le commandant », « les rebelles », « le gouvernement »."""

from selon.extract.actors.board import Board, agree, overlap
from selon.extract.actors.candidate import TAKING_UP, Candidate, Definite, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.salience import pull
from selon.extract.actors.words import Noun, Takes, Trait
from selon.model.ontology import ActorKind, Sector

_BODIES = (ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.MEDIUM)
_STATES = (ActorKind.STATE, ActorKind.GOVERNMENT)
_GOV, _MIL = (Sector.GOV,), (Sector.MIL,)
_ARMED = frozenset({Sector.MIL, Sector.REB, Sector.COP, Sector.CRM})
# Of a long word, all but so many last letters are compared (« ambassadeur », « ambassadrice »).
_ENDING = 4
_NATION = ("people",)


def unique_key(candidate: Candidate, country: str | None) -> str | None:
    """The key of a body that each country has once (its government, army, police); None for other actors."""
    noun = candidate.noun
    if noun is None or not noun.has(Trait.UNIQUE) or country is None or candidate.former:
        return None
    if candidate.definite is Definite.INDEFINITE:
        return None
    return f"{'government' if noun.sectors == (Sector.GOV,) else noun.id}:{country}"


def told_before(board: Board, candidate: Candidate, country: str | None) -> Cluster | None:
    """The last actor of this function or sort that the noun phrase can take up again."""
    noun = candidate.noun
    if noun is None or candidate.definite not in TAKING_UP:
        return None
    if candidate.definite is Definite.POSSESSIVE and noun.person:
        return _officer_of_owner(board, candidate, noun)
    found = [each for each in board.recent_of(candidate, noun) if _takes_up(board, candidate, noun, each, country)]
    if not found and candidate.plural and noun.id in board.words.sets["one_group"]:
        found = _only_group(board, candidate, noun, country)
    women = [each for each in found if each.gender == candidate.gender == "Fem"]
    return _nearest(candidate, women or found, noun)


def _only_group(board: Board, candidate: Candidate, noun: Noun, country: str | None) -> list[Cluster]:
    """The only group of the sort told of before, by whatever word (« des guérilleros … les rebelles »)."""
    phrase = candidate.phrase
    if phrase is None or candidate.definite is Definite.POSSESSIVE or phrase.complements or phrase.modifiers:
        return []
    sort = [each for each in board.recent_of(candidate, noun) if each.plural and each.kind is candidate.kind]
    return [each for each in sort if agree(each.country, country)] if len(sort) == 1 else []


def _nearest(candidate: Candidate, found: list[Cluster], noun: Noun) -> Cluster | None:
    """Of those that fit, told of last first: a person by place and recency, of others the last."""
    if len(found) < 2 or not noun.person or candidate.plural:
        return next(iter(found), None)
    return max(found, key=lambda each: max(pull(candidate, mention) for mention in each.mentions))


def _officer_of_owner(board: Board, candidate: Candidate, noun: Noun) -> Cluster | None:
    """« Son chef », said of a body whose head the text has named."""
    owners = {cluster.number for cluster in board.owners(candidate) if not cluster.person}
    return next((each for each in board.persons_of(noun) if each.names and each.inner in owners), None)


def _takes_up(board: Board, candidate: Candidate, noun: Noun, cluster: Cluster, country: str | None) -> bool:
    if cluster.plural != candidate.plural or not agree(cluster.country, country) or _is_nation(candidate, cluster):
        return False
    if country is not None and cluster.country is None and cluster.names:
        return False
    inner = [each.number for each in board.inner(candidate)]
    if inner and cluster.inner is not None and cluster.inner not in inner:
        return False
    if not _same_function(candidate, noun, cluster) or _of_others(candidate, cluster):
        return False
    if not overlap(cluster.sectors, candidate.sectors) or not overlap(cluster.fields, candidate.domain):
        return False
    if candidate.former and Sector.ELI not in cluster.sectors:
        return False
    return not cluster.person or candidate.gender is None or cluster.gender in (None, candidate.gender)


def _is_nation(candidate: Candidate, cluster: Cluster) -> bool:
    """Whether the phrase means a nation, and not those counted before: "10 people … the Venezuelan people"."""
    phrase, told = candidate.phrase, cluster.mentions[0]
    if phrase is None or candidate.unit != _NATION or not phrase.demonyms or candidate.count:
        return False
    return told.head.first("nummod") is not None and (told.phrase is None or not told.phrase.demonyms)


def _of_others(candidate: Candidate, cluster: Cluster) -> bool:
    """Whether both say what they are of, and not the same (« un porte-parole du FUC », « celui du parquet »)."""
    mine = _said_of(candidate) if candidate.noun is None or not candidate.noun.domain else None
    if not mine:
        return False
    theirs = [words for mention in cluster.mentions if mention.noun is candidate.noun and (words := _said_of(mention))]
    return bool(theirs) and all(mine.isdisjoint(words) for words in theirs)


def _said_of(mention: Candidate) -> set[str]:
    phrase = mention.phrase
    if phrase is None:
        return set()
    tokens = phrase.parse.tokens
    inside = (token for each in phrase.complements for token in tokens[each.tokens[0] : each.tokens[1]])
    return {token.lower for token in inside if token.pos in ("NOUN", "PROPN", "X")}


def _same_function(candidate: Candidate, noun: Noun, cluster: Cluster) -> bool:
    """The same noun (or a synonym, if the entry says so), or a broader one for a person (« le général … le chef »)."""
    if any(noun.id in each.like for each in cluster.nouns) and (cluster.person or noun.has(Trait.OFFICE)):
        return True
    if candidate.domain & cluster.fields and any(each.id in noun.like for each in cluster.nouns):
        return True  # « le ministre des Affaires étrangères … le chef de la diplomatie »
    if not any(mention.noun is noun for mention in cluster.mentions) and noun not in cluster.nouns:
        return False
    if candidate.count and any(mention.count == candidate.count for mention in cluster.mentions):
        return True  # « Deux soldats … Les deux militaires »
    return noun.has(Trait.SAME) or noun.has(Trait.UNIQUE) or _same_words(candidate, cluster)


def _same_words(candidate: Candidate, cluster: Cluster) -> bool:
    """Whether a mention of the cluster has the same noun, whatever its ending."""
    return any(_stem(mention.unit) == _stem(candidate.unit) for mention in cluster.mentions if mention.unit)


def _stem(unit: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word[: max(_ENDING, len(word) - _ENDING)] for word in unit)


def like_owner(board: Board, candidate: Candidate) -> None:
    """« son homologue »: gives the candidate the function of the one it belongs to."""
    persons = [cluster for cluster in board.owners(candidate) if cluster.person] or board.inner(candidate)
    if persons:
        candidate.sectors = persons[0].sectors
        functions = (noun for noun in persons[0].nouns if not noun.has(Trait.HOMOLOGUE))
        candidate.noun = next(functions, candidate.noun)
        if candidate.countries:  # « son homologue turc » may have been named before
            candidate.definite = Definite.DEFINITE


def met(board: Board, candidate: Candidate) -> tuple[str, ...]:
    """The country of « son homologue » where the text does not say it by an adjective: the only other one that the
    sentence names, or the one before (« en visite à Téhéran, où il s'entretiendra avec son homologue »)."""
    own = {cluster.country for cluster in board.owners(candidate)}
    for place in (candidate.head.sentence_i, candidate.head.sentence_i - 1):
        others = {told.country for told in board.setting.told(place)} - own
        if others:
            return tuple(others) if len(others) == 1 and not any("|" in each for each in others) else ()
    return ()


def neighbour(board: Board, candidate: Candidate) -> str | None:
    """The state that « son voisin », "its neighbour" means: the only other one that the sentences around name."""
    noun = candidate.noun
    if noun is None or noun.id != "other_side" or candidate.plural or candidate.definite is not Definite.POSSESSIVE:
        return None
    owners = board.owners(candidate)
    if not owners or not all(_for_state(cluster) for cluster in owners):
        return None
    if not board.words.is_(candidate.head, "neighbour"):
        return None
    own = {cluster.country for cluster in owners}
    for reach in (0, 1, 2):
        near = range(candidate.head.sentence_i - reach, candidate.head.sentence_i + 1)
        others = {country for place in near for country in board.setting.names(place)} - own
        if others:
            return others.pop() if len(others) == 1 and not any("|" in each for each in others) else None
    return None


def _for_state(cluster: Cluster) -> bool:
    """Whether it is a state, or acts for one."""
    return cluster.country is not None and (cluster.kind in _STATES or cluster.sectors[:1] in (_GOV, _MIL))


def take_whole(board: Board, candidate: Candidate) -> bool:
    """« les membres du parti »: puts a noun that stands for what it belongs to there; whether that settles it."""
    wholes = board.inner(candidate) if candidate.whole else []
    for cluster in wholes:
        cluster.take(candidate, None)
    return bool(wholes)


def lend_sectors(board: Board, candidate: Candidate) -> None:
    """Gives the candidate the sectors of those whose it is, where its own words leave them open."""
    if candidate.plural and candidate.sectors == (Sector.CVL,):
        _like_commander(board, candidate)
    if candidate.sectors == (Sector.MIL,) and candidate.owner is not None:
        _of_rebels(board, candidate)
    if candidate.owner is not None or candidate.inner is not None:
        _like_speaker(board, candidate)


def _like_commander(board: Board, candidate: Candidate) -> None:
    """« ses hommes », « les hommes du général X »: gives them the sector of their leader, if he or she bears arms."""
    phrase = candidate.phrase
    men = phrase is not None and board.words.is_(board.parse.tokens[phrase.unit.start], "both_of")
    leaders = [each for each in board.inner(candidate) if each.person] if men else []
    for owner in (*board.owners(candidate), *leaders):
        if _ARMED.intersection(owner.sectors):
            candidate.sectors = owner.sectors


def _of_rebels(board: Board, candidate: Candidate) -> None:
    """« ses lieutenants », said of a chief of rebels or gangs: they are what he is."""
    owners = [cluster.sectors for cluster in board.owners(candidate)]
    if owners and all(sectors[:1] in ((Sector.REB,), (Sector.CRM,)) for sectors in owners):
        candidate.sectors = owners[0]


def _like_speaker(board: Board, candidate: Candidate) -> None:
    """« son porte-parole »: gives the candidate the sectors of the one it belongs to."""
    again = candidate.inner is not None and candidate.inner.sort is Sort.AGAIN
    owners, noun = board.inner(candidate) if again else board.owners(candidate), candidate.noun
    if noun is None or noun.takes is not Takes.SECTOR or len(owners) != 1:
        return
    if owners[0].sectors and (not noun.sectors or owners[0].kind in _BODIES or owners[0].sectors == (Sector.REB,)):
        candidate.sectors = owners[0].sectors
