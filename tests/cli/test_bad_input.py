"""What cannot be read is named, with the step and the remedy, and gives the right exit code; never a traceback."""

import gzip
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FRENCH = "Le président français a rencontré son homologue allemand à Berlin. Les deux hommes ont parlé de la paix."

Run = Callable[..., Any]


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inside.txt", "")


# file name, how it is made, what the message says
BAD: list[tuple[str, Callable[[Path], object], tuple[str, ...]]] = [
    ("empty.txt", lambda p: p.write_bytes(b""), ("reading", "is empty", "Give a file")),
    ("blank.txt", lambda p: p.write_bytes(b" \n\t\n"), ("reading", "is empty")),
    ("dots.txt", lambda p: p.write_bytes(b"... 12 ---"), ("reading", "has no text")),
    ("image.png", lambda p: p.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256))), ("decoding", "binary")),
    ("line.txt", lambda p: p.write_text("mot " * 1_250_000), ("reading", "1,000,000", "Split it")),
    ("damaged.txt", lambda p: p.write_bytes("été à Paris ".encode() + b"\xc3 fin \xff"), ("decoding", "UTF-8", "0xC3")),
    ("german.txt", lambda p: p.write_text("Der Minister hat gestern in Berlin den Präsidenten getroffen, und zwar zu "
        "einem Gespräch über die Lage."), ("language", "(de)", "--lang")),
    ("title.json", lambda p: p.write_text(json.dumps({"title": "Paris condamne"})), ("finding the text", "title")),
    ("other.json", lambda p: p.write_text(json.dumps({"name": "x"})), ("format", "text or body")),
    ("cut.json", lambda p: p.write_text('{"title": "x", "text": "Le min'), ("format", "no valid JSON")),
    ("deep.json", lambda p: p.write_text('{"a":' * 50_000), ("format", "no valid JSON")),
    ("list.json", lambda p: p.write_text("[1, 2]"), ("format", "not an object")),
    ("surrogate.json", lambda p: p.write_text('{"text": "Paris a dit \\ud800 non."}'), ("decoding", "U+D800")),
    ("date.json", lambda p: p.write_text(json.dumps({"text": FRENCH, "date": "2023-02-30"})), ("2023-02-30", "YYYY")),
    ("cut.gz", lambda p: p.write_bytes(gzip.compress(FRENCH.encode())[:40]), ("format", "damaged")),
    ("cut.xz", lambda p: p.write_bytes(b"\xfd7zXZ\x00 and then nothing"), ("format", "damaged")),
    ("cut.zst", lambda p: p.write_bytes(b"\x28\xb5\x2f\xfd and then nothing"), ("format", "damaged")),
    ("cut.zip", lambda p: p.write_bytes(b"PK\x03\x04 and then nothing"), ("format", "ZIP")),
    ("empty.zip", _zip, ("empty.zip/inside.txt", "is empty")),
    ("page.html", lambda p: p.write_text("<!doctype html><html><body></body></html>"), ("page", "without an article")),
    ("feed.xml", lambda p: p.write_text('<?xml version="1.0"?><rss version="2.0"></rss>'), ("without entries",)),
    ("folder", lambda p: p.mkdir(), ("is an empty folder",)),
    ("missing.txt", lambda p: None, ("opening", "does not exist")),
]  # fmt: skip


@pytest.mark.parametrize("command", ["read", "code"])
@pytest.mark.parametrize(("name", "make", "told"), BAD, ids=[case[0] for case in BAD])
def test_unreadable_input_is_told(
    run: Run, tmp_path: Path, command: str, name: str, make: Callable[[Path], object], told: tuple[str, ...]
) -> None:
    make(tmp_path / name)
    done = run(command, tmp_path / name)
    assert done.code == 1
    assert done.out == ""
    assert name in done.err.splitlines()[0]
    assert all(words in done.err for words in told), done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read"], "Missing argument"),
        (["read", "x.txt", "--date", "2023-13-01"], "no calendar date"),
        (["read", "x.txt", "--lang", "de"], "not one of"),
        (["code", "x.txt", "--workers", "0"], "range"),
        (["eval"], "give a gold file"),
        (["nonsense"], "No such command"),
    ],
)
def test_wrong_usage_is_exit_code_two(run: Run, arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert told in done.err


def test_unknown_model_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH)
    done = run("read", tmp_path / "a.txt", "--model", "no_such_model")
    assert done.code == 1
    assert "no_such_model" in done.err


def test_output_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    done = run("code", "-", "-o", tmp_path / "no" / "such" / "folder.jsonl", stdin=FRENCH.encode())
    assert done.code == 1
    assert "folder.jsonl" in done.err


def test_quiet_says_nothing(run: Run, tmp_path: Path) -> None:
    assert run("code", "--quiet", tmp_path / "missing.txt") == (1, "", "")


def test_what_fails_inside_is_told_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise ZeroDivisionError("by hand")

    monkeypatch.setattr("selon.report.schema.record_schema", fail)
    done = run("schema")
    assert done.code == 1
    assert "ZeroDivisionError: by hand" in done.err
    assert "Traceback" not in done.err


def test_one_bad_document_stops_nothing(run: Run, tmp_path: Path) -> None:
    lines = [{"id": "one", "text": FRENCH}, {"id": "two", "text": ""}, {"id": "three", "text": FRENCH}]
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, lines)))
    done = run("code", tmp_path / "all.jsonl")
    assert done.code == 3
    assert [json.loads(line)["document"]["id"] for line in done.out.splitlines()] == ["one", "three"]
    assert "two" in done.err


def test_a_reader_that_stops_gets_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text("\n".join(json.dumps({"id": str(n), "text": FRENCH}) for n in range(60)))
    command = f"{sys.executable} -m selon code --quiet {tmp_path / 'all.jsonl'} | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, timeout=120, check=False)
    assert b"Traceback" not in done.stderr
    assert done.stdout == b'{"schema":'
