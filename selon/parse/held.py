"""Sentences whose subject an aside parts from its verb, where the parser loses one of the two: "The junta, in a rare
move, freed …", "Kyiv – a close ally – asked …".

They are parsed once more without the aside; where the verb behind it then has the subject before it, the sentence
has that tree, with the aside hung on the noun or the verb that it tells something of. Data: `{fr,en}/trees.yml`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from selon.parse.clausewords import clause_words
from selon.parse.rows import base, small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words
from selon.parse.verbforms import english_verb_forms, english_verbs

# What parses sentences again: the rows of each, with heads counted from its first word.
Again = Callable[[Sequence[Sequence[Row]]], Sequence[Sequence[Row]]]
_CLOSES = {",": ",", "–": "–", "—": "—", "--": "--", "-": "-", "(": ")"}
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
_NAMES = ("NOUN", "PROPN", "PRON", "NUM")
_VERBS = ("VERB", "AUX")
_BOUNDS = ("PUNCT", "SCONJ", "CCONJ")
# What may stand between the aside and the verb, and words of the longest aside and of the longest subject.
_BEFORE_VERB = ("ADV", "PART", "PRON")
_BETWEEN = 3
_LONGEST = 25
_SUBJECT = 15


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence [start, end) with its aside [first, last), marks and all, and the verb behind it."""

    start: int
    end: int
    first: int
    last: int
    verb: int


def with_held(rows: list[Row], sentences: Sequence[tuple[int, int, int]], lang: str, again: Again) -> None:
    """Gives the sentences their trees without their asides, in place, where these tell the subject."""
    found = [held for start, end, _ in sentences if (held := _held(rows, start, end, lang)) is not None]
    if not found:
        return
    main = [[*range(each.start, each.first), *range(each.last, each.end)] for each in found]
    inner = [range(each.first + 1, each.last - 1) for each in found]
    parsed = again([[rows[i] for i in places] for places in (*main, *inner)])
    for i, held in enumerate(found):
        tree, aside = placed(main[i], parsed[i]), placed(inner[i], parsed[len(found) + i])
        if (subject := _subject(tree, held)) is not None:
            for place, row in (*tree.items(), *aside.items()):
                rows[place] = row
            _hang(rows, held, subject, lang)


def placed(places: Sequence[int], new: Sequence[Row]) -> dict[int, Row]:
    """Rows by their places in the document, which their heads are as well."""
    return {place: replace(row, head=places[row.head]) for place, row in zip(places, new, strict=True)}


def _held(rows: Sequence[Row], start: int, end: int, lang: str) -> Held | None:
    """The first aside of a sentence behind which stands a verb that has no subject before the aside; behind a phrase
    that opens it the last one before that verb ("In Goma, its main town, soldiers, however, fired")."""
    marks = (i for i in range(start + 1, end - 3) if rows[i].text in _CLOSES)
    found = (held for i in marks if (held := _from(rows, i, start, end, lang)) is not None)
    first = next(found, None)
    if first is not None and rows[start].pos == "ADP":
        first = [first, *(each for each in found if each.verb == first.verb)][-1]
    return None if first is None or _is_led(rows, first.verb, first.first, start) else first


def _from(rows: Sequence[Row], first: int, start: int, end: int, lang: str) -> Held | None:
    """The aside that a mark opens, if a subject may stand before it and a verb behind it."""
    if not _ends_subject(rows, first, start, lang):
        return None
    for last in range(first + 3, min(first + _LONGEST, end - 1)):
        if rows[last - 1].text != _CLOSES[rows[first].text] or _crosses_quote(rows, first, last):
            continue
        verb = _verb(rows, last, end)
        verb = _hidden_verb(rows, start, first, last, end, lang) if verb is None else verb
        if verb is not None:
            return Held(start, end, first, last, verb)
    return None


def _crosses_quote(rows: Sequence[Row], first: int, last: int) -> bool:
    """Whether a quotation ends in an aside and began before it, or begins in it and ends behind."""
    opened = sum(rows[i].text in _OPENING for i in range(first, last))
    return opened != sum(rows[i].text in _CLOSING for i in range(first, last))


def _ends_subject(rows: Sequence[Row], first: int, start: int, lang: str) -> bool:
    """Whether what stands before a mark may be the subject of a clause: a noun phrase, and no verb before it."""
    if rows[first - 1].pos not in (*_NAMES, "ADJ", "PUNCT", "SYM"):
        return False
    words = tree_words(lang)
    for i in range(first - 1, max(first - _SUBJECT, start) - 1, -1):
        row = rows[i]
        if i < first - 1 and small(row) in words.conjunctive:
            return _begins_phrase(rows, i + 1, first) and not _is_bare(rows[i + 1])  # "since dawn"
        if i < first - 1 and ((row.pos in _BOUNDS and row.text != "-") or row.lemma in words.telling):
            return _begins_phrase(rows, i + 1, first)
        if row.pos == "AUX" or (row.pos == "VERB" and row.morph.get("VerbForm") in ("Fin", None)):
            return False
    return _begins_phrase(rows, start, first)


def _is_bare(row: Row) -> bool:
    """Whether a word is a name or a noun in the singular, which time phrases are: "since dawn", "after Monday"."""
    return row.pos == "PROPN" or (row.pos == "NOUN" and row.morph.get("Number") != "Plur")


def _begins_phrase(rows: Sequence[Row], start: int, first: int) -> bool:
    """Whether a noun phrase without a preposition begins at a place."""
    while start < first and rows[start].pos in ("ADV", "PUNCT"):
        start += 1
    return (
        start < first
        and rows[start].pos in (*_NAMES, "DET", "ADJ", "VERB")
        and base(rows[start]) != "case"  # "according to"
        and any(row.pos in _NAMES and row.pos != "NUM" for row in rows[start:first])
    )


def _verb(rows: Sequence[Row], last: int, end: int) -> int | None:
    """The verb that opens what stands behind an aside: finite, or a form that may be."""
    for i in range(last, min(last + _BETWEEN, end)):
        if rows[i].pos in _VERBS:
            return i if _may_be_finite(rows[i]) else None
        if rows[i].pos not in _BEFORE_VERB:
            return None
    return None


def _may_be_finite(row: Row) -> bool:
    form, present = row.morph.get("VerbForm"), row.morph.get("Tense") == "Pres"
    return form == "Fin" or not (form == "Inf" or present or small(row).endswith("ing"))


def _hidden_verb(rows: Sequence[Row], start: int, first: int, last: int, end: int, lang: str) -> int | None:
    """The word right behind an aside, where it may be a verb and nothing else in the sentence is its verb."""
    if lang != "en" or rows[last].pos not in ("NOUN", "ADJ", "PROPN") or rows[last].text not in _verb_forms():
        return None
    others = (rows[i] for i in (*range(start, first), *range(last, end)))
    return None if any(row.pos == "AUX" or row.morph.get("VerbForm") == "Fin" for row in others) else last


@cache
def _verb_forms() -> frozenset[str]:
    return frozenset(english_verb_forms()) | english_verbs()


def _is_led(rows: Sequence[Row], verb: int, first: int, start: int) -> bool:
    """Whether the verb, or that which it helps, has a subject that stands before the aside, and none within it."""
    over = rows[verb].head if base(rows[verb]) in ("aux", "cop") else verb
    subjects = [i for i in range(start, verb) if rows[i].head == over and base(rows[i]) in ("nsubj", "csubj")]
    return bool(subjects) and all(i < first for i in subjects)


def _subject(tree: dict[int, Row], held: Held) -> int | None:
    """The subject of the verb in the tree without the aside, where it stands before that."""
    row = tree[held.verb]
    over = row.head if base(row) in ("aux", "cop") else held.verb
    if tree[over].pos not in _VERBS and over == held.verb:
        return None
    below = (i for i in range(held.start, held.first) if tree[i].head == over)
    return next((i for i in below if base(tree[i]) == "nsubj"), None)


def _hang(rows: list[Row], held: Held, subject: int, lang: str) -> None:
    """Puts an aside on the subject or its verb, and the marks on the aside."""
    inside = range(held.first + 1, held.last - 1)
    top = next(i for i in inside if rows[i].head == i)
    over, rel = _place(rows, top, inside, subject, lang)
    rows[top] = replace(rows[top], head=over, rel=rel)
    for i in inside:
        if rows[i].head == i:
            rows[i] = replace(rows[i], head=top, rel="dep")
    for i in (held.first, held.last - 1):
        rows[i] = replace(rows[i], head=top, rel="punct")


def _place(rows: Sequence[Row], top: int, inside: range, subject: int, lang: str) -> tuple[int, str]:
    """On what an aside hangs by its head, and how."""
    row, verb = rows[top], rows[subject].head
    if row.pos in _VERBS:
        relative = any(small(rows[i]) in clause_words(lang).relative for i in inside[:_BETWEEN])
        gerund = small(row).endswith("ing") or row.morph.get("Tense") == "Pres"
        return (subject, "acl:relcl") if relative else (verb, "advcl") if gerund else (subject, "acl")
    if row.pos in ("ADV", "SCONJ", "CCONJ", "PART", "ADP"):
        return verb, "advmod"
    led = any(rows[i].head == top and base(rows[i]) == "case" for i in inside)
    return (verb, "obl") if led else (subject, "appos")
