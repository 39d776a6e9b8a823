"""Whether a person is a woman or a man, by what the text calls her or him: honorific, first name, noun."""

from selon.extract.actors.candidate import Candidate
from selon.extract.actors.words import Lexicon, lexicon
from selon.lexicon.given import gender_of
from selon.model.ontology import ActorKind
from selon.parse.tree import Token


def told_gender(candidate: Candidate) -> str | None:
    """The gender that a mention tells; of persons a first name or honorific says more than an article."""
    if candidate.kind is not ActorKind.PERSON or candidate.plural:
        return candidate.gender
    words = lexicon(candidate.head.parse.lang)
    for token in _telling(candidate):
        if (gender := _of_word(token, words)) is not None:
            return gender
    return gender_of(candidate.name or candidate.called) or candidate.gender


def _telling(candidate: Candidate) -> list[Token]:
    """The tokens of a mention, and the one before its name (« Mme »)."""
    tokens = candidate.head.parse.tokens
    first = min((each.i for each in candidate.tokens), default=candidate.head.i)
    before = [tokens[first - 1]] if first > candidate.head.sentence.start else []
    return [*before, *candidate.tokens]


def _of_word(token: Token, words: Lexicon) -> str | None:
    if token.lower in words.sets["feminine"]:
        return "Fem"
    return "Masc" if token.lower in words.sets["masculine"] else None
