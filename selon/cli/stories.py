"""`selon stories`: what several documents report, who says what of it, and where they differ."""

import sys
from typing import Any

import click

import selon
from selon.cli.asking import chosen, database, filters, formatted, show, sorted_by

_COLUMNS = ("story_id", "type", "actors", "recipients", "first_day", "place", "documents", "independent", "denied")


@click.command("stories", epilog="Example: selon stories --db news.selon --place LBN")
@database
@filters
@sorted_by("stories")
@click.option("--brief", is_flag=True, help="One line a story.")
@formatted
def command(db: str, at: str | None, format_: str, brief: bool, **options: Any) -> None:
    """Show the stories that several documents tell: who says what, the independent sources, the disagreements.

    A filter that takes WHO knows codes by their beginning (IRN finds IRNMIL) and names by a part of them.
    """
    from rich.console import Console

    from selon.report.stories import show_story
    from selon.report.stories_page import told

    store = selon.open_store(db, at=at)
    stories = store.stories(**chosen(options))
    if brief or format_ != "table" or not len(stories):
        show(stories, format_, _COLUMNS)
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 100)
    ids = [story["story_id"] for story in stories]
    for each in told(stories, store.story(ids), store.disagreements(ids), store.estimates(ids)):
        show_story(each, console)
