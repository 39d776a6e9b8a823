"""English headlines whose verb the parser takes for a part of the noun behind it ("Women protest curfew") or for the
main noun ("Court bars former president from office").

What comes in: rows of a sentence and its root. What comes out: whether it is such a headline, which then has its verb.
Data: `en/verbs.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import PRESENT, base, has
from selon.parse.tree import Row
from selon.parse.verbforms import english_verb_forms, english_verbs

_ENDS = (".", '"', "”", "!", "?")


def give_bare_headline(rows: list[Row], root: int, start: int, end: int) -> bool:
    """Makes the verb of a headline its root, in place; whether the sentence is such a headline."""
    found = _headline(rows, root, start, end)
    if found is None:
        return False
    subject, verb = found
    if verb == root:
        _tell_inflected(rows, subject, root, end)
    else:
        _tell_bare(rows, verb, root, start, end)
    return True


def _headline(rows: Sequence[Row], root: int, start: int, end: int) -> tuple[int, int] | None:
    """The subject and the verb of a headline in which the bare verb is taken for a part of the noun behind it."""
    if rows[end - 1].text in _ENDS or rows[root].pos not in ("NOUN", "PROPN"):
        return None
    below = [i for i in range(start, root) if rows[i].head == root]
    if has(rows, root, ("cop", "aux"), start, root):
        return None
    if (subject := _of_inflected(rows, root, start, end)) is not None:
        return subject, root
    subject = next((i for i in below if rows[i].rel == "nsubj" and rows[i].pos in ("NOUN", "PROPN")), None)
    if subject is None or rows[subject].morph.get("Number") != "Plur":
        return None
    verbs = [i for i in below if subject < i and rows[i].rel in ("compound", "amod") and rows[i].pos == "NOUN"]
    verb = next((i for i in verbs if rows[i].text in english_verbs()), None)
    return None if verb is None else (subject, verb)


def _of_inflected(rows: Sequence[Row], root: int, start: int, end: int) -> int | None:
    """The subject right before a third person that is taken for the main noun: "Court bars former president from …"."""
    subject, after = root - 1, root + 1
    told = rows[root].text.islower() and rows[root].text.endswith("s") and rows[root].text in english_verb_forms()
    if not told or subject < start or after >= end or rows[subject].head != root or rows[subject].rel != "compound":
        return None
    return subject if _bare_phrase(rows, root, end) is not None else None


def _bare_phrase(rows: Sequence[Row], root: int, end: int) -> int | None:
    """A noun right of the main one that hangs on it without a preposition, as the object of a verb does."""
    right = [i for i in range(root + 1, end) if rows[i].head == root and rows[i].pos in ("NOUN", "PROPN")]
    led = {rows[i].head for i in range(root + 1, end) if base(rows[i]) in ("case", "cc", "punct")}
    return right[0] if right and right[0] not in led and rows[right[0]].rel in ("nmod", "obj", "appos", "dep") else None


def _tell_inflected(rows: list[Row], subject: int, root: int, end: int) -> None:
    """Makes the noun at the root a third person, with the noun that hung on it for its object."""
    object_ = _bare_phrase(rows, root, end)
    rows[root] = replace(rows[root], pos="VERB", lemma=english_verb_forms()[rows[root].text], morph=PRESENT)
    rows[subject] = replace(rows[subject], rel="nsubj")
    if object_ is None:
        return
    rows[object_] = replace(rows[object_], rel="obj")
    for i in range(root + 1, object_):
        if rows[i].head == root and rows[i].rel == "amod":
            rows[i] = replace(rows[i], head=object_)


def _tell_bare(rows: list[Row], verb: int, root: int, start: int, end: int) -> None:
    """Makes the bare form the root, with the noun that was the root for its object."""
    for i in range(start, end):
        if rows[i].head == root and i != root and (i < verb or rows[i].pos == "PUNCT"):
            rows[i] = replace(rows[i], head=verb)
    rows[root] = replace(rows[root], head=verb, rel="obj")
    rows[verb] = replace(rows[verb], pos="VERB", lemma=rows[verb].text, morph=PRESENT, head=verb, rel="root")
