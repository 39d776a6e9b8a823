"""Options that several commands share, and how rejected documents are told."""

import datetime
from collections.abc import Callable
from typing import TypeVar

import click

import selon

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


def tell(reject: selon.Reject, quiet: bool) -> None:
    """Names a document that was not read, with its reason, on standard error."""
    if not quiet:
        click.echo(f"selon: {reject.message}", err=True)
