"""Headlines in capitals, written as prose: ordinary words small, names with their capitals, accents where none stand.

A headline comes in, the same words go out, of the same length. Words that neither the model's lists nor the lexicon
know keep their first capital, as names do, unless they end as names seldom do.
"""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from selon.lexicon.letters import accented, bare, letters
from selon.parse.normalise import acronyms, with_capital
from selon.parse.titlecase import is_titled, untitled

_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:'(?=[^\W\d_]))?")
# The longest name, in words, that is looked for.
_LONGEST = 6
# Endings of verbs, and of nouns and adjectives made from them or from nouns, in both languages.
_COMMON = re.compile(r"[^\W\d_]{3,}(?:é|ée|és|ées|èrent|aient|tions?|ismes?|istes?|ifs?|ives?|ements|ing|ed)")
_VOWEL = re.compile(r"[aeiouyàâéèêëîïôûùœæ]", re.IGNORECASE)
# French without accents: participles behind an auxiliary and before an agent, and what such words end in.
_PERFECT = re.compile(
    r"""(?:\b(?:a|ont|est|sont|été|avait|avaient|était|étaient|avoir|être|ayant|fut|aurait)\s+(?=[a-z])(\w+e(?:es|e|s)?)\b
    |(?<!\bune\s)(?<!')(?<!\bla\s)(?<!cette\s)\b([a-z]\w+e(?:es|e|s)?)(?=\s(?:par\b|d'(?:avoir|être)\b)))""",
    re.VERBOSE,
)
_ENDING = re.compile(r"e(?=(?:e|s|es)?$)")
_TO = re.compile(r"\ba(?= (\w+))")
# What stands before people that are told by their country alone.
_BEFORE_PEOPLE = frozenset(
    """les des aux de d un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante
    cinquante cent mille plusieurs quelques""".split()
)
_ARTICLES = ("la", "le", "du", "une", "les", "des", "the", "a")
_DONE = re.compile(r"[a-zà-ÿ]+(?:é|ée|és|ées|i|is|it|u|us|ert|eint|aint|oint)")


@dataclass(frozen=True, slots=True)
class Prose:
    """How a language writes headlines; `forms` are the ordinary words of the model's list."""

    lang: str
    forms: Set[str]

    def __call__(self, text: str) -> str:
        """A headline in capitals as prose writes it."""
        plain = self.lang == "fr" and text.isascii()
        calm = _PIECE.sub(lambda match: self._piece(match, plain=plain), text)
        calm = self._named(calm, plain=plain)
        return with_capital(self._perfects(calm) if plain else calm)

    def untitled(self, text: str) -> str:
        """A headline that writes each word with a capital as prose writes it."""
        return with_capital(self._named(untitled(text, self.is_ordinary), plain=False))

    def is_titled(self, text: str) -> bool:
        """Whether it is such a headline."""
        return is_titled(text, self.lang, self.is_ordinary)

    def is_ordinary(self, lower: str) -> bool:
        """Whether a word in small letters is no name."""
        return bool(self._small(lower, plain=False))

    def _piece(self, match: re.Match[str], *, plain: bool) -> str:
        word, at = match.group(), match.end()
        initial = len(word) == 1 and match.string[at : at + 1] == "."
        written = word if initial else self._word(word, plain=plain)
        return written if len(written) == len(word) else word

    def _word(self, word: str, *, plain: bool) -> str:
        lower = word.lower()
        if word.endswith("'") or len(word) == 1:
            return lower
        small = self._small(lower, plain=plain)
        if word in acronyms() and lower not in self.forms:
            return word
        if small or not _VOWEL.search(word):
            return small or word
        first, hyphen, last = word.rpartition("-")
        if not hyphen:
            return word[0] + lower[1:]
        known = self._small(last.lower(), plain=plain)
        return (
            first.lower() + hyphen + known
            if known
            else "-".join(self._word(part, plain=plain) for part in word.split("-"))
        )

    def _small(self, lower: str, *, plain: bool) -> str:
        """The word in small letters, with its accents; nothing for one that is not known so."""
        known = letters(self.lang)
        usual = _accented(self.forms).get(lower, ("",))[0] if plain else ""
        if usual and usual[0] != lower[0]:  # « etat » stands in the lists as well
            return usual
        if lower in self.forms or (lower in known.small and not (usual and bare(usual[-2:]) == usual[-2:])):
            return lower
        found = usual or (known.accented.get(lower, ("",))[0] if plain else "")
        plural = lower.endswith("s") and lower[:-1] in known.small
        return found or (lower if plural or _COMMON.fullmatch(lower) else "")

    def _named(self, text: str, *, plain: bool) -> str:
        """The text with the names that the lexicon knows, of several words or of states, as it writes them."""
        key, written, at = bare(text), [*text], 0
        ends = [match.end() for match in _WORD.finditer(text)]
        for number, match in enumerate(_WORD.finditer(text)):
            start = match.start()
            for end in reversed(ends[number : number + _LONGEST] if start >= at else []):
                name = self._name(key[start:end])
                alone = end == ends[number]
                if alone and not name and self._is_people(key, start, end):
                    written[start] = written[start].upper()
                if alone and key[start:end] in letters(self.lang).common and _led(key, start) in _ARTICLES:
                    written[start], name = written[start].lower(), ""  # « la grenade »
                if len(name) == end - start:
                    own = text[start:end] if not plain else name
                    written[start:end] = [
                        a.upper() if b.isupper() else a for a, b in zip(own.lower(), name, strict=True)
                    ]
                    at = end
                    break
        return "".join(written)

    def _is_people(self, key: str, start: int, end: int) -> bool:
        """Whether a French word names people, since no noun stands before it: « deux Français », « des Turcs »."""
        led = _led(key, start)
        people = self.lang == "fr" and key[start:end] in letters(self.lang).peoples
        return people and (led in _BEFORE_PEOPLE or led.isdigit())

    def _name(self, key: str) -> str:
        """The name that the lexicon has of the letters: of several words, or of a state or seat."""
        known = letters(self.lang)
        name = known.names.get(key, "")
        article, _, rest = key.partition(" ")
        if article in _ARTICLES and rest in known.common:
            return ""  # « la grenade »
        sure = self.lang == "fr" or name.isupper() or key not in self.forms
        state = (key in known.states and sure) or (self.lang == "en" and key in known.peoples)
        return name if state or not key.isalpha() else ""

    def _perfects(self, text: str) -> str:
        """French without accents: the participle of a perfect, and « à » for « a » where none follows."""
        text = _PERFECT.sub(self._participle, text)
        return _TO.sub(lambda match: match.group() if _DONE.fullmatch(match[1]) else "à", text)

    def _participle(self, match: re.Match[str]) -> str:
        word = match[1] or match[2]
        if "é" in word[-3:]:
            return match.group()
        return match.group().removesuffix(word) + _ENDING.sub("é", bare(word) if "è" in word else word, count=1)


def _led(key: str, start: int) -> str:
    """The word before a place, as « d » of « d'Haïtiens »."""
    return re.split(r"[ ']", key[:start].rstrip(" '"))[-1]


@cache
def _accented(forms: Set[str]) -> Mapping[str, tuple[str, ...]]:
    return accented(forms)
