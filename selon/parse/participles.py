"""French: past participles that the parser takes for something else.

One behind a comma narrows the noun before it, and is no second deed of the subject (« l'internet, rétabli par les
opérateurs »); one that opens the sentence is no name (« Relâchée au bout de deux jours, … »), one behind « se » no
adjective (« s'étaient téléphoné »), one of a verb of motion behind « est » no noun (« est parti »). And « plus que
jamais » is one adverb. Data: `fr/trees.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.lemmas import Lemmas
from selon.parse.rows import PARTICIPLE, base, small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_WITHIN = ("amod", "flat", "flat:name", "appos")
# Last letters of past participles without their endings for gender and number.
_ENDINGS = "éiutp"
_EVER = ("plus", "que", "jamais")
_LIKE = ("comme", "jamais")


def give_gone(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Makes the perfects that seem a subject and what it is (« il est revenu sur ») verbs."""
    for i in range(start + 1, end):
        if rows[i].pos not in ("NOUN", "ADJ"):
            continue
        be = next((j for j in range(i - 1, max(i - 4, start), -1) if rows[j].head == i and rows[j].rel == "cop"), None)
        alone = be is not None and all(row.pos == "ADV" for row in rows[be + 1 : i])
        verb = lemmas.of(small(rows[i]), "VERB", "") if alone else ""
        if be is not None and verb in tree_words("fr").gone and _make_participle(rows, i, lemmas):
            rows[be] = replace(rows[be], pos="AUX", rel="aux:tense")


def give_participles(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Sets the participles of a sentence right, and makes one adverb of « plus que jamais »."""
    if rows[start].pos in ("PROPN", "ADJ", "NOUN") and rows[start].rel == "advcl":
        _make_participle(rows, start, lemmas)
    for i in range(start + 2, end):
        if rows[i].pos == "ADJ" and (be := _reflexive_be(rows, i)) is not None and _make_participle(rows, i, lemmas):
            rows[be] = replace(rows[be], rel="aux:tense")
    for i in range(start + 2, end - 1):
        noun = _described(rows, i, start, end)
        if noun is not None:
            rows[i] = replace(rows[i], head=noun, rel="acl")
    for i in range(start, end - 2):
        for words in (_EVER, _LIKE):
            if tuple(row.text.lower() for row in rows[i : i + len(words)]) == words:
                _bind(rows, i, i + len(words), start, end)


def _make_participle(rows: list[Row], i: int, lemmas: Lemmas) -> bool:
    """Makes a word a past participle if it may be one of a known verb."""
    form = rows[i].text.lower()
    lemma = lemmas.of(form, "VERB", "")
    if not lemma or form.rstrip("es")[-1:] not in _ENDINGS:
        return False
    rows[i] = replace(rows[i], pos="VERB", lemma=lemma, morph=PARTICIPLE)
    return True


def _reflexive_be(rows: Sequence[Row], i: int) -> int | None:
    """The copula of an adjective that has « se » before it."""
    be = next((j for j in range(i - 1, max(i - 4, 0), -1) if rows[j].head == i and rows[j].rel == "cop"), None)
    if be is None or small(rows[be - 1]) not in ("se", "s'"):
        return None
    return be


def _described(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The noun before it or its comma with which a participle without auxiliary, subject or object agrees."""
    row = rows[i]
    past = row.pos == "VERB" and row.morph.get("VerbForm") == "Part" and row.morph.get("Tense") == "Past"
    comma = rows[i - 1].text == ","
    if not past or row.rel != ("conj" if comma else "advcl"):
        return None
    below = {base(each) for each in rows[start:end] if each.head == i and each is not row}
    if below & {"aux", "obj", "nsubj", "cc", "mark", "xcomp", "ccomp"}:
        return None
    noun = i - 2 if comma else i - 1
    while noun > row.head and rows[noun].rel in _WITHIN and row.head < rows[noun].head < noun:
        noun = rows[noun].head
    while noun > row.head and rows[noun].pos in ("NOUN", "PROPN"):
        if _agrees(row, rows[noun]):
            return noun
        if rows[noun].rel != "nmod" or rows[noun].head >= noun:
            break
        noun = rows[noun].head
    return None


def _agrees(participle: Row, noun: Row) -> bool:
    return noun.pos == "NOUN" and all(
        noun.morph.get(name, value) == value
        for name in ("Gender", "Number")
        if (value := participle.morph.get(name)) is not None
    )


def _bind(rows: list[Row], first: int, last: int, start: int, end: int) -> None:
    """Makes the words from `first` to before `last` one adverb of the verb before, which takes what hung on it."""
    verb = next((i for i in range(first - 1, start - 1, -1) if rows[i].pos in ("VERB", "AUX", "ADJ")), None)
    if verb is None:
        return
    for i in range(start, end):
        if first <= rows[i].head < last and not first <= i < last:
            rows[i] = replace(rows[i], head=verb if i != verb else i)
    main = last - 2  # « que », « comme »: neither « plus » nor « jamais » negates here
    for i in range(first, last):
        rows[i] = replace(rows[i], pos="ADV", head=verb if i == main else main, rel="advmod" if i == main else "fixed")
