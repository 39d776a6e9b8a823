"""Verbs that the parser takes for another word: a token and its sentence come in, whether it is a verb goes out.

« le ministre turc presse les alliés », "Ukraine shot down 23 drones". Asked only of forms of verbs in the lexicon.
"""

from collections.abc import Sequence

from selon.parse.tree import Token

# How a French participle ends that is no other form.
_PAST = ("és", "ées", "ée")
# What opens the object of a French verb and is tagged as a preposition at times.
_PARTITIVE = frozenset({"des", "du"})
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})


def is_disguised(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether what the parser takes for a noun, adjective or adverb stands where a verb does."""
    if token.pos in ("VERB", "AUX"):
        return False
    place = token.i - tokens[0].i
    if token.pos in ("ADJ", "ADV", "X"):
        return not _is_behind_determiner(place, tokens) and not _describes(token, place, tokens)
    if token.pos not in ("NOUN", "PROPN") or token.first("det", "case") is not None:
        return False
    before = tokens[place - 1] if place else None
    if _takes_parts(token, before):
        return True
    if token.first("nsubj") is not None:
        return token.first("cop") is None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return before is not None and after is not None and _is_between(token, before, after)


def _takes_parts(noun: Token, before: Token | None) -> bool:
    """Whether a noun has a particle, an auxiliary or an object, or goes on a row of verbs."""
    if noun.first("compound:prt", "obj") is not None or (before is not None and before.pos == "AUX"):
        return True  # "Ukraine shot down 23 drones"
    beside = noun.base == "conj" and noun.head is not None and noun.head.pos == "VERB"
    return beside and noun.first("nummod", "amod") is None  # « ont été battus, détroussés puis abandonnés »


def _is_between(noun: Token, before: Token, after: Token) -> bool:
    """Whether a noun stands between its subject and its object."""
    french = noun.parse.lang == "fr"  # « le ministre turc presse les alliés », « Paris presse Rome d'ouvrir »
    if not (before.pos in _NAMES or (french and before.pos == "ADJ")):
        return False
    if french and noun.base in ("flat", "amod") and noun.lower.endswith(_PAST):
        return False  # « les forces armées du Burkina Faso »
    named = french and before.pos == "PROPN" and after.pos == "PROPN"
    return named or after.pos == "DET" or after.lower in _PARTITIVE or (french and after.text == "«")


def _is_behind_determiner(place: int, tokens: Sequence[Token]) -> bool:
    """Whether a determiner, or one with an adjective, stands before a place (« une violente attaque »)."""
    i = place - 1
    if i > 0 and tokens[i].pos == "ADJ":
        i -= 1
    return i >= 0 and tokens[i].pos == "DET"


def _describes(token: Token, place: int, tokens: Sequence[Token]) -> bool:
    """Whether an adjective right behind a noun tells its kind (« une injonction valide pendant dix jours »)."""
    noun = token.head
    if token.rel != "amod" or noun is None or noun.i != token.i - 1 or noun.pos != "NOUN":
        return False
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is not None and behind.head is noun and behind.is_("VerbForm", "Part"):
        return True  # « une note interne consultée par le journal »
    if noun.base not in ("obj", "nmod", "obl"):
        return False
    return behind is None or behind.pos in ("ADP", "PUNCT", "CCONJ")
