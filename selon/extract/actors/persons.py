"""Persons: by name, by the function that the text gave before the name, and whether a name is a person's at all."""

from collections.abc import Sequence

from selon.extract.actors.board import Board, agree, overlap
from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.naming import same_name
from selon.extract.actors.runs import label_of
from selon.extract.actors.sectors import is_above
from selon.extract.actors.words import Noun, Trait
from selon.lexicon.persons import known_person
from selon.model.ontology import ActorKind, MentionForm


def by_name(board: Board, name: tuple[str, ...], country: str | None) -> Cluster | None:
    """The person with this name or a fuller or shorter form of it."""
    for cluster in reversed(board.named(name)):
        named = cluster.person and any(same_name(name, known) for known in cluster.names)
        if named and (agree(cluster.country, country) or len(name) > 1):
            return cluster
    return None


def by_title(board: Board, candidate: Candidate, country: str | None) -> Cluster | None:
    """The person whom the text called by a function before it names him (« Le commandant … le général Qaani »).

    Only where no other can be meant: one such person without a name, and the same country or nobody else of the kind.
    """
    noun = candidate.noun
    if noun is None:
        return None
    others = board.persons_of(noun)
    waiting = [cluster for cluster in others if _waits(cluster, candidate, noun, country)]
    if len(waiting) != 1:
        return None
    sure = (country is not None and country == waiting[0].country) or len(others) == 1
    return waiting[0] if sure else None


def _waits(cluster: Cluster, candidate: Candidate, noun: Noun, country: str | None) -> bool:
    """Whether the person has no name yet, and function, country, sector and field do not speak against this name."""
    if cluster.names:
        return False
    same = noun.has(Trait.RANK) or any(each.id == noun.id or each.has(Trait.RANK) for each in cluster.nouns)
    if not same or cluster.plural or cluster.mentions[0].definite is Definite.INDEFINITE:
        return False
    if is_above(cluster.sectors) != is_above(candidate.sectors):
        return False
    agreed = agree(cluster.country, country) and overlap(cluster.sectors, candidate.sectors)
    return agreed and overlap(cluster.fields, candidate.domain)


def by_last_name(candidates: Sequence[Candidate]) -> None:
    """Makes persons of known bodies whose only word is the last name of a person in the text (« M. Delfi »)."""
    last = {each.name[-1] for each in candidates if each.sort is Sort.PERSON and len(each.name) > 1}
    for each in candidates:
        word = each.head.lower
        alone = each.sort is Sort.BODY and each.noun is None and len(each.tokens) == 1
        if alone and word in last and not each.head.text.isupper():
            each.sort, each.kind, each.form = Sort.PERSON, ActorKind.PERSON, MentionForm.NAME
            each.name, each.countries, each.sectors, each.bodies = (word,), (), (), ()


def nationality(candidate: Candidate, cluster: Cluster | None) -> str | None:
    """The country of a well-known person by the fullest name that the text has; None for anybody else."""
    names = [candidate.name or candidate.called, *(cluster.names if cluster is not None else ())]
    fullest = max(names, key=len)
    return known_person(fullest) if fullest else None


def holder(board: Board, candidate: Candidate) -> Cluster | None:
    """« l'ancien président », « le président déchu »: the only holder of the office that the text names."""
    noun = candidate.noun
    if (
        noun is None
        or not candidate.former
        or candidate.countries
        or candidate.plural
        or candidate.definite is not Definite.DEFINITE
    ):
        return None
    same = [
        cluster
        for cluster in board.called((noun.id,))
        if cluster.person and any(each.id == noun.id for each in cluster.nouns)
    ]
    found = [cluster for cluster in same if not is_above(cluster.sectors)]
    if len(found) != 1 or not found[0].names or candidate.gender not in (None, found[0].gender or candidate.gender):
        return None
    return found[0] if found[0].mentions[-1].head.sentence_i != candidate.head.sentence_i else None


def is_person(board: Board, candidate: Candidate) -> bool:
    """Whether an unknown name is a person's: by title or honorific, a fuller name, what it does, then by its entity."""
    if candidate.noun is not None or candidate.countries or _honoured(board, candidate):
        return True
    if _beside_places(board, candidate):
        return False
    others = board.full_names(candidate.name)
    fuller = any(same_name(candidate.name, other.name) for other in others if other is not candidate)
    if fuller or known_person(candidate.name) is not None or _speaks(board, candidate):
        return True
    label = label_of(board.parse, board.parse.tokens_in(candidate.name_span or candidate.span)[-1].i)
    return label != "LOC" if len(candidate.name) > 1 else label == "PER"


def _speaks(board: Board, candidate: Candidate) -> bool:
    verb = candidate.head.head
    return candidate.head.base == "nsubj" and verb is not None and board.words.is_(verb, "speech")


def _beside_places(board: Board, candidate: Candidate) -> bool:
    """Whether a single word is told in a row with places (« les régions de Kalouga et Toula »)."""
    tokens, i = board.parse.tokens, candidate.head.i - 1
    if len(candidate.name) > 1 or i <= candidate.head.sentence.start or tokens[i].lower not in (",", "et", "and"):
        return False
    while i > candidate.head.sentence.start and (tokens[i].pos in ("PUNCT", "CCONJ", "NUM")):
        i -= 1
    other = board.by_head.get(i)
    if other is not None and (other.sort is Sort.PLACE or other.actors):
        return other.sort is Sort.PLACE
    return tokens[i].pos == "PROPN" and label_of(board.parse, i) == "LOC"


def _honoured(board: Board, candidate: Candidate) -> bool:
    """Whether « M. » or the like stands before the name."""
    first = board.parse.tokens_in(candidate.name_span or candidate.span)[0]
    before = board.parse.tokens[first.i - 1] if first.i > first.sentence.start else None
    return before is not None and before.lower in board.words.sets["honorific"]
