"""Paths, folders, archives, URLs and standard input → the documents in them."""

import bz2
import gzip
import io
import lzma
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from selon.errors import InputError, Reason
from selon.ingest.decode import decode
from selon.ingest.defaults import MAX_BYTES, Defaults, Reject
from selon.ingest.document import make_document
from selon.ingest.formats import articles
from selon.model.document import Document

_UNPACK: tuple[tuple[bytes, Callable[[bytes], bytes]], ...] = (
    (b"\x1f\x8b", gzip.decompress),
    (b"\xfd7zXZ\x00", lzma.decompress),
    (b"BZh", bz2.decompress),
)
_SECONDS = 20


def read_inputs(inputs: Iterable[str], defaults: Defaults) -> Iterator[Document | Reject]:
    """The documents of all inputs, in order; what cannot be read is a Reject in its place."""
    for source in inputs:
        for data in _contents(source):
            if isinstance(data, InputError):
                yield Reject.of(data)
            else:
                yield from _documents(*data, defaults)


def _documents(name: str, content: bytes, defaults: Defaults) -> Iterator[Document | Reject]:
    try:
        text = decode(content, name)
    except InputError as fault:
        yield Reject.of(fault)
        return
    for article in articles(text, name):
        if isinstance(article, InputError):
            yield Reject.of(article)
            continue
        title, body, known = article
        if name.startswith(("http://", "https://")):
            known.setdefault("url", name)
        try:
            yield make_document(body, title, known, defaults)
        except InputError as fault:
            yield Reject.of(fault)


Content = tuple[str, bytes]


def _contents(source: str) -> Iterator[Content | InputError]:
    if source == "-":
        yield from _unpacked("standard input", sys.stdin.buffer.read())
    elif source.startswith(("http://", "https://")):
        yield from _fetched(source)
    else:
        yield from _path(Path(source))


def _path(path: Path) -> Iterator[Content | InputError]:
    if path.is_dir():
        inside = sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
        if not inside:
            yield InputError(str(path), Reason.EMPTY, "is an empty folder.", "Put articles in it.")
        for each in inside:
            yield from _path(each)
        return
    try:
        if path.stat().st_size > MAX_BYTES:
            problem = f"has more than {MAX_BYTES // 1_000_000} MB."
            yield InputError(str(path), Reason.TOO_LARGE, problem, "Split it into smaller files.")
            return
        data = path.read_bytes()
    except FileNotFoundError:
        yield InputError(str(path), Reason.NOT_FOUND, "does not exist.", "Check the path.")
    except OSError as fault:
        yield InputError(str(path), Reason.UNREADABLE, f"cannot be read: {fault.strerror}.", "Check its permissions.")
    else:
        yield from _unpacked(str(path), data)


def _unpacked(name: str, data: bytes) -> Iterator[Content | InputError]:
    for mark, unpack in _UNPACK:
        if data.startswith(mark):
            try:
                yield from _unpacked(name, unpack(data))
            except (OSError, EOFError, lzma.LZMAError) as fault:
                yield InputError(name, Reason.FORMAT, f"is a damaged archive: {fault}.", "Get the file again.")
            return
    if data.startswith(b"PK\x03\x04"):
        yield from _zip(name, data)
        return
    yield name, data


def _zip(name: str, data: bytes) -> Iterator[Content | InputError]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    yield from _unpacked(f"{name}/{entry.filename}", archive.read(entry))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as fault:
        yield InputError(name, Reason.FORMAT, f"is a ZIP that cannot be opened: {fault}.", "Unpack it first.")


def _fetched(url: str) -> Iterator[Content | InputError]:
    import requests

    try:
        answer = requests.get(url, timeout=_SECONDS, headers={"User-Agent": "selon (news reader)"})
        answer.raise_for_status()
    except requests.RequestException as fault:
        yield InputError(url, Reason.NETWORK, f"cannot be fetched: {fault}.", "Check the address and the network.")
    else:
        yield from _unpacked(url, answer.content)
