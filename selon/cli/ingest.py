"""`selon ingest`: documents into a database."""

import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

import selon
from selon.cli.options import NOTHING, OK, SOME, own_ontology, shared, tell

if TYPE_CHECKING:
    from rich.console import Console

    Advance = Callable[[selon.Progress], None]

# The share of the inputs after which the pace is known well enough to say how long the rest takes.
_ENOUGH = 0.005


@click.command("ingest", epilog="Example: selon ingest articles/ dump.jsonl.gz --db news.selon --workers 2")
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
    meter = selon.Meter(inputs) if sys.stderr.isatty() and not quiet else None
    with Bar(meter) if meter else nullcontext(_silent) as advance:

        def after(progress: selon.Progress, reject: selon.Reject | None) -> None:
            if reject is not None:
                tell(reject, quiet)
            advance(progress)

        done = selon.ingest_all(
            inputs,
            db,
            selon.Defaults(lang, date),
            tell=after,
            meter=meter,
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
            f"selon: {done.read} read{known}, {done.refused} not read{_why(done)}; {done.events} new events, "
            f"{done.stories} stories. Next: selon stories --db {db}",
            err=True,
        )
    if not quiet and done.read:
        _recoded(db, begun)
    sys.exit(NOTHING if not done.read + done.known else SOME if done.refused else OK)


def _why(done: selon.Progress) -> str:
    """(2 language, 1 empty) where something was not read."""
    counted = ", ".join(f"{number} {reason}" for reason, number in done.reasons.most_common())
    return f" ({counted})" if counted else ""


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


def _silent(progress: selon.Progress) -> None:
    """Where no terminal is, nobody watches."""


class Bar:
    """How far an ingest is: the share of the inputs (by bytes), documents, rate, time taken and time left."""

    def __init__(
        self, meter: selon.Meter, console: "Console | None" = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.meter, self._console, self._clock = meter, console, clock

    def __enter__(self) -> "Advance":
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

        columns = (
            BarColumn(bar_width=20),
            TaskProgressColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}"),
        )
        self.progress = Progress(*columns, console=self._console or Console(stderr=True))
        self.progress.start()
        self.task = self.progress.add_task("reading …", total=None, left="")
        self._start = self._clock()
        self._begun: tuple[float, float] | None = None
        return self.advance

    def advance(self, progress: selon.Progress) -> None:
        elapsed = max(self._clock() - self._start, 0.001)
        rate = (progress.read + progress.refused) / elapsed
        text = f"{progress.read:,} read, {progress.known:,} known, {progress.refused:,} not read, {rate:.1f} a second,"
        share = self.meter.share()
        total = None if share is None else 1.0
        self.progress.update(
            self.task, description=text, total=total, completed=share or 0.0, left=self._left(share, elapsed)
        )

    def _left(self, share: float | None, elapsed: float) -> str:
        """How long it will take still, by the pace since the first document was read: what was known goes faster."""
        if share is None or share >= 1:
            return ""
        begun = self._begun = self._begun or (share, elapsed)
        if share - begun[0] < _ENOUGH or elapsed - begun[1] < 1:
            return "time left: ?"
        seconds = (1 - share) * (elapsed - begun[1]) / (share - begun[0])
        return f"about {_spoken(seconds)} left"

    def __exit__(self, *_: object) -> None:
        self.progress.stop()


def _spoken(seconds: float) -> str:
    """
    >>> _spoken(42), _spoken(600), _spoken(9000)
    ('42 s', '10 min', '2 h 30 min')
    """
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"
