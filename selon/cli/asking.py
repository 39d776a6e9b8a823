"""Options of the commands that ask a database, and how their answers are printed."""

import csv
import json
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

import selon

_F = TypeVar("_F", bound=Callable[..., object])

_FILTERS = (
    click.option("--actor", metavar="WHO", help="Who does it: a code (IRN, IRNMIL) or part of a name."),
    click.option("--recipient", metavar="WHO", help="Whom it is done to: a code or part of a name."),
    click.option("--type", "type_", metavar="TYPE", help="PLOVER type (CONSULT)."),
    click.option("--mode", metavar="MODE", help="PLOVER mode (visit)."),
    click.option("--place", metavar="WHERE", help="Where: a country code (SYR) or part of a place's name."),
    click.option("--since", metavar="DAY", help="Not before this day (YYYY-MM-DD, or a month, or a year)."),
    click.option("--until", metavar="DAY", help="Not after this day."),
    click.option("--according-to", metavar="WHO", help="A source: a code (IRN), a sector (MED) or part of a name."),
    click.option("--publisher", metavar="NAME", help="Part of the publisher's name."),
    click.option("--factuality", metavar="HOW", help="asserted, denied, negated, future, possible …"),
    click.option("--lang", type=click.Choice(["fr", "en"]), help="Language of the document."),
    click.option("--text", metavar="WORDS", help="Words in the sentence."),
    click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="P", help="At least so sure (0 to 1)."),
)


def database(command: _F) -> _F:
    """Adds --db and --at."""
    command = click.option("--at", metavar="TIME", help="What the database said then (2026-05-01T12:00:00Z).")(command)
    return click.option("--db", required=True, metavar="FOLDER", envvar="SELON_DB", help="The database.")(command)


def filters(command: _F) -> _F:
    """Adds the filters, --limit and --offset."""
    command = click.option("--offset", type=click.IntRange(0), default=0, help="Leave out so many.")(command)
    command = click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")(
        command
    )
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def sorted_by(question: str) -> Callable[[_F], _F]:
    """Adds --sort, with the orders that the question has; the first is the usual one."""
    known = selon.sorts(question)
    return click.option("--sort", type=click.Choice(known), help=f"In which order [default: {known[0]}].")


def formatted(command: _F) -> _F:
    """Adds --format."""
    choice = click.Choice(["table", "json", "csv"])
    return click.option("--format", "format_", type=choice, default="table", show_default=True, help="How to print.")(
        command
    )


def chosen(options: dict[str, Any]) -> dict[str, Any]:
    """The options that are filters, limit or offset, by the names of `selon.Filter`."""
    return {("type" if name == "type_" else name): value for name, value in options.items() if value is not None}


def show(answer: "selon.Answer", format_: str, columns: Sequence[str]) -> None:
    """Prints an answer: `columns` as a table for people, all of it as JSON or CSV."""
    if format_ == "json":
        click.echo(json.dumps(list(answer), ensure_ascii=False, indent=1, default=str))
    elif format_ == "csv":
        _csv(answer)
    else:
        _table(answer, columns)


def _csv(answer: "selon.Answer") -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows(answer.flat())


def _table(answer: "selon.Answer", columns: Sequence[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    if not len(answer):
        click.echo("Nothing fits.", err=True)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in columns:
        table.add_column(
            name.replace("_", " "), overflow="fold", max_width=44 if name in ("sentence", "text") else None
        )
    places = [answer.columns.index(name) for name in columns]
    for row in answer.flat():
        table.add_row(*("" if row[place] is None else str(row[place]) for place in places))
    Console(highlight=False, width=None if sys.stdout.isatty() else 160).print(table)
