"""The words of factuality: `{fr,en}/negation.yml` and `modality.yml`, read once a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from selon.lexicon.kept import kept
from selon.lexicon.load import data_file, load_yaml
from selon.model.ontology import Factuality


class NegationKind(StrEnum):
    """How a word negates, or only seems to."""

    PARTICLE = "particle"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    COORDINATOR = "coordinator"
    PREPOSITION = "preposition"
    RESTRICTION = "restriction"
    EXPLETIVE = "expletive"
    LITOTES = "litotes"
    SUPERLATIVE = "superlative"


class Over(StrEnum):
    """Where what a word bears on stands."""

    INFINITIVE = "infinitive"
    GERUND = "gerund"
    CLAUSE = "clause"
    OBJECT = "object"
    ABOUT = "about"
    MODIFIED = "modified"
    SUBJECT = "subject"
    AUXILIARY = "auxiliary"
    ADVERB = "adverb"
    MARKED = "marked"
    PREPOSITION = "preposition"
    PURPOSE = "purpose"
    TIME = "time"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class NegationWords:
    """One entry of `negation.yml`."""

    id: str
    kind: NegationKind
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    from_: str


@dataclass(frozen=True, slots=True)
class ModalWords:
    """One entry of `modality.yml`."""

    id: str
    lemmas: tuple[str, ...]
    over: tuple[Over, ...]
    gives: Factuality
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    from_: str
    negated_as: Factuality | None = None
    only_negated: bool = False
    done_as: Factuality | None = None
    done_passive_as: Factuality | None = None
    told_as: Factuality | None = None
    ends: tuple[str, ...] = ()
    under: tuple[str, ...] = ()

    def particles(self, lemma: str) -> tuple[str, ...]:
        """The words that must stand behind a lemma ("rule" … "out"); none where the lemma works alone."""
        if lemma in self.lemmas:
            return ()
        return tuple(each.split()[1] for each in self.lemmas if each.startswith(lemma + " "))

    def value(self, negated: bool, done: bool = False) -> Factuality:
        """The factuality of what the word governs, the word itself negated or not, and standing in the perfect or
        not."""
        if done and not negated and self.done_as is not None:
            return self.done_as
        return self.negated_as if negated and self.negated_as is not None else self.gives


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's words, by the way they are looked up."""

    negation: Mapping[NegationKind, frozenset[str]]
    modal: Mapping[tuple[str, Over], tuple[ModalWords, ...]]
    wordings: Mapping[Over, tuple[tuple[str, ModalWords], ...]]

    def negates(self, word: str, kind: NegationKind) -> bool:
        """Whether the word is one of the kind."""
        return word in self.negation.get(kind, frozenset())

    def entry(self, lemma: str, over: Over, negated: bool) -> ModalWords | None:
        """The entry of a lemma for what stands there; one that only works when negated comes first then."""
        found = [entry for entry in self.modal.get((lemma, over), ()) if negated or not entry.only_negated]
        return max(found, key=lambda entry: entry.only_negated, default=None)


@kept
def lexicon(lang: str) -> Lexicon:
    """The words of a language; a file with faults is a LexiconError."""
    negation: dict[NegationKind, set[str]] = {}
    for words in load_yaml(data_file(lang, "negation.yml"), NegationWords):
        negation.setdefault(words.kind, set()).update(words.words)
    modal: dict[tuple[str, Over], list[ModalWords]] = {}
    wordings: dict[Over, list[tuple[str, ModalWords]]] = {}
    for entry in load_yaml(data_file(lang, "modality.yml"), ModalWords):
        for lemma in entry.lemmas:
            for over in entry.over:
                bare = lemma.removeprefix("se ").removeprefix("s'") or lemma
                key = bare if over is Over.ADVERB else bare.split()[0]
                modal.setdefault((key, over), []).append(entry)
                wordings.setdefault(over, []).append((lemma, entry))
    return Lexicon(
        {kind: frozenset(words) for kind, words in negation.items()},
        {key: tuple(entries) for key, entries in modal.items()},
        {over: tuple(pairs) for over, pairs in wordings.items()},
    )
