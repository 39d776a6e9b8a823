"""Phrases by the order of words, for where the tree is wrong: who stands before or behind a verb, where a clause
ends."""

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.words import Use, lexicon
from selon.parse.clause import clause_words
from selon.parse.tree import Token

# Marks that end a phrase.
STOPS = (",", ".", ";", ":", "!", "?", "…", "—", "–", "»", "”", '"', ")", "«", "“", "''")
_NOMINAL = ("NOUN", "PROPN", "PRON", "X")
_INSIDE = ("NOUN", "PROPN", "PRON", "X", "ADJ", "DET", "NUM", "ADP", "PART", "SYM")
_SMALL = ("ADV", "AUX", "PART")
_MARKS = (",", "—", "–", "(", ")", "--")
OWNS = ("'s", "’s", "'", "’")
# « (PRO) » has at most so many tokens.
_BRACKET = 8
_ENDS = (";", ":", "—", "–", "(", ")", "--")


def is_inverted(token: Token) -> bool:
    """Whether a word is the clitic subject behind its verb: « -il », « -t-elle », whatever the tagger calls it."""
    if not token.text.startswith("-"):
        return False
    return token.lower.removeprefix("-t").lstrip("-") in bounds(token.parse.lang).subject_clitics


def is_finite(token: Token) -> bool:
    """Whether a word is a finite verb form, by its tags."""
    if token.pos not in ("VERB", "AUX") or not (token.is_("VerbForm", "Fin") or "Mood" in token.morph):
        return False
    capital = token.text[:1].isupper() and token.i > token.sentence.start
    return not capital or not (token.lemma[:1].isupper() or _in_name(token))


def _in_name(token: Token) -> bool:
    """Whether a word goes on with the name of a person ("Charlie | Rose")."""
    if token.parse.tokens[token.i - 1].pos != "PROPN":
        return False
    return any(each.label == "PER" and each.start < token.i < each.end for each in token.parse.entities)


def before(verb: Token) -> Token | None:
    """The head of the phrase right before a verb group that begins with `verb`; an insert between commas is skipped.

    None where there is none: a preposition leads it, or a mark stands there.
    """
    tokens, start = verb.parse.tokens, verb.sentence.start
    i = verb.i - 1
    while i >= start and (tokens[i].pos in _SMALL or _is_clitic(tokens[i])):
        i -= 1
    if i >= start and tokens[i].text in _MARKS:
        i = _past_insert(tokens, i, start)
    end = i
    while i >= start and (_is_inside(tokens[i]) or _joins(tokens, i)):
        if _cuts(tokens[i]):
            break
        i = _before_bracket(tokens, i, start) - 1
    relative = _relative_before(tokens, i, start)
    return before(relative) if relative is not None else _lead(tokens[i + 1 : end + 1])


def _is_inside(token: Token) -> bool:
    """Whether a word may stand in a noun phrase: an attributive participle ("serving officers") and a bracket too."""
    bare = (
        token.pos == "VERB" and token.is_("VerbForm", "Part") and token.base in ("amod", "acl") and not token.all("aux")
    )
    return token.pos in _INSIDE or token.text == ")" or bare or (token.pos == "VERB" and token.base == "amod")


def _before_bracket(tokens: list[Token], i: int, start: int) -> int:
    """The opening bracket of the one that a token closes ("the officer (PRO) of the force"); else the token."""
    if tokens[i].text != ")":
        return i
    return next((j for j in range(i - 1, max(i - _BRACKET, start - 1), -1) if tokens[j].text == "("), i)


def _cuts(token: Token) -> bool:
    return is_finite(token) or is_relative(token)


def _relative_before(tokens: list[Token], i: int, start: int) -> Token | None:
    """The relative pronoun of a clause that stands between a subject and its verb (« une source qui a requis l'anonymat
    a déclaré »); `i` is the token where the phrase before the verb was cut off."""
    if i < start or tokens[i].pos not in ("VERB", "AUX"):
        return None
    for each in reversed(tokens[max(i - 8, start) : i]):
        if each.text in (",", ";", "—", "–"):
            return None
        if is_relative(each):
            return each
    return None


def _is_clitic(token: Token) -> bool:
    return token.pos == "PRON" and token.lower in bounds(token.parse.lang).clitics


def _joins(tokens: list[Token], i: int) -> bool:
    return tokens[i].lower in ("et", "and", "ou", "or")


def _past_insert(tokens: list[Token], comma: int, start: int) -> int:
    """The token before an insert that ends with a comma; before the comma itself where none begins in reach."""
    for i in range(comma - 1, max(comma - 30, start), -1):
        if tokens[i].text in _MARKS:
            return i - 1
    return start - 1


def _lead(run: list[Token]) -> Token | None:
    """The head of a run of words: its first noun that no preposition leads and that is no time."""
    led = False
    for i, token in enumerate(run):
        if token.pos == "ADP" and not token.is_("Contraction", "Partitive"):
            led = True
        elif token.pos in _NOMINAL:
            if not led and not lexicon(token.parse.lang).is_(token, Use.TIME):
                return _last_of_name(run, i)
            led = led and token.pos not in _NOMINAL
    return None


def _last_of_name(run: list[Token], i: int) -> Token:
    """English puts the head last (« the Tass news agency »), French first."""
    if run[i].parse.lang == "en":
        while i + 1 < len(run) and (run[i + 1].pos in ("NOUN", "PROPN") or _goes_on(run[i + 1 : i + 3])):
            i += 1
        owned = next((j for j in range(i + 2, len(run)) if run[j].pos in ("NOUN", "PROPN")), None)
        if owned is not None and run[i + 1].lower in OWNS and all(each.pos != "ADP" for each in run[i:owned]):
            return _last_of_name(run, owned)
    return run[i]


def _goes_on(words: list[Token]) -> bool:
    """Whether a capital adjective stands inside a title ("Police | Public Relations Officer")."""
    return [each.pos for each in words] in (["ADJ", "NOUN"], ["ADJ", "PROPN"]) and words[0].text[0].isupper()


def after(verb: Token) -> Token | None:
    """The head of the first phrase behind a verb up to the next mark that no preposition leads and that is no time."""
    tokens = verb.parse.tokens
    run: list[Token] = []
    for token in tokens[verb.i + 1 : verb.sentence.end]:
        if (token.pos == "PUNCT" and token.text not in ("«", "“")) or is_finite(token) or token.pos == "SCONJ":
            break
        run.append(token)
    return _lead(run)


def joined(head: Token, end: int) -> Token | None:
    """The head of the phrase behind « et » after this head's and before token `end`, by the order of words."""
    tokens = head.parse.tokens
    for i in range(head.i + 1, end - 1):
        if is_relative(tokens[i]) or is_finite(tokens[i]) or tokens[i].text in STOPS:
            return None
        if tokens[i].lower in ("et", "and"):
            return _lead(tokens[i + 1 : end]) if tokens[i + 1].pos in ("DET", "NOUN", "PROPN") else None
    return None


def clause_end(start: int, verb: Token) -> int:
    """The end of a clause that begins at token `start` and is said by a verb before it: the next strong mark, the next
    contrast, the next gerund of saying behind a comma, or the end of the sentence."""
    tokens, sentence = verb.parse.tokens, verb.sentence
    for i in range(start, sentence.end):
        token = tokens[i]
        if token.text in _ENDS and i > start and token.text != ":":
            return i
        opens = token.text == "," and i + 1 < sentence.end
        if opens and (tokens[i + 1].lower in bounds(token.parse.lang).contrasts or says_on(tokens[i + 1])):
            return i
    return sentence.end


def says_on(token: Token) -> bool:
    """Whether a word is the gerund or participle of a verb of saying (« ajoutant que », "adding that")."""
    words = lexicon(token.parse.lang)
    known = words.forms.get(token.lower)
    return known is not None and not known[1] and token.lower.endswith(("ant", "ing"))


def is_possessive(token: Token) -> bool:
    """Whether a word says whose something is (« sa », "their")."""
    return token.is_("Poss", "Yes") or token.lower in bounds(token.parse.lang).possessive


def is_relative(token: Token) -> bool:
    """Whether a word is a relative pronoun of a subject (« qui », "who")."""
    return token.lower in ("qui", "who", "which") and token.lower in clause_words(token.parse.lang).relative
