"""Texts → parses, with spaCy: the only module that knows it. It is imported where it is used, because that is slow.

What comes in: the exact text of a document. What goes out: `tree.Parse` with offsets into that text. The models read
a normalised form of the same length (`normalise`, `capitals`), without blanks in a row (`blanks`); sentences are given
to them (`sentences`); what they say is put together in `builder`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from selon.errors import ModelError
from selon.parse import guess, quick
from selon.parse.apply import Applied
from selon.parse.blanks import squeezed
from selon.parse.bounds import bounded_starts, bounded_words
from selon.parse.builder import GIVEN, Builder, Given
from selon.parse.capitals import Prose
from selon.parse.lemmas import Lemmas, read_lemmas
from selon.parse.normalise import is_shouted, normalise
from selon.parse.sentences import dateline_end, open_places, paragraphs, sentence_starts
from selon.parse.stems import lend_vectors
from selon.parse.tokenizer import TOKENIZERS
from selon.parse.tree import Parse, Row

WEIGHTS = Path(__file__).parent / "weights"
# Relations that every UD parser has, and none that is not UD.
_UD = frozenset({"nsubj", "obj", "obl", "nmod", "case", "conj"})

# Our models have their own tokenizer and ask for nothing of spaCy's French, whose exceptions take 4 seconds to import,
# nor for the expressions by which spaCy would find tokens.
_NO_TOKENIZER = "selon.no_tokenizer.v1"
_BARE = {"nlp.lang": "xx", "nlp.tokenizer": {"@tokenizers": _NO_TOKENIZER}}
# Paragraphs that go through the model at once: fewer are slower, and more do not stay in the processor's cache.
_TOGETHER = 64
# The parts that find names.
_NAMING = ("ner",)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded language model with its name and version."""

    nlp: Any
    lang: str
    name: str
    version: str
    lemmas: Lemmas
    guesser: guess.Guesser | None
    applied: Applied | None

    @property
    def prose(self) -> Prose:
        """What writes headlines in capitals as prose."""
        return Prose(self.lang, self.lemmas.forms)


@cache
def load(lang: str, model: str | None = None) -> Pipeline:
    """The language model of a language: ours, or an installed spaCy pipeline given by name or path.

    A model that is missing, broken, or has no UD parser is a ModelError that says what to do.
    """
    spacy = quick.spacy()
    path = WEIGHTS / lang
    if model is None and not path.is_dir():
        raise ModelError(f"the language model for {lang!r} is not installed; install selon again, or give --model NAME")
    if model is not None and not Path(model).exists() and find_spec(model) is None:
        raise ModelError(f"there is no language model {model!r}; install it with pip, or leave --model out")
    try:
        nlp = spacy.load(model) if model else _own(path)
    except (OSError, ValueError) as fault:
        raise ModelError(f"the language model {model or path} cannot be loaded: {fault}") from fault
    _check_labels(nlp, model or str(path))
    _widen(nlp)
    if nlp.meta.get("vectors_by") == "LOWER":
        look_up_small(nlp)
    if model is None or nlp.meta.get("name") == f"selon_{lang}":
        nlp.tokenizer = TOKENIZERS[lang](nlp)
    version = str(nlp.meta.get("version", "unknown"))
    lemmas = read_lemmas(Path(model or path), lang)
    return Pipeline(nlp, lang, model or f"selon-{lang}", version, lemmas, guess.Guesser.of(nlp), Applied.of(nlp))


def _own(path: Path) -> Any:
    """One of our own models, before it has its tokenizer."""
    import spacy
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry

    registry.tokenizers(_NO_TOKENIZER, func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    return spacy.load(path, config=_BARE, exclude=["tokenizer"])


def look_up_small(nlp: Any) -> None:
    """Has the static vectors looked up by words in small letters, as in training: spaCy does not store that, and
    without it no capitalised word has a vector."""
    from spacy.vectors import Vectors

    old = nlp.vocab.vectors
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=old.data, name=old.name, attr="LOWER")
    nlp.vocab.vectors.key2row.update(old.key2row)


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
    """The parses of many texts, in order; each is what `parse` would give.

    Their paragraphs go through the model together, which is faster and gives the same numbers.
    """
    found = [(text, paragraphs(text)) for text in texts]
    prepared = (_prepared(text[span.start : span.end], pipeline) for text, spans in found for span in spans)
    docs = _applied(prepared, pipeline)
    for text, spans in found:
        again = partial(_again, pipeline)
        builder = Builder(text, lang, pipeline.nlp.vocab.strings, pipeline.lemmas, pipeline.guesser, again)
        # Not strict: the first paragraph of the next text would be lost.
        for number, (span, doc) in enumerate(zip(spans, docs, strict=False)):
            builder.add(doc, span.start, number)
        yield builder.parse()


def _applied(docs: Iterable[Any], pipeline: Pipeline, spared: Sequence[str] = ()) -> Iterator[Any]:
    """The documents with all that the model finds, but for parts that are spared and for what is guessed later."""
    spared = [*spared, guess.NAME] if pipeline.guesser else [*spared]
    if pipeline.applied is not None:
        return pipeline.applied.pipe(docs, spared)
    return iter(pipeline.nlp.pipe(docs, batch_size=_TOGETHER, disable=spared))


def _again(pipeline: Pipeline, sentences: Sequence[Sequence[Row]]) -> Iterator[Any]:
    """What the model says of sentences by themselves, word for word; it finds no names in them."""
    return _applied((_sentence(rows, pipeline) for rows in sentences), pipeline, _NAMING)


def _sentence(rows: Sequence[Row], pipeline: Pipeline) -> Any:
    """The words of one sentence, ready for the model."""
    from spacy.tokens import Doc

    words = [normalise(row.text) for row in rows]
    spaces = [row.end < after.start for row, after in pairwise([*rows, rows[-1]])]
    starts: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
    doc = Doc(pipeline.nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
    if pipeline.lang == "en" and pipeline.nlp.meta.get("vectors_by") == "LOWER":
        lend_vectors(doc)
    return doc


def _prepared(paragraph: str, pipeline: Pipeline) -> Any:
    """The tokens of a paragraph with their sentence starts set, so that the parser keeps them.

    What the rules leave open is left to the finder of sentence starts, where the model has one; but names begin no
    sentence unless a mark says so.
    """
    paragraph, places = squeezed(paragraph)
    line = bounded_words(paragraph)
    titled = pipeline.prose.is_titled(line)
    calm = normalise(pipeline.prose.untitled(line) if titled else line, pipeline.prose)
    story = dateline_end(paragraph)
    doc = pipeline.nlp.make_doc(calm)
    doc.user_data[GIVEN] = Given(places, story, calm if titled or is_shouted(line) else None)
    if pipeline.lang == "en" and pipeline.nlp.meta.get("vectors_by") == "LOWER":
        lend_vectors(doc)
    starts = {*bounded_starts(line, sentence_starts(paragraph, pipeline.lang)), story}
    unsure = set(open_places(paragraph, pipeline.lang)) if pipeline.nlp.has_pipe("senter") else set()
    begun = True
    found: list[int] = []
    for at, word, is_space in doc.to_array(["IDX", "LOWER", "IS_SPACE"]).tolist():
        begun = begun or at in starts
        name = at in unsure and line[at].isupper() and pipeline.nlp.vocab.strings[word] not in pipeline.lemmas.forms
        is_open = at in unsure and not begun and not name
        found.append(0 if is_open else 1 if begun and not is_space else -1)
        begun = begun and bool(is_space)
    return doc.from_array(["SENT_START"], np.array(found, "int64").reshape(-1, 1).astype("uint64"))
