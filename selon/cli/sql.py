"""`selon sql`: plain SQL on a database."""

import click

import selon
from selon.cli.asking import database, formatted, show


@click.command("sql", epilog='Example: selon sql --db news.selon "select type, count(*) n from claims group by 1"')
@database
@formatted
@click.argument("query")
def command(db: str, at: str | None, format_: str, query: str) -> None:
    """Answer QUERY in SQL (DuckDB's) on the tables and views of a database; docs/schema.md describes them."""
    answer = selon.open_store(db, at=at).sql(query)
    show(answer, format_, answer.columns)
