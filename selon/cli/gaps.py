"""`selon gaps`: what is said not to be known."""

from typing import Any

import click

import selon
from selon.cli.asking import chosen, database, filters, formatted, show, sorted_by

_COLUMNS = ("missing", "text", "according_to", "type", "actors", "recipients", "publisher")


@click.command("gaps", epilog="Example: selon gaps --db news.selon --type ASSAULT")
@database
@filters
@sorted_by("gaps")
@formatted
def command(db: str, at: str | None, format_: str, **options: Any) -> None:
    """What is said not to be known.

    A filter that takes WHO knows codes by their beginning (IRN finds IRNMIL) and names by a part of them.
    """
    show(selon.open_store(db, at=at).gaps(**chosen(options)), format_, _COLUMNS)
