"""`selon info`: what is in a database."""

import json

import click

import selon
from selon.cli.asking import database


@click.command("info", epilog="Example: selon info --db news.selon")
@database
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def command(db: str, at: str | None, as_json: bool) -> None:
    """Say what is in a database: rows of each table, days covered, versions that read it."""
    found = selon.open_store(db, at=at).info()
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for name, rows in found["tables"].items():
        click.echo(f"{rows:>10,}  {name}")
    for title, counted in (("read", "languages"), ("not read", "rejects"), ("set aside, by language", "set_aside")):
        if found[counted]:
            click.echo(f"\n{title}: " + ", ".join(f"{number:,} {name}" for name, number in found[counted].items()))
    click.echo(f"\npublished {found['first'] or '?'} to {found['last'] or '?'}; tables of version {found['version']}")
    for coding in found["codings"]:
        click.echo(f"read by {coding}")
