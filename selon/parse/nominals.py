"""English nouns of deeds whose sides hang on one another: "the arrest by police of two lawyers", "the arrest of dozens
of protesters by police", "the lawyer's shooting by police".

What comes out: who does it and to whom it is done hang on the deed, which is a noun. Data: `en/trees.yml` (`members`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import base, has
from selon.parse.tree import Row
from selon.parse.treewords import tree_words
from selon.parse.verbforms import english_verbs

_NOUNS = ("NOUN", "PROPN")
_TARGETS = ("of", "on", "for", "against")
_SWALLOWED = ("ccomp", "parataxis", "xcomp", "conj")
# Endings of nouns that tell deeds themselves, on which their own doers hang.
_DEEDS = ("ion", "ing", "ment", "ance", "ence", "sis", "ure", "al")


def give_nominals(rows: list[Row], start: int, end: int) -> None:
    """Hangs the sides of nominal deeds of one sentence on them, in place."""
    if (places := _swallowed(rows, start, end)) is not None:
        _free_main(rows, *places, start, end)
    for i in range(start + 1, end - 1):
        if _is_owner_mark(rows, i):
            noun, gerund = rows[i - 1].head if rows[i - 1].rel == "flat" else i - 1, rows[i].head
            rows[i] = replace(rows[i], head=noun, rel="case")
            rows[noun] = replace(rows[noun], head=gerund, rel="nmod:poss")
        if _is_owned_gerund(rows, i, start):
            rows[i] = replace(rows[i], pos="NOUN", morph={"Number": "Sing"})
        if rows[i].pos != "ADP" or base(rows[i]) != "case":
            continue
        word, phrase = rows[i].text.lower(), rows[i].head
        deed = _deed_of_agent(rows, phrase, start) if word == "by" else None
        if word in _TARGETS:
            deed = _deed_behind_agent(rows, i, phrase, start)
        if deed is not None:
            rows[phrase] = replace(rows[phrase], head=deed)


def _swallowed(rows: Sequence[Row], start: int, end: int) -> tuple[int, int, int, int] | None:
    """A noun, its infinitive, the object of that and the main verb, which the tree takes for the subject and verb of a
    clause below the infinitive: "The decision by Oslo to honour the rebels surprised observers"."""
    verb = next((i for i in range(start, end) if rows[i].head == i), start)
    if rows[verb].morph.get("VerbForm") != "Inf" or verb - 1 <= start or rows[verb - 1].text.lower() != "to":
        return None
    noun = next((j for j in range(start, verb) if rows[j].head == verb and base(rows[j]) == "nsubj"), None)
    main = next((j for j in range(verb + 1, end) if rows[j].head == verb and base(rows[j]) in _SWALLOWED), None)
    if noun is None or main is None or rows[noun].pos != "NOUN" or rows[main].pos != "VERB":
        return None
    object_ = next((j for j in range(verb + 1, main) if rows[j].head == main and base(rows[j]) == "nsubj"), None)
    opened = has(rows, main, ("mark", "cc"), verb, main) or any(row.text == "," for row in rows[verb:main])
    return None if object_ is None or opened else (noun, verb, object_, main)


def _free_main(rows: list[Row], noun: int, verb: int, object_: int, main: int, start: int, end: int) -> None:
    """Makes the verb behind the infinitive the main one, and what seemed its subject the object of the infinitive."""
    for j in range(main, end):
        if rows[j].head == verb and j != main:
            rows[j] = replace(rows[j], head=main)
    rows[main] = replace(rows[main], head=main, rel="root")
    rows[noun] = replace(rows[noun], head=main, rel="nsubj")
    rows[verb] = replace(rows[verb], head=noun, rel="acl")
    rows[object_] = replace(rows[object_], head=verb, rel="obj")


def _is_owner_mark(rows: Sequence[Row], i: int) -> bool:
    """Whether the mark of an owner seems the auxiliary of the gerund behind it: "the lawyer's killing shocked"."""
    row, gerund = rows[i], rows[i].head
    if row.pos != "PART" or base(row) != "aux" or not row.text.endswith("s") or gerund != i + 1:
        return False
    over = rows[gerund].head
    subject = base(rows[gerund]) == "nsubj" and over > gerund and rows[over].pos in ("VERB", "AUX")
    return subject and rows[i - 1].head == gerund and base(rows[i - 1]) == "nsubj"


def _is_owned_gerund(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a gerund with an owner and no object is a noun: "the lawyer's shooting"."""
    gerund = rows[i].pos == "VERB" and rows[i].text.lower().endswith("ing") and base(rows[i]) in ("nsubj", "obj", "obl")
    if not gerund or has(rows, i, ("obj", "aux", "xcomp", "ccomp"), start, len(rows[: i + 8])):
        return False
    return any(rows[j].head == i and rows[j].rel == "nmod:poss" for j in range(max(i - 8, start), i))


def _deed_of_agent(rows: Sequence[Row], agent: int, start: int) -> int | None:
    """The noun of a deed over those to whom it is done, on whom the tree hangs who does it."""
    deed = rows[agent].head
    while start <= deed < agent and rows[agent].rel == "nmod" and _is_undergoer(rows, deed, start):
        deed = rows[deed].head
    return deed if start <= deed < agent and deed != rows[agent].head else None


def _is_undergoer(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a noun behind "of", "on" or "against" is people or a name, and no deed itself."""
    row = rows[i]
    led = any(rows[j].head == i and rows[j].text.lower() in _TARGETS for j in range(max(i - 6, start), i))
    if not led or base(row) != "nmod" or row.pos not in _NOUNS or rows[row.head].pos != "NOUN":
        return False
    deed = row.lemma in english_verbs() or row.lemma.endswith(_DEEDS)
    return row.pos == "PROPN" or (row.morph.get("Number") == "Plur" and not deed)


def _deed_behind_agent(rows: Sequence[Row], i: int, phrase: int, start: int) -> int | None:
    """The noun of a deed before its agent, on whom the tree hangs to whom it is done: "the arrest by police of two"."""
    agent = rows[phrase].head
    if base(rows[phrase]) != "nmod" or not start < agent < i or rows[agent].pos not in _NOUNS:
        return None
    led = (j for j in range(max(agent - 7, start), agent) if rows[j].head == agent)
    by = next((j for j in led if rows[j].text.lower() == "by"), None)
    deed = rows[agent].head
    if by is None or not start <= deed < by or rows[deed].pos != "NOUN" or base(rows[agent]) != "nmod":
        return None
    word = rows[i].text.lower()
    served = any(rows[j].head == deed and base(rows[j]) == "nmod" and j != agent for j in range(deed + 1, by))
    if served or any(row.pos in ("VERB", "AUX") for row in rows[deed + 1 : i]):
        return None
    if word == "of" and not _may_end(rows, agent, phrase, i):
        return None
    return deed


def _may_end(rows: Sequence[Row], agent: int, phrase: int, of: int) -> bool:
    """Whether "of" behind an agent need not belong to it: it is no member, leader or part, or those behind are people.

    "The killing by soldiers of the third brigade" says which soldiers they are.
    """
    if rows[agent].lemma.lower() in tree_words("en").members:
        return False
    counts = ("an", *tree_words("en").counts)
    counted = any(row.pos == "NUM" or row.text.lower() in counts for row in rows[of + 1 : phrase + 1])
    named = rows[agent].pos == "PROPN" and rows[phrase].pos != "PROPN"
    described = any(row.head == agent and base(row) == "amod" for row in rows[agent - 2 : agent])
    return counted or named or described or rows[agent].pos == "PROPN"
