"""Writing: batches of records appear in a database together or not at all."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from selon.errors import StoreError
from selon.model.document import Document
from selon.model.record import Record
from selon.store.beside import BESIDE
from selon.store.delta import append, append_arrow, check_version, open_table
from selon.store.results import Refused, read_keys, refused_of, results_of, tables_of
from selon.store.rows import document_key
from selon.store.schema import MERGE_TABLES, VERSION
from selon.store.tidy import tidy

# Batches after which a writer looks whether there are too many small files.
_TIDY_EVERY = 32


class Writer:
    """Adds documents to one database. `known` holds the documents that are in it in this coding."""

    def __init__(self, database: str, *, selon: str, coding: str) -> None:
        self.database, self.selon, self.coding = database, selon, coding
        self._batches = 0
        self._done = self._finished()
        self._known = self._read_known()
        self._refused = self._read_refused()

    def _finished(self) -> set[str]:
        """The batches that were written to their end; rows of others do not exist."""
        batches = open_table(self.database, "batches")
        if batches is None:
            return set()
        found = batches.to_pyarrow_table(columns=["batch_id", "schema"])
        check_version(self.database, found["schema"].to_pylist())
        return set(found["batch_id"].to_pylist())

    def _rows(self, table: str, columns: list[str]) -> Iterator[dict[str, Any]]:
        """The rows of finished batches."""
        found = open_table(self.database, table) if self._done else None
        rows = found.to_pyarrow_table(columns=["batch_id", *columns]).to_pylist() if found is not None else []
        for row in rows:
            if row.pop("batch_id") in self._done:
                yield row

    def _read_known(self) -> set[str]:
        rows = self._rows("documents", ["document_id", "coding"])
        return {row["document_id"] for row in rows if row["coding"] == self.coding}

    def _read_refused(self) -> set[Refused]:
        return {Refused(**row) for row in self._rows("rejects", ["document", "reason", "message"])}

    def knows(self, document: Document) -> bool:
        """Whether the document is in the database, read by the same versions."""
        return document_key(document) in self._known

    def write(self, records: Sequence[Record], refused: Sequence[Refused] = ()) -> None:
        """One batch of records and of documents that were not read."""
        self.write_results([results_of([*records, *refused], coding=self.coding)])

    def write_results(self, results: Sequence[Any]) -> None:
        """One batch of results; a document that was refused for the same reason before is not told again."""
        refused = dict.fromkeys(each for one in results for each in refused_of(one))
        fresh = [each for each in refused if each not in self._refused]
        keys = [key for one in results for key in read_keys(one)]
        if keys or fresh:
            write_batch(self.database, results, fresh, selon=self.selon)
            self.written(keys)
        self._refused.update(fresh)

    def written(self, keys: Iterable[str]) -> None:
        """Notes a batch with these documents that is in the database now, whoever wrote it."""
        self._known.update(keys)
        self._batches += 1
        if self._batches % _TIDY_EVERY == 0:
            tidy(self.database)

    def is_merged(self) -> bool:
        """Whether the last merge came after all documents: an ingest may have been killed between them."""
        batches = open_table(self.database, "batches")
        if batches is None:
            return True
        rows = batches.to_pyarrow_table(columns=["sequence", "kind", "documents"]).to_pylist()
        merges = [row["sequence"] for row in rows if row["kind"] == "merge"]
        read = [row["sequence"] for row in rows if row["kind"] == "documents" and row["documents"]]
        return max(read, default=-1) < max(merges, default=0)

    def write_stories(self, rows: dict[str, list[dict[str, object]]]) -> None:
        """The stories of a merge; those of the merge before are no longer seen."""
        batch_id = uuid4().hex
        for table in MERGE_TABLES:
            append(self.database, table, [{"batch_id": batch_id, **row} for row in rows.get(table, [])])
        _finish(self.database, batch_id, "merge", 0, 0, self.selon)
        tidy(self.database)  # `watch` writes a batch at a time, each with a writer of its own


def write_batch(database: str, results: Sequence[Any], refused: Sequence[Refused] = (), *, selon: str) -> None:
    """Appends one batch: its rows first, then its line in `batches`, which makes them exist.

    Any process on any machine may do it. Whoever does it again after a fault writes a batch of its own, and the
    documents show once all the same.
    """
    import pyarrow as pa

    batch_id = uuid4().hex
    parts: dict[str, list[Any]] = {}
    for one in results:
        for table, data in tables_of(one, batch_id=batch_id):
            parts.setdefault(table, []).append(data)
    for table, each in parts.items():
        data = pa.concat_tables(each)
        if data.num_rows:
            append_arrow(database, table, data)
    kept = [{"batch_id": batch_id, "document": r.document, "reason": r.reason, "message": r.message} for r in refused]
    append(database, "rejects", kept)
    _finish(database, batch_id, "documents", sum(len(read_keys(one)) for one in results), len(refused), selon)


def _finish(database: str, batch_id: str, kind: str, documents: int, rejects: int, selon: str) -> None:
    row = {
        "batch_id": batch_id,
        "sequence": max(time.time_ns() // 1_000_000, _last_sequence(database) + 1),
        "kind": kind,
        "documents": documents,
        "rejects": rejects,
        "schema": VERSION,
        "selon": selon,
    }
    append(database, "batches", [row])


def _last_sequence(database: str) -> int:
    """The highest sequence of a finished batch: a clock that was set back must not make a new batch an old one.

    It is read from the log, which keeps the least and the greatest value of each file; 0 for none.
    """
    batches = open_table(database, "batches")
    if batches is None:
        return 0
    import pyarrow as pa

    files = pa.table(batches.get_add_actions(flatten=True))
    found = files.column("max.sequence").to_pylist() if "max.sequence" in files.column_names else []
    return max((int(each) for each in found if each is not None), default=0)


def open_writer(database: str | os.PathLike[str], *, selon: str, coding: str) -> Writer:
    """A writer to a database, which is made if it is not there; a place that cannot be one is a StoreError."""
    path = str(database)
    if "://" not in path:
        folder = Path(path)
        if folder.is_file():
            raise StoreError(f"{path}: is a file, not a database. Give the name of a folder (news.selon).")
        if (
            folder.is_dir()
            and any(each.name != BESIDE for each in folder.iterdir())
            and not (folder / "batches").is_dir()
            and not (folder / "documents").is_dir()
        ):
            raise StoreError(f"{path}: is a folder with other things in it. Give a new name (news.selon).")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise StoreError(
                f"{path}: cannot be made: {fault.strerror}. Check the path and its permissions."
            ) from fault
    return Writer(path, selon=selon, coding=coding)
