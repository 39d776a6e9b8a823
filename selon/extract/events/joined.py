"""Who stands beside whom: a phrase comes in, those that "and", "between" or "including" join to it go out.

Read from the row of words, wherever the tree may have put them. Reads the classes `conjunction` and `among`.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from selon.extract.events.line import Line
from selon.extract.events.match import Match
from selon.extract.events.scene import Scene
from selon.parse.tree import Token

# So many words behind people, and behind "including", stand those who are among them.
_AMONG = 4


def with_joined(tokens: Iterable[Token], match: Match, scene: Scene) -> list[Token]:
    """The phrases, each that is an actor with those that stand beside it behind "and"."""
    tokens = [each for token in tokens for each in (token, *_members(token, scene))]
    return [
        each
        for token in tokens
        for each in (coordinated(token, match.top, scene.line) if scene.who(token) or scene.host(token) else [token])
        if each not in match.tokens or each is token
    ]


def _members(token: Token, scene: Scene) -> list[Token]:
    """Who is told to be among people (« des otages, dont quatre Français », "ten people, including two Britons")."""
    among = scene.line.lexicon.classes.get("among", frozenset())
    behind = scene.line.tokens[token.i - scene.line.tokens[0].i + 1 :][: 2 * _AMONG]
    led = next((number for number, each in enumerate(behind[:_AMONG]) if each.lower in among), None)
    if led is None or any(each.pos in ("VERB", "NOUN", "PROPN", "PRON", "SCONJ") for each in behind[:led]):
        return []
    return [each for each in behind[led + 1 :] if each.pos in ("NOUN", "PROPN") and scene.who(each)][:1]


def coordinated(token: Token, predicate: Token, line: Line) -> list[Token]:
    """The noun phrase and those that "and" joins to it in the row of words, wherever the tree may have put them."""
    found = [token]
    conjunctions = line.lexicon.classes.get("conjunction", frozenset())
    before = line.link(token)[1]
    if before is not None and before.lower in conjunctions:
        earlier = [each for each in _outside_brackets(before, line) if each.pos in ("NOUN", "PROPN")]
        own = [each for each in earlier[:1] if each.head is token]  # "the US and Turkish presidents"
        close = [each for each in earlier[:1] if each not in own and (before.i - each.i <= 2 or _bracketed(before))]
        found[:0] = [each for each in close if each.i + 1 == before.i or not _opens_clause(token, each)]
    after = line.tokens[token.i - line.tokens[0].i + 1 :][:6]
    for each in after:
        if each.lower in conjunctions:
            found.extend(_joined(each, predicate, line))
        if each.pos not in ("ADJ", "PROPN", "X"):
            break
    return found


def _opens_clause(noun: Token, earlier: Token) -> bool:
    """Whether a noun behind a comma and "and" is the subject of a clause of its own (« a relaxé X, et Moscou a … »)."""
    return noun.base == "nsubj" and noun.head is not earlier.head and noun not in earlier.conjuncts()


def _bracketed(conjunction: Token) -> bool:
    """Whether a bracket ends right before a conjunction: "the Movement (SLM) and the Front"."""
    tokens = conjunction.parse.tokens
    return conjunction.i > 0 and tokens[conjunction.i - 1].text == ")"


def _outside_brackets(token: Token, line: Line) -> Iterator[Token]:
    """The tokens left of one, nearest first, without those of a bracket right before it."""
    inside = _bracketed(token)
    for each in line.before(token):
        if not inside:
            yield each
        inside = inside and each.text != "("


def _joined(conjunction: Token, predicate: Token, line: Line) -> list[Token]:
    """The noun behind "and", unless it is the subject of another verb behind it."""
    behind = line.tokens[conjunction.i - line.tokens[0].i + 1 :][:6]
    noun = next((each for each in behind if each.pos in ("NOUN", "PROPN") and not _is_owner(each)), None)
    if noun is None or any(each.pos in ("VERB", "AUX", "PUNCT") for each in behind[: behind.index(noun)]):
        return []
    rest = [each for each in behind[behind.index(noun) + 1 :] if each.pos not in ("ADJ", "PROPN", "ADV", "PRON")]
    other = bool(rest) and rest[0].pos in ("VERB", "AUX") and noun.i > predicate.i
    return [] if other else [noun]


def _is_owner(token: Token) -> bool:
    """Whether a word is of a name to which something belongs: "and Burkina Faso's junta"."""
    top = token.head if token.base in ("flat", "compound") and token.head is not None else token
    return top.rel == "nmod:poss"


def pair(token: Token, line: Line) -> list[Token]:
    """The first noun phrase behind "between" and the one that the next "and" joins to it."""
    conjunctions = line.lexicon.classes.get("conjunction", frozenset())
    behind = [each for each in line.tokens[token.i - line.tokens[0].i + 1 :][:10] if each.pos != "DET"]
    for each, following in pairwise(behind):
        if each.lower in conjunctions:
            return [token, *([following] if following.pos in ("NOUN", "PROPN") else [])]
    return [token]
