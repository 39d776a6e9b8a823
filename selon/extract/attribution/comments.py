"""Clauses and phrases behind a comma in which the writer speaks of the saying: a contrast, a judgement, its occasion.

In: the tokens, where the stretch begins, and the cue or content before it. Out: yes or no.
"""

from selon.extract.attribution.bounds import AND, THAT, bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.segments import STRONG, has_predicate, is_insert
from selon.extract.attribution.surface import is_finite, says_on
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.parse.clause import clause_words
from selon.parse.tree import Token

# What a preposition leads has its noun among so many words.
_PHRASE = 6
# A name beside a function has at most so many tokens.
_APPOSED = 12


def comments(tokens: list[Token], i: int, cue: Cue) -> bool:
    """Whether a clause behind a comma speaks of the saying: another says the contrary (« tandis que Rome affirme que …
    »), something is left unsaid ("though he gave no details"), or the speaker has a word for it ("which he called
    …")."""
    end, contrasts = cue.main.sentence.end, tokens[i].lower in bounds(tokens[i].parse.lang).contrasting
    at = i + 1 if contrasts else i
    at = at + 1 if at < end and at > i and tokens[at].lower in THAT else at
    rest = tokens[at : next((j for j in range(at, end) if tokens[j].text in (",", *STRONG)), end)]
    if contrasts and not (at > i + 1 and tokens[i].lower in AND):  # « , mais qu'aucun … » is said too
        return _says_itself(rest) or _leaves_unsaid(rest) or _says_itself(_past_apposition(tokens, rest, end))
    if tokens[i].lower == "ce" and tokens[i + 1].lower in ("que", "qu'"):
        words = lexicon(tokens[i].parse.lang)
        return any(words.says(each) for each in rest[2:7])
    if tokens[i].lower in ("which", "que", "qu'") and i + 1 < end:
        named = tokens[i + 1].pos in ("PRON", "DET", "PROPN") and any(is_finite(each) for each in rest)
        words = lexicon(tokens[i].parse.lang)
        return named and any(words.is_verb(each, Use.JUDGES) for each in rest[1:6])
    return False


def _past_apposition(tokens: list[Token], clause: list[Token], end: int) -> list[Token]:
    """The subject of a clause with the verb behind what stands between commas beside it (« tandis que le maire, Jean
    Petit, assure que … »); nothing where the verb comes before."""
    if not clause or any(is_finite(each) for each in clause):
        return []
    first = clause[-1].i + 1
    second = next((j for j in range(first + 1, min(first + _APPOSED, end)) if tokens[j].text == ","), None)
    if second is None or tokens[first].text != "," or any(is_finite(each) for each in tokens[first:second]):
        return []
    return [*clause, *tokens[second + 1 : min(second + _PHRASE, end)]]


def tells_when(tokens: list[Token], i: int, content: frozenset[int], cue: Cue) -> bool:
    """Whether words behind a comma and a whole clause tell of the saying: « , lors d'un discours », « , deux jours
    après l'attentat », « , avant de préciser que », ", during a visit"."""
    lexical, end = lexicon(tokens[i].parse.lang), tokens[i].sentence.end
    if not has_predicate(range(min(content), i - 1), tokens):
        return False
    behind = tokens[i + 1] if i + 1 < end else tokens[i]
    stop = next((j for j in range(i, end) if tokens[j].text in (",", *STRONG)), end)
    small = bounds(tokens[i].parse.lang)
    if lexical.is_(tokens[i], Use.OCCASION):
        denies = cue.verb.entries[0].stance is Stance.DENY
        own = tokens[i].lower in small.concessions and not denies and _within(tokens[i], content)
        return not own and not is_insert(tokens, i, stop, end)
    if tokens[i].lower == "only" and behind.lower == "to":  # ", only to change his mind"
        return True
    aims = tokens[i].lower in (*small.before, *small.after)
    if aims and (behind.lower == "de" or behind.is_("VerbForm", "Inf") or says_on(behind)):
        return True
    at = i
    while at < min(i + 4, end) and (tokens[at].pos in ("NUM", "DET", "ADJ") or lexical.is_(tokens[at], Use.TIME)):
        at += 1
    return at > i + 1 and at < end and tokens[at].lower in (*small.before, *small.after)


def tells_where(tokens: list[Token], i: int, content: frozenset[int]) -> bool:
    """Whether a whole clause ends with where its speaker said it (« …, dans un communiqué », "… in a speech to the
    nation"); not where the clause itself tells of somebody who speaks."""
    lexical, small = lexicon(tokens[i].parse.lang), bounds(tokens[i].parse.lang)
    if tokens[i].lower not in small.told_in or not has_predicate(range(min(content), i), tokens):
        return False
    rest = [tokens[j] for j in range(i + 1, max(content) + 1)]
    noun = next((each for each in rest[:_PHRASE] if each.pos in ("NOUN", "PROPN") or each.text in (",", ";")), None)
    while noun is not None and noun.head is not None and noun.base in ("compound", "nmod") and noun.i < noun.head.i:
        noun = noun.head
    if noun is None or not _is_occasion(noun) or any(is_finite(tokens[j]) for j in range(i, noun.i)):
        return False
    known = tokens[i].lower not in small.told_on and any(each.lower in small.definite for each in tokens[i : noun.i])
    relative = clause_words(noun.parse.lang).relative
    behind = [each for each in rest if each.i > noun.i]
    first = next((each for each in behind if is_finite(each) or each.lower in relative), None)
    verbs = (tokens[j] for j in content if j < i and tokens[j].pos == "VERB")
    speaks = any(lexical.says(each) or lexical.is_(each, Use.AIRS) for each in verbs)  # "would appear on television"
    return not known and not speaks and (first is None or first.lower in relative)


def _is_occasion(noun: Token) -> bool:
    """Whether a noun, or a phrase of which it is the head, names where one speaks (« conférence de presse », "news
    conference")."""
    lexical, i = lexicon(noun.parse.lang), noun.i
    row = [token.lower for token in noun.parse.tokens[i - 1 : i + 3]]
    phrases = (" ".join(row[:2]), " ".join(row[1:]))
    return lexical.is_(noun, Use.TOLD_IN) or any(each in lexical.sources.get(Use.TOLD_IN, ()) for each in phrases)


def _within(lead: Token, content: frozenset[int]) -> bool:
    """Whether the phrase that a preposition leads hangs on a word of what is said."""
    above = lead.head.head if lead.head is not None else None
    return above is not None and above.i in content


def _says_itself(clause: list[Token]) -> bool:
    """Whether a clause has a finite verb of saying behind its own subject, and what is said behind it."""
    words = lexicon(clause[0].parse.lang) if clause else None
    for i, each in enumerate(clause[1:], start=1):
        helped = is_finite(clause[i - 1]) and clause[i - 1].pos == "AUX"
        if words is not None and each.pos == "VERB" and (is_finite(each) or helped):
            papers = any(words.is_(noun, Use.DOCUMENT) for noun in clause[:i])  # "official figures put the toll at …"
            return (words.says(each) or papers) and len(clause) > i + 1
    return False


def _leaves_unsaid(clause: list[Token]) -> bool:
    """Whether a clause says that somebody gives no more ("he gave no details", « il n'a pas donné de précisions »)."""
    words = lexicon(clause[0].parse.lang) if clause else None
    no = any(each.lower in bounds(each.parse.lang).negations for each in clause)
    return words is not None and no and any(words.is_(each, Use.WITHHOLDS) for each in clause)
