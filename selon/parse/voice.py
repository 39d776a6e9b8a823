"""Whether a verb stands in the passive, told by its auxiliary, its subject's relation, or its form alone.

What comes in: a verb. What goes out: yes or no; on doubt active. Headlines drop the auxiliary, English pasts look like
participles, and a tree may hang a main verb on its object or subject: each of these has a question of its own here.
Data: `{fr,en}/clause.yml`.
"""

from selon.parse.clausewords import clause_words
from selon.parse.phrases import is_verb, preposition
from selon.parse.reflexive import is_reflexive
from selon.parse.tree import Token


def is_passive(token: Token) -> bool:
    """Whether a verb stands in the passive: by auxiliary, by its subject's relation, or as a past participle alone."""
    if is_reflexive(token):
        return False
    if _is_unaccusative(token):  # « est passé » is active, « a été passé par les armes » is not
        past = any(each.is_("VerbForm", "Part") and not each.is_("Tense", "Pres") for each in token.all("aux"))
        return past or (token.rel == "acl" and _has_agent(token))  # « passés à tabac par X »
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


def _is_unaccusative(token: Token) -> bool:
    words = clause_words(token.parse.lang).unaccusative
    return token.lemma.lower() in words or token.lower.rstrip("es") in words


def _lacks_object(token: Token) -> bool:
    """Whether a past form of a verb that is always done to somebody has nobody behind it, as in headlines: "Six rebels
    killed in clash"."""
    if token.lemma.lower() not in clause_words(token.parse.lang).done_to or not token.is_("Tense", "Past"):
        return False
    subject = token.first("nsubj")
    if token.first("aux", "obj", "iobj", "ccomp", "xcomp") is not None or subject is None:
        return False
    if token.rel == "acl:relcl" and subject.lower not in clause_words(token.parse.lang).relative:
        return False  # "the envoy Oslo expelled"
    behind = token.parse.tokens[token.i + 1 : token.i + 2]
    return not behind or behind[0].pos in ("ADP", "PUNCT", "SCONJ")


def _has_agent(token: Token) -> bool:
    """Whether a past form alone has a doer behind "by" and no object: "fishermen detained by the navy were freed",
    « l'un des meurtres les plus récents dénoncés par X »."""
    agent = token.first("obl:agent") or _agent_right_behind(token)
    if agent is None or token.first("aux", "obj", "xcomp") is not None:
        return False
    if token.parse.lang == "fr":
        return token.is_("VerbForm", "Part") and not token.is_("Tense", "Pres")
    return token.is_("Tense", "Past") or token.is_("VerbForm", "Part")


def _agent_right_behind(verb: Token) -> Token | None:
    """The one behind an English past form and "by", who is no measure: "Oslo condemned by opposition"."""
    words = clause_words(verb.parse.lang)
    behind = verb.parse.tokens[verb.i + 1 : verb.i + 2]
    if not words.past_is_participle or not behind or behind[0].lower not in words.agent:
        return None
    noun = behind[0].head if behind[0].base == "case" else None
    if noun is None or noun.head is not verb or noun.first("nummod") is not None:
        return None
    somebody = noun.pos == "PROPN" or noun.is_("Number", "Plur") or noun.first("amod") is not None  # not "by phone"
    return noun if somebody and noun.pos in ("NOUN", "PROPN") else None


def _is_gapped(token: Token) -> bool:
    """Whether a participle of others shares the passive auxiliary before it: "two were killed and three injured"."""
    if token.base != "conj" or token.head is None or token.first("aux", "obj", "ccomp", "xcomp") is not None:
        return False
    first, subject = token.head.first("aux:pass"), token.first("nsubj")
    return first is not None and subject is not None and (subject.pos == "NUM" or subject.first("nummod") is not None)


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
