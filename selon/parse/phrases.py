"""What a token is in its phrase, whatever governs it: its preposition, those beside it, what its pronoun stands for.

What comes in: a token of a `tree.Parse`. What goes out: tokens of the same parse, or lemmas.
Data: `{fr,en}/clause.yml`.
"""

from collections.abc import Iterator

from selon.parse.clausewords import clause_words
from selon.parse.tree import Token


def preposition(token: Token) -> str:
    """The preposition before a phrase, as its lemma(s): « auprès de » gives 'auprès de'; '' where there is none."""
    cases = [child for child in token.children if child.base == "case"]
    if not cases:
        return ""
    before = [child for child in cases if child.i < token.i]
    first = before[0] if before else cases[0]
    words = [first, *first.all("fixed"), *before[1:]]
    if len(words) == 1:
        return first.lemma.lower()
    return " ".join(word.lemma.lower() for word in sorted(words, key=lambda word: word.i))


def is_voiced(token: Token) -> bool:
    """Whether a word stands in the phrase of whoever says the sentence (« selon le porte-parole du ministère »)."""
    phrase: Token | None = token
    while phrase is not None and phrase.pos not in ("VERB", "AUX"):
        if preposition(phrase) in clause_words(token.parse.lang).voicing:
            return True
        phrase = phrase.head
    return False


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form that governs a clause."""
    return token.pos in ("VERB", "AUX")


def spread(token: Token) -> list[Token]:
    """The phrase and those coordinated with it."""
    return token.conjuncts()


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token is its own antecedent."""
    words = clause_words(token.parse.lang)
    if token.lower not in words.relative and token.morph.get("PronType") != "Rel":
        return token
    for governor in token.ancestors():
        if governor.rel in ("acl:relcl", "acl") and governor.head is not None:
            return governor.head
    return token


def chain_up(token: Token) -> Iterator[Token]:
    """The token and its governors, nearest first."""
    yield token
    yield from token.ancestors()


def opens_story(dash: Token) -> bool:
    """Whether a sentence begins behind the dash, as behind a dateline; no aside: « Moscou – jusque-là discret – a »."""
    behind = dash.parse.tokens[dash.i + 1 : dash.i + 2]
    return not behind or not behind[0].text[0].islower()
