"""« Se »: whether a verb carries it, and the « se voir » that makes the infinitive below it a passive.

What comes in: a verb. What goes out: whether it is reflexive, and the verb of seeing above it, if there is one. Data:
`{fr,en}/clause.yml` (`see`, `self_done`).
"""

from selon.parse.clausewords import clause_words
from selon.parse.tree import Token


def is_reflexive(token: Token) -> bool:
    """Whether a verb carries a reflexive pronoun of its own; that of « se voir » above an infinitive is not."""
    for child in token.children:
        if child.pos != "PRON" or not (child.i < token.i or child.i == token.i + 1):
            continue
        if child.base in ("expl", "obj", "iobj", "dep") and child.lemma.lower() in ("se", "soi"):
            return not _seen_before(token)
    return False


def is_reflexive_pronoun(token: Token) -> bool:
    """Whether a token is « se » or « soi »."""
    return token.pos == "PRON" and token.lemma.lower() in ("se", "soi")


def seer(token: Token) -> Token | None:
    """The « se voir » above an infinitive that is done to its subject (« ils se sont vu interdire de sortir »)."""
    head = token.head
    words = clause_words(token.parse.lang).see
    above = head is not None and (head.lower in words or head.lemma.lower() in words)
    if _seen_before(token) and not above:
        return token
    if head is None or token.base not in ("xcomp", "ccomp", "obj") or not is_reflexive(head):
        return None
    return head if head.lemma.lower() in words or head.lower in words else None


def _seen_before(token: Token) -> bool:
    """Whether « se voir » or « se faire » stands directly before an infinitive, whatever the tree makes of it."""
    see = clause_words(token.parse.lang).see
    if token.lemma.lower() in clause_words(token.parse.lang).self_done:
        return False
    row = token.parse.tokens[max(token.i - 4, token.sentence.start) : token.i]
    return bool(row) and row[-1].lower in see and any(each.lower in ("se", "s'") for each in row[:-1])
