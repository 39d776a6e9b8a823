"""French words that the parser takes for another kind, told by what stands beside them.

A noun's adjective of place is no verb (« la gendarmerie sénégalaise n'a pas … »), a pronoun right before an auxiliary
no article (« les ont arrêtés »), a day no object (« frappé mardi »), « que » before a subject no conjunction in a
relative clause, and what stands behind a verb that has its subject before it is its object. What comes out is a tree
again. Data: `fr/trees.yml` (`days`, `adjective_ends`, `fronted_objects`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.lemmas import Lemmas
from selon.parse.perfected import auxiliary
from selon.parse.rows import base, has, is_past_participle, small, window
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_NOUNS = ("NOUN", "PROPN")
_INFINITIVES = ("er", "ir", "re", "oir", "ïr")
_WHOM = ("que", "qu'")
# What makes « que » compare: « plus que », « autre que ».
_MORE = ("plus", "moins", "autre", "tel", "telle", "même", "autant", "si")
_CLOSING = frozenset([",", "»", "”", '"'])
_ARGUMENTS = ("obj", "xcomp", "ccomp", "nsubj")


def give_kinds(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Sets the words of one sentence right, in place."""
    for i in range(start, end):
        near = window(i, start, end)
        if rows[i].pos == "VERB" and (noun := _described(rows, i, start, lemmas)) is not None:
            _make_adjective(rows, i, noun, near)
        elif base(rows[i]) in _ARGUMENTS and small(rows[i]) in tree_words("fr").days and not _has_article(rows, i):
            rows[i] = replace(rows[i], rel="obl:mod")
        elif rows[i].pos == "DET" and rows[i].rel == "obj":
            rows[i] = replace(rows[i], pos="PRON")
        elif small(rows[i]) in _WHOM and _is_whom(rows, i, near):
            rows[i] = replace(rows[i], pos="PRON", rel="obj")
        elif rows[i].pos in _NOUNS and _is_doer(rows, i, start):
            rows[i] = replace(rows[i], rel="obl:agent")
    for i in (i for i in range(start, end) if rows[i].pos == "VERB"):
        near = window(i, start, end)
        if (noun := _object_behind(rows, i, near)) is not None:
            rows[noun] = replace(rows[noun], rel="obj")
        elif (noun := _object_in_clause(rows, i, near)) is not None:
            rows[noun] = replace(rows[noun], head=i, rel="obj")


def _is_whom(rows: Sequence[Row], i: int, near: range) -> bool:
    """Whether « que » is the object of a relative clause and no conjunction (« un accord que l'ONU a signé »)."""
    verb = rows[i].head
    if rows[i].rel not in ("mark", "advmod") or rows[verb].rel != "acl:relcl" or rows[verb].pos != "VERB":
        return False
    led = has(rows, verb, ("nsubj",), i, verb) and small(rows[i - 1]) not in _MORE
    return led and not has(rows, verb, ("obj", "ccomp", "xcomp"), near.start, near.stop) and rows[verb].head < i


def _is_doer(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether « par » leads whoever does what a past participle tells that has no auxiliary but « être »."""
    verb = rows[i].head
    if verb >= i or not is_past_participle(rows[verb]) or base(rows[i]) not in ("obl", "nmod"):
        return False
    led = any(rows[j].head == i and rows[j].rel == "case" and small(rows[j]) == "par" for j in range(verb, i))
    return led and auxiliary(rows, verb, start) is None and rows[i].rel != "obl:agent"


def _described(rows: Sequence[Row], i: int, start: int, lemmas: Lemmas) -> int | None:
    """The noun right before a word that is no form of a known verb and ends as no form does: its adjective."""
    known = rows[i].lemma.endswith(_INFINITIVES) and rows[i].lemma in lemmas.verbs
    if i == start or known or rows[i - 1].pos not in _NOUNS:
        return None
    if not small(rows[i]).endswith(tree_words("fr").adjective_ends):
        return None
    return i - 1 if rows[i].text.islower() and (rows[i - 1].head == i or rows[i].head == i - 1) else None


def _make_adjective(rows: list[Row], i: int, noun: int, near: range) -> None:
    """Makes a word the adjective of the noun before it; the verb behind that hung on it takes its place."""
    old = rows[i]
    below = [j for j in near if rows[j].head == i and j != i]
    verb = next((j for j in below if j > i and rows[j].pos == "VERB" and base(rows[j]) in ("xcomp", "ccomp", "conj",
                 "advcl", "acl", "parataxis")), None)  # fmt: skip
    verb = _next_verb(rows, i, near.stop) if verb is None and old.head != noun else verb
    if old.head != noun and verb is None:
        return
    for j in below:
        rows[j] = replace(rows[j], head=noun if verb is None else verb)
    if verb is not None:
        rows[verb] = replace(rows[verb], head=verb if old.head == i else old.head, rel=old.rel)
        rows[noun] = replace(rows[noun], head=verb, rel="nsubj")
    rows[i] = replace(old, pos="ADJ", morph={}, head=noun, rel="amod")


def _next_verb(rows: Sequence[Row], i: int, end: int) -> int | None:
    """The verb that follows with nothing but clitics and auxiliaries before it."""
    at = i + 1
    while at < end and rows[at].pos in ("AUX", "PRON", "ADV"):
        at += 1
    return at if at < end and rows[at].pos == "VERB" else None


def _has_article(rows: Sequence[Row], i: int) -> bool:
    return rows[i - 1].pos in ("DET", "ADP") or rows[i - 1].head == i


def _object_behind(rows: Sequence[Row], i: int, near: range) -> int | None:
    """The noun behind a verb that seems its second subject, or the subject of a present participle."""
    if has(rows, i, ("obj",), near.start, near.stop):
        return None
    heads = (i, auxiliary(rows, i, near.start))  # a subject may hang on the auxiliary still
    subjects = [j for j in near if rows[j].head in heads and rows[j].rel.startswith("nsubj")]
    behind = [j for j in subjects if j > i and rows[j].pos in _NOUNS]
    if not behind or has(rows, i, ("cop",), near.start, i) or _follows_quote(rows, i, near.start):
        return None
    present = small(rows[i]).endswith("ant") and rows[i].morph.get("VerbForm") in ("Part", "Ger")
    infinitive = heads[1] is not None and small(rows[heads[1]]) == "avoir"
    joined = has(rows, i, ("cc",), near.start, i) and heads[1] is not None
    before = any(rows[j].pos in (*_NOUNS, "PRON") and not _is_fronted(rows[j]) for j in subjects if j < i)
    return behind[0] if present or before or infinitive or joined else None


def _object_in_clause(rows: Sequence[Row], i: int, near: range) -> int | None:
    """The object of a relative clause that seems a second subject of the verb behind it (« des policiers, qui ont
    arrêté trois soldats, n'ont … »)."""
    if rows[i].rel != "acl:relcl" or has(rows, i, ("obj", "ccomp", "xcomp"), near.start, near.stop):
        return None
    led = any(rows[j].head == i and small(rows[j]) == "qui" for j in range(near.start, i))
    close = next((j for j in range(i + 1, near.stop) if rows[j].text == ","), None)
    if not led or close is None or auxiliary(rows, i, near.start) is None:
        return None
    noun = next((j for j in range(i + 1, close) if rows[j].pos in _NOUNS and rows[j].rel.startswith("nsubj")), None)
    bare = noun is not None and not has(rows, noun, ("case",), i, noun)
    return noun if bare and noun is not None and rows[noun].head > close else None


def _follows_quote(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a verb with its auxiliary stands right behind what is said (« Nous tirerons », a averti l'agence)."""
    first = min([i, *(j for j in range(start, i) if rows[j].head == i and rows[j].pos in ("AUX", "PRON", "ADV"))])
    return first > start and rows[first - 1].text in _CLOSING


def _is_fronted(row: Row) -> bool:
    return small(row) in tree_words("fr").fronted_objects
