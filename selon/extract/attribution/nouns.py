"""Reports by a noun: « l'affirmation selon laquelle … », « l'annonce par Rome de … », "claims that …"."""

from collections.abc import Iterator

from selon.extract.attribution.bounds import THAT
from selon.extract.attribution.content import numbers
from selon.extract.attribution.kinds import Who
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import apart, source_of
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import clause_words, is_verb, preposition
from selon.parse.tree import Sentence, Token

_WHICH = ("laquelle", "lequel", "lesquelles", "lesquels")
# « selon laquelle » stands at most so many tokens behind its noun.
_NEAR = 18
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
        source = source_of(sources_of(token, who, said), who)
        stance = Stance.DENY if lexical.is_(token, Use.DENIAL_NOUN) else Stance.ASSERT
        if not source.heads and _names_itself(token):
            source = source_of([token], who)
        form = Form.INDIRECT if source.heads else Form.HEARSAY
        rule = f"{token.parse.lang}.sources.report_noun"
        content = (numbers(said.subtree()) if said is deed else _extent(token, said)) - {token.i}
        if source.words is not None:
            source = apart(source, said)
        yield Report((token,), source.heads, source.actors, source.words, form, stance, content, rule)


def _clause(noun: Token) -> Token | None:
    """The clause that says what: « que … », « selon laquelle … », "that …" (not a relative clause)."""
    for child in noun.children:
        clausal = child.i > noun.i and child.base in ("acl", "ccomp", "advcl") and child.rel != "acl:relcl"
        if clausal and (any(mark.lower in THAT for mark in child.all("mark")) or _is_perfect(child)):
            return child
    tokens = noun.parse.tokens
    for token in tokens[noun.i + 1 : min(noun.i + _NEAR, noun.sentence.end - 1)]:
        if token.pos == "PUNCT" or token.is_("VerbForm", "Fin"):
            return None
        if token.lower == "that" and _is_bare(noun) and token.head is not None and token.head.i > token.i:
            return token.head
        if token.lower == "selon" and tokens[token.i + 1].lower in _WHICH:
            above = next((each for each in tokens[token.i + 1].ancestors() if is_verb(each)), None)
            behind = [each for each in tokens[token.i + 2 : noun.sentence.end] if is_verb(each) and each.base != "aux"]
            return above if above is not None and above.i > token.i else next(iter(behind), None)
    return None


def _is_perfect(clause: Token) -> bool:
    """Whether a clause is a perfect infinitive (« l'aveu d'avoir tué », "the claim to have retaken")."""
    helped = any(each.lemma in ("avoir", "have") and each.is_("VerbForm", "Inf") for each in clause.all("aux"))
    return helped and any(mark.lower in ("to", "de", "d'") for mark in clause.all("mark", "case"))


def _extent(noun: Token, clause: Token) -> frozenset[int]:
    """The words of a clause under a noun: up to the verb of which the noun is the subject, where it stands before it;
    else as the tree has them. Without « selon laquelle »."""
    tokens, content = noun.parse.tokens, numbers(clause.subtree())
    above = noun.head
    if noun.base == "nsubj" and above is not None and above.i > clause.i and is_verb(above):
        group = [each.i for each in above.children if each.base in ("aux", "cop", "advmod") and each.i > clause.i]
        content = frozenset(range(min(content), min([above.i, *group])))
    which = next((i for i in sorted(content)[:3] if tokens[i].lower in _WHICH), -1)
    return frozenset(i for i in content if i > which)


def _names_itself(noun: Token) -> bool:
    """Whether what media report is a source by its own words (« des informations de presse », "an Israeli press
    report")."""
    words = lexicon(noun.parse.lang)
    media = any(words.is_(each, Use.REPORTS) and each is not noun for each in noun.children)
    return words.is_(noun, Use.REPORTS) and media


def _is_bare(noun: Token) -> bool:
    """Whether no preposition leads a noun."""
    return noun.first("case") is None


def _deed(noun: Token, who: Who) -> Token | None:
    """The deed under « de »: a common noun that is nobody (« l'annonce de la fermeture », not « du ministre »), on the
    noun or on the agent between (« l'annonce par Rome du retrait »)."""
    lexical, words = lexicon(noun.parse.lang), clause_words(noun.parse.lang)
    agents = [child for child in noun.children if preposition(child) in words.agent]
    for child in [*noun.children, *(below for agent in agents for below in agent.children)]:
        under = child.i > noun.i and child.base == "nmod" and preposition(child) in _OF and child.pos == "NOUN"
        if under and not (lexical.is_(child, Use.PERSON) or lexical.is_(child, Use.FALSEHOOD) or who(child)):
            return child
    return None


def sources_of(noun: Token, who: Who, said: Token | None = None) -> list[Token]:
    """Whose a noun of speech is: its agent, or its possessor."""
    words = clause_words(noun.parse.lang)
    agents = [child for child in noun.children if child is not said and preposition(child) in (*words.agent, "from")]
    if agents:
        return agents
    for child in noun.children:
        made = child.base in ("acl", "amod") and child.is_("VerbForm", "Part")
        by = [each for each in child.all("obl") if preposition(each) in words.agent] if made else []
        if by:
            return by
    for child in noun.children:
        if child is said or child.base not in ("nmod", "det", "amod", "compound"):
            continue
        if child.rel == "nmod:poss" or child.is_("Poss", "Yes") or who(child):
            return [child]
    return []
