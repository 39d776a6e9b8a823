"""Predicates and their arguments, freed of voice: who does it, what it is done to, with which prepositions.

What comes in: a token of a `tree.Parse` that says what is done (verb, noun, or adjective with a copula). What goes
out: `Arguments`, the same for « la France condamne X », « X est condamné par la France », « X, condamné par la
France », « la condamnation de X par la France » and "France, which condemned X". Data: `{fr,en}/clause.yml`.

The rooms of extract ask all questions about clauses here; each concept stands in a module of its own (`__all__`).
"""

from dataclasses import dataclass, field

from selon.parse.clausewords import ClauseWords, clause_words
from selon.parse.conditions import conditions, is_condition, is_forgone, is_modal
from selon.parse.deeds import brings_about, owners, supporting_verb
from selon.parse.phrases import antecedent, chain_up, is_verb, is_voiced, preposition, spread
from selon.parse.reflexive import is_reflexive, is_reflexive_pronoun, seer
from selon.parse.subjects import logical_subjects, surface_subjects
from selon.parse.tree import Token
from selon.parse.voice import is_misread, is_passive

__all__ = [
    "Arguments",
    "antecedent",
    "arguments",
    "brings_about",
    "chain_up",
    "clause_words",
    "conditions",
    "is_condition",
    "is_forgone",
    "is_modal",
    "is_passive",
    "is_reflexive",
    "is_verb",
    "is_voiced",
    "logical_subjects",
    "owners",
    "preposition",
    "spread",
    "supporting_verb",
    "surface_subjects",
]


@dataclass(slots=True)
class Arguments:
    """What a predicate takes. Tokens are the heads of phrases; coordinated phrases are all there."""

    predicate: Token
    passive: bool = False
    reflexive: bool = False
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    obliques: list[tuple[str, Token]] = field(default_factory=list)
    complements: list[Token] = field(default_factory=list)

    def oblique(self, *prepositions: str) -> list[Token]:
        """The phrases under one of the prepositions (lemmas; several words joined by a space)."""
        return [token for preposition, token in self.obliques if preposition in prepositions]


def arguments(token: Token) -> Arguments:
    """The arguments of a predicate: a verb, or a noun or adjective that acts as one."""
    found = _verb_arguments(token) if is_verb(token) or _is_hidden_verb(token) else _nominal_arguments(token)
    found.obliques = [(name, antecedent(phrase)) for name, phrase in found.obliques]
    long = _behind_phrase_nouns(found.obliques, clause_words(token.parse.lang))
    spelled = {phrase.head for _, phrase in long}
    found.obliques = [*((name, phrase) for name, phrase in found.obliques if phrase not in spelled), *long]
    return found


def _is_hidden_verb(token: Token) -> bool:
    """Whether the parser gives a subject to what it does not take for a verb, nor for a predicate with a copula."""
    return token.first("nsubj") is not None and token.first("cop") is None


def _behind_phrase_nouns(obliques: list[tuple[str, Token]], words: ClauseWords) -> list[tuple[str, Token]]:
    """The phrases under prepositions of several words: « à l'encontre de X » gives ('à encontre de', X)."""
    return [
        (f"{name} {phrase.lemma.lower()} {preposition(child)}", each)
        for name, phrase in obliques
        if phrase.lemma.lower() in words.phrase_nouns or f"{name} {phrase.lemma.lower()}" in words.phrase_nouns
        for child in phrase.all("nmod", "obl")
        if preposition(child) not in words.agent
        for each in spread(child)
    ]


def _verb_arguments(token: Token) -> Arguments:
    found = Arguments(token, passive=is_passive(token), reflexive=is_reflexive(token))
    agents = [agent for child in token.children for agent in _take(found, child)]
    if is_misread(token) and token.head is not None:
        found.objects.extend(spread(token.head))
    if not found.objects and not found.passive:
        found.objects = [each for name, each in found.obliques if not name and _is_bare_object(each, token)]
    if not found.objects and not found.passive and _is_of_its_object(token):
        found.objects = [antecedent(token.head)] if token.head is not None else []
    subjects = [antecedent(each) for each in surface_subjects(token)]
    if (see := seer(token)) is not None:
        found.passive = True
        subjects = [antecedent(each) for each in surface_subjects(see)]
        agents.extend(_agents_below(token, see))
    found.subjects = agents if found.passive else subjects
    if found.passive:
        found.objects = [*subjects, *found.objects]
    return found


def _is_of_its_object(verb: Token) -> bool:
    """Whether an English relative clause with a subject and no pronoun lacks its object: "the envoy Oslo expelled"."""
    words = clause_words(verb.parse.lang)
    if verb.rel != "acl:relcl" or not words.past_is_participle or verb.first("nsubj") is None:
        return False
    opened = any(each.lower in words.relative for each in verb.subtree()[: verb.i - verb.sentence.start])
    return not opened and verb.first("ccomp", "xcomp") is None


def _take(found: Arguments, child: Token) -> list[Token]:
    """Puts what hangs on a verb where it belongs; an agent of a passive comes back instead."""
    words, name = clause_words(child.parse.lang), preposition(child)
    if found.passive and child.base in ("obl", "nmod", "iobj", "advmod") and name in words.agent:
        return spread(child)
    if child.base in ("obl", "nmod") and (name or child.base == "obl"):
        found.obliques.extend((preposition(each) or name, each) for each in spread(child))
    elif child.base == "iobj":
        found.obliques.extend((name or words.dative, each) for each in spread(child))
    elif child.base == "obj" and not is_reflexive_pronoun(child):
        found.objects.extend(antecedent(each) for each in spread(child))
    elif child.base in ("ccomp", "xcomp", "csubj") or (child.base == "advcl" and child.first("mark") is not None):
        found.complements.append(child)
    return []


def _agents_below(token: Token, see: Token) -> list[Token]:
    """The agents that hang on an infinitive or on the « se voir » above it."""
    agent = clause_words(token.parse.lang).agent
    below = dict.fromkeys([*token.children, *see.children])
    return [each for child in below if preposition(child) in agent for each in spread(child)]


def _nominal_arguments(token: Token) -> Arguments:
    words = clause_words(token.parse.lang)
    found = Arguments(token)
    for child in token.children:
        name = preposition(child)
        if child.base in ("nmod", "obl", "compound", "amod", "appos") and name in words.agent:
            found.subjects.extend(spread(child))
        elif child.base in ("nmod", "obl") and name and name not in words.genitive:
            found.obliques.extend((preposition(each) or name, each) for each in spread(child))
        elif child.base in ("acl", "ccomp", "advcl", "xcomp"):
            found.complements.append(child)
    if token.first("cop") is not None or token.base in ("acl", "xcomp", "advcl"):
        found.subjects.extend(antecedent(each) for each in surface_subjects(token))
    return found


def _is_bare_object(noun: Token, verb: Token) -> bool:
    """Whether what a tree makes a circumstance can be the object: a noun behind the verb without a preposition.

    « A exécuté, selon l'ONG, quatre habitants ». A time (« jeudi ») passes too: it is nobody to whoever asks.
    """
    return noun.i > verb.i and noun.pos in ("NOUN", "PROPN") and noun.first("case", "mark") is None
