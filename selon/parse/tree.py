"""The parse of a document: tokens in a UD dependency tree, read by the names of UD.

What comes in: a spaCy analysis or CoNLL-U (see `spacy`, `conllu`). What goes out: `Parse`, the only view of the
language analysis that the extract rooms have. Contractions (« du », « aux ») are one token with the adposition's
lemma, head and relation, and the feature Contraction=Yes.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from selon.model.span import Span, Words


@dataclass(frozen=True, slots=True)
class Row:
    """One token as an analysis gives it; `head` is an index into the document's tokens (its own for a root)."""

    text: str
    start: int
    lemma: str
    pos: str
    morph: Mapping[str, str]
    head: int
    rel: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: tokens [start, end) with a label PER, ORG, LOC or MISC."""

    start: int
    end: int
    label: str


class Token:
    """A word in its tree. Relations are asked by UD name; a base name (`nsubj`) matches its sub-types too."""

    __slots__ = (
        "_children",
        "_head",
        "end",
        "i",
        "lemma",
        "lower",
        "morph",
        "parse",
        "pos",
        "rel",
        "sentence_i",
        "start",
        "text",
    )

    def __init__(self, parse: "Parse", i: int, row: Row, sentence_i: int) -> None:
        self.parse = parse
        self.i = i
        self.text = row.text
        self.lower = row.text.lower().replace("’", "'")
        self.lemma = row.lemma
        self.pos = row.pos
        self.morph = row.morph
        self.rel = row.rel
        self.start = row.start
        self.end = row.start + len(row.text)
        self.sentence_i = sentence_i
        self._head = row.head
        self._children: list[int] = []

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.lemma}/{self.pos}, {self.rel}→{self._head})"

    @property
    def span(self) -> Span:
        """The token's place in the text."""
        return Span(self.start, self.end)

    @property
    def head(self) -> "Token | None":
        """The governing token; None for the root of a sentence."""
        return None if self._head == self.i else self.parse.tokens[self._head]

    @property
    def children(self) -> list["Token"]:
        """The direct dependents, in text order."""
        tokens = self.parse.tokens
        return [tokens[i] for i in self._children]

    @property
    def base(self) -> str:
        """The relation without its sub-type: `nsubj` of `nsubj:pass`."""
        return self.rel.partition(":")[0]

    @property
    def sentence(self) -> "Sentence":
        """The sentence that holds the token."""
        return self.parse.sentences[self.sentence_i]

    def has_rel(self, *rels: str) -> bool:
        """Whether the relation is one of `rels`, exactly or by base name."""
        return self.rel in rels or self.base in rels

    def all(self, *rels: str) -> list["Token"]:
        """The dependents with one of the relations, in text order."""
        return [child for child in self.children if child.has_rel(*rels)]

    def first(self, *rels: str) -> "Token | None":
        """The first dependent with one of the relations, in text order."""
        return next((child for child in self.children if child.has_rel(*rels)), None)

    def ancestors(self) -> Iterator["Token"]:
        """The governors from the nearest up to the root."""
        token = self.head
        seen = {self.i}
        while token is not None and token.i not in seen:
            seen.add(token.i)
            yield token
            token = token.head

    def subtree(self) -> list["Token"]:
        """The token and all that depends on it, in text order."""
        found: set[int] = set()
        todo = [self.i]
        tokens = self.parse.tokens
        while todo:
            i = todo.pop()
            if i not in found:
                found.add(i)
                todo.extend(tokens[i]._children)
        return [tokens[i] for i in sorted(found)]

    def subtree_span(self) -> Span:
        """From the first to the last character of the subtree."""
        tokens = self.subtree()
        return Span(tokens[0].start, tokens[-1].end)

    def conjuncts(self) -> list["Token"]:
        """The token and what is coordinated with it (conj), the token first; for a conjunct, those after it only."""
        found = [self]
        for child in self.children:
            if child.base == "conj":
                found.extend(child.conjuncts())
        return sorted(found, key=lambda token: token.i)

    def is_(self, feature: str, value: str) -> bool:
        """Whether a morphological feature has the value: `token.is_("Mood", "Cnd")`."""
        return self.morph.get(feature) == value


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens [start, end) of the document; `paragraph` counts from 0."""

    parse: "Parse"
    i: int
    start: int
    end: int
    paragraph: int

    @property
    def tokens(self) -> list[Token]:
        """The tokens, in text order."""
        return self.parse.tokens[self.start : self.end]

    @property
    def span(self) -> Span:
        """From the first to the last character."""
        return Span(self.parse.tokens[self.start].start, self.parse.tokens[self.end - 1].end)

    @property
    def roots(self) -> list[Token]:
        """The tokens without a governor (one, in a well-formed tree)."""
        return [token for token in self.tokens if token.head is None]


class Parse:
    """A document's text with its tokens, sentences and named entities."""

    def __init__(
        self,
        text: str,
        lang: str,
        rows: Sequence[Row],
        sentences: Sequence[tuple[int, int, int]],
        entities: Sequence[Entity] = (),
    ) -> None:
        """`sentences` are (first token, end token, paragraph) and cover all tokens in order.

        A row that does not stand in the text where it says, or a head outside its sentence, is a ValueError.
        """
        self.text = text
        self.lang = lang
        self.sentences = [Sentence(self, i, *bounds) for i, bounds in enumerate(sentences)]
        self.tokens: list[Token] = []
        for sentence in self.sentences:
            for i in range(sentence.start, sentence.end):
                self.tokens.append(self._token(i, rows[i], sentence))
        if len(self.tokens) != len(rows):
            raise ValueError(f"{len(rows)} tokens, but the sentences hold {len(self.tokens)}")
        for token in self.tokens:
            if token._head != token.i:
                self.tokens[token._head]._children.append(token.i)
        self.entities = sorted(entities, key=lambda entity: (entity.start, -entity.end))

    def _token(self, i: int, row: Row, sentence: Sentence) -> Token:
        if self.text[row.start : row.start + len(row.text)] != row.text:
            raise ValueError(f"token {i} {row.text!r} does not stand at {row.start}")
        if not sentence.start <= row.head < sentence.end:
            raise ValueError(f"token {i} {row.text!r} has its head {row.head} outside its sentence")
        return Token(self, i, row, sentence.i)

    def words(self, start: int, end: int) -> Words:
        """The words from the first character of token `start` to the last of token `end - 1`."""
        return Words.of(self.text, self.tokens[start].start, self.tokens[end - 1].end)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that share a character with the span, in text order."""
        first = max(bisect_left(self._starts, span.start + 1) - 1, 0)
        last = bisect_left(self._starts, span.end)
        return [token for token in self.tokens[first:last] if token.end > span.start]

    def head_of(self, start: int, end: int) -> Token:
        """The token of [start, end) that governs the others: the first whose head lies outside."""
        for token in self.tokens[start:end]:
            if token.head is None or not start <= token.head.i < end:
                return token
        return self.tokens[start]
