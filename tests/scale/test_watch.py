"""`selon watch` into a database on an object store: what was seen is remembered there, beside the tables."""

import pytest

from selon.ingest import Defaults
from selon.run.watch import watch
from selon.store import open_store
from selon.store.beside import read_beside
from tests.ingest.test_many import FRENCH
from tests.ingest.test_watch import ITEM, Server, _feed, _url, server
from tests.scale.s3 import BUCKET
from tests.scale.s3 import Server as Store

__all__ = ["server"]


def test_feeds_are_watched_into_an_object_store(s3: Store, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in s3.environment.items():
        monkeypatch.setenv(name, value)
    database = f"s3://{BUCKET}/watched.selon"
    feed = _url(server, "/feed")
    server.pages["/feed"] = _feed(ITEM.format(id="1", link="", text=(FRENCH + " ") * 8))
    first = watch([feed], database, Defaults(), every=0, rounds=1, pause=0)
    again = watch([feed], database, Defaults(), every=0, rounds=1, pause=0)
    assert (first.read, again.met) == (1, 0)
    assert [etag for path, etag in server.asked if path == "/feed"] == [None, '"1"'], "asked again only for what is new"
    assert feed in (read_beside(database) or "")
    assert open_store(database).info()["tables"]["documents"] == 1
