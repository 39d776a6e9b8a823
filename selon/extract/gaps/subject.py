"""The nouns before a phrase: its subject, what is joined to it, what it only belongs to."""

from collections.abc import Iterator

from selon.extract.gaps.named import STOPS
from selon.extract.gaps.words import GapWords
from selon.parse.clause import chain_up, is_verb
from selon.parse.tree import Parse, Token

# So many words before a noun stands the one that it is joined to: « le nombre et les noms ».
NEAR = 7


def coordinated(noun: Token, first: int, words: GapWords) -> list[Token]:
    """The nouns before token `first` that a list word joins to the noun by the order of the words (« ni la date »)."""
    tokens = noun.parse.tokens
    behind = [
        token
        for token in tokens[noun.i + 1 : first]
        if token.lower in words.nouns and any(words.has("list", each.lower) for each in tokens[token.i - 2 : token.i])
    ]
    near = tokens[max(noun.i - NEAR, noun.sentence.start) : noun.i]
    joined = any(words.has("list", each.lower) and each.text != "," for each in near[-3:])
    return [*(each for each in near if joined and each.lower in words.nouns), *behind]


def neither_nor(noun: Token, first: int, words: GapWords) -> list[Token]:
    """The nouns before token `first` right behind « ni », "neither … nor", however far apart."""
    tokens = noun.parse.tokens
    marks = [i for i in range(noun.sentence.start, first) if words.has("neither", tokens[i].lower)]
    behind = [
        next((each for each in tokens[i + 1 : min(i + 4, first)] if each.lower in words.nouns), None) for i in marks
    ]
    return [each for each in behind if each is not None] if len(marks) > 1 else []


def is_antecedent(noun: Token, first: int) -> bool:
    """Whether token `first` stands in the noun's relative clause: « un pays tiers, que personne n'a nommé »."""
    return any(child.base == "acl" and any(each.i == first for each in child.subtree()) for child in noun.children)


def belongs(noun: Token, first: int) -> bool:
    """Whether a noun stands behind a preposition and is no subject: « dans des conditions … »; not where the phrase
    stands in its relative clause: "to a place that officials declined to disclose"."""
    if is_antecedent(noun, first):
        return False
    return any(child.base == "case" and child.i < noun.i for child in noun.children) and noun.base != "nsubj"


def lead_of(noun: Token) -> int:
    """Where the noun's phrase begins, with article and adjectives."""
    before = [child for child in noun.children if child.i < noun.i]
    owners = [each.i for child in before if child.has_rel("nmod:poss") for each in child.subtree()]
    return min([noun.i, *owners, *(child.i for child in before if child.has_rel("det", "amod", "nummod"))])


def subjects_before(predicate: Token, first: int) -> Iterator[Token]:
    """The subject by the tree, through a relative pronoun to what it stands for; else the nouns before the phrase."""
    for token in chain_up(predicate):
        found = token.first("nsubj", "csubj")
        if found is not None and found.i < first:
            yield found
        if token.base == "acl" and token.head is not None and token.head.i < first:
            yield token.head
        if found is not None or (is_verb(token) and token is not predicate):
            break
    yield from _nouns_before(predicate.parse, first)


def _nouns_before(parse: Parse, first: int) -> Iterator[Token]:
    """The nouns of the clause before the phrase, the first one first, without a verb between."""
    found: list[Token] = []
    sentence = parse.tokens[first].sentence
    for i in range(first - 1, sentence.start - 1, -1):
        token = parse.tokens[i]
        if token.text in STOPS or token.text == "," or (is_verb(token) and token.morph.get("VerbForm") != "Part"):
            break
        if token.pos == "NOUN":
            found.append(token)
    yield from reversed(found)
