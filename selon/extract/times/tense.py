"""Where the clause of an expression looks, back or ahead, by the tense of its verb in the tree."""

from selon.extract.times.anchor import View
from selon.extract.times.lexicon import TimeLexicon
from selon.parse.tree import Token

_VERBAL = frozenset(("VERB", "AUX"))


def view(token: Token, words: TimeLexicon) -> View:
    """The view of the clause in which `token` stands; UNKNOWN where the tree shows no tensed verb."""
    for each in (token, *token.ancestors()):
        if each.pos in _VERBAL:
            found = _of_verb(each, words)
            if found is not View.UNKNOWN:
                return found
            if each.base in ("root", "ccomp", "advcl", "parataxis", "acl"):
                return View.UNKNOWN
    return View.UNKNOWN


def _of_verb(verb: Token, words: TimeLexicon) -> View:
    auxiliaries = verb.all("aux")
    if verb.is_("Tense", "Fut") or any(_looks_ahead(each) for each in auxiliaries):
        return View.AHEAD
    if words.has("prospect", verb.lemma) and _plans(verb):
        return View.AHEAD
    if verb.is_("Mood", "Cnd") and not auxiliaries and verb.base == "ccomp":
        return View.AHEAD
    if verb.is_("VerbForm", "Inf") and verb.head is not None and words.has("prospect", verb.head.lemma):
        return View.AHEAD
    if auxiliaries or verb.is_("Tense", "Past") or verb.is_("Tense", "Imp"):
        return View.BACK
    return View.UNKNOWN


def _looks_ahead(auxiliary: Token) -> bool:
    return auxiliary.is_("Tense", "Fut") or auxiliary.lemma in ("will", "shall") or auxiliary.lower in ("'ll", "wo")


def _plans(verb: Token) -> bool:
    """Whether a verb of planning stands as « prévu lundi » or « doit … lundi », not in the past."""
    return verb.is_("VerbForm", "Part") or verb.is_("Tense", "Pres")
