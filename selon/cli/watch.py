"""`selon watch`: feeds into a database, as they come."""

import sys

import click

import selon
from selon.cli.options import NOTHING, OK, SOME, tell


@click.command("watch", epilog="Example: selon watch https://example.org/feed.xml --db news.selon --every 15")
@click.argument("feeds", nargs=-1, required=True)
@click.option("--db", required=True, metavar="FOLDER", envvar="SELON_DB", help="The database; made if it is not there.")
@click.option("--every", type=click.FloatRange(1), default=15, show_default=True, help="Minutes between two looks.")
@click.option("--once", is_flag=True, help="Look once and end.")
@click.option(
    "--lang", type=click.Choice(["fr", "en", "auto"]), default="auto", show_default=True, help="Language of the texts."
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing on standard error.")
def command(feeds: tuple[str, ...], db: str, every: float, once: bool, lang: str, quiet: bool) -> None:
    """Poll FEEDS (RSS or Atom) and read their new items into a database, until it is stopped.

    A feed that has not changed is not sent again; robots.txt is kept; a host is asked every other second at most. Of an
    item that is only a teaser, the page behind it is read.
    """

    def after(progress: selon.Progress, reject: selon.Reject | None) -> None:
        if reject is not None:
            tell(reject, quiet)

    done = selon.watch(feeds, db, selon.Defaults(lang), every=every * 60, rounds=1 if once else None, tell=after)
    if not quiet:
        click.echo(f"selon: {done.read} read, {done.known} known from before, {done.refused} not read.", err=True)
    sys.exit(SOME if done.refused and done.read + done.known else NOTHING if done.refused else OK)
