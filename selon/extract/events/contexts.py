"""Contexts that the words around a trigger tell. Data: `{fr,en}/contexts.yml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from selon.extract.events.line import Line
from selon.lexicon.load import data_file, load_yaml
from selon.model.ontology import Context
from selon.parse.tree import Token

# A word this many tokens from the trigger still says what the event is about; found by reading the examples.
_NEAR = 14


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Words (lemmas) that tell a context where they stand in the clause of a trigger."""

    context: Context
    words: tuple[str, ...]


@cache
def context_words(lang: str) -> Mapping[str, tuple[Context, ...]]:
    """The contexts that each word of a language tells; nothing where it has no `contexts.yml`."""
    path = data_file(lang, "contexts.yml")
    found: dict[str, tuple[Context, ...]] = {}
    for entry in load_yaml(path, ContextWords) if path.exists() else ():
        for word in entry.words:
            found[word] = (*found.get(word, ()), entry.context)
    return found


def contexts_of(trigger: Iterable[Token], line: Line, own: tuple[Context, ...]) -> tuple[Context, ...]:
    """A frame's own contexts, and those that words in the clause of the trigger tell, in the order of the text."""
    found = dict.fromkeys(own)
    tokens = list(trigger)
    first, last = min(token.i for token in tokens), max(token.i for token in tokens)
    for token in line.clause(first, last):
        if first - _NEAR <= token.i <= last + _NEAR:
            for word in line.words(token):
                found.update(dict.fromkeys(line.lexicon.contexts.get(word, ())))
    return tuple(found)
