"""English relative clauses whose pronoun or governor the parser loses: "whom the police arrested", "It was Kuwait that
Iraq invaded".

What comes out: a pronoun that opens a clause with a subject of its own is the object of a verb without one, and the
clause of a cleft sentence is a relative clause of whoever "it" is.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import base, has, small
from selon.parse.tree import Row

_PRONOUNS = ("who", "whom", "which", "that")
_NOUNS = ("NOUN", "PROPN")
_HUNG = ("ccomp", "advcl", "csubj", "acl", "parataxis", "dep", "obl")
# A clause that is whole tells what "it" is, and nothing of the noun: "it is no coincidence that Oslo sued Madrid".
_TAKEN = ("obj", "xcomp", "ccomp")
_FAR = 12


def give_clefts(rows: list[Row], start: int, end: int) -> None:
    """Sets right the relative clauses of one sentence, in place."""
    for i in range(start + 1, end - 2):
        if small(rows[i]) in _PRONOUNS and (verb := _verb_behind(rows, i, end)) is not None:
            noun = _cleft(rows, i, verb, start, end)
            if noun is not None:
                rows[verb] = replace(rows[verb], head=noun, rel="acl:relcl")
            if (noun is not None or base(rows[verb]) == "acl") and _is_object(rows, i, verb, start, end):
                rows[i] = replace(rows[i], pos="PRON", head=verb, rel="obj")


def _verb_behind(rows: Sequence[Row], i: int, end: int) -> int | None:
    """The verb whose clause a pronoun opens: the first one behind it that has a subject, or the pronoun, before it."""
    for j in range(i + 1, min(i + _FAR, end)):
        if rows[j].text in (",", ";", ":"):
            return None
        if rows[j].pos == "VERB" and (rows[i].head == j or has(rows, j, ("nsubj",), i, j)):
            return j
    return None


def _cleft(rows: Sequence[Row], i: int, verb: int, start: int, end: int) -> int | None:
    """The noun of "it was X" right before the pronoun, where the clause behind lacks what the noun is in it."""
    noun = i - 1
    while start <= rows[noun].head < i and rows[noun].pos in _NOUNS and rows[noun].head != noun:
        if has(rows, noun, ("cop",), start, noun):
            break
        noun = rows[noun].head
    before = [j for j in range(start, noun) if rows[j].head == noun]
    it = any(small(rows[j]) == "it" for j in before) and any(base(rows[j]) == "cop" for j in before)
    if rows[noun].pos not in _NOUNS or not it or rows[verb].head != noun or base(rows[verb]) not in _HUNG:
        return None
    whole = has(rows, verb, ("nsubj",), i + 1, verb) and has(rows, verb, _TAKEN, verb, end)
    return None if whole else noun


def _is_object(rows: Sequence[Row], i: int, verb: int, start: int, end: int) -> bool:
    """Whether a pronoun without a preposition stands for the object that the verb with its own subject lacks."""
    subject = next((j for j in range(i + 1, verb) if rows[j].head == verb and base(rows[j]) == "nsubj"), None)
    if subject is None or has(rows, i, ("case",), start, i) or rows[i - 1].pos == "ADP":
        return False
    passive = has(rows, verb, ("aux:pass",), i, verb)
    own = rows[i].head in (verb, subject) and base(rows[i]) in ("obl", "det", "mark", "nsubj", "advmod", "obj")
    return own and not passive and not has(rows, verb, ("obj",), verb, end)
