"""`selon demo`: the main job on the bundled articles."""

import sys

import click

import selon


@click.command("demo", epilog="Example: selon demo --all")
@click.option("--all", "everything", is_flag=True, help="Show the report of every article.")
@click.option("--color/--no-color", default=None, help="Colour (by default when the terminal has it).")
def command(everything: bool, color: bool | None) -> None:
    """Read the bundled example articles: a report of two of them, and one timeline of all."""
    from rich.console import Console

    from selon.examples import paths
    from selon.report.terminal import show
    from selon.report.timeline import timeline

    console = Console(force_terminal=color, no_color=color is False, highlight=False, soft_wrap=not sys.stdout.isatty())
    inputs = [str(path) for path in paths()]
    records = []
    for result in selon.read_all(selon.read_inputs(inputs, selon.Defaults())):
        if isinstance(result, selon.Reject):
            raise selon.SelonError(result.message)
        records.append(result)
    shown = records if everything else [records[0], next(each for each in records if each.document.lang == "en")]
    for record in shown:
        show(record, console)
        console.print()
    console.print(timeline(records))
    console.print(f"{len(records)} articles, {sum(len(record.events) for record in records)} events. ")
    console.print("Next: selon demo --all, or selon read YOUR-ARTICLE.txt")
