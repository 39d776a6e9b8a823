"""A small database for the tests of the explorer."""

from pathlib import Path

from selon.merge import merge
from selon.model.record import Record
from selon.store import open_store, open_writer
from tests.merge.test_merge import _other
from tests.store.records import record

PAGES = ("/", "/stories", "/actors", "/sources", "/gaps", "/actor?name=arm%C3%A9e", "/review", "/review/merges")
"""Every page that has an address of its own."""


def database_of(folder: Path, *more: Record) -> str:
    """Two accounts of one event, and what else is given, as a database in the folder."""
    writer = open_writer(folder / "news.selon", selon="0", coding="c")
    writer.write([record(), _other(), *more])
    writer.write_stories(merge(open_store(writer.database).ask))
    return writer.database
