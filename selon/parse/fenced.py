"""English main verbs behind an aside in commas that the parser takes for parts of it: "Oslo, having been warned by
telephone, recognised Kosovo", "Troops, acting on a tip, evicted two families".

What comes out: the past form behind the second comma governs, and the participle of the aside hangs on its subject.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import PARTICIPLE, base, has
from selon.parse.tree import Row
from selon.parse.unverbed import put_verb

_NOUNS = ("NOUN", "PROPN", "PRON")
_OBJECT = ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADP", "PART", "SCONJ")
_LONGEST = 20


def give_fenced(rows: list[Row], start: int, end: int) -> None:
    """Puts the main verb of one sentence over the aside between its subject and it, in place."""
    for comma in range(start + 1, end - 3):
        if rows[comma].text != ",":
            continue
        if (aside := _stolen(rows, comma, start, end)) is not None:
            _give_back(rows, comma, aside, start, end)
        elif _is_alike(rows, comma + 1, start, end):
            rows[comma + 1] = replace(rows[comma + 1], morph=PARTICIPLE)
    root = next((i for i in range(start, end) if rows[i].head == i), None)
    first = next((j for j in range(start + 1, end) if rows[j].text == ","), None)
    if root is None or first is None:
        return
    noun, aside = _phrase(rows, first, start), _aside(rows, first, end)
    if noun is None or aside is None or root not in (noun, aside):
        return
    verb = _behind(rows, aside, end)
    if verb is None or any(_is_finite(rows, j, aside) for j in range(start, end) if j not in (verb, aside)):
        return
    put_verb(rows, verb, noun, start, end)
    past = rows[aside].morph.get("VerbForm") == "Fin"
    rows[aside] = replace(rows[aside], head=noun, rel="acl", morph=PARTICIPLE if past else rows[aside].morph)


def _stolen(rows: Sequence[Row], comma: int, start: int, end: int) -> int | None:
    """The participle behind a comma to which the tree gives the subject of the verb that it hangs on, as if a comma
    could part a verb from its subject: "Oslo, criticised on Monday, hit back"."""
    verb = comma + 2 if rows[comma + 1].pos == "ADV" else comma + 1
    row, main = rows[verb], rows[verb].head
    alike = row.pos == "VERB" and row.morph.get("Tense") == "Past" and main > verb and rows[main].pos == "VERB"
    if not alike or has(rows, verb, ("aux", "obj", "mark"), start, end) or has(rows, main, ("nsubj",), start, end):
        return None
    closed = any(rows[j].text == "," for j in range(verb, main))
    return verb if closed and _subject_of(rows, verb, comma, start) is not None else None


def _is_alike(rows: Sequence[Row], i: int, start: int, end: int) -> bool:
    """Whether what narrows the noun before its comma is tagged as a past: it looks like the participle."""
    row = rows[i]
    past = row.pos == "VERB" and row.rel == "acl" and row.morph.get("Tense") == "Past"
    return past and not has(rows, i, ("obj", "aux", "nsubj"), start, end)


def _subject_of(rows: Sequence[Row], verb: int, comma: int, start: int) -> int | None:
    return next((j for j in range(start, comma) if rows[j].head == verb and base(rows[j]) == "nsubj"), None)


def _give_back(rows: list[Row], comma: int, aside: int, start: int, end: int) -> None:
    """Gives the subject before a comma back to the main verb, and the participle to the subject."""
    main, noun = rows[aside].head, _subject_of(rows, aside, comma, start)
    if noun is None:
        return
    passive = any(row.head == main and row.rel == "aux:pass" for row in rows[comma:main])
    for j in range(start, noun):
        if rows[j].head == aside:
            rows[j] = replace(rows[j], head=main)
    rows[noun] = replace(rows[noun], head=main, rel="nsubj:pass" if passive else "nsubj")
    rows[aside] = replace(rows[aside], head=noun, rel="acl", morph=PARTICIPLE)


def _phrase(rows: Sequence[Row], comma: int, start: int) -> int | None:
    """The head of the noun phrase that opens the sentence and ends at its first comma."""
    noun = comma - 1
    while start <= rows[noun].head < comma and rows[noun].head != noun and rows[rows[noun].head].pos in _NOUNS:
        noun = rows[noun].head
    led = has(rows, noun, ("case", "mark"), start, noun) or any(row.pos in ("VERB", "AUX") for row in rows[start:comma])
    return noun if rows[noun].pos in _NOUNS and not led else None


def _aside(rows: Sequence[Row], comma: int, end: int) -> int | None:
    """The participle right behind a comma, but for its auxiliaries and adverbs; a past form there is one too."""
    verb = next((j for j in range(comma + 1, end) if rows[j].pos not in ("AUX", "ADV", "PART")), None)
    if verb is None or rows[verb].pos != "VERB" or any(row.morph.get("VerbForm") == "Fin" for row in rows[comma:verb]):
        return None
    past = rows[verb].morph.get("Tense") == "Past" and not has(rows, verb, ("obj", "aux"), comma, end)
    return verb if past or rows[verb].morph.get("VerbForm") in ("Part", "Ger") else None


def _behind(rows: Sequence[Row], aside: int, end: int) -> int | None:
    """The past form right behind the comma that closes the aside."""
    close = next((j for j in range(aside + 1, min(aside + _LONGEST, end)) if rows[j].text == ","), None)
    verb = next((j for j in range(close + 1, end) if rows[j].pos != "ADV"), end) if close is not None else end
    if verb >= end - 1 or rows[verb].pos != "VERB" or rows[verb].morph.get("Tense") != "Past":
        return None
    return verb if rows[verb + 1].pos in _OBJECT and rows[end - 1].text == "." else None


def _is_finite(rows: Sequence[Row], i: int, aside: int) -> bool:
    """Whether a verb of a main clause is finite: by its form, or by an auxiliary."""
    row = rows[i]
    if row.pos not in ("VERB", "AUX") or row.morph.get("VerbForm") != "Fin":
        return False
    over = rows[row.head] if base(row) in ("aux", "cop") else row
    return row.head != aside and base(over) in ("root", "parataxis")
