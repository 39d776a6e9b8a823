"""A web archive (WARC, also gzipped) → the articles of its pages (fastwarc), one after the other."""

import codecs
from collections.abc import Iterator
from typing import Any

from selon.errors import InputError, Reason
from selon.ingest.decode import decode
from selon.ingest.formats import Article
from selon.ingest.html import article_of_page
from selon.ingest.unpack import Readable

MARK = b"WARC/"
_PAGE_BYTES = 10_000_000  # a page that is larger holds no article
# Encodings of names, no pages; to decode much of them takes the square of their length.
_NO_PAGES = ("idna", "punycode")
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def articles_of_archive(stream: Readable, name: str) -> Iterator[Article | InputError]:
    """The articles of the pages in a WARC; other records are passed over, an archive that breaks off is said to."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    records = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all")
    last = found = 0
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            last = int(record.stream_pos)
            article = _article(record, f"{name}#{record.headers.get('WARC-Target-URI') or last}")
        except Exception as fault:  # of a packed archive, each packing has its own errors
            yield InputError(name, Reason.FORMAT, f"is a damaged web archive: {fault}.", "Get the archive again.")
            return
        if article is not None:
            found += 1
            yield article
    if _broken_off(stream):
        problem = f"is a web archive that is cut short: the record at byte {last:,} is not whole."
        yield InputError(name, Reason.FORMAT, problem, "Get the archive again; the records before were read.")
    elif not found:
        yield InputError(name, Reason.NO_TEXT, "is a web archive without pages.", "Give one that holds pages.")


def _article(record: Any, where: str) -> Article | InputError | None:
    http = record.http_headers
    kind = (record.http_content_type or "").lower()
    if http is None or http.status_code != 200 or kind not in _PAGES:
        return None
    data = record.reader.read(_PAGE_BYTES + 1)
    if len(data) > _PAGE_BYTES:
        return InputError(where, Reason.TOO_LARGE, "is a page of more than 10 MB.", "Take its article out by hand.")
    try:
        page = _decoded(data, record.http_charset, where)
    except InputError as fault:
        return fault
    if kind == "text/plain":
        return where, page, {"url": record.headers.get("WARC-Target-URI")}
    found = article_of_page(page, where)
    if not isinstance(found, InputError):
        title, text, known = found
        known["url"] = record.headers.get("WARC-Target-URI") or known.get("url")
        return title, text, known
    return found


def _decoded(data: bytes, charset: str | None, where: str) -> str:
    if charset:
        try:
            if codecs.lookup(charset).name not in _NO_PAGES:
                return data.decode(charset)
        except (LookupError, ValueError):  # unknown, or none at all, or not what the page is in
            pass
    return decode(data, where)


def _broken_off(stream: Readable) -> bool:
    """Whether the archive ends inside a record: fastwarc says nothing of it. A whole one ends with two line ends."""
    if not stream.seekable():
        return False
    stream.seek(0)
    if stream.read(2) == b"\x1f\x8b":
        return _gzip_broken_off(stream)
    stream.seek(-4, 2)
    return stream.read(4) != b"\r\n\r\n"


def _gzip_broken_off(stream: Readable) -> bool:
    import zlib

    stream.seek(0)
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    while part := stream.read(1 << 20):
        while part:
            inflater.decompress(part)
            part = inflater.unused_data
            if inflater.eof:
                inflater = zlib.decompressobj(zlib.MAX_WBITS | 16) if part.strip(b"\x00") else inflater
                if not part.strip(b"\x00"):
                    break
            else:
                part = b""
    return not inflater.eof
