"""French words that the parser takes for another kind, told by what stands beside them.

A participle that has its auxiliary is no noun (« a blâmé les autorités »), a noun's adjective of place no verb (« la
gendarmerie sénégalaise n'a pas … »), a pronoun right before an auxiliary no article (« les ont arrêtés »), a day no
object (« frappé mardi »), and what stands behind a verb that has its subject before it is its object. What comes out is
a tree again. Data: `fr/trees.yml` (`days`, `have`, `fronted_objects`).
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.parse.lemmas import Lemmas
from selon.parse.rows import PARTICIPLE, base, has, is_past_participle, small
from selon.parse.tree import Row
from selon.parse.treewords import tree_words

_MISTAKEN = ("NOUN", "ADJ", "X", "PROPN")
_NOUNS = ("NOUN", "PROPN")
_INFINITIVES = ("er", "ir", "re", "oir", "ïr")
_HAVING = ("ayant", "avoir")
# Last letters of past participles without their endings for gender and number.
_ENDINGS = "éiutp"
_GERUND = {"Tense": "Pres", "VerbForm": "Part"}
_WHOM = ("que", "qu'")
# What makes « que » compare: « plus que », « autre que ».
_MORE = ("plus", "moins", "autre", "tel", "telle", "même", "autant", "si")
_CLOSING = frozenset([",", "»", "”", '"'])
_ARGUMENTS = ("obj", "xcomp", "ccomp", "nsubj")


def give_kinds(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    """Sets the words of one sentence right, in place."""
    for i in range(start, end):
        if rows[i].pos in _MISTAKEN and i > start and small(rows[i - 1]) == "avoir":
            _join_infinitive(rows, i, start, end, lemmas)
        elif (verb := _gerund(rows, i, start, end, lemmas)) is not None:
            _make_gerund(rows, i, verb, start, end)
        helped = _auxiliary(rows, i, start) is not None or has(rows, i, ("aux",), max(start, i - 5), i)
        if rows[i].pos in _MISTAKEN and helped:
            _make_perfect(rows, i, lemmas)
        elif rows[i].pos in _MISTAKEN and _is_within(rows, i, start) and _make_perfect(rows, i, lemmas):
            rows[i] = replace(rows[i], rel="acl")  # perfects.py joins it with its auxiliary
        elif rows[i].pos in _MISTAKEN and (verb := _joined(rows, i, start, end)) and _make_perfect(rows, i, lemmas):
            _join(rows, i, verb, start, end)
        elif rows[i].pos == "VERB" and (noun := _described(rows, i, start, lemmas)) is not None:
            _make_adjective(rows, i, noun, start, end)
        elif base(rows[i]) in _ARGUMENTS and small(rows[i]) in tree_words("fr").days and not _has_article(rows, i):
            rows[i] = replace(rows[i], rel="obl:mod")
        elif rows[i].pos == "DET" and rows[i].rel == "obj":
            rows[i] = replace(rows[i], pos="PRON")
        elif small(rows[i]) in _WHOM and _is_whom(rows, i, start, end):
            rows[i] = replace(rows[i], pos="PRON", rel="obj")
        elif rows[i].pos in _NOUNS and _is_doer(rows, i, start):
            rows[i] = replace(rows[i], rel="obl:agent")
    for i in range(start, end):
        if (noun := _object_behind(rows, i, start, end)) is not None:
            rows[noun] = replace(rows[noun], rel="obj")
        elif (noun := _object_in_clause(rows, i, start, end)) is not None:
            rows[noun] = replace(rows[noun], head=i, rel="obj")


def is_participle_form(form: str) -> bool:
    """Whether a word may end as past participles do, whatever their gender and number."""
    return form.rstrip("es")[-1:] in _ENDINGS or form.endswith(("is", "ise", "ises", "os", "ose"))


def _auxiliary(rows: Sequence[Row], i: int, start: int) -> int | None:
    """The form of « avoir » that hangs on a word as the auxiliary of its perfect."""
    have = (*tree_words("fr").have, *_HAVING)
    return next((j for j in range(max(start, i - 10), i) if rows[j].head == i and rows[j].rel == "aux:tense"
                 and small(rows[j]) in have), None)  # fmt: skip


def _join_infinitive(rows: list[Row], i: int, start: int, end: int, lemmas: Lemmas) -> None:
    """Makes a word behind « avoir » the participle of a perfect infinitive, which takes what hung on that."""
    have = i - 1
    if rows[i].head not in (have, rows[have].head) or not _make_perfect(rows, i, lemmas):
        return
    old = rows[have]
    over, rel = (old.head, old.rel) if old.head not in (have, i) else (rows[i].head, rows[i].rel)
    for j in range(start, end):
        bare = j > i and rows[j].head == over and rows[j].rel == "obj" and rows[j].pos in _NOUNS
        if j not in (have, i) and (rows[j].head == have or bare):
            rows[j] = replace(rows[j], head=i)
    rows[have] = replace(old, pos="AUX", morph={"VerbForm": "Inf"}, head=i, rel="aux:tense")
    rows[i] = replace(rows[i], head=over if over != have else i, rel=rel)


def _gerund(rows: Sequence[Row], i: int, start: int, end: int, lemmas: Lemmas) -> str | None:
    """The verb of which a word behind a comma or « en » is the present participle, though it seems an adjective or a
    noun: it has an object (« …, poignardant deux députés »)."""
    form = small(rows[i])
    if rows[i].pos not in ("ADJ", "NOUN", "X") or not form.endswith("ant") or i + 1 >= end or i == start:
        return None
    led = rows[i - 1].text == "," or small(rows[i - 1]) == "en"
    behind = rows[i + 1]
    opens = behind.pos in ("NUM", "PROPN", "ADP") or (behind.pos == "DET" and behind.head != i)
    if not led or not opens or (behind.pos == "ADP" and rows[i - 1].text == ","):
        return None
    verb = lemmas.of(form, "VERB", "")
    return verb if verb in lemmas.verbs else None


def _make_gerund(rows: list[Row], i: int, verb: str, start: int, end: int) -> None:
    """Makes a word the present participle of a clause beside the main verb, with the noun behind it for its object."""
    main = next((j for j in range(start, end) if rows[j].head == j), i)
    noun = next((j for j in range(i + 1, end) if rows[j].pos in _NOUNS), None)
    if main == i:
        return
    rows[i] = replace(rows[i], pos="VERB", lemma=verb, morph=_GERUND, head=main, rel="advcl")
    for j in (i - 1, *range(i + 1, end)):
        if rows[j].head == i and rows[j].rel == "nmod":
            rows[j] = replace(rows[j], rel="obl:arg")
    if small(rows[i - 1]) == "en":
        rows[i - 1] = replace(rows[i - 1], head=i, rel="mark")
    if noun is not None and not has(rows, noun, ("case",), i, noun):
        rows[noun] = replace(rows[noun], head=i, rel="obj")


def _is_whom(rows: Sequence[Row], i: int, start: int, end: int) -> bool:
    """Whether « que » is the object of a relative clause and no conjunction (« un accord que l'ONU a signé »)."""
    verb = rows[i].head
    if rows[i].rel not in ("mark", "advmod") or rows[verb].rel != "acl:relcl" or rows[verb].pos != "VERB":
        return False
    led = has(rows, verb, ("nsubj",), i, verb) and small(rows[i - 1]) not in _MORE
    return led and not has(rows, verb, ("obj", "ccomp", "xcomp"), start, end) and rows[verb].head < i


def _is_doer(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether « par » leads whoever does what a past participle tells that has no auxiliary but « être »."""
    verb = rows[i].head
    if verb >= i or not is_past_participle(rows[verb]) or base(rows[i]) not in ("obl", "nmod"):
        return False
    led = any(rows[j].head == i and rows[j].rel == "case" and small(rows[j]) == "par" for j in range(verb, i))
    return led and _auxiliary(rows, verb, start) is None and rows[i].rel != "obl:agent"


def _joined(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The perfect before « et » whose auxiliary a participle shares that seems an adjective (« a bouclé le quartier et
    blessé un passant »)."""
    row = rows[i]
    led = small(rows[i - 1]) in tree_words("fr").joining and rows[i - 1].head == i and i + 1 < end
    if row.rel != "conj" or not led or rows[i + 1].pos not in ("DET", "NUM", "PROPN") or row.head < start:
        return None
    verb = row.head
    while rows[verb].pos != "VERB" and start <= rows[verb].head < verb:
        verb = rows[verb].head
    return verb if rows[verb].pos == "VERB" and _auxiliary(rows, verb, start) is not None else None


def _join(rows: list[Row], i: int, verb: int, start: int, end: int) -> None:
    """Makes a participle one more deed beside a verb, with the noun behind it for its object."""
    noun = i + 1 if rows[i + 1].pos == "PROPN" else rows[i + 1].head
    rows[i] = replace(rows[i], head=verb, rel="conj")
    if noun > i and rows[noun].pos in _NOUNS:
        rows[noun] = replace(rows[noun], head=i, rel="obj")


def _is_within(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a word hangs on the noun of a phrase between it and a form of « avoir » that seems the verb (« qui a en
    retour incriminé X »)."""
    noun = rows[i].head
    have = rows[noun].head
    led = noun == i - 1 and has(rows, noun, ("case",), start, noun)
    verbal = have < noun and rows[have].pos in ("VERB", "AUX") and small(rows[have]) in tree_words("fr").have
    return led and verbal and not has(rows, have, ("obj",), have, i)


def _make_perfect(rows: list[Row], i: int, lemmas: Lemmas) -> bool:
    """Makes a word the participle of its perfect if it may be one of a known verb."""
    form = small(rows[i])
    verb = lemmas.of(form, "VERB", "")
    known = verb in lemmas.verbs or lemmas.irregular.get(verb) == verb
    if not verb or not is_participle_form(form) or not known:
        return False
    rows[i] = replace(rows[i], pos="VERB", lemma=verb, morph=PARTICIPLE)
    return True


def _described(rows: Sequence[Row], i: int, start: int, lemmas: Lemmas) -> int | None:
    """The noun right before a word that is no form of a known verb and ends as no form does: its adjective."""
    known = rows[i].lemma.endswith(_INFINITIVES) and rows[i].lemma in lemmas.verbs
    if i == start or known or rows[i - 1].pos not in _NOUNS:
        return None
    if not small(rows[i]).endswith(tree_words("fr").adjective_ends):
        return None
    return i - 1 if rows[i].text.islower() and (rows[i - 1].head == i or rows[i].head == i - 1) else None


def _make_adjective(rows: list[Row], i: int, noun: int, start: int, end: int) -> None:
    """Makes a word the adjective of the noun before it; the verb behind that hung on it takes its place."""
    old = rows[i]
    below = [j for j in range(start, end) if rows[j].head == i and j != i]
    verb = next((j for j in below if j > i and rows[j].pos == "VERB" and base(rows[j]) in ("xcomp", "ccomp", "conj",
                 "advcl", "acl", "parataxis")), None)  # fmt: skip
    verb = _next_verb(rows, i, end) if verb is None and old.head != noun else verb
    if old.head != noun and verb is None:
        return
    for j in below:
        rows[j] = replace(rows[j], head=noun if verb is None else verb)
    if verb is not None:
        rows[verb] = replace(rows[verb], head=verb if old.head == i else old.head, rel=old.rel)
        rows[noun] = replace(rows[noun], head=verb, rel="nsubj")
    rows[i] = replace(old, pos="ADJ", morph={}, head=noun, rel="amod")


def _next_verb(rows: Sequence[Row], i: int, end: int) -> int | None:
    """The verb that follows with nothing but clitics and auxiliaries before it."""
    at = i + 1
    while at < end and rows[at].pos in ("AUX", "PRON", "ADV"):
        at += 1
    return at if at < end and rows[at].pos == "VERB" else None


def _has_article(rows: Sequence[Row], i: int) -> bool:
    return rows[i - 1].pos in ("DET", "ADP") or rows[i - 1].head == i


def _object_behind(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The noun behind a verb that seems its second subject, or the subject of a present participle."""
    if rows[i].pos != "VERB" or has(rows, i, ("obj",), start, end):
        return None
    heads = (i, _auxiliary(rows, i, start))  # a subject may hang on the auxiliary still
    subjects = [j for j in range(start, end) if rows[j].head in heads and rows[j].rel.startswith("nsubj")]
    behind = [j for j in subjects if j > i and rows[j].pos in _NOUNS]
    if not behind or has(rows, i, ("cop",), start, end) or _follows_quote(rows, i, start):
        return None
    present = small(rows[i]).endswith("ant") and rows[i].morph.get("VerbForm") in ("Part", "Ger")
    infinitive = heads[1] is not None and small(rows[heads[1]]) == "avoir"
    joined = has(rows, i, ("cc",), start, i) and heads[1] is not None
    before = any(rows[j].pos in (*_NOUNS, "PRON") and not _is_fronted(rows[j]) for j in subjects if j < i)
    return behind[0] if present or before or infinitive or joined else None


def _object_in_clause(rows: Sequence[Row], i: int, start: int, end: int) -> int | None:
    """The object of a relative clause that seems a second subject of the verb behind it (« des policiers, qui ont
    arrêté trois soldats, n'ont … »)."""
    if rows[i].rel != "acl:relcl" or rows[i].pos != "VERB" or has(rows, i, ("obj", "ccomp", "xcomp"), start, end):
        return None
    led = any(rows[j].head == i and small(rows[j]) == "qui" for j in range(start, i))
    close = next((j for j in range(i + 1, end) if rows[j].text == ","), None)
    if not led or close is None or _auxiliary(rows, i, start) is None:
        return None
    noun = next((j for j in range(i + 1, close) if rows[j].pos in _NOUNS and rows[j].rel.startswith("nsubj")), None)
    bare = noun is not None and not has(rows, noun, ("case",), i, noun)
    return noun if bare and noun is not None and rows[noun].head > close else None


def _follows_quote(rows: Sequence[Row], i: int, start: int) -> bool:
    """Whether a verb with its auxiliary stands right behind what is said (« Nous tirerons », a averti l'agence)."""
    first = min([i, *(j for j in range(start, i) if rows[j].head == i and rows[j].pos in ("AUX", "PRON", "ADV"))])
    return first > start and rows[first - 1].text in _CLOSING


def _is_fronted(row: Row) -> bool:
    return small(row) in tree_words("fr").fronted_objects
