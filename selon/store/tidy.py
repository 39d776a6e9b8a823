"""Keeping tables quick: many small files become few, and files that nothing shows any more are removed after a week.

Safe beside readers and writers: what a reader has open stays on the disk until it is a week old, and appending does not
conflict with compaction. Of two that compact at once one gives up.
"""

from selon.store.delta import open_table
from selon.store.schema import TABLES

# A table of so many files is compacted; a batch adds one file a table.
_FILES = 64
_WEEK_HOURS = 168


def tidy(database: str, *, files: int = _FILES) -> int:
    """Compacts the tables with at least so many files; the number of tables that were."""
    from deltalake.exceptions import CommitFailedError

    done = 0
    for table in TABLES:
        found = open_table(database, table.name)
        if found is None or len(found.file_uris()) < files:
            continue
        try:
            found.optimize.compact()
            found.vacuum(retention_hours=_WEEK_HOURS, dry_run=False)
        except CommitFailedError:  # somebody else is at it
            continue
        done += 1
    return done
