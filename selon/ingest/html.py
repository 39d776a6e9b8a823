"""A web page → its article: main text, title, publisher, date; boilerplate left out (trafilatura)."""

import json
import re
from collections.abc import Iterator
from typing import Any

from selon.errors import InputError, Reason
from selon.ingest.formats import Article

_LD = re.compile(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_HTML_LANG = re.compile(r"""<html\b[^>]*?\blang\s*=\s*["']?([A-Za-z-]{2,})""", re.IGNORECASE)
_META_DATE = re.compile(
    r"""<meta[^>]+(?:article:published_time|datePublished|dc\.date)["'][^>]*content=["']([^"']+)""",
    re.IGNORECASE,
)


def article_of_page(page: str, name: str) -> Article | InputError:
    """The article of a page. What the page says in JSON-LD or meta goes before what trafilatura guesses."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(page, favor_precision=True, include_comments=False, with_metadata=True)
    text = str(getattr(found, "text", "") or "")
    if not text:
        return InputError(name, Reason.NO_TEXT, "is a page without an article.", "Save the article's text instead.")
    linked = _linked_data(page)
    known: dict[str, str | None] = {
        "id": None,
        "url": getattr(found, "url", None),
        "title": linked.get("headline") or getattr(found, "title", None),
        "author": linked.get("author") or getattr(found, "author", None),
        "publisher": linked.get("publisher") or getattr(found, "sitename", None),
        "published_at": linked.get("datePublished") or _meta_date(page) or getattr(found, "date", None),
        "lang": None,
        "said_lang": _said_lang(page),
    }
    return name, text, known


def _meta_date(page: str) -> str | None:
    match = _META_DATE.search(page)
    return match.group(1) if match else None


def _said_lang(page: str) -> str | None:
    match = _HTML_LANG.search(page[:20_000])
    return match.group(1) if match else None


def _linked_data(page: str) -> dict[str, str]:
    """Headline, author, datePublished and publisher of the first JSON-LD block that has them."""
    found: dict[str, str] = {}
    for block in _LD.findall(page):
        try:
            data = json.loads(block)
        except ValueError:
            continue
        for item in _items(data):
            for key in ("headline", "datePublished"):
                if isinstance(item.get(key), str):
                    found.setdefault(key, str(item[key]))
            for key in ("publisher", "author"):
                if names := ", ".join(_names(item.get(key))):
                    found.setdefault(key, names)
    return found


def _names(value: object) -> Iterator[str]:
    """The names of a person or organisation of JSON-LD, or of several."""
    for each in value if isinstance(value, list) else [value]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str) and name.strip() and "://" not in name:
            yield name.strip()


def _items(data: object) -> Iterator[dict[str, object]]:
    if isinstance(data, list):
        for each in data:
            yield from _items(each)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"))
