"""The grammar engine: phrases of the lexicon as tries, matched on pieces.

A phrase is written as words and `{symbols}`: `(a|b c)` is a choice, `?` makes the item before it optional, `[…]` at an
end is context that must stand there but is no part of the expression, `{symbol>field}` puts what the symbol says into
one field (a nested reading) in place of merging it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from selon.extract.times.pieces import Piece, cut
from selon.extract.times.reading import Reading

Fields = tuple[tuple[str, Any], ...]
Item = tuple[str, str]
Wording = tuple[Item, ...]
Terminal = Callable[[Sequence[Piece], int], list[tuple[int, Fields]]]
Check = Callable[[str, "Match"], bool]

_ITEM = re.compile(r"\{[a-z_]+(?:>[a-z_]+)?\}|[()|?\[\]]|[^\s()|?\[\]{}]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a phrase gives when it matches: its place in the file, constant fields, names of checks."""

    order: int
    symbol: str
    fields: Fields
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces [start, end) read as `fields`; `first` and `stop` bound the expression without its context."""

    start: int
    end: int
    first: int
    stop: int
    fields: Fields
    rule: Rule

    def reading(self) -> Reading:
        """The fields as a reading; what is said later in the words overrides."""
        return Reading(**dict(self.fields))


@dataclass(slots=True)
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    symbols: dict[tuple[str, str], "_Node"] = field(default_factory=dict)
    marks: dict[str, "_Node"] = field(default_factory=dict)
    rule: Rule | None = None
    ways: dict[str, tuple[tuple[str, str, "_Node"], ...]] = field(default_factory=dict)


def expand(phrase: str) -> list[Wording]:
    """All the plain sequences that a phrase stands for: items are (kind, text), kind one of word, symbol, mark.

    >>> [" ".join(text for _, text in items) for items in expand("(le|ce) {weekday} dernier?")]
    ['le {weekday} dernier', 'le {weekday}', 'ce {weekday} dernier', 'ce {weekday}']
    """
    tokens = _ITEM.findall(phrase)
    if "".join(tokens) != phrase.replace(" ", ""):
        raise ValueError(f"{phrase!r} is not a phrase")
    found, rest = _choice(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"{phrase!r} has an unmatched {tokens[rest]!r}")
    return [sequence for sequence in dict.fromkeys(found) if sequence]


def _choice(tokens: list[str], at: int) -> tuple[list[Wording], int]:
    found: list[Wording] = []
    while True:
        branch, at = _series(tokens, at)
        found += branch
        if at == len(tokens) or tokens[at] != "|":
            return found, at
        at += 1


def _series(tokens: list[str], at: int) -> tuple[list[Wording], int]:
    found: list[Wording] = [()]
    while at < len(tokens) and tokens[at] not in "|)]":
        items, at = _one(tokens, at)
        if at < len(tokens) and tokens[at] == "?":
            items, at = [*items, ()], at + 1
        found = [left + right for left in found for right in items]
    return found, at


def _one(tokens: list[str], at: int) -> tuple[list[Wording], int]:
    token = tokens[at]
    if token == "(":
        items, at = _choice(tokens, at + 1)
        if at == len(tokens):
            raise ValueError("a group is not closed")
        return items, at + 1
    if token == "[":
        items, at = _choice(tokens, at + 1)
        if at == len(tokens):
            raise ValueError("a context is not closed")
        return [(("mark", "["), *item, ("mark", "]")) for item in items], at + 1
    if token[0] == "{":
        return [(("symbol", token),)], at + 1
    if token == "?":
        raise ValueError("'?' follows nothing")
    pieces = [piece.lower for piece in cut(token)]
    return [tuple(("word", word) for word in pieces if len(pieces) == 1 or word != "'")], at + 1


class Grammar:
    """Symbols with their tries and terminals; `run` reads them in a text."""

    def __init__(self, terminals: Mapping[str, Terminal], openers: Mapping[str, frozenset[str]]) -> None:
        """`terminals` read single symbols in code; `openers` are the words that each may begin with ('' digits)."""
        self._terminals = terminals
        self._openers = openers
        self._roots: dict[str, _Node] = {}
        self._wordings: dict[str, list[Wording]] = {}
        self._opens: dict[str, frozenset[str]] = {}
        self._order = 0

    def add(self, symbol: str, phrases: Sequence[str], fields: Fields, checks: tuple[str, ...]) -> None:
        """Adds the phrases of one entry; ValueError says what is wrong with one."""
        for phrase in phrases:
            self._order += 1
            rule = Rule(self._order, symbol, fields, checks)
            for sequence in expand(phrase):
                self._insert(self._roots.setdefault(symbol, _Node()), sequence, rule)
                self._wordings.setdefault(symbol, []).append(sequence)

    def _insert(self, node: _Node, sequence: Wording, rule: Rule) -> None:
        for kind, text in sequence:
            if kind == "word":
                node = node.words.setdefault(text, _Node())
            elif kind == "mark":
                node = node.marks.setdefault(text, _Node())
            else:
                name, _, into = text[1:-1].partition(">")
                node = node.symbols.setdefault((name, into), _Node())
        if node.rule is None:
            node.rule = rule

    def unknown(self) -> list[str]:
        """The symbols that phrases name and nothing defines."""
        named: set[str] = set()
        todo = list(self._roots.values())
        while todo:
            node = todo.pop()
            named.update(name for name, _ in node.symbols)
            todo += [*node.words.values(), *node.symbols.values(), *node.marks.values()]
        return sorted(named - set(self._roots) - set(self._terminals))

    def opens(self, symbol: str) -> frozenset[str]:
        """The words that a symbol may begin with; '' stands for digits."""
        if symbol not in self._opens:
            self._opens[symbol] = self._first_words(symbol)
        return self._opens[symbol]

    def _first_words(self, symbol: str) -> frozenset[str]:
        seen: set[str] = set()
        words: set[str] = set()
        todo = [symbol]
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            words |= self._openers.get(name, frozenset())
            nodes = [self._roots[name]] if name in self._roots else []
            while nodes:
                node = nodes.pop()
                words.update(node.words)
                todo += [each for each, _ in node.symbols]
                nodes += node.marks.values()
        return frozenset(words)

    @cached_property
    def words(self) -> frozenset[str]:
        """All the words that a symbol may begin with."""
        return frozenset().union(*(self.opens(name) for name in (*self._roots, *self._terminals)))

    def keys(self, symbol: str, classes: Mapping[str, frozenset[str]], common: frozenset[str]) -> frozenset[str]:
        """Words of which every text of the symbol holds one: of each wording the item with the fewest `common` words.

        `classes` are such words of the terminals that are word classes.
        """
        known = dict(classes)

        def of_symbol(name: str) -> frozenset[str]:
            if name not in known:
                known[name] = frozenset() if name in self._roots else self._openers.get(name, frozenset())
                best = [min(map(of_item, _plain(each)), key=cost) for each in self._wordings.get(name, ())]
                known[name] = known[name].union(*best)
            return known[name]

        def of_item(item: Item) -> frozenset[str]:
            kind, text = item
            if kind == "word":
                return frozenset(("" if text.isdecimal() else text,))
            return of_symbol(text[1:-1].partition(">")[0])

        def cost(words: frozenset[str]) -> tuple[int, bool, int]:
            return sum(each in common or not each.isalpha() for each in words if each), "" in words, len(words)

        return of_symbol(symbol)

    def run(self, pieces: Sequence[Piece], check: Check) -> "Run":
        """A matcher over these pieces that remembers what it found; `check` judges a match by the name of a check."""
        return Run(self, self._roots, self._terminals, pieces, check)


# Where a way ends, where its own words begin and end (-1: with it), what it says, and its rule.
_Found = tuple[int, int, int, Fields, Rule]


class Run:
    """One text's matching, with a memory by symbol and place."""

    def __init__(
        self,
        grammar: Grammar,
        roots: Mapping[str, _Node],
        terminals: Mapping[str, Terminal],
        pieces: Sequence[Piece],
        check: Check,
    ) -> None:
        self._grammar = grammar
        self._words = ["" if piece.is_number else piece.lower for piece in pieces]
        self._roots = roots
        self._terminals = terminals
        self._pieces = pieces
        self._check = check
        self._known: dict[tuple[str, int], list[tuple[int, Fields]]] = {}

    def matches(self, symbol: str, at: int) -> list[Match]:
        """The readings of `symbol` that begin at piece `at`: for each end the earliest rule, longest first."""
        best: dict[int, Match] = {}
        found: list[_Found] = []
        self._walk(self._roots[symbol], at, at, -1, (), found)
        for end, first, stop, fields, rule in found:
            known = best.get(end)
            if known is None or rule.order < known.rule.order:
                match = Match(at, end, first, stop if stop >= 0 else end, fields + rule.fields, rule)
                if all(self._check(check, match) for check in rule.checks):
                    best[end] = match
        return [best[end] for end in sorted(best, reverse=True)]

    def _walk(self, node: _Node, at: int, first: int, stop: int, fields: Fields, found: "list[_Found]") -> None:
        """Adds the ends of all ways from a node on, in the order of the file."""
        if node.rule is not None:
            found.append((at, first, stop, fields, node.rule))
        if node.marks:
            if "]" in node.marks:
                self._walk(node.marks["]"], at, first if stop >= 0 else at, stop, fields, found)
            if "[" in node.marks:
                self._walk(node.marks["["], at, first, at if at > first else stop, fields, found)
        if at >= len(self._pieces):
            return
        if node.words:
            following = node.words.get(self._pieces[at].lower)
            if following is not None:
                self._walk(following, at + 1, first, stop, fields, found)
        if not node.symbols or self._words[at] not in self._grammar.words:
            return
        for name, into, following in self._ways(node, self._words[at]):
            for end, said in self._read(name, at):
                self._walk(following, end, first, stop, fields + _stored(said, into), found)

    def _ways(self, node: _Node, word: str) -> tuple[tuple[str, str, _Node], ...]:
        """The symbols at a node that may begin with a word; remembered for the words of the lexicon."""
        ways = node.ways.get(word)
        if ways is None:
            opens = self._grammar.opens
            ways = tuple(
                (name, into, following) for (name, into), following in node.symbols.items() if word in opens(name)
            )
            node.ways[word] = ways
        return ways

    def _read(self, symbol: str, at: int) -> list[tuple[int, Fields]]:
        known = self._known.get((symbol, at))
        if known is None:
            if symbol in self._terminals:
                known = self._terminals[symbol](self._pieces, at)
            else:
                known = [(match.end, match.fields) for match in self.matches(symbol, at)]
            self._known[symbol, at] = known
        return known


def _plain(wording: Wording) -> Wording:
    return tuple(item for item in wording if item[0] != "mark")


def _stored(said: Fields, into: str) -> Fields:
    if not into:
        return said
    if into in ("first", "last", "more"):
        return ((into, Reading(**dict(said))),)
    return ((into, said[0][1]),)
