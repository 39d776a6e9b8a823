"""Predicates and their arguments, freed of voice: who does it, what it is done to, with which prepositions.

What comes in: a token of a `tree.Parse` that says what is done (verb, noun, or adjective with a copula). What goes
out: `Arguments`, the same for « la France condamne X », « X est condamné par la France », « X, condamné par la
France », « la condamnation de X par la France » and "France, which condemned X". Data: `{fr,en}/clause.yml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from selon.lexicon.load import data_file, load_yaml
from selon.parse.tree import Token


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The closed classes of one language that a clause is read with (one entry in `clause.yml`)."""

    agent: tuple[str, ...]
    be: tuple[str, ...]
    cause: tuple[str, ...]
    see: tuple[str, ...]
    subject_control: tuple[str, ...]
    light: tuple[str, ...]
    occur: tuple[str, ...]
    relative: tuple[str, ...]
    having: tuple[str, ...]
    clitics: tuple[str, ...]
    genitive: tuple[str, ...]
    dative: str
    unaccusative: tuple[str, ...] = ()
    self_done: tuple[str, ...] = ()
    phrase_nouns: tuple[str, ...] = ()
    have: tuple[str, ...] = ()
    modal: tuple[str, ...] = ()
    light_with: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    object_marks: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    past_is_participle: bool = False
    lead_to: tuple[str, ...] = ()
    spark: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    done_to: tuple[str, ...] = ()
    charge: tuple[str, ...] = ()


@cache
def clause_words(lang: str) -> ClauseWords:
    """The closed classes of a language."""
    return load_yaml(data_file(lang, "clause.yml"), ClauseWords)[0]


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


def preposition(token: Token) -> str:
    """The preposition before a phrase, as its lemma(s): « auprès de » gives 'auprès de'; '' where there is none."""
    cases = [child for child in token.children if child.base == "case"]
    if not cases:
        return ""
    before = [child for child in cases if child.i < token.i]
    first = before[0] if before else cases[0]
    words = [first, *first.all("fixed"), *before[1:]]
    if len(words) == 1:
        return first.lemma.lower()
    return " ".join(word.lemma.lower() for word in sorted(words, key=lambda word: word.i))


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form that governs a clause."""
    return token.pos in ("VERB", "AUX")


def conditions(token: Token) -> list[Token]:
    """The clauses that say on what condition a predicate, or what it governs, holds (« … si Kiev refuse »)."""
    return [clause for clause in token.subtree() if clause is not token and is_condition(clause)]


def is_condition(clause: Token) -> bool:
    """Whether a clause is led by "if" and its like ("should Kyiv refuse"), or hangs on a noun for it (« au cas où »,
    "in the event that")."""
    words = clause_words(clause.parse.lang).conditional
    if clause.base in ("advcl", "parataxis"):
        before = next((each.i for each in clause.all("nsubj")), clause.i)
        inverted = any(each.lower in words and each.i < before for each in clause.all("aux", "cop"))
        return inverted or any(mark.lower in words for mark in clause.all("mark", "advmod"))
    noun = clause.head if clause.base == "acl" else None
    return noun is not None and noun.base == "obl" and noun.lower in words


def is_modal(token: Token) -> bool:
    """Whether an auxiliary says what ought to be done ("must", "should"; not "should Kyiv refuse", "should we?")."""
    if token.base != "aux" or token.lower not in clause_words(token.parse.lang).modal:
        return False
    subjects = token.head.all("nsubj") if token.head is not None else []
    return not any(each.i > token.i for each in subjects)


def is_forgone(token: Token) -> bool:
    """Whether an infinitive is negated (« de ne pas attaquer », "not to attack")."""
    negative = clause_words(token.parse.lang).negative
    bare = [child for child in token.children if child.base == "advmod" and child.first("amod", "case") is None]
    return is_verb(token) and any(child.lower in negative for child in bare)  # not « au moindre faux pas »


def is_passive(token: Token) -> bool:
    """Whether a verb stands in the passive: by auxiliary, by its subject's relation, or as a past participle alone."""
    if is_reflexive(token):
        return False
    if _is_unaccusative(token):  # « est passé » is active, « a été passé par les armes » is not
        return any(child.base == "aux" and child.is_("VerbForm", "Part") for child in token.children)
    if token.first("aux:pass") or _lacks_object(token) or _has_agent(token):
        return True
    participle = token.is_("VerbForm", "Part") and not token.is_("Tense", "Pres")
    if token.pos == "VERB" and participle and token.first("cop") is not None:
        return True
    auxiliaries = token.all("aux")
    if auxiliaries and not any(each.lemma.lower() in clause_words(token.parse.lang).be for each in auxiliaries):
        return False
    if token.first("nsubj:pass", "csubj:pass"):
        return bool(auxiliaries) or not _is_whole(token)
    if token.morph.get("VerbForm") != "Part" or token.morph.get("Tense") == "Pres":
        return False
    if _is_gapped(token):
        return True
    if token.first("aux", "nsubj") is not None:
        return False
    if token.base == "conj" and token.head is not None and is_verb(token.head):
        return is_passive(token.head)
    if is_misread(token):
        return False
    return token.base in ("acl", "advcl", "amod", "dep") and not _is_main_verb(token) and not _is_interrupted(token)


def is_misread(token: Token) -> bool:
    """Whether a past form that hangs on the noun behind it is in truth an English main verb and that noun its object.

    "The United States on Tuesday imposed visa restrictions", "officials have shared evidence".
    """
    if token.base != "amod" or token.pos != "VERB" or token.head is None or token.head.i < token.i:
        return False
    words = clause_words(token.parse.lang)
    if not words.past_is_participle or token.lower.endswith("ing") or token.i == token.sentence.start:
        return False
    before = token.parse.tokens[token.i - 1]
    own = before.head is token and before.base != "obl"  # "Russian-backed rebels" written without the hyphen
    return before.lemma.lower() == "have" or (before.pos in ("NOUN", "PROPN") and not own)


def _is_whole(token: Token) -> bool:
    """Whether a verb without an auxiliary is the main one of a whole English sentence: its past looks like the
    participle, which only headlines use alone ("Two killed in raid").
    """
    whole = token.head is None and token.sentence.tokens[-1].text == "."
    return whole and clause_words(token.parse.lang).past_is_participle


def _is_interrupted(token: Token) -> bool:
    """Whether a participle belongs to an auxiliary further left: « la Russie a de son côté mis en garde X »."""
    words = clause_words(token.parse.lang).have
    for each in reversed(token.parse.tokens[max(token.i - 5, token.sentence.start) : token.i]):
        if each.is_("VerbForm", "Part") or each.text == ",":
            return False
        if each.lemma.lower() in words and each.is_("VerbForm", "Fin"):
            return True
    return False


def _is_main_verb(token: Token) -> bool:
    """Whether a participle under a lone noun is in truth the verb of that noun ("Iran today threatened to …")."""
    head = token.head
    if token.base not in ("acl", "amod", "dep") or head is None or head.head is not None or head.i > token.i:
        return False
    agents = clause_words(token.parse.lang).agent
    if is_verb(head) or head.first("cop") is not None or any(preposition(each) in agents for each in token.children):
        return False
    if clause_words(token.parse.lang).past_is_participle and token.sentence.tokens[-1].text == ".":
        return True
    return token.first("obj") is not None or any(
        each.is_("VerbForm", "Inf") for each in token.all("xcomp", "advcl", "ccomp")
    )


def _is_unaccusative(token: Token) -> bool:
    words = clause_words(token.parse.lang).unaccusative
    return token.lemma.lower() in words or token.lower.rstrip("es") in words


def is_reflexive(token: Token) -> bool:
    """Whether a verb carries a reflexive pronoun of its own; that of « se voir » above an infinitive is not."""
    for child in token.children:
        if child.pos != "PRON" or not (child.i < token.i or child.i == token.i + 1):
            continue
        if child.base in ("expl", "obj", "iobj", "dep") and child.lemma.lower() in ("se", "soi"):
            return not _seen_before(token)
    return False


def spread(token: Token) -> list[Token]:
    """The phrase and those coordinated with it."""
    return token.conjuncts()


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token is its own antecedent."""
    words = clause_words(token.parse.lang)
    if token.lower not in words.relative and token.morph.get("PronType") != "Rel":
        return token
    for governor in token.ancestors():
        if governor.rel in ("acl:relcl", "acl") and governor.head is not None:
            return governor.head
    return token


def arguments(token: Token) -> Arguments:
    """The arguments of a predicate: a verb, or a noun or adjective that acts as one."""
    found = _verb_arguments(token) if is_verb(token) or is_hidden_verb(token) else _nominal_arguments(token)
    found.obliques = [(name, antecedent(phrase)) for name, phrase in found.obliques]
    long = _behind_phrase_nouns(found.obliques, clause_words(token.parse.lang))
    spelled = {phrase.head for _, phrase in long}
    found.obliques = [*((name, phrase) for name, phrase in found.obliques if phrase not in spelled), *long]
    return found


def is_hidden_verb(token: Token) -> bool:
    """Whether the parser gives a subject to what it does not take for a verb, nor for a predicate with a copula."""
    return token.first("nsubj") is not None and token.first("cop") is None


def _behind_phrase_nouns(obliques: list[tuple[str, Token]], words: ClauseWords) -> list[tuple[str, Token]]:
    """The phrases under prepositions of several words: « à l'encontre de X » gives ('à encontre de', X)."""
    return [
        (f"{name} {phrase.lemma.lower()} {preposition(child)}", each)
        for name, phrase in obliques
        if phrase.lemma.lower() in words.phrase_nouns
        for child in phrase.all("nmod", "obl")
        for each in spread(child)
    ]


def _is_gapped(token: Token) -> bool:
    """Whether a participle of others shares the passive auxiliary before it: "two were killed and three injured"."""
    if token.base != "conj" or token.head is None or token.first("aux", "obj", "ccomp", "xcomp") is not None:
        return False
    first, subject = token.head.first("aux:pass"), token.first("nsubj")
    return first is not None and subject is not None and (subject.pos == "NUM" or subject.first("nummod") is not None)


def _has_agent(token: Token) -> bool:
    """Whether a past form alone has a doer behind "by" and no object: "fishermen detained by the navy were freed"."""
    if token.parse.lang != "en" or token.first("obl:agent") is None or token.first("aux", "obj", "xcomp") is not None:
        return False
    return token.is_("Tense", "Past") or token.is_("VerbForm", "Part")


def _lacks_object(token: Token) -> bool:
    """Whether a past form of a verb that is always done to somebody has nobody behind it, as in headlines: "Six rebels
    killed in clash"."""
    if token.lemma.lower() not in clause_words(token.parse.lang).done_to or not token.is_("Tense", "Past"):
        return False
    if token.first("aux", "obj", "iobj", "ccomp", "xcomp") is not None or token.first("nsubj") is None:
        return False
    behind = token.parse.tokens[token.i + 1 : token.i + 2]
    return not behind or behind[0].pos in ("ADP", "PUNCT", "SCONJ")


def _verb_arguments(token: Token) -> Arguments:
    words = clause_words(token.parse.lang)
    found = Arguments(token, passive=is_passive(token), reflexive=is_reflexive(token))
    agents: list[Token] = []
    for child in token.children:
        name = preposition(child)
        if found.passive and child.base in ("obl", "nmod", "iobj", "advmod") and name in words.agent:
            agents.extend(spread(child))
        elif child.base in ("obl", "nmod") and (name or child.base == "obl"):
            found.obliques.extend((preposition(each) or name, each) for each in spread(child))
        elif child.base == "iobj":
            found.obliques.extend((name or words.dative, each) for each in spread(child))
        elif child.base == "obj" and not _is_reflexive_pronoun(child):
            for each in spread(child):
                found.objects.append(antecedent(each))
        elif child.base in ("ccomp", "xcomp", "csubj") or (child.base == "advcl" and child.first("mark") is not None):
            found.complements.append(child)
    if is_misread(token) and token.head is not None:
        found.objects.extend(spread(token.head))
    if not found.objects and not found.passive:
        found.objects = [each for name, each in found.obliques if not name and _is_bare_object(each, token)]
    subjects = [antecedent(each) for each in surface_subjects(token)]
    seer = _seer(token)
    if seer is not None:
        found.passive = True
        subjects = [antecedent(each) for each in surface_subjects(seer)]
        below = dict.fromkeys([*token.children, *seer.children])
        agents.extend(each for child in below if preposition(child) in words.agent for each in spread(child))
    if found.passive:
        found.objects = [*subjects, *found.objects]
        found.subjects = agents
    else:
        found.subjects = subjects
    return found


def _is_bare_object(noun: Token, verb: Token) -> bool:
    """Whether what a tree makes a circumstance can be the object: a noun behind the verb without a preposition.

    « A exécuté, selon l'ONG, quatre habitants ». A time (« jeudi ») passes too: it is nobody to whoever asks.
    """
    return noun.i > verb.i and noun.pos in ("NOUN", "PROPN") and noun.first("case", "mark") is None


def _seen_before(token: Token) -> bool:
    """Whether « se voir » or « se faire » stands directly before an infinitive, whatever the tree makes of it."""
    see = clause_words(token.parse.lang).see
    if token.lemma.lower() in clause_words(token.parse.lang).self_done:
        return False
    row = token.parse.tokens[max(token.i - 4, token.sentence.start) : token.i]
    return bool(row) and row[-1].lower in see and any(each.lower in ("se", "s'") for each in row[:-1])


def _seer(token: Token) -> Token | None:
    """The « se voir » above an infinitive that is done to its subject (« ils se sont vu interdire de sortir »)."""
    head = token.head
    words = clause_words(token.parse.lang).see
    above = head is not None and (head.lower in words or head.lemma.lower() in words)
    if _seen_before(token) and not above:
        return token
    if head is None or token.base not in ("xcomp", "ccomp", "obj") or not is_reflexive(head):
        return None
    return head if head.lemma.lower() in words or head.lower in words else None


def _is_reflexive_pronoun(token: Token) -> bool:
    return token.pos == "PRON" and token.lemma.lower() in ("se", "soi")


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


def _patient_or_subjects(token: Token, head: Token, depth: int) -> list[Token]:
    """The subjects that a coordinated predicate shares; after a passive participle, what it modifies."""
    if head.base in ("acl", "amod") and head.first("nsubj") is None and head.head is not None:
        return _modified(head, head.head, depth + 1)
    return surface_subjects(head, depth + 1)


def _modified(token: Token, head: Token, depth: int) -> list[Token]:
    """The subject of a participle or infinitive that modifies a noun: the noun, or whoever the noun belongs to."""
    if token.morph.get("VerbForm") == "Inf":
        return owners(head) or _of_governor(head, depth)
    if head.lemma.lower() in clause_words(token.parse.lang).charge and token.first("mark", "case") is not None:
        return _charged(head, depth)
    if _behind_comma(token) and token.morph.get("Tense") == "Pres":
        above = next((each for each in head.ancestors() if is_verb(each)), None)
        if above is not None and above.i < head.i and (found := surface_subjects(above, depth + 1)):
            return found
    return [antecedent(head)]


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


def _of_governor(noun: Token, depth: int) -> list[Token]:
    """The subjects of the verb that governs a noun (« a pris la décision de retirer »)."""
    governor = next((each for each in noun.ancestors() if is_verb(each)), None)
    return logical_subjects(governor, depth + 1) if governor is not None else []


def logical_subjects(token: Token, depth: int = 0) -> list[Token]:
    """Who does it: the subject of an active verb, the agent of a passive one."""
    if is_passive(token):
        words = clause_words(token.parse.lang)
        agents = [
            child for child in token.children if child.base in ("obl", "nmod") and preposition(child) in words.agent
        ]
        return [each for agent in agents for each in spread(agent)]
    return [antecedent(each) for each in surface_subjects(token, depth)]


def _controller(token: Token, head: Token, depth: int) -> list[Token]:
    """The subject of an infinitive or gerund: the governor's object if that verb controls by it, else its subject."""
    words = clause_words(token.parse.lang)
    if not is_verb(head):
        return owners(head) or _of_governor(head, depth)
    by_object = token.base in ("xcomp", "ccomp") and head.lemma.lower() not in words.subject_control
    by_object = by_object or any(mark.lower in words.object_marks for mark in token.all("mark", "case"))
    if by_object:
        objects = [child for child in head.all("obj", "iobj") if not _is_reflexive_pronoun(child)]
        if not objects and head.i < token.i:
            objects = [
                child
                for child in head.all("obl")
                if preposition(child) == words.dative and head.i < child.i < token.i and child.pos in ("NOUN", "PROPN")
            ]
        if objects:
            return [antecedent(each) for entry in objects for each in spread(entry)]
        if is_passive(head):
            return [antecedent(each) for each in surface_subjects(head, depth + 1)]
    return [antecedent(each) for each in surface_subjects(head, depth + 1)]


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


def owners(noun: Token) -> list[Token]:
    """Whose a nominal deed is: possessive, "X's", demonym adjective, compound noun, in this order of closeness.

    « sa visite », "Israel's strike", « la visite iranienne », "U.S. sanctions".
    """
    words = clause_words(noun.parse.lang)
    found: list[Token] = []
    for child in noun.children:
        possessive = child.base in ("det", "nmod") and (
            child.is_("Poss", "Yes") or child.rel in ("nmod:poss", "det:poss")
        )
        genitive = child.base == "nmod" and preposition(child) in words.genitive
        if possessive or genitive:
            found.extend(spread(child))
        elif child.base == "nmod" and child.pos == "PRON" and antecedent(child) is not child:
            found.append(child)  # « l'ONG, dont les équipes … »
    for child in noun.children:
        if child.base in ("amod", "compound") or (child.base in ("nmod", "acl") and child.pos == "ADJ"):
            found.extend(spread(child))
    return found


def supporting_verb(noun: Token) -> Token | None:
    """The light or occurrence verb through which a nominal deed is told, if it is (« effectuer une visite »)."""
    words = clause_words(noun.parse.lang)
    head = noun.head
    while head is not None and noun.base == "conj":
        noun, head = head, head.head
    if head is None or not is_verb(head):
        return None
    lemma = head.lemma.lower()
    if noun.base in ("obj", "nsubj") and lemma in words.light and (noun.base == "obj" or is_passive(head)):
        return head
    carried = preposition(noun) not in ("", *words.occasion)
    if noun.base == "obl" and carried and lemma in (words.light_with or words.light):
        return head
    if noun.base == "nsubj" and lemma in words.occur:
        return head
    return None


def brings_about(verb: Token, noun: Token) -> bool:
    """Whether a deed is what a verb leads to, and not done by its subject: « donner lieu à », « mener à »."""
    words, lemma = clause_words(verb.parse.lang), verb.lemma.lower()
    if lemma in words.spark and noun.base == "obj":
        return True
    wordings = {lemma, *(f"{lemma} {each.lemma.lower()}" for each in verb.all("obj"))}
    return preposition(noun) == words.dative and not wordings.isdisjoint(words.lead_to)


def chain_up(token: Token) -> Iterator[Token]:
    """The token and its governors, nearest first."""
    yield token
    yield from token.ancestors()
