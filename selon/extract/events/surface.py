"""Who stands where in the row of words: the doer left of a verb, the other side right of it, after its preposition.

Only asked where the tree gives no actor in the place.
"""

from selon.extract.events.line import Line, is_finite
from selon.parse.clause import clause_words
from selon.parse.tree import Token


def subjects_before(verb: Token, line: Line) -> list[Token]:
    """Noun phrases left of a verb, in its clause, that no preposition leads; nearest first."""
    first = line.tokens[0].i
    found: list[Token] = []
    seen_comma = False
    for each in reversed(line.tokens[: verb.i - first]):
        if each.text in (";", ":", "»"):
            break
        if each.text == ",":
            seen_comma = True
        if each.pos == "VERB" and is_finite(each) and not seen_comma:
            break
        if each.pos in ("NOUN", "PROPN", "PRON") and _bare(each, line):
            found.append(each)
    return found


def inverted_subjects(verb: Token, line: Line) -> list[Token]:
    """Noun phrases behind a verb that follows a quotation or a comma: « …, s'est insurgée une organisation »."""
    first = next((each for each in [*verb.children, verb] if each.pos != "PUNCT"), verb)
    before = line.tokens[first.i - line.tokens[0].i - 1] if first.i > line.tokens[0].i else None
    if before is None or before.text not in (",", "»", '"') or verb.first("nsubj") is not None:
        return []
    return [] if verb.morph.get("VerbForm") == "Inf" or verb.first("aux") is None else objects_after(verb, line)


def objects_after(verb: Token, line: Line) -> list[Token]:
    """Noun phrases right of the verb without a preposition (partitives have none)."""
    return [each for each in line.after(verb) if each.pos in ("NOUN", "PROPN") and _bare(each, line)]


def phrases_after(verb: Token, names: tuple[str, ...], line: Line) -> list[Token]:
    """Noun phrases right of the verb under one of the prepositions (single words)."""
    return [each for each in line.after(verb) if each.pos in ("NOUN", "PROPN", "PRON") and line.link(each)[0] in names]


def agents_after(verb: Token, line: Line) -> list[Token]:
    """Noun phrases right of a participle that its agent preposition leads."""
    return phrases_after(verb, clause_words(verb.parse.lang).agent, line)


def _bare(token: Token, line: Line) -> bool:
    name, before = line.link(token)
    if name == "":
        return True
    if name not in line.lexicon.classes.get("genitive", frozenset()):
        return False
    if before is None or before.pos in ("VERB", "AUX", "NUM", "ADV"):
        return True
    return bool(line.words(before) & line.lexicon.classes.get("container", frozenset()))
