"""Words of a tree that hang on what governs nothing: on an auxiliary instead of its verb ("India and China have each
massed"), French objects on the adverbial phrase before them (« a rejeté à une large majorité le pacte »), and the
second of two subjects that "and" joins on the verb of both (« Israël et le Hamas ont »).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import base, has
from selon.parse.tree import Row

_ON_VERBS = ("nsubj", "obj", "iobj", "obl", "advmod", "xcomp", "ccomp", "advcl")
_NOUNS = ("NOUN", "PROPN")
# So many words stand at most before a noun in its phrase.
_WIDTH = 4


def tighten(rows: list[Row], start: int, end: int, lang: str) -> None:
    """Sets right the words of one sentence, in place."""
    for i in range(start, end):
        over = rows[rows[i].head]
        if base(rows[i]) in _ON_VERBS and base(over) == "aux" and over.head != i:
            rows[i] = replace(rows[i], head=over.head)
    for i in range(start + 2, end) if lang == "fr" else ():
        if (verb := _verb_of(rows, i, start)) is not None:
            rows[i] = replace(rows[i], head=verb, rel="obj")
    for i in range(start + 2, end):
        if rows[i].pos in _NOUNS and (first := _joined_to(rows, i, start)) is not None:
            rows[i] = replace(rows[i], head=first, rel="conj")


def _joined_to(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The subject before it to which "and" joins a subject of the same verb."""
    if base(rows[i]) != "nsubj" or rows[i].head <= i:
        return None
    joined = next(
        (j for j in range(i - 1, max(i - _WIDTH, start), -1) if rows[j].head == i and rows[j].rel == "cc"), None
    )
    if joined is None:
        return None
    others = (j for j in range(start, joined) if rows[j].head == rows[i].head and base(rows[j]) == "nsubj")
    return next((j for j in others if rows[j].pos in _NOUNS), None)


def _verb_of(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The verb without object whose adverbial phrase a noun with an article seems to explain, without a comma."""
    row, over = rows[i], rows[i].head
    if row.rel not in ("appos", "nmod") or row.pos != "NOUN" or over >= i or rows[over].pos not in _NOUNS:
        return None
    below = [(j, each) for j, each in enumerate(rows[start:i], start) if each.head == i]
    articles = [j for j, each in below if each.pos in ("DET", "NUM") and i - j <= _WIDTH]
    if not articles or any(each.rel == "case" for _, each in below):
        return None
    first = min(articles)
    if rows[first - 1].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "VERB"):
        return None
    while base(rows[over]) == "nmod" and rows[over].head < over:
        over = rows[over].head
    verb = rows[over].head
    led = has(rows, over, ("case",), start, over)
    free = not has(rows, verb, ("obj",), start, i + 1)
    adverbial = base(rows[over]) == "obl" and led and rows[verb].pos == "VERB" and verb < over
    passive = any(each.head == verb and each.rel == "aux:pass" for each in rows[start:verb])
    return verb if adverbial and free and not passive else None
