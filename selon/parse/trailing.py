"""English clauses that say who said the sentence before them, where the parser hangs them on a verb of that sentence.

"Oslo demanded that Minsk free her, the minister said on Tuesday": the minister is nobody's object, and says all of it.
What comes out is a tree again. Data: `en/trees.yml` (`telling`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import base, governors, has
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_HUNG = ("ccomp", "conj", "advcl", "acl", "appos", "dep", "xcomp", "nmod", "obl", "list")
_RELATIVE = ("who", "which", "that", "whose")
_MARKS = frozenset([",", "”", '"', "''"])


def give_tellers(rows: list[Row], start: int, end: int) -> None:
    """Sets such clauses of a sentence beside its main verb, in place."""
    main = next((i for i in range(start, end) if rows[i].head == i), None)
    for i in range(start + 1, end):
        if main is not None and _trails(rows, i, main, start, end):
            rows[i] = replace(rows[i], head=main, rel="parataxis")


def _trails(rows: Sequence[Row], i: int, main: int, start: int, end: int) -> bool:
    """Whether a verb of saying has its subject behind a comma, and says nothing that follows it."""
    verb = rows[i]
    if verb.pos != "VERB" or verb.lemma not in tree_words("en").telling or base(verb) not in _HUNG or verb.head > i:
        return False
    subject = next((j for j in range(start, i) if rows[j].head == i and base(rows[j]) == "nsubj"), None)
    if subject is None or rows[subject].text.lower() in _RELATIVE or main in (i, subject) or main > i:
        return False
    first = next(j for j in range(start, i) if subject in governors(rows, j))
    if first <= start + 1 or rows[first - 1].text not in _MARKS:
        return False
    said = has(rows, i, ("obj", "ccomp", "xcomp", "csubj"), i, end) or has(rows, i, ("mark", "cc"), start, first + 1)
    return not said
