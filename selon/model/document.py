"""A document: the text that is coded, and what is known of where it comes from."""

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `published_at` is ISO 8601 (date, or date and time); `author` is who signs it. None when unknown."""

    id: str
    url: str | None
    title: str | None
    author: str | None = field(default=None, kw_only=True)
    publisher: str | None
    published_at: str | None
    lang: str
    sha256: str
    text: str


def fingerprint(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
