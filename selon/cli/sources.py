"""`selon sources`: who is given as a source, and how often."""

from typing import Any

import click

import selon
from selon.cli.asking import chosen, database, filters, formatted, show, sorted_by

_COLUMNS = ("source", "code", "claims", "documents", "publishers", "denials")


@click.command("sources", epilog="Example: selon sources --db news.selon --actor ISR")
@database
@filters
@sorted_by("sources")
@formatted
def command(db: str, at: str | None, format_: str, **options: Any) -> None:
    """Who is given as a source, and how often.

    A filter that takes WHO knows codes by their beginning (IRN finds IRNMIL) and names by a part of them.
    """
    show(selon.open_store(db, at=at).sources(**chosen(options)), format_, _COLUMNS)
