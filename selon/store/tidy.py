"""Keeping tables quick and small: many small files become few, merges that are long superseded are thinned, and files
that nothing shows any more are removed after a week.

Safe beside readers and writers: what a reader has open stays on the disk until it is a week old, and appending does not
conflict with compaction. Of two that compact at once one gives up.
"""

import time
from collections.abc import Mapping, Sequence

from selon.store.delta import open_table
from selon.store.schema import MERGE_TABLES, TABLES

# A table of so many files is compacted; a batch adds one file a table.
_FILES = 64
_WEEK_HOURS = 168
DAY = 86_400_000  # milliseconds


def tidy(database: str, *, files: int = _FILES, now: int | None = None) -> int:
    """Compacts the tables with at least so many files; the number of tables that were. `now`: milliseconds since 1970."""
    from deltalake.exceptions import CommitFailedError

    now = time.time_ns() // 1_000_000 if now is None else now
    done = 0
    for table in TABLES:
        found = open_table(database, table.name)
        if found is None or len(found.file_uris()) < files:
            continue
        try:
            if table.name in MERGE_TABLES and (gone := _superseded(database, now)):
                found.delete("batch_id in ({})".format(", ".join(f"'{each}'" for each in gone)))
            found.optimize.compact()
            found.vacuum(retention_hours=_WEEK_HOURS, dry_run=False)
        except CommitFailedError:  # somebody else is at it
            continue
        done += 1
    return done


def _superseded(database: str, now: int) -> list[str]:
    """The merges whose stories nobody asks for any more: every merge makes all stories anew.

    Those of the last two days stay, and of every day before its last one.
    """
    batches = open_table(database, "batches")
    if batches is None:
        return []
    rows = batches.to_pyarrow_table(columns=["batch_id", "sequence", "kind"]).to_pylist()
    return thinned([row for row in rows if row["kind"] == "merge"], now)


def thinned(merges: Sequence[Mapping[str, object]], now: int) -> list[str]:
    """The ids of the merges that go.

    >>> merge = lambda id, hours: {"batch_id": id, "sequence": hours * 3_600_000}
    >>> thinned([merge("a", 1), merge("b", 20), merge("c", 30), merge("d", 99), merge("e", 100)], now=101 * 3_600_000)
    ['a']
    """
    last: dict[int, tuple[int, str]] = {}
    for each in merges:
        sequence = int(str(each["sequence"]))
        last[sequence // DAY] = max(last.get(sequence // DAY, (0, "")), (sequence, str(each["batch_id"])))
    kept = {id for _, id in last.values()}
    return sorted(
        str(each["batch_id"])
        for each in merges
        if int(str(each["sequence"])) < now - 2 * DAY and each["batch_id"] not in kept
    )
