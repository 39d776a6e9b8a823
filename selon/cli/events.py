"""`selon events`: the events that fit, each with its sources."""

from typing import Any

import click

import selon
from selon.cli.asking import chosen, database, filters, formatted, show, sorted_by

_COLUMNS = (
    "time_value",
    "type",
    "mode",
    "actors",
    "recipients",
    "place_name",
    "factuality",
    "according_to",
    "publisher",
)


@click.command("events", epilog="Example: selon events --db news.selon --actor IRN --type CONSULT --since 2023")
@database
@filters
@sorted_by("events")
@formatted
def command(db: str, at: str | None, format_: str, **options: Any) -> None:
    """The events that fit, each with its sources.

    A filter that takes WHO knows codes by their beginning (IRN finds IRNMIL) and names by a part of them.
    """
    show(selon.open_store(db, at=at).events(**chosen(options)), format_, _COLUMNS)
