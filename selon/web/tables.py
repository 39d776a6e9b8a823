"""Answers as files to download."""

import csv
import io
from collections.abc import Iterator

import selon


def csv_lines(answer: "selon.Answer") -> Iterator[str]:
    """CSV, a line at a time; lists are joined by `|`, and what a spreadsheet would take for a formula is not one."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in (answer.columns, *answer.flat()):
        writer.writerow([_cell(value) for value in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _cell(value: object) -> object:
    risky = isinstance(value, str) and value[:1] in ("=", "+", "-", "@") and not value[1:2].isdigit()
    return f"'{value}" if risky else value


def parquet_bytes(answer: "selon.Answer") -> bytes:
    """A Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    sink = pa.BufferOutputStream()
    parquet.write_table(answer.to_arrow(), sink, compression="zstd")
    return bytes(sink.getvalue())
