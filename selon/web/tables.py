"""Answers as files to download."""

import csv
import io
from collections.abc import Iterator

import selon


def csv_lines(answer: "selon.Answer") -> Iterator[str]:
    """CSV, a line at a time; lists are joined by `|`, and what a spreadsheet would take for a formula is not one."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in (answer.columns, *(row.values() for row in answer)):
        writer.writerow([_cell(value) for value in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _cell(value: object) -> object:
    text = "|".join(map(str, value)) if isinstance(value, list) else value
    if isinstance(text, str):
        text = " ".join(text.split())
        return f"'{text}" if text[:1] in ("=", "+", "-", "@") and not text[1:2].isdigit() else text
    return text


def parquet_bytes(answer: "selon.Answer") -> bytes:
    """A Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    sink = pa.BufferOutputStream()
    parquet.write_table(answer.to_arrow(), sink, compression="zstd")
    return bytes(sink.getvalue())
