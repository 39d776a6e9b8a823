"""Files that hold many articles are read one article at a time, so that memory does not grow with their size.

JSON Lines, CSV and web archives, also compressed; every other file is small enough to be read whole.
"""

import csv
import io
import json
from collections.abc import Iterator
from typing import IO

from selon.errors import InputError, Reason
from selon.ingest.archive import MARK, articles_of_archive
from selon.ingest.formats import Article, is_csv, row_article, value_article
from selon.ingest.unpack import Readable, opened

_HEAD = 1 << 16
_LINE = 20_000_000  # bytes of one line; an article has less


def streamed(stream: IO[bytes], name: str) -> Iterator[Article | InputError] | None:
    """The articles of a file that is read piece by piece; None (and the stream at its start) for any other."""
    packed = opened(stream)
    head = _head(packed)
    stream.seek(0)
    if head.startswith(MARK):
        return articles_of_archive(stream, name)
    if _is_lines(head):
        return _lines(opened(stream), name)
    if _is_table(head):
        return _rows(opened(stream), name)
    return None


def _head(stream: Readable) -> bytes:
    try:
        return stream.read(_HEAD)
    except Exception:  # damaged data is told by whoever reads it whole
        return b""


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
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
    header = text.readline()
    separator = max(",;\t", key=header.count)
    names = next(csv.reader([header], delimiter=separator))
    rows = csv.DictReader(text, fieldnames=names, delimiter=separator)
    try:
        for row in rows:
            yield row_article(row, f"{name}:{rows.line_num + 1}")
    except csv.Error as fault:
        where = f"{name}:{rows.line_num + 1}"
        yield InputError(where, Reason.FORMAT, f"is no valid CSV: {fault}.", "See `selon code --help` for the formats.")
    except Exception as fault:
        yield _damaged(name, fault, rows.line_num)


def _damaged(name: str, fault: Exception, number: int) -> InputError:
    problem = f"is damaged after line {number:,}: {str(fault).rstrip('.') or type(fault).__name__}."
    return InputError(name, Reason.FORMAT, problem, "Get the file again; the lines before were read.")
