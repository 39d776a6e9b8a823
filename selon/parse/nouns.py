"""French nouns and pronouns that the parser takes for something else.

« L'opposant », « un raid » are nouns behind their article, and no verbs; « une violente attaque » is an attack, and
« lors de » a preposition; « après avoir … » belongs to the verb and not to its object; the « il » of a verb that has a
doer is somebody. Data: `fr/trees.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.lemmas import Lemmas
from selon.parse.rows import base, has, small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_NOMINAL = ("nsubj", "obj", "obl", "nmod", "appos")
# So many words before a noun its determiner and preposition stand.
_NEAR = 5


def give_nouns(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Sets the nouns of one sentence right, in place, from left to right: the next word looks at what was set right."""
    for i in range(start, end):
        if i > start:
            _give(rows, i, start, end, lemmas)
        if _is_somebody(rows, i, start, end):
            rows[i] = replace(rows[i], rel="nsubj")
    for i in range(start + 2, end):
        if _is_swapped(rows, i, lemmas):
            _swap(rows, i, start, end, lemmas)
    for i in range(start, end - 1):
        if _is_loose_lors(rows, i):
            _bind_lors(rows, i)


def _give(rows: list[Row], i: int, start: int, end: int, lemmas: Lemmas) -> None:
    """Sets one word right that was taken for a verb, a clause, or the attribute of a noun."""
    if _is_noun(rows, i):
        _make_noun(rows, i, lemmas)
    elif (verb := _verb_of_clause(rows, start, i)) is not None:
        rows[i] = replace(rows[i], head=verb, rel="advcl")
    elif _stands_as_noun(rows, start, i):
        rows[i] = replace(rows[i], pos="NOUN", rel="obl:mod")


def _is_noun(rows: Sequence[Row], i: int) -> bool:
    """Whether what is tagged a verb is a noun behind its determiner."""
    row, before = rows[i], rows[i - 1]
    if row.pos not in ("VERB", "AUX") or row.morph.get("VerbForm") == "Inf":
        return False
    word, words = small(before), tree_words("fr")
    if row.pos == "AUX":  # « L'opposant »
        return row.rel == "nsubj" and before.pos == "DET" and row.lemma not in words.auxiliary
    if word == "en" and before.head == i and row.morph.get("VerbForm") == "Fin":
        return base(row) in ("obl", "nmod")  # « mettre en demeure »
    if before.pos == "DET" and word in words.articles:
        return row.morph.get("VerbForm") != "Part" or base(row) in _NOMINAL
    if before.pos == "DET" and word in words.articles_or_pronouns and base(row) in _NOMINAL:
        return True
    if word in words.articles_or_pronouns and small(row).rstrip("es") in words.agent_nouns:
        return base(row) not in ("acl", "advcl") and not (i > 1 and small(rows[i - 2]) == "en")
    return False


def _make_noun(rows: list[Row], i: int, lemmas: Lemmas) -> None:
    """Makes a row a noun, and what stands before it its determiner."""
    row, before = rows[i], rows[i - 1]
    form = small(row)
    lemma = lemmas.of(form, "NOUN", form.removesuffix("s"))
    rel = "obj" if base(row) in ("xcomp", "ccomp", "advcl") else row.rel
    morph = {key: value for key, value in row.morph.items() if key in ("Gender", "Number")}
    rows[i] = replace(row, pos="NOUN", lemma=lemma, morph=morph, rel=rel)
    if small(before) == "en":
        rows[i - 1] = replace(before, pos="ADP", rel="case")
    elif before.pos in ("DET", "PRON") and row.head != i - 1:
        rows[i - 1] = replace(before, pos="DET", rel="det", head=i)


def _verb_of_clause(rows: Sequence[Row], start: int, i: int) -> int | None:
    """The verb to which « après avoir … », « avant de … » belong, where the tree hangs them on its object."""
    if rows[i].rel != "acl" or rows[i].pos != "VERB":
        return None
    noun, beside = rows[i].head, tree_words("fr").beside
    verb = rows[noun].head
    led = any(row.head == i and row.rel == "mark" and small(row) in beside for row in rows[max(start, i - _NEAR) : i])
    below = rows[noun].pos in ("NOUN", "PROPN") and verb < noun and rows[verb].pos == "VERB"
    return verb if led and below else None


def _stands_as_noun(rows: Sequence[Row], start: int, i: int) -> bool:
    """Whether an adjective that seems a clause is a noun with determiner and preposition (« avec de hauts
    responsables »)."""
    if rows[i].pos != "ADJ" or base(rows[i]) not in ("advcl", "acl"):
        return False
    below = [row for row in rows[max(start, i - _NEAR) : i] if row.head == i]
    return any(row.pos == "DET" for row in below) and any(row.rel == "case" for row in below)


def _is_somebody(rows: Sequence[Row], i: int, start: int, end: int) -> bool:
    """Whether the « il » of a verb that has a doer is taken for nobody (« a dit qu'il ne se plierait pas »)."""
    row, verb = rows[i], rows[rows[i].head]
    if row.rel != "expl:subj" or small(row) != "il" or verb.pos != "VERB":
        return False
    if has(rows, row.head, ("ccomp", "csubj"), start, end):
        return False
    words = tree_words("fr")
    if verb.lemma not in words.impersonal:
        return True
    perfect = verb.lemma in words.personal_perfects and has(rows, row.head, ("aux",), start, end)
    return perfect and (row.head + 1 >= end or rows[row.head + 1].pos not in ("DET", "NUM", "NOUN", "PROPN"))


def _is_swapped(rows: Sequence[Row], i: int, lemmas: Lemmas) -> bool:
    """Whether a noun hangs as an adjective on the adjective before it (« une violente attaque »)."""
    row, before = rows[i], rows[i - 1]
    if row.head != i - 1 or row.pos != "ADJ" or before.pos != "ADJ" or rows[i - 2].pos not in ("DET", "ADP"):
        return False
    form = small(row)
    return (form, "NOUN") in lemmas.table and (form, "ADJ") not in lemmas.table and base(before) in _NOMINAL


def _swap(rows: list[Row], i: int, start: int, end: int, lemmas: Lemmas) -> None:
    """Makes a noun the head of its phrase, and the adjective before it its attribute."""
    old = rows[i - 1]
    for j in range(start, end):
        if rows[j].head == i - 1 and j != i - 1:
            rows[j] = replace(rows[j], head=i)
    lemma = lemmas.of(small(rows[i]), "NOUN", rows[i].lemma)
    rows[i] = replace(rows[i], pos="NOUN", lemma=lemma, head=i if old.head == i - 1 else old.head, rel=old.rel)
    rows[i - 1] = replace(old, head=i, rel="amod")


def _is_loose_lors(rows: Sequence[Row], i: int) -> bool:
    """Whether « lors » of « lors de » stands for an adverb above the noun that it leads."""
    return rows[i].pos == "ADV" and small(rows[i]) == "lors" and rows[i + 1].lemma == "de" and rows[i].head != i


def _bind_lors(rows: list[Row], i: int) -> None:
    """Makes « lors de » the preposition of its noun."""
    noun = rows[i + 1].head
    if noun > i and rows[noun].head == i:
        rows[noun] = replace(rows[noun], head=rows[i].head, rel="obl:mod")
        rows[i] = replace(rows[i], pos="ADP", head=noun, rel="case")
