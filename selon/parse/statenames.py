"""Names of states of several words that the parser of English takes apart: "Trinidad and Tobago's prime minister", "the
Democratic Republic of Congo's government", "the president of Congo-Brazzaville".

What comes out: the words of the name hang on its last one, and what belongs to the state, with its own relation, is the
one that acts. Data: the names of `world/countries.csv`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from selon.lexicon.entries import countries
from selon.lexicon.kept import kept
from selon.parse.rows import base, small
from selon.parse.tree import Row

_PIECE = re.compile(r"\w+(?:\.\w+\.)*|-")
_OWNING = ("'s", "'")
# What stands between an owner and what is owned.
_BETWEEN = ("ADJ", "NOUN", "PROPN", "NUM")
# Relations of a name, best first.
_BEST = ("nsubj", "obj", "obl", "nmod", "conj", "appos", "root")


def give_states(rows: list[Row], start: int, end: int) -> None:
    """Joins the names of states of one sentence, in place; those that hang together are left alone."""
    names = _names()
    for at in range(start, end):
        if rows[at].text[:1].isupper() and rows[at].text in names:
            size = _size(rows, at, end, names[rows[at].text])
            if size:
                _set_right(rows, range(at, at + size), start, end)


def _size(rows: Sequence[Row], at: int, end: int, rests: Sequence[tuple[str, ...]]) -> int:
    """How many words the longest name has that begins here; 0 for none."""
    for rest in rests:
        if at + len(rest) < end and tuple(row.text for row in rows[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1
    return 0


def _set_right(rows: list[Row], name: range, start: int, end: int) -> None:
    """Joins a name that is taken apart, or of which what belongs to it hangs on it."""
    tops = [i for i in name if rows[i].head not in name or rows[i].head == i]
    owned = _owned(rows, name, end)
    if len(tops) == 1 and (owned is None or rows[owned].head not in name):
        return
    led = next((i for i in tops if any(rows[j].head == i and base(rows[j]) == "case" for j in range(start, i))), None)
    best = led if led is not None else min(tops, key=lambda i: _rank(rows[i]))
    over, rel, last = rows[best].head, rows[best].rel, name[-1]
    for i in range(start, end):
        if i in name:
            rows[i] = replace(rows[i], pos="PROPN" if rows[i].pos != "PUNCT" else "PUNCT", head=last, rel="compound")
        elif rows[i].head in name:
            rows[i] = replace(rows[i], head=last)
    if owned is None or (rows[owned].head != last and over != owned):
        rows[last] = replace(rows[last], head=last if over in name else over, rel="root" if over in name else rel)
        return
    for i in range(owned + 1, end):
        if rows[i].head == last:
            rows[i] = replace(rows[i], head=owned)
    if over != owned:
        rows[owned] = replace(rows[owned], head=owned if over in name else over, rel="root" if over in name else rel)
    rows[last] = replace(rows[last], head=owned, rel="nmod:poss")


def _owned(rows: Sequence[Row], name: range, end: int) -> int | None:
    """The noun that belongs to the name: the last of those behind its "'s"."""
    if name[-1] + 2 >= end or small(rows[name[-1] + 1]) not in _OWNING:
        return None
    i = name[-1] + 2
    while i + 1 < end and rows[i].pos in _BETWEEN and rows[i + 1].pos in ("NOUN", "PROPN", "ADJ"):
        i += 1
    return i if rows[i].pos in ("NOUN", "PROPN") else None


def _rank(row: Row) -> int:
    return _BEST.index(base(row)) if base(row) in _BEST else len(_BEST)


@kept
def _names() -> Mapping[str, list[tuple[str, ...]]]:
    """The further words of the names, the longest first, by the first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for country in countries():
        for name in country.en:
            words = _PIECE.findall(name)
            if len(words) > 1 and "".join(words) == re.sub(r"\s", "", name):
                found.setdefault(words[0], []).append(tuple(words[1:]))
    return {first: sorted(rests, key=len, reverse=True) for first, rests in found.items()}
