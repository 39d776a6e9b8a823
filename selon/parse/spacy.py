"""Texts → parses, with spaCy: the only module that knows it. It is imported where it is used, because that is slow.

What comes in: the exact text of a document. What goes out: `tree.Parse` with offsets into that text. The models read
a normalised form of the same length (`normalise`); sentences are given to them (`sentences`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from selon.errors import ModelError
from selon.parse.bounds import bounded_starts, bounded_words
from selon.parse.entities import tidied
from selon.parse.lemmas import Lemmas, read_lemmas
from selon.parse.mend import mended
from selon.parse.normalise import normalise
from selon.parse.sentences import dateline_end, open_places, paragraphs, sentence_starts
from selon.parse.tokenizer import TOKENIZERS
from selon.parse.tree import Entity, Parse, Row

WEIGHTS = Path(__file__).parent / "weights"
# Relations that every UD parser has, and none that is not UD.
_UD = frozenset({"nsubj", "obj", "obl", "nmod", "case", "conj"})

# Our models bring their own tokenizer and ask for nothing of spaCy's French, whose exceptions take 4 seconds to import.
_BARE = {"nlp.lang": "xx"}


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded language model with its name and version."""

    nlp: Any
    lang: str
    name: str
    version: str
    lemmas: Lemmas


@cache
def load(lang: str, model: str | None = None) -> Pipeline:
    """The language model of a language: ours, or an installed spaCy pipeline given by name or path.

    A model that is missing, broken, or has no UD parser is a ModelError that says what to do.
    """
    import spacy

    path = WEIGHTS / lang
    if model is None and not path.is_dir():
        raise ModelError(f"the language model for {lang!r} is not installed; install selon again, or give --model NAME")
    if model is not None and not Path(model).exists() and find_spec(model) is None:
        raise ModelError(f"there is no language model {model!r}; install it with pip, or leave --model out")
    try:
        nlp = spacy.load(model) if model else spacy.load(path, config=_BARE)
    except (OSError, ValueError) as fault:
        raise ModelError(f"the language model {model or path} cannot be loaded: {fault}") from fault
    _check_labels(nlp, model or str(path))
    _widen(nlp)
    if nlp.meta.get("vectors_by") == "LOWER":
        look_up_small(nlp)
    if model is None or nlp.meta.get("name") == f"selon_{lang}":
        nlp.tokenizer = TOKENIZERS[lang](nlp)
    version = str(nlp.meta.get("version", "unknown"))
    return Pipeline(nlp, lang, model or f"selon-{lang}", version, read_lemmas(Path(model or path)))


def look_up_small(nlp: Any) -> None:
    """Has the static vectors looked up by words in small letters, as in training: spaCy does not store that, and
    without it no capitalised word has a vector."""
    from spacy.vectors import Vectors

    old = nlp.vocab.vectors
    rows = sorted(old.key2row.items(), key=lambda pair: pair[1])
    keys = [key for key, row in rows if row >= 0]
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=old.data, keys=keys, name=old.name, attr="LOWER")


def _widen(nlp: Any) -> None:
    """Brings numbers that are stored in half precision, as our weights are, to the precision that is reckoned with."""
    nlp.vocab.vectors.data = _single(nlp.vocab.vectors.data)
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, _single(node.get_param(name)))


def _single(numbers: Any) -> Any:
    return numbers.astype("float32") if numbers.dtype == "float16" else numbers


def _check_labels(nlp: Any, name: str) -> None:
    labels = {label.partition(":")[0] for label in nlp.get_pipe("parser").labels} if nlp.has_pipe("parser") else set()
    if not labels >= _UD:
        raise ModelError(
            f"the language model {name!r} has no parser with Universal Dependencies labels "
            f"(missing: {', '.join(sorted(_UD - labels))}); choose a model that was trained on UD"
        )


def parse(text: str, lang: str, pipeline: Pipeline) -> Parse:
    """The parse of one text."""
    return next(parse_all([text], lang, pipeline))


def parse_all(texts: Iterable[str], lang: str, pipeline: Pipeline) -> Iterator[Parse]:
    """The parses of many texts, in order; each is what `parse` would give."""
    for text in texts:
        spans = paragraphs(text)
        docs = [_prepared(text[span.start : span.end], pipeline) for span in spans]
        builder = _Builder(text, lang, pipeline.lemmas)
        for number, (span, doc) in enumerate(zip(spans, pipeline.nlp.pipe(docs), strict=True)):
            builder.add(doc, span.start, number)
        yield builder.parse()


def _prepared(paragraph: str, pipeline: Pipeline) -> Any:
    """The tokens of a paragraph with their sentence starts set, so that the parser keeps them.

    What the rules leave open is left to the finder of sentence starts, where the model has one.
    """
    line = bounded_words(paragraph.replace("\n", " "))
    doc = pipeline.nlp.make_doc(normalise(line, pipeline.lemmas.forms))
    starts = {*bounded_starts(line, sentence_starts(paragraph, pipeline.lang)), dateline_end(paragraph)}
    unsure = set(open_places(paragraph)) if pipeline.nlp.has_pipe("senter") else set()
    begun = True
    for token in doc:
        begun = begun or token.idx in starts
        token.is_sent_start = None if token.idx in unsure and not begun else begun and not token.is_space
        if not token.is_space:
            begun = False
    return doc


class _Builder:
    """Collects the tokens of a document's paragraphs, without blank ones."""

    def __init__(self, text: str, lang: str, lemmas: Lemmas) -> None:
        self.text, self.lang, self.lemmas = text, lang, lemmas
        self.rows: list[Row] = []
        self.sentences: list[tuple[int, int, int]] = []
        self.entities: list[Entity] = []

    def add(self, doc: Any, offset: int, paragraph: int) -> None:
        """Adds the tokens, sentences and entities of a paragraph that begins at `offset`."""
        places: dict[int, int] = {}
        story = dateline_end(self.text[offset : offset + len(doc.text)])
        for sentence in doc.sents:
            tokens = [token for token in sentence if not token.is_space]
            first = len(self.rows)
            places.update({token.i: first + number for number, token in enumerate(tokens)})
            for token in tokens:
                self.rows.append(self._row(token, offset, places))
            if tokens and story and tokens[0].idx == story:
                self._join_dateline(first)
            elif tokens:
                self.sentences.append((first, len(self.rows), paragraph))
        for entity in doc.ents:
            inside = [places[token.i] for token in entity if token.i in places]
            if inside:
                self.entities.append(Entity(inside[0], inside[-1] + 1, entity.label_))

    def _join_dateline(self, first: int) -> None:
        """Hangs the dateline, which is parsed apart, on the sentence that begins at row `first`."""
        start, _, paragraph = self.sentences.pop()
        root = next(i for i in range(first, len(self.rows)) if self.rows[i].head == i)
        for i in range(start, first):
            if self.rows[i].head == i:
                self.rows[i] = replace(self.rows[i], head=root, rel="parataxis")
        self.sentences.append((start, len(self.rows), paragraph))

    def _row(self, token: Any, offset: int, places: dict[int, int]) -> Row:
        start = offset + token.idx
        head = places.get(token.head.i, places[token.i])
        text = self.text[start : start + len(token.text)]
        lemma = text if token.pos_ == "PUNCT" else self.lemmas.of(token.lower_, token.pos_, token.lemma_)
        return Row(
            text=text,
            start=start,
            lemma=lemma,
            pos=token.pos_,
            morph=token.morph.to_dict(),
            head=head,
            rel="root" if head == places[token.i] else token.dep_,
        )

    def parse(self) -> Parse:
        """The parse of all that was added."""
        rows = mended(self.rows, self.sentences, self.lang, self.lemmas)
        entities = tidied(rows, self.sentences, self.entities, self.lang)
        return Parse(self.text, self.lang, rows, self.sentences, entities)
