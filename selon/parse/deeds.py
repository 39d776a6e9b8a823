"""Deeds told by a noun: whose they are, and the verb through which they are told (« effectuer une visite »).

What comes in: the noun, or the noun and the verb above it. What goes out: the owners, nearest kind first; the verb, or
None. Data: `{fr,en}/clause.yml` (`genitive`, `light`, `light_with`, `occur`, `spark`, `lead_to`).
"""

from selon.parse.clausewords import clause_words
from selon.parse.phrases import antecedent, is_verb, preposition, spread
from selon.parse.tree import Token
from selon.parse.voice import is_passive


def owners(noun: Token) -> list[Token]:
    """Whose a nominal deed is: possessive, "X's", demonym adjective, compound noun, in this order of closeness.

    « sa visite », "Israel's strike", « la visite iranienne », "U.S. sanctions".
    """
    words = clause_words(noun.parse.lang)
    found: list[Token] = []
    for child in noun.children:
        possessive = child.base in ("det", "nmod") and (
            child.is_("Poss", "Yes") or child.rel in ("nmod:poss", "det:poss")
        )
        genitive = child.base == "nmod" and preposition(child) in words.genitive
        if possessive or genitive:
            found.extend(spread(child))
        elif child.base == "nmod" and child.pos == "PRON" and antecedent(child) is not child:
            found.append(child)  # « l'ONG, dont les équipes … »
    for child in noun.children:
        if child.base in ("amod", "compound") or (child.base in ("nmod", "acl") and child.pos == "ADJ"):
            found.extend(spread(child))
    return found


def supporting_verb(noun: Token) -> Token | None:
    """The light or occurrence verb through which a nominal deed is told, if it is (« effectuer une visite »)."""
    words = clause_words(noun.parse.lang)
    head = noun.head
    while head is not None and noun.base == "conj":
        noun, head = head, head.head
    if head is None or not is_verb(head):
        return None
    lemma = head.lemma.lower()
    if noun.base in ("obj", "nsubj") and lemma in words.light and (noun.base == "obj" or is_passive(head)):
        return head
    carried = preposition(noun) not in ("", *words.occasion)
    if noun.base == "obl" and carried and lemma in (words.light_with or words.light):
        return head
    if noun.base == "nsubj" and lemma in words.occur:
        return head
    return None


def brings_about(verb: Token, noun: Token) -> bool:
    """Whether a deed is what a verb leads to, and not done by its subject: « donner lieu à », « mener à »."""
    words, lemma = clause_words(verb.parse.lang), verb.lemma.lower()
    if lemma in words.spark and noun.base == "obj":
        return True
    wordings = {lemma, *(f"{lemma} {each.lemma.lower()}" for each in verb.all("obj"))}
    return preposition(noun) == words.dative and not wordings.isdisjoint(words.lead_to)
