"""The lexicon of times of one language: time.yml (words) and time_phrases.yml (phrases) as a grammar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from selon.errors import LexiconError
from selon.extract.times import terminals
from selon.extract.times.grammar import Fields, Grammar, Terminal
from selon.extract.times.numbers import Number
from selon.extract.times.pieces import Piece, cut
from selon.extract.times.reading import field_value
from selon.extract.times.terminals import WordClass, Wording, word_fields
from selon.lexicon.kept import kept
from selon.lexicon.load import data_file, load_yaml_lines

_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
             "xvii", "xviii", "xix", "xx", "xxi")  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordEntry:
    """Words of a class. What they fill in is `value`, in the field `fills` or in the one named like the class."""

    class_: str
    words: tuple[str, ...]
    value: str = ""
    fills: str = ""
    abbreviation: bool = False
    capital: bool = False
    lower: bool = False


@dataclass(frozen=True, slots=True)
class PhraseEntry:
    """Phrases of a symbol, the fields that they give, and the checks that they must pass."""

    name: str
    phrases: tuple[str, ...]
    give: Mapping[str, str] = field(default_factory=dict)
    checks: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class TimeLexicon:
    """Word classes by name and the grammar that uses them."""

    def __init__(self, classes: Mapping[str, WordClass], grammar: Grammar) -> None:
        self._classes = classes
        self._none = WordClass()
        self.grammar = grammar
        self.opens = grammar.opens("time")
        common = frozenset(classes["common"].wordings) if "common" in classes else frozenset()
        rare = {name: each.rarest(common) for name, each in classes.items()}
        self.keys = grammar.keys("time", rare, common)

    def has(self, name: str, word: str) -> bool:
        """Whether the class `name` has a wording that begins with `word`."""
        return word in self._classes.get(name, self._none)

    def end_of(self, name: str, pieces: Sequence[Piece], at: int) -> int | None:
        """Where the longest wording of the class `name` that begins at a piece ends."""
        return max((end for end, _ in self._classes.get(name, self._none)(pieces, at)), default=None)


@kept
def lexicon(lang: str) -> TimeLexicon:
    """The lexicon of a language, loaded once. Faults in its files are one LexiconError."""
    return load(data_file(lang, "time.yml"), data_file(lang, "time_phrases.yml"))


def load(words: Path, phrases: Path) -> TimeLexicon:
    """The lexicon in two files; all faults of both at once."""
    faults: list[str] = []
    classes = _classes(words, faults)
    read = _terminals(classes)
    grammar = Grammar(read, _openers(classes, read))
    for entry, line in load_yaml_lines(phrases, PhraseEntry):
        try:
            given: Fields = tuple((name, field_value(name, value)) for name, value in entry.give.items())
            grammar.add(entry.name, entry.phrases, given, entry.checks)
        except ValueError as fault:
            faults.append(f"{phrases.parent.name}/{phrases.name}:{line} {entry.name}: {fault}")
    faults += [f"{phrases.parent.name}/{phrases.name} {{{name}}}: not defined" for name in grammar.unknown()]
    if faults:
        raise LexiconError(faults)
    return TimeLexicon(classes, grammar)


def _classes(path: Path, faults: list[str]) -> dict[str, WordClass]:
    classes: dict[str, WordClass] = {}
    for entry, line in load_yaml_lines(path, WordEntry):
        try:
            fields = word_fields(entry.class_, entry.fills, entry.value)
        except ValueError as fault:
            faults.append(f"{path.parent.name}/{path.name}:{line} {fault}")
            continue
        for word in entry.words:
            pieces = tuple(piece.lower for piece in cut(word) if piece.text not in ("'", "’"))
            wording = Wording(pieces, fields, entry.abbreviation, entry.capital, entry.lower)
            classes.setdefault(entry.class_, WordClass()).add(wording)
    return classes


def _terminals(classes: Mapping[str, WordClass]) -> dict[str, Terminal]:
    none = WordClass()

    def get(name: str) -> WordClass:
        return classes.get(name, none)

    found: dict[str, Terminal] = dict(classes)
    found["number"] = Number(get("number"), get("joiner"), get("tens_over"))
    found["ordinal"] = terminals.Ordinal(get("ordinal"), get("ordinal_ending"))
    found["dom"] = terminals.DayOfMonth(get("first_of_month"), get("ordinal_ending"))
    found["tens"] = terminals.decade
    found["year"] = terminals.Bounded("year", 1000, 2199, (4,))
    found["yy"] = terminals.Bounded("year", 0, 99, (2,))
    found["mon"] = terminals.Bounded("month", 1, 12, (1, 2))
    found["late_dom"] = terminals.Bounded("day", 13, 31, (2,))
    found["hour"] = terminals.Bounded("hour", 0, 24, (1, 2))
    found["minute"] = terminals.Bounded("minute", 0, 59, (2,))
    found["hhmm"] = terminals.clock_digits
    found["digit"] = terminals.Bounded("low", 1, 4, (1,))
    return found


def _openers(classes: Mapping[str, WordClass], read: Mapping[str, Terminal]) -> dict[str, frozenset[str]]:
    """The words that each terminal may begin with; '' for digits, which the terminals in code read."""
    openers = {name: frozenset(each.wordings) for name, each in classes.items()}
    for name in read:
        if name not in classes or name in ("number", "ordinal"):
            openers[name] = openers.get(name, frozenset()) | {""}
    openers["dom"] |= openers.get("first_of_month", frozenset())
    endings = ["", *openers.get("ordinal_ending", ())]
    openers["ordinal"] |= {numeral + ending for numeral in _NUMERALS for ending in endings}
    return openers
