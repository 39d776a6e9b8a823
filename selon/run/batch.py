"""The seam: documents as one Arrow batch in, results as one Arrow batch out. Pure: the same on every machine.

Everything that maps is built on `read_batch`: the pool of this machine, Dask, and the recipes of docs/scale.md. Where
machines write for themselves, `read_and_write` is mapped.
"""

import threading
from collections.abc import Iterator, Sequence
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
    from selon.store.results import Refused

# One process reads one batch at a time, however many threads its engine gives it: the language models are shared.
_READING = threading.Lock()
_FIELDS = ("id", "url", "title", "publisher", "published_at", "lang", "sha256", "text")


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
    """The documents of an Arrow batch, which may have further columns."""
    for row in batch.select(list(_FIELDS)).to_pylist():
        yield Document(**row)


def read_batch(documents: Any, *, model: str | None = None, ontology: str | None = None) -> Any:
    """The results (`selon.store.results`) of a batch of documents, in their order; one that fails says why."""
    from selon.store.results import results_of

    readings = (read_one(document, model=model, ontology=ontology) for document in documents_of(documents))
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
    second batch, and the documents show once.
    """
    from selon.store.results import told
    from selon.store.write import write_batch

    own = coding(model, ontology)
    if expected is not None and own != expected:
        raise EngineError(f"a worker has {own}, not {expected}. Install the same selon on every machine.")
    with _READING:
        results = read_batch(documents, model=model, ontology=ontology)
    write_batch(database, [results], selon=__version__)
    return told(results)


def read_one(document: Document, *, model: str | None = None, ontology: str | None = None) -> Record | Reject:
    """The record of a document, or why there is none."""
    try:
        return _reader(model, ontology).read(document)
    except InputError as fault:
        return Reject.of(fault)


def refused(reject: Reject) -> "Refused":
    """A reject as the database keeps it."""
    from selon.store.results import Refused

    return Refused(reject.name, str(reject.reason), reject.message)


@cache
def _reader(model: str | None, ontology: str | None) -> Reader:
    return Reader(model=model, ontology=ontology)
