"""The database: a folder of Delta Lake tables, asked through DuckDB in memory.

Records go in (`write`), tables and SQL come out (`query`). The tables are described in `schema`; docs/schema.md is
made from it. Any number of processes read and write at once; what a batch wrote is seen wholly or not at all.
"""

from selon.store.correction import Correction
from selon.store.filters import Filter
from selon.store.query import Store, open_store
from selon.store.write import Writer, open_writer

__all__ = ["Correction", "Filter", "Store", "Writer", "open_store", "open_writer"]
