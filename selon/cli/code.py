"""`selon code`: many documents, one record a line."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import IO

import click

import selon
from selon.cli.options import NOTHING, OK, SOME, own_ontology, shared, tell


@click.command("code", epilog="Example: selon code articles/ more.jsonl -o records.jsonl")
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    default="-",
    help="Where to write; - is standard output.",
)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read.")
@own_ontology
@shared
def command(
    inputs: tuple[str, ...],
    output: str,
    workers: int,
    lang: str,
    date: str | None,
    model: str | None,
    ontology: str | None,
    quiet: bool,
) -> None:
    """Read INPUTS and write one JSON record a line, in input order.

    An input is a file, a folder, a URL, or - for standard input: plain text, HTML, JSON, JSON Lines or CSV (fields
    text or body; id, url, title, published_at or date, publisher or source, lang), RSS, Atom, WARC; also packed with
    gzip, zstd, xz, bzip2 or ZIP. It is recognised by what it holds, not by its name.
    Exit code 3: some documents were not read; each is named with its reason on standard error.
    """
    read = rejected = 0
    documents = selon.read_inputs(inputs, selon.Defaults(lang, date))
    with _opened(output) as stream:
        for result in selon.read_all(documents, workers=workers, model=model, ontology=ontology):
            if isinstance(result, selon.Reject):
                rejected += 1
                tell(result, quiet)
            else:
                read += 1
                stream.write(selon.dumps(result) + "\n")
                stream.flush()
    if not quiet:
        click.echo(f"selon: {read} read, {rejected} not read", err=True)
    sys.exit(NOTHING if not read else SOME if rejected else OK)


def _opened(output: str) -> "nullcontext[IO[str]] | IO[str]":
    if output == "-":
        return nullcontext(sys.stdout)
    try:
        return Path(output).open("w", encoding="utf-8")
    except OSError as fault:
        raise click.FileError(output, hint=str(fault.strerror)) from fault
