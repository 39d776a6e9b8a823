"""Who says the words in which a pronoun stands: « il » between quotation marks is not the one who speaks.

In: a pronoun and the board of its document. Out: the mention beside the quotation that a verb of saying governs.
"""

from collections.abc import Iterator

from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Sort
from selon.parse.quotes import Quotation
from selon.parse.tree import Token

_NAMED = (Sort.PERSON, Sort.NOMINAL)


def sayer(board: Board, quotation: Quotation) -> Candidate | None:
    """Who says a quotation: named behind it in its last sentence, else told of before it in its first one."""
    tokens = board.parse.tokens_in(quotation.content)
    if not tokens:
        return None
    behind = (each for each in board.parse.tokens[tokens[-1].i + 1 : tokens[-1].sentence.end])
    before = reversed(board.parse.tokens[tokens[0].sentence.start : tokens[0].i])
    found = next(_speaking(board, behind), None)
    if found is not None:
        return found if found.sort in _NAMED else None
    return next(_speaking(board, before), None)


def _speaking(board: Board, tokens: Iterator[Token]) -> Iterator[Candidate]:
    for token in tokens:
        candidate = board.by_head.get(token.i)
        if candidate is not None and candidate.head.base in ("nsubj", "obj") and _says(board, candidate):
            yield candidate


def _says(board: Board, candidate: Candidate) -> bool:
    """Whether a verb of saying governs the mention: as its subject, or behind it (« a dit le ministre »)."""
    verb = candidate.head.head
    if verb is None or not board.words.is_(verb, "speech"):
        return False
    return candidate.head.base == "nsubj" or (candidate.head.i > verb.i and verb.first("nsubj") is None)
