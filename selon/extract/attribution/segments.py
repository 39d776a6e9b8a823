"""Stretches of words between marks: whether one has its predicate, is put in, or takes up the clause before.

In: tokens and where a stretch begins and ends. Out: yes or no, by the order of words; `reach` and `added` ask.
"""

from selon.extract.attribution.bounds import AND, THAT, bounds
from selon.extract.attribution.surface import is_finite
from selon.extract.attribution.words import Use, lexicon
from selon.parse.clause import clause_words
from selon.parse.tree import Token

STRONG = (";", ":", "(", ")", "—", "–", "--", ".", "!", "?", "…")


def has_predicate(before: range, tokens: list[Token]) -> bool:
    """Whether the last clause said has its finite verb, apart from those that relatives and conjunctions lead."""
    lang, found, opened = tokens[before.start].parse.lang, False, 0
    opening = (*clause_words(lang).relative, *bounds(lang).asking, "that")
    for i in before[1:] if tokens[before.start].lower in THAT else before:
        token = tokens[i]
        if token.lower in THAT and tokens[i - 1].lower in AND:
            found, opened = False, 0
        elif token.lower in opening or token.pos == "SCONJ":
            opened += 1
        elif is_finite(token):
            found = found or opened == 0
            opened = max(opened - 1, 0)
    return found and opened == 0


def is_insert(tokens: list[Token], start: int, stop: int, end: int) -> bool:
    """Whether a phrase between commas parts a verb and its object (« a reconnu, lors d'une réunion, la frontière »)."""
    if stop + 1 >= end or tokens[stop].text != "," or tokens[start].pos != "ADP" or tokens[stop + 1].pos != "DET":
        return False
    rest = next((j for j in range(stop + 1, end) if tokens[j].text in (",", *STRONG)), end)
    return not any(is_finite(each) for each in tokens[start:rest]) and not takes_up(tokens, stop + 1)


def takes_up(tokens: list[Token], i: int) -> bool:
    """Whether a noun that takes up the whole clause begins at a token, with what is said of it (« une version que Rome
    rejette », « accusation démentie par Rome », "a charge that Rome denies")."""
    end = tokens[i].sentence.end
    words, at = lexicon(tokens[i].parse.lang), i
    while at < end and tokens[at].pos in ("DET", "ADJ") and at < i + 3:
        at += 1
    if at + 1 >= end or not words.is_(tokens[at], Use.TAKES_UP) or (at == i and is_finite(tokens[at])):
        return False
    rest = tokens[at + 1 : min(at + 4, end)]
    relative = clause_words(tokens[i].parse.lang).relative
    participle = any(each.is_("VerbForm", "Part") or each.pos == "VERB" for each in rest)
    named = tokens[i].parse.lang == "en" and tokens[at + 1].pos in ("PROPN", "DET", "PRON")
    return any(each.lower in (*relative, *THAT) for each in rest) or participle or named
