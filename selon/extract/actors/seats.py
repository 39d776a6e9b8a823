"""Whether a capital or a palace acts (« Moscou a annoncé ») or is the place of something (« à Moscou »)."""

from selon.extract.actors.phrase import Phrase
from selon.extract.actors.runs import is_acronym
from selon.extract.actors.words import Lexicon, lexicon
from selon.parse.clause import is_passive
from selon.parse.phrases import opens_story
from selon.parse.tree import Sentence, Token

# The line of place and date is no longer than so many tokens, and begins within the first few.
_DATELINE = 12
_OPENING = 4
_DASHES = ("—", "–", "-", "--")
_BEHIND_PLACE = (",", "(", "/", ":", ".", *_DASHES)
_TO = ("à", "au", "to")
_ON = ("on", "upon", "sur")
# English prepositions that also lead a clause.
_CONJUNCTIONS = ("since", "after", "before", "until", "as")


def acts(phrase: Phrase) -> bool:
    """Whether the seat of a government stands for the government here."""
    words, sentence, head = lexicon(phrase.parse.lang), phrase.head.sentence, phrase.head
    if in_dateline(phrase.unit.start, phrase.unit.end, sentence):
        return False
    if phrase.inside is not None and phrase.inside.unit.nouns:
        return False
    before = phrase.preceding
    if before is None or _opens_clause(before, head):
        return not _undergoes(head, words)
    if _leads(before, head) or before.lower in words.sets["locative"]:
        return _after_preposition(phrase, before, words)
    if before.lower in (",", "et", "and", "ou", "or") and head.base == "conj" and head.head is not None:
        return _like_first(head, words)
    return not _undergoes(head, words)


def _opens_clause(before: Token, head: Token) -> bool:
    """Whether a conjunction leads the clause whose subject the seat is ("that Moscow and Ankara had agreed").

    One that is a preposition too does where the verb has no other subject ("since Riyadh cut ties").
    """
    verb = head.head
    if verb is None or verb.i < head.i or verb.pos != "VERB" or is_passive(verb):
        return False
    if before.pos == "SCONJ" and head.has_rel("nsubj"):
        return True
    open_ = head.has_rel("obl") and before.lower in _CONJUNCTIONS and verb.first("nsubj") is None
    return open_ and before.parse.lang == "en" and verb.base in ("advcl", "acl") and not verb.is_("VerbForm", "Ger")


def concerned(phrase: Phrase) -> bool:
    """Whether a town or region takes part in what is told (« pilonner Samarra »), not as its scene."""
    words, before = lexicon(phrase.parse.lang), phrase.preceding
    if in_dateline(phrase.unit.start, phrase.unit.end, phrase.head.sentence):
        return False
    if phrase.inside is not None and phrase.inside.unit.nouns:
        return False
    if before is None or not (_leads(before, phrase.head) or before.lower in words.sets["locative"]):
        return True
    return _after_preposition(phrase, before, words)


def _leads(before: Token, head: Token) -> bool:
    """Whether a word leads the phrase as prepositions do; not « également » between a verb and its object."""
    if before.pos == "ADV":
        return not (head.base in ("nsubj", "obj") and before.head is head.head)
    return before.pos in ("ADP", "SCONJ")


def _after_preposition(phrase: Phrase, before: Token, words: Lexicon) -> bool:
    governor, lower = phrase.head.head, before.lower
    earlier = before.parse.tokens[before.i - 1] if before.i > before.sentence.start else None
    if lower in words.sets["agentive"] or before.lemma.lower() in words.sets["agentive"]:
        return True
    if earlier is None or governor is None:
        return False
    if lower in _ON:
        return any(words.is_(each, "weighs") for each in (governor, earlier))
    if lower in words.sets["of"] and earlier.lower in words.sets["agentive"]:  # « auprès de Moscou »
        return True
    while governor.pos == "PROPN" and governor.base in ("flat", "appos", "nmod") and governor.head is not None:
        governor = governor.head  # « l'université Cheikh Anta Diop de Dakar »
    if lower in words.sets["of"]:
        owned = governor.pos in ("NOUN", "PROPN") and not words.is_(governor, "site")
        return not words.is_(earlier, "site") and (owned or words.is_(governor, "takes_of"))
    if lower in _TO:
        site = earlier.text == "," or (words.is_(earlier, "site") and earlier.pos == "NOUN")
        return not site and (words.is_(governor, "address") or _is_given(governor, words))
    return False


def _is_given(thing: Token, words: Lexicon) -> bool:
    """Whether a thing is given, for trees that hang the one who gets it on it (« a fourni des armes à Moscou »)."""
    return thing.base == "obj" and thing.head is not None and words.is_(thing.head, "gives")


def _like_first(head: Token, words: Lexicon) -> bool:
    """A coordinated seat acts as the first of its coordination does."""
    first = head
    while first.base == "conj" and first.head is not None:
        first = first.head
    case = first.first("case")
    if case is None:
        return not _undergoes(first, words)
    return case.lower in words.sets["agentive"] or case.lower in words.sets["of"]


def _undergoes(head: Token, words: Lexicon) -> bool:
    """Whether something is done to the place itself (« quitter Moscou », « Kiev a été bombardée »)."""
    verb = head.head
    if verb is None or verb.lemma.lower() not in words.sets["undergo"]:
        return False
    return head.base == "obj" or (head.base == "nsubj" and is_passive(verb))


def in_dateline(start: int, end: int, sentence: Sentence) -> bool:
    """Whether the words stand in the line of place and date that opens a report (« BEYROUTH – », « ROME (AFP) — »)."""
    parse = sentence.parse
    opens = sentence.i == 0 or parse.sentences[sentence.i - 1].paragraph != sentence.paragraph
    if start > sentence.start + _OPENING or not opens:
        return False
    if start > sentence.start and parse.tokens[start - 1].pos == "DET":
        return False
    after = parse.tokens[end : min(start + _DATELINE, sentence.end)]
    dash = next((token for token in after if token.text in _DASHES and _spaced(token)), None)
    shouted = _shouted(parse.tokens[start])
    if dash is not None and not any(token.pos in ("VERB", "AUX") for token in after if token.i < dash.i):
        return shouted or opens_story(dash)
    return bool(after) and shouted and after[0].text in _BEHIND_PLACE


def _spaced(token: Token) -> bool:
    """Whether a space stands before the token."""
    return token.i > 0 and token.start > token.parse.tokens[token.i - 1].end


def _shouted(token: Token) -> bool:
    return token.text.isupper() and (not is_acronym(token) or len(token.text) > _OPENING - 1)
