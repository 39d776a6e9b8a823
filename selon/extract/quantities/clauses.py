"""What belongs and what is counted have in common: the dead and wounded, the verb behind a noun, one clause."""

from selon.extract.quantities.words import QuantityWords
from selon.model.ontology import QuantityOf
from selon.parse.tree import Token

STEPS = 7
_FAR = 12
CASUALTIES = frozenset((QuantityOf.KILLED, QuantityOf.WOUNDED, QuantityOf.MISSING))


def verb_behind(noun: Token, words: QuantityWords) -> Token | None:
    """The verb of which a noun is the subject by the order of the words: « six personnes ont été interpellées »."""
    tokens, end = noun.parse.tokens, noun.sentence.end
    if noun.i + 1 >= end or tokens[noun.i + 1].pos != "AUX":
        return None
    behind = tokens[noun.i + 2 : min(noun.i + 6, end)]
    return next((each for each in behind if each.pos == "VERB" or words.is_deed(each)), None)


def in_clause(noun: Token, head: Token) -> bool:
    """By the order of the words: nothing between the trigger and the noun begins another clause."""
    first, last = sorted((noun.i, head.i))
    between = noun.parse.tokens[first + 1 : last]
    if last - first > _FAR or noun.sentence_i != head.sentence_i:
        return False
    if sum(each.text == "," for each in between) % 2:
        return False
    return not any(each.pos in ("VERB", "SCONJ") or (each.pos == "PUNCT" and each.text != ",") for each in between)
