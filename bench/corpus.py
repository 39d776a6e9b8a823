"""Articles to measure on: paragraphs of the bundled articles and sentences of the marked cases, dealt and varied anew.

Names of towns and persons, numbers and days are changed with a fixed seed, so that no article is like another and the
corpus is the same on every machine.
"""

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from selon.examples import paths

LANGS = ("fr", "en")
_SEED = 20
# The share of paragraphs that come from articles; sentences of the marked cases are shorter and hold more.
_WRITTEN = 0.6
_CASES = Path(__file__).parent.parent / "tests" / "cases"
_TEXT = re.compile(r"""^\s*-?.*?\btext: (?P<mark>["'])(?P<text>.*?)(?P=mark)\}?$""", re.MULTILINE)
_MARK = re.compile(r"<[^<>]*>|[¦\\]")
_NUMBER = re.compile(r"\b[1-9]\d?\b(?![.,:]\d)")
_TOWNS = tuple(
    "Gao Goma Alep Kharkiv Odessa Tbilissi Bassora Mogadiscio Maiduguri Kidal Tripoli Benghazi Peshawar Kandahar Aden "
    "Hodeïda Erevan Minsk Vilnius Lagos Nairobi Lima Quito Manille Dacca Bagdad Mossoul Homs Beyrouth Juba".split()
)
_PERSONS = tuple(
    "Martin Durand Okafor Diallo Novak Silva Haddad Petrov Yilmaz Traoré Nguyen Karimi Lopez Fischer Kovacs Mensah "
    "Haidar Larsen Romano Mwangi Sato Cissé Andersen Popescu Moreau Keita Bakr Castro Jensen Sharma".split()
)
_DAYS = {
    "fr": tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    "en": tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
}


@cache
def _written(lang: str) -> tuple[str, ...]:
    """The paragraphs of the bundled articles."""
    articles = [json.loads(path.read_text(encoding="utf-8")) for path in paths() if path.name.startswith(lang)]
    return tuple(piece for each in articles for piece in each["text"].split("\n") if piece.strip())


@cache
def _dealt(lang: str) -> tuple[str, ...]:
    """Marked sentences put together to paragraphs of about 45 words."""
    pieces: list[str] = []
    loose = [sentence for path in sorted((_CASES / lang).glob("*.yml")) for sentence in _sentences(path)]
    random.Random(_SEED).shuffle(loose)
    size = 0
    held: list[str] = []
    for sentence in loose:
        held.append(sentence)
        size += len(sentence.split())
        if size >= 40:
            pieces.append(" ".join(held))
            held, size = [], 0
    return tuple(pieces)


def _sentences(path: Path) -> Iterator[str]:
    """The texts of a file of marked cases that are one line, without their marks."""
    for found in _TEXT.finditer(path.read_text(encoding="utf-8")):
        text = _MARK.sub("", found["text"]).strip()
        if len(text.split()) > 4:
            yield text


def article(lang: str, number: int, words: int = 400) -> str:
    """The text of an article of about so many words."""
    chance = random.Random(f"{_SEED}/{lang}/{number}/{words}")
    found: list[str] = []
    size = 0
    while size < words:
        pieces = _written(lang) if chance.random() < _WRITTEN else _dealt(lang)
        piece = _varied(chance.choice(pieces), lang, chance)
        found.append(piece)
        size += len(piece.split())
    return "\n\n".join(found)


def _varied(piece: str, lang: str, chance: random.Random) -> str:
    """The paragraph with other towns, persons, days and numbers."""
    swaps = {name: chance.choice(names) for names in (_TOWNS, _PERSONS, _DAYS[lang]) for name in names}
    words = re.sub(r"\b[^\W\d_]+\b", lambda match: swaps.get(match.group(), match.group()), piece)
    surnames = {name: chance.choice(_PERSONS) for name in sorted(set(_surnames(words)))}
    for old, new in sorted(surnames.items()):
        words = re.sub(rf"\b{re.escape(old)}\b", new, words)
    return _NUMBER.sub(lambda match: str(max(2, int(match.group()) + chance.randint(-3, 9))), words)


def _surnames(text: str) -> Iterator[str]:
    """The last words of names of two words in the text (some are no persons: that does no harm here)."""
    yield from re.findall(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ]{3,} ([A-ZÀ-Ý][a-zà-ÿ]{3,})\b", text)


def articles(count: int, words: int = 400) -> Iterator[dict[str, str]]:
    """So many articles as fields of an input line, French and English in turn."""
    for number in range(count):
        lang = LANGS[number % len(LANGS)]
        yield {
            "id": f"{lang}-{words}-{number}",
            "lang": lang,
            "published_at": f"2020-{1 + number % 12:02}-{1 + number % 28:02}",
            "text": article(lang, number, words),
        }


def write(path: Path, rows: Iterator[dict[str, str]]) -> int:
    """Writes a JSON Lines file; the number of words in it."""
    words = 0
    with path.open("w", encoding="utf-8") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
            words += len(row["text"].split())
    return words
