"""Whether a verb of saying says nothing: it is negated, or only meant."""

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.parse.tree import Token


def is_unsaid(cue: Cue) -> bool:
    """Whether the verb is negated (« n'a pas confirmé », « sans préciser »): then nothing is said."""
    negated = [entry.negated for entry in cue.verb.entries]
    if any(negated):
        return all(negated) and not is_not(cue)
    denies = any(entry.stance is Stance.DENY for entry in cue.verb.entries)
    for token in cue.words:
        for child in token.children:
            negates = child.lower in bounds(child.parse.lang).verb_negations and child.base != "ccomp"
            if child.is_("Polarity", "Neg") and negates and not denies:
                return True
            if child.base == "mark" and child.lower in ("sans", "without"):
                return not _not_without(child)
            if child.base == "nsubj" and _is_none(child):
                return True
    if (_neither(cue) or _left_unsaid(cue)) and not denies:
        return True
    return _only_meant(cue)


def _neither(cue: Cue) -> bool:
    """« n'a été confirmé ni par X », "would neither confirm nor deny", "has been confirmed neither by X"."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    beside = tokens[max(cue.first.i - 1, sentence.start) : cue.first.i]
    beside += tokens[cue.last.i + 1 : cue.last.i + 2] if cue.passive else []  # but "said neither side …"
    return any(each.lower in ("neither", "nor", "ni") and each.i < sentence.end for each in beside)


def _left_unsaid(cue: Cue) -> bool:
    """« n'a pas souhaité commenter », "did not want to say": a negated verb over the infinitive, but for « n'hésite pas
    à dire »."""
    above, small = cue.main.head, bounds(cue.main.parse.lang)
    if cue.finite or cue.main.base != "xcomp" or above is None or above.lemma.lower() in small.not_stopping:
        return False
    return any(child.is_("Polarity", "Neg") and child.lower in small.verb_negations for child in above.children)


def _not_without(mark: Token) -> bool:
    """« non sans prévenir que »: it is said."""
    return mark.i > mark.sentence.start and mark.parse.tokens[mark.i - 1].lower in ("non", "not")


def _is_none(subject: Token) -> bool:
    """« personne », "nobody", "no group"."""
    if subject.lower in ("personne", "aucun", "nul", "nobody", "none"):
        return True
    return any(each.lower in ("no", "aucun", "aucune", "nul") for each in subject.all("det"))


def is_not(cue: Cue) -> bool:
    return any(
        child.is_("Polarity", "Neg") and child.lower in bounds(child.parse.lang).verb_negations
        for token in cue.words
        for child in token.children
    )


def _only_meant(cue: Cue) -> bool:
    """Whether an infinitive only intends to say (« venu pour dire que »), or is about saying (« il faut dire que »)."""
    first = cue.first
    if cue.finite or not first.is_("VerbForm", "Inf"):
        return False
    lexical = lexicon(first.parse.lang)
    leads = [
        cue.main.head,
        *cue.main.all("mark", "case"),
        *(cue.main.head.all("fixed", "obj") if cue.main.head else []),
    ]
    if any(_not_without(lead) for lead in cue.main.all("mark")):
        return False
    return not any(lexical.is_(lead, Use.LEADS_TO_SAYING) for lead in leads if lead is not None)
