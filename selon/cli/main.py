"""`selon`: the group of all commands."""

import sys
from importlib import import_module

import click

import selon

_COMMANDS = {
    "read": "read one document and print a report",
    "code": "read many documents, write one record a line (JSON Lines)",
    "ingest": "read documents into a database",
    "events": "the events of a database, with filters",
    "stories": "what several documents report, and where they differ",
    "sources": "who is given as a source",
    "actors": "who acts and who is acted on",
    "gaps": "what is said not to be known",
    "export": "write a database in another format",
    "serve": "show a database in the browser",
    "info": "what is in a database",
    "sql": "plain SQL on a database",
    "eval": "score the coder against gold files",
    "parse": "print the language analysis as CoNLL-U",
    "schema": "print the JSON Schema of the record",
    "doctor": "say what is installed, and what to do about what is missing",
    "demo": "read the bundled example articles",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"selon.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(selon.__version__, prog_name="selon")
def group() -> None:
    """Read French and English news: who did what to whom, where, when, and according to whom.

    \b
    selon demo                        read the bundled articles
    selon read article.txt            one article, as a report
    selon code folder/ -o out.jsonl   many articles, one record a line
    """


def main() -> None:
    """The entry point; what selon can say clearly is said without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        group(standalone_mode=True)
    except selon.SelonError as fault:
        click.echo(f"selon: {fault}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
