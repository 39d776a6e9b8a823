"""What heads a clause, and how it is told: as future, in the pluperfect."""

from collections.abc import Iterator, Sequence

from selon.parse.tree import Token

_CLAUSAL = frozenset(("root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"))
_LEAD = 3


def climb(token: Token) -> Iterator[tuple[Token, Token]]:
    below = token
    for above in token.ancestors():
        yield below, above
        below = above


def is_clause(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a predicate with a copula."""
    if token.base in _CLAUSAL:
        return True
    if token.base == "conj" and token.head is not None:
        return token.pos in ("VERB", "AUX") or token.first("cop") is not None
    return token.pos == "VERB" and token.base not in ("amod", "case", "nmod", "obl", "obj", "nsubj")


def same_view(token: Token, head: Token) -> bool:
    """Whether a coordinated verb is told like the first: both as future, or neither."""
    return _is_future(token) == _is_future(head) and token.pos == head.pos


def _is_future(verb: Token) -> bool:
    return any(each.is_("Tense", "Fut") or each.lemma in ("will", "shall") for each in (verb, *verb.all("aux")))


def is_earlier(verb: Token) -> bool:
    """Whether the verb is in the pluperfect."""
    past = verb.is_("VerbForm", "Part") and verb.is_("Tense", "Past")
    return past and any(each.is_("Tense", "Imp") or each.lower == "had" for each in verb.all("aux"))


def opens(tokens: Sequence[Token], first: int) -> bool:
    """Whether only signs, conjunctions and adverbs stand before the token at `first`."""
    return first <= _LEAD and all(each.pos in ("PUNCT", "CCONJ", "ADV", "ADP", "") for each in tokens[:first])
