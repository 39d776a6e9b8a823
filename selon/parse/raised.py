"""English verbs and adjectives that only say how, when or as which one the deed behind their infinitive is done: "is
going to ban", "went on to kill", "rushed to arrest", "was the first to recognise", and "had him arrested".

What comes out: the infinitive or participle is the verb and has their subject; they hang on it as its auxiliaries.
Data: `en/trees.yml` (`raising`, `nth`, `undergone`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import PASSIVE, PAST, base, has
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_BELOW = ("xcomp", "advcl", "acl", "ccomp", "obl")
_PATIENT = ("NOUN", "PROPN", "PRON")
# So many words the one who "had somebody arrested" speaks of him or her.
_LONG = 9


def give_raised(rows: list[Row], start: int, end: int) -> None:
    """Puts the deed over what only says how it is done, in one sentence, in place."""
    for i in range(start + 2, end):
        if _completes_verb(rows, i):
            rows[i] = replace(rows[i], rel="xcomp")
            _give_subject(rows, rows[i].head, start)
    for i in range(start + 1, end - 2):
        if (verb := _raised(rows, i, end)) is not None:
            _raise(rows, i, verb, start, end)
        elif (done := _caused(rows, i, start, end)) is not None:
            if rows[done].lemma in tree_words("en").undergone:
                patient = next(j for j in range(i + 1, done) if rows[j].head == i and rows[j].rel == "obj")
                rows[done] = replace(rows[done], head=patient, rel="acl", morph=PASSIVE)
            else:
                _cause(rows, i, done, start, end)


def _completes_verb(rows: Sequence[Row], i: int) -> bool:
    """Whether an infinitive behind a verb hangs on it as on a noun: "plans to release"."""
    row = rows[i]
    led = row.pos == "VERB" and row.morph.get("VerbForm") == "Inf" and row.head == i - 2 and rows[i - 1].head == i
    return (
        led
        and rows[i - 1].text.lower() == "to"
        and rows[row.head].pos == "VERB"
        and base(row) in ("acl", "obl", "nmod")
    )


def _give_subject(rows: list[Row], verb: int, start: int) -> None:
    """Makes the noun right before a verb its subject where it seems a part of it: "the government plans to"."""
    noun = verb - 1
    part = noun >= start and rows[noun].head == verb and base(rows[noun]) == "compound"
    if not part or has(rows, verb, ("nsubj",), start, verb):
        return
    rows[noun] = replace(rows[noun], head=verb, rel="nsubj")
    for j in range(max(start, noun - _LONG), noun):
        if rows[j].head == verb and base(rows[j]) in ("det", "amod", "compound", "nmod", "nummod"):
            rows[j] = replace(rows[j], head=noun)


def _raised(rows: Sequence[Row], i: int, end: int) -> int | None:
    """The infinitive behind a word that only says how or as which one it is done."""
    row, words = rows[i], tree_words("en")
    to = i + 2 if row.lemma == "go" and rows[i + 1].text.lower() == "on" else i + 1
    verb = next((j for j in range(to + 1, min(to + 3, end)) if rows[j].pos != "ADV"), None)
    if rows[to].text.lower() != "to" or verb is None or rows[verb].pos != "VERB" or rows[verb].head != i:
        return None
    if base(rows[verb]) not in _BELOW:
        return None
    going = row.text.lower() == "going" or to == i + 2 or row.lemma in words.raising
    if row.pos == "VERB":
        return verb if going else None
    return verb if row.text.lower() in words.nth and has(rows, i, ("cop",), max(i - 5, 0), i) else None


def _raise(rows: list[Row], i: int, verb: int, start: int, end: int) -> None:
    """Makes the infinitive the verb in the place of a word, which becomes a part of it."""
    old, nth = rows[i], rows[i].pos != "VERB"
    kept = ("cop", "det") if nth else ("compound",)
    for j in range(start, end):
        if rows[j].head == i and j != i and j != verb and base(rows[j]) not in kept:
            rows[j] = replace(rows[j], head=verb)
    going = old.text.lower() == "going"
    rows[verb] = replace(rows[verb], head=verb if old.head == i else old.head, rel=old.rel)
    if not going:
        rows[verb] = replace(rows[verb], morph=PAST if nth else old.morph)
    rows[i] = replace(old, pos=old.pos if nth else "AUX", head=verb, rel="advmod" if nth else "aux")


def _caused(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The participle of what somebody "had" done to another, who stands between: "had two lawyers arrested"."""
    row = rows[i]
    if row.lemma != "have" or base(row) == "aux" or not has(rows, i, ("nsubj",), start, i):
        return None
    patient = next((j for j in range(i + 1, min(i + _LONG, end)) if rows[j].head == i and rows[j].rel == "obj"), None)
    if patient is None or rows[patient].pos not in _PATIENT:
        return None
    done = next(
        (j for j in range(patient + 1, min(patient + _LONG, end)) if rows[j].pos != "ADV" and _is_past(rows[j])), None
    )
    if done is None or rows[done].head not in (i, patient) or base(rows[done]) not in (*_BELOW, "amod"):
        return None
    if any(row.pos in ("VERB", "AUX", "PUNCT", "SCONJ") for row in rows[patient + 1 : done]):
        return None
    return None if has(rows, done, ("obj", "aux", "nsubj", "mark"), i, end) else done


def _is_past(row: Row) -> bool:
    return row.pos == "VERB" and row.morph.get("Tense") == "Past"


def _cause(rows: list[Row], i: int, done: int, start: int, end: int) -> None:
    """Makes the participle the verb, with the one who had it done as its subject and the other as its object."""
    old = rows[i]
    for j in range(start, end):
        if rows[j].head == i and j != i and j != done:
            rows[j] = replace(rows[j], head=done)
    rows[done] = replace(rows[done], head=done if old.head == i else old.head, rel=old.rel, morph=old.morph)
    rows[i] = replace(old, pos="AUX", head=done, rel="aux:caus")
