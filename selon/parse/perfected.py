"""French participles of perfects that a tagger takes for nouns or adjectives: « a blâmé les autorités », « avoir
secouru dix marins », « a bouclé le quartier et blessé un passant », « qui a en retour incriminé X ».

What comes in: rows of a sentence. What comes out: the participle is a verb with its auxiliary. Data: `fr/trees.yml`
(`have`, `joining`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.lemmas import Lemmas
from selon.parse.rows import PARTICIPLE, has, small, window
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_MISTAKEN = ("NOUN", "ADJ", "X", "PROPN")
_NOUNS = ("NOUN", "PROPN")
_HAVING = ("ayant", "avoir")
# Last letters of past participles without their endings for gender and number.
_ENDINGS = "éiutp"
# So many words before a participle stands its auxiliary.
_NEAR = 10


def give_perfects(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Makes verbs of the participles of one sentence, in place."""
    for i in range(start + 1, end):
        if rows[i].pos not in _MISTAKEN:
            continue
        if small(rows[i - 1]) == "avoir":
            _join_infinitive(rows, i, start, end, lemmas)
        elif auxiliary(rows, i, start) is not None or has(rows, i, ("aux",), max(start, i - _NEAR), i):
            _make_perfect(rows, i, lemmas)
        elif _is_within(rows, i, start) and _make_perfect(rows, i, lemmas):
            rows[i] = replace(rows[i], rel="acl")  # perfects.py joins it with its auxiliary
        elif (verb := _joined(rows, i, start, end)) is not None and _make_perfect(rows, i, lemmas):
            _join(rows, i, verb)


def is_participle_form(form: str) -> bool:
    """Whether a word may end as past participles do, whatever their gender and number."""
    return form.rstrip("es")[-1:] in _ENDINGS or form.endswith(("is", "ise", "ises", "os", "ose"))


def auxiliary(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The form of « avoir » that hangs on a word as the auxiliary of its perfect."""
    have = (*tree_words("fr").have, *_HAVING)
    near = (j for j in range(max(start, i - _NEAR), i) if rows[j].head == i and rows[j].rel == "aux:tense")
    return next((j for j in near if small(rows[j]) in have), None)


def _is_within(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a word hangs on the noun of a phrase between it and a form of « avoir » that seems the verb (« qui a en
    retour incriminé X »)."""
    noun = rows[i].head
    have = rows[noun].head
    led = noun == i - 1 and has(rows, noun, ("case",), start, noun)
    verbal = have < noun and rows[have].pos in ("VERB", "AUX") and small(rows[have]) in tree_words("fr").have
    return led and verbal and not has(rows, have, ("obj",), have, i)


def _make_perfect(rows: list[Row], i: int, lemmas: Lemmas) -> bool:
    """Makes a word the participle of its perfect if it may be one of a known verb."""
    form = small(rows[i])
    verb = lemmas.of(form, "VERB", "")
    known = verb in lemmas.verbs or lemmas.irregular.get(verb) == verb
    if not verb or not is_participle_form(form) or not known:
        return False
    rows[i] = replace(rows[i], pos="VERB", lemma=verb, morph=PARTICIPLE)
    return True


def _joined(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The perfect before « et » whose auxiliary a participle shares that seems an adjective (« a bouclé le quartier et
    blessé un passant »)."""
    row = rows[i]
    led = small(rows[i - 1]) in tree_words("fr").joining and rows[i - 1].head == i and i + 1 < end
    if row.rel != "conj" or not led or rows[i + 1].pos not in ("DET", "NUM", "PROPN") or row.head < start:
        return None
    verb = row.head
    while rows[verb].pos != "VERB" and start <= rows[verb].head < verb:
        verb = rows[verb].head
    return verb if rows[verb].pos == "VERB" and auxiliary(rows, verb, start) is not None else None


def _join(rows: list[Row], i: int, verb: int) -> None:
    """Makes a participle one more deed beside a verb, with the noun behind it for its object."""
    noun = i + 1 if rows[i + 1].pos == "PROPN" else rows[i + 1].head
    rows[i] = replace(rows[i], head=verb, rel="conj")
    if noun > i and rows[noun].pos in _NOUNS:
        rows[noun] = replace(rows[noun], head=i, rel="obj")


def _join_infinitive(rows: list[Row], i: int, start: int, end: int, lemmas: Lemmas) -> None:
    """Makes a word behind « avoir » the participle of a perfect infinitive, which takes what hung on that."""
    have = i - 1
    if rows[i].head not in (have, rows[have].head) or not _make_perfect(rows, i, lemmas):
        return
    old = rows[have]
    over, rel = (old.head, old.rel) if old.head not in (have, i) else (rows[i].head, rows[i].rel)
    for j in window(i, start, end):
        bare = j > i and rows[j].head == over and rows[j].rel == "obj" and rows[j].pos in _NOUNS
        if j not in (have, i) and (rows[j].head == have or bare):
            rows[j] = replace(rows[j], head=i)
    rows[have] = replace(old, pos="AUX", morph={"VerbForm": "Inf"}, head=i, rel="aux:tense")
    rows[i] = replace(rows[i], head=over if over != have else i, rel=rel)
