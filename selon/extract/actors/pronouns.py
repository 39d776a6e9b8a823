"""Pronouns and possessives that stand for actors: personal, relative, « ce dernier », « celui-ci »."""

from collections.abc import Iterator
from itertools import takewhile

from selon.extract.actors.candidate import Candidate, Definite, Sort
from selon.extract.actors.words import Lexicon, lexicon
from selon.model.ontology import ActorKind, MentionForm
from selon.model.span import Span
from selon.parse.clause import is_passive
from selon.parse.tree import Sentence, Token

_UNKNOWN = "Any"
_AGED = 40  # characters in which an article and an age stand
# Relations of pronouns that stand for nobody.
_EMPTY = ("expl", "det", "mark", "case", "fixed")


def find_pronouns(sentence: Sentence, taken: set[int]) -> Iterator[Candidate]:
    """The pronouns of a sentence, without expletives, relative and reflexive ones."""
    words = lexicon(sentence.parse.lang)
    for token in sentence.tokens:
        if token.i in taken:
            continue
        made = _latter(token, words) or _possessive(token, words) or _personal(token, words) or _aged(token, words)
        if made is not None:
            yield made


def _latter(token: Token, words: Lexicon) -> Candidate | None:
    """« ce dernier », « ces dernières », « l'intéressé », "the latter"."""
    concerned = token.lower in words.sets["concerned"]
    if token.i == token.sentence.start or not (concerned or words.is_(token, "latter")):
        return None
    tokens = token.parse.tokens
    before = tokens[token.i - 1]
    after = tokens[token.i + 1] if token.i + 1 < token.sentence.end else None
    pointing = before.lower in words.sets["demonstrative"] or (before.lower == "the" and token.lower == "latter")
    pointing = pointing or (concerned and before.lower in words.sets["definite"])
    inside = after is not None and after.pos in ("NOUN", "PROPN") and not _governs(after)
    if not pointing or (not concerned and inside):
        return None
    made = Candidate(token, (token, before), Span(before.start, token.end), Sort.PRONOUN, MentionForm.PRONOUN)
    if concerned:
        made.kind = ActorKind.PERSON
    else:
        made.definite = Definite.DEMONSTRATIVE
    made.plural = before.lower in ("ces", "these") or token.lower.endswith("s")
    made.gender = (
        "Fem" if token.lower.rstrip("s").endswith(("ière", "ée")) else "Masc" if token.parse.lang == "fr" else None
    )
    return made


def _governs(noun: Token) -> bool:
    """Whether a word is a verb that the parser takes for a noun (« ce dernier doute que »)."""
    after = noun.parse.tokens[noun.i + 1] if noun.i + 1 < noun.sentence.end else None
    return noun.parse.lang == "fr" and after is not None and after.pos in ("SCONJ", "DET", "PRON")


def _aged(token: Token, words: Lexicon) -> Candidate | None:
    """ "The 61-year-old", « le sexagénaire »: a person by age alone; not "the 61-year-old senator"."""
    start = max(token.parse.tokens[token.sentence.start].start, token.end - _AGED)
    text = token.parse.text[start : token.end].lower()
    age = next((each for each in words.reference.aged if text.endswith(each)), None)
    after = token.parse.tokens[token.i + 1] if token.i + 1 < token.sentence.end else None
    if age is None or start + len(text) != token.end or (after is not None and after.pos in ("NOUN", "PROPN", "ADJ")):
        return None
    article = text.removesuffix(age).rstrip("0123456789 ").rpartition(" ")[2]
    if article not in words.sets["definite"]:
        return None
    span = Span(start + text.rindex(article, 0, len(text) - len(age)), token.end)
    made = Candidate(token, tuple(token.parse.tokens_in(span)), span, Sort.PRONOUN, MentionForm.NOMINAL)
    made.kind, made.gender = ActorKind.PERSON, {"le": "Masc", "la": "Fem"}.get(article)
    return made


def _possessive(token: Token, words: Lexicon) -> Candidate | None:
    """« son », « leurs », "his": a determiner; not the pronouns that look alike (« leur dire »)."""
    if token.lower not in words.sets["possessive"] or token.pos not in ("DET", "PRON"):
        return None
    if token.pos == "PRON" and token.lower in words.reference.pronouns and not token.is_("Poss", "Yes"):
        return None
    made = Candidate(token, (token,), token.span, Sort.POSSESSIVE, MentionForm.PRONOUN)
    made.plural = token.lower in ("leur", "leurs", "their")
    made.gender = {"his": "Masc", "her": "Fem"}.get(token.lower)
    return made


def _personal(token: Token, words: Lexicon) -> Candidate | None:
    hyphened = token.lower[0] == "-"
    word = token.lower.rpartition("-")[2] if hyphened else token.lower
    shape = words.reference.pronouns.get(word)
    ready = token.head is not None and words.is_(token.head, "ready")
    inverted = token.rel == "expl:subj" and (hyphened or ready or _acts(token))
    if shape is None or not (token.pos == "PRON" or _sure(token, words)) or (token.base in _EMPTY and not inverted):
        return None
    if _impersonal(token, word, words):
        return None
    gender, number = shape.split()
    made = Candidate(token, (token,), Span(token.end - len(word), token.end), Sort.PRONOUN, MentionForm.PRONOUN)
    made.gender = None if gender == _UNKNOWN else gender
    made.plural = number == "Plur"
    if word.endswith(("-ci", "-là")):
        made.definite = Definite.DEMONSTRATIVE
    return made


def _acts(token: Token) -> bool:
    """Whether an « il » that the parser takes for empty has an object (« qu'il n'avait pas le choix »)."""
    return token.head is not None and token.head.pos == "VERB" and token.head.first("obj") is not None


def _sure(token: Token, words: Lexicon) -> bool:
    """Whether a word is a pronoun whatever its tag says: « Ils » at the head of a sentence, "they"; not « Elle »."""
    opens = token.i == token.sentence.start or token.parse.tokens[token.i - 1].pos == "PUNCT"
    return token.lower in words.sets["subjects"] and (opens or token.text.islower())


def _impersonal(token: Token, word: str, words: Lexicon) -> bool:
    """Whether « il » or "it" stands for nothing: « il faut », « il y a », « il est possible que »."""
    if word not in ("il", "it"):
        return False
    verb = token.head
    if verb is None or (words.is_(verb, "impersonal") and not (words.is_(verb, "either") and _is_so(verb))):
        return True
    near = [each.lower for each in token.parse.tokens[token.i + 1 : token.i + 3]]
    if (near[:1] == ["y"] and "a" in near) or near in (["s'", "agit"], ["s'", "agissait"], ["n'", "y"]):
        return True
    if is_passive(verb) and words.is_(verb, "decided") and _clause_of(verb):
        return True
    if verb.first("cop") is None or words.is_(verb, "ready") or verb.pos not in ("ADJ", "NOUN"):
        return False
    return (_clause_of(verb) and verb.pos == "ADJ") or (word == "it" and _announces(verb))


def _is_so(verb: Token) -> bool:
    """Whether what follows says how somebody is or where (« il resterait à son poste », « il semble fatigué »)."""
    tokens = verb.parse.tokens
    after = [each for each in tokens[verb.i + 1 : verb.i + 4] if each.pos != "ADV" and each.sentence is verb.sentence]
    if not after or after[0].pos in ("ADJ", "VERB", "AUX"):
        return bool(after)
    return after[0].pos == "ADP" and len(after) > 1 and after[1].pos in ("DET", "PROPN", "NOUN", "PRON")


def _clause_of(verb: Token) -> bool:
    """Whether a clause follows that is what is said, decided or so."""
    return any(child.base in ("ccomp", "csubj", "xcomp") and child.i > verb.i for child in verb.children)


def _announces(predicate: Token) -> bool:
    """Whether "to" and a verb follow what "it" is said to be ("it is not the business of the president to use")."""
    tokens = predicate.parse.tokens[predicate.i + 1 : predicate.sentence.end]
    clause = takewhile(lambda each: each.pos not in ("PUNCT", "SCONJ", "CCONJ"), tokens)
    return any(each.lower == "to" and each.pos == "PART" for each in clause)
