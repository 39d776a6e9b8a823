"""Asking a database: an in-memory DuckDB with views over the Delta tables, answers as Arrow, pandas, polars or rows."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from selon.errors import StoreError
from selon.store.delta import append, arrow_schema, check_version, open_table
from selon.store.rows import short_hash
from selon.store.schema import DOCUMENT_TABLES, MERGE_TABLES, TABLES, VERSION
from selon.store.views import CURRENT, SETTLED, VIEWS, claims_of

_SORTS = {
    "date": "coalesce(time_start, published_at) desc nulls last, event_id",
    "confidence": "confidence desc, event_id",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; every field that is given must fit. Codes fit by their beginning (`IRN` finds `IRNMIL`).

    `since` and `until` are ISO days that the event's time (else the day of publication) must not lie outside of.
    """

    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    mode: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    according_to: str | None = None
    publisher: str | None = None
    factuality: str | None = None
    lang: str | None = None
    text: str | None = None
    background: bool | None = None


class Answer:
    """Rows of an answer. `columns` are their names; `__arrow_c_stream__` lets any Arrow library read them."""

    def __init__(self, table: Any) -> None:
        self._table = table

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return list(self._table.column_names)

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        yield from self._table.to_pylist()

    def flat(self) -> Iterator[list[Any]]:
        """The rows for a table without nesting: lists joined by `|`, white space (line ends too) as single spaces."""
        for row in self:
            yield [_flat(value) for value in row.values()]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Any:
        """A pyarrow table."""
        return self._table

    def to_pandas(self) -> Any:
        """A pandas frame; needs pandas."""
        return self._table.to_pandas()

    def to_polars(self) -> Any:
        """A polars frame; needs polars."""
        import polars

        return polars.from_arrow(self._table)

    def _repr_html_(self) -> str:
        from html import escape

        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        rows = self._table.slice(0, 20).to_pylist()
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_cell(cell))}</td>" for cell in row.values()) + "</tr>" for row in rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{len(self)} rows</p>"


def _flat(value: object) -> object:
    text = "|".join(map(str, value)) if isinstance(value, list) else value
    return " ".join(text.split()) if isinstance(text, str) else text


def _cell(value: object) -> str:
    return "" if value is None else str(value)


class Store:
    """A database that is asked. It shows what was there when it was opened; `refresh` looks again.

    `kept`: claims are held in memory, for many questions one after the other (the explorer).
    """

    def __init__(self, database: str, at: str | None, *, kept: bool = False) -> None:
        self.database, self.at, self.kept = database, at, kept
        self.refresh()

    def changed(self) -> bool:
        """Whether something was written since the last look."""
        table = open_table(self.database, "batches")
        judged = open_table(self.database, "judgements")
        return self._seen != (table.version() if table else -1, judged.version() if judged else -1)

    def refresh(self) -> None:
        """Looks at the tables again."""
        import duckdb

        batches, judged = open_table(self.database, "batches"), open_table(self.database, "judgements")
        self._seen = (batches.version() if batches else -1, judged.version() if judged else -1)
        self._con = duckdb.connect(":memory:")
        self._run("set autoinstall_known_extensions=false")
        self._run("set autoload_known_extensions=false")
        for table in TABLES:
            self._register(table.name)
        self._define("seen_batches", f"select * from raw_batches where sequence <= {self._moment()}")
        versions = [row[0] for row in self._run("select distinct schema from raw_batches")]
        check_version(self.database, versions)
        self._run(f"create or replace temp table current_reading as {CURRENT}")
        self._define("documents", SETTLED["documents"])
        for name in DOCUMENT_TABLES[1:]:
            self._define(name, SETTLED["child"].format(table=name))
        for name in MERGE_TABLES:
            self._define(name, SETTLED["merge"].format(table=name))
        for name in ("rejects", "batches", "judgements"):
            self._define(name, SETTLED[name])
        for name, sql in VIEWS.items():
            self._define(name, sql, kept=self.kept)

    def _moment(self) -> int:
        """The last moment that is looked at, in milliseconds since 1970: batches are never changed, only added."""
        if self.at is None:
            return 2**62
        try:
            moment = datetime.fromisoformat(self.at)
        except ValueError as fault:
            raise StoreError(f"{self.at!r} is no time; write it as 2026-05-01T12:00:00Z.") from fault
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)

    def _define(self, name: str, sql: str, *, kept: bool = False) -> None:
        self._run(f"create or replace {'table' if kept else 'view'} {name} as {sql}")

    def _run(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows at once: an unread result would block the connection."""
        rows: list[tuple[Any, ...]] = self._con.execute(sql).fetchall()
        return rows

    def _register(self, name: str) -> None:
        table = open_table(self.database, name)
        files = table.file_uris() if table is not None else []
        if table is None or not files:
            self._con.register(f"raw_{name}", arrow_schema(name).empty_table())
        elif "://" in self.database:
            self._con.register(f"raw_{name}", table.to_pyarrow_dataset())
        else:
            listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
            self._run(f"create or replace view raw_{name} as select * from read_parquet([{listed}])")

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

    def ask(self, query: str, values: Sequence[object]) -> list[tuple[object, ...]]:
        """All rows of a query, or [] for a statement: the door for `merge`."""
        rows: list[tuple[object, ...]] = self._con.execute(query, list(values)).fetchall()
        return rows

    def events(self, *, sort: str = "date", limit: int | None = None, offset: int = 0, **filters: Any) -> Answer:
        """The claims that fit: `store.events(actor="IRN", type="CONSULT", according_to="MED")`. Filters: `Filter`."""
        where, values = _where(Filter(**filters))
        hits = f"select event_id from told {where} order by {_SORTS[sort]} {_page(limit, offset)}"
        return self.sql(f"{claims_of(hits)} order by {_SORTS[sort]}", values)

    def stories(self, *, limit: int | None = None, offset: int = 0, **filters: Any) -> Answer:
        """The stories with an event that fits, those that most independent sources tell first."""
        where, values = _where(Filter(**filters))
        inside = f"select story_id from story_events where event_id in (select event_id from told {where})"
        order = "order by independent desc, documents desc, first_day, story_id"
        return self.sql(f"select * from stories where story_id in ({inside}) {order} {_page(limit, offset)}", values)

    def story(self, story_id: str) -> Answer:
        """The claims of one story, with the document of which each one's document is a copy."""
        claims = claims_of("select event_id from story_events where story_id = ?")
        return self.sql(
            f"""select c.*, s.copy_of, s.score, s.why from story_events s join ({claims}) c using (event_id)
                where s.story_id = ? order by c.published_at nulls last, c.document_id, c.trigger_start""",
            [story_id, story_id],
        )

    def disagreements(self, story_id: str | None = None) -> Answer:
        """The versions of what is contested, of one story or all."""
        where, values = ("where story_id = ?", [story_id]) if story_id else ("", [])
        return self.sql(f"select * from disagreements {where} order by story_id, field, version, document_id", values)

    def record(self, document_id: str) -> dict[str, Any] | None:
        """The record of a document as `selon code` prints it; None if it is not there."""
        for row in self.sql("select record, text from documents where document_id = ?", [document_id]):
            found: dict[str, Any] = json.loads(row["record"])
            found["document"]["text"] = row["text"]
            return found
        return None

    def facets(self, size: int = 8, **filters: Any) -> dict[str, list[dict[str, Any]]]:
        """For the claims that fit: the commonest values of each facet with their number, as {"value", "n"}."""
        where, values = _where(Filter(**filters))
        ids = f"select event_id from told {where}"
        own = {name: f"select {column} as value from told {where}" for name, column in _FACETS.items()}
        asked = {
            **own,
            "actor": f"select name as value from participants where role = 'actor' and event_id in ({ids})",
            "according_to": f"select coalesce(name, text) as value from attributions where about_id in ({ids})",
        }
        return {
            name: list(
                self.sql(
                    f"select value, count(*) as n from ({sql}) where value is not null group by 1 order by n desc, value limit {size}",
                    values,
                )
            )
            for name, sql in asked.items()
        }

    def timeline(self, **filters: Any) -> list[dict[str, Any]]:
        """The claims that fit by month: {"month": "2021-05", "n", "denied"}."""
        where, values = _where(Filter(**filters))
        day = "substr(coalesce(time_start, published_at), 1, 7)"
        sql = f"""select month, count(*) as n, count(*) filter (factuality in ('denied', 'negated')) as denied
                  from (select {day} as month, factuality from told {where}) where length(month) = 7 group by 1 order by 1"""
        return list(self.sql(sql, values))

    def map(self, size: int = 500, **filters: Any) -> list[dict[str, Any]]:
        """The places of the claims that fit, with number and precision; those that most claims name first."""
        where, values = _where(Filter(**filters))
        sql = f"""select place_name as name, place_country as country, place_precision as precision,
                         round(lat, 3) as lat, round(lon, 3) as lon, count(*) as n
                  from (select * from told {where}) where place_country is not null or lat is not null
                  group by all order by n desc, name limit {size}"""
        return list(self.sql(sql, values))

    def count(self, **filters: Any) -> int:
        """How many claims fit."""
        where, values = _where(Filter(**filters))
        return int(next(iter(self.sql(f"select count(*) as n from told {where}", values)))["n"])

    def sources(self, *, limit: int | None = None, offset: int = 0, **filters: Any) -> Answer:
        """Who is given as a source: name, code, number of claims, documents and publishers, how often denied."""
        where, values = _where(Filter(**filters))
        return self.sql(
            f"""select coalesce(a.name, a.text) as source, a.code, a.kind, count(distinct a.about_id) as claims,
                       count(distinct a.document_id) as documents, count(distinct c.publisher) as publishers,
                       count(distinct a.about_id) filter (c.factuality = 'denied') as denials,
                       count(distinct a.about_id) filter (a.position = 0) as outermost
                from attributions a join (select * from told {where}) c on a.about = 'event' and a.about_id = c.event_id
                where coalesce(a.name, a.text) is not null
                group by all order by claims desc, source {_page(limit, offset)}""",
            values,
        )

    def actors(self, *, limit: int | None = None, offset: int = 0, **filters: Any) -> Answer:
        """Who acts and who is acted on: name, code, number of events on either side."""
        where, values = _where(Filter(**filters))
        return self.sql(
            f"""select p.name, p.code, p.kind, count(distinct p.event_id) filter (p.role = 'actor') as does,
                       count(distinct p.event_id) filter (p.role = 'recipient') as undergoes,
                       count(distinct p.document_id) as documents
                from participants p join (select event_id from told {where}) c using (event_id)
                group by all order by does + undergoes desc, p.name {_page(limit, offset)}""",
            values,
        )

    def gaps(self, *, limit: int | None = None, offset: int = 0, **filters: Any) -> Answer:
        """What is said to be unknown, about which event, and who says so."""
        chosen = Filter(**filters)
        where, values = _where(chosen)
        kept = f"where g.event_id in (select event_id from told {where})" if chosen != Filter() else ""
        return self.sql(
            f"""select g.gap_id, g.missing, g.text, h.according_to, e.type, e.trigger, s.actors, s.recipients,
                       d.publisher, d.published_at, d.id as document, g.document_id, g.event_id
                from gaps g join documents d using (document_id) left join events e using (event_id)
                left join sides s using (event_id) left join chains h on h.about_id = g.gap_id {kept}
                order by d.published_at, g.document_id, g.char_start {_page(limit, offset)}""",
            values,
        )

    def judge(
        self, event_id: str, verdict: str, *, by: str, at: str, other: str | None = None, why: str | None = None
    ) -> None:
        """Keeps a person's judgement on an event, or on a pair of events (`other`); seen after `refresh`."""
        one, two = (event_id, other) if other is None or event_id < other else (other, event_id)
        row = {"event_id": one, "other_event_id": two, "verdict": verdict, "judged_by": by, "judged_at": at, "why": why}
        append(self.database, "judgements", [{"judgement_id": short_hash(*row.values()), **row}])

    def info(self) -> dict[str, Any]:
        """`{"tables": {name: rows}, "version": …}` and the codings, languages and span of the documents."""
        counts = {table.name: self._count(table.name) for table in TABLES}
        codings = [row["coding"] for row in self.sql("select distinct coding from documents order by 1")]
        days = next(iter(self.sql("select min(published_at) as first, max(published_at) as last from documents")))
        return {"tables": counts, "version": VERSION, "codings": codings, **days}

    def _count(self, name: str) -> int:
        return int(self._run(f"select count(*) from {name}")[0][0])


def _page(limit: int | None, offset: int) -> str:
    return ("" if limit is None else f"limit {int(limit)} ") + (f"offset {int(offset)}" if offset else "")


_FACETS = {
    "type": "type",
    "factuality": "factuality",
    "place": "place_country",
    "publisher": "publisher",
    "lang": "lang",
}
_DAY = "coalesce(time_start, substr(published_at, 1, 10))"
_LAST_DAY = "coalesce(time_end, substr(published_at, 1, 10))"
_CLAUSES = {
    "actor": "event_id in (select event_id from participants where role = 'actor' and (starts_with(code, ?) or name ilike ?))",
    "recipient": "event_id in (select event_id from participants where role = 'recipient' and (starts_with(code, ?) or name ilike ?))",
    "according_to": "event_id in (select about_id from attributions where starts_with(code, ?) or list_contains(sectors, ?) "
    "or coalesce(name, text) ilike ?)",
    "type": "type = upper(?)",
    "mode": "mode = lower(?)",
    "place": "(place_country = upper(?) or place_name ilike ?)",
    "since": f"{_LAST_DAY} >= ?",
    "until": f"{_DAY} <= ?",
    "publisher": "publisher ilike ?",
    "factuality": "factuality = lower(?)",
    "lang": "lang = lower(?)",
    "text": "sentence ilike ?",
    "background": "background = ?",
}
_LIKE = frozenset({"actor", "recipient", "according_to", "place", "publisher", "text"})


def _where(chosen: Filter) -> tuple[str, list[object]]:
    """The SQL condition of a filter and its values."""
    clauses: list[str] = []
    values: list[object] = []
    for field in fields(chosen):
        value = getattr(chosen, field.name)
        if value is None:
            continue
        clause = _CLAUSES[field.name]
        clauses.append(clause)
        marks = clause.count("?")
        exact = [value] * (marks - 1) if field.name in _LIKE else [value] * marks
        values += [*exact, f"%{value}%"] if field.name in _LIKE else exact
    return ("where " + " and ".join(clauses) if clauses else ""), values


def open_store(database: str | os.PathLike[str], *, at: str | None = None, kept: bool = False) -> Store:
    """The database in a folder, to be asked; `at` (ISO 8601 time) shows what it said then. None there: a StoreError.

    `kept` holds the claims in memory: slower to open, faster to ask again and again.
    """
    path = str(database)
    if "://" not in path and not (Path(path) / "batches").is_dir():
        raise StoreError(f"{path}: is no database of selon. Make one with: selon ingest articles/ --db {path}")
    return Store(path, at, kept=kept)
