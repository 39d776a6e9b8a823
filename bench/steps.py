"""Where the time of an article goes: the language model alone, and each step of selon around it, in one process."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any
from unittest.mock import patch

import selon
from bench import corpus
from bench.rows import Row
from selon.collector import collect_rarely
from selon.extract import reader
from selon.model.document import Document
from selon.parse.spacy import load
from selon.run.local import CHUNK

# The steps of `extract.reader` by the names under which it calls them.
_STEPS = (
    "find_times", "find_places", "find_actors", "find_reports", "find_events", "judge", "time_of", "place_of",
    "quantities_of", "mark_background", "link_same", "find_gaps", "assemble",
)  # fmt: skip
_BATCH = 128


def measure(articles: int) -> Iterator[Row]:
    """Processor time of the model alone, of the parse and of each step of the extraction, in ratio to the model."""
    documents = [selon.document_of(**_fields(each)) for each in corpus.articles(articles)]
    words = sum(len(each.text.split()) for each in documents)
    collect_rarely()
    engine = selon.Reader()
    for document in documents[:4]:
        engine.read(document)
    model = _model_alone(documents)
    parse, parses = _timed(lambda: [each for group in _groups(documents) for each in engine.parse_all(group)])
    with _stopwatch() as spent:
        extract, records = _timed(
            lambda: [reader.read_parse(*pair, {}) for pair in zip(documents, parses, strict=True)]
        )
    dump, _ = _timed(lambda: [selon.dumps(record) for record in records])
    whole = parse + extract
    yield Row("one process", "language model alone", words / model, "words a second")
    yield Row("one process", "selon's parse, with the same model", words / parse, "words a second")
    yield Row("one process", "selon", words / whole, "words a second")
    yield Row("one process", "an article of 400 words", 400 * whole / words, "seconds")
    yield Row(
        "one process", "all of selon on top of the model", 100 * (whole - model) / model, "%", "35 %, stretch 20 %"
    )
    yield Row("steps, % of the model", "parse, beside the model alone", 100 * (parse - model) / model, "%")
    for name in _STEPS:
        yield Row("steps, % of the model", name, 100 * spent.get(name, 0.0) / model, "%")
    yield Row("steps, % of the model", "all else in extract", 100 * (extract - sum(spent.values())) / model, "%")
    yield Row("steps, % of the model", "JSON (not counted above)", 100 * dump / model, "%")


def _groups(documents: list[Document]) -> Iterator[list[Document]]:
    """The documents as a process of the pool is handed them."""
    for at in range(0, len(documents), CHUNK):
        yield documents[at : at + CHUNK]


def _fields(row: dict[str, str]) -> dict[str, Any]:
    return {"text": row["text"], "id": row["id"], "lang": row["lang"], "date": row["published_at"]}


def _model_alone(documents: list[Document]) -> float:
    """Processor time of spaCy on the same paragraphs, as a user of it alone would call it: many texts at once."""
    total = 0.0
    for lang in corpus.LANGS:
        nlp = load(lang).nlp
        texts = [line for each in documents if each.lang == lang for line in each.text.split("\n\n")]
        with _as_spacy_reckons(nlp):
            total += _timed(partial(_piped, nlp, texts))[0]
    return total


@contextmanager
def _as_spacy_reckons(nlp: Any) -> Iterator[None]:
    """While it is open, the model's products are spaCy's own, and not ours (`selon.parse.blocks`)."""
    from thinc.api import NumpyOps

    nodes = [node for _, pipe in nlp.pipeline if hasattr(pipe, "model") for node in pipe.model.walk()]
    held, plain = [node.ops for node in nodes], NumpyOps()
    for node in nodes:
        node.ops = plain
    try:
        yield
    finally:
        for node, ops in zip(nodes, held, strict=True):
            node.ops = ops


def _piped(nlp: Any, texts: list[str]) -> int:
    return sum(1 for _ in nlp.pipe(texts, batch_size=_BATCH))


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


@contextmanager
def _stopwatch() -> Iterator[dict[str, float]]:
    """Counts the processor time of the steps while it is open; a step inside another counts for itself alone."""
    spent: dict[str, float] = dict.fromkeys(_STEPS, 0.0)
    inside: list[float] = []

    def watched(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            inside.append(0.0)
            try:
                return step(*given, **named)
            finally:
                own = time.process_time() - start
                spent[name] += own - inside.pop()
                if inside:
                    inside[-1] += own

        return run

    with ExitStack() as patches:
        for name in _STEPS:
            patches.enter_context(patch.object(reader, name, watched(name, getattr(reader, name))))
        yield spent
