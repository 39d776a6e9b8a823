"""Fetching and watching: polite, limited, and nothing seen twice. Only this machine is asked."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from selon.errors import InputError
from selon.ingest import Defaults, Reject
from selon.ingest.fetch import Fetched, fetch, shown
from selon.model.document import Document
from selon.run.watch import Polite, Watch
from selon.store import open_writer
from selon.store.beside import read_beside, write_beside
from tests.ingest.test_many import FRENCH, PAGE

ITEM = "<item><guid>{id}</guid><link>{link}</link><title>T</title><description>{text}</description></item>"


def _feed(*items: str) -> bytes:
    return f"<rss version='2.0'><channel><title>A</title>{''.join(items)}</channel></rss>".encode()


FAILING = b"the server is ill"


class Server(ThreadingHTTPServer):
    pages: dict[str, bytes]
    asked: list[tuple[str, str | None]]


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers.get("If-None-Match")))
        page = self.server.pages.get(self.path)
        if self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
        elif page is None:
            self.send_response(404)
        elif page == FAILING:
            self.send_response(503)
        elif self.headers.get("If-None-Match") == '"1"':
            self.send_response(304)
        else:
            self.send_response(200)
            self.send_header("ETag", '"1"')
        body = page if page is not None and self.headers.get("If-None-Match") != '"1"' else b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("SELON_ALLOW_PRIVATE", "1")
    found = Server(("127.0.0.1", 0), _Handler)
    found.pages, found.asked = {}, []
    thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()


def _url(server: Server, path: str) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}{path}"


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    server.pages["/a"] = b"text"
    first = fetch(_url(server, "/a"))
    assert first.data == b"text"
    assert fetch(_url(server, "/a"), etag=first.etag).data is None


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("/none", "404"),
        ("/loop", "too often"),
        ("ftp://example.org/x", "no|not an address"),
        ("http://", "not an address"),
    ],
)
def test_what_cannot_be_fetched_says_why(server: Server, url: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        fetch(_url(server, url) if url.startswith("/") else url)


def test_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SELON_ALLOW_PRIVATE", raising=False)
    with pytest.raises(InputError, match="private address"):
        fetch("http://127.0.0.1:9/")


def test_a_page_that_is_too_large_is_left(server: Server) -> None:
    server.pages["/big"] = b"x" * 300_000
    with pytest.raises(InputError, match="more than"):
        fetch(_url(server, "/big"), limit=100_000)


def test_passwords_do_not_show() -> None:
    assert shown("https://me:secret@example.org/x") == "https://example.org/x"


def _watch(server: Server, folder: Path) -> Watch:
    return Watch([_url(server, "/feed")], str(folder), Polite(pause=0), Defaults())


def test_new_items_are_given_once(server: Server, tmp_path: Path) -> None:
    long = (FRENCH + " ") * 8
    server.pages["/feed"] = _feed(ITEM.format(id="1", link=_url(server, "/1"), text=long))
    watching = _watch(server, tmp_path)
    assert [document.id for document in watching.new()] == ["1"]
    watching.remember()
    assert list(_watch(server, tmp_path).new()) == []


def test_the_page_behind_a_teaser_is_read(server: Server, tmp_path: Path) -> None:
    server.pages["/feed"] = _feed(ITEM.format(id="1", link=_url(server, "/page"), text=FRENCH))
    server.pages["/page"] = PAGE.encode()
    (document,) = _watch(server, tmp_path).new()
    assert not isinstance(document, Reject)
    assert "Numéro 5" in document.text


def test_robots_are_heeded(server: Server, tmp_path: Path) -> None:
    server.pages["/feed"] = _feed(ITEM.format(id="1", link=_url(server, "/page"), text=FRENCH))
    server.pages["/robots.txt"] = b"User-agent: *\nDisallow: /page\n"
    (found,) = _watch(server, tmp_path).new()
    assert isinstance(found, Reject)
    assert "robots.txt" in found.message
    assert "/page" not in [path for path, _ in server.asked]


def test_a_host_whose_robots_cannot_be_had_is_asked_later(server: Server, tmp_path: Path) -> None:
    server.pages["/feed"] = _feed(ITEM.format(id="1", link="", text=(FRENCH + " ") * 8))
    server.pages["/robots.txt"] = FAILING
    watching = _watch(server, tmp_path)
    assert [type(each) for each in watching.new()] == [Reject]
    assert [path for path, _ in server.asked] == ["/robots.txt"]
    server.pages["/robots.txt"] = b""
    assert [type(each) for each in watching.new()] == [Document]


def test_a_page_that_fails_is_tried_again_but_not_for_ever(server: Server, tmp_path: Path) -> None:
    server.pages["/feed"] = _feed(ITEM.format(id="1", link=_url(server, "/page"), text=FRENCH))
    server.pages["/page"] = FAILING
    for times in (1, 2, 3, 3):
        watching = _watch(server, tmp_path)
        found = list(watching.new())
        watching.remember()
        assert [path for path, _ in server.asked].count("/page") == times
    assert found == []


def test_a_page_that_failed_is_read_when_the_server_is_well(server: Server, tmp_path: Path) -> None:
    server.pages["/feed"] = _feed(ITEM.format(id="1", link=_url(server, "/page"), text=FRENCH))
    server.pages["/page"] = FAILING
    watching = _watch(server, tmp_path)
    assert [type(each) for each in watching.new()] == [Reject]
    server.pages["/page"] = PAGE.encode()
    assert [type(each) for each in watching.new()] == [Document]
    assert list(watching.new()) == []


def test_robots_may_ask_for_longer_pauses(server: Server) -> None:
    slept: list[float] = []
    pages = {"https://example.org/robots.txt": b"User-agent: *\nCrawl-delay: 9\n"}
    polite = Polite(pause=1, get=lambda url, **_: Fetched(url, pages.get(url, b""), None, None), sleep=slept.append)
    polite.get("https://example.org/x")
    assert 8 < slept[0] <= 9


def test_a_folder_in_which_only_the_memory_of_feeds_lies_becomes_a_database(tmp_path: Path) -> None:
    write_beside(str(tmp_path), "{}")
    assert not open_writer(tmp_path, selon="0", coding="c").is_merged() or read_beside(str(tmp_path)) == "{}"


def test_a_host_is_not_asked_in_a_hurry() -> None:
    slept: list[float] = []
    polite = Polite(pause=5, get=lambda url, **_: Fetched(url, b"", None, None), sleep=slept.append)
    for _ in range(2):
        polite.get("https://example.org/x", robots=False)
    polite.get("https://example.com/x", robots=False)
    assert len(slept) == 1
    assert 4 < slept[0] <= 5


def test_a_broken_feed_stops_nothing(server: Server, tmp_path: Path) -> None:
    server.pages["/feed"] = b"<rss><channel>"
    (found,) = _watch(server, tmp_path).new()
    assert isinstance(found, Reject)
