"""Paths, folders, archives, URLs and standard input → the documents in them."""

import io
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from selon.errors import InputError, Reason
from selon.ingest.archive import MARK, articles_of_archive
from selon.ingest.decode import decode
from selon.ingest.defaults import MAX_BYTES, Defaults, Reject
from selon.ingest.document import make_document
from selon.ingest.fetch import fetch, shown
from selon.ingest.formats import Article, articles
from selon.ingest.meter import URL, Meter, walked
from selon.ingest.stream import streamed
from selon.ingest.unpack import (
    ZIP,
    Budget,
    Content,
    Source,
    entries,
    head_of,
    spent,
    too_large,
    unpacked,
    unpacked_entry,
)
from selon.model.document import Document

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    Buffered = io.BytesIO | io.BufferedReader


@dataclass(frozen=True, slots=True)
class Stream:
    """A file whose articles are read one after the other."""

    name: str
    articles: Iterator[Article | InputError]


def read_inputs(
    inputs: Iterable[str], defaults: Defaults, *, meter: Meter | None = None
) -> Iterator[Document | Reject]:
    """The documents of all inputs, in order; what cannot be read is a Reject in its place.

    `meter` measures how far it is.
    """
    for source in inputs:
        for data in _contents(source, meter):
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
        if name.startswith(URL) and not known.get("url"):
            known["url"] = name
        try:
            yield make_document(body, title, known, defaults)
        except InputError as fault:
            yield Reject.of(fault)
    if not number:
        yield Reject.of(InputError(name, Reason.EMPTY, "holds no article.", "Give a file that holds some."))


def _contents(source: str, meter: Meter | None) -> Iterator[Content | Stream | InputError]:
    if source == "-":
        yield from _file(_standard_input())
    elif source.startswith(URL):
        yield from _fetched(source)
    else:
        yield from _path(Path(source), meter)


def _file(source: Source) -> Iterator[Content | Stream | InputError]:
    """What is in a file: its articles one by one where they can be had so, else all of it at once."""
    many = streamed(source)
    if many is not None:
        yield Stream(source.name, many)
    else:
        yield from _limited(source.name, source.open().read(MAX_BYTES + 1))


def _limited(name: str, data: bytes) -> Iterator[Content | Stream | InputError]:
    if len(data) > MAX_BYTES:
        yield too_large(name)
    else:
        yield from unpacked(name, data)


def _zip(source: Source) -> Iterator[Content | Stream | InputError]:
    """What is in a ZIP on the disk, which may be of any size; its files are read one after the other."""
    budget = Budget()
    for entry in entries(source.open(), source.name):
        many = None if isinstance(entry, InputError) else streamed(entry)
        if isinstance(entry, InputError):
            yield entry
        elif many is not None:
            yield Stream(entry.name, many)
        elif budget.left >= 0:
            yield from unpacked_entry(entry, budget)
    if budget.left < 0:
        yield spent(source.name)


def _path(path: Path, meter: Meter | None) -> Iterator[Content | Stream | InputError]:
    try:
        if path.is_dir():
            yield from _folder(path, meter)
            return
        with path.open("rb") as stream, meter.reading(stream) if meter else nullcontext():
            source = Source(str(path), head_of(stream), partial(_again, stream))
            yield from _zip(source) if source.head.startswith(ZIP) else _file(source)
    except FileNotFoundError:
        yield InputError(str(path), Reason.NOT_FOUND, "does not exist.", "Check the path.")
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        yield InputError(str(path), Reason.UNREADABLE, f"cannot be read: {why}.", "Check the path and its permissions.")


def _again(stream: IO[bytes]) -> IO[bytes]:
    stream.seek(0)
    return stream


def _standard_input() -> Source:
    """Standard input, which can be opened once: what was looked at stands before the rest again."""
    stream: Buffered = sys.stdin.buffer  # type: ignore[assignment]
    head = head_of(stream)
    return Source("standard input", head, lambda: io.BufferedReader(_Joined(head, stream)))


class _Joined(io.RawIOBase):
    """Bytes that were read already, then the rest of their stream."""

    def __init__(self, head: bytes, rest: "Buffered") -> None:
        self._parts: deque[Buffered] = deque((io.BytesIO(head), rest))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        while self._parts:
            if part := self._parts[0].read1(len(view)):
                view[: len(part)] = part
                return len(part)
            self._parts.popleft()
        return 0


def _folder(path: Path, meter: Meter | None) -> Iterator[Content | Stream | InputError]:
    """The files under a folder, in the order of their names."""
    faults: list[OSError] = []
    inside = walked(path, faults)
    for fault in faults:
        yield InputError(
            str(fault.filename), Reason.UNREADABLE, f"cannot be read: {fault.strerror}.", "Check its permissions."
        )
    if not inside and not faults:
        yield InputError(str(path), Reason.EMPTY, "is an empty folder.", "Put articles in it.")
    for each in inside:
        yield from _path(each, meter)


def _fetched(url: str) -> Iterator[Content | Stream | InputError]:
    try:
        found = fetch(url)
    except InputError as fault:
        yield fault
        return
    yield from _limited(shown(url), found.data or b"")
