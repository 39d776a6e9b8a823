"""`selon actors`: who acts and who is acted on."""

from typing import Any

import click

import selon
from selon.cli.asking import chosen, database, filters, formatted, show, sorted_by

_COLUMNS = ("name", "code", "does", "undergoes", "documents")


@click.command("actors", epilog="Example: selon actors --db news.selon --place UKR")
@database
@filters
@sorted_by("actors")
@formatted
def command(db: str, at: str | None, format_: str, **options: Any) -> None:
    """Who acts and who is acted on.

    A filter that takes WHO knows codes by their beginning (IRN finds IRNMIL) and names by a part of them.
    """
    show(selon.open_store(db, at=at).actors(**chosen(options)), format_, _COLUMNS)
