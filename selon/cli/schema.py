"""`selon schema`: the JSON Schema of the record."""

import json

import click


@click.command("schema", epilog="Example: selon schema > record.schema.json")
def command() -> None:
    """Print the JSON Schema of the record."""
    from selon.report.schema import record_schema

    click.echo(json.dumps(record_schema(), ensure_ascii=False, indent=2))
