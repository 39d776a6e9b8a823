"""Answers as files to download."""

from collections.abc import Iterator
from typing import Any

import selon


def csv_lines(answer: "selon.Answer") -> Iterator[bytes]:
    """CSV, a thousand rows at a time; lists joined by `|`, and what a spreadsheet would take for a formula is none."""
    import pyarrow as pa
    from pyarrow import csv

    table = answer.to_arrow()
    yield (",".join(answer.columns) + "\n").encode()
    for batch in table.to_batches(max_chunksize=1000):
        plain = pa.table({name: _plain(batch.column(name)) for name in batch.schema.names})
        sink = pa.BufferOutputStream()
        csv.write_csv(plain, sink, csv.WriteOptions(include_header=False, quoting_style="needed"))
        yield bytes(sink.getvalue())


def _plain(column: Any) -> Any:
    """A column without lists, line ends and formulas."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_list(column.type):
        column = pc.binary_join(column.cast(pa.list_(pa.string())), "|")
    if not pa.types.is_string(column.type):
        return column
    column = pc.utf8_trim_whitespace(pc.replace_substring_regex(column, r"\s+", " "))
    risky = pc.match_substring_regex(column, r"^[=+\-@]([^0-9]|$)")
    return pc.if_else(risky, pc.binary_join_element_wise("'", column, ""), column)


def parquet_bytes(answer: "selon.Answer") -> bytes:
    """A Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    sink = pa.BufferOutputStream()
    parquet.write_table(answer.to_arrow(), sink, compression="zstd")
    return bytes(sink.getvalue())
