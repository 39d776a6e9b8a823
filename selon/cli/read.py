"""`selon read`: one document, as a report."""

import sys

import click

import selon
from selon.cli.options import NOTHING, SOME, console_of, own_ontology, shared, tell


@click.command("read", epilog="Example: selon read article.txt --date 2023-09-28")
@click.argument("source")
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON.")
@click.option("--html", "page", type=click.Path(dir_okay=False), help="Write a self-contained page to this file.")
@click.option("--color/--no-color", default=None, help="Colour (by default when the terminal has it).")
@own_ontology
@shared
def command(
    source: str, as_json: bool, page: str | None, color: bool | None, lang: str, date: str | None,
    model: str | None, ontology: str | None, quiet: bool,
) -> None:  # fmt: skip
    """Read SOURCE (a file, a URL, or - for standard input) and print a report.

    Of a source with several documents the first is read; `selon code` reads them all.
    """
    documents = selon.read_inputs([source], selon.Defaults(lang, date))
    first = next(documents, None)
    if first is None:
        click.echo(f"selon: {source}: holds no document.", err=True)
        sys.exit(NOTHING)
    result = next(iter(selon.read_all([first], model=model, ontology=ontology)))
    if isinstance(result, selon.Reject):
        tell(result, quiet)
        sys.exit(NOTHING)
    if as_json:
        click.echo(selon.dumps(result, indent=1))
    if page is not None:
        _write_page(result, page)
        if not quiet:
            click.echo(f"selon: wrote {page}", err=True)
    if not as_json and page is None:
        _print(result, color)
    if next(documents, None) is not None:
        if not quiet:
            click.echo(f"selon: {source} holds more documents; `selon code {source}` reads them all.", err=True)
        sys.exit(SOME)


def _print(record: selon.Record, color: bool | None) -> None:
    from selon.report.terminal import show

    show(record, console_of(color))


def _write_page(record: selon.Record, path: str) -> None:
    from pathlib import Path

    from selon.report.page import page_of

    try:
        Path(path).write_text(page_of(record), encoding="utf-8")
    except OSError as fault:
        raise click.FileError(path, hint=str(fault.strerror)) from fault
