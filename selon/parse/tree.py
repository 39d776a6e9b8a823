"""The parse of a document: tokens in a UD dependency tree, read by the names of UD.

What comes in: a spaCy analysis or CoNLL-U (see `spacy`, `conllu`). What goes out: `Parse`, the only view of the
language analysis that the extract rooms have. Contractions (« du », « aux ») are one token with the adposition's
lemma, head and relation, and the feature Contraction=Yes.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from selon.lexicon.letters import bare
from selon.model.span import Span, Words


@dataclass(frozen=True, slots=True)
class Row:
    """One token as an analysis gives it; `head` is an index into the document's tokens (its own for a root).

    `length` is that of the word in the document where it is another one there, with accents as characters of their own.
    """

    text: str
    start: int
    lemma: str
    pos: str
    morph: Mapping[str, str]
    head: int
    rel: str
    length: int | None = None

    @property
    def end(self) -> int:
        """Where the word ends in the document."""
        return self.start + (len(self.text) if self.length is None else self.length)


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: tokens [start, end) with a label PER, ORG, LOC or MISC."""

    start: int
    end: int
    label: str


class Token:
    """A word in its tree. Relations are asked by UD name; a base name (`nsubj`) matches its sub-types too."""

    __slots__ = (
        "base",
        "children",
        "end",
        "head",
        "i",
        "lemma",
        "lower",
        "morph",
        "parse",
        "pos",
        "rel",
        "sentence",
        "sentence_i",
        "span",
        "start",
        "text",
    )
    head: "Token | None"

    def __init__(self, parse: "Parse", i: int, row: Row, sentence: "Sentence") -> None:
        """`base` is the relation without its sub-type (`nsubj` of `nsubj:pass`); `head` the governing token, None for
        the root of a sentence; `children` the direct dependents, in text order."""
        self.parse = parse
        self.i = i
        self.text = row.text
        self.lower = row.text.lower().replace("’", "'")
        self.lemma = row.lemma
        self.pos = row.pos
        self.morph = row.morph
        self.rel = row.rel
        self.base = row.rel.partition(":")[0]
        self.start = row.start
        self.end = row.end
        self.span = Span(self.start, self.end)
        self.sentence = sentence
        self.sentence_i = sentence.i
        self.head = None
        self.children: list[Token] = []

    def __repr__(self) -> str:
        head = self.i if self.head is None else self.head.i
        return f"Token({self.i}, {self.text!r}, {self.lemma}/{self.pos}, {self.rel}→{head})"

    def has_rel(self, *rels: str) -> bool:
        """Whether the relation is one of `rels`, exactly or by base name."""
        return self.rel in rels or self.base in rels

    def all(self, *rels: str) -> list["Token"]:
        """The dependents with one of the relations, in text order."""
        return [child for child in self.children if child.rel in rels or child.base in rels]

    def first(self, *rels: str) -> "Token | None":
        """The first dependent with one of the relations, in text order."""
        for child in self.children:
            if child.rel in rels or child.base in rels:
                return child
        return None

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
        if not self.children:
            return [self]
        found = {self.i: self}
        todo = [*self.children]
        while todo:
            token = todo.pop()
            if token.i not in found:
                found[token.i] = token
                todo.extend(token.children)
        return [found[i] for i in sorted(found)]

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
        return found if len(found) == 1 else sorted(found, key=lambda token: token.i)

    def is_(self, feature: str, value: str) -> bool:
        """Whether a morphological feature has the value: `token.is_("Mood", "Cnd")`; what has a plural only is one."""
        found = self.morph.get(feature)
        return found == value or (value == "Plur" and found == "Ptan")


@dataclass(frozen=True, eq=False)
class Sentence:
    """Tokens [start, end) of the document; `paragraph` counts from 0."""

    parse: "Parse"
    i: int
    start: int
    end: int
    paragraph: int

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens, in text order."""
        return self.parse.tokens[self.start : self.end]

    @cached_property
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

        A row that does not stand in the text where it says (a headline in capitals may have become prose), or a head
        outside its sentence, is a ValueError.
        """
        self.text = text
        self.lang = lang
        self.sentences = [Sentence(self, i, *bounds) for i, bounds in enumerate(sentences)]
        self.tokens: list[Token] = []
        for sentence in self.sentences:
            for i in range(sentence.start, sentence.end):
                row = rows[i]
                if not (sentence.start <= row.head < sentence.end and text.startswith(row.text, row.start)):
                    self._refuse(i, row, sentence)
                self.tokens.append(Token(self, i, row, sentence))
        if len(self.tokens) != len(rows):
            raise ValueError(f"{len(rows)} tokens, but the sentences hold {len(self.tokens)}")
        for token, row in zip(self.tokens, rows, strict=True):
            if row.head != token.i:
                token.head = self.tokens[row.head]
                token.head.children.append(token)
        self.entities = sorted(entities, key=lambda entity: (entity.start, -entity.end))

    def _refuse(self, i: int, row: Row, sentence: Sentence) -> None:
        if bare(normalize("NFC", self.text[row.start : row.end])) != bare(row.text):
            raise ValueError(f"token {i} {row.text!r} does not stand at {row.start}")
        if not sentence.start <= row.head < sentence.end:
            raise ValueError(f"token {i} {row.text!r} has its head {row.head} outside its sentence")

    def words(self, start: int, end: int) -> Words:
        """The words from the first character of token `start` to the last of token `end - 1`."""
        return Words.of(self.text, self.tokens[start].start, self.tokens[end - 1].end)

    def entities_at(self, i: int) -> tuple[Entity, ...]:
        """The named entities that token `i` stands in, by their start."""
        return self._entities.get(i, ())

    @cached_property
    def _entities(self) -> dict[int, tuple[Entity, ...]]:
        found: dict[int, tuple[Entity, ...]] = {}
        for entity in self.entities:
            for i in range(entity.start, entity.end):
                found[i] = (*found.get(i, ()), entity)
        return found

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
