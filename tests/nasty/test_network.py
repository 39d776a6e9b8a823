"""Servers that mean harm: private addresses, redirects, bodies without end, compressed bombs; and passwords stay unsaid."""

import gzip
import io
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests

import selon
from selon.errors import InputError, Reason
from selon.ingest import fetch as fetching
from selon.ingest.fetch import fetch
from selon.run.watch import Polite, Watch

PRIVATE = (
    "http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://0x7f.1/", "http://0/", "http://[::1]/",
    "http://[::ffff:127.0.0.1]/", "http://10.0.0.1/", "http://192.168.1.1:8080/", "http://172.16.0.1/",
    "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[fc00::1]/", "http://224.0.0.1/",
    "http://me:secret@127.0.0.1/",
)  # fmt: skip


@pytest.mark.parametrize("url", PRIVATE)
def test_a_private_address_is_refused_however_it_is_written(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SELON_ALLOW_PRIVATE", raising=False)
    monkeypatch.setattr(requests, "get", lambda *_, **__: 1 / 0)
    with pytest.raises(InputError, match="private address") as fault:
        fetch(url)
    assert "secret" not in str(fault.value)


@pytest.mark.parametrize(
    "where", ["http://169.254.169.254/", "file:///etc/passwd", "ftp://example.org/", "gopher://a/"]
)
def test_a_redirect_is_checked_like_an_address(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SELON_ALLOW_PRIVATE", raising=False)
    asked: list[str] = []

    def get(url: str, **_: object) -> Any:
        asked.append(url)
        answer = requests.Response()
        answer.raw = io.BytesIO()
        answer.status_code, answer.headers["location"] = 302, where
        return answer

    monkeypatch.setattr(requests, "get", get)
    with pytest.raises(InputError, match=r"private address|not an address of the web"):
        fetch("http://93.184.215.14/")
    assert asked == ["http://93.184.215.14/"]


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        if self.path == "/bomb":
            body = gzip.compress(b"0" * 30_000_000)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        self.end_headers()
        feed = (
            b"<rss version='2.0'><channel>"
            + b"<item><title>T</title><description>Le roi a dit.</description></item>" * 99
        )
        try:
            for _ in range(10_000):
                self.wfile.write(b"." if self.path == "/drip" else feed)
                self.wfile.flush()
                if self.path == "/drip":
                    time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    found = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    found.daemon_threads = True
    threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"127.0.0.1:{found.server_address[1]}"
    found.shutdown()
    found.server_close()


@pytest.fixture(autouse=True)
def _allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELON_ALLOW_PRIVATE", "1")


def test_a_feed_without_end_is_left_at_the_limit(server: str) -> None:
    with pytest.raises(InputError) as fault:
        fetch(f"http://{server}/endless", limit=1_000_000)
    assert fault.value.reason is Reason.TOO_LARGE


def test_a_compressed_bomb_is_left_at_the_limit(server: str) -> None:
    with pytest.raises(InputError) as fault:
        fetch(f"http://{server}/bomb", limit=1_000_000)
    assert fault.value.reason is Reason.TOO_LARGE


def test_a_server_that_drips_is_left_when_the_time_is_over(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_TOTAL_SECONDS", 0.5)
    begun = time.monotonic()
    with pytest.raises(InputError, match="sends too slowly"):
        fetch(f"http://{server}/drip")
    assert time.monotonic() - begun < 10


def test_an_endless_feed_is_a_reject_and_shows_no_password(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selon.run.watch._FEED_BYTES", 100_000)
    watching = Watch([f"http://me:secret@{server}/endless"], str(tmp_path), Polite(pause=0), selon.Defaults())
    found = list(watching.new())
    watching.remember()
    assert [type(each) for each in found] == [selon.Reject]
    assert "secret" not in str(found) + (tmp_path / "_watch.json").read_text(encoding="utf-8")


def test_an_input_address_shows_no_password(server: str) -> None:
    for source in (f"http://me:secret@{server}/bomb", "http://me:secret@127.0.0.1:9/"):
        (found,) = selon.read_inputs([source], selon.Defaults("fr"))
        assert isinstance(found, selon.Reject) and "secret" not in str(found)
