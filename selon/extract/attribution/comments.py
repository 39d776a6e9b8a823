"""Clauses and phrases behind a comma in which the writer speaks of the saying: a contrast, a judgement, its occasion.

In: the tokens, where the stretch begins, and the cue or content before it. Out: yes or no.
"""

from selon.extract.attribution.bounds import THAT, bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.segments import STRONG, has_predicate, is_insert
from selon.extract.attribution.surface import is_finite, says_on
from selon.extract.attribution.words import Use, lexicon
from selon.parse.tree import Token


def comments(tokens: list[Token], i: int, cue: Cue) -> bool:
    """Whether a clause behind a comma speaks of the saying: another says the contrary (« tandis que Rome affirme que …
    »), something is left unsaid ("though he gave no details"), or the speaker has a word for it ("which he called
    …")."""
    end, contrasts = cue.main.sentence.end, tokens[i].lower in bounds(tokens[i].parse.lang).contrasting
    at = i + 1 if contrasts else i
    at = at + 1 if at < end and at > i and tokens[at].lower in THAT else at
    rest = tokens[at : next((j for j in range(at, end) if tokens[j].text in (",", *STRONG)), end)]
    if contrasts:
        return _says_itself(rest) or _leaves_unsaid(rest)
    if tokens[i].lower == "ce" and tokens[i + 1].lower in ("que", "qu'"):
        words = lexicon(tokens[i].parse.lang)
        return any(words.forms.get(each.lower, ("", False))[0] in words.verbs for each in rest[2:7])
    if tokens[i].lower in ("which", "que", "qu'") and i + 1 < end:
        named = tokens[i + 1].pos in ("PRON", "DET", "PROPN") and any(is_finite(each) for each in rest)
        words = lexicon(tokens[i].parse.lang)
        return named and any(words.is_verb(each, Use.JUDGES) for each in rest[1:6])
    return False


def tells_when(tokens: list[Token], i: int, content: frozenset[int]) -> bool:
    """Whether words behind a comma and a whole clause tell of the saying: « , lors d'un discours », « , deux jours
    après l'attentat », « , avant de préciser que », ", during a visit"."""
    lexical, end = lexicon(tokens[i].parse.lang), tokens[i].sentence.end
    if not has_predicate(range(min(content), i - 1), tokens):
        return False
    behind = tokens[i + 1] if i + 1 < end else tokens[i]
    stop = next((j for j in range(i, end) if tokens[j].text in (",", *STRONG)), end)
    if lexical.is_(tokens[i], Use.OCCASION):
        return not is_insert(tokens, i, stop, end)
    small = bounds(tokens[i].parse.lang)
    aims = tokens[i].lower in (*small.before, *small.after)
    if aims and (behind.lower == "de" or behind.is_("VerbForm", "Inf") or says_on(behind)):
        return True
    at = i
    while at < min(i + 4, end) and (tokens[at].pos in ("NUM", "DET", "ADJ") or lexical.is_(tokens[at], Use.TIME)):
        at += 1
    return at > i + 1 and at < end and tokens[at].lower in (*small.before, *small.after)


def _says_itself(clause: list[Token]) -> bool:
    """Whether a clause has a finite verb of saying behind its own subject, and what is said behind it."""
    words = lexicon(clause[0].parse.lang) if clause else None
    for i, each in enumerate(clause[1:], start=1):
        helped = is_finite(clause[i - 1]) and clause[i - 1].pos == "AUX"
        if words is not None and each.pos == "VERB" and (is_finite(each) or helped):
            lemma = words.forms.get(each.lower, (each.lemma.lower(), False))[0]
            return lemma in words.verbs and len(clause) > i + 1
    return False


def _leaves_unsaid(clause: list[Token]) -> bool:
    """Whether a clause says that somebody gives no more ("he gave no details", « il n'a pas donné de précisions »)."""
    words = lexicon(clause[0].parse.lang) if clause else None
    no = any(each.lower in bounds(each.parse.lang).negations for each in clause)
    return words is not None and no and any(words.is_(each, Use.WITHHOLDS) for each in clause)
