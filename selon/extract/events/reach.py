"""How far a pattern reaches from its head: its own phrase, what it modifies, and the words just behind it."""

from selon.extract.events.against import is_inside
from selon.extract.events.line import Line
from selon.parse.clause import antecedent
from selon.parse.tree import Token

_OPEN = ("conj", "appos", "flat", "fixed", "amod", "xcomp", "compound")
_DEPTH = 4


def reach(token: Token, taken: list[Token], line: Line) -> list[Token]:
    """The tokens that may complete a pattern headed by the token: its own phrase, and what it modifies.

    Nearest first. Clauses of their own are not entered, nor nouns below nouns unless these are matched or measure
    something (« une partie de ses troupes »). A copula reaches its predicate only, and what
    stands below that once it is matched.
    """
    if token.rel in ("cop", "aux:pass") and token.head is not None:
        matched = token.head in taken
        return [token.head, *(each for each in token.head.all("nmod", "obl", "advcl") if matched)]
    containers = line.lexicon.classes.get("container", frozenset())
    found: list[Token] = []
    layer = [token.head, *token.head.children] if token.rel == "aux:caus" and token.head is not None else [token]
    for depth in range(_DEPTH):
        below: list[Token] = []
        for each in layer:
            if depth and not (each in taken or each.has_rel(*_OPEN) or line.words(each) & containers):
                continue
            below.extend(antecedent(child) for child in each.children if is_inside(child))
        found.extend(below)
        layer = below
    if token.rel == "aux:caus" and token.head is not None:
        found.insert(0, token.head)
    if token.base in ("acl", "amod") and token.head is not None:
        found.append(token.head)
    if token.base == "xcomp" and token.head is not None and token.first("obj") is None:
        found.extend(token.head.all("nsubj"))  # « les obus continuent de pleuvoir »
    return found


def further_words(
    choices: tuple[tuple[str, ...], ...], token: Token, taken: list[Token], line: Line
) -> list[Token] | None:
    """The further words of the longest choice that stand under the token or just behind it; None if none is whole."""
    if choices == ((),):
        return []
    for choice in sorted(choices, key=len, reverse=True):
        found: list[Token] = []
        reach = _under(token, taken, line)
        for word in choice:
            part = next(
                (each for each in reach if word in line.words(each) and each not in taken and each not in found), None
            )
            if part is None:
                break
            found.append(part)
        else:
            return found
    return None


def _under(token: Token, taken: list[Token], line: Line) -> list[Token]:
    close = [each for each in line.after(token) if each.i <= token.i + 6]
    return [*reach(token, taken, line), *close]
