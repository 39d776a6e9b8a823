"""English headlines whose verb the parser takes for a noun: "Beijing axes tariffs on barley", "Riyadh scraps ban on
women drivers"; or whose subject it takes for the verb: "Aceh rebels hand over rifles"; or whose two subjects only a
comma joins: "Kenya, Uganda sign deal".

A name opens them, a third person stands right behind it, and nothing else in the sentence is its verb. What comes out
is a tree again. Data: `en/trees.yml` (`heads_nouns`, `people_forms`), `en/verbs.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import PRESENT, has
from selon.parse.tree import Row
from selon.parse.treewords import tree_words
from selon.parse.verbforms import english_verb_forms, english_verbs

_NAME = ("PROPN", "ADJ")
_OPENS = ("NOUN", "PROPN", "ADJ", "DET", "NUM")
_ENDS = (".", '"', "”", "!", "?")


def give_headline(rows: list[Row], start: int, end: int) -> None:
    """Makes the third person behind the name that opens a headline its root, in place; others are left alone."""
    if end - start < 3 or rows[end - 1].text in _ENDS:
        return
    root = next((i for i in range(start, end) if rows[i].head == i), None)
    if (second := _pair(rows, start, end)) is not None:
        _make_pair(rows, start, second, end)
        return
    if (people := _people(rows, start, end)) is not None:
        _make_subject(rows, people, start, end)
        return
    verb = _third_person(rows, start, end)
    if root is None or verb is None or root <= verb:
        return
    if _is_object(rows, verb, root, start, end):
        _rebuild(rows, verb, root, start, end)


def _pair(rows: Sequence[Row], start: int, end: int) -> int | None:
    """The last word of the second of two names that a comma joins before a bare verb, where they open a headline."""
    comma = _behind_name(rows, start, end)
    if comma == start or comma >= end - 3 or rows[comma].text != ",":
        return None
    verb = _behind_name(rows, comma + 1, end)
    bare = comma + 1 < verb < end - 1 and rows[verb].text.lower() in english_verbs()
    return verb - 1 if bare and rows[verb + 1].pos != "PUNCT" else None


def _behind_name(rows: Sequence[Row], i: int, end: int) -> int:
    """The place behind the names in capitals that begin at a place."""
    while i < end and rows[i].pos == "PROPN" and rows[i].text[0].isupper():
        i += 1
    return i


def _make_pair(rows: list[Row], start: int, second: int, end: int) -> None:
    """Makes the verb the root, the first name its subject and the second one that beside it."""
    verb, comma = second + 1, next(i for i in range(start, second) if rows[i].text == ",")
    first = comma - 1
    over = dict.fromkeys(range(start, comma), first) | dict.fromkeys(range(comma, second), second)
    for i in range(start, end):
        if i < second and i != first:
            rows[i] = replace(rows[i], head=over[i], rel="punct" if i == comma else "compound")
        elif i > verb and (rows[i].head <= verb or rows[i].head == i):
            bare = rows[i].pos in ("NOUN", "PROPN") and not has(rows, i, ("case", "mark"), start, i)
            rows[i] = replace(rows[i], head=verb, rel="obj" if bare else _further(rows[i]))
    rows[first] = replace(rows[first], head=verb, rel="nsubj")
    rows[second] = replace(rows[second], head=first, rel="conj")
    rows[verb] = replace(rows[verb], pos="VERB", lemma=rows[verb].text.lower(), morph=PRESENT, head=verb, rel="root")


def _further(row: Row) -> str:
    """The relation to a verb of what stands behind it and is not its object."""
    if row.pos in ("NOUN", "PROPN", "NUM"):
        return "obl"
    return "xcomp" if row.pos == "VERB" else row.rel if row.rel != "root" else "dep"


def _people(rows: Sequence[Row], start: int, end: int) -> int | None:
    """People behind the name that opens a sentence with a bare verb behind them, where one is taken for the other."""
    i = start + 1
    while i + 2 < end and rows[i].text[0].isupper():
        i += 1
    if rows[i].text not in tree_words("en").people_forms or rows[i - 1].pos not in _NAME or i + 1 == end:
        return None
    noun = rows[i + 1].pos == "NOUN" and rows[i].rel == "nsubj" and rows[i].head == i + 1
    counted = (
        rows[i + 1].pos == "ADJ" and i + 2 < end and rows[i + 2].pos in ("NUM", "DET")
    )  # "rebels free 12 soldiers"
    taken = rows[i].pos == "VERB" or noun or counted
    return i if taken and rows[i + 1].text in english_verbs() else None


def _make_subject(rows: list[Row], people: int, start: int, end: int) -> None:
    """Makes the people the subject of the verb behind them, with the name for what they are of."""
    verb = people + 1
    top, rel = rows[people].head, rows[people].rel
    if top in (people, verb):
        top, rel = verb, "root" if rows[verb].head in (people, verb) else rows[verb].rel
    for i in range(start, end):
        if i < people and rows[i].head in (people, verb):
            rows[i] = replace(rows[i], head=people, rel="compound")
        elif i > verb and rows[i].head == people:
            rows[i] = replace(rows[i], head=verb)
    rows[verb] = replace(rows[verb], pos="VERB", lemma=rows[verb].text, morph=PRESENT, head=top, rel=rel)
    rows[people] = replace(rows[people], pos="NOUN", head=verb, rel="nsubj")
    if verb + 1 < end and rows[verb + 1].text in tree_words("en").particles:
        rows[verb + 1] = replace(rows[verb + 1], pos="ADP", head=verb, rel="compound:prt")


def _third_person(rows: Sequence[Row], start: int, end: int) -> int | None:
    """The first word behind the name that opens a sentence, where it may be a verb in the present."""
    i = start
    while i < end and rows[i].pos in _NAME and rows[i].text[0].isupper():
        i += 1
    if i == start or i + 1 >= end or rows[i - 1].pos != "PROPN" or rows[i].pos not in ("NOUN", "PROPN"):
        return None
    form, after = rows[i].text, rows[i + 1]
    third = form.islower() and form.endswith("s") and form in english_verb_forms()
    third = (
        third and form not in tree_words("en").people_forms and (after.pos in (*_OPENS, "VERB") or after.text == "to")
    )
    if not third or (form in tree_words("en").heads_nouns and after.pos != "PROPN"):
        return None
    return i


def _is_object(rows: Sequence[Row], verb: int, root: int, start: int, end: int) -> bool:
    """Whether the root is what the verb does something to: a noun without a verb, or a bare form right behind it."""
    if has(rows, root, ("cop", "aux"), start, end):
        return False
    if rows[root].pos == "VERB":
        led = root + 1 == end or rows[root + 1].pos == "ADP"
        return root == verb + 1 and rows[root].text in english_verbs() and led
    return rows[root].pos in ("NOUN", "PROPN") and rows[verb].rel in ("compound", "amod", "nsubj", "flat")


def _rebuild(rows: list[Row], verb: int, root: int, start: int, end: int) -> None:
    """Hangs the name, the object and what is told of the whole on the verb."""
    subject = verb - 1
    for i in range(start, end):
        row = rows[i]
        if i == subject:
            rows[i] = replace(row, head=verb, rel="nsubj")
        elif i < subject and row.head >= verb:
            rows[i] = replace(row, head=subject)
        elif i > verb and i != root and (row.head == verb or (row.head == root and row.pos in ("PUNCT", "VERB"))):
            rows[i] = replace(row, head=verb)
        elif row.head == root and i != root and rows[root].pos == "VERB" and i > root:
            rows[i] = replace(row, rel="nmod")
    rows[root] = replace(rows[root], pos="NOUN" if rows[root].pos == "VERB" else rows[root].pos, head=verb, rel="obj")
    lemma = english_verb_forms()[rows[verb].text]
    rows[verb] = replace(rows[verb], pos="VERB", lemma=lemma, morph=PRESENT, head=verb, rel="root")
