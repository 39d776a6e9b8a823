"""Coordinations that a plural pronoun may take up: « Paris et Berlin … Ils ».

In: a candidate and the board of its document. Out: the clusters of each coordination near it.
"""

from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate

# A coordination is taken up from so many sentences behind it.
_REACH = 2


def groups(board: Board, candidate: Candidate) -> dict[int, tuple[int, ...]]:
    """For a plural: coordinations near it, as the head of the first conjunct → the clusters of all."""
    found: dict[int, tuple[int, ...]] = {}
    for other in board.before(candidate, _REACH) if candidate.plural else ():
        if other.head.base == "conj":
            continue
        members = [member for token in other.head.conjuncts() if (member := board.by_head.get(token.i))]
        numbers = tuple(dict.fromkeys(number for member in members for number in member.actors))
        if len(numbers) > 1:
            found[other.head.i] = numbers
    return found
