"""Rows of a parsed document, set right where a French parser goes wrong: nouns taken for verbs, split perfects.

« l'opposant », « un raid » are nouns behind their article; in « qui a en retour accusé X » the participle is the verb
and « a » its auxiliary. What comes out is a tree again: every head lies in its own sentence. Data: `{fr,en}/trees.yml`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from selon.parse.contents import give_contents
from selon.parse.future import give_future
from selon.parse.headlines import give_headline
from selon.parse.hidden import give_hidden, with_unmet
from selon.parse.idioms import set_right
from selon.parse.lemmas import Lemmas
from selon.parse.loose import tighten
from selon.parse.negated import give_negated
from selon.parse.participles import give_participles
from selon.parse.rehung import rehang
from selon.parse.relatives import bind_relatives
from selon.parse.reread import reread
from selon.parse.tree import Row
from selon.parse.treewords import tree_words
from selon.parse.unverbed import give_verb

# Determiners that are nothing else, and those that may be pronouns before a verb.
_PLAIN = frozenset("un une ce cet cette ces mon ton son ma ta sa mes tes ses notre votre nos vos".split())
_MAYBE = frozenset(["le", "la", "les", "l'", "leur", "leurs", "des", "du", "au", "aux"])
_NOMINAL = ("nsubj", "obj", "obl", "nmod", "appos")
# So many words before a noun its determiner and preposition stand.
_NEAR = 5
# What leads a clause beside the main one.
_BESIDE = frozenset({"après", "avant", "sans"})


def mended(rows: Sequence[Row], sentences: Iterable[tuple[int, int, int]], lang: str, lemmas: Lemmas) -> list[Row]:
    """The rows in order, those that were taken for what they cannot be set right."""
    found = list(rows)
    if lang != "fr":
        for start, end, _ in sentences:
            for i in range(start + 1, end - 1):
                if _is_name(found, i):
                    _make_name(found, i, start, end)
            for i in range(start + 1, end):
                if _is_finite(found, start, i):
                    found[i] = replace(found[i], morph={"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"})
            give_headline(found, start, end)
            reread(found, start, end)
            give_verb(found, start, end)
            set_right(found, start, end)
            tighten(found, start, end, lang)
            bind_relatives(found, start, end, lang)
        return found
    lemmas = with_unmet(lemmas)
    for start, end, _ in sentences:
        give_negated(found, start, end, lemmas)
        give_hidden(found, start, end, lemmas)
        for i in range(start + 1, end):
            if _is_noun(found, i):
                _make_noun(found, i, lemmas)
            elif (verb := _verb_of_clause(found, start, i)) is not None:
                found[i] = replace(found[i], head=verb, rel="advcl")
            elif _stands_as_noun(found, start, i):
                found[i] = replace(found[i], pos="NOUN", rel="obl:mod")
            if _is_somebody(found, i, start, end):
                found[i] = replace(found[i], rel="nsubj")
        for i in range(start + 2, end):
            if _is_swapped(found, i, lemmas):
                _swap(found, i, start, end, lemmas)
        for i in range(start, end - 1):
            if _is_loose_lors(found, i):
                _bind_lors(found, i)
        for i in range(start, end):
            if _is_split(found, i):
                _join(found, i, start, end)
        give_future(found, start, end)
        rehang(found, start, end)
        give_participles(found, start, end, lemmas)
        give_contents(found, start, end)
        tighten(found, start, end, lang)
        bind_relatives(found, start, end, lang)
    return found


def _is_somebody(rows: Sequence[Row], i: int, start: int, end: int) -> bool:
    """Whether the « il » of a verb that has a doer is taken for nobody (« a dit qu'il ne se plierait pas »)."""
    row, verb = rows[i], rows[rows[i].head]
    if row.rel != "expl:subj" or _small(row) != "il" or verb.pos != "VERB":
        return False
    clause = any(rows[j].head == row.head and _base(rows[j]) in ("ccomp", "csubj") for j in range(start, end))
    return not clause and verb.lemma not in tree_words("fr").impersonal


def _is_finite(rows: Sequence[Row], start: int, i: int) -> bool:
    """English: whether a verb taken for an infinitive has a subject of its own ("the rebels, who now control Goma")."""
    row = rows[i]
    bare = row.pos == "VERB" and row.morph.get("VerbForm") == "Inf" and row.rel in ("root", "acl:relcl", "advcl")
    if not bare:
        return False
    below = [each for each in rows[max(start, i - _NEAR) : i] if each.head == i]
    led = any(each.pos == "AUX" or _small(each) == "to" for each in below)
    return not led and any(_base(each) == "nsubj" for each in below)


def _is_name(rows: Sequence[Row], i: int) -> bool:
    """English: whether the last word of a name is taken for the verb, and the verb for its complement
    ("Human Rights Watch condemned Sudan").
    """
    row, before, verb = rows[i], rows[i - 1], rows[i + 1]
    capital = row.text[0].isupper() and before.text[0].isupper() and not row.text.isupper()
    return capital and row.pos == "VERB" and verb.pos == "VERB" and verb.head == i and _base(verb) in ("xcomp", "ccomp")


def _make_name(rows: list[Row], i: int, start: int, end: int) -> None:
    """Makes a row the subject of the verb behind it, which takes its place in the tree."""
    name, verb = rows[i], i + 1
    rows[verb] = replace(rows[verb], head=verb if name.head == i else name.head, rel=name.rel)
    for j in range(verb + 1, end):
        if rows[j].head == i:
            rows[j] = replace(rows[j], head=verb)
    for j in range(start, i):
        if rows[j].head == i and _base(rows[j]) == "nsubj":
            rows[j] = replace(rows[j], rel="compound")
    rows[i] = replace(name, pos="PROPN", morph={}, lemma=name.text, head=verb, rel="nsubj")


def _small(row: Row) -> str:
    return row.text.lower().replace("’", "'")


def _is_noun(rows: Sequence[Row], i: int) -> bool:
    """Whether what is tagged a verb is a noun behind its determiner."""
    row, before = rows[i], rows[i - 1]
    if row.pos != "VERB" or row.morph.get("VerbForm") == "Inf":
        return False
    word = _small(before)
    if word == "en" and before.head == i and row.morph.get("VerbForm") == "Fin":
        return _base(row) in ("obl", "nmod")  # « mettre en demeure »
    if before.pos == "DET" and word in _PLAIN:
        return row.morph.get("VerbForm") != "Part" or _base(row) in _NOMINAL
    if before.pos == "DET" and word in _MAYBE and _base(row) in _NOMINAL:
        return True
    if word in _MAYBE and _small(row).rstrip("es") in tree_words("fr").agent_nouns:
        return _base(row) not in ("acl", "advcl") and not (i > 1 and _small(rows[i - 2]) == "en")
    return False


def _verb_of_clause(rows: Sequence[Row], start: int, i: int) -> int | None:
    """The verb to which « après avoir … », « avant de … » belong, where the tree hangs them on its object."""
    if rows[i].rel != "acl" or rows[i].pos != "VERB":
        return None
    noun = rows[i].head
    verb = rows[noun].head
    led = any(row.head == i and row.rel == "mark" and _small(row) in _BESIDE for row in rows[max(start, i - _NEAR) : i])
    below = rows[noun].pos in ("NOUN", "PROPN") and verb < noun and rows[verb].pos == "VERB"
    return verb if led and below else None


def _stands_as_noun(rows: Sequence[Row], start: int, i: int) -> bool:
    """Whether an adjective that seems a clause is a noun with determiner and preposition (« avec de hauts
    responsables »)."""
    if rows[i].pos != "ADJ" or _base(rows[i]) not in ("advcl", "acl"):
        return False
    below = [row for row in rows[max(start, i - _NEAR) : i] if row.head == i]
    return any(row.pos == "DET" for row in below) and any(row.rel == "case" for row in below)


def _base(row: Row) -> str:
    return row.rel.partition(":")[0]


def _make_noun(rows: list[Row], i: int, lemmas: Lemmas) -> None:
    """Makes a row a noun, and what stands before it its determiner."""
    row, before = rows[i], rows[i - 1]
    form = _small(row)
    lemma = lemmas.of(form, "NOUN", form.removesuffix("s"))
    rel = "obj" if _base(row) in ("xcomp", "ccomp", "advcl") else row.rel
    morph = {key: value for key, value in row.morph.items() if key in ("Gender", "Number")}
    rows[i] = replace(row, pos="NOUN", lemma=lemma, morph=morph, rel=rel)
    if _small(before) == "en":
        rows[i - 1] = replace(before, pos="ADP", rel="case")
    elif before.pos in ("DET", "PRON") and row.head != i - 1:
        rows[i - 1] = replace(before, pos="DET", rel="det", head=i)


def _is_swapped(rows: Sequence[Row], i: int, lemmas: Lemmas) -> bool:
    """Whether a noun hangs as an adjective on the adjective before it (« une violente attaque »)."""
    row, before = rows[i], rows[i - 1]
    if row.head != i - 1 or row.pos != "ADJ" or before.pos != "ADJ" or rows[i - 2].pos not in ("DET", "ADP"):
        return False
    form = _small(row)
    return (form, "NOUN") in lemmas.table and (form, "ADJ") not in lemmas.table and _base(before) in _NOMINAL


def _swap(rows: list[Row], i: int, start: int, end: int, lemmas: Lemmas) -> None:
    """Makes a noun the head of its phrase, and the adjective before it its attribute."""
    old = rows[i - 1]
    for j in range(start, end):
        if rows[j].head == i - 1 and j != i - 1:
            rows[j] = replace(rows[j], head=i)
    lemma = lemmas.of(_small(rows[i]), "NOUN", rows[i].lemma)
    rows[i] = replace(rows[i], pos="NOUN", lemma=lemma, head=i if old.head == i - 1 else old.head, rel=old.rel)
    rows[i - 1] = replace(old, head=i, rel="amod")


def _is_loose_lors(rows: Sequence[Row], i: int) -> bool:
    """Whether « lors » of « lors de » stands for an adverb above the noun that it leads."""
    return rows[i].pos == "ADV" and _small(rows[i]) == "lors" and rows[i + 1].lemma == "de" and rows[i].head != i


def _bind_lors(rows: list[Row], i: int) -> None:
    """Makes « lors de » the preposition of its noun."""
    noun = rows[i + 1].head
    if noun > i and rows[noun].head == i:
        rows[noun] = replace(rows[noun], head=rows[i].head, rel="obl:mod")
        rows[i] = replace(rows[i], pos="ADP", head=noun, rel="case")


def _is_split(rows: Sequence[Row], i: int) -> bool:
    """Whether a participle hangs on the noun of a phrase that stands between it and its auxiliary."""
    row = rows[i]
    if row.pos != "VERB" or row.morph.get("VerbForm") != "Part" or _base(row) not in ("acl", "amod"):
        return False
    noun = row.head
    have, words = rows[noun].head, tree_words("fr")
    forms = (*words.have, *words.have_spoken)
    if not (have < noun == i - 1) or _small(rows[have]) not in forms or row.morph.get("Tense") == "Pres":
        return False
    led = any(rows[j].head == noun and _base(rows[j]) == "case" for j in range(have + 1, noun))
    object_ = any(each.head == have and _base(each) == "obj" for each in rows[have + 1 :][:15])
    return led and not object_ and rows[have].pos in ("VERB", "AUX") and _base(rows[have]) not in ("aux", "cop")


def _join(rows: list[Row], i: int, start: int, end: int) -> None:
    """Makes the participle the verb, the form of « avoir » before it its auxiliary, the phrase between its adjunct."""
    noun, have = rows[i].head, rows[rows[i].head].head
    old = rows[have]
    for j in range(start, end):
        if rows[j].head == have and j not in (have, noun):
            rows[j] = replace(rows[j], head=i)
    rows[noun] = replace(rows[noun], head=i, rel="obl:mod")
    rows[have] = replace(old, pos="AUX", head=i, rel="aux:tense")
    rows[i] = replace(rows[i], head=i if old.head == have else old.head, rel=old.rel)
