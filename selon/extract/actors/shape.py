"""The grammar of a mention: how its phrase is determined, its gender, its head, whether it is a former holder."""

from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.phrase import Phrase
from selon.extract.actors.words import Noun, lexicon
from selon.model.ontology import MentionForm
from selon.model.span import Span
from selon.parse.tree import Token

_MASCULINE = ("le", "un", "ce", "cet", "du", "au")
_FEMININE = ("la", "une", "cette")
# Endings of a function of men and of women.
_ENDINGS = (
    ("teur", "trice"), ("eur", "euse"), ("er", "ère"), ("ien", "ienne"), ("if", "ive"), ("chef", "cheffe"),
    ("ef", "effe"), ("", "e"),
)  # fmt: skip
# Relations inside a name or title: a token with another relation is the one that the sentence governs.
_INNER = ("compound", "flat", "appos", "nmod", "dep", "amod")


def shaped(phrase: Phrase, sort: Sort, form: MentionForm, tokens: tuple[Token, ...]) -> Candidate:
    """A candidate for a phrase with its grammar; kind, country and sectors are still open."""
    words = lexicon(phrase.parse.lang)
    span = phrase.parse.words(phrase.start, phrase.end).span
    candidate = Candidate(_head(tokens) or phrase.head, tokens, span, sort, form, phrase=phrase)
    candidate.definite = definite(phrase)
    candidate.plural = phrase.plural
    candidate.gender = _gender(phrase)
    candidate.count = phrase.count
    former = any(words.is_(token, "former") for token in (*phrase.before, *phrase.adjectives))
    candidate.former = former or _ex(phrase)
    candidate.owner = phrase.determiner if candidate.definite is Definite.POSSESSIVE else None
    return candidate


def unit_tokens(phrase: Phrase) -> tuple[Token, ...]:
    """The tokens that stand for the actor: of the unit, its name and acronym, without small words."""
    tokens = phrase.parse.tokens
    inside = tokens[phrase.unit.start : phrase.unit.end]
    found = [token for token in inside if token.pos not in ("DET", "ADP", "PUNCT")]
    for unit in (phrase.name, phrase.alias):
        if unit is not None:
            found.extend(tokens[unit.start : unit.end])
    return tuple(found) if phrase.head in found else (*found, phrase.head)


def _head(tokens: tuple[Token, ...]) -> Token | None:
    """The token of a title with its name that the rest of the sentence governs; names may be nested wrongly."""
    inside = {token.i for token in tokens}
    outer = [token for token in tokens if token.head is None or token.head.i not in inside]
    argued = [token for token in outer if token.base not in _INNER]
    return next(iter(argued or outer), None)


def definite(phrase: Phrase) -> Definite:
    """How the phrase is determined, by its determiner or the preposition that holds it (« du »)."""
    words, token = lexicon(phrase.parse.lang), phrase.determiner
    if token is None and phrase.owner is not None:
        return Definite.DEFINITE
    before = phrase.preceding
    if token is None and phrase.french and before is not None:
        contracted = before.lower in ("du", "au", "aux") or (before.lower == "des" and before.pos == "ADP")
        token = before if contracted else None
    if token is None:
        return Definite.BARE
    if token.lower == "des" and token.pos == "ADP" and token.base == "case":
        return Definite.DEFINITE
    if token.lower in words.reference.counts:
        return Definite.DEFINITE
    if token.is_("Poss", "Yes") or token.lower in words.sets["possessive"]:
        return Definite.POSSESSIVE
    if token.lower in words.sets["demonstrative"]:
        return Definite.DEMONSTRATIVE
    if token.lower in words.sets["indefinite"] or token.is_("Definite", "Ind"):
        return Definite.INDEFINITE
    return Definite.DEFINITE if token.lower in words.sets["definite"] else Definite.INDEFINITE


def _gender(phrase: Phrase) -> str | None:
    before = phrase.preceding
    for token in (phrase.determiner, before if phrase.determiner is None else None):
        if token is not None and token.lower in _MASCULINE:
            return "Masc"
        if token is not None and token.lower in _FEMININE:
            return "Fem"
    token, noun = phrase.parse.tokens[phrase.unit.start], phrase.noun
    if noun is None or not noun.person or not phrase.french:
        return token.morph.get("Gender")
    word = token.lower.rstrip("s")
    own = _paired(noun, word)
    return own if own is not None or word.endswith("e") else token.morph.get("Gender")


def _paired(noun: Noun, word: str) -> str | None:
    """The gender of a word of which the noun has the other one, too (« opposant, opposante »)."""
    others = {each.split()[0] for each in noun.words}
    for masculine, feminine in _ENDINGS:
        if word.endswith(feminine) and word[: len(word) - len(feminine)] + masculine in others:
            return "Fem"
        if word.endswith(masculine) and word[: len(word) - len(masculine)] + feminine in others:
            return "Masc"
    return None


def _ex(phrase: Phrase) -> bool:
    """Whether the noun begins with « ex- », in one token or three."""
    tokens, i = phrase.parse.tokens, phrase.unit.start
    return tokens[i].lower.startswith("ex-") or (i >= 2 and tokens[i - 1].text == "-" and tokens[i - 2].lower == "ex")


def unit_span(phrase: Phrase, end: int | None = None) -> Span:
    """The characters of the unit, or from its start to token `end`."""
    return phrase.parse.words(phrase.unit.start, phrase.unit.end if end is None else end).span
