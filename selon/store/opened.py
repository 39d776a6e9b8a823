"""A database that is open: an in-memory DuckDB with views over the Delta tables, as they were when it was opened."""

import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from selon.errors import StoreError
from selon.store.answer import Answer
from selon.store.delta import arrow_schema, check_version, open_table
from selon.store.filters import Filter
from selon.store.formats import format_views
from selon.store.schema import BY_NAME, DOCUMENT_TABLES, MERGE_TABLES, TABLES
from selon.store.sorts import order
from selon.store.tidy import DAY
from selon.store.views import (
    AGAIN_CLAIMS,
    CURRENT,
    KEPT,
    KEPT_CLAIMS,
    KEPT_TOLD,
    MERGE,
    PARTICIPANTS,
    SETTLED,
    STORIES,
    VIEWS,
)

_SQL_TYPES = {
    "string": "varchar",
    "int64": "bigint",
    "float64": "double",
    "bool": "boolean",
    "list<string>": "varchar[]",
}
_ROWS = 1_000  # of a piece of a large answer
KEPT_ORDER = order("events", None)


class Opened:
    """A database that is asked. It shows what was there when it was opened; `refresh` looks again.

    `kept`: claims are held in memory, for many questions one after the other (the explorer).
    """

    def __init__(self, database: str, at: str | None, *, kept: bool = False) -> None:
        self.database, self.at, self.kept = database, at, kept
        self.refresh()

    def changed(self) -> bool:
        """Whether something was written since the last look."""
        return self._seen != self._versions()

    def rejudged(self) -> bool:
        """Whether judgements, and nothing else, were written since the last look."""
        return self._seen[0] == self._versions()[0] and self.changed()

    def _versions(self) -> tuple[int, int]:
        tables = [open_table(self.database, name) for name in ("batches", "judgements")]
        batches, judged = (-1 if table is None else int(table.version()) for table in tables)
        return batches, judged

    def refresh(self) -> None:
        """Looks at the tables again."""
        import duckdb

        self._seen = self._versions()
        self._con = duckdb.connect(":memory:")
        self._forget()
        self._run("set autoinstall_known_extensions=false")
        self._run("set autoload_known_extensions=false")
        for table in TABLES:
            self._register(table.name)
        self._define("seen_batches", f"select * from raw_batches where sequence <= {self._moment()}")
        versions = [row[0] for row in self._run("select distinct schema from raw_batches")]
        check_version(self.database, versions)
        self._run(f"create or replace temp table current_reading as {CURRENT}")
        self._define_views()
        if self.kept:
            self._keep()

    def _define_views(self) -> None:
        self._define("documents", SETTLED["documents"])
        for name in DOCUMENT_TABLES[1:]:
            seen = "read_participants" if name == "participants" else name
            self._define(seen, SETTLED["child"].format(table=name))
        self._define("shown_merge", MERGE.format(recent=time.time_ns() // 1_000_000 - 2 * DAY))
        for name in MERGE_TABLES:
            self._define(f"merged_{name}", SETTLED["merge"].format(table=name))
        for name in ("rejects", "batches", "judgements"):
            self._define(name, SETTLED[name])
        for name, sql in {**VIEWS, **format_views()}.items():
            self._define(name, sql)

    def _keep(self) -> None:
        """Holds what questions need in memory: small tables as they are, and the claims in one table."""
        self._keep_judgements()
        for name in KEPT:
            self._hold(name)
        self._keep_stories()
        self._run(f"create or replace table kept_claims as {KEPT_CLAIMS.format(order=KEPT_ORDER)}")
        self._define("told", KEPT_TOLD)
        self._define("claims", "select * exclude (turn) from told")

    def _hold(self, name: str) -> None:
        self._run(f"create or replace table kept_{name} as select * from {name}")
        self._define(name, f"select * from kept_{name}")

    def _keep_judgements(self) -> None:
        self._define("judgements", SETTLED["judgements"])
        self._hold("judgements")

    def _keep_stories(self) -> None:
        """Holds the stories, which depend on judgements."""
        for name in STORIES:
            self._define(name, VIEWS[name])
            self._hold(name)

    def refresh_judgements(self) -> None:
        """Looks at the judgements again, and at nothing else: quick."""
        self._seen = (self._seen[0], self._versions()[1])
        self._forget()
        self._register("judgements")
        if self.kept:
            before = self._corrected()
            self._keep_judgements()
            if corrected := before | self._corrected():
                self._keep_corrected(corrected)
            self._keep_stories()
        else:
            self._define("judgements", SETTLED["judgements"])

    def _corrected(self) -> set[str]:
        return {row[0] for row in self._run("select event_id from corrections")}

    def _keep_corrected(self, events: set[str]) -> None:
        """Holds what is shown of events that persons corrected, now or before."""
        for table, sql in (("participants", PARTICIPANTS), ("claims", AGAIN_CLAIMS)):
            only = "where event_id in (select unnest(?))"
            self._execute(f"create or replace temp table again as select * from ({sql}) {only}", [list(events)])
            self._execute(f"delete from kept_{table} {only}", [list(events)])
            self._run(f"insert into kept_{table} by name select * from again")

    def _forget(self) -> None:
        """What was worked out before holds no more."""
        self._chosen: Filter | None = None
        self._info: dict[str, Any] | None = None

    def _moment(self) -> int:
        """The last moment that is looked at, in milliseconds since 1970: batches are never changed, only added."""
        if self.at is None:
            return 2**62
        try:
            moment = datetime.fromisoformat(self.at)
        except ValueError as fault:
            raise StoreError(f"{self.at!r} is no time; write it as 2026-05-01T12:00:00Z.") from fault
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)

    def _define(self, name: str, sql: str) -> None:
        self._run(f"create or replace view {name} as {sql}")

    def _run(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows at once: an unread result would block the connection."""
        rows: list[tuple[Any, ...]] = self._con.execute(sql).fetchall()
        return rows

    def _register(self, name: str) -> None:
        table = open_table(self.database, name)
        files = table.file_uris() if table is not None else []
        if table is None or not files:
            self._con.register(f"raw_{name}", arrow_schema(name).empty_table())
            return
        source = f"files_{name}"
        if "://" in self.database:
            self._con.register(source, table.to_pyarrow_dataset())
        else:
            listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
            # Those of an older selon have fewer columns.
            grown = ", union_by_name = true" if name in ("judgements", "documents") else ""
            self._run(f"create or replace temp view {source} as select * from read_parquet([{listed}]{grown})")
        lacking = _lacking(name, [field.name for field in table.schema().fields])
        self._run(f"create or replace temp view raw_{name} as select *{lacking} from {source}")

    def sql(self, query: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Answer:
        """The answer to plain SQL on the tables and views; a faulty query is a StoreError."""
        import duckdb

        try:
            answer = self._con.sql(query, params=parameters or None)
        except duckdb.Error as fault:
            raise StoreError(f"the query cannot be answered: {fault}") from fault
        if answer is None:
            raise StoreError("the query gives no rows; ask with `select`.")
        return Answer(answer.to_arrow_table())

    def batches(self, query: str) -> Any:
        """The answer piece by piece, as an Arrow reader of record batches; nothing else is asked meanwhile."""
        return self._con.sql(query).to_arrow_reader(_ROWS)

    def rows(self, query: str) -> Iterator[dict[str, Any]]:
        """The rows of an answer that may be larger than the memory; nothing else is asked meanwhile."""
        for batch in self.batches(query):
            yield from batch.to_pylist()

    def ask(self, query: str, values: Sequence[object]) -> list[tuple[object, ...]]:
        """All rows of a query, or [] for a statement: the door for `merge`."""
        rows: list[tuple[object, ...]] = self._con.execute(query, list(values)).fetchall()
        return rows

    def _execute(self, sql: str, values: Sequence[object]) -> None:
        import duckdb

        try:
            self._con.execute(sql, list(values))
        except duckdb.Error as fault:
            raise StoreError(f"the question cannot be answered: {fault}") from fault


def _lacking(name: str, found: Sequence[str]) -> str:
    """The columns that a table of an older selon has not: nothing stands in them."""
    missing = [column for column in BY_NAME[name].columns if column.name not in found]
    return "".join(f", null::{_SQL_TYPES[column.type]} as {column.name}" for column in missing)
