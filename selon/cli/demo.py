"""`selon demo`: the main job on the bundled articles."""

import click

import selon
from selon.cli.options import console_of


@click.command("demo", epilog="Example: selon demo --all")
@click.option("--all", "everything", is_flag=True, help="Show the report of every article.")
@click.option("--color/--no-color", default=None, help="Colour (by default when the terminal has it).")
def command(everything: bool, color: bool | None) -> None:
    """Read the bundled example articles: the reports of two of them, and one timeline of all."""
    from selon.examples import paths
    from selon.report.terminal import rule, show
    from selon.report.timeline import show as show_timeline
    from selon.report.timeline import timeline

    console = console_of(color)
    records = _records([str(path) for path in paths()])
    french = [record for record in records if record.document.lang == "fr"]
    english = [record for record in records if record.document.lang == "en"]
    shown = records if everything else [french[0], english[0]]
    for number, record in enumerate(shown, start=1):
        console.print(rule(f"article {number} of {len(shown)}", console, "═"))
        show(record, console)
    console.print(rule(f"one timeline of all {len(records)} articles", console, "═"))
    show_timeline(timeline(records), console, "en")
    events = sum(len(record.events) for record in records)
    console.print(f"\n{len(records)} articles ({len(french)} French, {len(english)} English), {events} events.")
    console.print(
        "Next: selon demo --all, or selon read YOUR-ARTICLE.txt, with --html FILE for a page.", soft_wrap=True
    )


def _records(inputs: list[str]) -> list[selon.Record]:
    records = []
    for result in selon.read_all(selon.read_inputs(inputs, selon.Defaults())):
        if isinstance(result, selon.Reject):
            raise selon.SelonError(result.message)
        records.append(result)
    return records
