"""The formats: what a text is, by its content, and the articles in it."""

import csv
import io
import json
from collections.abc import Iterator, Mapping

from selon.errors import InputError, Reason

Article = tuple[str, str, dict[str, str | None]]
"""An article before it is a document: its name for messages, its text, and what is known of it."""

_FIELDS = {
    "id": ("id",),
    "url": ("url", "link"),
    "title": ("title", "headline"),
    "author": ("author", "byline"),
    "publisher": ("publisher", "source"),
    "published_at": ("published_at", "date", "published"),
    "lang": ("lang", "language"),
}
_TEXT = ("text", "body")


def articles(text: str, name: str) -> Iterator[Article | InputError]:
    """The articles of a decoded file, in order; a faulty one is an InputError in its place."""
    start = text.lstrip("\ufeff \t\n")
    if start.startswith("<") and _is_feed(start):
        from selon.ingest.feed import articles_of_feed

        yield from articles_of_feed(text, name)
    elif start.startswith("{"):
        yield from _json(text, name)
    elif start.startswith("["):
        yield from _json_list(text, name)
    elif _is_html(start):
        from selon.ingest.html import article_of_page

        yield article_of_page(text, name)
    elif is_csv(start):
        yield from _csv(text, name)
    else:
        yield name, text, {}


def _is_feed(start: str) -> bool:
    head = start[:2000].lower()
    return any(mark in head for mark in ("<rss", "<feed", "<rdf:rdf"))


def _is_html(start: str) -> bool:
    head = start[:2000].lower()
    return head.startswith("<") and any(
        mark in head for mark in ("<html", "<!doctype html", "<head", "<body", "<article")
    )


def is_csv(start: str) -> bool:
    """Whether a text begins with a header that has a column for the text."""
    header = start.partition("\n")[0].lower().replace('"', "")
    for separator in ",;\t":
        cells = {cell.strip() for cell in header.split(separator)}
        if len(cells) > 1 and cells & set(_TEXT) and len(cells) <= 60 and all(len(cell) < 40 for cell in cells):
            return True
    return False


def _json(text: str, name: str) -> Iterator[Article | InputError]:
    """One object, or one object a line."""
    try:
        whole = _loads(text)
    except ValueError as fault:
        if "\n" not in text.strip():
            yield _bad(name, f"is no valid JSON: {fault}.")
            return
    else:
        yield value_article(whole, name)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            value = _loads(line)
        except ValueError as fault:
            yield _bad(where, f"is no valid JSON: {fault}.")
            continue
        yield value_article(value, where)


def _loads(text: str) -> object:
    """The JSON value; a ValueError also for one that is nested too deeply for Python."""
    try:
        return json.loads(text)
    except RecursionError as fault:
        raise ValueError("it is nested too deeply") from fault


def _json_list(text: str, name: str) -> Iterator[Article | InputError]:
    try:
        values = _loads(text)
    except ValueError:
        yield name, text, {}
        return
    for number, value in enumerate(values if isinstance(values, list) else [], start=1):
        yield value_article(value, f"{name}[{number}]")


def value_article(value: object, name: str) -> Article | InputError:
    """The article that a JSON value is: an object with a text, or a record of selon."""
    if isinstance(value, dict) and isinstance(value.get("document"), dict):
        value = value["document"]
    if not isinstance(value, dict):
        return _bad(name, "is JSON, but not an object with a text.")
    return row_article(value, name)


def row_article(value: Mapping[str, object], name: str) -> Article | InputError:
    """The article of a row or object, by the names of its fields."""
    lowered = {str(key).strip().lower(): each for key, each in value.items() if key is not None}
    texts = [lowered[key] for key in _TEXT if isinstance(lowered.get(key), str)]
    text = next((each for each in texts if each), texts[0] if texts else None)
    known = {field: _first(lowered, keys) for field, keys in _FIELDS.items()}
    if text is None and known["title"] is None:
        return _bad(name, f"has no field {' or '.join(_TEXT)}.")
    where = f"{name}#{known['id']}" if known["id"] else name
    return where, str(text or ""), known


def _first(value: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        found = value.get(key)
        if isinstance(found, str | int) and str(found).strip():
            return str(found).strip()
    return None


def _csv(text: str, name: str) -> Iterator[Article | InputError]:
    header = text.partition("\n")[0]
    separator = max(",;\t", key=header.count)
    csv.field_size_limit(10_000_000)
    rows = csv.DictReader(io.StringIO(text), delimiter=separator)
    try:
        for row in rows:
            yield row_article(row, f"{name}:{rows.line_num}")
    except csv.Error as fault:
        yield _bad(f"{name}:{rows.line_num}", f"is no valid CSV: {fault}.")


def _bad(name: str, problem: str) -> InputError:
    return InputError(name, Reason.FORMAT, problem, "See `selon code --help` for the formats.")
