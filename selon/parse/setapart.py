"""French participles that commas set apart from the noun they tell of, and clauses that open a sentence.

« Le Vietnam, envahi mardi par la Chine, proteste », « Blessé mardi par l'armée, un reporter … »: the participle is of
the noun beside it and who stands behind « par » did it, whatever the parser has made of the words. « Ayant arrêté X, la
police … », « Après avoir tué X, des rebelles … »: the verb of the sentence is the one behind the comma. What comes out
is a tree again. Data: `fr/trees.yml` (`days`, `opening_clauses`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.lemmas import Lemmas
from selon.parse.perfected import is_participle_form
from selon.parse.rows import PARTICIPLE, base, governors, has, small, window
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_NOUNS = ("NOUN", "PROPN")
_MISTAKEN = ("ADJ", "X", "NOUN", "VERB")
# So many words a participle set apart has at most behind it.
_LONGEST = 25
_BEFORE_VERB = ("AUX", "PRON", "ADV", "PART")
_AGENT = "par"
_MARKS = frozenset(["«", "»", "“", "”", '"'])
# Where a parser hangs a subject that it does not see as one.
_LOOSE = ("parataxis", "dislocated", "appos", "obl", "nmod", "vocative", "advcl")


def give_apart(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Sets the participles between commas of one sentence right, in place."""
    for i in range(start, end - 3):
        close = _close(rows, i, start, end)
        if close is None or (verb := _participle(rows, i, close, lemmas)) is None:
            continue
        main = _main_behind(rows, close, end) if i > start else _main_with_subject(rows, close, end)
        noun = _noun_before(rows, i - 1, start) if i > start else None
        if main is not None and (noun is not None or i == start):
            if i == start:
                _give_subject(rows, main, close, i + 1)
            _set_apart(rows, i, noun, main, close, start, end)
            rows[i] = replace(rows[i], pos="VERB", lemma=verb, morph=PARTICIPLE)


def give_opened(rows: list[Row], start: int, end: int) -> None:
    """Makes the verb behind the comma the main one of a sentence that opens with « après avoir … », « ayant … »,
    « en …ant »."""
    opener = _opener(rows, start, end)
    close = next((j for j in range(opener, end) if rows[j].text == ","), None) if opener is not None else None
    main = _main_with_subject(rows, close, end) if close is not None else None
    if opener is None or close is None or main is None:
        return
    if rows[main].head not in (*range(opener, close), main):
        return
    _give_subject(rows, main, close, opener + 1)
    subject = _subject(rows, main, close)
    _put_over(rows, main, opener, start, end)
    for j in range(opener + 1, close):  # its object, which seemed a subject of the verb behind or of its own
        mistaken = rows[j].rel.startswith("nsubj") and rows[j].head in (main, opener)
        if mistaken and rows[j].pos in _NOUNS and j != subject:
            rows[j] = replace(rows[j], head=opener, rel="obj")


def give_parted(rows: list[Row], start: int, end: int) -> None:
    """Gives a verb the noun that opens the sentence for its subject where an aside in commas parts them (« Pretoria,
    selon l'ONU, a accusé le Niger »)."""
    comma = next((j for j in range(start, end) if rows[j].text == ","), end)
    close = next((j for j in range(comma + 1, end) if rows[j].text == ","), end)
    quoted = any(rows[j].text in _MARKS for j in range(start, close))
    main = _main_behind(rows, close, end) if close < end and not quoted else None
    noun = _noun_before(rows, comma, start) if main is not None and comma > start else None
    if noun is None or main is None or rows[noun].head != main or base(rows[noun]) not in _LOOSE:
        return
    behind = [j for j in range(start, end) if rows[j].head == main and rows[j].rel.startswith("nsubj")]
    if any(j < main or rows[j].pos not in _NOUNS for j in behind):
        return
    rows[noun] = replace(rows[noun], rel="nsubj")
    for j in behind:
        rows[j] = replace(rows[j], rel="obj")


def _close(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The comma that ends what is set apart from word `i` on, where a comma opens it or it opens the sentence."""
    if i != start and rows[i - 1].text != ",":
        return None
    return next((j for j in range(i + 1, min(i + _LONGEST, end - 1)) if rows[j].text == ","), None)


def _participle(rows: Sequence[Row], i: int, close: int, lemmas: Lemmas) -> str | None:
    """The verb of which a word is a past participle alone, told by its day or its doer behind it; None for others."""
    row, form = rows[i], small(rows[i])
    opens = row.pos == "PROPN" and small(rows[i - 1]) != ","
    if not (row.pos in _MISTAKEN or opens) or not is_participle_form(form) or form.endswith("ant"):
        return None
    if has(rows, i, ("aux", "cop", "nsubj", "mark", "det"), 0 if i == 0 else i - 1, i + 1):
        return None
    verb = lemmas.of(form, "VERB", row.lemma if row.pos == "VERB" else "")
    told = small(rows[i + 1]) in tree_words("fr").days or any(small(each) == _AGENT for each in rows[i + 1 : close])
    known = row.pos == "VERB" or verb in lemmas.verbs or lemmas.irregular.get(verb) == verb
    return verb if told and verb and known else None


def _noun_before(rows: Sequence[Row], comma: int, start: int) -> int | None:
    """The head of the noun phrase that ends at a comma, led by no preposition."""
    noun = comma - 1
    while noun >= start and rows[noun].pos == "ADJ":
        noun -= 1
    while start <= rows[noun].head < comma and rows[noun].head != noun and rows[rows[noun].head].pos in _NOUNS:
        noun = rows[noun].head
    led = has(rows, noun, ("case",), start, comma)
    return noun if noun >= start and rows[noun].pos in _NOUNS and not led else None


def _main_behind(rows: Sequence[Row], close: int, end: int) -> int | None:
    """The finite verb right behind a comma, with nothing but clitics and auxiliaries before it."""
    for j in range(close + 1, end):
        if rows[j].pos not in (*_BEFORE_VERB, "VERB"):
            return None
        if rows[j].pos == "VERB":
            helped = any(each.pos == "AUX" and each.head == j for each in rows[close + 1 : j])
            return j if helped or rows[j].morph.get("VerbForm") == "Fin" else None
    return None


def _main_with_subject(rows: Sequence[Row], close: int, end: int) -> int | None:
    """The verb behind a comma that has a noun or pronoun right behind that comma for its subject."""
    if (found := _after_phrase(rows, close, end)) is not None:
        return found
    for j in range(close + 2, end):
        if rows[j].pos == "VERB" and (subject := _subject(rows, j, close)) is not None:
            free = all(rows[k].text != "," for k in range(close + 1, subject))
            finite = rows[j].morph.get("VerbForm") == "Fin" or has(rows, j, ("aux",), close, j)
            return j if free and finite else None
    return None


def _subject(rows: Sequence[Row], verb: int, close: int) -> int | None:
    """The subject of a verb between a comma and it."""
    return next((j for j in range(close + 1, verb) if rows[j].head == verb and base(rows[j]) == "nsubj"), None)


def _after_phrase(rows: Sequence[Row], close: int, end: int) -> int | None:
    """The finite verb right behind the simple noun phrase that stands right behind a comma, whatever the tree says."""
    at = close + 1
    if at >= end or rows[at].pos not in ("DET", "NUM", "PROPN"):
        return None
    while at < end and rows[at].pos in ("DET", "NUM", "NOUN", "PROPN", "ADJ"):
        at += 1
    verb = next((j for j in range(at, min(at + 4, end)) if rows[j].pos == "VERB"), None)
    if verb is None or any(rows[j].pos not in _BEFORE_VERB for j in range(at, verb)):
        return None
    finite = rows[verb].morph.get("VerbForm") == "Fin" or any(rows[j].pos == "AUX" for j in range(at, verb))
    return verb if finite else None


def _give_subject(rows: list[Row], verb: int, close: int, start: int) -> None:
    """Makes the phrase right behind a comma the subject of the verb behind it, and nothing before the comma."""
    if _subject(rows, verb, close) is None:
        noun = next((j for j in range(close + 1, verb) if rows[j].pos in _NOUNS), None)
        if noun is None:
            return
        rows[noun] = replace(rows[noun], head=verb, rel="nsubj")
    for j in range(start, close):
        if rows[j].head == verb and rows[j].rel.startswith("nsubj") and rows[j].pos == "PROPN":
            noun = next((k for k in (j - 1, j - 2) if k >= start and rows[k].pos == "NOUN"), None)
            if noun is not None:  # « la présidente chilienne Michelle Bachelet »: the name of who stands before it
                rows[j] = replace(rows[j], head=noun, rel="appos")


def _set_apart(rows: list[Row], i: int, noun: int | None, main: int, close: int, start: int, end: int) -> None:
    """Hangs a participle on its noun, or else on the verb behind; its day and its doer on it; and sets the verb over
    the noun where the tree had set the participle over both."""
    if rows[main].head == i or rows[i].head == i:
        _put_over(rows, main, i, start, end)
    if noun is not None:
        if rows[noun].head in (i, main):
            rows[noun] = replace(rows[noun], head=main, rel="nsubj")
        rows[i] = replace(rows[i], head=noun, rel="acl")
    elif rows[i].head != main or base(rows[i]) != "advcl":
        rows[i] = replace(rows[i], head=main, rel="advcl")
    led = (j for j in range(i + 1, close) if rows[j].pos in _NOUNS and _is_led(rows, j, i))
    if (agent := next(led, None)) is not None and rows[rows[agent].head].pos not in ("VERB", "ADJ"):
        rows[agent] = replace(rows[agent], head=i, rel="obl:agent")
    for j in range(i + 1, close):
        if small(rows[j]) in tree_words("fr").days and (not i < rows[j].head < close or rows[j].rel == "obj"):
            rows[j] = replace(rows[j], head=i, rel="obl:mod")


def _is_led(rows: Sequence[Row], noun: int, i: int) -> bool:
    """Whether « par » leads a noun phrase."""
    return any(rows[k].head == noun and rows[k].rel == "case" and small(rows[k]) == _AGENT for k in range(i + 1, noun))


def _put_over(rows: list[Row], main: int, below: int, start: int, end: int) -> None:
    """Makes a verb take the place of the word that governed it, with all that stands before or behind the commas."""
    if main in governors(rows, below):
        rows[below] = replace(rows[below], head=main, rel="advcl")
        return
    old = rows[below]
    over = main if old.head in (below, main) else old.head
    rel = "root" if over == main else old.rel
    for j in window(below, start, end):
        outside = (j < below and rows[j].pos in (*_NOUNS, "PRON")) or j > main
        if rows[j].head == below and outside and j not in (main, below):
            rows[j] = replace(rows[j], head=main)
    rows[main] = replace(rows[main], head=over, rel=rel)
    rows[below] = replace(rows[below], head=main, rel="advcl")


def _opener(rows: Sequence[Row], start: int, end: int) -> int | None:
    """The verb of a clause without a subject that opens a sentence."""
    words = tree_words("fr").opening_clauses
    if small(rows[start]) not in words:
        return None
    for i in range(start + 1, min(start + 5, end)):
        row = rows[i]
        having = has(rows, i, ("aux",), start, i)
        present = small(row).endswith("ant") and small(rows[start]) == "en"
        if row.pos == "VERB" and (having or present or row.morph.get("VerbForm") == "Inf"):
            return i
    return None
