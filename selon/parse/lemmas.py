"""Lemmas that lists and rules know better than a trained lemmatizer: forms of the treebanks, regular French verbs.

Read beside the weights: `lemmas.tsv` (form, part of speech, lemma) and, for French, `verbs.txt` (infinitives); for
English the forms of `verbforms`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from selon.parse.verbforms import english_verb_forms, french_verb_forms

# Endings of the regular French conjugations; the longest that fits is tried first.
_FIRST = (
    "assions eraient erions èrent aient âmes âtes asse erait erais erons eront eriez erai eras erez ions iez ant ait "
    "ais ent ons era ées ez es ai as ée és er é e a"
).split()
_SECOND = (
    "issaient irions iraient issions issent issons issait issais issant issez isses iraient irait irais irons iront "
    "isse irai iras irez irent ira ies ir is it ie i"
).split()
_VERBAL = ("VERB", "AUX")


@dataclass(frozen=True)
class Lemmas:
    """What the lists of a language say."""

    table: Mapping[tuple[str, str], str]
    verbs: frozenset[str]
    verb_forms: Mapping[str, str] = field(default_factory=dict)

    irregular: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms of the list, in small letters: ordinary words, no names."""
        return frozenset(form for form, _ in self.table)

    def of(self, form: str, pos: str, guess: str) -> str:
        """The lemma of a form (in lower case) as this part of speech: listed, regular, or else the guess.

        >>> Lemmas({("yeux", "NOUN"): "œil"}, frozenset(["bombarder"])).of("bombardèrent", "VERB", "bombardèrer")
        'bombarder'
        """
        listed = self.table.get((form, pos))
        if listed is not None:
            return listed
        if pos == "VERB" and form in self.verb_forms:
            return self.verb_forms[form]
        if pos in _VERBAL and guess not in self.verbs and self.irregular.get(guess) != guess and self.verbs:
            regular = next((verb for verb in _regular(form) if verb in self.verbs), guess)
            return self.irregular.get(form, regular) if regular == guess else regular
        return guess


def _regular(form: str) -> Iterator[str]:
    """The infinitives of which a form may be a regular one, the likelier first."""
    for endings, close in ((_FIRST, "er"), (_SECOND, "ir")):
        for ending in endings:
            if form.endswith(ending) and len(form) - len(ending) > 1:
                stem = form.removesuffix(ending)
                yield from (each + close for each in _stems(stem))


def _stems(stem: str) -> Iterator[str]:
    """The stem in the spellings that it has before -er: (mang)e-, lanç-, ach(è)t-, (appell)-, (emplo)i-."""
    yield stem
    if stem.endswith("ge"):
        yield stem[:-1]
    if stem.endswith("ç"):
        yield stem[:-1] + "c"
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    if re.search(r"è[^aeiouy]{1,2}$", stem):
        yield re.sub(r"è(?=[^è]*$)", "e", stem)
        yield re.sub(r"è(?=[^è]*$)", "é", stem)
    if re.search(r"(.)\1$", stem):
        yield stem[:-1]


def read_lemmas(folder: Path, lang: str) -> Lemmas:
    """The lists beside the weights, empty ones where there are none, and the verb forms of the language."""
    table, verbs = folder / "lemmas.tsv", folder / "verbs.txt"
    rows = table.read_text(encoding="utf-8").splitlines() if table.is_file() else []
    cells = (row.split("\t") for row in rows)
    return Lemmas(
        {(form, pos): lemma or form for form, pos, lemma in cells},
        frozenset(verbs.read_text(encoding="utf-8").split()) if verbs.is_file() else frozenset(),
        english_verb_forms() if lang == "en" else {},
        french_verb_forms() if lang == "fr" else {},
    )
