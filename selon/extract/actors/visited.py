"""Places that stand for a state: the one whose capital is visited, the one in which something happens.

In: the board of a document whose mentions are settled, and a `Spot`. Out: a cluster, None where no state is meant.
"""

from itertools import takewhile

from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.known import take_place
from selon.extract.actors.told import Spot
from selon.model.ontology import ActorKind, MentionForm
from selon.parse.tree import Token

# So many words before a capital stands the noun that it belongs to (« ses ambassadeurs à Washington et à Canberra »).
_BESIDE = 6
# How far above a capital the word of the visit stands (« arrivé à Amman », « en visite officielle à Amman »).
_GOVERNORS = 2


def host(board: Board, spot: Spot) -> Cluster | None:
    """The state that receives whoever goes to its capital: one that the text names, or a new one for a visit."""
    known = board.by_key.get(f"state:{spot.country}") or board.by_key.get(f"government:{spot.country}")
    governors = (governor for _, governor in zip(range(_GOVERNORS), spot.token.ancestors(), strict=False))
    beside = takewhile(lambda each: each.pos not in ("VERB", "PUNCT"), _before(spot))
    if known is not None or not any(board.words.is_(each, "visits") for each in (*beside, *governors)):
        return known
    visited = Candidate(spot.token, (), spot.span, Sort.STATE, MentionForm.NAME, ActorKind.STATE)
    visited.name_span = spot.span
    cluster = board.state(spot.country)
    cluster.join(visited)
    return cluster


def _before(spot: Spot) -> list[Token]:
    """The few words before the phrase of a capital, nearest first."""
    first = max(spot.start - _BESIDE, spot.token.sentence.start)
    return list(reversed(spot.token.parse.tokens[first : spot.start]))


def site(board: Board, spot: Spot) -> Cluster | None:
    """The state in which a place lies if the text names it, else the place itself; None where it has no state."""
    country = board.setting.one_of((spot.country,))
    if country is None:
        return None
    if (known := board.by_key.get(f"state:{country}")) is not None and known.mentions:
        return known
    place = Candidate(spot.token, (), spot.span, Sort.PLACE, MentionForm.NAME, ActorKind.PLACE)
    place.name_span, place.countries = spot.span, (country,)
    take_place(board, place)
    return board.by_key[f"place:{spot.span.cut(board.parse.text)} {country}"]
