"""Compressed data and archives → the files in them: no file above MAX_BYTES, no input above MAX_TOTAL in all.

A bomb must not fill the memory, nor, unpacked file by file, the day.
"""

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from selon.errors import InputError, Reason
from selon.ingest.defaults import MAX_BYTES

Content = tuple[str, bytes]
Readable = IO[bytes] | gzip.GzipFile | lzma.LZMAFile | bz2.BZ2File
Opener = Callable[[IO[bytes]], Readable]
# An archive in an archive in an archive is read; what lies deeper is no news.
_DEPTH = 4
MAX_TOTAL = 20 * MAX_BYTES


@dataclass(slots=True)
class _Budget:
    """Bytes that may still be unpacked of one input."""

    left: int


def unpacked(name: str, data: bytes) -> Iterator[Content | InputError]:
    """The files in data, with their names; data that is not compressed is itself. A faulty part is an InputError."""
    budget = _Budget(MAX_TOTAL)
    yield from _unpacked(name, data, 0, budget)
    if budget.left < 0:
        problem = f"unpacks to more than {MAX_TOTAL // 1_000_000:,} MB; what comes behind is not read."
        yield InputError(name, Reason.TOO_LARGE, problem, "Unpack it first.")


def _unpacked(name: str, data: bytes, depth: int, budget: _Budget) -> Iterator[Content | InputError]:
    if depth > _DEPTH:
        yield InputError(name, Reason.FORMAT, "is packed more than four times.", "Unpack it first.")
    elif data.startswith(b"PK\x03\x04"):
        yield from _zip(name, data, depth, budget)
    else:
        opener = next((opener for mark, opener in _OPENERS if data.startswith(mark)), None)
        if opener is None:
            yield name, data
            return
        yield from _inside(name, _inflated(name, opener, data), depth, budget)


def _inside(name: str, content: bytes | InputError, depth: int, budget: _Budget) -> Iterator[Content | InputError]:
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

    reader: Readable = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    return reader


_OPENERS: tuple[tuple[bytes, Opener], ...] = (
    (b"\x1f\x8b", lambda stream: gzip.GzipFile(fileobj=stream)),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
    (b"BZh", bz2.BZ2File),
    (b"\x28\xb5\x2f\xfd", _zstd),
)


def opened(stream: IO[bytes]) -> Readable:
    """The stream inflated, if it is compressed; it must be at its start and seekable."""
    mark = stream.read(6)
    stream.seek(0)
    opener = next((opener for known, opener in _OPENERS if mark.startswith(known)), None)
    return opener(stream) if opener is not None else stream


def _inflated(name: str, opener: Opener, data: bytes) -> bytes | InputError:
    try:
        inside = opener(io.BytesIO(data)).read(MAX_BYTES + 1)
    except Exception as fault:  # each format has its own errors; zstandard's is not in the standard library
        problem = f"is damaged: {str(fault).rstrip('.') or type(fault).__name__}."
        return InputError(name, Reason.FORMAT, problem, "Get the file again.")
    return too_large(name) if len(inside) > MAX_BYTES else inside


def _zip(name: str, data: bytes, depth: int, budget: _Budget) -> Iterator[Content | InputError]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception as fault:  # of a damaged directory zipfile lets through errors of all kinds
        yield InputError(name, Reason.FORMAT, f"is a ZIP that cannot be opened: {fault}.", "Get the file again.")
        return
    for entry in archive.infolist():
        if entry.filename.endswith("/") or "__MACOSX" in entry.filename:
            continue
        if budget.left < 0:
            return
        inside = f"{name}/{entry.filename}"
        yield from _inside(inside, _entry(archive, entry, inside), depth, budget)


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes | InputError:
    try:
        with archive.open(entry) as stream:
            content = stream.read(MAX_BYTES + 1)
    except Exception as fault:  # zipfile lets through what its decompressors raise
        problem = f"cannot be taken out of its ZIP: {str(fault).rstrip('.')}."
        return InputError(name, Reason.FORMAT, problem, "Get the file again, or unpack it with its password.")
    return too_large(name) if len(content) > MAX_BYTES else content
