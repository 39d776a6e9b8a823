"""One text with what is known of it → a Document, or the reason why it is none."""

import re
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate_to_datetime

from selon.errors import InputError, Reason
from selon.ingest.defaults import MAX_CHARACTERS, Defaults
from selon.ingest.language import detect
from selon.model.document import Document, fingerprint

LANGUAGES = {"fr": "French", "en": "English"}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_BAD = re.compile("[\x00\ud800-\udfff]")
# Fewer letters than this are no text that says anything.
_MIN_LETTERS = 3


def make_document(text: str, name: str, known: Mapping[str, str | None], defaults: Defaults) -> Document:
    """The document of a text; `known` may hold id, url, title, author, publisher, published_at, lang.

    `lang` is believed; `said_lang`, what a page or feed says of itself, where the text is too short to tell.

    The text is coded exactly as it is here, but for outer blank space. An empty, over-long or unsupported one is an
    InputError, and so is a date that is none.
    """
    text = text.strip("\ufeff \t\n\f\r\u00a0")
    if (fault := _no_character(text)) is not None:
        problem = f"holds a character that is none (U+{ord(text[fault]):04X} at {fault})."
        raise InputError(name, Reason.ENCODING, problem, "Get the text again, or repair it.")
    if sum(character.isalpha() for character in text[:2000]) < _MIN_LETTERS:
        if known.get("title"):
            raise InputError(name, Reason.NO_TEXT, "has a title but no text.", "Put the article in 'text' or 'body'.")
        raise InputError(name, Reason.EMPTY, "has no text.", "Give a file with text in it.")
    if len(text) > MAX_CHARACTERS:
        problem = f"has {len(text):,} characters; a document may have {MAX_CHARACTERS:,}."
        raise InputError(name, Reason.TOO_LARGE, problem, "Split it into articles (JSON Lines, one article a line).")
    sha256 = fingerprint(text)
    return Document(
        id=known.get("id") or sha256[:16],
        url=known.get("url"),
        title=known.get("title"),
        publisher=known.get("publisher"),
        published_at=_published(known.get("published_at") or defaults.date, name),
        lang=_language(text, name, known, defaults),
        sha256=sha256,
        text=text,
        author=known.get("author"),
    )


def _no_character(text: str) -> int | None:
    """The place of the first lone surrogate or NUL, which JSON can write and no text can hold."""
    match = _BAD.search(text)
    return match.start() if match else None


def document_of(text: str, *, id: str | None = None, lang: str = "auto", date: str | None = None) -> Document:
    """The document of a text that is in the program already; the same refusals as for files."""
    return make_document(text, id or "the text", {"id": id}, Defaults(lang, date))


def _published(value: str | None, name: str) -> str | None:
    if value is None:
        return None
    if _DATE.match(value):
        try:
            date.fromisoformat(value[:10])
        except ValueError:
            pass
        else:
            return value
    try:
        return parsedate_to_datetime(value).isoformat()  # « Thu, 28 Sep 2023 10:00:00 +0200 », as feeds write it
    except ValueError:
        pass
    raise InputError(
        name, Reason.FORMAT, f"has the date {value!r}, which is no calendar date.", "Write it as YYYY-MM-DD."
    )


def _language(text: str, name: str, known: Mapping[str, str | None], defaults: Defaults) -> str:
    if defaults.lang != "auto":
        return defaults.lang
    lang = (known.get("lang") or "")[:2].lower() or detect(text, said=(known.get("said_lang") or "")[:2].lower())
    if lang not in LANGUAGES:
        read = " and ".join(LANGUAGES.values())
        problem = f"is in a language that selon does not read ({lang})."
        raise InputError(name, Reason.LANGUAGE, problem, f"selon reads {read}; --lang fr or --lang en overrules this.")
    return lang
