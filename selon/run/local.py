"""Many documents on this machine: in this process, or in a pool of processes that each have their own models."""

from collections.abc import Iterable, Iterator
from itertools import islice

from selon.errors import InputError
from selon.ingest import Reject
from selon.model.document import Document
from selon.model.record import Record
from selon.run.reader import Reader

_BATCH = 64


def read_all(
    documents: Iterable[Document | Reject], *, workers: int = 1, model: str | None = None
) -> Iterator[Record | Reject]:
    """The records of documents, in order; a document that cannot be read gives a Reject in its place."""
    if workers <= 1:
        reader = Reader(model=model)
        for document in documents:
            yield _one(reader, document)
    else:
        yield from _pooled(iter(documents), workers, model)


def _one(reader: Reader, document: Document | Reject) -> Record | Reject:
    if isinstance(document, Reject):
        return document
    try:
        return reader.read(document)
    except InputError as fault:
        return Reject.of(fault)


_reader: Reader | None = None


def _start(model: str | None) -> None:
    global _reader
    _reader = Reader(model=model)


def _in_worker(document: Document | Reject) -> Record | Reject:
    assert _reader is not None
    return _one(_reader, document)


def _pooled(documents: Iterator[Document | Reject], workers: int, model: str | None) -> Iterator[Record | Reject]:
    from multiprocessing import get_context

    with get_context("spawn").Pool(workers, _start, (model,)) as pool:
        while batch := list(islice(documents, _BATCH * workers)):
            yield from pool.imap(_in_worker, batch, chunksize=4)
