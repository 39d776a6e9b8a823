"""Paths, folders, archives, URLs and standard input → the documents in them."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selon.errors import InputError, Reason
from selon.ingest.archive import MARK, articles_of_archive
from selon.ingest.decode import decode
from selon.ingest.defaults import MAX_BYTES, Defaults, Reject
from selon.ingest.document import make_document
from selon.ingest.fetch import fetch, shown
from selon.ingest.formats import Article, articles
from selon.ingest.stream import streamed
from selon.ingest.unpack import Content, too_large, unpacked
from selon.model.document import Document


@dataclass(frozen=True, slots=True)
class Stream:
    """A file whose articles are read one after the other."""

    name: str
    articles: Iterator[Article | InputError]


_URL = ("http://", "https://")


def read_inputs(inputs: Iterable[str], defaults: Defaults) -> Iterator[Document | Reject]:
    """The documents of all inputs, in order; what cannot be read is a Reject in its place."""
    for source in inputs:
        for data in _contents(source):
            if isinstance(data, InputError):
                yield Reject.of(data)
            elif isinstance(data, Stream):
                yield from _made(data.articles, data.name, defaults)
            else:
                yield from _documents(*data, defaults)


def _documents(name: str, content: bytes, defaults: Defaults) -> Iterator[Document | Reject]:
    if content.startswith(MARK):
        yield from _made(articles_of_archive(io.BytesIO(content), name), name, defaults)
        return
    try:
        text = decode(content, name)
    except InputError as fault:
        yield Reject.of(fault)
        return
    yield from _made(articles(text, name), name, defaults)


def _made(found: Iterable[Article | InputError], name: str, defaults: Defaults) -> Iterator[Document | Reject]:
    number = 0
    for number, article in enumerate(found, start=1):  # noqa: B007
        if isinstance(article, InputError):
            yield Reject.of(article)
            continue
        title, body, known = article
        if name.startswith(_URL) and not known.get("url"):
            known["url"] = name
        try:
            yield make_document(body, title, known, defaults)
        except InputError as fault:
            yield Reject.of(fault)
    if not number:
        yield Reject.of(InputError(name, Reason.EMPTY, "holds no article.", "Give a file that holds some."))


def _contents(source: str) -> Iterator[Content | Stream | InputError]:
    if source == "-":
        yield from _limited("standard input", sys.stdin.buffer.read(MAX_BYTES + 1))
    elif source.startswith(_URL):
        yield from _fetched(source)
    else:
        yield from _path(Path(source))


def _limited(name: str, data: bytes) -> Iterator[Content | Stream | InputError]:
    if len(data) > MAX_BYTES:
        yield too_large(name)
    else:
        yield from unpacked(name, data)


def _path(path: Path) -> Iterator[Content | Stream | InputError]:
    try:
        if path.is_dir():
            yield from _folder(path)
            return
        with path.open("rb") as stream:
            many = streamed(stream, str(path))
            if many is not None:
                yield Stream(str(path), many)
                return
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        yield InputError(str(path), Reason.NOT_FOUND, "does not exist.", "Check the path.")
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        yield InputError(str(path), Reason.UNREADABLE, f"cannot be read: {why}.", "Check the path and its permissions.")
    else:
        yield from _limited(str(path), data)


def _folder(path: Path) -> Iterator[Content | Stream | InputError]:
    """The files under a folder, sorted; hidden ones are left out, and links to folders are not followed."""
    faults: list[OSError] = []
    inside: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=faults.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside += [Path(folder) / name for name in names if not name.startswith(".")]
    for fault in faults:
        yield InputError(
            str(fault.filename), Reason.UNREADABLE, f"cannot be read: {fault.strerror}.", "Check its permissions."
        )
    if not inside and not faults:
        yield InputError(str(path), Reason.EMPTY, "is an empty folder.", "Put articles in it.")
    for each in sorted(inside):
        yield from _path(each)


def _fetched(url: str) -> Iterator[Content | Stream | InputError]:
    try:
        found = fetch(url)
    except InputError as fault:
        yield fault
        return
    yield from _limited(shown(url), found.data or b"")
