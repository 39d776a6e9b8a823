"""Results: what was read of a batch of documents, as one Arrow batch with one row a document, in their order.

A row holds the document's rows of every table as lists, or the reason why it was not read. It is what comes out of
the seam (`selon.run.batch`), on whatever machine; `tables_of` takes it apart into what the tables get.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from selon.model.record import Record
from selon.store.delta import arrow_schema
from selon.store.rows import document_key, rows_of
from selon.store.schema import DOCUMENT_TABLES

# What is told of each document; its rows follow, a column a table.
_TOLD = ("document_id", "name", "reason", "message", "n_events")


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that was not read, as `rejects` keeps it."""

    document: str
    reason: str
    message: str


@cache
def results_schema() -> Any:
    """The Arrow schema of results."""
    import pyarrow as pa

    told = [pa.field(name, pa.int64() if name == "n_events" else pa.string()) for name in _TOLD]
    rows = [pa.field(table, pa.list_(pa.struct(_columns(table)))) for table in DOCUMENT_TABLES]
    return pa.schema(told + rows)


def _columns(table: str) -> list[Any]:
    """The columns of a table that a reading gives: all but the batch, which is known when it is written."""
    return [field for field in arrow_schema(table) if field.name != "batch_id"]


def results_of(readings: Iterable[Record | Refused], *, coding: str) -> Any:
    """The results of documents that were read, or were not."""
    import pyarrow as pa

    rows = [_row(reading, coding) for reading in readings]
    schema = results_schema()
    columns = [pa.array([row.get(field.name) for row in rows], field.type) for field in schema]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _row(reading: Record | Refused, coding: str) -> Mapping[str, Any]:
    if isinstance(reading, Refused):
        return {"name": reading.document, "reason": reading.reason, "message": reading.message, "n_events": 0}
    document = reading.document
    told = {"document_id": document_key(document), "name": document.id, "n_events": len(reading.events)}
    return {**told, **rows_of(reading, coding=coding)}


def told(results: Any) -> Any:
    """The results without the rows: what a worker that has written them says of them."""
    return results.select(list(_TOLD))


def once(results: Any) -> Any:
    """The results without those of a document that stands before in the same batch."""
    import pyarrow as pa

    first: dict[str, int] = {}
    keys = results.column("document_id").to_pylist()
    places = [place for place, key in enumerate(keys) if key is None or first.setdefault(key, place) == place]
    return results if len(places) == len(keys) else results.take(pa.array(places, pa.int64()))


def refused_of(results: Any) -> list[Refused]:
    """The documents that were not read."""
    rows = results.select(["name", "reason", "message"]).to_pylist()
    return [Refused(row["name"], row["reason"], row["message"]) for row in rows if row["reason"] is not None]


def read_keys(results: Any) -> list[str]:
    """The keys of the documents that were read."""
    return [key for key in results.column("document_id").to_pylist() if key is not None]


def tables_of(results: Any, *, batch_id: str) -> Iterator[tuple[str, Any]]:
    """The rows of every table as Arrow tables, in the order in which they are written."""
    import pyarrow as pa

    for table in DOCUMENT_TABLES:
        structs = results.column(table).flatten()
        data = pa.Table.from_batches([pa.RecordBatch.from_struct_array(structs)])
        ids = pa.array([batch_id], pa.string()).take(pa.array([0] * len(structs), pa.int64()))
        yield table, data.add_column(0, "batch_id", ids).select(arrow_schema(table).names)
