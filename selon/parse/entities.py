"""Named entities as the name finder gave them → tidied: borders and labels that tags and lists know better.

Data: the names of `world/countries.csv`, `exonyms.csv`, `regions_political.csv`, `organisations.csv`; days of
`fr/trees.yml`.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from selon.lexicon.kept import kept
from selon.lexicon.load import data_file
from selon.parse.tree import Entity, Row
from selon.parse.treewords import tree_words

# Parts of speech that no name begins with (a particle, « de Gaulle », is an ADP) or ends with.
_NO_BEGIN = frozenset(["CCONJ", "SCONJ", "PUNCT", "AUX", "PRON", "ADV"])
_NO_END = frozenset(["CCONJ", "SCONJ", "PUNCT", "ADP", "DET", "AUX", "PRON"])
_CLOSED = frozenset(["PRON", "DET", "ADV", "VERB", "AUX", "ADP", "CCONJ", "SCONJ", "ADJ", "INTJ", "PUNCT"])
# What stands before the name of a person and of nothing else.
_TITLES = frozenset(
    """m. mm. mme mmes mlle dr dr. pr me mgr mr mr. mrs mrs. ms ms. général colonel capitaine amiral sergent lieutenant
    cheikh roi reine prince princesse pape baronne juge sénateur sénatrice general gen. colonel col. captain capt.
    admiral sergeant sgt. sheikh king queen prince princess pope senator sen. gov. rep. judge lord lady sir""".split()
)
_PLACES = ("countries", "exonyms", "regions_political")
_LONGEST = 5


def tidied(
    rows: Sequence[Row], sentences: Iterable[tuple[int, int, int]], given: Sequence[Entity], lang: str
) -> list[Entity]:
    """The entities in order, none over another: those given, set right, and known ones that were missed."""
    kept = [each for each in (_bordered(rows, entity) for entity in given) if each is not None]
    known = list(_known(rows, sentences, lang))
    labels = {(each.start, each.end): each.label for each in known}
    kept = [Entity(each.start, each.end, labels.get((each.start, each.end), each.label)) for each in kept]
    taken = {i for each in kept for i in range(each.start, each.end)}
    kept += [each for each in known if taken.isdisjoint(range(each.start, each.end))]
    return sorted(kept, key=lambda each: each.start)


def _bordered(rows: Sequence[Row], entity: Entity) -> Entity | None:
    """The entity without words that no name begins or ends with; None when nothing like a name is left."""
    start, end = entity.start, entity.end
    while start < end and (rows[start].pos in _NO_BEGIN or _is_title(rows[start], entity.label)):
        start += 1
    while start < end and _ends_before(rows[end - 1], entity.label):
        end -= 1
    words = rows[start:end]
    if not words or (len(words) == 1 and words[0].pos in _CLOSED and not _is_acronym(words[0].text)):
        return None
    if not any(word.text[:1].isupper() or word.text[:1].isdigit() for word in words):
        return None
    if entity.label in ("PER", "LOC") and not any(word.pos in ("PROPN", "X", "NOUN") for word in words):
        return None
    titled = start > 0 and _is_title(rows[start - 1], "PER") and all(word.pos == "PROPN" for word in words)
    return Entity(start, end, "PER" if titled else entity.label)


def _ends_before(row: Row, label: str) -> bool:
    """Whether a name with this label has ended before this word."""
    words = tree_words("fr")  # written small, a day that a name finder takes into a name (« ont quitté Gao lundi »)
    return row.pos in _NO_END or row.text in (*words.days, *words.day_parts) or (label != "MISC" and row.pos == "NUM")


def _is_title(row: Row, label: str) -> bool:
    """Whether this is a title that is no part of a name with this label (« Prince » may be one of a ship)."""
    return row.text.lower() in _TITLES and (label == "PER" or row.text.endswith((".", "r", "me")))


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _known(rows: Sequence[Row], sentences: Iterable[tuple[int, int, int]], lang: str) -> Iterator[Entity]:
    """The names of the lists that stand in the text, the longest at each place, written as there."""
    names, leading = known_names(lang), _first_words(lang)
    for first, last, _ in sentences:
        at = first
        while at < last:
            size = _size(rows, at, last, names, leading)
            if size:
                yield Entity(at, at + size, names[_words(rows[at : at + size])])
            at += size or 1


def _size(rows: Sequence[Row], at: int, last: int, names: Mapping[tuple[str, ...], str], first: Collection[str]) -> int:
    if rows[at].text.replace("’", "'") not in first:
        return 0
    for size in range(min(_LONGEST, last - at), 0, -1):
        inside = rows[at : at + size]
        if _words(inside) in names and any(row.pos in ("PROPN", "X") for row in inside):
            return size
    return 0


def _words(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(row.text.replace("’", "'") for row in rows)


@cache
def _first_words(lang: str) -> frozenset[str]:
    """The words that known names begin with, asked first, since most words are no such."""
    return frozenset(name[0] for name in known_names(lang) if name and name[0][:1].isupper())


@kept
def known_names(lang: str) -> Mapping[tuple[str, ...], str]:
    """Labels of the known names, by their words; a name in both lists is an organisation only if it is no place."""
    found: dict[tuple[str, ...], str] = {}
    for table, label in (("organisations", "ORG"), *((table, "LOC") for table in _PLACES)):
        with data_file("world", f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                names = "|".join(row.get(column) or "" for column in ("both", lang, f"capital_{lang}")).split("|")
                found.update((tuple(_cut(name)), label) for name in names if name[:1].isupper() and len(name) > 2)
    return found


def _cut(name: str) -> Iterator[str]:
    """The words of a name as the tokenizer cuts them, roughly."""
    for word in name.replace("’", "'").split():
        head, mark, rest = word.partition("'")
        if mark and len(head) <= 2 and rest:
            yield from (head + mark, rest)
        else:
            yield word
