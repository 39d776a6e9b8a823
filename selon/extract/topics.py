"""A second opinion on what a sentence is about: how likely each type of event is by its words alone, in no order."""

from collections.abc import Mapping

from selon.lexicon.topics import topics
from selon.model.ontology import EventType
from selon.parse.tree import Sentence, Token

_TOLD_BY = ("VERB", "NOUN", "ADJ", "ADV")
_TYPES = tuple(EventType)


def topics_of(sentence: Sentence) -> Mapping[EventType, float]:
    """The log-odds of each type of event."""
    known = topics(sentence.parse.lang)
    rows = {row for token in sentence.tokens if (row := known.rows.get(word_of(token) or "")) is not None}
    odds = known.weights[[*rows, -1]].sum(axis=0)
    return dict(zip(_TYPES, odds.tolist(), strict=True))


def word_of(token: Token) -> str | None:
    """The word that tells what a sentence is about, or None (names and small words do not)."""
    return token.lemma.lower() if token.pos in _TOLD_BY else None
