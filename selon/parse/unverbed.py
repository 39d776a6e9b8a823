"""English sentences that the parser leaves without a verb, because it takes their past tense for a participle.

"The opposition blamed President X", "Riot police in Nicaragua used tear gas": in a whole sentence without a finite verb
of its own, the first bare past form behind the subject is the verb; in a headline it may be a bare form ("Women protest
curfew"). What comes out is a tree again. Data: `en/trees.yml`, `en/verbs.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.tree import Row
from selon.parse.treewords import tree_words
from selon.parse.verbforms import english_verb_forms, english_verbs

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
# What may stand between a subject and its verb, and what a verb's object or complement begins with.
_BETWEEN = ("ADV", "PUNCT", "PART")
_OBJECT = ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
_MARKS = frozenset(["to", "that"])
_ENDS = (".", '"', "”", "!", "?")
_SUBJECT, _MAIN = "nsubj", "root"


def give_verb(rows: list[Row], start: int, end: int) -> None:
    """Makes the past form the root of a sentence whose root is a noun without a verb; others are left alone."""
    root = next((i for i in range(start, end) if rows[i].head == i), None)
    if root is not None and (found := _headline(rows, root, start, end)) is not None:
        _make_headline(rows, *found, root, start, end)
        return
    if root is None or rows[end - 1].text not in _ENDS or not _is_bare_noun(rows, root, start, end):
        return
    verb = next((i for i in range(start + 1, end - 1) if _may_be_verb(rows, i, start)), None)
    subject = _subject(rows, verb, start) if verb is not None else None
    if verb is not None and subject is not None:
        _rebuild(rows, verb, subject, start, end)


def _is_bare_noun(rows: Sequence[Row], root: int, start: int, end: int) -> bool:
    below = [rows[i].rel.partition(":")[0] for i in range(start, end) if rows[i].head == root and i != root]
    return rows[root].pos in _NOMINAL and not {"cop", "nsubj", "csubj", "aux"} & set(below)


def _may_be_verb(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a past form stands bare behind a noun and before an object, and nothing makes it a participle."""
    row, before, after = rows[i], rows[i - 1], rows[i + 1]
    past = row.pos == "VERB" and (row.morph.get("Tense") == "Past" or row.morph.get("VerbForm") == "Part")
    if not past or row.text.lower().endswith("ing") or row.text[0].isupper():
        return False
    words = tree_words("en")
    if any(each.text.lower() in words.auxiliary for each in rows[max(i - 3, start) : i]) or before.text == ",":
        return False
    intransitive = row.lemma in words.intransitive and after.pos in ("ADP", "ADV")
    return _ends_phrase(rows, _behind_of(rows, i, start), start) and (
        intransitive or after.pos in _OBJECT or after.text.lower() in _MARKS
    )


def _behind_of(rows: Sequence[Row], i: int, start: int) -> int:
    """The last word of what stands left of a verb, without its adverbs and its own first part ("gang-raped")."""
    behind = i - 1
    if rows[behind].text == "-" and behind - 2 >= start:
        behind -= 2
    while behind > start and rows[behind].pos == "ADV":
        behind -= 1
    return behind


def _ends_phrase(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a word ends a noun phrase: a noun, or an adjective that stands for one ("dressed in white")."""
    alone = rows[i].pos == "ADJ" and i > start and rows[i - 1].pos == "ADP"
    return alone or rows[i].pos in _NOMINAL


def _headline(rows: Sequence[Row], root: int, start: int, end: int) -> tuple[int, int] | None:
    """The subject and the verb of a headline in which the bare verb is taken for a part of the noun behind it."""
    if rows[end - 1].text in _ENDS or rows[root].pos not in ("NOUN", "PROPN"):
        return None
    below = [i for i in range(start, root) if rows[i].head == root]
    if any(rows[i].rel.partition(":")[0] in ("cop", "aux") for i in below):
        return None
    if (subject := _of_inflected(rows, root, start, end)) is not None:
        return subject, root
    subject = next((i for i in below if rows[i].rel == _SUBJECT and rows[i].pos in ("NOUN", "PROPN")), None)
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
    led = {rows[i].head for i in range(root + 1, end) if rows[i].rel.partition(":")[0] in ("case", "cc", "punct")}
    return right[0] if right and right[0] not in led and rows[right[0]].rel in ("nmod", "obj", "appos", "dep") else None


def _make_headline(rows: list[Row], subject: int, verb: int, root: int, start: int, end: int) -> None:
    """Makes the verb the root, with the noun that was the root, or the one that hung on it, for its object."""
    if verb == root:
        object_ = _bare_phrase(rows, root, end)
        told = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}
        rows[root] = replace(rows[root], pos="VERB", lemma=english_verb_forms()[rows[root].text], morph=told)
        rows[subject] = replace(rows[subject], rel=_SUBJECT)
        if object_ is not None:
            rows[object_] = replace(rows[object_], rel="obj")
        for i in range(root + 1, end):
            if rows[i].head == root and rows[i].rel == "amod" and object_ is not None and i < object_:
                rows[i] = replace(rows[i], head=object_)
        return
    for i in range(start, end):
        if rows[i].head == root and i != root and (i < verb or rows[i].pos == "PUNCT"):
            rows[i] = replace(rows[i], head=verb)
    rows[root] = replace(rows[root], head=verb, rel="obj")
    told = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}
    rows[verb] = replace(rows[verb], pos="VERB", lemma=rows[verb].text, morph=told, head=verb, rel=_MAIN)


def _subject(rows: Sequence[Row], verb: int, start: int) -> int | None:
    """The head of the nearest noun phrase left of a verb that no preposition leads."""
    at = _behind_of(rows, verb, start)
    while at >= start:
        head = at
        while start <= rows[head].head < verb and rows[head].head != head:
            head = rows[head].head
        cases = [i for i in range(start, head) if rows[i].rel.partition(":")[0] == "case"]
        before = [i for i in cases if head in (rows[i].head, _noun_over(rows, rows[i].head))]
        if rows[head].pos in _NOMINAL and not before:
            return head
        at = min([head, at, *before]) - 1
    return None


def _noun_over(rows: Sequence[Row], i: int) -> int:
    """The noun that a word before it is part of ("in riot gear")."""
    return rows[i].head if rows[i].rel in ("compound", "amod", "nummod") else i


def _rebuild(rows: list[Row], verb: int, subject: int, start: int, end: int) -> None:
    """Hangs the subject and all that hung across the verb on the verb."""
    cased = {rows[i].head for i in range(start, end) if rows[i].rel.partition(":")[0] == "case"}
    old = {i: (rows[i].head, rows[i].rel) for i in range(start, end)}
    with_object = any(rows[i].head == verb and rows[i].rel == "obj" for i in range(verb, end))
    for i in range(start, end):
        head = old[i][0]
        if i < verb and i != subject and (head == i or head > verb):
            rows[i] = replace(rows[i], head=subject, rel="punct" if rows[i].pos == "PUNCT" else "nmod")
        elif i > verb and (head == i or head < verb):
            rel = _behind(rows[i], i in cased, with_object)
            with_object = with_object or rel == "obj"
            rows[i] = replace(rows[i], head=verb, rel=rel)
    rows[subject] = replace(rows[subject], head=verb, rel=_SUBJECT)
    told = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
    rows[verb] = replace(rows[verb], pos="VERB", morph=told, head=verb, rel=_MAIN)


def _behind(row: Row, cased: bool, with_object: bool) -> str:
    """The relation of a phrase right of the verb that now hangs on it."""
    base = row.rel.partition(":")[0]
    if row.pos == "PUNCT" or base in ("cc", "conj", "punct", "mark"):
        return row.rel
    if row.pos in ("VERB", "AUX"):
        return "advcl"
    if row.pos in _NOMINAL:
        return "obl" if cased or with_object else "obj"
    return "advmod" if row.pos == "ADV" else row.rel if base != "root" else "dep"
