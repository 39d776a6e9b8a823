"""Words of an English tree that hang where they cannot: the first noun of a name taken for the verb, a perfect taken
for an adjective, a condition without "if" taken for a second main clause, bare and past forms put side by side
(beside). Data: `en/trees.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.attributes import set_attribute
from selon.parse.beside import equal_of, is_bare, is_past
from selon.parse.opened import give_opened
from selon.parse.rows import PASSIVE, PAST, base, governors, has
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_NAMES = ("PROPN", "ADJ", "NOUN")


def reread(rows: list[Row], start: int, end: int) -> None:
    """Sets right the words of one sentence, in place."""
    for i in range(start + 1, end - 2):
        if _is_compound(rows, i):
            _make_compound(rows, i, start, end)
    give_opened(rows, start, end)
    for i in range(start + 1, end):
        if (noun := _has_subject(rows, start, i)) is not None:
            _make_finite(rows, i, noun, start, end)
    for i in range(start + 1, end):
        set_attribute(rows, i, start, end)
        if _is_consequence(rows, i, start, end):
            _make_consequence(rows, i)
        if (noun := _is_perfect(rows, start, i)) is not None:
            _make_verb(rows, i, noun)
        if _is_condition(rows, start, i):
            rows[i] = replace(rows[i], rel="advcl")
        if _is_seen(rows, start, end, i):
            rows[i - 1] = replace(rows[i - 1], head=rows[i].head, rel="obj")
            rows[i] = replace(rows[i], head=i - 1, rel="acl", morph=PASSIVE)
        if (verb := equal_of(rows, start, i)) is not None:
            bare = {"VerbForm": "Inf"} if is_bare(rows[i]) else rows[i].morph
            rows[i] = replace(rows[i], head=verb, morph=bare)


def _is_compound(rows: Sequence[Row], i: int) -> bool:
    """Whether a bare verb between a name and a noun is part of that noun: "a United Nations aid convoy reached"."""
    row, noun, verb = rows[i], rows[i + 1], rows[i + 2]
    bare = row.pos == "VERB" and row.text == row.lemma and rows[i - 1].pos in _NAMES
    object_ = noun.pos == "NOUN" and noun.head == i and noun.rel == "obj"
    told = verb.pos == "VERB" and verb.head == i and base(verb) in ("xcomp", "ccomp", "acl", "advcl")
    return bare and object_ and told and verb.text != verb.lemma and not verb.text.endswith("ing")


def _make_compound(rows: list[Row], i: int, start: int, end: int) -> None:
    """Makes the bare verb part of the noun behind it, and that the subject of the verb that follows."""
    row, verb = rows[i], i + 2
    for j in range(start, end):
        if rows[j].head == i and j not in (i, i + 1, verb):
            own = j < i and base(rows[j]) != "punct"
            rel = "compound" if own and base(rows[j]) == "nsubj" else rows[j].rel
            rows[j] = replace(rows[j], head=i + 1 if own else verb, rel=rel)
    rows[verb] = replace(rows[verb], head=verb if row.head == i else row.head, rel=row.rel)
    rows[verb] = replace(rows[verb], morph=PAST)
    rows[i + 1] = replace(rows[i + 1], head=verb, rel="nsubj")
    rows[i] = replace(row, pos="NOUN", morph={"Number": "Sing"}, head=i + 1, rel="compound")


def _is_perfect(rows: Sequence[Row], start: int, i: int) -> int | None:
    """The noun that a perfect, taken for its adjective, has for its object: "found that they had committed crimes"."""
    row = rows[i]
    if row.pos != "VERB" or base(row) != "amod" or row.head <= i or i == start:
        return None
    before = rows[i - 1]
    return row.head if before.text.lower() in tree_words("en").have and before.pos in ("AUX", "VERB") else None


def _make_verb(rows: list[Row], i: int, noun: int) -> None:
    """Makes the participle a verb that completes what the noun hung on, its auxiliary and subject before it."""
    over, above_noun = rows[noun].head, governors(rows, noun)
    above = over if over != noun else i
    rows[i] = replace(rows[i], head=above, rel="ccomp" if over != noun else rows[noun].rel)
    near = [j for j in (i - 2, i - 3) if j >= 0 and base(rows[j]) in ("nsubj", "obj") and j not in above_noun]
    rows[i - 1] = replace(rows[i - 1], pos="AUX", head=i, rel="aux")
    for subject in near[:1]:
        rows[subject] = replace(rows[subject], head=i, rel="nsubj")
    for j in range(max(i - 6, 0), i - 1):
        if rows[j].head == i - 1:
            rows[j] = replace(rows[j], head=i)
    rows[noun] = replace(rows[noun], head=i, rel="obj")


def _is_consequence(rows: Sequence[Row], i: int, start: int, end: int) -> bool:
    """Whether a gerund behind a comma makes others do something, though it seems their adjective: "…, leading police to
    fire"."""
    row, noun = rows[i], rows[i].head
    if base(row) != "amod" or row.pos not in ("VERB", "ADJ") or not row.text.lower().endswith("ing"):
        return False
    if i <= start or rows[i - 1].text != "," or not i < noun < end - 2 or base(rows[noun]) not in ("obj", "obl"):
        return False
    return rows[noun + 1].text.lower() == "to" and rows[noun + 2].pos == "VERB" and rows[noun].head < i


def _make_consequence(rows: list[Row], i: int) -> None:
    """Makes the gerund a clause of the verb over its noun, that its object, and the infinitive what the noun does."""
    noun = rows[i].head
    morph = {"Tense": "Pres", "VerbForm": "Part"}
    rows[i] = replace(rows[i], pos="VERB", morph=morph, head=rows[noun].head, rel="advcl")
    rows[noun] = replace(rows[noun], head=i, rel="obj")
    rows[noun + 2] = replace(rows[noun + 2], head=i, rel="xcomp")


def _is_condition(rows: Sequence[Row], start: int, i: int) -> bool:
    """Whether a clause whose auxiliary stands before its subject is a condition: "should Kyiv refuse"."""
    if rows[i].pos not in ("VERB", "ADJ", "NOUN") or base(rows[i]) not in ("conj", "parataxis", "ccomp"):
        return False
    below, words = [j for j in range(start, i) if rows[j].head == i], tree_words("en").inverting
    first = next((j for j in below if rows[j].text.lower() in words and base(rows[j]) in ("aux", "cop")), None)
    if first is None or any(base(rows[j]) in ("cc", "mark", "punct") for j in below if j < first):
        return False
    return any(base(rows[j]) == "nsubj" and j > first for j in below)


def _has_subject(rows: Sequence[Row], start: int, i: int) -> int | None:
    """The noun whose attribute a past form with a subject of its own seems to be: "the minister renewed calls"."""
    row, noun = rows[i], rows[i].head
    if row.pos != "VERB" or base(row) != "amod" or noun <= i or not is_past(row):
        return None
    return noun if has(rows, i, ("nsubj",), start, i) else None


def _make_finite(rows: list[Row], i: int, noun: int, start: int, end: int) -> None:
    """Makes a past form the verb over its noun, and a bare verb that had the noun for a subject what is asked for."""
    over = rows[noun].head
    rows[i] = replace(rows[i], morph=PAST)
    if over == noun or over < i:
        rows[i] = replace(rows[i], head=i if over == noun else over, rel=rows[noun].rel)
        rows[noun] = replace(rows[noun], head=i, rel="obj")
        return
    rows[i] = replace(rows[i], head=i if rows[over].head == over else rows[over].head, rel=rows[over].rel)
    rows[noun] = replace(rows[noun], head=i, rel="obj")
    inner = [j for j in range(noun + 1, over) if j > 0 and rows[j - 1].text.lower() == "to" and rows[j - 1].head == j]
    beside = inner[-1] if inner and is_bare(rows[over]) else i
    relation, morph = ("conj", {"VerbForm": "Inf"}) if beside != i else ("parataxis", rows[over].morph)
    rows[over] = replace(rows[over], head=beside, rel=relation, morph=morph)
    if rows[end - 1].pos == "PUNCT" and rows[end - 1].head == over:
        rows[end - 1] = replace(rows[end - 1], head=i)


def _is_seen(rows: Sequence[Row], start: int, end: int, i: int) -> bool:
    """Whether a past form behind a noun tells what was done to it: "saw eight soldiers wounded", "figures that show 136
    people killed", "arrested activists opposed to the dam"."""
    row, noun = rows[i], rows[i - 1]
    if (
        row.pos != "VERB"
        or not is_past(row)
        or noun.pos not in ("NOUN", "PROPN")
        or base(row) not in ("xcomp", "ccomp")
    ):
        return False
    over, behind = rows[row.head], rows[i + 1] if i + 1 < end else None
    told = has(rows, i, ("obj", "aux", "mark", "ccomp"), start, end)
    if told or over.lemma not in tree_words("en").showing:
        return False
    led = noun.head in (i, row.head) and base(noun) in ("nsubj", "obj")
    return led and row.head < i - 1 and (behind is None or behind.pos in ("ADP", "PUNCT", "CCONJ", "ADV"))
