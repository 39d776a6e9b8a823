"""Parquet, CSV and JSON Lines: all of it, in our own columns."""

import csv
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from selon.store.answer import cell
from selon.store.query import Store
from selon.store.schema import TABLES

# Batches of a row group of Parquet: some 50,000 rows.
_BATCHES = 50


def write_parquet(store: Store, out: Path, everything: bool) -> int:
    """A folder with a Parquet file a table, and the claims below `claims/` by year (partitioned)."""
    import pyarrow as pa
    import pyarrow.dataset as dataset
    import pyarrow.parquet as parquet

    out.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        reader = store.batches(f"select * from {table.name}")
        with parquet.ParquetWriter(out / f"{table.name}.parquet", reader.schema, compression="zstd") as writer:
            for piece in _pieces(reader):
                writer.write_table(piece)
    year = "coalesce(substr(coalesce(time_start, published_at), 1, 4), 'unknown') as year"
    dataset.write_dataset(
        store.batches(f"select *, {year} from claims order by event_id"),
        out / "claims",
        format="parquet",
        partitioning=dataset.partitioning(pa.schema([("year", pa.string())]), flavor="hive"),
        existing_data_behavior="delete_matching",
    )
    return store.count()


def _pieces(reader: Any) -> Iterator[Any]:
    """Tables of many batches, so that a Parquet file has few row groups."""
    import pyarrow as pa

    batches = iter(reader)
    while piece := list(islice(batches, _BATCHES)):
        yield pa.Table.from_batches(piece)


def write_csv(store: Store, out: Path, everything: bool) -> int:
    """One row a claim, with a header; country codes stand first, lists are joined by `|`, line ends become spaces."""
    answer = store.batches(
        "select place_country, * exclude (place_country) from claims order by published_at, event_id"
    )
    count = 0
    with out.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(answer.schema.names)
        for batch in answer:
            writer.writerows([cell(value) for value in row.values()] for row in batch.to_pylist())
            count += len(batch)
    return count


def write_jsonl(store: Store, out: Path, everything: bool) -> int:
    """The records, one a line, exactly as `selon code` writes them."""
    count = 0
    with out.open("w", encoding="utf-8") as stream:
        for row in store.rows("select record, text from documents order by published_at nulls last, document_id"):
            count += 1
            record = json.loads(row["record"])
            record["document"]["text"] = row["text"]
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return count
