"""« l'ONG », « la Commission », "the company": a body told of by name, taken up by a noun of its sort."""

from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.words import Noun, keys
from selon.model.ontology import ActorKind, Sector

_REACH = 5
_BUSINESS = frozenset({Sector.BUS, Sector.MNC})
_PUBLIC = frozenset({Sector.IGO, Sector.GOV, Sector.LEG, Sector.JUD, Sector.MIL, Sector.COP})
_FREE = frozenset({Sector.PTY, Sector.REB, Sector.OPP, Sector.CRM, Sector.BUS, Sector.LAB})
_BODIES = (ActorKind.ORGANISATION, ActorKind.ARMED_GROUP)


def told_body(board: Board, candidate: Candidate) -> Cluster | None:
    """The body named last that the noun phrase can take up; None for an indefinite phrase, or one of another body."""
    noun, phrase = candidate.noun, candidate.phrase
    if noun is None or phrase is None or candidate.definite not in (Definite.DEFINITE, Definite.DEMONSTRATIVE):
        return None
    if board.inner(candidate) or candidate.former or candidate.name_span is not None:
        return None
    if (phrase.modifiers and not phrase.demonyms) or phrase.owners:
        return None
    if any(token.pos in ("NOUN", "PROPN") for token in phrase.before):
        return None
    for cluster in board.recent(candidate):
        last = board.last_before(cluster, candidate)
        if last is None or candidate.head.sentence_i - last.head.sentence_i > _REACH:
            return None
        if _named_body(cluster) and _is_a(board, candidate, noun, cluster):
            return cluster
    return None


def _named_body(cluster: Cluster) -> bool:
    return any(mention.sort is Sort.BODY for mention in cluster.mentions)


def _is_a(board: Board, candidate: Candidate, noun: Noun, cluster: Cluster) -> bool:
    """Whether the body is one of the noun's sort, or has the noun in its name (« la Commission », « le Front »)."""
    if candidate.countries and cluster.country != board.setting.one_of(candidate.countries):
        return False
    armed = Sector.REB in cluster.sectors or cluster.kind is ActorKind.ARMED_GROUP
    if candidate.plural and not cluster.plural:
        return noun.person and noun.sectors == (Sector.REB,) and armed and not candidate.countries
    if noun.person:
        return False
    if ActorKind.MEDIUM in (noun.kind, cluster.kind):
        phrase = candidate.phrase
        return noun.kind is cluster.kind and phrase is not None and not (phrase.modifiers or phrase.adjectives)
    if _in_name(board, candidate, cluster):
        return True
    if noun.kind is ActorKind.ARMED_GROUP:
        return armed
    if noun.sectors:
        mine, theirs = set(noun.sectors), set(cluster.sectors)
        return bool(mine & theirs) or bool(mine & _BUSINESS and theirs & _BUSINESS)
    generic = any(board.words.is_(token, "generic") for token in candidate.tokens)
    partisan = any(board.words.is_(token, "partisan") for token in candidate.tokens)
    if any(board.words.is_(token, "appointed") for token in candidate.tokens) and _FREE.intersection(cluster.sectors):
        return False
    public = not _PUBLIC.isdisjoint(cluster.sectors)
    return generic and cluster.kind in _BODIES and not (partisan and public)


def _in_name(board: Board, candidate: Candidate, cluster: Cluster) -> bool:
    wanted = set(keys(candidate.head))
    for mention in cluster.mentions:
        if mention.sort is Sort.BODY and mention.name_span is not None:
            inside = board.parse.tokens_in(mention.name_span)
            if len(inside) > 1 and any(wanted.intersection(keys(token)) for token in inside):
                return True
    return False
