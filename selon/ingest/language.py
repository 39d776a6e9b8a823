"""Which language a text is in, among those that selon reads and some that it must not mistake for them."""

import re
from functools import cache
from typing import Any

# Function words that neither language shares with the other: they decide at once for a normal text, without the
# 1.5 seconds that loading py3langid takes (measured here). What they leave open goes to py3langid.
_WORDS = {
    "fr": frozenset(
        "le la les des du un une et est dans par pour que qui sur avec au aux ce cette ont été selon il elle".split()
    ),
    "en": frozenset("the of and to in that is was for on with by has have said were from it at an he his she".split()),
}
# Shares of function words found in news of each language: never lower in a text of that language (example articles).
_SHARE = {"fr": 0.2, "en": 0.18}
_SHORT = 12  # words of a text whose language cannot be told for sure
_OTHER = frozenset(
    (
        "el los las y una con por para que del se no der die das und ist nicht von zu den mit che di "
        "il per non gli della sono het een van niet os uma não dos ao em els amb"
    ).split()
)


def detect(text: str, *, said: str = "") -> str:
    """The ISO 639-1 code of the text's language, as far as it can be told.

    `said`, the language that a page or feed gives itself, decides for texts that are too short to be told: of others it
    is often only what the software of the page was delivered with.

    >>> detect("Le ministre a déclaré que le pays n'est pas en guerre avec ses voisins.")
    'fr'
    """
    words = re.findall(r"[^\W\d_]+", text[:4000].lower())
    if words:
        shares = {lang: sum(word in known for word in words) / len(words) for lang, known in _WORDS.items()}
        foreign = sum(word in _OTHER and word not in _WORDS["fr"] for word in words) / len(words)
        best = max(shares, key=lambda lang: shares[lang])
        if len(words) >= 8 and shares[best] >= _SHARE[best] and foreign < 0.08 and min(shares.values()) < 0.12:
            return best
    if said in _WORDS and len(words) < _SHORT:
        return said
    return str(_identifier().classify(text[:4000])[0])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
