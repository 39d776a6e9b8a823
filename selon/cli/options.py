"""Options that several commands share, and how rejected documents are told."""

import datetime
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

import selon

if TYPE_CHECKING:
    from rich.console import Console

_PIPED_WIDTH = 88
OK, NOTHING, SOME = 0, 1, 3
_F = TypeVar("_F", bound=Callable[..., object])


def _is_date(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no calendar date; write it as YYYY-MM-DD") from None
    return value


def shared(command: _F) -> _F:
    """Adds --lang, --date, --model and --quiet."""
    command = click.option("--quiet", "-q", is_flag=True, help="Say nothing on standard error.")(command)
    command = click.option("--model", metavar="NAME", help="Another installed spaCy pipeline with UD labels.")(command)
    command = click.option(
        "--date", metavar="YYYY-MM-DD", callback=_is_date, help="Publication date, for inputs that have none."
    )(command)
    return click.option(
        "--lang",
        type=click.Choice(["fr", "en", "auto"]),
        default="auto",
        show_default=True,
        help="Language of the text.",
    )(command)


def own_ontology(command: _F) -> _F:
    """Adds --ontology."""
    path = click.Path(exists=True, dir_okay=False)
    text = "Your own types and frames, a YAML file (docs/ontologies.md)."
    return click.option("--ontology", metavar="FILE", type=path, help=text)(command)


def console_of(color: bool | None) -> "Console":
    """The console for a report: coloured on a terminal, or as asked; of a readable width where it is piped."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPED_WIDTH
    return Console(
        force_terminal=color, no_color=color is False, highlight=False, emoji=False, markup=False, width=width
    )


def tell(reject: selon.Reject, quiet: bool) -> None:
    """Names a document that was not read, with its reason, on standard error."""
    if not quiet:
        click.echo(f"selon: {reject.message}", err=True)
