"""Who does what a predicate says, though its subject may stand elsewhere: shared, controlled, or modified by it.

What comes in: a predicate. What goes out: the heads of all phrases that are its grammatical (`surface_subjects`) or its
acting subject (`logical_subjects`); nobody where the tree has none. Data: `{fr,en}/clause.yml`.
"""

from selon.parse.clausewords import clause_words
from selon.parse.deeds import owners
from selon.parse.phrases import antecedent, is_verb, preposition, spread
from selon.parse.reflexive import is_reflexive_pronoun
from selon.parse.tree import Token
from selon.parse.voice import is_misread, is_passive


def surface_subjects(token: Token, depth: int = 0) -> list[Token]:
    """The grammatical subjects: the verb's own, or those it shares, is controlled by, or modifies."""
    own = [child for child in token.children if child.base == "nsubj"]
    if own:
        agent = clause_words(token.parse.lang).agent
        return [each for subject in own for each in spread(subject) if preposition(each) not in agent]
    head = token.head
    if head is None or depth > 6:
        return []
    if token.base == "conj":
        if head.pos in ("VERB", "AUX", "ADJ", "NOUN") and not (head.pos == "NOUN" and head.first("cop") is None):
            return _patient_or_subjects(token, head, depth)
        return []
    if token.base in ("xcomp", "ccomp", "advcl") and token.morph.get("VerbForm") in ("Inf", "Part", "Ger"):
        noun = _noun_before(token)
        return [noun] if noun is not None else _controller(token, head, depth)
    if token.base in ("xcomp", "obl", "advcl") and token.pos != "VERB":
        return _controller(token, head, depth)
    if token.base in ("acl", "amod") and not is_misread(token):
        return _modified(token, head, depth)
    return []


def logical_subjects(token: Token, depth: int = 0) -> list[Token]:
    """Who does it: the subject of an active verb, the agent of a passive one."""
    if is_passive(token):
        words = clause_words(token.parse.lang)
        agents = [
            child for child in token.children if child.base in ("obl", "nmod") and preposition(child) in words.agent
        ]
        return [each for agent in agents for each in spread(agent)]
    return [antecedent(each) for each in surface_subjects(token, depth)]


def _patient_or_subjects(token: Token, head: Token, depth: int) -> list[Token]:
    """The subjects that a coordinated predicate shares; after a passive participle, what it modifies."""
    if head.base in ("acl", "amod") and head.first("nsubj") is None and head.head is not None:
        if token.is_("VerbForm", "Inf") and (accused := _told_of(head.head)):
            return accused
        return _modified(head, head.head, depth + 1)
    return surface_subjects(head, depth + 1)


def _modified(token: Token, head: Token, depth: int) -> list[Token]:
    """The subject of a participle or infinitive that modifies a noun: the noun, or whoever the noun is of or by."""
    if token.morph.get("VerbForm") == "Inf":
        return _makers(head) or owners(head) or _of_governor(head, depth)
    if head.lemma.lower() in clause_words(token.parse.lang).charge and token.first("mark", "case") is not None:
        return _charged(head, depth)
    if _behind_comma(token) and token.morph.get("Tense") == "Pres":
        above = next((each for each in head.ancestors() if is_verb(each)), None)
        if above is not None and above.i < head.i and (found := surface_subjects(above, depth + 1)):
            return found
    return [antecedent(head)]


def _controller(token: Token, head: Token, depth: int) -> list[Token]:
    """The subject of an infinitive or gerund: the governor's object if that verb controls by it, else its subject."""
    words = clause_words(token.parse.lang)
    if not is_verb(head):
        return owners(head) or _of_governor(head, depth)
    by_object = token.base in ("xcomp", "ccomp") and head.lemma.lower() not in words.subject_control
    by_object = by_object or any(mark.lower in words.object_marks for mark in token.all("mark", "case"))
    if by_object and (objects := _addressed(token, head)):
        return [antecedent(each) for entry in objects for each in spread(entry)]
    return [antecedent(each) for each in surface_subjects(head, depth + 1)]


def _addressed(token: Token, head: Token) -> list[Token]:
    """Whom a verb makes do what stands below it: its objects, else those behind it under the dative preposition."""
    objects = [child for child in head.all("obj", "iobj") if not is_reflexive_pronoun(child)]
    if objects or head.i > token.i:
        return objects
    dative = clause_words(head.parse.lang).dative
    between = [child for child in head.all("obl") if head.i < child.i < token.i and child.pos in ("NOUN", "PROPN")]
    return [child for child in between if preposition(child) == dative]


def _noun_before(participle: Token) -> Token | None:
    """The noun that a compound participle right behind it modifies, wherever the tree has hung it
    (« la décision du Conseil ayant invalidé le vote »)."""
    having = next((each for each in participle.all("aux") if each.lower in clause_words(each.parse.lang).having), None)
    if having is None or having.i == having.sentence.start:
        return None
    i = having.i - 1
    while i > having.sentence.start and having.parse.tokens[i].pos == "ADJ":
        i -= 1
    noun = having.parse.tokens[i]
    return noun if noun.pos in ("NOUN", "PROPN") else None


def _behind_comma(participle: Token) -> bool:
    """Whether a comma stands right before a participle: « …, gelant leurs avoirs » is said of the subject."""
    first = min([participle.i, *(each.i for each in participle.children if each.base in ("aux", "expl", "advmod"))])
    return first > participle.sentence.start and participle.parse.tokens[first - 1].text == ","


def _charged(charge: Token, depth: int) -> list[Token]:
    """Who is said to have done what a charge is about: "arrested four men on a charge of plotting"."""
    governor = next((each for each in charge.ancestors() if is_verb(each)), None)
    if governor is None:
        return []
    objects = [each for entry in governor.all("obj") if entry is not charge for each in spread(entry)]
    return [antecedent(each) for each in objects] or surface_subjects(governor, depth + 1)


def _told_of(noun: Token) -> list[Token]:
    """The object of a verb of charging on which the tree hangs the infinitives of the charge (« a accusé les élus de se
    tromper et d'être aux ordres »)."""
    verb = noun.head
    charging = noun.base == "obj" and verb is not None and verb.lemma.lower() in clause_words(noun.parse.lang).charging
    return [antecedent(each) for each in spread(noun)] if charging else []


def _makers(noun: Token) -> list[Token]:
    """Who is behind an attempt or a plan, whose deed then stands below it: "an attempt by soldiers to free them"."""
    agent = clause_words(noun.parse.lang).agent
    return [each for child in noun.all("nmod", "obl") if preposition(child) in agent for each in spread(child)]


def _of_governor(noun: Token, depth: int) -> list[Token]:
    """The subjects of the verb that governs a noun (« a pris la décision de retirer »)."""
    governor = next((each for each in noun.ancestors() if is_verb(each)), None)
    return logical_subjects(governor, depth + 1) if governor is not None else []
