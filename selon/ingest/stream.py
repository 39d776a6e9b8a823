"""Files that hold many articles are read one article at a time, so that memory does not grow with their size.

JSON Lines, CSV and web archives, also compressed; every other file is small enough to be read whole.
"""

import csv
import io
import json
import tempfile
from collections.abc import Iterator

from selon.errors import InputError, Reason
from selon.ingest.archive import MARK, articles_of_archive
from selon.ingest.decode import western
from selon.ingest.formats import Article, is_csv, row_article, value_article
from selon.ingest.unpack import GZIP, HEAD, MAX_TOTAL, Readable, Source, opened, spent

_LITTLE, _PART = 1 << 16, 1 << 13
_LINE = 20_000_000  # bytes of one line; an article has less


def streamed(source: Source) -> Iterator[Article | InputError] | None:
    """The articles of a file that is read piece by piece; None for any other."""
    head = _inflated(opened(io.BytesIO(source.head), source.head))
    if head.startswith(MARK):
        return _archive(source)
    if _is_lines(head):
        return _lines(opened(source.open(), source.head), source.name)
    if _is_table(head):
        return _rows(opened(source.open(), source.head), source.name)
    return None


def _inflated(stream: Readable) -> bytes:
    """What a head holds, as far as it can be inflated; it is cut, and damage is told by whoever reads the whole."""
    found = b""
    try:
        while (len(found) < _LITTLE or b"\n" not in found[-_PART:]) and len(found) < HEAD:
            part = stream.read(_PART)
            found += part
            if not part:
                break
    except Exception:
        return found
    return found


def _archive(source: Source) -> Iterator[Article | InputError]:
    """The articles of a web archive; one that cannot go back (standard input) goes to the disk first."""
    # Members of gzip are records to fastwarc, which inflates them itself.
    stream = source.open() if source.head.startswith(GZIP) else opened(source.open(), source.head)
    if stream.seekable():
        yield from articles_of_archive(stream, source.name)
        return
    with tempfile.TemporaryFile() as kept:
        size = 0
        while part := stream.read(HEAD):
            size += kept.write(part)
            if size > MAX_TOTAL:
                yield spent(source.name)
                return
        kept.seek(0)
        yield from articles_of_archive(kept, source.name)


def _is_lines(head: bytes) -> bool:
    """Whether the first line is a JSON object by itself and another one begins behind it."""
    first, end, rest = head.lstrip(b"\xef\xbb\xbf \r\n").partition(b"\n")
    if not end or not first.startswith(b"{") or not rest.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _is_table(head: bytes) -> bool:
    try:
        return is_csv(head.partition(b"\n")[0].decode("utf-8-sig"))
    except UnicodeDecodeError:
        return False


def _lines(stream: Readable, name: str) -> Iterator[Article | InputError]:
    number = 0
    try:
        while line := stream.readline(_LINE + 1):
            number += 1
            where = f"{name}:{number}"
            if len(line) > _LINE:
                yield InputError(
                    where, Reason.TOO_LARGE, f"is a line of more than {_LINE // 1_000_000} MB.", "Split it."
                )
                while line and not line.endswith(b"\n"):
                    line = stream.readline(_LINE)
            elif line.strip():
                yield _of_line(line, where)
    except Exception as fault:  # a damaged archive: each format has its own errors
        yield _damaged(name, fault, number)


def _of_line(line: bytes, where: str) -> Article | InputError:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        return InputError(where, Reason.ENCODING, f"is no UTF-8: {fault.reason}.", "JSON Lines are UTF-8.")
    except (ValueError, RecursionError) as fault:
        return InputError(
            where, Reason.FORMAT, f"is no valid JSON: {fault}.", "See `selon code --help` for the formats."
        )
    return value_article(value, where)


def _rows(stream: Readable, name: str) -> Iterator[Article | InputError]:
    csv.field_size_limit(_LINE)
    text = _Text(stream)
    header = next(text)
    separator = max(",;\t", key=header.count)
    try:
        names = next(csv.reader([header], delimiter=separator))
        for row in csv.DictReader(text, fieldnames=names, delimiter=separator):
            where = f"{name}:{text.number}"
            if text.take_fault() is not None:
                yield InputError(where, Reason.ENCODING, "is damaged UTF-8.", "Get the file again.")
            else:
                yield row_article(row, where)
    except csv.Error as fault:
        where = f"{name}:{text.number}"
        yield InputError(where, Reason.FORMAT, f"is no valid CSV: {fault}.", "See `selon code --help` for the formats.")
    except Exception as fault:
        yield _damaged(name, fault, text.number)


class _Text:
    """The lines of a table: UTF-8, or the Western encoding of a spreadsheet."""

    def __init__(self, stream: Readable) -> None:
        self._lines = iter(lambda: stream.readline(_LINE), b"")
        self.number = 0
        self._fault: InputError | None = None

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        try:
            return line.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError as fault:
            return self._western(line, fault)

    def _western(self, line: bytes, fault: UnicodeDecodeError) -> str:
        try:
            return western(line, "", fault)
        except InputError as damaged:
            self._fault = damaged
            return line.decode("utf-8", errors="replace")

    def take_fault(self) -> InputError | None:
        """What was wrong with the lines since the last call."""
        fault, self._fault = self._fault, None
        return fault


def _damaged(name: str, fault: Exception, number: int) -> InputError:
    problem = f"is damaged after line {number:,}: {str(fault).rstrip('.') or type(fault).__name__}."
    return InputError(name, Reason.FORMAT, problem, "Get the file again; the lines before were read.")
