"""French verbs that a tagger takes for nouns or adjectives since it has not met them: « a banni », « et révoque les
visas », « le rapport accable l'armée ». Data: `fr/trees.yml` (`unmet`, `have`, `opening`, `joining`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.lemmas import Lemmas
from selon.parse.rows import PARTICIPLE, PRESENT, has, small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_MISTAKEN = ("NOUN", "ADJ", "PROPN", "X")
# So many adverbs may stand between a verb and its auxiliary or its object.
_NEAR = 2


def with_unmet(lemmas: Lemmas) -> Lemmas:
    """The lists of French with the verbs that the parser has not met."""
    return replace(lemmas, verbs=lemmas.verbs | frozenset(tree_words("fr").unmet))


def give_hidden(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Makes verbs of the words of one sentence that can be nothing else, in place; `lemmas` are those `with_unmet`."""
    for i in range(start + 1, end):
        form = small(rows[i])
        if rows[i].pos == "VERB" and rows[i].lemma not in lemmas.verbs:
            rows[i] = replace(rows[i], lemma=lemmas.of(form, "VERB", rows[i].lemma))
        if (verb := _hidden(rows, i, lemmas)) is None:
            continue
        if (have := _auxiliary(rows, start, i)) is not None:
            _make_participle(rows, have, i, start, end, verb)
        elif rows[i].pos != "PROPN" and (noun := _object(rows, i, end)) is not None and not _led(rows, i):
            _make_finite(rows, i, noun, start, end, verb)


def _hidden(rows: Sequence[Row], i: int, known: Lemmas) -> str | None:
    """The verb of which a word that was taken for a noun or an adjective is a form, where no list has it as one."""
    row, form = rows[i], small(rows[i])
    if row.pos == "VERB" and row.rel.startswith("flat"):
        return row.lemma
    if row.pos not in _MISTAKEN or not row.text.islower():
        return None
    perfect = small(rows[i - 1]) in tree_words("fr").have  # « a foncé »: an adjective elsewhere
    if any((form, pos) in known.table for pos in (("NOUN",) if perfect else ("NOUN", "ADJ"))):
        return None
    verb = known.of(form, "VERB", "")
    return verb if verb in known.verbs and verb != form else None


def _auxiliary(rows: Sequence[Row], start: int, i: int) -> int | None:
    """The form of « avoir » before a participle, with nothing but adverbs between."""
    at = i - 1
    while at > start and at >= i - _NEAR and rows[at].pos == "ADV":
        at -= 1
    past = small(rows[i]).rstrip("s").removesuffix("e").endswith(("é", "i"))
    return at if past and small(rows[at]) in tree_words("fr").have and rows[at].pos in ("VERB", "AUX") else None


def _make_participle(rows: list[Row], have: int, i: int, start: int, end: int, verb: str) -> None:
    """Makes a word the participle of a perfect, which takes the place of its auxiliary; what seems a second subject
    behind it is its object."""
    old = rows[have]
    for j in range(start, end):
        if j not in (have, i) and (rows[j].head == have or (rows[j].head == i and j > i and _is_second(rows, j, i))):
            rel = "obj" if _is_second(rows, j, i) and j > i else rows[j].rel
            rows[j] = replace(rows[j], head=i, rel=rel)
    above = rows[i].head if old.head == i else old.head
    rel = rows[i].rel if old.head == i else old.rel
    rows[have] = replace(old, pos="AUX", head=i, rel="aux:tense")
    rows[i] = replace(rows[i], pos="VERB", lemma=verb, morph=PARTICIPLE, head=i if above == have else above, rel=rel)


def _is_second(rows: Sequence[Row], j: int, verb: int) -> bool:
    """Whether a noun without a preposition hangs as another subject or a description behind a verb."""
    bare = not has(rows, j, ("case",), verb, j)
    return rows[j].pos in ("NOUN", "PROPN") and bare and rows[j].rel in ("nsubj", "nmod", "appos", "obl:arg")


def _object(rows: Sequence[Row], i: int, end: int) -> int | None:
    """The noun that an article right behind a word opens, or the infinitive that a preposition does, adverbs aside."""
    at = i + 1
    while at < end - 1 and at <= i + _NEAR and rows[at].pos == "ADV":
        at += 1
    if at + 1 < end and rows[at].pos == "ADP" and rows[at + 1].morph.get("VerbForm") == "Inf":
        return at + 1  # « Ankara renâcle à ratifier »
    if at >= end or rows[at].pos != "DET" or small(rows[at]) not in tree_words("fr").opening:
        return None
    noun = rows[at].head
    return noun if noun > at and rows[noun].pos in ("NOUN", "PROPN") else None


def _led(rows: Sequence[Row], i: int) -> bool:
    """Whether an article, a preposition or an adjective before a word makes it a noun."""
    return rows[i - 1].pos in ("DET", "ADP", "NUM", "AUX", "VERB", "ADJ")


def _make_finite(rows: list[Row], i: int, noun: int, start: int, end: int, verb: str) -> None:
    """Makes a word a verb with its object: joined to the verb before it behind « et », else the main verb of a
    sentence that has none."""
    first = i - 1 if rows[i - 1].pos == "PRON" and i - 1 > start else i
    joined = small(rows[first - 1]) in tree_words("fr").joining
    above = _verb_before(rows, i, start) if joined else None
    root = next((j for j in range(start, end) if rows[j].head == j), i)
    if above is None and (joined or rows[root].pos in ("VERB", "AUX") or root >= i):
        return
    for j in range(start, end):
        if j > i and rows[j].head == rows[i].head and rows[j].rel != "punct" and j != noun:
            rows[j] = replace(rows[j], head=i)
    for j in range(first - 1, i) if joined else ():
        rows[j] = replace(rows[j], head=i)
    rows[noun] = replace(rows[noun], head=i, rel="xcomp" if rows[noun].pos == "VERB" else "obj")
    if above is not None:
        told = PARTICIPLE if small(rows[i]).endswith("é") else PRESENT
        rows[i] = replace(rows[i], pos="VERB", lemma=verb, morph=told, head=above, rel="conj")
        return
    rows[i] = replace(rows[i], pos="VERB", lemma=verb, morph=PRESENT, head=i, rel="root")
    rows[root] = replace(rows[root], head=i, rel="nsubj")
    for j in range(i + 1, end):
        if rows[j].head == root:
            rows[j] = replace(rows[j], head=i)


def _verb_before(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The nearest finite verb or perfect before a word that stands in no relative clause."""
    for j in range(i - 1, start - 1, -1):
        if rows[j].pos == "VERB" and not rows[j].rel.startswith(("acl", "xcomp", "advcl", "amod")):
            return j
    return None
