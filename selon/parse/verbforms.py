"""The regular forms of English verbs, the irregular ones of French, and the verb that each belongs to.

Data: `en/verbs.yml`, `fr/verbs.yml`, `fr/forms.yml`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from selon.lexicon.inflection import WordKind, inflections, lemmas_by_form
from selon.lexicon.load import data_file, load_yaml

_SHORT = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")
_DOUBLING = re.compile(r".*[^aeiou](?:qu)?[aeiou][bdfgklmnprst]")
_HISSING = ("s", "x", "z", "ch", "sh", "o")


@dataclass(frozen=True, slots=True)
class _Verbs:
    words: tuple[str, ...]


@cache
def english_verb_forms() -> dict[str, str]:
    """The verb that each regular form belongs to, for all verbs of the list."""
    return verbs_by_form(_listed("en"))


@cache
def french_verb_forms() -> dict[str, str]:
    """The irregular verb that each form belongs to; of two verbs the first, but a form that is one itself is its own.

    >>> french_verb_forms()["poursuivent"]
    'poursuivre'
    """
    words = tuple(_listed("fr"))
    found = lemmas_by_form(words, WordKind.VERB, inflections("fr"))
    return {form: verbs[0] for form, verbs in found.items()} | {word: word for word in words}


@cache
def english_verbs() -> frozenset[str]:
    """The verbs of the list."""
    return frozenset(_listed("en"))


def _listed(lang: str) -> Iterator[str]:
    return (word for entry in load_yaml(data_file(lang, "verbs.yml"), _Verbs) for word in entry.words)


def verbs_by_form(verbs: Iterable[str]) -> dict[str, str]:
    """The verb that each regular form belongs to; of two verbs the first.

    >>> verbs_by_form(["jail", "bar", "deny", "seize"])["barred"]
    'bar'
    """
    found: dict[str, str] = {}
    for verb in verbs:
        for form in _forms(verb):
            found.setdefault(form, verb)
    return found


def _forms(verb: str) -> Iterator[str]:
    """The third person, the past and the present participle, in each spelling that is in use."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
        return
    yield f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"
    if verb.endswith(("ee", "oe", "ye", "ie")):
        yield from (f"{verb}d", f"{verb}ing", f"{verb[:-2]}ying")
        return
    for stem in _stems(verb):
        yield from (f"{stem}ed", f"{stem}ing")


def _stems(verb: str) -> Iterator[str]:
    """What the endings -ed and -ing stand behind: without a silent e, with the last consonant doubled or not."""
    if verb.endswith("e"):
        yield verb[:-1]
    elif _SHORT.fullmatch(verb):
        yield verb + verb[-1]
    else:
        yield verb
        if _DOUBLING.fullmatch(verb):
            yield verb + verb[-1]
