"""Whether a predicate or a noun is negated where it stands, governors left aside."""

from collections.abc import Iterable, Iterator

from selon.extract.factuality.words import NegationKind, lexicon
from selon.parse.tree import Token

# So many words between a verb and the particle that negates it.
_ADVERBS = 4
_NE = ("ne", "n'")
# Verbs that « ne » alone negates.
_NE_ALONE = ("pouvoir", "oser", "savoir", "cesser", "daigner")


def is_negated(token: Token) -> bool:
    """Whether the token's own words negate it: « ne … pas », "not", « aucune attaque », « ni »; « ne … que » does
    not."""
    if token.parse.lang == "fr":
        return _negated_fr(token)
    return _negated_en(token)


def is_litotes(token: Token) -> bool:
    """Whether a verb that is itself the trigger with what it governs says by its negation that the deed was done («
    n'a pas tardé à dénoncer »)."""
    words = lexicon(token.parse.lang)
    governs = any(child.base in ("xcomp", "ccomp", "obl", "advcl") and child.i > token.i for child in token.children)
    return governs and words.negates(token.lemma.lower(), NegationKind.LITOTES)


def has_particle(tokens: Iterable[Token]) -> bool:
    """Whether one of the words negates a verb: « veut pas » is a refusal, and no refusal that is negated."""
    return any(lexicon(each.parse.lang).negates(each.lower, NegationKind.PARTICLE) for each in tokens)


def _around(token: Token) -> list[Token]:
    """The dependents of the predicate and of its auxiliaries."""
    return [*token.children, *(each for aux in token.all("aux", "cop") for each in aux.children)]


def _negated_fr(token: Token) -> bool:
    words = lexicon("fr")
    near = _around(token)
    if _borrows_particle(token):
        near = [child for child in near if not words.negates(child.lower, NegationKind.PARTICLE)]
    ne = any(child.lower in _NE for child in near)
    if _has_determiner(token) or any(
        child.lower == "ni" and child.base in ("cc", "advmod") for child in token.children
    ):
        return True
    for child in near:
        if child.base in ("advmod", "dep", "obj", "obl") and words.negates(child.lower, NegationKind.PARTICLE):
            if child.lower in ("plus", "point") and (not ne or _is_only(child)):
                continue
            if _softened(child) or (not ne and _is_ever(token)):
                continue
            return True
    if not ne:
        return False
    for particle in (each for verb in (token, *token.all("aux")) for each in _adverbs_behind(verb)):
        if words.negates(particle.lower, NegationKind.PARTICLE) and not _softened(particle) and not _is_only(particle):
            return True
    return _negative_argument(token) or (token.lemma.lower() in _NE_ALONE and not _restricted(token))


def _adverbs_behind(verb: Token) -> Iterator[Token]:
    """The word behind a verb and, as long as adverbs stand there, the next: « n'exige par ailleurs plus »."""
    for each in verb.parse.tokens[verb.i + 1 : min(verb.i + 1 + _ADVERBS, verb.sentence.end)]:
        yield each
        if each.pos != "ADV" and not each.has_rel("advmod", "fixed"):
            return


def _borrows_particle(token: Token) -> bool:
    """Whether the « pas » on an infinitive belongs to its governor's « ne » (« ne nie pas avoir tiré »)."""
    head = token.head
    infinitive = token.is_("VerbForm", "Inf") or any(each.is_("VerbForm", "Inf") for each in token.all("aux"))
    if head is None or not infinitive or any(child.lower in _NE for child in token.children):
        return False
    return any(child.lower in _NE for child in head.children)


def _softened(particle: Token) -> bool:
    """« pas moins de », « pas seulement », « pas que »: no negation of the deed."""
    behind = particle.parse.tokens[particle.i + 1 : particle.i + 2]
    return bool(behind) and behind[0].lower in ("moins", "seulement", "que", "qu'", "uniquement", "plus")


def _is_ever(token: Token) -> bool:
    """Whether a participle stands in a superlative: « la plus grosse attaque jamais menée » was."""
    noun = token.head
    if token.base not in ("acl", "amod") or noun is None:
        return False
    behind = [*noun.children, *(each for child in noun.children for each in child.children)]
    return any(lexicon(token.parse.lang).negates(each.lower, NegationKind.SUPERLATIVE) for each in behind)


def _is_only(particle: Token) -> bool:
    """« ne … plus que des vivres »: the « que » right behind restricts."""
    behind = particle.parse.tokens[particle.i + 1 : particle.i + 2]
    return bool(behind) and behind[0].lower in ("que", "qu'")


def _restricted(token: Token) -> bool:
    """Whether « ne … que » stands here."""
    words = lexicon("fr")
    below = [child for child in token.subtree() if child.i > token.i]
    return any(words.negates(child.lower, NegationKind.RESTRICTION) and child.pos == "ADV" for child in below)


def _negative_argument(token: Token) -> bool:
    """Whether an argument is negative: « personne », « rien », « aucun soldat »."""
    words = lexicon(token.parse.lang)
    for child in _around(token):
        if child.base not in ("nsubj", "obj", "iobj", "obl"):
            continue
        pronoun = words.negates(child.lower, NegationKind.PRONOUN) and (
            child.pos == "PRON" or child.first("det") is None
        )
        places = ("nsubj", "obj", "obl") if token.parse.lang == "fr" else ("nsubj", "obj")
        if pronoun or (child.base in places and _has_determiner(child)):
            return True
    return False


def _has_determiner(token: Token) -> bool:
    words = lexicon(token.parse.lang)
    return any(
        child.base in ("det", "advmod")
        and child.i < token.i
        and words.negates(child.lower, NegationKind.DETERMINER)
        and (child.base == "det" or child.pos == "DET")
        for child in token.children
    )


def _negated_en(token: Token) -> bool:
    words = lexicon("en")
    if _has_determiner(token) or _negative_argument(token):
        return True
    tokens = token.parse.tokens
    for child in _around(token):
        if child.base in ("advmod", "dep", "aux", "cc", "cc:preconj") and words.negates(
            child.lower, NegationKind.PARTICLE
        ):
            following = tokens[child.i + 1].lower if child.i + 1 < len(tokens) else ""
            if following in ("only", "just", "merely", "least") or (child.lower == "no" and following != "longer"):
                continue
            return True
        if child.base == "advmod" and child.lower == "longer" and any(each.lower == "no" for each in child.children):
            return True
    return False
