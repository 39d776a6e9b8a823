"""French present participles that a tagger takes for adjectives or nouns: « …, poignardant deux députés », « en
protestant contre Pretoria ».

What comes in: rows of a sentence. What comes out: the participle is a verb beside the main one, with its object.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.lemmas import Lemmas
from selon.parse.rows import has, small
from selon.parse.tree import Row

_NOUNS = ("NOUN", "PROPN")
_GERUND = {"Tense": "Pres", "VerbForm": "Part"}
# So many words behind it stands its object, and so many steps above it the main verb.
_NEAR, _STEPS = 8, 30


def give_gerunds(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Makes verbs of the present participles of one sentence, in place."""
    for i in range(start + 1, end - 1):
        if (verb := _gerund(rows, i, lemmas)) is not None:
            _make_gerund(rows, i, verb, end)


def _gerund(rows: Sequence[Row], i: int, lemmas: Lemmas) -> str | None:
    """The verb of which a word behind a comma or « en » is the present participle, though it seems an adjective or a
    noun: it has an object (« …, poignardant deux députés »)."""
    form = small(rows[i])
    if rows[i].pos not in ("ADJ", "NOUN", "X") or not form.endswith("ant"):
        return None
    led = rows[i - 1].text == "," or small(rows[i - 1]) == "en"
    behind = rows[i + 1]
    opens = behind.pos in ("NUM", "PROPN", "ADP") or (behind.pos == "DET" and behind.head != i)
    if not led or not opens or (behind.pos == "ADP" and rows[i - 1].text == ","):
        return None
    verb = lemmas.of(form, "VERB", "")
    return verb if verb in lemmas.verbs else None


def _make_gerund(rows: list[Row], i: int, verb: str, end: int) -> None:
    """Makes a word the present participle of a clause beside the main verb, with the noun behind it for its object."""
    main = _over(rows, i)
    noun = next((j for j in range(i + 1, min(i + _NEAR, end)) if rows[j].pos in _NOUNS), None)
    if main == i:
        return
    rows[i] = replace(rows[i], pos="VERB", lemma=verb, morph=_GERUND, head=main, rel="advcl")
    for j in range(i + 1, min(i + _NEAR, end)):
        if rows[j].head == i and rows[j].rel == "nmod":
            rows[j] = replace(rows[j], rel="obl:arg")
    if small(rows[i - 1]) == "en":
        rows[i - 1] = replace(rows[i - 1], head=i, rel="mark")
    if noun is not None and not has(rows, noun, ("case",), i, noun):
        rows[noun] = replace(rows[noun], head=i, rel="obj")


def _over(rows: Sequence[Row], i: int) -> int:
    """The word that governs all above a word, or the verb so many steps above."""
    for _ in range(_STEPS):
        if rows[i].head == i:
            break
        i = rows[i].head
    return i
