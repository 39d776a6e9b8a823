"""Where mentions stand in their clauses: how prominent that is, and whether two of them cannot be one actor."""

from collections.abc import Iterable
from itertools import islice, takewhile

from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.words import lexicon
from selon.parse.clause import is_verb
from selon.parse.tree import Token

_PLACE = {
    "nsubj": 80.0,
    "csubj": 60.0,
    "obj": 50.0,
    "iobj": 45.0,
    "obl": 35.0,
    "root": 60.0,
    "conj": 40.0,
    "appos": 20.0,
    "nmod": 5.0,
}
# So many steps up a clause over a word is looked for.
_DEEP = 12
# Clauses without a subject of their own, which is then that of the verb over them.
_CONTROLLED = ("advcl", "xcomp", "conj")


def place(head: Token) -> float:
    """How prominent the place of a word in its clause is: subjects most, what is inside a noun phrase least."""
    token = head
    while token.base in ("conj", "appos", "flat") and token.head is not None:
        token = token.head
    return _PLACE.get(token.base, 10.0)


def outer(head: Token) -> Token:
    """The token whose place in the clause a mention has: that of what it is apposed to."""
    while head.base in ("appos", "flat") and head.head is not None:
        head = head.head
    return head


def in_main(head: Token) -> bool:
    """Whether the clause of a word is not below another verb."""
    verb = next((each for each in head.ancestors() if is_verb(each)), None)
    return verb is None or verb.base in ("root", "conj", "parataxis")


def commands(head: Token, token: Token) -> bool:
    """Whether a word is an argument of a verb over the clause that a noun phrase stands in: then they are two."""
    argued = head.base in ("nsubj", "obj", "iobj") and head.i < token.i
    return argued and head.head is not None and any(each is head.head for each in _steps_up(token))


def _steps_up(token: Token) -> Iterable[Token]:
    """The words over a token, as far as it is worth looking."""
    return islice(token.ancestors(), _DEEP)


def nominal_above(token: Token) -> list[Token]:
    """The nouns over a token, up to the verb of its clause."""
    return list(takewhile(lambda each: each.pos in ("NOUN", "PROPN"), token.ancestors()))


def bound(pronoun: Candidate, mention: Candidate) -> bool:
    """Whether both are arguments of one verb, or the pronoun stands inside the mention: then they are two."""
    token, head = pronoun.head, outer(mention.head)
    if mention.span.start <= token.start < mention.span.end:
        return True
    if head.base in ("advcl", "parataxis"):
        return False
    if pronoun.sort is Sort.POSSESSIVE:
        return _blames_other(token, head)
    if token.head is None or not is_verb(token.head):
        return False
    if token.head is head.head or (head.base == "obj" and head.head is _asking(token.head)):
        return True
    return head.has_rel("nsubj") and any(head.head is verb for verb in _over(token))


def _blames_other(token: Token, head: Token) -> bool:
    """Whether a possessive belongs to whom the subject blames (« accusant son gouvernement »), not to the subject."""
    noun = token.head
    verb = noun.head if noun is not None and noun.base == "obj" else None
    if verb is None or not lexicon(token.parse.lang).is_(verb, "blames") or not head.has_rel("nsubj"):
        return False
    return _controlled(verb) and head.head is verb.head


def _over(token: Token) -> list[Token]:
    """The verbs whose subject is that of the clause a pronoun stands in (« …, l'accusant de », "accusing it of")."""
    verb, found = token.head, []
    while verb is not None and not token.has_rel("nsubj") and _controlled(verb) and _asking(verb) is None:
        verb = verb.head
        found.extend([verb] if verb is not None else [])
    return found


def _asking(verb: Token) -> Token | None:
    """The verb whose object does what a verb below it says (« accuse X de l'avoir trahi », "accused X of touching
    them"); None where the subject does."""
    governor, words = verb.head, lexicon(verb.parse.lang)
    marks = [child for child in verb.children if child.base in ("mark", "case") and child.i < verb.i]
    told = governor is not None and is_verb(governor) and governor.first("obj", "iobj") is not None
    if not told or verb.base not in _CONTROLLED or verb.first("nsubj") is not None:
        return None
    return governor if marks and all(words.is_(each, "charging") for each in marks) else None  # not « avant de »


def _controlled(verb: Token) -> bool:
    """Whether a verb has the subject of the one over it."""
    if verb.base not in _CONTROLLED or verb.first("nsubj") is not None:
        return False
    marked = verb.first("mark") is not None
    if verb.base == "conj":
        return not marked
    asked = marked and verb.base == "xcomp" and verb.head is not None and verb.head.first("obj", "iobj", "obl:arg")
    return not asked and verb.morph.get("VerbForm") in ("Part", "Ger", "Inf")
