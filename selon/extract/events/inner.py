"""Who stands in a noun phrase: tokens come in, the ids of the actors behind them or inside them go out."""

from collections.abc import Iterable

from selon.extract.events.scene import Who
from selon.parse.clause import antecedent, owners, preposition
from selon.parse.tree import Token

# Phrases inside a noun phrase that name its doer or owner, best first; places (« en », « à ») do not.
OWNERS = ("par", "by", "de la part de", "de", "of", "from")
_TARGETS = ("contre", "against", "à", "to", "envers", "avec", "with", "sur", "on")
_AGENTS = ("par", "by")
_WHERE = ("dans", "in", "near", "près de")


def ids_of(tokens: Iterable[Token], who: Who, *, inner: bool, aims: bool = True) -> tuple[str, ...]:
    """The actors behind tokens; `inner` reads inside a phrase that is none, `aims` also what it is directed at."""
    found: dict[str, None] = {}
    for token in tokens:
        for each in who(token) or (_inside(token, who, aims) if inner else ()):
            found.setdefault(each)
    return tuple(found)


def _inside(noun: Token, who: Who, aims: bool, depth: int = 0) -> tuple[str, ...]:
    """The actor inside a phrase that is none itself: its doer or owner before what it is directed at."""
    if noun.pos not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") or depth > 2:
        return ()
    for tokens in (
        below_under(noun, _AGENTS),
        owners(noun),
        [each for each in noun.all("nmod") if antecedent(each) is not each],  # « dont les obus »
        below_under(noun, OWNERS),
        noun.all("appos", "flat"),
    ):
        ids = ids_of(tokens, who, inner=False)
        if ids:
            return ids
    aimed_at = below_under(noun, _TARGETS)
    further = [each for each in noun.all("nmod", "compound") if preposition(each) not in _WHERE]
    for token in [*below_under(noun, OWNERS), *further]:  # "US Predator attacks"
        ids = _inside(token, who, aims, depth + 1) if aims or token not in aimed_at else ()
        if ids:
            return ids
    return ids_of(aimed_at, who, inner=False) if aims else ()


def below_under(noun: Token, prepositions: tuple[str, ...]) -> list[Token]:
    return [
        each
        for child in noun.children
        if child.base in ("nmod", "obl") and preposition(child) in prepositions
        for each in child.conjuncts()
    ]
