"""Words of a tree that hang on what governs nothing: on an auxiliary instead of its verb ("India and China have each
massed"), French objects on the adverbial phrase before them (« a rejeté à une large majorité le pacte »), and the
second of two subjects that "and" joins on the verb of both (« Israël et le Hamas ont »). Data: `fr/trees.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import base, has, small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_ON_VERBS = ("nsubj", "obj", "iobj", "obl", "advmod", "xcomp", "ccomp", "advcl", "expl")
_NOUNS = ("NOUN", "PROPN")
_COMPLEMENTS = ("obj", "xcomp", "ccomp")
# Where the parser hangs a subject that opens the sentence and that it does not see as one.
_BESIDE = ("parataxis", "dislocated", "vocative")
# So many words stand at most before a noun in its phrase, and in an apposition.
_WIDTH = 4
_ASIDE = 12


def tighten(rows: list[Row], start: int, end: int, lang: str) -> None:
    """Sets right the words of one sentence, in place."""
    for i in range(start, end):
        over = rows[rows[i].head]
        if base(rows[i]) in _ON_VERBS and base(over) == "aux" and over.head != i:
            rows[i] = replace(rows[i], head=over.head)
    for i in range(start + 2, end) if lang == "fr" else ():
        if _is_seen(rows, i):
            rows[i - 1] = replace(rows[i - 1], pos="AUX", rel="aux:caus")
        if (verb := _verb_of(rows, i, start) or _verb_before(rows, i, start)) is not None:
            _make_object(rows, i, verb, start)
    for i in range(start + 2, end) if lang == "fr" else ():
        if rows[i].lemma in tree_words("fr").heedless and small(rows[i - 1]) == "sans":
            _make_adverb(rows, i, start, end)
    for i in range(start + 2, end):
        if rows[i].pos in _NOUNS and (first := _joined_to(rows, i, start)) is not None:
            rows[i] = replace(rows[i], head=first, rel="conj")
        elif _is_apposed(rows, i, start, end):
            rows[i] = replace(rows[i], rel="appos")
        elif (subject := _behind_opening(rows, i, start, end)) is not None:
            rows[subject] = replace(rows[subject], head=i, rel="nsubj")


def _is_apposed(rows: Sequence[Row], i: int, start: int, end: int) -> bool:
    """Whether a noun that seems one more of a list is set off by commas before the verb, and no word joins it (« des
    miliciens, des alliés du président, ont »)."""
    first = rows[i].head
    if rows[i].pos != "NOUN" or rows[i].rel != "conj" or not start <= first < i or has(rows, i, ("cc",), start, i):
        return False
    opened = next((j for j in range(i - 1, max(i - _WIDTH, first), -1) if rows[j].text == ","), None)
    close = next((j for j in range(i + 1, min(i + _ASIDE, end - 1)) if rows[j].text == ","), None)
    if opened is None or close is None or rows[close + 1].pos not in ("AUX", "VERB", "PRON"):
        return False
    others = [j for j in range(start, end) if rows[j].head == first and rows[j].rel == "conj" and j != i]
    inside = any(row.pos in ("VERB", "AUX", "CCONJ") for row in rows[i:close])
    return not inside and all(j < opened and has(rows, j, ("cc",), start, j) for j in others)


def _make_object(rows: list[Row], i: int, verb: int, start: int) -> None:
    """Makes a noun the object of a verb, and « des » before it an article."""
    rows[i] = replace(rows[i], head=verb, rel="obj")
    for j in range(max(i - _WIDTH, start), i):
        if rows[j].head == i and rows[j].rel == "case":
            rows[j] = replace(rows[j], pos="DET", rel="det")


def _make_adverb(rows: list[Row], i: int, start: int, end: int) -> None:
    """Makes « sans attendre » an adverb where nothing is awaited; what hangs on it hangs on its verb."""
    if has(rows, i, ("obj", "ccomp"), start, end) or not start <= rows[i].head < i:
        return
    for j in range(start, end):
        if rows[j].head == i and j not in (i, i - 1):
            rows[j] = replace(rows[j], head=rows[i].head)
    rows[i] = replace(rows[i], pos="ADV", rel="advmod", morph={})
    rows[i - 1] = replace(rows[i - 1], rel="case", head=i)


def _behind_opening(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The noun phrase between a comma and the finite main verb that has no subject, where the tree joins it to a noun
    of the clause or phrase before the comma (« Mettant fin à une querelle, Athènes et Prague se sont entendues »); the
    one that opens the sentence where it is set beside the verb."""
    if rows[i].pos != "VERB" or rows[i].head != i or has(rows, i, ("nsubj", "csubj", "expl:subj"), start, end):
        return None
    last = i - 1
    while last > start and (rows[last].pos in ("AUX", "PRON", "ADV") and rows[last].head == i):
        last -= 1
    finite = rows[i].morph.get("VerbForm") == "Fin" or any(row.pos == "AUX" for row in rows[last + 1 : i])
    comma = next((j for j in range(last, start, -1) if rows[j].text == ","), start - 1)
    if not finite or last < start or rows[last].pos not in (*_NOUNS, "ADJ") or rows[comma + 1].pos == "ADP":
        return None
    top = last
    while rows[top].head > comma and rows[top].head <= last and rows[top].head != top:
        top = rows[top].head
    loose = base(rows[top]) in ("conj", "appos", "flat", "nmod") and start <= rows[top].head < comma
    loose = loose or (comma < start and rows[top].head == i and base(rows[top]) in _BESIDE)
    joined = any(rows[j].pos == "CCONJ" for j in range(comma + 1, top))
    return top if loose and not joined and rows[top].pos in _NOUNS else None


def _verb_before(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The verb without object whose object a noun is that seems one of « sans attendre » or « des » of a time."""
    row, over, words = rows[i], rows[i].head, tree_words("fr")
    if row.pos != "NOUN" or not start <= over < i:
        return None
    if row.rel == "obj" and rows[over].lemma in words.heedless and small(rows[over - 1]) == "sans":
        verb = rows[over].head
    elif row.rel == "nmod" and rows[over].lemma in words.settings and _led_by(rows, i) == "des":
        while base(rows[over]) == "nmod" and rows[over].head < over:
            over = rows[over].head
        verb = rows[over].head if base(rows[over]) == "obl" else i
    else:
        return None
    below = [rows[j] for j in range(start, i) if rows[j].head == verb and j not in (verb, over)]
    free = start <= verb < over and rows[verb].pos == "VERB" and all(base(each) not in _COMPLEMENTS for each in below)
    helped = [each.lemma for each in rows[start:verb] if each.head == verb and base(each) == "aux"]
    return verb if free and "être" not in helped else None


def _led_by(rows: Sequence[Row], i: int) -> str:
    """The form of the preposition that a noun hangs by, if it stands right before the noun and its adjectives."""
    return next(
        (small(rows[j]) for j in range(i - 1, max(i - _WIDTH, -1), -1) if rows[j].head == i and rows[j].rel == "case"),
        "",
    )


def _is_seen(rows: Sequence[Row], i: int) -> bool:
    """Whether « se voir » stands before an infinitive that is done to its subject, and hangs on it."""
    see = rows[i - 1]
    infinitive = rows[i].morph.get("VerbForm") == "Inf" and see.head == i and see.lemma == "voir"
    return infinitive and any(row.lemma in ("se", "soi") for row in rows[max(i - 4, 0) : i - 1])


def _joined_to(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The subject before it to which "and" joins a subject of the same verb."""
    if base(rows[i]) != "nsubj" or rows[i].head <= i:
        return None
    joined = next(
        (j for j in range(i - 1, max(i - _WIDTH, start), -1) if rows[j].head == i and rows[j].rel == "cc"), None
    )
    if joined is None:
        return None
    others = (j for j in range(start, joined) if rows[j].head == rows[i].head and base(rows[j]) == "nsubj")
    return next((j for j in others if rows[j].pos in _NOUNS), None)


def _verb_of(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The verb without object whose adverbial phrase a noun with an article seems to explain, without a comma."""
    row, over = rows[i], rows[i].head
    if row.rel not in ("appos", "nmod") or row.pos != "NOUN" or over >= i or rows[over].pos not in _NOUNS:
        return None
    below = [(j, each) for j, each in enumerate(rows[start:i], start) if each.head == i]
    articles = [j for j, each in below if each.pos in ("DET", "NUM") and i - j <= _WIDTH]
    if not articles or any(each.rel == "case" for _, each in below):
        return None
    first = min(articles)
    if rows[first - 1].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "VERB"):
        return None
    while base(rows[over]) == "nmod" and rows[over].head < over:
        over = rows[over].head
    verb = rows[over].head
    led = has(rows, over, ("case",), start, over)
    free = not has(rows, verb, ("obj",), start, i + 1)
    adverbial = base(rows[over]) == "obl" and led and rows[verb].pos == "VERB" and verb < over
    passive = any(each.head == verb and each.rel == "aux:pass" for each in rows[start:verb])
    return verb if adverbial and free and not passive else None
