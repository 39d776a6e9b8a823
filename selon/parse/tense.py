"""The time and mood of a clause, read from its verb forms: past, and what a conditional is used for.

What comes in: the token of a verb, noun or adjective in a `tree.Parse`. What goes out: yes or no, or a `Conditional`.
Data: the conditions and modals of `{fr,en}/hearsay.yml`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from selon.lexicon.load import data_file, load_yaml
from selon.parse.phrases import is_verb
from selon.parse.tree import Token

# Endings of the conditional alone: the imperfect of « tirer » ends like « irait », that of « livrer » like « vrait ».
_ENDING = re.compile(
    r"(?<![é])erai(?:t|ent)$|(?:au|ou|en|er|p[oe]n|in)drai(?:t|ent)$|urrai(?:t|ent)$|evrai(?:t|ent)$|^aurai(?:t|ent)$"
)


class Conditional(StrEnum):
    """What a conditional form says: a rumour, a future seen from the past, a condition, or a modal and polite form."""

    HEARSAY = "hearsay"
    PROSPECTIVE = "prospective"
    CONDITION = "condition"
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class _Words:
    id: str
    kind: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    from_: str


@cache
def _words(lang: str, kind: str) -> frozenset[str]:
    entries = load_yaml(data_file(lang, "hearsay.yml"), _Words)
    return frozenset(word for entry in entries if entry.kind == kind for word in entry.words)


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries and the copula of a predicate, in text order."""
    return verb.all("aux", "cop")


def finite(verb: Token) -> Token | None:
    """The form that carries tense and mood: the first finite auxiliary, or the verb itself; None for a non-finite
    clause."""
    for token in auxiliaries(verb):
        if token.is_("VerbForm", "Fin") or "Mood" in token.morph:
            return token
    return verb if verb.is_("VerbForm", "Fin") or "Mood" in verb.morph else None


def is_past(token: Token) -> bool:
    """Whether a clause tells something as done: perfect, past, pluperfect, past infinitive (« avoir tué »).

    The French imperfect and the English past progressive are not: under « a déclaré que » they stand for a present. A
    noun is not past; a noun with a past participle clause takes the clause's word for it.
    """
    if not is_verb(token):
        return False
    lang = token.parse.lang
    form = finite(token)
    if lang == "fr":
        return _past_fr(token, form)
    if any(each.lower in ("will", "would", "could", "might", "may", "'ll", "shall") for each in auxiliaries(token)):
        return False
    if any(each.lemma == "have" for each in auxiliaries(token)):
        return True
    if token.is_("VerbForm", "Ger") or (token.is_("VerbForm", "Part") and token.is_("Tense", "Pres")):
        return False
    return form is not None and form.is_("Tense", "Past")


def _past_fr(token: Token, form: Token | None) -> bool:
    if form is None:
        return any(
            each.is_("VerbForm", "Inf") and each.lemma in ("avoir", "être") for each in token.all("aux:tense", "aux")
        )
    if form is token:
        return form.is_("Tense", "Past")
    perfect = [
        each for each in token.all("aux:tense", "aux") if each.lemma in ("avoir", "être") and each.rel != "aux:pass"
    ]
    if not perfect:
        return form.is_("Tense", "Past")
    return not (form.is_("Tense", "Fut") or form.is_("Mood", "Cnd"))


def has_conditional_form(form: Token) -> bool:
    """Whether a French verb form is a conditional: by its tag, or by an ending that no imperfect has (« préparerait
    »)."""
    marked = form.is_("Mood", "Cnd") and form.lower.endswith(("rais", "rait", "raient", "rions", "riez"))
    return marked or bool(_ENDING.search(form.lower))


def _lemmas(token: Token) -> tuple[str, ...]:
    """The lemma, and for a regular conditional the infinitive that its form contains."""
    bare = token.lower.removesuffix("aient").removesuffix("ait")
    return token.lemma.lower(), bare if has_conditional_form(token) else token.lemma.lower()


def conditional(verb: Token) -> Conditional | None:
    """What the French conditional of a predicate is used for; None where there is none.

    Told apart by the words around: a condition in the sentence, a modal verb, a past verb of saying above.
    """
    form = finite(verb)
    if form is None or not has_conditional_form(form):
        return None
    if any(lemma in _words("fr", "modal") for each in (verb, form) for lemma in _lemmas(each)):
        return Conditional.MODAL
    if _first_person(verb) or _polite(verb):
        return Conditional.MODAL
    if _condition_near(verb):
        return Conditional.CONDITION
    if form is not verb and any(each.lemma in ("avoir", "être") for each in verb.all("aux:tense")):
        return Conditional.HEARSAY
    if _looks_forward(verb):
        return Conditional.PROSPECTIVE
    if any(each.rel in ("acl:relcl", "acl") for each in _clause_path(verb)):
        return Conditional.MODAL
    return Conditional.HEARSAY


def _first_person(verb: Token) -> bool:
    form = finite(verb)
    return form is not None and form.morph.get("Person") in ("1", "2")


def _polite(verb: Token) -> bool:
    """« Il serait souhaitable de … »: an impersonal predicate with a clause of its own."""
    return verb.first("expl:subj") is not None and verb.first("csubj", "ccomp", "xcomp", "advcl") is not None


def _condition_near(verb: Token) -> bool:
    """Whether a word of condition stands in the clause or beside it in the sentence."""
    conditions = _words(verb.parse.lang, "condition")
    clause = _main(verb)
    tokens = clause.subtree()
    lowers = [token.lower for token in tokens]
    text = " ".join("de" if each == "d'" else "que" if each == "qu'" else each for each in lowers).replace("' ", "'")
    for word in conditions:
        if " " in word and f" {word} " in f" {text} ".replace("'", "' ").replace("' ", "'"):
            return True
    return any(token.lower in conditions and _is_condition(token, lowers, i) for i, token in enumerate(tokens))


def _is_condition(token: Token, lowers: list[str], i: int) -> bool:
    """« si » before a clause is a condition; before an adjective (« si grave que ») or after « demander » it is not."""
    if token.lower in ("si", "s'"):
        head = token.head
        question = head is not None and head.base in ("ccomp", "obj")
        return token.pos == "SCONJ" and not question
    if token.lower == "sans":
        return i == 0 or lowers[i - 1] in (",", "—", "–")
    return True


def _main(verb: Token) -> Token:
    """The clause that a condition may belong to: up through coordination and adverbial clauses, not out of a
    que-clause."""
    token = verb
    while token.head is not None and token.base in ("conj", "advcl", "parataxis"):
        token = token.head
    return token


def _clause_path(verb: Token) -> list[Token]:
    found = [verb]
    while found[-1].base == "conj" and found[-1].head is not None:
        found.append(found[-1].head)
    return found


def _looks_forward(verb: Token) -> bool:
    """Whether a verb of saying or thinking in the past stands above, or beside as an aside (« …, a-t-il dit »)."""
    top = _clause_path(verb)[-1]
    if top.base in ("ccomp", "csubj", "acl") and top.head is not None:
        return _told_in_past(top.head)
    asides = [child for child in top.all("parataxis") if is_verb(child)]
    above = top.head if top.base == "parataxis" else None
    return any(_told_in_past(each) for each in (*asides, *([above] if above else [])))


def _told_in_past(token: Token) -> bool:
    if not is_verb(token):
        return True
    form = finite(token)
    return form is None or form is not token or form.morph.get("Tense") in ("Past", "Imp", "Pqp")
