"""Where the clause of an expression looks, back or ahead, by the tense of its verb in the tree."""

from collections.abc import Sequence
from itertools import pairwise

from selon.extract.times.context import View
from selon.extract.times.lexicon import TimeLexicon
from selon.parse.tree import Token

# Where a tree hangs an adjective of planning (« prévu », "due back").
_BESIDE = ("advmod", "amod", "xcomp", "mark", "case")
_CLAUSES = ("root", "ccomp", "advcl", "parataxis", "acl")
_VERBAL = frozenset(("VERB", "AUX"))


def view(token: Token, words: TimeLexicon) -> View:
    """The view of the clause in which `token` stands; UNKNOWN where the tree shows no tensed verb."""
    if token.head is not None and words.has("approach", token.head.lemma):
        return View.AHEAD  # « à l'approche de l'hiver »
    if _is_of_what_comes(token, words):
        return View.AHEAD
    if _is_of_telling(token, words):
        return View.BACK
    for each in (token, *token.ancestors()):
        if each.pos in _VERBAL or each.first("cop") is not None:
            found = View.AHEAD if _is_put_off(token, each, words) else _of_verb(each, words)
            if found is not View.UNKNOWN:
                return found
            if each.base in _CLAUSES and not _is_unfinished(each):
                return View.UNKNOWN
    return View.UNKNOWN


def _is_of_what_comes(token: Token, words: TimeLexicon) -> bool:
    """Whether an expression belongs to a noun that somebody calls for: "called for a general strike on Monday"."""
    noun = token.head
    if (
        noun is None
        or noun.pos != "NOUN"
        or token.base not in ("nmod", "obl")
        or noun.base not in ("obj", "obl", "nmod")
    ):
        return False
    verb = next((each for each in noun.ancestors() if each.pos in _VERBAL), None)
    return verb is not None and verb.i < noun.i and words.has("calls", verb.lemma)


def _is_of_telling(token: Token, words: TimeLexicon) -> bool:
    """Whether a day stands right behind the past of a verb of telling, not of what it tells: "said Friday he will"."""
    tokens, i = token.parse.tokens, token.i - 1
    while i > token.sentence.start and tokens[i].pos in ("ADP", "DET"):
        i -= 1
    verb = tokens[i] if i >= token.sentence.start else token
    return verb.i < token.i and _told_back(verb) and words.has("telling", verb.lemma)


def _is_unfinished(verb: Token) -> bool:
    """Whether a verb takes its time from the one above: « pour négocier lundi », "appear for questioning on Monday"."""
    present = verb.is_("VerbForm", "Part") and verb.is_("Tense", "Pres")
    return verb.base != "root" and (present or verb.is_("VerbForm", "Inf") or verb.is_("VerbForm", "Ger"))


def _of_verb(verb: Token, words: TimeLexicon) -> View:
    auxiliaries = verb.all("aux", "cop")
    if verb.is_("Tense", "Fut") or any(_looks_ahead(each) for each in auxiliaries):
        return View.AHEAD
    planned = [each for each in verb.children if each.pos == "ADJ" and each.base in _BESIDE]
    if any(words.has("prospect", each.lemma) for each in (verb, *planned)) and _plans(verb, auxiliaries, words):
        return View.AHEAD
    if _may(auxiliaries, words):
        return View.AHEAD
    if words.has("scheduled", verb.lemma) and verb.is_("Tense", "Pres") and verb.is_("VerbForm", "Fin"):
        return View.AHEAD
    if verb.is_("Mood", "Cnd") and not auxiliaries and verb.base == "ccomp":
        return View.AHEAD
    if _is_wished(verb, auxiliaries, words) or _is_to_be(verb, words):
        return View.AHEAD
    if _is_awaited(verb, auxiliaries, words):
        return View.AHEAD
    if any(each.base == "aux" or _told_back(each) for each in auxiliaries) or _told_back(verb):
        return View.BACK
    return View.UNKNOWN


def _is_wished(verb: Token, auxiliaries: Sequence[Token], words: TimeLexicon) -> bool:
    """Whether an infinitive tells what is planned, or wanted by the verb that it completes."""
    head = verb.head
    if head is not None and verb.base == "acl" and head.base in ("obj", "iobj", "obl"):
        head = head.head  # "urged supporters to gather on Saturday"
    above = head.lemma if head is not None else ""
    if verb.is_("VerbForm", "Inf") and words.has("prospect", above):
        return True
    wanted = words.has("wished", above) or words.has("prospect", above)
    return wanted and verb.base in ("xcomp", "ccomp", "acl") and _is_infinitive(verb, auxiliaries)


def _is_to_be(verb: Token, words: TimeLexicon) -> bool:
    """ "is to be sworn in", "are to meet": planned."""
    tokens = verb.parse.tokens[max(verb.i - 4, verb.sentence.start) : verb.i]
    pairs = pairwise(tokens)
    return any(words.has("planned_be", one.lower) and words.has("planned_to", other.lower) for one, other in pairs)


def _is_infinitive(verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """Whether a verb is an infinitive, or a participle with one: "to be held"."""
    return verb.is_("VerbForm", "Inf") or any(each.is_("VerbForm", "Inf") for each in auxiliaries)


def _is_put_off(token: Token, verb: Token, words: TimeLexicon) -> bool:
    """Whether the expression is the day that something is planned for: « a reporté le vote à lundi »."""
    put_off = words.has("prospect", verb.lemma) or words.has("extends", verb.lemma)
    return put_off and token.i > verb.i and any(words.has("until", each.lemma) for each in token.all("case"))


def _is_awaited(verb: Token, auxiliaries: Sequence[Token], words: TimeLexicon) -> bool:
    """Whether a present tense stands in what is awaited, wished or asked for: « s'attendre à ce que … attaque »."""
    if auxiliaries or not verb.is_("VerbForm", "Fin") or _told_back(verb):
        return False
    above = next((each for each in verb.ancestors() if each.pos in _VERBAL), None)
    if above is None or above.i > verb.i or not words.has("prospect", above.lemma):
        return False
    return any(words.has("that", each.lemma) for each in verb.parse.tokens[above.i + 1 : verb.i][:4])


def _may(auxiliaries: Sequence[Token], words: TimeLexicon) -> bool:
    """Whether a modal verb stands there, and no « have » of the past: "may attack", not "may have attacked"."""
    modal = any(words.has("modal", each.lemma) for each in auxiliaries)
    return modal and not any(each.lemma == "have" for each in auxiliaries)


def _told_back(form: Token) -> bool:
    return form.is_("Tense", "Past") or form.is_("Tense", "Imp")


def _looks_ahead(auxiliary: Token) -> bool:
    return auxiliary.is_("Tense", "Fut") or auxiliary.lemma in ("will", "shall") or auxiliary.lower in ("'ll", "wo")


def _plans(verb: Token, auxiliaries: Sequence[Token], words: TimeLexicon) -> bool:
    """Whether a word of planning stands as « prévu lundi », "is due on Monday" or « doit … lundi », not in the past.

    « a convoqué lundi » tells what was done on Monday.
    """
    if any(words.has("perfect", each.lemma) for each in auxiliaries):
        return False
    if auxiliaries:
        return not any(each.is_("Tense", "Past") or each.is_("Tense", "Imp") for each in auxiliaries)
    return verb.is_("VerbForm", "Part") or verb.is_("VerbForm", "Inf") or verb.is_("Tense", "Pres")
