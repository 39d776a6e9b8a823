"""Many documents into a database: only what is not in it yet is read; what was written stays, whatever happens."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from selon.ingest import Defaults, Reject, read_inputs
from selon.merge import merge
from selon.model.document import Document
from selon.model.record import Record
from selon.run.local import read_all
from selon.run.versions import coding
from selon.store import Writer, open_store, open_writer
from selon.store.rows import document_key
from selon.store.write import Refused
from selon.version import __version__

# A batch is written when it has so many documents, or after so many seconds: a kill loses no more than this.
DOCUMENTS, _SECONDS = 200, 30.0


@dataclass(slots=True)
class Progress:
    """How far an ingest is: documents met, read, known from before, refused; events found."""

    met: int = 0
    read: int = 0
    known: int = 0
    refused: int = 0
    events: int = 0
    stories: int = 0


def ingest_all(
    inputs: Iterable[str],
    database: str,
    defaults: Defaults,
    *,
    workers: int = 1,
    model: str | None = None,
    batch: int = DOCUMENTS,
    tell: Callable[[Progress, Reject | None], None] = lambda progress, reject: None,
) -> Progress:
    """Reads the documents of the inputs into the database and merges its events to stories.

    `tell` is called after each document. A document that is in the database, read by the same versions, is skipped.
    """
    found = read_inputs(inputs, defaults)
    return ingest_documents(found, database, workers=workers, model=model, batch=batch, tell=tell)


def ingest_documents(
    found: Iterable[Document | Reject],
    database: str,
    *,
    workers: int = 1,
    model: str | None = None,
    batch: int = DOCUMENTS,
    tell: Callable[[Progress, Reject | None], None] = lambda progress, reject: None,
) -> Progress:
    """The same for documents that are there already."""
    progress = Progress()
    writer = open_writer(database, selon=__version__, coding=coding(model))
    todo = _unknown(found, writer, progress)
    _write(read_all(todo, workers=workers, model=model), writer, progress, batch, tell)
    if progress.read:
        progress.stories = merge_stories(database, writer)
    return progress


def merge_stories(database: str, writer: Writer) -> int:
    """Makes the stories of a database anew; their number."""
    rows = merge(open_store(database).ask)
    writer.write_stories(rows)
    return len(rows["stories"])


def _unknown(found: Iterable[Document | Reject], writer: Writer, progress: Progress) -> Iterator[Document | Reject]:
    seen: set[str] = set()
    for document in found:
        progress.met += 1
        if isinstance(document, Document):
            key = document_key(document)
            if key in seen or writer.knows(document):
                progress.known += 1
                continue
            seen.add(key)
        yield document


def _write(
    results: Iterable[Record | Reject],
    writer: Writer,
    progress: Progress,
    batch: int,
    tell: Callable[[Progress, Reject | None], None],
) -> None:
    records: list[Record] = []
    refused: list[Refused] = []
    begun = time.monotonic()
    for result in results:
        if isinstance(result, Reject):
            progress.refused += 1
            refused.append(Refused(result.name, str(result.reason), result.message))
        else:
            progress.read += 1
            progress.events += len(result.events)
            records.append(result)
        tell(progress, result if isinstance(result, Reject) else None)
        if len(records) + len(refused) >= batch or time.monotonic() - begun > _SECONDS:
            writer.write(records, refused)
            records, refused, begun = [], [], time.monotonic()
    writer.write(records, refused)
