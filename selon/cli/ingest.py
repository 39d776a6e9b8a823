"""`selon ingest`: documents into a database."""

import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import click

import selon
from selon.cli.options import NOTHING, OK, SOME, own_ontology, shared, tell


@click.command("ingest", epilog="Example: selon ingest articles/ dump.jsonl.gz --db news.selon --workers 4")
@click.argument("inputs", nargs=-1, required=True)
@click.option("--db", required=True, metavar="FOLDER", envvar="SELON_DB", help="The database; made if it is not there.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read.")
@click.option(
    "--batch", type=click.IntRange(1, 10_000), default=200, show_default=True, help="Documents written at once."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Who reads: processes of this machine, or a Dask cluster (docs/scale.md).",
)
@click.option("--scheduler", metavar="ADDRESS", help="The Dask scheduler: tcp://host:8786, or its scheduler file.")
@click.option(
    "--merge/--no-merge", "merging", default=True, show_default=True, help="Make stories at the end; once is enough."
)
@own_ontology
@shared
def command(
    inputs: tuple[str, ...],
    db: str,
    workers: int,
    batch: int,
    engine: str,
    scheduler: str | None,
    merging: bool,
    lang: str,
    date: str | None,
    model: str | None,
    ontology: str | None,
    quiet: bool,
) -> None:
    """Read INPUTS into a database and merge their events to stories.

    What is in the database is not read again: an ingest that was stopped goes on where it was, and the same inputs add
    nothing. A document that cannot be read is named on standard error and kept in the table `rejects` (exit code 3).
    """
    if scheduler is not None and engine != "dask":
        raise click.UsageError("--scheduler goes with --engine dask")
    begun = time.time_ns() // 1_000_000
    with _bar(quiet) as advance:

        def after(progress: selon.Progress, reject: selon.Reject | None) -> None:
            if reject is not None:
                tell(reject, quiet)
            advance(progress)

        done = selon.ingest_all(
            inputs,
            db,
            selon.Defaults(lang, date),
            tell=after,
            workers=workers,
            model=model,
            ontology=ontology,
            batch=batch,
            engine=selon.Engine(engine),
            scheduler=scheduler,
            merging=merging,
        )
    if not quiet:
        known = f", {done.known} known from before" if done.known else ""
        click.echo(
            f"selon: {done.read} read{known}, {done.refused} not read; {done.events} new events, "
            f"{done.stories} stories. Next: selon stories --db {db}",
            err=True,
        )
    if not quiet and done.read:
        _recoded(db, begun)
    sys.exit(NOTHING if not done.read + done.known else SOME if done.refused else OK)


def _recoded(db: str, since: int) -> None:
    """Says what changed where documents were read again by other versions."""
    found = list(selon.open_store(db).recoded(since))
    if found:
        click.echo(
            f"selon: {found[0]['documents']} documents were read again by other versions; their events:", err=True
        )
    for row in found:
        change = f"+{row['gained']} -{row['lost']}, {row['changed']} told otherwise"
        click.echo(f"  {row['type']:10} {row['before']} → {row['now']}  ({change})", err=True)


def _bar(quiet: bool) -> AbstractContextManager[Callable[["selon.Progress"], None]]:
    """A progress line with rate on a terminal; nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        return nullcontext(lambda progress: None)
    return _Bar()


class _Bar:
    def __enter__(self) -> Callable[["selon.Progress"], None]:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns: tuple[Any, ...] = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self.progress = Progress(*columns, console=Console(stderr=True))
        self.progress.start()
        self.task = self.progress.add_task("reading …", total=None)
        return self.advance

    def advance(self, progress: "selon.Progress") -> None:
        elapsed = self.progress.tasks[0].elapsed or 0.001
        rate = (progress.read + progress.refused) / elapsed
        text = f"{progress.read:,} read, {progress.known:,} known, {progress.refused:,} refused, {rate:.1f} a second"
        self.progress.update(self.task, description=text)

    def __exit__(self, *_: object) -> None:
        self.progress.stop()
