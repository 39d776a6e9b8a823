"""What leads a noun phrase in the row of words: a place comes in, a preposition and the word before it go out."""

from collections.abc import Collection, Sequence

from selon.parse.clause import clause_words
from selon.parse.tree import Token

# What makes one preposition with the « de » behind it.
_BEFORE_DE = ("auprès", "lors", "hors", "suite")


def link_before(tokens: Sequence[Token], place: int, leading: Collection[str]) -> tuple[str, Token | None]:
    """The preposition before the noun phrase around a place ('' for none) and the word before the whole.

    `leading` are forms of verbs that lead a phrase as prepositions do ("following attacks").
    """
    i = place - 1
    while i >= 0 and _is_in_phrase(tokens[i]):
        led = tokens[i].pos == "ADV" and i > 0 and tokens[i - 1].base == "case" and tokens[i - 1].head is tokens[i]
        i -= 2 if led else 1  # « a gelé sans attendre les avoirs »
    if i < 0:
        return "", None
    before = tokens[i]
    if before.base == "case" and before.lower in leading:
        return before.lower, tokens[i - 1] if i else None
    if before.pos != "ADP" and before.rel != "case":
        return "", before
    return _long_link(tokens, i) or (before.lemma.lower(), tokens[i - 1] if i else None)


def _long_link(tokens: Sequence[Token], i: int) -> tuple[str, Token | None] | None:
    """The preposition of several words that ends at place `i` (« auprès de », « à l'encontre de »), if one does."""
    name, j = tokens[i].lemma.lower(), i - 1
    if j >= 0 and tokens[j].lower in _BEFORE_DE:
        return f"{tokens[j].lower} {name}", tokens[j - 1] if j else None
    words = clause_words(tokens[i].parse.lang)
    if j < 0 or name in words.agent:
        return None  # « placé en garde à vue par la police »
    noun = tokens[j].lemma.lower()
    while j > 0 and tokens[j - 1].pos in ("DET", "ADJ"):
        j -= 1
    if j == 0 or tokens[j - 1].pos != "ADP":
        return None
    first = tokens[j - 1].lemma.lower()
    if noun in words.phrase_nouns or f"{first} {noun}" in words.phrase_nouns:
        return f"{first} {noun} {name}", tokens[j - 2] if j > 1 else None
    return None


def _is_in_phrase(token: Token) -> bool:
    """Whether a token before a noun belongs to its phrase: determiner, adjective, number, compound, possessor."""
    if token.pos in ("DET", "ADJ", "NUM", "ADV") or token.text == "-":
        return token.text != ","
    attribute = token.pos == "VERB" and token.rel == "amod"
    return token.has_rel("compound", "nmod:poss") or token.pos == "PART" or attribute
