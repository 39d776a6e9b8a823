"""Delta tables of one database: where they lie, their Arrow schemas, appending. The only module that opens them."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from selon.errors import StoreError
from selon.store.schema import BY_NAME, VERSION

_TRIES = 8
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
Row = Mapping[str, Any]


def table_uri(database: str, table: str) -> str:
    """The address of a table: a folder below the database's, local or on an object store."""
    return f"{database.rstrip('/')}/{table}"


def arrow_schema(table: str) -> Any:
    """The Arrow schema of a table."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "int64": pa.int64(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "list<string>": pa.list_(pa.string()),
    }
    return pa.schema([(column.name, types[column.type]) for column in BY_NAME[table].columns])


def arrow_table(table: str, rows: Sequence[Row]) -> Any:
    """Rows as an Arrow table in the table's schema."""
    import pyarrow as pa

    schema = arrow_schema(table)
    return pa.table({name: [row[name] for row in rows] for name in schema.names}, schema=schema)


def append(database: str, table: str, rows: Sequence[Row], *, mode: str = "append") -> None:
    """Adds rows to a table, as `append_arrow` does; no rows, nothing done."""
    if rows or mode != "append":
        append_arrow(database, table, arrow_table(table, rows), mode=mode)


def append_arrow(database: str, table: str, data: Any, *, mode: str = "append") -> None:
    """Adds an Arrow table to a table (made if it is not there). Others may write at the same time.

    A full disk, a folder that may not be written, a store that does not answer are a StoreError.
    """
    from deltalake import write_deltalake
    from deltalake.exceptions import CommitFailedError, DeltaError

    for attempt in range(_TRIES):
        try:
            grown = "merge" if mode == "append" else None
            write_deltalake(table_uri(database, table), data, mode=mode, schema_mode=grown)  # type: ignore[call-overload]
            return
        except CommitFailedError as fault:
            if attempt == _TRIES - 1:
                raise StoreError(
                    f"{database}: table {table} is written by too many at once: {said(fault)}. Try again."
                ) from fault
        except (OSError, DeltaError) as fault:
            if attempt < _TRIES - 1 and "already exists" in str(fault):
                continue
            raise StoreError(
                f"{database}: table {table} cannot be written: {said(fault)}. Check space and permissions; "
                "what was written before stays, and the same ingest goes on from there."
            ) from fault


def said(fault: Exception) -> str:
    """What an error of the tables says, on one line without colours."""
    return " ".join(_COLOUR.sub("", str(fault)).replace("↳", "").split()).rstrip(".")


def open_table(database: str, table: str) -> Any | None:
    """The Delta table; None where it does not exist."""
    from deltalake import DeltaTable
    from deltalake.exceptions import DeltaError, TableNotFoundError

    uri = table_uri(database, table)
    if "://" not in database and not (Path(uri) / "_delta_log").is_dir():
        return None
    try:
        return DeltaTable(uri)
    except TableNotFoundError:
        return None
    except (OSError, DeltaError) as fault:
        raise StoreError(f"{database}: table {table} cannot be opened: {said(fault)}.") from fault


def check_version(database: str, versions: Sequence[int]) -> None:
    """Refuses a database that was written by another version of the tables."""
    for version in set(versions) - {VERSION}:
        newer = version > VERSION
        remedy = "Update selon." if newer else "Ingest the documents into a new database."
        raise StoreError(f"{database}: has tables of version {version}, this selon has version {VERSION}. {remedy}")
