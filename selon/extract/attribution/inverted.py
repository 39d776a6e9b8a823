"""Who stands behind an inverted verb of saying: « a déclaré lundi à l'AFP, dans un entretien, un officier »."""

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.kinds import Who, is_agency, may_speak, opens_person
from selon.extract.attribution.surface import is_finite
from selon.extract.attribution.words import Use, lexicon
from selon.parse.tree import Token

_NAMES = ("NOUN", "PROPN", "PRON", "X")
_LEADS = ("DET", "ADJ", "NUM")
_ENDS = (".", ";", ":", "«", "“", "—", "–", "!", "?", "…", '"', ")", "(")
# « des » behind the verb is an article, whatever the tagger takes it for.
# « deux de ses hommes », « plusieurs d'entre eux ».
_OF = ("de", "d'", "des", "du", "of")
_ARTICLES = ("des", "de", "d'")


def following_subject(cue: Cue, who: Who) -> list[Token]:
    """The subject behind the verb: by relation, else the first phrase that neither a preposition nor a time leads.

    Adverbials between commas are passed over, but behind a comma only who can speak is taken.
    """
    by_tree = [child for child in cue.dependents if child.base == "nsubj" and child.i > cue.last.i]
    by_tree = [child for child in by_tree if not _in_marks(child, cue)]
    if by_tree := [child for child in by_tree if child.lower != "-t" and not _is_day(child)]:
        return by_tree
    tokens, end = cue.main.parse.tokens, cue.main.sentence.end
    i, behind_comma = cue.last.i + 1, False
    while i < end and tokens[i].text not in _ENDS:
        token = tokens[i]
        if token.pos in ("SCONJ", "AUX", "CCONJ") or (token.pos == "VERB" and is_finite(token)):
            return []
        if token.text == ",":
            i, behind_comma = i + 1, True
        elif _is_manner(token):
            i += 1
        elif _leads_phrase(token, cue):
            i = _behind_phrase(i, end, tokens)
        elif (head := head_at(i, end, tokens)) is not None and not _is_time(head):
            speaks = may_speak(head) or bool(who(head))
            return [head] if speaks or not behind_comma else []
        else:
            i = head.i + 1 if head is not None else i + 1
    return _of_plural(cue)


def _in_marks(child: Token, cue: Cue) -> bool:
    """Whether a colon or a mark of quotation opens between a verb and its supposed subject (« a répondu : « Jamais »
    »)."""
    between = cue.main.parse.tokens[cue.last.i + 1 : child.i]
    return child.pos == "ADV" and any(token.text in (":", "«", "“") for token in between)


def _of_plural(cue: Cue) -> list[Token]:
    """The people that « des » begins, where the verb is plural and nothing else is its subject (« ont affirmé devant la
    presse des témoins »)."""
    tokens, words = cue.main.parse.tokens, lexicon(cue.main.parse.lang)
    if cue.main.parse.lang != "fr" or not cue.first.is_("Number", "Plur"):
        return []
    found: list[Token] = []
    for token in tokens[cue.last.i + 2 : cue.main.sentence.end - 1]:
        if token.text in _ENDS or token.text == "," or is_finite(token):
            break
        noun = tokens[token.i + 1]
        if token.lower == "des" and noun.pos == "NOUN" and words.is_(noun, Use.PERSON):
            found = [noun]
    return found


def _is_time(token: Token) -> bool:
    return lexicon(token.parse.lang).is_(token, Use.TIME) or token.lower in ("ici", "-t")


def _is_day(token: Token) -> bool:
    """Whether a noun that no name goes with is a time (« ont confirmé ces derniers jours … »)."""
    return token.pos == "NOUN" and _is_time(token) and token.first("flat", "appos") is None


def _is_manner(token: Token) -> bool:
    """Whether a word without an article is an adverb of manner that a tagger takes for a noun (« a répliqué sèchement
    »)."""
    return token.pos == "NOUN" and token.lower.endswith("ment") and token.first("det") is None


def _leads_phrase(token: Token, cue: Cue) -> bool:
    """Whether a word is a preposition whose phrase is no subject; « des responsables » right behind the verb is one."""
    if token.pos != "ADP":
        return False
    before, behind = token.parse.tokens[token.i - 1 : token.i + 2 : 2]
    article = token.lower == "des" or (token.lower in _ARTICLES and behind.pos in ("ADJ", "DET"))
    return not (article and (before is cue.last or _ends_adverbial(before)))


def _ends_adverbial(token: Token) -> bool:
    """Whether a word ends a phrase that no « des » goes on with: a time, an agency, a means (« par téléphone | des
    habitants »)."""
    return _is_time(token) or _ends_agency(token) or lexicon(token.parse.lang).is_(token, Use.CHANNEL)


def _ends_agency(token: Token) -> bool:
    """Whether the name of an agency ends with a word, so that no more of it can follow (« à l'AFP | des témoins »)."""
    return token.pos == "PROPN" and (is_agency(token) or (token.head is not None and is_agency(token.head)))


def head_at(i: int, end: int, tokens: list[Token]) -> Token | None:
    """The head of a noun phrase that begins at a token, None where none begins there."""
    if tokens[i].pos in ("NUM", "PRON", "DET") and i + 1 < end and tokens[i + 1].lower in _OF:
        return tokens[i]
    if lexicon(tokens[i].parse.lang).is_(tokens[i], Use.SOMEBODY) and (i + 1 >= end or tokens[i + 1].pos == "PUNCT"):
        return tokens[i]
    while i < end and tokens[i].pos in _LEADS:
        following = tokens[i + 1] if i + 1 < end else None
        bare = following is None or following.pos not in (*_LEADS, *_NAMES)
        if tokens[i].pos == "ADJ" and bare and tokens[i].first("det") is not None:
            return tokens[i]
        i += 1
    return _owned(tokens[i], end) if i < end and tokens[i].pos in _NAMES else None


def _owned(noun: Token, end: int) -> Token:
    """The noun that an English one before it qualifies ("the guard's | spokesman"); any other is its own."""
    while noun.parse.lang == "en" and noun.rel in ("nmod:poss", "compound") and noun.head is not None:
        if not noun.i < noun.head.i < end or noun.head.pos not in _NAMES:
            return noun
        noun = noun.head
    return noun


def _behind_phrase(i: int, end: int, tokens: list[Token]) -> int:
    """The token behind the phrase of a preposition: where an article, a title or a name after a common noun begins
    another one."""
    i += 1
    while i < end and tokens[i].pos in ("ADP", *_LEADS):
        i += 1
    last = i
    while i < end:
        token = tokens[i]
        if token.text == "," or token.text in _ENDS or token.pos in ("SCONJ", "AUX") or is_finite(token):
            return i
        if token.pos in ("ADP", "CCONJ"):
            if _ends_adverbial(tokens[i - 1]) and token.lower in _ARTICLES:
                return i
            return _behind_phrase(i, end, tokens)
        number = token.pos == "NUM" and i + 1 < end and (tokens[i + 1].pos == "NOUN" or tokens[i + 1].lower in _OF)
        if i > last and (
            token.pos == "DET"
            or number
            or token.lower in bounds(token.parse.lang).titles
            or _begins_name(token, tokens)
        ):
            return i
        i += 1
    return i


def _begins_name(token: Token, tokens: list[Token]) -> bool:
    """Whether a name begins a phrase of its own behind a common noun (« à la presse Ibrahim Diallo »)."""
    before = tokens[token.i - 1]
    if token.pos == before.pos == "PROPN" and is_agency(before):  # « à l'AFP | Ibrahim Diallo »
        person = any(each.label == "PER" and each.start <= token.i < each.end for each in token.parse.entities)
        return person or opens_person(token)
    if token.pos != "PROPN" or before.pos != "NOUN" or is_agency(before):
        return False
    words = lexicon(token.parse.lang)
    return token.head is not before or words.is_(before, Use.REPORTS) or words.is_(before, Use.TIME)
