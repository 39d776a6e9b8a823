"""The seam: documents as one Arrow batch in, results as one Arrow batch out. Pure: the same on every machine.

Everything that maps is built on `read_batch`: the pool of this machine, Dask, and the recipes of docs/scale.md. Where
machines write for themselves, `read_and_write` is mapped.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from selon.errors import EngineError, InputError
from selon.ingest import Reject
from selon.model.document import Document
from selon.model.record import Record
from selon.run.reader import Reader
from selon.run.versions import coding
from selon.version import __version__

if TYPE_CHECKING:
    from selon.parse.tree import Parse
    from selon.store.results import Refused

# One process reads one batch at a time, however many threads its engine gives it: the language models are shared.
_READING = threading.Lock()
# Documents that are parsed together have no more characters than this and one document: some 20 articles of 400 words.
_CHARACTERS = 48_000
_FIELDS = ("id", "url", "title", "publisher", "published_at", "lang", "sha256", "text", "author")


@cache
def documents_schema() -> Any:
    """The Arrow schema of documents: the fields of `selon.model.document.Document`, all text."""
    import pyarrow as pa

    return pa.schema([(name, pa.string()) for name in _FIELDS])


def documents_batch(documents: Sequence[Document]) -> Any:
    """Documents as one Arrow batch."""
    import pyarrow as pa

    columns = [pa.array([getattr(each, name) for each in documents], pa.string()) for name in _FIELDS]
    return pa.RecordBatch.from_arrays(columns, schema=documents_schema())


def documents_of(batch: Any) -> Iterator[Document]:
    """The documents of an Arrow batch, which may have further columns, or none of authors."""
    for row in batch.select([name for name in batch.schema.names if name in _FIELDS]).to_pylist():
        yield Document(**row)


def read_batch(documents: Any, *, model: str | None = None, ontology: str | None = None) -> Any:
    """The results (`selon.store.results`) of a batch of documents, in their order; one that fails says why."""
    from selon.store.results import results_of

    readings = read_several(documents_of(documents), model=model, ontology=ontology)
    kept = (refused(each) if isinstance(each, Reject) else each for each in readings)
    return results_of(kept, coding=coding(model, ontology))


def read_and_write(
    documents: Any,
    database: str,
    *,
    model: str | None = None,
    ontology: str | None = None,
    expected: str | None = None,
) -> Any:
    """What came of each document of a batch, once they are in the database (`selon.store.results.told`).

    `expected`: the coding of whoever hands out the work; another one here is an EngineError. Done twice, it writes a
    second batch, and the documents show once; a document that comes twice in the batch is written once.
    """
    from selon.store.results import once, told
    from selon.store.write import write_batch

    own = coding(model, ontology)
    if expected is not None and own != expected:
        raise EngineError(f"a worker has {own}, not {expected}. Install the same selon on every machine.")
    with _READING:
        results = read_batch(documents, model=model, ontology=ontology)
    write_batch(database, [once(results)], selon=__version__)
    return told(results)


def read_several(
    documents: Iterable[Document | Reject], *, model: str | None = None, ontology: str | None = None
) -> Iterator[Record | Reject]:
    """The records of documents, or why there is none, in order; neighbours are parsed together, for speed alone."""
    for group in _groups(documents):
        parses = iter(_reader(model, ontology).parse_all([each for each in group if isinstance(each, Document)]))
        for each in group:
            yield each if isinstance(each, Reject) else _read(each, next(parses), model, ontology)


def _groups(documents: Iterable[Document | Reject]) -> Iterator[list[Document | Reject]]:
    """Neighbours of so many characters together, or one that is longer."""
    group: list[Document | Reject] = []
    size = 0
    for document in documents:
        group.append(document)
        size += len(document.text) if isinstance(document, Document) else 1
        if size > _CHARACTERS:
            yield group
            group, size = [], 0
    if group:
        yield group


def read_one(document: Document, *, model: str | None = None, ontology: str | None = None) -> Record | Reject:
    """The record of a document, or why there is none."""
    return _read(document, None, model, ontology)


def _read(document: Document, parse: "Parse | None", model: str | None, ontology: str | None) -> Record | Reject:
    try:
        return _reader(model, ontology).read(document, parse)
    except InputError as fault:
        return Reject.of(fault)


def refused(reject: Reject) -> "Refused":
    """A reject as the database keeps it."""
    from selon.store.results import Refused

    return Refused(reject.name, str(reject.reason), reject.message)


@cache
def _reader(model: str | None, ontology: str | None) -> Reader:
    return Reader(model=model, ontology=ontology)
