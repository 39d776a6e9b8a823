"""`selon parse`: the language analysis."""

import sys

import click

import selon
from selon.cli.options import NOTHING, SOME, shared, tell


@click.command("parse", epilog="Example: selon parse article.txt")
@click.argument("source")
@shared
def command(source: str, lang: str, date: str | None, model: str | None, quiet: bool) -> None:
    """Print the language analysis of SOURCE as CoNLL-U, with entities and time expressions in MISC."""
    reader = selon.Reader(model=model)
    done = rejected = 0
    for document in selon.read_inputs([source], selon.Defaults(lang, date)):
        if isinstance(document, selon.Reject):
            rejected += 1
            tell(document, quiet)
            continue
        done += 1
        click.echo(reader.conllu(document), nl=False)
    sys.exit(NOTHING if not done else SOME if rejected else 0)
