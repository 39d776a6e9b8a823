"""Where the patterns of the event lexicon stand in a tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from selon.extract.events.frames import Element, EventLexicon, Pattern
from selon.parse.clause import is_reflexive, is_verb
from selon.parse.tree import Sentence, Token

# A companion is looked for this many steps below the head: « parvenir à un accord sur un cessez-le-feu ».
_DEPTH = 3
_OTHER_CLAUSES = ("acl", "advcl", "ccomp", "parataxis", "csubj")


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: its tokens, `top` the one that governs the others and whose arguments count."""

    pattern: Pattern
    top: Token
    tokens: tuple[Token, ...]

    @property
    def nouns(self) -> list[Token]:
        """The matched nouns below the top, whose own dependents are arguments too."""
        return [token for token in self.tokens if token is not self.top and token.pos in ("NOUN", "PROPN", "ADJ")]


def find_matches(sentence: Sentence, lexicon: EventLexicon) -> Iterator[Match]:
    """Every pattern that stands in the sentence, in text order of the pattern's head; overlaps included."""
    for token in sentence.tokens:
        words = {token.lemma.lower(), token.lower}
        for word in sorted(words):
            for pattern in lexicon.patterns.get(word, ()):
                match = _match(pattern, token, word)
                if match is not None:
                    yield match


def _match(pattern: Pattern, token: Token, word: str) -> Match | None:
    if not _fits(pattern, token):
        return None
    tokens = [token]
    below: list[Token] | None = None
    for i, element in enumerate((pattern.head, *pattern.others)):
        if i == 0:
            found = _rest(element.words[word], token, tokens)
        else:
            below = _reach(token) if below is None else below
            found = _companion(element, below, tokens)
        if found is None:
            return None
        tokens.extend(found)
    top = _top(token, tokens)
    if not all(_governs(top, token, name) for name in pattern.with_):
        return None
    if pattern.without and any(each.lemma.lower() in pattern.without for each in _reach(top)):
        return None
    return Match(pattern, top, tuple(sorted(set(tokens), key=lambda each: each.i)))


def _fits(pattern: Pattern, token: Token) -> bool:
    verbal = "AUX" in pattern.pos
    if token.pos not in pattern.pos and not (verbal and token.pos == "ADJ" and token.is_("VerbForm", "Part")):
        return False
    if verbal and token.base == "aux":
        return False
    return pattern.reflexive == is_reflexive(token) if verbal and token.parse.lang == "fr" else True


def _rest(choices: tuple[tuple[str, ...], ...], token: Token, taken: list[Token]) -> list[Token] | None:
    """The further words of the longest choice that stand under the token; None if no choice is complete."""
    for choice in sorted(choices, key=len, reverse=True):
        found: list[Token] = []
        reach = _reach(token)
        for word in choice:
            part = next((each for each in reach if _is(each, word) and each not in taken and each not in found), None)
            if part is None:
                break
            found.append(part)
        else:
            return found
    return None


def _companion(element: Element, below: list[Token], taken: list[Token]) -> list[Token] | None:
    for token in below:
        if token in taken:
            continue
        for word in (token.lemma.lower(), token.lower):
            if word in element.words:
                rest = _rest(element.words[word], token, taken)
                if rest is not None:
                    return [token, *rest]
    return None


def _is(token: Token, word: str) -> bool:
    return token.lemma.lower() == word or token.lower == word


def _reach(token: Token) -> list[Token]:
    """The tokens that may complete a pattern headed by the token: its own phrase, and what it modifies.

    Nearest first. Clauses of their own are not entered. A copula reaches its predicate only.
    """
    if token.rel == "cop" and token.head is not None:
        return [token.head]
    found: list[Token] = []
    layer = [token]
    for _ in range(_DEPTH):
        layer = [
            child
            for each in layer
            for child in each.children
            if child.base not in _OTHER_CLAUSES and not (child.base == "conj" and is_verb(child))
        ]
        found.extend(layer)
    if token.base in ("acl", "amod") and token.head is not None:
        found.append(token.head)
    return found


def _top(head: Token, tokens: list[Token]) -> Token:
    """The matched token that governs the others; what a participle modifies is not above it."""
    if head.rel == "cop" and head.head is not None:
        return head.head
    return head


def _governs(top: Token, head: Token, name: str) -> bool:
    """Whether a dependent of the predicate carries the preposition, conjunction or particle."""
    for token in (top, head):
        for child in token.children:
            if child.base in ("compound", "advmod", "mark") and child.lower == name:
                return True
            marks = [each for each in child.children if each.base in ("case", "mark")]
            if any(each.lemma.lower() == name or each.lower == name for each in marks):
                return True
    return False
