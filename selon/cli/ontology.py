"""`selon ontology`: checks an ontology of your own."""

import click

import selon
from selon.cli.options import OK, SOME


@click.command("ontology", epilog="Example: selon ontology labour.yml")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
def command(file: str) -> None:
    """Check an ontology of your own: is it well formed, and does it find its examples?

    FILE is YAML; docs/ontologies.md describes it. Use it with `selon read`, `code` or `ingest --ontology FILE`.
    Exit code 1: the file is no ontology; 3: some examples are not read as they say.
    """
    checked = selon.check_ontology(file)
    frames = ", ".join(f"{count} {lang}" for lang, count in checked.frames.items())
    click.echo(f"{checked.name}: {len(checked.types)} types ({', '.join(checked.types)}), frames: {frames}")
    for fault in checked.faults:
        click.echo(fault, err=True)
    good = checked.sentences - len(checked.faults)
    click.echo(f"{good} of {checked.sentences} examples are read as they say.")
    raise SystemExit(SOME if checked.faults else OK)
