"""`selon eval`: the coder against gold, and one reading against another."""

import json
import sys
from pathlib import Path

import click

import selon
from selon.cli.options import NOTHING, OK, SOME, tell

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("eval", epilog="Example: selon eval gold.jsonl --lang fr --worst 10")
@click.argument("gold", nargs=-1, type=_FILE)
@click.option("--lang", type=click.Choice(["fr", "en"]), help="Only the texts of this language.")
@click.option("--date", metavar="YYYY-MM-DD", help="Publication date of articles that have none.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--worst", type=click.IntRange(0, 10_000), default=5, show_default=True, help="How many texts to show.")
@click.option("--floors", type=click.Path(dir_okay=False, path_type=Path), help="Compare with the floors in this file.")
@click.option("--raise-floors", is_flag=True, help="Set the floors to what is reached.")
@click.option(
    "--lower", metavar="REASON", help="With --raise-floors: lower those that are not reached, for this reason."
)
@click.option(
    "--compare", nargs=2, type=_FILE, metavar="OLD NEW", help="Gains and losses between two files of records."
)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing on standard error.")
def command(
    gold: tuple[Path, ...], lang: str | None, date: str | None, as_json: bool, worst: int, floors: Path | None,
    raise_floors: bool, lower: str | None, compare: tuple[Path, Path] | None, workers: int, quiet: bool,
) -> None:  # fmt: skip
    """Read the texts of GOLD files and score what is found against what a careful reader finds.

    GOLD is JSON Lines, or *.gold.json with its text beside it; docs/gold.md describes the formats and the figures.
    Exit code 3: a figure is below its floor.
    """
    if compare:
        _compare(*compare, as_json=as_json)
        return
    if not gold:
        raise click.UsageError("give a gold file, or --compare OLD NEW.")
    if raise_floors and floors is None:
        raise click.UsageError("--raise-floors needs --floors FILE.")
    if floors is not None and (lang or date):
        raise click.UsageError("floors hold for a whole gold file: leave out --lang and --date.")
    results = {selon.name_of(path): (path, judged(path, lang=lang, date=date, workers=workers)) for path in gold}
    if as_json:
        click.echo(json.dumps({name: _figures_json(found) for name, (_, found) in results.items()}, indent=1))
    else:
        for name, (_, found) in results.items():
            _show(name, found, worst)
    sys.exit(_gate(results, floors, raise_floors, lower, quiet) if floors else OK)


def judged(path: Path, *, lang: str | None = None, date: str | None = None, workers: int = 1) -> list[selon.Judgement]:
    """The judgements on the texts of a gold file; a text that cannot be read is told, and counts as found empty."""
    documents = [each for each in selon.read_gold(path, date=date) if lang in (None, each.lang)]
    if not documents:
        raise selon.SelonError(f"{path}: holds no gold in the language {lang}.")
    sources = [selon.document_of(each.text, id=each.id, lang=each.lang, date=each.published_at) for each in documents]
    judgements = []
    results = selon.read_all(sources, workers=workers)
    for gold, source, result in zip(documents, sources, results, strict=True):
        if isinstance(result, selon.Reject):
            tell(result, quiet=False)
            result = selon.Record.empty(source)
        judgements.append(selon.judge(gold, result))
    return judgements


def _figures_json(found: list[selon.Judgement]) -> dict[str, dict[str, float | int]]:
    every, sure = _figures(found)
    return {
        each.name: {"value": round(each.value, 4), "of": each.of}
        | ({"without_doubt": round(sure[each.name].value, 4)} if each.name in sure else {})
        for each in every
    }


def _figures(judged: list[selon.Judgement]) -> tuple[list[selon.Figure], dict[str, selon.Figure]]:
    """All figures, and by name those of the texts whose gold nobody contests, where they differ in number."""
    sure = [each for each in judged if each.gold.doubt is None]
    return selon.figures(judged), {each.name: each for each in selon.figures(sure)} if len(sure) < len(judged) else {}


def _show(name: str, judged: list[selon.Judgement], worst: int) -> None:
    from rich.console import Console

    from selon.report.scores import scores

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty(), width=None if sys.stdout.isatty() else 140)
    every, sure = _figures(judged)
    for part in scores(name, judged, every, sure, worst):
        console.print(part)


def _compare(old: Path, new: Path, *, as_json: bool) -> None:
    found = selon.changes(old, new)
    if as_json:
        lines = [
            {"document": each.document, "gained": each.gained, "lost": each.lost, "changed": each.changed}
            for each in found
        ]
        click.echo(json.dumps(lines, ensure_ascii=False, indent=1))
        return
    for each in found:
        click.echo(each.document)
        for mark, items in (("+", each.gained), ("-", each.lost)):
            for words, what in items:
                click.echo(f"  {mark} {what}\n      … {words} …")
        for (words, before), (_, after) in each.changed:
            click.echo(f"  ~ {before}\n  → {after}\n      … {words} …")
    gained, lost, changed = (sum(len(getattr(each, part)) for each in found) for part in ("gained", "lost", "changed"))
    click.echo(f"{gained} more, {lost} less, {changed} told in another way, in {len(found)} documents.")


def _gate(
    results: dict[str, tuple[Path, list[selon.Judgement]]], path: Path, rise: bool, reason: str | None, quiet: bool
) -> int:
    floors = selon.Floors.read(path)
    falls = []
    for name, (file, found) in results.items():
        if rise:
            falls += floors.move(name, selon.fingerprint([file]), selon.figures(found), reason=reason)
        else:
            if name in floors.gold and not floors.fits(name, selon.fingerprint([file])) and not quiet:
                click.echo(f"selon: {name} is not the gold that its floors were set on.", err=True)
            falls += floors.falls(name, selon.figures(found))
    for fall in falls:
        click.echo(f"selon: {fall}", err=True)
    if rise and not falls:
        floors.write(path)
        if not quiet:
            click.echo(f"selon: wrote {path}", err=True)
    return (NOTHING if rise else SOME) if falls else OK
