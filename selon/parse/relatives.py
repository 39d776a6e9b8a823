"""Relative clauses that commas set off behind a subject (« Minsk, à qui l'Union proposait une trêve, a refusé », "the
party, which Ankara accuses of terrorism, denied it"), where the parser takes the noun before or the verb behind for a
part of them. What comes out: the noun is the subject of the verb behind, and the clause hangs on the noun.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.clausewords import clause_words
from selon.parse.rows import base, governors, has, small
from selon.parse.tree import Row

_NOUNS = ("NOUN", "PROPN")
# What may stand between the second comma and the verb of the main clause.
_BEFORE_VERB = ("AUX", "PRON", "ADV", "PART")
_CLAUSES = ("root", "parataxis", "ccomp", "advcl", "acl", "conj", "appos", "dislocated")


def bind_relatives(rows: list[Row], start: int, end: int, lang: str) -> None:
    """Sets right the relative clauses of one sentence, in place."""
    words = frozenset(clause_words(lang).relative)
    for i in range(start + 2, end - 3):
        if small(rows[i]) not in words:
            continue
        comma = i - 1 if rows[i - 1].text == "," else i - 2 if rows[i - 1].pos == "ADP" else start
        if comma <= start or rows[comma].text != ",":
            continue
        noun, verb = _phrase_before(rows, comma, start), _verb_behind(rows, i, end)
        close = next((j for j in range(verb, end) if rows[j].text == ","), None) if verb is not None else None
        main = _verb_behind(rows, close, end, near=True) if close is not None else None
        if noun is not None and verb is not None and close is not None and main is not None:
            _set_right(rows, (noun, verb, close, main), start, end)


def _phrase_before(rows: Sequence[Row], comma: int, start: int) -> int | None:
    """The head of the noun phrase that ends at a comma and stands at the head of its clause."""
    noun = comma - 1
    while start <= rows[noun].head < comma and rows[noun].head != noun and rows[rows[noun].head].pos in _NOUNS:
        noun = rows[noun].head
    led = has(rows, noun, ("case",), start, comma)
    return noun if rows[noun].pos in _NOUNS and not led else None


def _verb_behind(rows: Sequence[Row], i: int, end: int, *, near: bool = False) -> int | None:
    """The finite verb behind token `i` before the next comma; `near`: with nothing but clitics before it."""
    for j in range(i + 1, end):
        row = rows[j]
        if row.text == "," or (near and row.pos not in (*_BEFORE_VERB, "VERB")):
            return None
        helped = any(each.pos == "AUX" and each.head == j for each in rows[i + 1 : j])
        if row.pos == "VERB" and (helped or row.morph.get("VerbForm") != "Inf"):
            return j if helped or row.morph.get("VerbForm") == "Fin" or _is_past_alike(rows, i, j) else None
    return None


def _is_past_alike(rows: Sequence[Row], i: int, verb: int) -> bool:
    """Whether a form that seems a participle has a subject of its own: in English the past looks like it."""
    past = rows[verb].morph.get("Tense") == "Past" and "Gender" not in rows[verb].morph
    return past and any(each.head == verb and base(each) == "nsubj" for each in rows[i + 1 : verb])


def _set_right(rows: list[Row], places: tuple[int, int, int, int], start: int, end: int) -> None:
    """Hangs the clause on its noun, and the noun on the verb behind the comma `close`, which takes their place."""
    noun, verb, close, main = places
    inside = (noun, verb, main)
    if rows[verb].head not in inside and noun in governors(rows, rows[verb].head):
        rows[verb] = replace(rows[verb], head=noun)  # on a noun within the phrase
    top = next((each for each in inside if rows[each].head not in inside or rows[each].head == each), None)
    if top is None or any(rows[each].head not in inside for each in inside if each != top):
        return
    if base(rows[top]) not in _CLAUSES:
        return
    over, rel = (main if rows[top].head == top else rows[top].head), rows[top].rel
    if over != main and main in governors(rows, over):  # it governs all already
        over, rel = rows[main].head, rows[main].rel
    for j in range(close, end):
        if rows[j].head == verb and j not in inside:
            rows[j] = replace(rows[j], head=main)
    passive = any(row.head == main and row.rel == "aux:pass" for row in rows[close:main])
    for j in range(close, main):
        if rows[j].head == main and rows[j].rel == "nsubj":  # « …, y a opposé un refus »
            rows[j] = replace(rows[j], rel="iobj")
    rows[verb] = replace(rows[verb], head=noun, rel="acl:relcl")
    rows[noun] = replace(rows[noun], head=main, rel="nsubj:pass" if passive else "nsubj")
    rows[main] = replace(rows[main], head=over, rel="root" if over == main else rel)
