"""A web archive (WARC) → the pages in it: responses with HTML or plain text; all else is passed over."""

import io
from collections.abc import Iterator

from selon.errors import InputError, Reason

Page = tuple[str, bytes]
"""The address of a page, and its content."""

MARK = b"WARC/"
_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_OK = 200


def pages(name: str, data: bytes) -> Iterator[Page | InputError]:
    """The pages of an archive, in order; one that is cut short gives what it has, then an error."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    found = 0
    records = ArchiveIterator(
        io.BytesIO(data), record_types=WarcRecordType.response, parse_http=True, auto_decode="all", stream_detect=False
    )
    try:
        for record in records:
            content = record.reader.read()
            answer = record.http_headers
            if record.http_content_type in _TYPES and answer is not None and answer.status_code == _OK and content:
                found += 1
                yield str(record.headers.get("WARC-Target-URI") or f"{name}[{found}]"), content
    except Exception as fault:  # fastwarc documents no errors of its own
        yield InputError(name, Reason.FORMAT, f"is a damaged web archive: {fault}.", "Get the file again.")
        return
    # Readers of archives end silently on one that is cut short; a whole one ends with two empty lines.
    if not data.endswith(b"\r\n\r\n"):
        yield InputError(name, Reason.FORMAT, "is a web archive that is cut short.", "Get the file again.")
    elif not found:
        yield InputError(name, Reason.NO_TEXT, "is a web archive without pages.", "Give one that holds pages.")
