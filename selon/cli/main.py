"""`selon`: the group of all commands."""

import errno
import os
import sys
from contextlib import suppress
from importlib import import_module

import click

import selon
from selon.collector import collect_rarely

_COMMANDS = {
    "read": "read one document and print a report",
    "code": "read many documents, write one record a line (JSON Lines)",
    "ingest": "read documents into a database",
    "watch": "poll feeds into a database",
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
    "ontology": "check an ontology of your own",
    "parse": "print the language analysis as CoNLL-U",
    "schema": "print the JSON Schema of the record",
    "doctor": "say what is installed, and what to do about what is missing",
    "demo": "read the bundled example articles",
}
_INTERRUPTED = 130
_FULL = "the output cannot be written: no space is left. Make room and run it again."


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
    """The entry point. Whatever goes wrong is told in a sentence, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = _run()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads our output has stopped; what Python would still flush goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError:
        click.echo(f"selon: {_FULL}", err=True)
        code = 1
    leave(code)


def leave(code: int) -> None:
    """Ends the process without taking the interpreter apart.

    That takes 0.4 s where language models were loaded, and threads of the libraries behind the database may then abort
    the process: everything that has an end of its own (pools, files, clusters) has come to it before.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _run() -> int:
    """The exit code of the command that was called."""
    collect_rarely()
    try:
        code = group.main(prog_name="selon", standalone_mode=False)
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("selon: interrupted", err=True)
        return _INTERRUPTED
    except selon.SelonError as fault:
        click.echo(f"selon: {fault}", err=True)
        return 1
    except BrokenPipeError:
        raise
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception as fault:
        return _failed(fault)
    return code if isinstance(code, int) else 0


def _failed(fault: Exception) -> int:
    if os.environ.get("SELON_DEBUG"):
        raise fault
    if isinstance(fault, OSError) and fault.errno == errno.ENOSPC:
        click.echo(f"selon: {_FULL}", err=True)
        return 1
    what = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    click.echo(f"selon: internal failure: {what}. Please report it; SELON_DEBUG=1 shows where it happened.", err=True)
    return 1
