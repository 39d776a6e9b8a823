"""Second verbs of a French sentence that the tree joins to the wrong word before them.

« Le ministre a déclaré que les négociations progressent et a appelé les parties à la retenue »: the minister calls.
« A accusé les élus de se tromper de camp et d'être aux ordres »: whoever is wrong takes orders.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.rows import PARTICIPLE, base, has, is_past_participle, small
from selon.parse.tree import Row


def rejoin(rows: list[Row], start: int, end: int) -> None:
    """Hangs such verbs on the verb of the main clause, in place."""
    for i in range(start + 2, end):
        if (verb := _perfect_before(rows, i, start, end)) is not None:
            _go_on_with(rows, i, verb, end)
        elif _is_participle(rows, i, start):  # « ont bloqué des routes et défilé dans la ville »
            rows[i] = replace(rows[i], pos="VERB", lemma=f"{small(rows[i])[:-1]}er", morph=PARTICIPLE)
    for i in range(start, end):
        said = rows[i].head
        if rows[i].rel != "conj" or rows[i].pos not in ("VERB", "AUX") or said >= i:
            continue
        if rows[said].rel != "ccomp":
            if (verb := _infinitive_over(rows, i, start)) is not None:
                rows[i] = replace(rows[i], head=verb)
            continue
        main = rows[said].head
        if main < said and _goes_on(rows, i, said, main, start, end):
            rows[i] = replace(rows[i], head=main)


def _perfect_before(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The perfect whose object a participle behind a comma or « et » seems to explain, though an article follows it:
    « ont bloqué des routes, fermé des entreprises »."""
    if not is_past_participle(rows[i]) or small(rows[i - 1]) not in (",", "et") or i + 2 >= end or rows[i].head >= i:
        return None
    over, article = rows[i].head, rows[i + 1].pos == "DET"
    if rows[i].rel == "acl" and rows[over].rel == "obj":
        alike = all(rows[i].morph.get(each) == rows[over].morph.get(each) for each in ("Gender", "Number"))
        verb, surely = rows[over].head, not alike
    elif rows[i].rel == "advcl":
        verb, surely = over, has(rows, i, ("conj",), i, end)
    else:
        return None
    noun = rows[rows[i + 1].head]
    if noun.head != i or noun.rel not in ("obj", "obl:arg"):  # « l'accord, conclu la veille »
        return None
    if not article and not (surely and small(rows[i + 1]) == "des"):
        return None
    form = _form(rows, verb, start, end)
    return verb if form is not None and form[2] == "aux" else None


def _is_participle(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether what seems a noun without an article goes on with a perfect behind « et »."""
    row, verb = rows[i], rows[i].head
    bare = not any(each.head == i and each.rel in ("det", "case", "nummod") for each in rows[start:i])
    joined = row.rel == "conj" and small(rows[i - 1]) == "et" and is_past_participle(rows[verb]) and verb < i
    return row.pos == "NOUN" and row.text.islower() and row.text.endswith("é") and joined and bare


def _go_on_with(rows: list[Row], i: int, verb: int, end: int) -> None:
    """Joins a participle to the perfect before it, with the noun behind its article as its object."""
    rows[i] = replace(rows[i], head=verb, rel="conj")
    noun = rows[i + 1].head
    if i < noun < end and rows[noun].head == i and rows[noun].rel.startswith("obl"):
        rows[noun] = replace(rows[noun], rel="obj")
        rows[i + 1] = replace(rows[i + 1], pos="DET", rel="det")


def _infinitive_over(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The infinitive over a noun to which another infinitive behind the same preposition is joined."""
    leads = {small(rows[j]) for j in range(start, i) if rows[j].head == i and rows[j].rel == "mark"}
    if rows[i].morph.get("VerbForm") != "Inf" or rows[rows[i].head].pos not in ("NOUN", "PROPN") or not leads:
        return None
    verb = rows[rows[i].head].head
    led = [j for j in range(start, verb) if rows[j].head == verb and rows[j].rel == "mark"]
    same = {small(rows[j]).replace("d'", "de") for j in led} & {each.replace("d'", "de") for each in leads}
    return verb if rows[verb].morph.get("VerbForm") == "Inf" and same else None


def _goes_on(rows: Sequence[Row], i: int, said: int, main: int, start: int, end: int) -> bool:
    """Whether a verb has the form of the verb of saying and not that of what is said, and no subject of its own."""
    parts = [j for j in range(start, end) if rows[j].head == i]
    if any(base(rows[j]) in ("nsubj", "csubj", "mark") for j in parts):
        return False
    own, inner, outer = (_form(rows, verb, start, end) for verb in (i, said, main))
    if own is None:  # « a dit qu'il ne cédera pas et rejeté les sanctions »
        return is_past_participle(rows[i]) and outer is not None and "aux" in outer and "aux" not in (inner or ())
    if outer is None or inner is None:
        return False
    return (own[0] == outer[0] != inner[0] and own[1] in (outer[1], "")) or own[1] == outer[1] != inner[1] != ""


def _form(rows: Sequence[Row], verb: int, start: int, end: int) -> tuple[str, str, str] | None:
    """Tense, number and whether with an auxiliary, of the finite word of a verb; None for one that has none."""
    auxiliaries = [j for j in range(start, verb) if rows[j].head == verb and base(rows[j]) in ("aux", "cop")]
    word = rows[auxiliaries[0] if auxiliaries else verb]
    if word.morph.get("VerbForm") != "Fin":
        return None
    kind = "aux" if auxiliaries and rows[auxiliaries[0]].rel == "aux:tense" else "verb"
    tense = f"{kind}-{word.morph.get('Mood', '')}-{word.morph.get('Tense', '')}"
    return tense, word.morph.get("Number", ""), kind
