"""Many documents into a database: only what is not in it yet is read; what was written stays, whatever happens."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, TypedDict, Unpack

from selon.errors import Reason
from selon.ingest import Defaults, Meter, Reject, read_inputs
from selon.merge import merge
from selon.model.document import Document
from selon.run.batch import documents_batch, documents_of, read_and_write, read_batch, refused
from selon.run.local import CHUNK, died, map_pooled
from selon.run.versions import coding
from selon.store import Store, Writer, open_store, open_writer
from selon.store.results import Refused, read_keys, refused_of, results_of
from selon.store.rows import document_key
from selon.version import __version__

# A batch is written when it has so many documents, or after so many seconds: a kill loses no more than this.
DOCUMENTS, _SECONDS = 200, 30.0
# A batch for a process has no more characters than this, so that long documents are shared evenly.
_CHARACTERS = 200_000
# Merges in a row while others write; after these it is left to the others, who merge at their end.
_MERGES = 3


class Engine(StrEnum):
    """Who reads: processes of this machine, or a Dask cluster."""

    LOCAL = "local"
    DASK = "dask"


class Options(TypedDict, total=False):
    """How an ingest is carried out; what is left out is as in `Plan`.

    `workers`: processes. `batch`: documents written at once; on Dask also those of one task. `scheduler` (Dask): its
    address or file; without one, processes of this machine. `merging`: whether stories are made at the end.
    """

    workers: int
    model: str | None
    ontology: str | None
    batch: int
    engine: Engine
    scheduler: str | None
    merging: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The options of an ingest, all of them."""

    workers: int = 1
    model: str | None = None
    ontology: str | None = None
    batch: int = DOCUMENTS
    engine: Engine = Engine.LOCAL
    scheduler: str | None = None
    merging: bool = True


@dataclass(slots=True)
class Progress:
    """How far an ingest is: documents met, read, known from before, refused (also by reason); events found."""

    met: int = 0
    read: int = 0
    known: int = 0
    refused: int = 0
    events: int = 0
    stories: int = 0
    reasons: Counter[str] = field(default_factory=Counter)


Tell = Callable[[Progress, Reject | None], None]


def _silent(progress: Progress, reject: Reject | None) -> None:
    return


def ingest_all(
    inputs: Iterable[str],
    database: str,
    defaults: Defaults,
    *,
    tell: Tell = _silent,
    meter: Meter | None = None,
    **options: Unpack[Options],
) -> Progress:
    """Reads the documents of the inputs into the database and merges its events to stories.

    `tell` is called after each document. A document that is in the database, read by the same versions, is skipped.
    `meter` measures how much of the inputs was taken.
    """
    return ingest_documents(read_inputs(inputs, defaults, meter=meter), database, tell=tell, **options)


def ingest_documents(
    found: Iterable[Document | Reject], database: str, *, tell: Tell = _silent, **options: Unpack[Options]
) -> Progress:
    """The same for documents that are there already."""
    ingest = _Ingest(database, Plan(**options), tell)
    if ingest.plan.engine is Engine.DASK:
        ingest.on_dask(found)
    else:
        ingest.here(found)
    if ingest.plan.merging and not ingest.writer.is_merged():
        ingest.progress.stories = merge_stories(database, ingest.writer)
    return ingest.progress


def merge_stories(database: str, writer: Writer) -> int:
    """Makes the stories of a database anew; their number.

    What others wrote meanwhile would be missing until the next merge, if theirs ended before this one: then again.
    """
    for _ in range(_MERGES):
        store = open_store(database)
        rows = merge(store.ask)
        writer.write_stories(rows)
        if _batches_of(store) == _batches_of(open_store(database)):
            break
    return len(rows["stories"])


def _batches_of(store: Store) -> object:
    """How many batches of documents a database shows."""
    return store.ask("select count(*) from batches where kind = 'documents'", ())


class _Ingest:
    """One ingest under way: what is read, what waits to be written, how far it is."""

    def __init__(self, database: str, plan: Plan, tell: Tell) -> None:
        self.database = database if "://" in database else str(Path(database).absolute())
        self.plan, self.tell = plan, tell
        self.coding = coding(plan.model, plan.ontology)
        self.writer = open_writer(database, selon=__version__, coding=self.coding)
        self.progress = Progress()
        self._kept: list[Any] = []
        self._size, self._begun = 0, time.monotonic()

    def here(self, found: Iterable[Document | Reject]) -> None:
        """On this machine: the processes read, this one writes."""
        work = partial(read_batch, model=self.plan.model, ontology=self.plan.ontology)
        batches = self._batches(found, CHUNK if self.plan.workers > 1 else 1)
        if self.plan.workers > 1:
            done: Iterable[Any] = map_pooled(work, batches, workers=self.plan.workers, lost=self._lost)
        else:
            done = map(work, batches)
        for results in done:
            self._note(results)
            self._keep(results)
            if self._size >= self.plan.batch or time.monotonic() - self._begun > _SECONDS:
                self._write()
        self._write()

    def on_dask(self, found: Iterable[Document | Reject]) -> None:
        """On a cluster: the workers read and write; this one hands out and notes."""
        from selon.run.dask import map_dask

        batches = self._batches(found, self.plan.batch)
        work = partial(read_and_write, database=self.database, model=self.plan.model, ontology=self.plan.ontology)
        work = partial(work, expected=self.coding)
        for results in map_dask(batches, work, self.coding, scheduler=self.plan.scheduler, workers=self.plan.workers):
            self._note(results)
            self.writer.written(read_keys(results))
            self._refuse(refused_of(results))
        self._write()

    def _batches(self, found: Iterable[Document | Reject], size: int) -> Iterator[Any]:
        """The documents that are not known yet, as Arrow batches of so many; what is no document is told and kept."""
        waiting: list[Document] = []
        characters = 0
        for document in self._unknown(found):
            waiting.append(document)
            characters += len(document.text)
            if len(waiting) >= size or characters > _CHARACTERS:
                yield documents_batch(waiting)
                waiting, characters = [], 0
        if waiting:
            yield documents_batch(waiting)

    def _unknown(self, found: Iterable[Document | Reject]) -> Iterator[Document]:
        seen: set[str] = set()
        for document in found:
            self.progress.met += 1
            if isinstance(document, Reject):
                self._told(document)
                self._refuse([refused(document)])
                continue
            key = document_key(document)
            if key in seen or self.writer.knows(document):
                self.progress.known += 1
                continue
            seen.add(key)
            yield document

    def _note(self, results: Any) -> None:
        """Counts and tells what came of each document."""
        for row in results.select(["name", "reason", "message", "n_events"]).to_pylist():
            if row["reason"] is not None:
                self._told(Reject(row["name"], Reason(row["reason"]), row["message"]))
                continue
            self.progress.read += 1
            self.progress.events += row["n_events"]
            self.tell(self.progress, None)

    def _told(self, reject: Reject) -> None:
        self.progress.refused += 1
        self.progress.reasons[reject.reason] += 1
        self.tell(self.progress, reject)

    def _lost(self, batch: Any) -> Any:
        """The results of documents whose process died each time."""
        return results_of([refused(died(each.id)) for each in documents_of(batch)], coding=self.coding)

    def _refuse(self, refused: Sequence[Refused]) -> None:
        if refused:
            self._keep(results_of(refused, coding=self.coding))

    def _keep(self, results: Any) -> None:
        self._kept.append(results)
        self._size += len(results)

    def _write(self) -> None:
        self.writer.write_results(self._kept)
        self._kept, self._size, self._begun = [], 0, time.monotonic()
