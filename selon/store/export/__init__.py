"""A database in other formats: one function a format; docs/export.md says what each one cannot hold.

The formats of other projects (`plover`, `polecat`, `gdelt`, `icews`) take events as facts, so what is denied, negated or
hypothetical stays out of them unless `everything` is asked for.
"""

import os
from collections.abc import Callable
from pathlib import Path

from selon.errors import StoreError
from selon.store.export.columns import write_gdelt, write_icews, write_polecat
from selon.store.export.databases import write_duckdb, write_sqlite
from selon.store.export.geojson import write_geojson
from selon.store.export.gold import write_gold
from selon.store.export.plover import write_plover
from selon.store.export.tables import write_csv, write_jsonl, write_parquet
from selon.store.query import Store

__all__ = ["FORMATS", "export"]

FORMATS: dict[str, Callable[[Store, Path, bool], int]] = {
    "parquet": write_parquet,
    "csv": write_csv,
    "jsonl": write_jsonl,
    "geojson": write_geojson,
    "plover": write_plover,
    "polecat": write_polecat,
    "gdelt": write_gdelt,
    "icews": write_icews,
    "duckdb": write_duckdb,
    "sqlite": write_sqlite,
    "gold": write_gold,
}


def export(store: Store, format: str, out: str | os.PathLike[str], *, everything: bool = False) -> int:
    """Writes a database to a file or folder; the number of rows written. A place that cannot be written is a StoreError."""
    path = Path(out)
    try:
        return FORMATS[format](store, path, everything)
    except OSError as fault:
        raise StoreError(f"{out}: cannot be written: {fault.strerror or fault}. Check the path and space.") from fault
