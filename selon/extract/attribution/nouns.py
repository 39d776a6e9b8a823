"""Reports by a noun: « l'affirmation selon laquelle … », « l'annonce par Rome de … », "claims that …"."""

from collections.abc import Iterator

from selon.extract.attribution.content import numbers
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import Who, source_of
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import clause_words, preposition
from selon.parse.tree import Sentence, Token

_THAT = ("que", "qu'", "that")
_WHICH = ("laquelle", "lequel", "lesquelles", "lesquels")
_OF = ("de", "of", "sur", "about")


def find_nouns(sentence: Sentence, who: Who) -> Iterator[Report]:
    """The reports by a noun of speech that brings its content along, in text order."""
    lexical = lexicon(sentence.parse.lang)
    for token in sentence.tokens:
        if token.pos != "NOUN":
            continue
        clause = _clause(token) if lexical.is_(token, Use.REPORT_NOUN) else None
        deed = _deed(token, who) if clause is None and lexical.is_(token, Use.DEED_NOUN) else None
        said = clause or deed
        if said is None:
            continue
        source = source_of(_sources(token, said, who), who)
        stance = Stance.DENY if lexical.is_(token, Use.DENIAL_NOUN) else Stance.ASSERT
        form = Form.INDIRECT if source.heads else Form.HEARSAY
        rule = f"{token.parse.lang}.sources.report_noun"
        content = numbers(said.subtree()) - {token.i}
        yield Report((token,), source.heads, source.actors, source.words, form, stance, content, rule)


def _clause(noun: Token) -> Token | None:
    """The clause that says what: « que … », « selon laquelle … », "that …" (not a relative clause)."""
    for child in noun.children:
        if child.i < noun.i or child.base not in ("acl", "ccomp", "advcl"):
            continue
        if any(mark.lower in _THAT for mark in child.all("mark")):
            return child
        starts = [token for token in child.subtree()[:3] if token.lower in _WHICH]
        if starts and any(preposition(token) == "selon" for token in starts):
            return child
    return None


def _deed(noun: Token, who: Who) -> Token | None:
    """The deed under « de »: a common noun that is nobody (« l'annonce de la fermeture », not « du ministre »)."""
    lexical = lexicon(noun.parse.lang)
    for child in noun.children:
        if child.i > noun.i and child.base == "nmod" and preposition(child) in _OF and child.pos == "NOUN":
            if not lexical.is_(child, Use.PERSON) and not who(child):
                return child
    return None


def _sources(noun: Token, said: Token, who: Who) -> list[Token]:
    words = clause_words(noun.parse.lang)
    agents = [child for child in noun.children if child is not said and preposition(child) in (*words.agent, "from")]
    if agents:
        return agents
    for child in noun.children:
        if child is said or child.base not in ("nmod", "det", "amod", "compound"):
            continue
        if child.rel == "nmod:poss" or child.is_("Poss", "Yes") or who(child):
            return [child]
    return []
