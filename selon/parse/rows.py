"""What the repairs of a tree ask of its rows, and the forms that they give to verbs.

What comes in: rows of one document, whose heads are places in the same sequence. What goes out: one fact about a row.
"""

from collections.abc import Mapping, Sequence

from selon.parse.tree import Row

PRESENT: Mapping[str, str] = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}
PAST: Mapping[str, str] = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
PARTICIPLE: Mapping[str, str] = {"Tense": "Past", "VerbForm": "Part"}
PASSIVE: Mapping[str, str] = {"Tense": "Past", "VerbForm": "Part", "Voice": "Pass"}

# So many rows before and behind one that it governs a repair looks at.
_WINDOW = 60


def small(row: Row) -> str:
    """The word in small letters, with the straight apostrophe that word lists are written with."""
    return row.text.lower().replace("’", "'")


def base(row: Row) -> str:
    """The relation without its sub-type: 'nsubj' of 'nsubj:pass'."""
    return row.rel.partition(":")[0]


def is_past_participle(row: Row) -> bool:
    """Whether a row is a verb in the form of a past participle, as French parsers tag it."""
    return row.pos == "VERB" and row.morph.get("VerbForm") == "Part" and row.morph.get("Tense") != "Pres"


def has(rows: Sequence[Row], i: int, relations: tuple[str, ...], start: int, end: int) -> bool:
    """Whether a row has a dependent of one of the relations, without their sub-types, between two places."""
    return any(rows[j].head == i and base(rows[j]) in relations and j != i for j in range(start, end))


def governors(rows: Sequence[Row], i: int) -> set[int]:
    """A row and all that it hangs on."""
    found = {i}
    while rows[i].head not in found:
        i = rows[i].head
        found.add(i)
    return found


def window(i: int, start: int, end: int) -> range:
    """The places around a row in which a repair looks for what hangs on it: the cost of a long sentence stays even."""
    return range(max(start, i - _WINDOW), min(end, i + _WINDOW))
