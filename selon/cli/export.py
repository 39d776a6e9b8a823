"""`selon export`: a database in other formats."""

from pathlib import Path

import click

import selon
from selon.cli.asking import database

_FORMATS = (
    *("parquet", "csv", "jsonl", "geojson", "plover", "polecat", "gdelt", "icews", "duckdb", "sqlite", "html"),
    "gold",
)


@click.command("export", epilog="Example: selon export --db news.selon --format polecat -o events.tsv")
@database
@click.option("--format", "format_", type=click.Choice(_FORMATS), required=True, help="Which format.")
@click.option("-o", "--output", required=True, type=click.Path(), help="The file, or for parquet the folder, to write.")
@click.option(
    "--all", "everything", is_flag=True, help="Also what is denied, negated or planned (plover, polecat, gdelt, icews)."
)
def command(db: str, at: str | None, format_: str, output: str, everything: bool) -> None:
    """Write a database in another format; docs/export.md says what each of them cannot hold.

    The formats of other projects take events as facts: what is denied, negated, planned or hypothetical is left out of
    them unless --all is given.
    """
    store = selon.open_store(db, at=at)
    count = _page(store, output) if format_ == "html" else selon.export(store, format_, output, everything=everything)
    click.echo(f"selon: wrote {count:,} rows to {output}", err=True)


def _page(store: "selon.Store", output: str) -> int:
    """Writes the stories as one page; their number."""
    from selon.report.stories_page import stories_page, told

    stories = list(store.stories())
    ids = [story["story_id"] for story in stories]
    shown = list(told(stories, store.story(ids), store.disagreements(ids), store.estimates(ids)))
    try:
        Path(output).write_text(stories_page(shown), encoding="utf-8")
    except OSError as fault:
        raise click.FileError(output, hint=str(fault.strerror)) from fault
    return len(shown)
