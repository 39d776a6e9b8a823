"""The words of the interface, in French and English: `words/{fr,en}.yml`, the same keys in both."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from fastapi import Request

WORDS = Path(__file__).parent / "words"
LANGS = ("fr", "en")


@cache
def words(lang: str) -> Mapping[str, str]:
    """The words of a language by key."""
    found: dict[str, str] = yaml.load((WORDS / f"{lang}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def lang_of(request: Request) -> str:
    """The language asked for: ?hl=, the cookie, what the browser prefers, English."""
    asked = request.query_params.get("hl") or request.cookies.get("selon_lang")
    if asked in LANGS:
        return str(asked)
    for part in request.headers.get("accept-language", "").split(","):
        lang = part.strip()[:2].lower()
        if lang in LANGS:
            return lang
    return "en"
