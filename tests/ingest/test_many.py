"""Files with many articles: feeds, web archives, JSON Lines and CSV that are read one article at a time."""

import bz2
import gzip
import io
import json
import lzma
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest
import zstandard

from selon.errors import Reason
from selon.ingest import Defaults, Meter, Reject, read_inputs, sources, unpack
from selon.model.document import Document

FRENCH = "Le ministre a annoncé que les deux pays signeraient un accord de paix dans la capitale la semaine prochaine."
RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Agence du Fleuve</title>
<item><title>Accord &amp; paix</title><link>https://example.org/1</link>
<pubDate>Tue, 04 May 2021 10:30:00 +0200</pubDate>
<description>&lt;p&gt;{FRENCH}&lt;/p&gt;&lt;p&gt;Les pourparlers ont duré dix jours.&lt;/p&gt;</description></item>
<item><title>Sans texte</title><link>https://example.org/2</link></item></channel></rss>"""
LINES = "".join(f"<p>{FRENCH} Numéro {number}.</p>" for number in range(6))
PAGE = f"""<html lang="fr"><head><title>Un accord</title>
<meta property="article:published_time" content="2021-05-04"></head>
<body><article><h1>Un accord</h1>{LINES}</article></body></html>"""


def _record(url: str, page: str, status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".encode() + page.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-05-04T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


WARC = _record("https://example.org/a", PAGE) + _record("https://example.org/b", "<html></html>", "404 Not Found")


def _read(path: Path) -> tuple[list[Document], list[Reject]]:
    found = list(read_inputs([str(path)], Defaults()))
    return [x for x in found if isinstance(x, Document)], [x for x in found if isinstance(x, Reject)]


def test_a_feed_gives_its_items(tmp_path: Path) -> None:
    (tmp_path / "feed").write_text(RSS, encoding="utf-8")
    documents, rejects = _read(tmp_path / "feed")
    assert [(d.url, d.title, d.publisher, d.published_at) for d in documents] == [
        ("https://example.org/1", "Accord & paix", "Agence du Fleuve", "2021-05-04T10:30:00+02:00")
    ]
    assert documents[0].text == f"{FRENCH}\n\nLes pourparlers ont duré dix jours."
    assert [reject.reason for reject in rejects] == [Reason.NO_TEXT]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_web_archive_gives_its_pages(tmp_path: Path, pack) -> None:
    (tmp_path / "x.warc").write_bytes(pack(WARC))
    documents, rejects = _read(tmp_path / "x.warc")
    assert [(d.url, d.published_at) for d in documents] == [("https://example.org/a", "2021-05-04")]
    assert "Numéro 5" in documents[0].text
    assert rejects == []


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_web_archive_that_breaks_off_says_so(tmp_path: Path, pack) -> None:
    (tmp_path / "x.warc").write_bytes(pack(WARC)[:-9])
    _, rejects = _read(tmp_path / "x.warc")
    assert [reject.reason for reject in rejects][-1:] == [Reason.FORMAT]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress, zstandard.compress])
def test_json_lines_are_read_one_at_a_time(tmp_path: Path, pack) -> None:
    lines = [json.dumps({"id": str(number), "text": FRENCH}) for number in range(3)]
    lines.insert(2, "{broken")
    (tmp_path / "x").write_bytes(pack("\n".join(lines).encode()))
    documents, rejects = _read(tmp_path / "x")
    assert [d.id for d in documents] == ["0", "1", "2"]
    assert [reject.name for reject in rejects] == [f"{tmp_path / 'x'}:3"]


def test_csv_is_read_one_row_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(f'id;text;date\n7;"{FRENCH}\nSuite.";2021-05-04\n', encoding="utf-8-sig")
    documents, _ = _read(tmp_path / "x.csv")
    assert [(d.id, d.published_at, d.text) for d in documents] == [("7", "2021-05-04", f"{FRENCH}\nSuite.")]


def test_a_table_of_a_western_spreadsheet_keeps_its_accents(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(f"id;text\r\n7;Le président a été reçu. {FRENCH}\r\n".encode("cp1252"))
    documents, rejects = _read(tmp_path / "x.csv")
    assert [d.text for d in documents] == [f"Le président a été reçu. {FRENCH}"]
    assert not rejects


def test_a_row_of_damaged_utf_8_is_refused_and_the_others_read(tmp_path: Path) -> None:
    good, bad = f"1;À Paris. {FRENCH}\n".encode(), f"2;À Paris. {FRENCH} é".encode()[:-1] + b"\n"
    (tmp_path / "x.csv").write_bytes(b"id;text\n" + bad + good)
    documents, rejects = _read(tmp_path / "x.csv")
    assert [d.id for d in documents] == ["1"]
    assert [(reject.reason, reject.name) for reject in rejects] == [(Reason.ENCODING, f"{tmp_path / 'x.csv'}:2")]


def test_a_line_that_is_longer_than_what_is_looked_at(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": FRENCH * 800}) for number in range(2)]
    assert len(lines[0]) > 1 << 16
    (tmp_path / "x").write_text("\n".join(lines))
    assert [d.id for d in _read(tmp_path / "x")[0]] == ["0", "1"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input_is_read_as_it_comes(monkeypatch: pytest.MonkeyPatch, pack) -> None:
    """More than may be read at once; the first articles are there before the last ones were sent."""
    line = json.dumps({"text": FRENCH}).encode() + b"\n"
    stream = io.BufferedReader(io.BytesIO(pack(line * 20_000)))  # type: ignore[arg-type]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    monkeypatch.setattr(sources, "MAX_BYTES", 1_000_000)
    found = read_inputs(["-"], Defaults("fr"))
    assert isinstance(next(found), Document)
    assert pack is gzip.compress or stream.tell() < len(line) * 10_000
    assert sum(isinstance(each, Document) for each in found) == 19_999


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_web_archive_on_standard_input(monkeypatch: pytest.MonkeyPatch, pack) -> None:
    stream = io.BufferedReader(io.BytesIO(pack(WARC)))  # type: ignore[arg-type]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    assert [d.url for d in read_inputs(["-"], Defaults()) if isinstance(d, Document)] == ["https://example.org/a"]


def test_an_archive_may_be_larger_than_what_is_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (unpack, sources):
        monkeypatch.setattr(room, "MAX_BYTES", 100_000)
    lines = "\n".join(json.dumps({"id": str(number), "text": FRENCH}) for number in range(3_000))
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("many.jsonl", lines)
        archive.writestr("many.jsonl.zst", zstandard.compress(lines.encode()))
        archive.writestr("one.txt", FRENCH)
        archive.writestr("pages.warc", WARC)
    documents, rejects = _read(tmp_path / "x.zip")
    assert (tmp_path / "x.zip").stat().st_size > 100_000
    assert (len(documents), rejects) == (6_002, [])


def test_a_database_is_no_input(tmp_path: Path) -> None:
    """`selon ingest . --db news.selon` must not read its own tables."""
    (tmp_path / "a.txt").write_text(FRENCH)
    (tmp_path / "news.selon" / "batches" / "_delta_log").mkdir(parents=True)
    (tmp_path / "news.selon" / "batches" / "part.parquet").write_bytes(b"PAR1")
    documents, rejects = _read(tmp_path)
    assert (len(documents), rejects) == (1, [])


def test_a_meter_says_how_far_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH)
    lines = "\n".join(json.dumps({"id": str(number), "text": FRENCH}) for number in range(5_000))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines.encode(), 1))
    meter = Meter([str(tmp_path)])
    shares = [meter.share() for _ in read_inputs([str(tmp_path)], Defaults("fr"), meter=meter)]
    assert shares == sorted(shares)  # type: ignore[type-var]
    assert shares[0] is not None and shares[0] < 0.1
    assert len({round(share or 0, 1) for share in shares}) > 3
    assert meter.share() == 1.0
    assert Meter([str(tmp_path), "-"]).share() is None


def test_memory_does_not_grow_with_the_size_of_the_input(tmp_path: Path) -> None:
    line = json.dumps({"text": FRENCH * 20}).encode() + b"\n"
    path = tmp_path / "x.jsonl"
    path.write_bytes(line * 4000)
    tracemalloc.start()
    count = sum(1 for _ in read_inputs([str(path)], Defaults()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 4000
    assert peak < path.stat().st_size / 4


def test_a_truncated_gzip_of_lines_keeps_what_came_before(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"id": str(n), "text": f"{FRENCH} {n * 7919}"}).encode() + b"\n" for n in range(3000))
    packed = io.BytesIO(gzip.compress(lines)).getvalue()
    (tmp_path / "x.gz").write_bytes(packed[: len(packed) * 3 // 4])
    documents, rejects = _read(tmp_path / "x.gz")
    assert len(documents) > 500
    assert "damaged" in rejects[-1].message
