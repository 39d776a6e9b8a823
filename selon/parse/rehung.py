"""Words of a French tree that hang where they cannot: a weekday in a name, the participle of a perfect, an inverted
subject that seems a second object. Data: `fr/trees.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_OBJECTS = frozenset(["le", "la", "les", "l'", "que", "qu'"])
_IF = frozenset(["si", "s'"])
_ENDS = frozenset([",", "»", "”", '"'])
# So many words a verb's own adverbs may stand between it and its auxiliary.
_NEAR = 2


def rehang(rows: list[Row], start: int, end: int) -> None:
    """Sets right the words of one sentence, in place."""
    for i in range(start + 1, end):
        if rows[i].rel == "flat:name" and _small(rows[i]) in tree_words("fr").days:
            _free_day(rows, i)
        elif (noun := _named_by_agent(rows, i)) is not None:
            rows[i] = replace(rows[i], head=noun)
        elif rows[i].pos == "ADP" and rows[i].rel == "det":
            _lead(rows, i, start, end)
        elif (side := _other_side(rows, i, start, end)) is not None:
            rows[i] = replace(rows[i], head=side, rel="conj")
        elif (verb := _given(rows, i)) is not None:
            rows[i] = replace(rows[i], head=verb, rel="obj")
        elif (have := _loose_auxiliary(rows, start, i)) is not None:
            _make_perfect(rows, have, i, start, end)
    for i in range(start, end):
        if (main := _main_clause(rows, i, start, end)) is not None:
            _subordinate(rows, i, main, start, end)
        if rows[i].rel == "appos" and _is_past(rows[i]):
            rows[i] = replace(rows[i], rel="acl")
        subject = _inverted(rows, i, start, end)
        subject = _teller(rows, i, start, end) if subject is None else subject
        if subject is not None:
            _make_subject(rows, subject, i, start, end)


def _small(row: Row) -> str:
    return row.text.lower().replace("’", "'")


def _named_by_agent(rows: Sequence[Row], i: int) -> int | None:
    """The noun to which « de X » belongs behind the name of its agent (« l'adoption par l'UE de sanctions »)."""
    row, agent = rows[i], rows[i].head
    if row.rel != "nmod" or row.pos != "NOUN" or rows[agent].pos != "PROPN" or agent >= i:
        return None
    noun = rows[agent].head
    led = any(each.head == agent and each.rel == "case" and _small(each) == "par" for each in rows[noun + 1 : agent])
    of = any(each.head == i and each.rel == "case" and each.lemma == "de" for each in rows[agent + 1 : i])
    return noun if led and of and noun < agent and rows[noun].pos == "NOUN" else None


def _given(rows: Sequence[Row], i: int) -> int | None:
    """The verb whose object is a partitive that hangs on the phrase before it (« impute à l'armée des incursions »)."""
    row, phrase = rows[i], rows[i].head
    if row.rel != "nmod" or row.pos != "NOUN" or phrase >= i or not rows[phrase].rel.startswith("obl"):
        return None
    verb = rows[phrase].head
    if rows[verb].lemma not in tree_words("fr").giving or verb > phrase:
        return None
    partitive = any(each.head == i and each.rel == "case" and _small(each) == "des" for each in rows[phrase + 1 : i])
    object_ = any(each.head == verb and each.rel in ("obj", "ccomp", "xcomp", "nsubj:pass") for each in rows)
    return verb if partitive and not object_ else None


def _main_clause(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The verb that a condition before it governs in the tree (« Si X viole l'accord, nous attaquerons »)."""
    if rows[i].pos not in ("VERB", "AUX") or rows[i].rel.startswith("advcl"):
        return None
    if not any(rows[j].head == i and rows[j].rel == "mark" and _small(rows[j]) in _IF for j in range(start, i)):
        return None
    for j in range(i + 1, end):
        later = rows[j].head == i and rows[j].rel in ("conj", "parataxis") and rows[j].pos == "VERB"
        if later and (rows[j].morph.get("Tense") == "Fut" or rows[j].morph.get("Mood") == "Cnd"):
            return j
    return None


def _subordinate(rows: list[Row], condition: int, main: int, start: int, end: int) -> None:
    """Hangs a condition on its main clause, and on that what stands behind it."""
    old = rows[condition]
    for j in range(main + 1, end):
        if rows[j].head == condition:
            rows[j] = replace(rows[j], head=main)
    rows[main] = replace(rows[main], head=main if old.head == condition else old.head, rel=old.rel)
    rows[condition] = replace(old, head=main, rel="advcl")


def _make_subject(rows: list[Row], subject: int, verb: int, start: int, end: int) -> None:
    """Makes a noun the subject of its verb; a clause that seemed to be is what the verb says."""
    for j in range(start, end):
        if rows[j].head == verb and rows[j].rel.startswith("nsubj"):
            rows[j] = replace(rows[j], rel="ccomp")
    rows[subject] = replace(rows[subject], rel="nsubj")


def _is_past(row: Row) -> bool:
    return row.pos == "VERB" and row.morph.get("VerbForm") == "Part" and row.morph.get("Tense") != "Pres"


def _teller(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """Who says what stands before, where the tree makes him the object (« Nous resterons », a prévenu le chef)."""
    verb = rows[i]
    if verb.pos != "VERB" or verb.lemma not in tree_words("fr").telling or verb.morph.get("VerbForm") == "Inf":
        return None
    below = [j for j in range(start, end) if rows[j].head == i and j != i]
    first = min([i, *(j for j in below if rows[j].rel.startswith(("aux", "expl")) or rows[j].pos == "PRON")])
    if first <= start or rows[first - 1].text not in _ENDS:
        return None
    if any(rows[j].rel.startswith("nsubj") and not _is_clause(rows, j, start, end) for j in below):
        return None
    if _is_past(verb) and first == i:
        return None
    more = any(rows[j].rel == "cc" or (j > i and rows[j].rel in ("ccomp", "xcomp", "conj")) for j in below)
    nouns = [j for j in below if j > i and rows[j].rel == "obj" and rows[j].pos in ("NOUN", "PROPN")]
    nouns = [j for j in nouns if _small(rows[j]) not in tree_words("fr").days]
    near = nouns and all(_may_stand_between(rows[j]) for j in range(i + 1, nouns[0]))
    return nouns[0] if near and not more else None


def _is_clause(rows: Sequence[Row], i: int, start: int, end: int) -> bool:
    """Whether a noun is the predicate of a clause (« ce sera la guerre »)."""
    return any(rows[j].head == i and rows[j].rel == "cop" for j in range(start, end))


def _may_stand_between(row: Row) -> bool:
    return row.pos in ("DET", "ADJ", "ADV", "NUM") or _small(row) in tree_words("fr").days


def _lead(rows: list[Row], i: int, start: int, end: int) -> None:
    """Makes « du » before a name its preposition, not its article; beside an object it is none (« exige du Bélarus la
    libération »)."""
    name, rows[i] = rows[i].head, replace(rows[i], rel="case")
    verb = rows[name].head
    beside = any(rows[j].head == verb and rows[j].rel == "obj" for j in range(start, end) if j != name)
    if rows[name].rel == "obj" and rows[name].pos == "PROPN" and beside:
        rows[name] = replace(rows[name], rel="obl:arg")


def _other_side(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The first side of « entre X et Y » whose second one the tree makes another subject of the verb behind it."""
    verb = rows[i].head
    if rows[i].rel != "nsubj" or verb < i:
        return None
    before = i - 1
    while before > start and rows[before].pos in ("DET", "ADJ", "NUM"):
        before -= 1
    if _small(rows[before]) != "et":
        return None
    others = [j for j in range(start, before) if rows[j].head == verb and rows[j].rel.startswith("nsubj")]
    sides = [j for j in range(start, before) if rows[j].rel.startswith("nmod") and rows[j].head in others]
    led = [j for j in sides if any(each.head == j and _small(each) == "entre" for each in rows[start:j])]
    return led[-1] if led else None


def _free_day(rows: list[Row], i: int) -> None:
    """Hangs a day on what the name hangs on (« ont quitté Gao lundi »)."""
    name = rows[i].head
    rows[i] = replace(rows[i], head=rows[name].head if rows[name].head != name else name, rel="obl:mod")


def _loose_auxiliary(rows: Sequence[Row], start: int, i: int) -> int | None:
    """The form of « avoir » right before a participle that the tree makes its object (« a déchu 94 opposants »)."""
    row, have = rows[i], rows[i].head
    participle = row.pos == "VERB" and row.morph.get("VerbForm") != "Inf" and row.morph.get("Tense") != "Pres"
    near = start <= i - _NEAR <= have < i or have == i - 1
    if not participle or not near or row.rel not in ("obj", "xcomp") or _small(rows[have]) not in tree_words("fr").have:
        return None
    between = rows[have + 1 : i]
    return have if rows[have].pos == "VERB" and all(each.pos == "ADV" for each in between) else None


def _make_perfect(rows: list[Row], have: int, i: int, start: int, end: int) -> None:
    """Makes the participle the verb and the form of « avoir » its auxiliary."""
    old = rows[have]
    for j in range(start, end):
        if rows[j].head == have and j not in (have, i):
            rows[j] = replace(rows[j], head=i)
    rows[have] = replace(old, pos="AUX", head=i, rel="aux:tense")
    rows[i] = replace(rows[i], head=i if old.head == have else old.head, rel=old.rel)


def _inverted(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The noun behind a verb that seems its second object and is its subject (« comme le réclamaient les
    manifestants », « la loi que dénoncent les syndicats »)."""
    if rows[i].pos != "VERB":
        return None
    below = [j for j in range(start, end) if rows[j].head == i and j != i]
    if any(rows[j].rel.startswith("nsubj") for j in below):
        return None
    first = [
        j for j in below if j < i and rows[j].rel == "obj" and rows[j].pos == "PRON" and _small(rows[j]) in _OBJECTS
    ]
    nouns = [j for j in below if j > i and rows[j].rel == "obj" and rows[j].pos in ("NOUN", "PROPN")]
    return nouns[0] if first and nouns else None
