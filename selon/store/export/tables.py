"""Parquet, CSV and JSON Lines: all of it, in our own columns."""

import csv
import json
from pathlib import Path

from selon.store.query import Store
from selon.store.schema import TABLES


def write_parquet(store: Store, out: Path, everything: bool) -> int:
    """A folder with a Parquet file a table, and the claims below `claims/` by year (partitioned)."""
    import pyarrow as pa
    import pyarrow.dataset as dataset
    import pyarrow.parquet as parquet

    out.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        parquet.write_table(
            store.sql(f"select * from {table.name}").to_arrow(), out / f"{table.name}.parquet", compression="zstd"
        )
    claims = store.sql(
        "select *, coalesce(substr(coalesce(time_start, published_at), 1, 4), 'unknown') as year from claims order by event_id"
    )
    dataset.write_dataset(
        claims.to_arrow(),
        out / "claims",
        format="parquet",
        partitioning=dataset.partitioning(pa.schema([("year", pa.string())]), flavor="hive"),
        existing_data_behavior="delete_matching",
    )
    return len(claims)


def write_csv(store: Store, out: Path, everything: bool) -> int:
    """One row a claim, with a header; country codes stand first, lists are joined by `|`, line ends become spaces."""
    answer = store.sql("select place_country, * exclude (place_country) from claims order by published_at, event_id")
    with out.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows(answer.flat())
    return len(answer)


def write_jsonl(store: Store, out: Path, everything: bool) -> int:
    """The records, one a line, exactly as `selon code` writes them."""
    answer = store.sql("select record, text from documents order by published_at nulls last, document_id")
    with out.open("w", encoding="utf-8") as stream:
        for row in answer:
            record = json.loads(row["record"])
            record["document"]["text"] = row["text"]
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return len(answer)
