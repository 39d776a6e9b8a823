"""Text as the models were trained on it, character for character: the same length, so that offsets never move.

Typographic quotation marks, apostrophes and spaces become plain; words in capitals (headlines, datelines, surnames)
become capitalised words, while acronyms stay. Data: the acronyms among `world/organisations.csv`, `armed_groups.csv`.
"""

import csv
import re
from collections.abc import Callable

from selon.lexicon.kept import kept
from selon.lexicon.load import data_file

_PLAIN = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ", "\u2007": " ", "\u2008": " ",
        "\u200a": " ", "\u3000": " ", "\t": " ", "\u00ad": "-", "‐": "-", "‑": "-", "‒": "–", "―": "—", "\u200b": " ",
        "\ufeff": " ",
    }
)  # fmt: skip
_CAPITALS = re.compile(r"[^\W\d_]{2,}(?:[-'][^\W\d_]+)*")
# A word in capitals of up to five letters inside ordinary prose is an acronym (ONU, OTAN, CGRI); longer ones are
# shouted names (MOSCOU, RAISSI). A line mostly in capitals is a headline: there only known acronyms stay.
_ACRONYM = 5
_SHOUTED_LINE = 0.7
# In a headline in capitals hardly a word is in small letters; « L'ONU », a dit M. DUPONT is no headline.
_SMALL_WORDS = 0.2
_ELIDED = re.compile(r"^(?:[CDJLMNST]|QU|JUSQU|LORSQU|PUISQU)'(?=[^\W\d_]{2})")
_WHOLE = ("AUJOURD'", "PRUD'", "PRESQU'", "QUELQU'")
# Acronyms that are ordinary words as well, in one of the languages.
_NEVER = frozenset(
    "UN IS EI WHO AID CAN ACT US IT PAS SON LES AU AMI EC BAD AIM AGI LE LA TV ONT OR FIN SEC TIR".split()
)


def normalise(text: str, prose: Callable[[str], str] | None = None) -> str:
    """The text in the form the models read, of the same length; `prose` writes a headline in capitals as prose does,
    without it its words keep the first of theirs.

    >>> normalise("« L’ONU », a dit M. DUPONT")
    "« L'ONU », a dit M. Dupont"
    >>> normalise("L’ARMÉE RUSSE DÉFIE L’OTAN EN UKRAINE")
    "L'Armée Russe Défie L'OTAN En Ukraine"
    """
    plain = text.translate(_PLAIN)
    if not is_shouted(plain):
        return _CAPITALS.sub(_calmed, plain)
    if prose is not None:
        return prose(plain)
    return _CAPITALS.sub(lambda match: _calm(match.group(), True), plain)


def _calmed(match: re.Match[str]) -> str:
    word = match.group()
    return word if word.islower() else _calm(word, False)


def with_capital(text: str) -> str:
    """The text with a capital at its first letter."""
    at = next((i for i, character in enumerate(text) if character.isalpha()), None)
    if at is None or len(text[at].upper()) != 1:
        return text
    return text[:at] + text[at].upper() + text[at + 1 :]


def is_shouted(text: str) -> bool:
    """Whether the text is a headline in capitals."""
    letters = [*filter(str.isalpha, text)]
    if len(letters) <= 12 or sum(map(str.isupper, letters)) <= len(letters) * _SHOUTED_LINE:
        return False
    words = _CAPITALS.findall(text)
    return sum(not word.isupper() for word in words) <= len(words) * _SMALL_WORDS


def _calm(word: str, shouted: bool) -> str:
    elided = _ELIDED.match(word)
    if elided:
        return elided.group() + _calm(word[elided.end() :], shouted)
    if not word.isupper() or word in acronyms() or (not shouted and len(word) <= _ACRONYM):
        return word
    whole = word.startswith(_WHOLE)
    calm = "".join(
        character.lower() if i and (whole or word[i - 1].isalpha()) else character for i, character in enumerate(word)
    )
    return calm if len(calm) == len(word) else word


@kept
def acronyms() -> frozenset[str]:
    """The acronyms that the lexicon knows, without those that are also ordinary words."""
    found: set[str] = set()
    for name in ("organisations", "armed_groups"):
        with data_file("world", f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                names = "|".join(row.get(column) or "" for column in ("both", "fr", "en")).split("|")
                found.update(each for each in names if each.isalpha() and each.isupper())
    return frozenset(found) - _NEVER
