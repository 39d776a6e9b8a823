"""What makes a clause no statement of a fact: conditions, auxiliaries of what ought to be, negated infinitives.

What comes in: a token of a `tree.Parse`. What goes out: whether it is such a word, or the clauses that are. Data:
`{fr,en}/clause.yml` (`conditional`, `modal`, `negative`).
"""

from selon.parse.clausewords import clause_words
from selon.parse.phrases import is_verb
from selon.parse.tree import Token


def conditions(token: Token) -> list[Token]:
    """The clauses that say on what condition a predicate, or what it governs, holds (« … si Kiev refuse »)."""
    return [clause for clause in token.subtree() if clause is not token and is_condition(clause)]


def is_condition(clause: Token) -> bool:
    """Whether a clause is led by "if" and its like ("should Kyiv refuse"), or hangs on a noun for it (« au cas où »,
    "in the event that")."""
    words = clause_words(clause.parse.lang).conditional
    if clause.base in ("advcl", "parataxis"):
        before = next((each.i for each in clause.all("nsubj")), clause.i)
        inverted = any(each.lower in words and each.i < before for each in clause.all("aux", "cop"))
        return inverted or any(mark.lower in words for mark in clause.all("mark", "advmod"))
    noun = clause.head if clause.base == "acl" else None
    return noun is not None and noun.base == "obl" and noun.lower in words


def is_modal(token: Token) -> bool:
    """Whether an auxiliary says what ought to be done ("must", "should"; not "should Kyiv refuse", "should we?")."""
    if token.base != "aux" or token.lower not in clause_words(token.parse.lang).modal:
        return False
    subjects = token.head.all("nsubj") if token.head is not None else []
    return not any(each.i > token.i for each in subjects)


def is_forgone(token: Token) -> bool:
    """Whether an infinitive is negated (« de ne pas attaquer », "not to attack")."""
    negative = clause_words(token.parse.lang).negative
    bare = [child for child in token.children if child.base == "advmod" and child.first("amod", "case") is None]
    return is_verb(token) and any(child.lower in negative for child in bare)  # not « au moindre faux pas »
