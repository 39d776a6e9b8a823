"""Writing: batches of records appear in a database together or not at all."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from selon.errors import StoreError
from selon.model.document import Document
from selon.model.record import Record
from selon.store.delta import append, check_version, open_table
from selon.store.rows import document_key, joined, rows_of
from selon.store.schema import DOCUMENT_TABLES, MERGE_TABLES, VERSION
from selon.store.tidy import tidy

# Batches after which a writer looks whether there are too many small files.
_TIDY_EVERY = 32


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that was not read, as `rejects` keeps it."""

    document: str
    reason: str
    message: str


class Writer:
    """Adds documents to one database. `known` holds the documents that are in it in this coding."""

    def __init__(self, database: str, *, selon: str, coding: str) -> None:
        self.database, self.selon, self.coding = database, selon, coding
        self._batches = 0
        self._known = self._read_known()
        self._refused = self._read_refused()

    def _read_known(self) -> set[str]:
        batches = open_table(self.database, "batches")
        if batches is None:
            return set()
        finished = batches.to_pyarrow_table(columns=["batch_id", "schema"])
        check_version(self.database, finished["schema"].to_pylist())
        done = set(finished["batch_id"].to_pylist())
        documents = open_table(self.database, "documents")
        if documents is None:
            return set()
        rows = documents.to_pyarrow_table(columns=["batch_id", "document_id", "coding"]).to_pylist()
        return {row["document_id"] for row in rows if row["batch_id"] in done and row["coding"] == self.coding}

    def _read_refused(self) -> set[Refused]:
        rejects = open_table(self.database, "rejects")
        columns = ["document", "reason", "message"]
        rows = rejects.to_pyarrow_table(columns=columns).to_pylist() if rejects is not None else []
        return {Refused(**row) for row in rows}

    def knows(self, document: Document) -> bool:
        """Whether the document is in the database, read by the same versions."""
        return document_key(document) in self._known

    def write(self, records: Sequence[Record], refused: Sequence[Refused] = ()) -> None:
        """One batch: its rows first, then its line in `batches`, which makes them exist."""
        refused = [each for each in dict.fromkeys(refused) if each not in self._refused]
        if not records and not refused:
            return
        batch_id = uuid4().hex
        rows = joined(rows_of(record, batch_id=batch_id, coding=self.coding) for record in records)
        for table in DOCUMENT_TABLES:
            append(self.database, table, rows.get(table, []))
        kept = [
            {"batch_id": batch_id, "document": r.document, "reason": r.reason, "message": r.message} for r in refused
        ]
        append(self.database, "rejects", kept)
        self._finish(batch_id, "documents", len(records), len(refused))
        self._batches += 1
        if self._batches % _TIDY_EVERY == 0:
            tidy(self.database)
        self._refused.update(refused)
        self._known.update(document_key(record.document) for record in records)

    def write_stories(self, rows: dict[str, list[dict[str, object]]]) -> None:
        """The stories of a merge; those of the merge before are no longer seen."""
        batch_id = uuid4().hex
        for table in MERGE_TABLES:
            append(self.database, table, [{"batch_id": batch_id, **row} for row in rows.get(table, [])])
        self._finish(batch_id, "merge", 0, 0)

    def _finish(self, batch_id: str, kind: str, documents: int, rejects: int) -> None:
        row = {
            "batch_id": batch_id,
            "sequence": time.time_ns() // 1_000_000,
            "kind": kind,
            "documents": documents,
            "rejects": rejects,
            "schema": VERSION,
            "selon": self.selon,
        }
        append(self.database, "batches", [row])


def open_writer(database: str | os.PathLike[str], *, selon: str, coding: str) -> Writer:
    """A writer to a database, which is made if it is not there; a place that cannot be one is a StoreError."""
    path = str(database)
    if "://" not in path:
        folder = Path(path)
        if folder.is_file():
            raise StoreError(f"{path}: is a file, not a database. Give the name of a folder (news.selon).")
        if (
            folder.is_dir()
            and any(folder.iterdir())
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
