"""The words of gaps: phrases that say that something is not known, and words that name what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from re import Pattern

from selon.errors import LexiconError
from selon.extract.gaps.pattern import Classes, compiled, expression, needed, wordings
from selon.lexicon.kept import kept
from selon.lexicon.load import data_file, load_yaml, load_yaml_lines
from selon.model.ontology import Missing
from selon.parse.tree import Token

# Where a pattern stands (entry, phrase), and sets of words of each of which it needs one.
Needing = tuple[tuple[int, int], tuple[frozenset[str], ...]]


class Asks(StrEnum):
    """Where what is missing is named: after the phrase, before it (its subject), before what takes it up (« le dire »),
    inside it, or nowhere."""

    AFTER = "after"
    BEFORE = "before"
    BACK = "back"
    INSIDE = "inside"
    NOWHERE = "nowhere"


class About(StrEnum):
    """Where the event meant is named: with what is missing, as the subject, or as the object of the phrase."""

    NAMED = "named"
    SUBJECT = "subject"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class WordEntry:
    """Words of a class (an entry of `gap_words.yml`); a `noun`, `ask`, `means` (a verb) says what is missing."""

    class_: str
    words: tuple[str, ...]
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class PhraseEntry:
    """Phrases that say that something is not known (an entry of `gaps.yml`; its head explains the fields)."""

    id: str
    phrases: tuple[str, ...]
    asks: Asks
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    about: About = About.NAMED
    says: bool = False
    weak: bool = False
    plain: bool = False
    void: bool = False


@dataclass(frozen=True, slots=True)
class GapWords:
    """One language's phrases, each with its expressions, its nouns, and its questions, the longest wording first.

    `nouns` name what is missing wherever a phrase asks for it, `asked_nouns` also behind « quel » or in the phrase;
    `means` are verbs that say it themselves (« chiffrer »).
    `by_word` says where in `phrases` the patterns stand that need a certain word ('' for those that need none), and of
    which sets of words they need one each besides.
    """

    phrases: tuple[tuple[PhraseEntry, tuple[str, ...]], ...]
    by_word: Mapping[str, tuple[Needing, ...]]
    nouns: Mapping[str, Missing]
    asked_nouns: Mapping[str, Missing]
    asked: tuple[tuple[tuple[str, ...], Missing], ...]
    means: Mapping[str, Missing]
    classes: Mapping[str, frozenset[str]]

    def candidates(self, tokens: Iterable[Token]) -> list[tuple[PhraseEntry, Pattern[str]]]:
        """The patterns that may stand in these words, each with its entry, in their order."""
        words = {"", *(token.lower for token in tokens)}
        places: set[tuple[int, int]] = set()
        for word in words & self.by_word.keys():
            for place, needs in self.by_word[word]:
                for need in needs:
                    if words.isdisjoint(need):
                        break
                else:
                    places.add(place)
        return [(self.phrases[i][0], compiled(self.phrases[i][1][j])) for i, j in sorted(places)]

    def has(self, name: str, word: str) -> bool:
        """Whether a class has the word."""
        return word in self.classes.get(name, frozenset())


@kept
def gap_words(lang: str) -> GapWords:
    """The words of a language. An unknown class in a phrase is a LexiconError."""
    words = load_yaml(data_file(lang, "gap_words.yml"), WordEntry)
    classes: dict[str, tuple[str, ...]] = {}
    for word in words:
        classes[word.class_] = classes.get(word.class_, ()) + word.words
    asked = [(wordings(each), word.missing) for word in words if word.class_ == "ask" for each in word.words]
    phrases = _phrases(lang, classes)
    nouns = _naming(words, "noun")
    return GapWords(
        phrases=phrases,
        by_word=_by_word([entry for entry, _ in phrases], classes),
        nouns=nouns,
        asked_nouns={**_naming(words, "which_noun"), **nouns},
        asked=tuple(sorted(((each, missing) for each, missing in asked if missing), key=lambda pair: -len(pair[0]))),
        means=_naming(words, "means"),
        classes={name: frozenset(each) for name, each in classes.items()},
    )


def _naming(words: Iterable[WordEntry], name: str) -> dict[str, Missing]:
    """The words of a class, each with what it says is missing."""
    return {each: word.missing for word in words if word.class_ == name and word.missing for each in word.words}


def _by_word(entries: Iterable[PhraseEntry], classes: Classes) -> Mapping[str, tuple[Needing, ...]]:
    found: dict[str, tuple[Needing, ...]] = {}
    for i, entry in enumerate(entries):
        for j, phrase in enumerate(entry.phrases):
            first, *others = needed(phrase, classes) or (frozenset({""}),)
            for word in first:
                found[word] = (*found.get(word, ()), ((i, j), tuple(others)))
    return found


def _phrases(lang: str, classes: Classes) -> tuple[tuple[PhraseEntry, tuple[str, ...]], ...]:
    found: list[tuple[PhraseEntry, tuple[str, ...]]] = []
    faults: list[str] = []
    for entry, line in load_yaml_lines(data_file(lang, "gaps.yml"), PhraseEntry):
        try:
            found.append((entry, tuple(expression(phrase, classes) for phrase in entry.phrases)))
        except ValueError as fault:
            faults.append(f"{lang}/gaps.yml:{line} {entry.id}: {fault}")
    if faults:
        raise LexiconError(faults)
    return tuple(found)
