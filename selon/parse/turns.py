"""French turns: « être en train de bombarder », « finir par gracier », and what « c'est » sets first.

« En train » tells that a deed goes on, and governs nothing; an infinitive behind its preposition is no noun; « c'est
par X que Y a été arrêté » says no more than « Y a été arrêté par X ». What comes out is a tree again. Data:
`fr/trees.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.lemmas import Lemmas
from selon.parse.rows import base, has, small, window
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_NOUNS = ("NOUN", "PROPN")
_INFINITIVE = {"VerbForm": "Inf"}
_THIS = ("ce", "c'")
_RELATIVE = ("qui", "que", "qu'")
_NEGATING = ("ne", "n'", "pas")


def give_turns(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Sets the turns of one sentence right, in place."""
    for i in range(start + 1, end):
        if _is_infinitive(rows, i, lemmas):
            _make_infinitive(rows, i, start, end)
        elif rows[i].rel == "acl" and rows[i].morph.get("VerbForm") == "Inf" and rows[rows[i].head].pos == "VERB":
            rows[i] = replace(rows[i], rel="xcomp")  # « vient de fustiger »
    for i in range(start + 1, end - 2):
        if small(rows[i]) == "train" and small(rows[i - 1]) == "en" and (verb := _ongoing(rows, i, end)) is not None:
            _put_first(rows, i, verb, start, end)
    for i in range(start, end - 3):
        if small(rows[i]) in _THIS and (found := _presented(rows, i, start, end)) is not None:
            _present(rows, i, *found, start, end)


def _is_infinitive(rows: Sequence[Row], i: int, lemmas: Lemmas) -> bool:
    """Whether what seems a noun or adjective is the infinitive of a known verb, right behind its preposition."""
    row, form = rows[i], small(rows[i])
    if row.pos not in ("NOUN", "ADJ", "X") or not form.endswith(("er", "ir", "re")) or form not in lemmas.verbs:
        return False
    led = small(rows[i - 1]) in tree_words("fr").before_infinitive and rows[i - 1].pos == "ADP"
    return led and not any((form, pos) in lemmas.table for pos in ("NOUN", "ADJ"))


def _make_infinitive(rows: list[Row], i: int, start: int, end: int) -> None:
    """Makes a word an infinitive, with the noun behind that hung beside it for its object."""
    over = rows[i].head
    rel = "xcomp" if over != i and rows[over].pos in ("VERB", "AUX") else "root" if over == i else "acl"
    rows[i] = replace(rows[i], pos="VERB", lemma=small(rows[i]), morph=_INFINITIVE, rel=rel)
    rows[i - 1] = replace(rows[i - 1], head=i, rel="mark")
    for j in range(i + 1, window(i, start, end).stop):
        bare = rows[j].pos in _NOUNS and not has(rows, j, ("case",), i, j)
        if bare and rows[j].head in (over, i) and base(rows[j]) in ("obj", "nmod", "appos", "nsubj"):
            rows[j] = replace(rows[j], head=i, rel="obj")
            return


def _ongoing(rows: Sequence[Row], i: int, end: int) -> int | None:
    """The infinitive behind « en train de »."""
    return next((j for j in range(i + 2, min(i + 5, end)) if rows[j].head == i and rows[j].pos == "VERB"), None)


def _put_first(rows: list[Row], noun: int, verb: int, start: int, end: int) -> None:
    """Makes the infinitive the verb of the clause, forms of « être » its auxiliaries, and « en train » an adverb."""
    old = rows[noun]
    for j in window(noun, start, end):
        if rows[j].head == noun and j not in (noun, noun - 1, verb):
            rel = "aux" if rows[j].rel in ("cop", "aux:pass") else rows[j].rel
            rows[j] = replace(rows[j], head=verb, rel=rel)
    rows[verb] = replace(rows[verb], head=verb if old.head == noun else old.head, rel=old.rel)
    rows[noun] = replace(old, pos="ADV", head=verb, rel="discourse")


def _presented(rows: Sequence[Row], i: int, start: int, end: int) -> tuple[int, int, int] | None:
    """The noun that « c'est … que » sets first, the pronoun behind it and the verb that it belongs to."""
    be, noun = i + 1, rows[i].head
    if rows[be].lemma != "être" or noun <= be or rows[noun].pos not in _NOUNS or base(rows[i]) not in ("nsubj", "expl"):
        return None
    if any(small(each) in _NEGATING for each in rows[i:noun]):
        return None
    pronoun = next((j for j in range(noun + 1, window(noun, start, end).stop) if small(rows[j]) in _RELATIVE), None)
    if pronoun is None or any(each.text in (",", ";", ":") for each in rows[noun:pronoun]):
        return None
    clauses = ("acl:relcl", "advcl:cleft", "acl")
    behind = range(pronoun + 1, window(pronoun, start, end).stop)
    verbs = [j for j in behind if rows[j].head == noun and rows[j].rel in clauses]
    if not verbs and rows[noun].rel.startswith("nsubj") and rows[noun].head > pronoun:
        verbs = [rows[noun].head]  # the tree gives the verb two subjects
    return (noun, pronoun, verbs[0]) if verbs and rows[verbs[0]].pos in ("VERB", "ADJ") else None


def _present(rows: list[Row], this: int, noun: int, pronoun: int, verb: int, start: int, end: int) -> None:
    """Makes the verb govern the noun that was set first: its subject behind « qui », else what its preposition says."""
    old, subject = rows[noun], small(rows[pronoun]) == "qui"
    led = next((small(rows[j]) for j in range(this, noun) if rows[j].head == noun and rows[j].rel == "case"), "")
    clause = has(rows, verb, ("ccomp",), verb, window(verb, start, end).stop)
    bare_object = not led and not clause and rows[pronoun].head == verb
    rel = "nsubj" if subject else "obl:agent" if led == "par" else "obl:mod" if led else "obj"
    if rel == "obj" and not (bare_object and rows[pronoun].rel == "obj"):
        rel = "obl:mod"  # « c'est la première fois que … »
    for j in (this, this + 1, pronoun):
        rows[j] = replace(rows[j], head=verb, rel="discourse")
    above = rows[verb] if old.head == verb else old
    over = verb if above.head in (noun, verb) else above.head
    rows[verb] = replace(rows[verb], pos="VERB", head=over, rel="root" if over == verb else above.rel)
    rows[noun] = replace(old, head=verb, rel=rel)
    for j in range(this, pronoun):  # its name, which seemed one more subject
        if rows[j].head == verb and rows[j].rel.startswith("nsubj") and j not in (noun, this):
            rows[j] = replace(rows[j], head=noun, rel="appos")
    for j in window(noun, start, end):
        if rows[j].head == noun and rows[j].pos == "PUNCT":
            rows[j] = replace(rows[j], head=verb)
