"""English clauses whose subject the parser hangs on the verb above, since an aside parts it from its own verb.

"The rally came a day after the army, backed by militias, stormed the camp": the army stormed it. What comes out is a
tree again. Data: `en/trees.yml` (`conjunctive`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import PAST, base, has
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_NOUNS = ("NOUN", "PROPN", "PRON")
_LONGEST = 25
# So many words the one who does something meanwhile has.
_WIDE = 10


def give_subjects(rows: list[Row], start: int, end: int) -> None:
    """Gives past forms without a subject, behind a preposition that may open a clause, the noun of that preposition."""
    for i in range(start + 1, end):
        noun = _led(rows, i, start)
        verb = _verb_of(rows, noun, end) if noun is not None else None
        if noun is not None and verb is not None:
            rows[i] = replace(rows[i], pos="SCONJ", head=verb, rel="mark")
            rows[noun] = replace(rows[noun], head=verb, rel="nsubj")
            rows[verb] = replace(rows[verb], morph=PAST)
        if (gerund := _accompanying(rows, i, end)) is not None:
            subject = gerund - 1 if base(rows[gerund - 1]) != "flat" else rows[gerund - 1].head
            over = rows[subject].head if rows[subject].head != gerund else rows[gerund].head
            if base(rows[gerund]) == "amod":  # "with the army ambushing rebels"
                behind = rows[gerund].head
                over = rows[behind].head
                rows[behind] = replace(rows[behind], head=gerund, rel="obj")
            rows[i] = replace(rows[i], pos="SCONJ", head=gerund, rel="mark")
            rows[gerund] = replace(rows[gerund], head=over, rel="advcl")
            rows[subject] = replace(rows[subject], head=gerund, rel="nsubj")
            for j in range(i + 1, subject):
                if rows[j].head == gerund or rows[j].head > gerund:
                    rows[j] = replace(rows[j], head=subject)


def _accompanying(rows: Sequence[Row], i: int, end: int) -> int | None:
    """The gerund of what others do meanwhile, behind "with" and the noun of who does it: "with the army shelling"."""
    if rows[i].pos not in ("ADP", "SCONJ") or rows[i].text.lower() != "with" or base(rows[i]) not in ("case", "mark"):
        return None
    gerund = next((j for j in range(i + 2, min(i + _WIDE, end)) if rows[j].pos in ("VERB", "AUX", "PUNCT")), None)
    if gerund is None or rows[gerund].pos != "VERB" or not rows[gerund].text.lower().endswith("ing"):
        return None
    noun = gerund - 1 if base(rows[gerund - 1]) != "flat" else rows[gerund - 1].head
    if rows[noun].pos not in _NOUNS or base(rows[gerund]) not in ("advcl", "acl", "obl", "nmod", "xcomp", "amod"):
        return None
    if base(rows[gerund]) == "amod":
        behind = rows[gerund].head
        whole = base(rows[noun]) == "compound" and rows[noun].head == rows[i].head == behind > gerund
        return gerund if whole and base(rows[behind]) in ("obl", "nmod") else None
    part = base(rows[noun]) == "compound" and rows[noun].head == gerund
    beside = (
        base(rows[noun]) in ("obl", "nmod") and rows[i].head == noun and rows[gerund].head in (noun, rows[noun].head)
    )
    return gerund if part or (beside and has(rows, gerund, ("obj", "obl"), gerund, end)) else None


def _led(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The noun that a word leads which may open a clause as well."""
    row = rows[i]
    if row.pos != "ADP" or row.rel != "case" or row.text.lower() not in tree_words("en").conjunctive:
        return None
    noun = rows[row.head]
    return row.head if row.head > i and noun.pos in _NOUNS and base(noun) in ("obl", "nmod") else None


def _verb_of(rows: Sequence[Row], noun: int, end: int) -> int | None:
    """The past form with an object that stands behind a noun and an aside in commas, and hangs beside the noun."""
    if noun + 1 >= end or rows[noun + 1].text != ",":
        return None
    for verb in range(noun + 3, min(noun + _LONGEST, end)):
        row = rows[verb]
        if row.pos != "VERB" or row.head != rows[noun].head or base(row) not in ("advcl", "conj"):
            continue
        past = row.morph.get("Tense") == "Past" and not row.text.lower().endswith("ing")
        alone = not has(rows, verb, ("nsubj", "aux", "mark", "cc"), noun, end)
        return verb if past and alone and rows[verb - 1].text == "," and has(rows, verb, ("obj",), verb, end) else None
    return None
