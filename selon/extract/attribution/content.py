"""What is said: the tokens of a report's content."""

from collections.abc import Iterable

from selon.parse.clause import is_verb
from selon.parse.tree import Sentence, Token

_CLAUSES = ("ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp")
_BECAUSE = ("car", "puisque", "parce", "because")
_ASIDE_MARKS = ("alors que", "tandis que", "while", "whereas", "as")


def numbers(tokens: Iterable[Token]) -> frozenset[int]:
    """The token numbers."""
    return frozenset(token.i for token in tokens)


def clause_content(clause: Token, governor: Token) -> frozenset[int]:
    """A content clause with what trails behind it in the sentence and belongs to what is said.

    Parsers hang « après la chute de la ville » on the verb of saying; in news, what follows the clause without a new
    verb of saying is told by the same source. Gerunds (« ajoutant que ») and contrasts (« tandis que ») are not.
    """
    inside = set(numbers(clause.subtree()))
    end = max(inside)
    for child in governor.children:
        trailing = child.i > end or (child.i > clause.i and child.i not in inside)
        because = trailing and _lead(child) in _BECAUSE
        kinds = ("obl", "advcl", "nmod", "advmod", "parataxis")
        if because or (trailing and child.base in kinds and not _breaks_off(child)):
            inside |= numbers(child.subtree())
    return frozenset(inside)


def _lead(child: Token) -> str:
    """The first word of a phrase or clause, marks left out."""
    return next((token.lower for token in child.subtree() if token.pos != "PUNCT"), "")


def _breaks_off(child: Token) -> bool:
    """Whether a trailing dependent speaks for the writer again: a participle, a contrast, another source."""
    if child.base == "parataxis" or child.is_("VerbForm", "Ger"):
        return True
    if child.is_("VerbForm", "Part") and child.first("nsubj", "aux", "mark") is None:
        return True
    subtree = child.subtree()
    start = " ".join(token.lower for token in subtree[:3]).lstrip(", ")
    return start.startswith(_ASIDE_MARKS)


def main_clause(sentence: Sentence, without: Iterable[int] = ()) -> frozenset[int]:
    """All of the sentence, less some tokens."""
    return frozenset(range(sentence.start, sentence.end)) - frozenset(without)


def clause_above(token: Token) -> Token:
    """The head of the nearest clause that a phrase stands in: a predicate, or the top of the sentence."""
    for governor in token.ancestors():
        if is_verb(governor) or governor.first("cop", "nsubj") is not None or governor.head is None:
            return _past_chains(governor)
    return token


def _past_chains(governor: Token) -> Token:
    """Up from an infinitive or a participle that only completes its verb (« a réussi à prendre »)."""
    while governor.base in ("xcomp", "aux", "cop") and governor.head is not None:
        governor = governor.head
    return governor


def is_subordinate(clause: Token) -> bool:
    """Whether a clause depends on another (coordination is looked through)."""
    while clause.base == "conj" and clause.head is not None:
        clause = clause.head
    return clause.head is not None and clause.base in _CLAUSES and clause.base != "parataxis"
