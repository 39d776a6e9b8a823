"""Where words put beside what is said begin and end: the aside with its verb and its speaker, and what goes on behind
it."""

from dataclasses import dataclass
from itertools import pairwise

from selon.extract.attribution.bounds import AND, bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.surface import is_finite
from selon.parse.clause import clause_words
from selon.parse.tree import Token

# A subject that the tree finds farther behind its verb is not part of the aside.
_FAR = 25
BEFORE = (",", "»", "”", '"', "''", "'", "—", "–", "-", ")", "?", "!", "…", "’", "›", "--", ":")
_END = (",", ".", ";", ":", "«", "“", "—", "–", "!", "?", "…", '"', ")")


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch [start, end) of tokens with the verb and its speaker; `subjects` are the heads of who speaks.

    `phrase` are the token bounds of the speaker's words where the order of words gives them.
    """

    cue: Cue
    start: int
    end: int
    subjects: tuple[Token, ...]
    phrase: tuple[int, int] | None = None


def verb_next(tokens: list[Token]) -> bool:
    """Whether a finite verb comes next, over adverbs and clitics."""
    clitics = (*bounds(tokens[0].parse.lang).clitics, "il", "elle") if tokens else ()
    rest = (each for each in tokens if each.pos not in ("ADV", "PART") and each.lower not in clitics)
    return (first := next(rest, None)) is not None and is_finite(first)


def _cleft(tokens: list[Token]) -> bool:
    """Whether « c'est », "it was" stands before: what a « qui » goes on with."""
    words = [token.lower for token in tokens]
    return any(
        pair in (("c'", "est"), ("ce", "sont"), ("ce", "n'"), ("it", "is"), ("it", "was")) for pair in pairwise(words)
    )


def _resumes_clause(tokens: list[Token]) -> bool:
    """Whether words behind a comma go on with the clause before the aside: « et peut-être … », « de partir », « que …
    »."""
    second = tokens[1] if len(tokens) > 1 else None
    if tokens[0].lower in (*AND, "que", "qu'"):
        return True
    return tokens[0].lower in ("de", "d'") and second is not None and second.is_("VerbForm", "Inf")


def is_mark(token: Token) -> bool:
    """Whether a word is a mark before an aside; a hyphen inside a name is none, nor the bracket of its initials."""
    inside = token.text == "-" and token.i > 0 and token.parse.tokens[token.i - 1].end == token.start
    initials = token.text == ")" and token.i > 0 and token.parse.tokens[token.i - 1].text.isupper()
    return token.text in BEFORE and not inside and not initials


def _opens(token: Token) -> bool:
    """Whether a word opens a clause that tells nothing by itself."""
    lang = token.parse.lang
    return token.pos == "SCONJ" or token.lower in clause_words(lang).relative or token.lower in bounds(lang).openers


def tells_itself(tokens: list[Token]) -> bool:
    """Whether words tell something by themselves: quoted, or a stretch between marks with a verb and no conjunction."""
    if tokens and any(token.text in ("”", '"', "''", "»") for token in tokens[-2:]):
        return True
    opened = False
    for token in tokens:
        if token.text in (",", ";", ":", "—", "–"):
            opened = False
        elif _opens(token):
            opened = True
        elif not opened and _is_main(token):
            return True
    return False


def _is_main(token: Token) -> bool:
    """Whether a word may be the verb of a main clause: finite, or an English form that may be a past tense."""
    if is_finite(token):
        return True
    before = token.parse.tokens[token.i - 1] if token.i else token
    behind_noun = before.pos in ("NOUN", "PROPN", "PRON", "ADV")
    past = token.parse.lang == "en" and token.pos == "VERB" and not token.lower.endswith("ing")
    return past and (behind_noun or token.base != "amod")


def stop(cue: Cue) -> int:
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    i = cue.last.i + 1
    while i < sentence.end and tokens[i].text not in _END:
        i += 1
    return i


def end_of(cue: Cue, subjects: list[Token]) -> int:
    """The end of the aside: the next mark behind verb and speaker, further where what follows belongs to the
    speaker."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    i = max([cue.last.i, *(subject.i for subject in subjects if subject.i - cue.last.i < _FAR)]) + 1
    while i < sentence.end and tokens[i].text not in _END:
        i += 1
    while i < sentence.end and tokens[i].text in (",", "(", ")") and _belongs(tokens, i, sentence.end, cue, subjects):
        i += 1
        while i < sentence.end and tokens[i].text not in _END:
            i += 1
    return min(i, sentence.end)


def _belongs(tokens: list[Token], comma: int, end: int, cue: Cue, subjects: list[Token]) -> bool:
    """Whether what follows a comma hangs on the speaker or the verb of the aside (« a dit X, chef de Y, qui … »)."""
    if comma + 1 >= end:
        return False
    following = tokens[comma + 1]
    lead = tokens[cue.first.i - 2] if cue.first.i - 2 >= cue.main.sentence.start else None
    if lead is not None and lead.pos == "AUX" and following.is_("VerbForm", "Part"):
        return False
    if verb_next(tokens[comma + 1 : end]) or _resumes_clause(tokens[comma + 1 : end]):
        return False
    if following.pos == "VERB" and following.lower.endswith(("ant", "ing")):
        return False
    if following.lower in ("qui", "dont", "who", "whose") and comma > cue.last.i:
        return not _cleft(tokens[cue.main.sentence.start : cue.first.i])
    top = following
    seen: set[int] = set()
    while top.head is not None and top.i not in seen:
        if top in subjects or top is cue.main:
            break
        seen.add(top.i)
        if top.base in ("ccomp", "parataxis") and top.head is cue.main:
            return False
        top = top.head
    return top in subjects or (top is cue.main and following.base not in ("cc", "aux", "nsubj", "conj"))
