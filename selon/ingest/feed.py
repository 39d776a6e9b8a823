"""An RSS or Atom file → its articles, as far as the feed holds their text."""

import io
import re
from collections.abc import Iterator
from typing import Any

from selon.errors import InputError, Reason
from selon.ingest.formats import Article

# Ends of blocks, which become ends of paragraphs when the markup goes.
_BLOCK = re.compile(r"</(?:p|div|li|h[1-6]|blockquote)\s*>|<br\s*/?>", re.IGNORECASE)


def articles_of_feed(text: str, name: str) -> Iterator[Article | InputError]:
    """The entries of a feed, in its order; a damaged feed gives what can be read of it, then an error."""
    import feedparser

    # A stream, never a string: feedparser would fetch a string that looks like an address.
    feed = feedparser.parse(
        io.BytesIO(text.encode("utf-8")), response_headers={"content-type": "text/xml; charset=utf-8"}
    )
    for number, entry in enumerate(feed.entries, start=1):
        yield _article(entry, feed.feed, f"{name}[{number}]")
    if not feed.entries:
        yield InputError(name, Reason.EMPTY, "is a feed without entries.", "Give a feed that has some.")
    elif feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        problem = f"is a damaged feed, read as far as possible: {feed.bozo_exception}."
        yield InputError(name, Reason.FORMAT, problem, "Get the file again.")


def _article(entry: Any, feed: Any, name: str) -> Article:
    contents = [each.get("value") or "" for each in entry.get("content", ())]
    text = max([*contents, entry.get("summary") or ""], key=len)
    language = next((each.get("language") for each in entry.get("content", ()) if each.get("language")), None)
    return (
        name,
        plain(text),
        {
            "id": entry.get("id") or entry.get("link"),
            "url": entry.get("link"),
            "title": plain(entry.get("title") or "") or None,
            "author": entry.get("author"),
            "publisher": feed.get("title"),
            "published_at": entry.get("published") or entry.get("updated"),
            "said_lang": language or feed.get("language"),
        },
    )


def plain(markup: str) -> str:
    """The words of a piece of HTML, its blocks as paragraphs.

    >>> plain("<p>Paris a dit <b>non</b>.</p><p>Alger aussi.</p>")
    'Paris a dit non.\\n\\nAlger aussi.'
    """
    from lxml import html

    if not markup.strip():
        return ""
    text = str(html.fromstring(f"<div>{_BLOCK.sub(chr(10) * 2, markup)}</div>").text_content())
    paragraphs = (" ".join(part.split(" ")).strip() for part in text.split("\n"))
    return "\n\n".join(part for part in paragraphs if part)
