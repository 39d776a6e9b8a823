"""One DuckDB file, one SQLite file: all tables and the claims, to be opened elsewhere."""

import json
import sqlite3
from pathlib import Path

from selon.store.query import Store
from selon.store.schema import TABLES


def write_duckdb(store: Store, out: Path, everything: bool) -> int:
    """A DuckDB file that DuckDB 1.2 and newer open; the tables of docs/schema.md and `claims`."""
    out.unlink(missing_ok=True)
    quoted = str(out).replace("'", "''")
    store.ask(f"attach '{quoted}' as exported (storage_version 'v1.2.0')", ())
    try:
        for name in _names():
            store.ask(f"create table exported.{name} as select * from {name}", ())
        return int(str(store.ask("select count(*) from exported.claims", ())[0][0]))
    finally:
        store.ask("detach exported", ())


def _names() -> list[str]:
    return [*(table.name for table in TABLES), "claims"]


# Where an id is at home: Datasette leads from every other table to that row.
_HOMES = {"document_id": "documents", "event_id": "events", "story_id": "stories"}
_KEYS = dict.fromkeys((*((home, column) for column, home in _HOMES.items()), ("claims", "event_id")), " primary key")


def write_sqlite(store: Store, out: Path, everything: bool) -> int:
    """A SQLite file for Datasette: keys, lists as JSON, and full text search over claims (`claims_fts`) where SQLite has it."""
    out.unlink(missing_ok=True)
    with sqlite3.connect(out) as con:
        for name in _names():
            _copy(store, name, con)
        for name, column in (("events", "document_id"), ("claims", "document_id"), ("participants", "event_id"),
                             ("attributions", "about_id"), ("story_events", "story_id")):  # fmt: skip
            con.execute(f"create index {name}_{column} on {name} ({column})")
        _search(con)
        count = int(con.execute("select count(*) from claims").fetchone()[0])
    con.close()
    return count


def _copy(store: Store, name: str, con: sqlite3.Connection) -> None:
    answer = store.batches(f"select * from {name}")
    columns = [f'"{field.name}" {_type(field.type)}{_KEYS.get((name, field.name), "")}' for field in answer.schema]
    links = [
        f"foreign key ({column}) references {_HOMES[column]} ({column})"
        for column in answer.schema.names
        if column in _HOMES and _HOMES[column] != name
    ]
    con.execute(f"create table {name} ({', '.join([*columns, *links])})")
    marks = ", ".join("?" for _ in columns)
    for batch in answer:
        rows = [[_plain(value) for value in row.values()] for row in batch.to_pylist()]
        con.executemany(f"insert into {name} values ({marks})", rows)


def _type(arrow: object) -> str:
    return {"int64": "integer", "bool": "integer", "double": "real"}.get(str(arrow), "text")


def _plain(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _search(con: sqlite3.Connection) -> None:
    columns = "sentence, actors, recipients, according_to"
    try:
        con.execute(
            f"create virtual table claims_fts using fts5({columns}, content='claims', tokenize='unicode61 remove_diacritics 2')"
        )
    except sqlite3.OperationalError:
        return
    con.execute("insert into claims_fts (claims_fts) values ('rebuild')")
