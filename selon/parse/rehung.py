"""Words of a French tree that hang where they cannot: a weekday in a name, the participle of a perfect, an inverted
subject that seems a second object. Data: `fr/trees.yml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.inverted import make_subject, subject_behind
from selon.parse.perfects import loose_auxiliary, make_perfect
from selon.parse.rows import is_past_participle, small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words


def rehang(rows: list[Row], start: int, end: int) -> None:
    """Sets right the words of one sentence, in place."""
    for i in range(start + 1, end):
        if rows[i].rel == "flat:name" and small(rows[i]) in tree_words("fr").days:
            _free_day(rows, i)
        elif (noun := _named_by_agent(rows, i)) is not None:
            rows[i] = replace(rows[i], head=noun)
        elif (noun := _run_into_agent(rows, i, end)) is not None:
            _part(rows, i, noun, end)
        elif rows[i].pos == "ADP" and rows[i].rel == "det":
            _lead(rows, i, start, end)
        elif (side := _other_side(rows, i, start, end)) is not None:
            rows[i] = replace(rows[i], head=side, rel="conj")
        elif (verb := _given(rows, i)) is not None:
            rows[i] = replace(rows[i], head=verb, rel="obj")
        elif (have := loose_auxiliary(rows, start, i)) is not None:
            make_perfect(rows, have, i, start, end)
    for i in range(start, end):
        if (main := _main_clause(rows, i, start, end)) is not None:
            _subordinate(rows, i, main, start, end)
        if rows[i].rel == "appos" and is_past_participle(rows[i]):
            rows[i] = replace(rows[i], rel="acl")
        if (subject := subject_behind(rows, i, start, end)) is not None:
            make_subject(rows, subject, i, start, end)


def _named_by_agent(rows: Sequence[Row], i: int) -> int | None:
    """The noun to which « de X » belongs behind the name of its agent (« l'adoption par l'UE de sanctions »)."""
    row, agent = rows[i], rows[i].head
    if row.rel != "nmod" or row.pos not in ("NOUN", "PROPN") or agent >= i:
        return None
    of = next((j for j in range(agent + 1, i) if rows[j].head == i and rows[j].rel == "case"), None)
    if of is None or rows[of].lemma != "de" or not (rows[agent].pos == "PROPN" or _is_closed(rows, of, i)):
        return None
    while rows[agent].rel == "nmod" and not _is_agent(rows, agent) and rows[agent].head < agent:
        agent = rows[agent].head
    noun = rows[agent].head
    return noun if _is_agent(rows, agent) and noun < agent and rows[noun].pos == "NOUN" else None


def _run_into_agent(rows: Sequence[Row], i: int, end: int) -> int | None:
    """The noun to which « de X » belongs where the tree takes it for a part of the agent's name (« la condamnation par
    le Vietnam de la Norvège »); `i` is « de »."""
    agent = rows[i].head
    if rows[i].rel != "flat:name" or rows[i].lemma != "de" or agent >= i or i + 2 >= end:
        return None
    opens = rows[i + 1].pos in ("DET", "NUM") and rows[i + 1].head in (agent, i + 2)
    noun = rows[agent].head
    return noun if opens and _is_agent(rows, agent) and noun < agent and rows[noun].pos == "NOUN" else None


def _part(rows: list[Row], of: int, noun: int, end: int) -> None:
    """Makes what stands behind « de » a phrase of its own below a noun."""
    agent = rows[of].head
    head = next((j for j in range(of + 1, end) if rows[j].pos in ("NOUN", "PROPN") and rows[j].head == agent), None)
    if head is None:
        return
    rows[head] = replace(rows[head], head=noun, rel="nmod")
    rels = {"ADP": "case", "DET": "det", "NUM": "nummod", "ADJ": "amod"}
    for j in range(of, end):
        if j != head and rows[j].head == agent and rows[j].rel == "flat:name":
            rows[j] = replace(rows[j], head=head, rel=rels.get(rows[j].pos, "flat:name"))


def _is_agent(rows: Sequence[Row], i: int) -> bool:
    """Whether « par » leads a noun."""
    return any(rows[j].head == i and rows[j].rel == "case" and small(rows[j]) == "par" for j in range(rows[i].head, i))


def _is_closed(rows: Sequence[Row], of: int, i: int) -> bool:
    """Whether the phrase before « de » is whole, and what stands behind it no part of it: a name or somebody not known
    yet (« par la police kényane de trois soldats », not « par le ministre indien de la Défense »)."""
    known = any(rows[j].pos == "DET" and rows[j].morph.get("Definite") == "Def" for j in range(of, i))
    return rows[of - 1].pos in ("ADJ", "PROPN") and (rows[i].pos == "PROPN" or not known)


def _given(rows: Sequence[Row], i: int) -> int | None:
    """The verb whose object is a partitive that hangs on the phrase before it (« impute à l'armée des incursions »)."""
    row, phrase = rows[i], rows[i].head
    if row.rel != "nmod" or row.pos != "NOUN" or phrase >= i or not rows[phrase].rel.startswith("obl"):
        return None
    verb = rows[phrase].head
    if rows[verb].lemma not in tree_words("fr").giving or verb > phrase:
        return None
    partitive = any(each.head == i and each.rel == "case" and small(each) == "des" for each in rows[phrase + 1 : i])
    object_ = any(each.head == verb and each.rel in ("obj", "ccomp", "xcomp", "nsubj:pass") for each in rows)
    return verb if partitive and not object_ else None


def _main_clause(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The verb that a condition before it governs in the tree (« Si X viole l'accord, nous attaquerons »)."""
    if rows[i].pos not in ("VERB", "AUX") or rows[i].rel.startswith("advcl"):
        return None
    marks = (small(rows[j]) for j in range(start, i) if rows[j].head == i and rows[j].rel == "mark")
    if not any(mark in tree_words("fr").conditional for mark in marks):
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
    if small(rows[before]) != "et":
        return None
    others = [j for j in range(start, before) if rows[j].head == verb and rows[j].rel.startswith("nsubj")]
    sides = [j for j in range(start, before) if rows[j].rel.startswith("nmod") and rows[j].head in others]
    led = [j for j in sides if any(each.head == j and small(each) == "entre" for each in rows[start:j])]
    return led[-1] if led else None


def _free_day(rows: list[Row], i: int) -> None:
    """Hangs a day on what the name hangs on (« ont quitté Gao lundi »)."""
    name = rows[i].head
    rows[i] = replace(rows[i], head=rows[name].head if rows[name].head != name else name, rel="obl:mod")
