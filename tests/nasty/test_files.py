"""Files that mean harm, or were damaged: each is refused or read in part, with a reason, and nothing else happens."""

import base64
import gzip
import io
import json
import sys
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest

import selon
from selon.errors import Reason
from selon.ingest import sources, unpack
from selon.model.document import Document

TEXT = "Le ministre a reçu l'ambassadeur d'Algérie à Bamako, où l'armée a été attaquée."
FEED = "<?xml version='1.0'?>{dtd}<rss version='2.0'><channel><title>A</title><item><guid>1</guid><title>T</title>" \
       "<description>{text}</description></item></channel></rss>"  # fmt: skip


def _read(data: bytes, name: str, folder: Path) -> list[Document | selon.Reject]:
    path = folder / name
    path.write_bytes(data)
    return list(selon.read_inputs([str(path)], selon.Defaults("fr")))


def _reasons(found: list[Document | selon.Reject]) -> list[str]:
    return [str(each.reason) if isinstance(each, selon.Reject) else "read" for each in found]


def _zip(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits of unpacking a thousandth of what they are, so that a bomb is quickly made."""
    monkeypatch.setattr(unpack, "MAX_BYTES", 200_000)
    monkeypatch.setattr(unpack, "MAX_TOTAL", 1_000_000)


@pytest.mark.usefixtures("small")
def test_a_zip_bomb_of_one_file(tmp_path: Path) -> None:
    found = _read(_zip({"a.txt": b"a" * 50_000_000, "b.txt": TEXT.encode()}), "bomb.zip", tmp_path)
    assert _reasons(found) == [Reason.TOO_LARGE, "read"]


@pytest.mark.usefixtures("small")
def test_a_zip_bomb_of_many_files_ends(tmp_path: Path) -> None:
    files = {f"{number}.txt": b"a b c d e\n" * 19_000 for number in range(100)}
    found = _read(_zip(files), "bomb.zip", tmp_path)
    assert len(found) < 10
    assert _reasons(found)[-1] == Reason.TOO_LARGE and "in all" not in str(found[0])


@pytest.mark.usefixtures("small")
def test_a_zip_of_zips_of_zips(tmp_path: Path) -> None:
    inner = _zip({f"{number}.txt": b"\0" * 190_000 for number in range(10)})
    for _ in range(6):
        inner = _zip({f"{number}.zip": inner for number in range(4)})
    found = _read(inner, "russian.zip", tmp_path)
    assert found and set(_reasons(found)) <= {Reason.FORMAT, Reason.BINARY, Reason.TOO_LARGE}


@pytest.mark.parametrize("pack", [gzip.compress, __import__("lzma").compress, __import__("bz2").compress])
def test_a_compressed_bomb_takes_no_memory(pack: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (unpack, sources):
        monkeypatch.setattr(room, "MAX_BYTES", 1_000_000)
    assert callable(pack)
    data = pack(b"0" * 30_000_000)
    tracemalloc.start()
    found = _read(data, "bomb", tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert _reasons(found) == [Reason.TOO_LARGE]
    assert peak < 20_000_000


def test_a_zip_without_names_and_versions_of_the_future(tmp_path: Path) -> None:
    """Found by fuzzing: zipfile raises what it likes."""
    whole = _zip({"a.txt": TEXT.encode()})
    future = whole.replace(b"PK\x01\x02\x14\x03\x14\x00", b"PK\x01\x02\x14\x03\x81\x00")
    assert future != whole
    assert _reasons(_read(future, "future.zip", tmp_path)) == [Reason.FORMAT]
    nameless = _zip({"Q.txt": TEXT.encode()}).replace(b"Q.txt", b"\0.txt")
    assert _read(nameless, "nameless.zip", tmp_path)


ENTITIES = "<!DOCTYPE r [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)
) + "]>"  # fmt: skip


def test_an_entity_bomb_in_a_feed(tmp_path: Path) -> None:
    found = _read(FEED.format(dtd=ENTITIES, text=f"{TEXT} &a9;").encode(), "bomb.xml", tmp_path)
    assert all(len(each.text) < 10_000 for each in found if isinstance(each, Document))


def test_an_entity_bomb_in_a_page(tmp_path: Path) -> None:
    page = f"{ENTITIES}<html><body><article><p>{TEXT} &a9;</p><p>{TEXT}</p></article></body></html>"
    found = _read(page.encode(), "bomb.html", tmp_path)
    assert all(len(each.text) < 10_000 for each in found if isinstance(each, Document))


@pytest.mark.parametrize("form", [FEED, "{dtd}<html><body><article><p>{text}</p></article></body></html>"])
def test_an_external_entity_reads_no_file(form: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret-word", encoding="utf-8")
    dtd = f"<!DOCTYPE r [<!ENTITY x SYSTEM 'file://{secret}'>]>"
    found = _read(form.format(dtd=dtd, text=f"{TEXT} &x;").encode(), "x.xml", tmp_path)
    assert "the-secret-word" not in str(found)


PAGE = "<html><head>{meta}</head><body><article><h1>T</h1><p>{text}</p><p>{text}</p></article></body></html>"


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (TEXT.encode("cp1252"), "read"),
        (b"\xef\xbb\xbf" + TEXT.encode("cp1252"), Reason.ENCODING),
        (b"\xff\xfe" + TEXT.encode(), None),
        (TEXT.encode("utf-16-le"), Reason.BINARY),
        (TEXT.encode("utf-8") + b"\xe9 " + "é".encode(), Reason.ENCODING),
        (PAGE.format(meta='<meta charset="utf-16">', text=TEXT).encode(), "read"),
        (PAGE.format(meta='<meta charset="utf-8">', text=TEXT).encode("cp1252"), "read"),
        (FEED.format(dtd="", text=TEXT).replace("?>", " encoding='utf-16'?>", 1).encode(), "read"),
        (FEED.format(dtd="", text=TEXT).replace("?>", " encoding='nonsense'?>", 1).encode(), "read"),
        (json.dumps({"text": TEXT}, ensure_ascii=False).encode("cp1252"), "read"),
        (json.dumps({"text": "Le roi a parlé \ud800 à Gao."}).encode(), Reason.ENCODING),
    ],
)
def test_encodings_that_lie(data: bytes, wanted: str | None, tmp_path: Path) -> None:
    found = _read(data, "lie", tmp_path)
    assert found
    if wanted is not None:
        assert wanted in _reasons(found)
    for each in found:
        if isinstance(each, Document):
            assert "\ufffd" not in each.text and "Ã" not in each.text
            assert "reçu" in each.text or wanted is None


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 200_000, b'{"a":' * 100_000, b'{"text": ' + b"9" * 10_000 + b"}", b'{"text": 1e999999}',
        b"id,text\n" + b'"' * 100_001, b"text," + b"," * 100_000, b"text;body\n" + b"\0" * 10_000, b"{}\n" * 10_000,
        b"<" * 100_000, b"<html>" + b"<div>" * 20_000, b"<rss>" + b"<item>" * 5_000, b"<html>" + b"&" * 50_000,
        b"<html><body>" + b"<p>" + b"<b>" * 3_000 + TEXT.encode(), b"WARC/1.0\r\n" * 1000, b"WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -1\r\n\r\n", b"PK\x03\x04" + b"\0" * 100, b"\x1f\x8b\x08" + b"\xff" * 100,
    ],
    ids=range(18),
)  # fmt: skip
def test_what_is_deep_endless_or_broken_is_told(data: bytes, tmp_path: Path) -> None:
    found = _read(data, "broken", tmp_path)
    assert found
    for each in found:
        assert isinstance(each, Document) or each.message


def test_a_file_name_that_climbs_out_of_its_archive_is_only_a_name(tmp_path: Path) -> None:
    found = _read(_zip({"../../etc/evil.txt": TEXT.encode(), "/abs.txt": TEXT.encode()}), "slip.zip", tmp_path)
    assert _reasons(found) == ["read", "read"]
    assert not (tmp_path.parent / "etc").exists()


@pytest.mark.parametrize(
    "charset", ["a\x80b", "\0", "nonsense", "punycode", "idna", "utf-16", "hex", "utf-8\r\nX: y", ""]
)
def test_a_charset_that_lies_in_a_web_archive(charset: str, tmp_path: Path) -> None:
    """Found by fuzzing: a name of an encoding may be anything."""
    page = PAGE.format(meta="", text=TEXT).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={charset}\r\n\r\n".encode("latin-1")
    body = head + page
    warc = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/1\r\nContent-Type: application/http\r\n"
    warc += f"Content-Length: {len(body)}\r\n\r\n"
    found = _read(warc.encode() + body + b"\r\n\r\n", "a.warc", tmp_path)
    assert len(found) == 1
    assert charset == "utf-16" or (isinstance(found[0], Document) and "reçu" in found[0].text)


def test_a_date_of_another_world(tmp_path: Path) -> None:
    for day in (
        "9999-99-99",
        "0000-00-00",
        "-1",
        "2021-02-30",
        "9" * 5000,
        "2021-05-03T99:99:99",
        "\u0662\u0660\u0662\u0661-05-03",
    ):
        for each in _read(json.dumps({"text": TEXT, "date": day}).encode(), "date.json", tmp_path):
            assert isinstance(each, selon.Reject) or date.fromisoformat((each.published_at or "")[:10])


def test_standard_input_that_does_not_end(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert size >= 0, "asks for all of it"
            return b"a" * min(size, 1_000_001)

    monkeypatch.setattr(sources, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr(sys, "stdin", type("stdin", (), {"buffer": Endless()}))
    assert _reasons(list(selon.read_inputs(["-"], selon.Defaults("fr")))) == [Reason.TOO_LARGE]


FOUND = {
    "packed": ["UEsDBBQAAAAIABELel2WEnqvbAAAAHIAAAAFAAAAYS50eHQ="],
    "tables": ["GGQsYm9keQoxLGEgYiBjIGlkODg4ODg4OA==", "aWQ7dGV4dDtkYXQBADE7MS0NNS0wMyIsICJwdXRlNS0wMyIsICJwdWJs"],
    "lexicon": ["", "LSA/ID8gCg=="],
    "gold": [""],
}


@pytest.mark.parametrize(("target", "data"), [(target, data) for target, each in FOUND.items() for data in each])
def test_what_fuzzing_found_stays_repaired(target: str, data: str) -> None:
    from tests.fuzz.targets import TARGETS

    TARGETS[target](base64.b64decode(data))
