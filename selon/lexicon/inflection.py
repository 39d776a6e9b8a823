"""Inflected forms of the words in patterns, for tokens to which the parser gives no lemma or a wrong one."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from selon.lexicon.load import data_file, load_yaml


class WordKind(StrEnum):
    """Whether an ending belongs to verbs or to nouns."""

    VERB = "verb"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Inflection:
    """The forms of lemmas with an ending: what stands in its place (`cer`: ce, cent, çait …)."""

    pos: WordKind
    ending: str
    forms: tuple[str, ...]


def inflections(lang: str) -> tuple[Inflection, ...]:
    """The inflections of a language, longest ending first; none where it has no `forms.yml`."""
    path = data_file(lang, "forms.yml")
    found = load_yaml(path, Inflection) if path.exists() else ()
    return tuple(sorted(found, key=lambda each: -len(each.ending)))


def lemmas_by_form(words: Iterable[str], pos: WordKind, table: Iterable[Inflection]) -> dict[str, tuple[str, ...]]:
    """For each inflected form of the words the lemmas it may belong to.

    >>> table = (Inflection(WordKind.VERB, "er", ("e", "ent")),)
    >>> lemmas_by_form(["piller"], WordKind.VERB, table)
    {'pille': ('piller',), 'pillent': ('piller',)}
    """
    rows = [each for each in table if each.pos is pos]
    found: dict[str, list[str]] = {}
    for word in words:
        row = next((each for each in rows if word.endswith(each.ending)), None)
        if row is None:
            continue
        stem = word[: len(word) - len(row.ending)]
        for form in row.forms:
            found.setdefault(stem + form, []).append(word)
    return {form: tuple(lemmas) for form, lemmas in found.items()}
