"""Pronouns that come before the one they mean: « Dès son arrivée, le président … », "After he landed, Mr. Kerry …"."""

from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Sort
from selon.model.ontology import ActorKind
from selon.parse.tree import Token

_NAMED = (Sort.PERSON, Sort.NOMINAL, Sort.BODY, Sort.STATE, Sort.GOVERNMENT)


def ahead(board: Board, pronoun: Candidate) -> Candidate | None:
    """The subject of the clause that the pronoun's own clause or phrase opens; None if it does not agree."""
    for subject in (_subject(board, pronoun.head), _behind_comma(board, pronoun)):
        if subject is not None and subject.sort in _NAMED and _agrees(pronoun, subject):
            return subject
    return None


def _subject(board: Board, token: Token) -> Candidate | None:
    """By the tree: the subject, behind the pronoun, of a verb over its clause."""
    for governor in token.ancestors():
        subject = governor.first("nsubj")
        if subject is not None and subject.i > token.i and subject not in token.ancestors():
            return board.by_head.get(subject.i)
    return None


def _behind_comma(board: Board, pronoun: Candidate) -> Candidate | None:
    """By the words: what stands right behind the first comma after the pronoun, at the head of the sentence."""
    sentence = pronoun.head.sentence
    if any(token.text == "," for token in sentence.tokens if token.i < pronoun.head.i):
        return None
    comma = next((token for token in sentence.tokens if token.text == "," and token.i > pronoun.head.i), None)
    if comma is None:
        return None
    return next(
        (each for each in board.candidates if each.phrase is not None and each.phrase.start == comma.i + 1),
        None,
    )


def _agrees(pronoun: Candidate, subject: Candidate) -> bool:
    if subject.sort is not Sort.STATE and pronoun.plural != subject.plural and pronoun.sort is Sort.PRONOUN:
        return False
    if pronoun.head.parse.lang == "en" and (pronoun.head.lower in ("it", "its")) == (subject.kind is ActorKind.PERSON):
        return False
    return pronoun.gender is None or subject.gender is None or pronoun.gender == subject.gender
