"""French subjects that stand behind their verb and that the parser takes for its object: « comme le réclamaient les
manifestants », « Nous resterons », a prévenu le chef. Data: `fr/trees.yml` (`fronted_objects`, `telling`, `days`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import has, is_past_participle, small, window
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_ENDS = frozenset([",", "»", "”", '"'])


def subject_behind(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The noun that seems the object of a verb and is its subject."""
    for asked in (_inverted, _inverted_below, _teller):
        if (found := asked(rows, i, start, end)) is not None:
            return found
    return None


def give_inverted(rows: list[Row], start: int, end: int) -> None:
    """Sets right the subjects behind the verbs of relative clauses, once these hang where they belong."""
    for i in range(start, end):
        if rows[i].rel == "acl:relcl" and (found := _inverted_below(rows, i, start, end)) is not None:
            make_subject(rows, found, i, start, end)


def make_subject(rows: list[Row], subject: int, verb: int, start: int, end: int) -> None:
    """Makes a noun the subject of its verb; a clause that seemed to be is what the verb says."""
    for j in range(start, end):
        if rows[j].head == verb and rows[j].rel.startswith("nsubj"):
            rows[j] = replace(rows[j], rel="ccomp")
    below = rows[subject].head
    inner = below > verb and rows[below].morph.get("VerbForm") == "Inf"
    for j in range(start, verb):  # « que vient de fustiger X » is the object of « fustiger »
        if rows[j].head in (verb, below) and small(rows[j]) in ("que", "qu'"):
            rows[j] = replace(rows[j], pos="PRON", head=below if inner else verb, rel="obj")
    rows[subject] = replace(rows[subject], head=verb, rel="nsubj")
    for j in range(verb, subject):  # « des » before people is an article
        if rows[j].head == subject and rows[j].rel == "case" and small(rows[j]) == "des":
            rows[j] = replace(rows[j], pos="DET", rel="det")


def _inverted(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The noun behind a verb that seems its second object and is its subject (« comme le réclamaient les
    manifestants », « la loi que dénoncent les syndicats »)."""
    if rows[i].pos != "VERB":
        return None
    below = [j for j in range(start, end) if rows[j].head == i and j != i]
    if any(rows[j].rel.startswith("nsubj") for j in below):
        return None
    objects = tree_words("fr").fronted_objects
    first = [j for j in below if j < i and rows[j].rel == "obj" and rows[j].pos == "PRON" and small(rows[j]) in objects]
    nouns = [j for j in below if j > i and rows[j].rel == "obj" and rows[j].pos in ("NOUN", "PROPN")]
    return nouns[0] if first and nouns else None


def _inverted_below(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The noun behind the infinitive of a verb with a fronted object, whose subject it is (« que vient de fustiger
    l'Éthiopie », « que veut expulser le gouvernement »); or what seems a part of the noun before the pronoun (« qu'a
    accusé mardi Pretoria »)."""
    if rows[i].pos != "VERB" or not rows[i].rel.startswith("acl:relcl"):
        return None
    near = window(i, start, end)
    below = [j for j in near if rows[j].head == i and j != i]
    infinitives = [j for j in below if j > i and rows[j].pos == "VERB" and rows[j].morph.get("VerbForm") == "Inf"]
    first = [j for j in range(near.start, i) if rows[j].head in (i, *infinitives) and small(rows[j]) in ("que", "qu'")]
    if not first or any(rows[j].rel.startswith("nsubj") for j in below if j not in first):
        return None
    heads = (i, rows[i].head, *infinitives)
    nouns = [j for j in range(i + 1, near.stop) if rows[j].head in heads and rows[j].pos in ("NOUN", "PROPN")]
    nouns = [j for j in nouns if not _is_led(rows, j, i) and small(rows[j]) not in tree_words("fr").days]
    close = next((j for j in range(i, near.stop) if rows[j].text == ","), near.stop)
    return nouns[0] if nouns and nouns[0] < close and rows[nouns[0]].rel != "nsubj" else None


def _is_led(rows: Sequence[Row], noun: int, start: int) -> bool:
    """Whether a preposition leads a noun, but for « des », which is an article before people."""
    led = [rows[j] for j in range(start, noun) if rows[j].head == noun and rows[j].rel == "case"]
    return any(small(each) != "des" for each in led)


def _teller(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """Who says what stands before, where the tree makes him the object (« Nous resterons », a prévenu le chef)."""
    verb = rows[i]
    if verb.pos != "VERB" or verb.lemma not in tree_words("fr").telling or verb.morph.get("VerbForm") == "Inf":
        return None
    if verb.morph.get("VerbForm") == "Part" and verb.morph.get("Tense") == "Pres":
        return None  # « …, fustigeant le Niger »
    below = [j for j in range(start, end) if rows[j].head == i and j != i]
    first = min([i, *(j for j in below if rows[j].rel.startswith(("aux", "expl")) or rows[j].pos == "PRON")])
    if first <= start or rows[first - 1].text not in _ENDS:
        return None
    if any(rows[j].rel.startswith("nsubj") and not _is_clause(rows, j, start, end) for j in below):
        return None
    if is_past_participle(verb) and first == i:
        return None
    more = any(rows[j].rel == "cc" or (j > i and rows[j].rel in ("ccomp", "xcomp", "conj")) for j in below)
    nouns = [j for j in below if j > i and rows[j].rel == "obj" and rows[j].pos in ("NOUN", "PROPN")]
    nouns = [j for j in nouns if small(rows[j]) not in tree_words("fr").days]
    near = nouns and all(_may_stand_between(rows[j]) for j in range(i + 1, nouns[0]))
    return nouns[0] if near and not more else None


def _is_clause(rows: Sequence[Row], i: int, start: int, end: int) -> bool:
    """Whether a noun is the predicate of a clause (« ce sera la guerre »)."""
    return has(rows, i, ("cop",), start, end)


def _may_stand_between(row: Row) -> bool:
    return row.pos in ("DET", "ADJ", "ADV", "NUM") or small(row) in tree_words("fr").days
