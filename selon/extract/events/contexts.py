"""Contexts and modes that the words around a trigger tell. Data: `{fr,en}/contexts.yml`, `{fr,en}/modes.yml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from selon.extract.events.line import Line
from selon.lexicon.load import data_file, load_yaml
from selon.model.ontology import Context, EventType, Mode
from selon.parse.tree import Token

# A word this many tokens from the trigger still says what the event is about; found by reading the examples.
_NEAR = 14


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Words (lemmas) that tell a context where they stand in the clause of a trigger."""

    context: Context
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModeWords:
    """Words (lemmas) that tell how an event of a type is done, where its own words do not say it; not where they say
    what one of the words `unless` is like (« l'espace aérien »)."""

    type: EventType
    mode: Mode
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()


@cache
def mode_words(lang: str) -> tuple[ModeWords, ...]:
    """The words that tell modes, in the order in which they count; none where a language has no `modes.yml`."""
    path = data_file(lang, "modes.yml")
    return load_yaml(path, ModeWords) if path.exists() else ()


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
    contexts, tokens = line.lexicon.contexts, list(trigger)
    first, last = min(token.i for token in tokens), max(token.i for token in tokens)
    for token in line.clause(first, last):
        if first - _NEAR <= token.i <= last + _NEAR:
            for word in line.words(token):
                if word in contexts:
                    found.update(dict.fromkeys(contexts[word]))
    return tuple(found)


def mode_of(trigger: Iterable[Token], line: Line, type_: EventType) -> Mode | None:
    """The mode that words near the trigger tell: « tués par l'explosion d'une bombe »; None where none does."""
    tokens = sorted(trigger, key=lambda token: token.i)
    near = [*line.before(tokens[0]), *tokens, *line.after(tokens[-1])]
    for entry in mode_words(line.lexicon.lang):
        if entry.type is type_ and any(_tells(token, entry, line) for token in near):
            return entry.mode
    return None


def _tells(token: Token, entry: ModeWords, line: Line) -> bool:
    spared = token.head is not None and token.base in ("amod", "compound") and token.head.lemma.lower() in entry.unless
    return not spared and not line.words(token).isdisjoint(entry.words)
