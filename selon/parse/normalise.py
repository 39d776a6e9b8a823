"""Text as the models were trained on it, character for character: the same length, so that offsets never move.

Typographic quotation marks, apostrophes and spaces become plain; words in capitals (headlines, datelines, surnames)
become capitalised words, while acronyms stay.
"""

import re

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
# shouted names (MOSCOU, RAISSI). A line mostly in capitals is a headline: there only known short words stay.
_ACRONYM = 5
_SHOUTED_LINE = 0.7


def normalise(text: str) -> str:
    """The text in the form the models read, of the same length.

    >>> normalise("« L’ONU », a dit M. DUPONT")
    "« L'ONU », a dit M. Dupont"
    """
    plain = text.translate(_PLAIN)
    letters = [character for character in plain if character.isalpha()]
    shouted = len(letters) > 12 and sum(character.isupper() for character in letters) > len(letters) * _SHOUTED_LINE
    return _CAPITALS.sub(lambda match: _calm(match.group(), shouted), plain)


def _calm(word: str, shouted: bool) -> str:
    if not word.isupper() or (not shouted and len(word) <= _ACRONYM):
        return word
    calm = "".join(
        character if start or not word[i - 1].isalpha() else character.lower()
        for i, character in enumerate(word)
        for start in [i == 0]
    )
    return calm if len(calm) == len(word) else word
