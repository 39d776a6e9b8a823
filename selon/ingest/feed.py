"""A feed (RSS or Atom) → the articles in it (feedparser): their text as far as the feed gives it."""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from selon.errors import InputError, Reason
from selon.ingest.formats import Article

_BREAK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def articles_of_feed(text: str, name: str) -> Iterator[Article | InputError]:
    """The items of a feed, each with title, link, publisher and date; an item without words is an InputError."""
    import feedparser

    found: Any = feedparser.parse(
        text.encode("utf-8"), response_headers={"content-type": "application/xml; charset=utf-8"}
    )
    if not found.entries:
        why = f": {found.bozo_exception}" if found.bozo else ""
        yield InputError(name, Reason.FORMAT, f"is a feed without items{why}.", "Check the feed's address.")
        return
    publisher = found.feed.get("title")
    lang = found.feed.get("language")
    for number, entry in enumerate(found.entries, start=1):
        where = f"{name}[{number}]"
        body = plain(_body(entry))
        if not body:
            yield InputError(where, Reason.NO_TEXT, "is an item without text.", "Read the page that it links to.")
            continue
        yield where, body, {
            "id": entry.get("id") or entry.get("link"),
            "url": entry.get("link"),
            "title": unescape(entry.get("title", "")) or None,
            "publisher": publisher,
            "published_at": iso_date(entry.get("published") or entry.get("updated")),
            "lang": lang,
        }  # fmt: skip


def _body(entry: Any) -> str:
    contents = [each.get("value", "") for each in entry.get("content", ())]
    return max([*contents, entry.get("summary", "")], key=len)


def plain(markup: str) -> str:
    """The words of a piece of HTML, a line a block.

    >>> plain("<p>Paris a dit <b>non</b>.</p><p>Rome&nbsp;aussi.</p>")
    'Paris a dit non.\\nRome\\xa0aussi.'
    """
    lines = unescape(_TAG.sub("", _BREAK.sub("\n", markup))).split("\n")
    return "\n".join(line for line in (" ".join(re.split(r"[ \t\r]+", each)).strip() for each in lines) if line)


def iso_date(text: str | None) -> str | None:
    """The ISO form of a feed's date with its zone; None where it cannot be read.

    >>> iso_date("Tue, 04 May 2021 10:30:00 +0200"), iso_date("2021-05-04T10:30:00Z"), iso_date("hier")
    ('2021-05-04T10:30:00+02:00', '2021-05-04T10:30:00Z', None)
    """
    if not text:
        return None
    try:
        datetime.fromisoformat(text)
        return text
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).isoformat()
    except ValueError:
        return None
