"""The time of a predicate by the order of the words, for where the tree gives none or is wrong.

In: a token and the places of the sentence's times. Out: the index of the time that holds for it, or None. A time
belongs to the verb right before it in its clause; one that opens the sentence to the first verb behind it.
"""

from collections.abc import Sequence

from selon.extract.times.lexicon import TimeLexicon
from selon.parse.tree import Token

_FAR = 14
_BREAKS = frozenset('.;:!?()«»“”"—–')
_RELATIVES = frozenset(("Rel",))


def by_order(token: Token, spans: Sequence[tuple[int, int]], words: TimeLexicon) -> int | None:
    """The index of the time, among those with tokens [start, end), that the order of the words gives to `token`."""
    marker = _while(token, words)
    if marker is not None:
        before = [i for i, (_, end) in enumerate(spans) if end <= marker]
        return before[-1] if before else None
    for i, (start, end) in enumerate(spans):
        if start > token.i and start - token.i <= _FAR and _free(token.parse.tokens[token.i + 1 : start]):
            return i
        if end <= token.i and _leads(token, start, end):
            return i
    return None


def after_by_order(token: Token, spans: Sequence[tuple[int, int]], words: TimeLexicon) -> tuple[int, Token] | None:
    """The last time of a phrase with « après » or « avant » behind a verb, by its index, and that preposition.

    « a développé des relations après la révolution de 1979 », whatever noun of the phrase the time belongs to.
    """
    tokens, end = token.parse.tokens, token.sentence.end
    for case in tokens[token.i + 1 : min(token.i + _FAR, end)]:
        if is_verb_form(case) or case.text in _BREAKS or case.text == "," or _opens_clause(case):
            return None
        if words.has("after", case.lower) or words.has("before", case.lower):
            stop = next((each.i for each in tokens[case.i + 1 : end] if _closes(each)), end)
            inside = [i for i, (start, _) in enumerate(spans) if case.i < start < stop]
            return (inside[-1], case) if inside else None
    return None


def _closes(token: Token) -> bool:
    """Whether a phrase ends here: at a sign, a conjunction or a finite verb."""
    finite = token.pos == "AUX" or (token.pos == "VERB" and token.is_("VerbForm", "Fin"))
    return token.text in _BREAKS or token.text == "," or _opens_clause(token) or finite


def of_noun(token: Token, spans: Sequence[tuple[int, int]], words: TimeLexicon) -> int | None:
    """The index of a time that stands with a noun: « le traité de 2015 », "Tuesday's attack", "the 2015 deal"."""
    tokens = token.parse.tokens
    for i, (start, end) in enumerate(spans):
        between = tokens[token.i + 1 : start]
        if start > token.i and len(between) <= 2 and between and words.has("attributes", between[0].lower.rstrip("'")):
            return i
        gap = tokens[end : token.i]
        if end <= token.i and all(words.has("attributes", each.lower.rstrip("'")) or each.pos == "ADJ" for each in gap):
            return i
    return None


def is_verb_form(token: Token) -> bool:
    """Whether the token is a verb other than an auxiliary, also in a form that the tagger takes for something else."""
    return token.pos == "VERB" or ("VerbForm" in token.morph and token.pos not in ("AUX", "NOUN", "PROPN", "ADJ"))


def _free(between: Sequence[Token]) -> bool:
    """Whether nothing between a verb and a time behind it begins another clause or owns the time."""
    if any(is_verb_form(each) or each.text in _BREAKS or _opens_clause(each) for each in between):
        return False
    if between and between[-1].pos == "CCONJ":
        return False
    return all(each.text != "," for each in between[:-1])


def _leads(token: Token, start: int, end: int) -> bool:
    """Whether the time before a verb opens the sentence or a clause, or stands between its auxiliary and itself."""
    tokens, first = token.parse.tokens, token.sentence.start
    between = tokens[end : token.i]
    if any(is_verb_form(each) or each.text in _BREAKS or _opens_clause(each) for each in between):
        return False
    opens = all(each.pos in ("ADP", "DET", "ADV", "CCONJ", "PUNCT") for each in tokens[first:start])
    if opens or tokens[start - 1].pos == "CCONJ" or tokens[start - 1].text in (";", ":"):
        return sum(each.text == "," for each in between) <= 1
    return tokens[start - 1].pos == "AUX" and all(each.text != "," for each in between)


def _opens_clause(token: Token) -> bool:
    return token.pos == "SCONJ" or token.morph.get("PronType") in _RELATIVES


def _while(token: Token, words: TimeLexicon) -> int | None:
    """The token of « lorsque » or « laquelle » that puts the clause of `token` at the time of what stands before."""
    tokens, first = token.parse.tokens, token.sentence.start
    for i in range(token.i - 1, max(first, token.i - _FAR), -1):
        if tokens[i].text in _BREAKS or is_verb_form(tokens[i]):
            return None
        if words.has("while", tokens[i].lower.rstrip("'")):
            return i
        if words.has("relative", tokens[i].lower):
            during = any(words.has("during_which", each.lower) for each in tokens[max(first, i - 3) : i])
            return i if during else None
    return None
