"""The forms of regular verbs: what a tagger that takes a verb for a noun or misreads its lemma is corrected by.

In: a lemma. Out: its forms, each with whether it is finite. Verbs in -er in French, weak verbs in English; others have
none. Reads no data file; irregular forms, those with a doubled consonant too, stand in `verb_forms.yml`.
"""

from collections.abc import Iterator

_PRESENT = ("e", "ent")
_PAST = ("ait", "aient", "a", "èrent", "era", "eront", "erait", "eraient")
_OPENED = ("eler", "ener", "eser", "ever", "érer", "éler", "éner", "éder", "éter", "éguer", "éger")


# The endings of those who do something, with those of the women who do.
_WOMEN = (
    ("teur", ("trice", "teuse")),
    ("eur", ("euse", "eure")),
    ("ier", ("ière",)),
    ("ien", ("ienne",)),
    ("ant", ("ante",)),
    ("é", ("ée",)),
    ("ain", ("aine",)),
    ("chef", ("cheffe",)),
)


def feminines(word: str) -> Iterator[str]:
    """The regular feminines of a French word for somebody who does something; none for other endings.

    >>> sorted(feminines("policier")), sorted(feminines("enquêteur")), sorted(feminines("gendarme"))
    (['policière'], ['enquêteure', 'enquêteuse', 'enquêteuse', 'enquêtrice'], [])
    """
    for ending, women in _WOMEN:
        if word.endswith(ending):
            yield from (word[: -len(ending)] + each for each in women)


def forms_of(lemma: str, lang: str) -> Iterator[tuple[str, bool]]:
    """The forms of a regular verb but its infinitive, with whether each is finite; none for an irregular verb.

    >>> dict(forms_of("marteler", "fr"))["martèle"], dict(forms_of("deny", "en"))["denied"]
    (True, True)
    """
    if lang == "fr" and lemma.endswith("er") and len(lemma) > 3:
        yield from _french(lemma)
    elif lang == "en" and lemma.isalpha():
        yield from _english(lemma)


def _french(lemma: str) -> Iterator[tuple[str, bool]]:
    stem = lemma[:-2]
    for ending in _PRESENT:
        yield _open(lemma) + ending, True
    if lemma.endswith(("appeler", "jeter")):
        yield from ((stem + stem[-1] + ending, True) for ending in _PRESENT)
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    for ending in _PAST:
        yield (soft if ending[0] == "a" else stem) + ending, True
    yield soft + "ant", False
    yield from ((stem + ending, False) for ending in ("é", "ée", "és", "ées"))


def _open(lemma: str) -> str:
    """The stem before a mute e: « martèle », « révèle »; others as they are."""
    stem = lemma[:-2]
    if lemma.endswith(_OPENED) and not lemma.endswith(("appeler", "jeter")):
        at = max(stem.rfind("e"), stem.rfind("é"))
        return f"{stem[:at]}è{stem[at + 1 :]}"
    return stem


def _english(lemma: str) -> Iterator[tuple[str, bool]]:
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        yield from ((lemma[:-1] + "ies", True), (lemma[:-1] + "ied", True), (lemma + "ing", False))
        return
    hissing = lemma.endswith(("s", "sh", "ch", "x"))
    yield lemma + ("es" if hissing else "s"), True
    stem = lemma.removesuffix("e")
    yield stem + "ed", True
    yield stem + "ing", False
