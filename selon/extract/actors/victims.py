"""Victims do not do what was done to them: « Vingt villageois ont été tués. “Ils ont tout brûlé”, dit un élu »."""

from selon.extract.actors.candidate import Candidate
from selon.extract.actors.words import Lexicon, lexicon
from selon.parse.clause import is_passive
from selon.parse.tree import Token

_DIES = ("nsubj", "nsubj:pass")


def assails(pronoun: Candidate) -> bool:
    """Whether a pronoun is the subject of a deed of attack, in the active."""
    verb, words = pronoun.head.head, lexicon(pronoun.head.parse.lang)
    if verb is None or not pronoun.head.has_rel("nsubj", "expl:subj") or is_passive(verb):
        return False
    deeds = [verb, *(each for each in verb.conjuncts() if each.first("nsubj") in (None, pronoun.head))]
    return any(words.is_(each, "assails") for each in deeds)


def suffers(mention: Candidate) -> bool:
    """Whether a mention is the victim of violence: killed, wounded, dead."""
    words = lexicon(mention.head.parse.lang)
    head = _first(mention.head)
    if any(child.rel.startswith("acl") or child.base == "amod" for child in head.children if _harm(child, words)):
        return True
    verb = head.head
    if verb is None or not _harm(verb, words):
        return False
    return head.base in ("obj", "iobj") or (head.has_rel(*_DIES) and (is_passive(verb) or _intransitive(verb)))


def _harm(token: Token, words: Lexicon) -> bool:
    return words.is_(token, "harms") or token.lower in ("mort", "morts", "mortes", "dead")


def _intransitive(verb: Token) -> bool:
    """Whether a verb of violence has no object: its subject dies."""
    return verb.first("obj") is None and not any(child.base == "ccomp" for child in verb.children)


def _first(head: Token) -> Token:
    while head.base in ("conj", "flat", "appos") and head.head is not None:
        head = head.head
    return head
