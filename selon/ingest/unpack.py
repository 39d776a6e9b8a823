"""Compressed data and archives → the files in them: no file above MAX_BYTES, no input above MAX_TOTAL in all.

A bomb must not fill the memory, nor, unpacked file by file, the day.
"""

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import IO

from selon.errors import InputError, Reason
from selon.ingest.defaults import MAX_BYTES

Content = tuple[str, bytes]
Readable = IO[bytes] | gzip.GzipFile | lzma.LZMAFile | bz2.BZ2File | io.BufferedReader
Opener = Callable[[IO[bytes]], Readable]
# An archive in an archive in an archive is read; what lies deeper is no news.
_DEPTH = 4
MAX_TOTAL = 20 * MAX_BYTES
ZIP = b"PK\x03\x04"
# Bytes of a file that are looked at to tell what it is; of a compressed one, or one that begins with a long line, more:
# a block of bzip2 is as large.
_LITTLE, HEAD = 1 << 16, 1 << 20


@dataclass(slots=True)
class Budget:
    """Bytes that may still be unpacked of one input."""

    left: int = field(default_factory=lambda: MAX_TOTAL)


@dataclass(frozen=True, slots=True)
class Source:
    """A file, wherever it lies: its name, its first bytes, and what opens it at its start."""

    name: str
    head: bytes
    open: Callable[[], IO[bytes]]


def unpacked(name: str, data: bytes) -> Iterator[Content | InputError]:
    """The files in data, with their names; data that is not compressed is itself. A faulty part is an InputError."""
    budget = Budget()
    yield from _unpacked(name, data, 0, budget)
    if budget.left < 0:
        yield spent(name)


def spent(name: str) -> InputError:
    """The error for an input that unpacks to too much in all."""
    problem = f"unpacks to more than {MAX_TOTAL // 1_000_000:,} MB; what comes behind is not read."
    return InputError(name, Reason.TOO_LARGE, problem, "Unpack it first.")


def _unpacked(name: str, data: bytes, depth: int, budget: Budget) -> Iterator[Content | InputError]:
    if depth > _DEPTH:
        yield InputError(name, Reason.FORMAT, "is packed more than four times.", "Unpack it first.")
    elif data.startswith(ZIP):
        for entry in entries(io.BytesIO(data), name):
            if budget.left < 0:
                return
            yield from [entry] if isinstance(entry, InputError) else unpacked_entry(entry, budget, depth)
    else:
        opener = next((opener for mark, opener in _OPENERS if data.startswith(mark)), None)
        if opener is None:
            yield name, data
            return
        yield from _inside(name, _inflated(name, opener, data), depth, budget)


def _inside(name: str, content: bytes | InputError, depth: int, budget: Budget) -> Iterator[Content | InputError]:
    """What is in a file that was unpacked, as long as there is not too much of all."""
    if isinstance(content, InputError):
        budget.left -= MAX_BYTES if content.reason is Reason.TOO_LARGE else 0
        yield content
        return
    budget.left -= len(content)
    if budget.left >= 0:
        yield from _unpacked(name, content, depth + 1, budget)


def too_large(name: str) -> InputError:
    """The error for more bytes than are read at once."""
    problem = f"has more than {MAX_BYTES // 1_000_000} MB."
    return InputError(name, Reason.TOO_LARGE, problem, "Split it into smaller files.")


def _zstd(stream: IO[bytes]) -> Readable:
    import zstandard

    reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    return io.BufferedReader(reader)  # which has lines


GZIP = b"\x1f\x8b"
_OPENERS: tuple[tuple[bytes, Opener], ...] = (
    (GZIP, lambda stream: gzip.GzipFile(fileobj=stream)),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
    (b"BZh", bz2.BZ2File),
    (b"\x28\xb5\x2f\xfd", _zstd),
)


def opened(stream: IO[bytes], head: bytes) -> Readable:
    """The stream inflated, if its first bytes (`head`) are the mark of a compression."""
    opener = next((opener for mark, opener in _OPENERS if head.startswith(mark)), None)
    return opener(stream) if opener is not None else stream


def head_of(stream: IO[bytes]) -> bytes:
    """As much of the beginning of a file as is needed to tell what it is."""
    head = stream.read(_LITTLE)
    enough = b"\n" in head and not any(head.startswith(mark) for mark, _ in _OPENERS)
    return head if enough else head + stream.read(HEAD - _LITTLE)


def _inflated(name: str, opener: Opener, data: bytes) -> bytes | InputError:
    try:
        inside = opener(io.BytesIO(data)).read(MAX_BYTES + 1)
    except Exception as fault:  # each format has its own errors; zstandard's is not in the standard library
        problem = f"is damaged: {str(fault).rstrip('.') or type(fault).__name__}."
        return InputError(name, Reason.FORMAT, problem, "Get the file again.")
    return too_large(name) if len(inside) > MAX_BYTES else inside


def entries(stream: IO[bytes], name: str) -> Iterator[Source | InputError]:
    """The files in a ZIP, which stays where it is; folders and what macOS adds are left out."""
    try:
        archive = zipfile.ZipFile(stream)
    except Exception as fault:  # of a damaged directory zipfile lets through errors of all kinds
        yield InputError(name, Reason.FORMAT, f"is a ZIP that cannot be opened: {fault}.", "Get the file again.")
        return
    for entry in archive.infolist():
        if entry.filename.endswith("/") or "__MACOSX" in entry.filename:
            continue
        inside = f"{name}/{entry.filename}"
        try:
            with archive.open(entry) as file:
                head = head_of(file)
        except Exception as fault:  # zipfile lets through what its decompressors raise
            yield _locked(inside, fault)
        else:
            yield Source(inside, head, partial(archive.open, entry))


def unpacked_entry(entry: Source, budget: Budget, depth: int = 0) -> Iterator[Content | InputError]:
    """What is in a file of a ZIP, as long as there is not too much of all."""
    yield from _inside(entry.name, _taken(entry), depth, budget)


def _taken(entry: Source) -> bytes | InputError:
    try:
        with entry.open() as stream:
            content = stream.read(MAX_BYTES + 1)
    except Exception as fault:
        return _locked(entry.name, fault)
    return too_large(entry.name) if len(content) > MAX_BYTES else content


def _locked(name: str, fault: Exception) -> InputError:
    problem = f"cannot be taken out of its ZIP: {str(fault).rstrip('.')}."
    return InputError(name, Reason.FORMAT, problem, "Get the file again, or unpack it with its password.")
