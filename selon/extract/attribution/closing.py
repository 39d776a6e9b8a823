"""Who stands behind a quotation with a verb that need be none of saying (« « … », s'indigne le maire », "“…,” the mayor
sobbed"): in that place every verb tells how something was said.

In: a quotation that no verb of saying gives to anybody. Out: the verb and the head of who speaks, by the order of
words.
"""

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.inverted import head_at
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.surface import is_finite
from selon.extract.attribution.words import Use, lexicon
from selon.parse.quotes import Quotation
from selon.parse.tree import Token

_ENDS = (".", ",", ";", ":", "—", "–", "!", "?", "«", "“")
_BEGINS = ("DET", "PROPN", "NUM", "PRON")
# Who speaks before an English verb has at most so many words.
_SUBJECT = 12


def closes(quotation: Quotation, quoted: Quoted, who: Who) -> tuple[Token, Token] | None:
    """The verb and the speaker behind a quotation and a comma; None where something else follows."""
    tokens, last = quoted.parse.tokens, max(quoted.tokens[quotation])
    at, comma = last + 1, tokens[last].text in (",", "!", "?")
    while at < len(tokens) and tokens[at].pos == "PUNCT":
        comma = comma or tokens[at].text == ","
        at += 1
    if not comma or at >= len(tokens) or tokens[at].sentence_i != tokens[last].sentence_i:
        return None
    found = _verb_first(tokens, at, who)
    return found if found is not None or quoted.parse.lang == "fr" else _verb_last(tokens, at, who)


def _verb_first(tokens: list[Token], at: int, who: Who) -> tuple[Token, Token] | None:
    """« s'indigne le maire », « a lâché le maire », "wept the mayor"."""
    end, small = tokens[at].sentence.end, bounds(tokens[at].parse.lang).clitics
    i = at
    while i < end and (tokens[i].lower in small or tokens[i].pos == "ADV"):
        i += 1
    if i >= end or tokens[i].pos not in ("VERB", "AUX", "NOUN", "ADJ", "INTJ") or tokens[i].text[0].isupper():
        return None
    verb, i = tokens[i], i + 1
    if not is_finite(verb) and (i >= end or tokens[i].pos not in ("DET", "PROPN")):
        return None
    while i < end and tokens[i].text not in _ENDS and (tokens[i].pos in ("ADV", "ADJ") or _is_participle(tokens[i])):
        verb, i = (tokens[i] if _is_participle(tokens[i]) and verb.pos == "AUX" else verb), i + 1
    if i >= end or tokens[i].pos not in _BEGINS:
        return None
    head = head_at(i, end, tokens)
    return (verb, head) if head is not None and _is_someone(head, who) else None


def _verb_last(tokens: list[Token], at: int, who: Who) -> tuple[Token, Token] | None:
    """ "the mayor sobbed": a phrase, a verb, and nothing that the verb could do to anybody."""
    end = min(at + _SUBJECT, tokens[at].sentence.end)
    verb = next((token for token in tokens[at + 1 : end] if is_finite(token) or token.text in _ENDS), None)
    if verb is None or verb.pos != "VERB" or tokens[at].pos not in (*_BEGINS, "ADJ", "NOUN"):
        return None
    behind = verb.i + 1
    end = verb.sentence.end
    while behind < end and (tokens[behind].pos in ("ADV", "PART") or _is_particle(tokens[behind], verb)):
        behind += 1
    if behind < end and tokens[behind].text not in _ENDS and not _is_when(tokens[behind]):
        return None
    subject = next((each for each in reversed(tokens[at : verb.i]) if each.base == "nsubj"), None)
    subject = subject or next((each for each in reversed(tokens[at : verb.i]) if each.pos in ("NOUN", "PROPN")), None)
    return (verb, subject) if subject is not None and _is_someone(subject, who) else None


def _is_particle(token: Token, verb: Token) -> bool:
    return token.i == verb.i + 1 and token.pos == "ADP" and token.head is verb


def _is_when(token: Token) -> bool:
    return token.pos == "ADP" or lexicon(token.parse.lang).is_(token, Use.TIME)


def _is_participle(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.is_("VerbForm", "Part")


def _is_someone(head: Token, who: Who) -> bool:
    words = lexicon(head.parse.lang)
    thing = any(words.is_(head, use) for use in (Use.DOCUMENT, Use.TIME))
    return not thing and (bool(who(head)) or may_speak(head))
