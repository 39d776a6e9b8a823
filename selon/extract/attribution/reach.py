"""How far a clause that somebody says reaches behind its verb, by the order of words: trees lose its end at commas, and
take in what the writer says of it (« …, une version que Rome rejette »).

In: the content by the tree (token numbers) and its cue. Out: the content, with what is missing and without what is
`added`.
"""

from selon.extract.attribution.added import without_added
from selon.extract.attribution.bounds import AND, THAT, bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.segments import STRONG, has_predicate, is_insert, takes_up
from selon.extract.attribution.surface import is_finite, is_inverted, says_on
from selon.extract.attribution.words import Use, lexicon
from selon.parse.clause import clause_words
from selon.parse.tree import Token

# A relative clause between commas has its pronoun among so many words ("90 per cent of which was complete").
_RELATIVE = 5
# Marks between which an aside of at most so many tokens stands.
_PAIRS = {"—": "—", "–": "–", "--": "--", "(": ")"}
_ASIDE = 25
_CLOSING = ("»", "”")
# The end of a list has fewer words than this.
_LIST = 7
_NOMINAL = ("DET", "NOUN", "PROPN", "ADP", "ADJ", "NUM")
_SMALL = ("ADV", "PART")


def reach(content: frozenset[int], cue: Cue) -> frozenset[int]:
    """The content of a clause behind its verb, less what the writer adds, with what the tree has lost of it."""
    if not content or min(content) < cue.last.i:
        return content
    content = _behind_time(content, cue)
    content |= _grown(_first_run(content), cue)
    cut = without_added(content, cue)
    return cut if len(cut) < len(content) else _grown(content, cue)


def _behind_time(content: frozenset[int], cue: Cue) -> frozenset[int]:
    """The content without the day of the saying before its subject ("said | on Thursday | they had …")."""
    tokens, i = cue.last.parse.tokens, cue.last.i + 1
    if cue.main.parse.lang != "en" or min(content) != i:
        return content
    time = lexicon("en").is_
    while i + 1 in content and (
        time(tokens[i], Use.TIME) or (tokens[i].pos == "ADP" and time(tokens[i + 1], Use.TIME))
    ):
        i += 1
    nominal = tokens[i].pos in _NOMINAL or tokens[i].pos == "PRON"
    return frozenset(each for each in content if each >= i) if nominal and not is_finite(tokens[i]) else content


def _first_run(content: frozenset[int]) -> frozenset[int]:
    """What is said without a gap from its first word on: a tree may lose a member in the middle."""
    end = min(content)
    while end in content:
        end += 1
    return frozenset(i for i in content if i < end)


def _grown(content: frozenset[int], cue: Cue) -> frozenset[int]:
    """The content up to the mark where another speaks, or the writer does."""
    tokens, end = cue.last.parse.tokens, cue.main.sentence.end
    i = max(content) + 1
    while i < end:
        if (closed := _behind_aside(tokens, range(min(content), i), end)) is not None:
            content |= frozenset(range(i, closed))
            i = closed
            continue
        if _closes_aside(tokens, range(min(content), i), end):
            content |= {i}
            i += 1
        if tokens[i].text in STRONG:
            break
        comma = tokens[i].text == ","
        start = i + 1 if comma or tokens[i].text in _CLOSING else i
        stop = next((j for j in range(start, end) if tokens[j].text in (",", *STRONG)), end)
        if start >= end or (comma and is_finite(tokens[start]) and _is_infinitive(range(min(content), i), tokens)):
            break
        if comma and (is_insert(tokens, start, stop, end) or _parts_helped(tokens, i, stop, end)):
            stop = next((j for j in range(stop + 1, end) if tokens[j].text in (",", *STRONG)), end)
        elif not (comma and _closes_insert(tokens, i)) and not _goes_on(
            range(min(content), i), tokens[start:stop], comma
        ):
            break
        content |= frozenset(range(i, stop))
        i = stop
    return content


def _behind_aside(tokens: list[Token], before: range, end: int) -> int | None:
    """The token behind what stands between dashes or brackets in the midst of a clause ("many residents—old people,
    too—have fled"); None where nothing does, or where the clause has its verb before it."""
    i = before.stop
    closing = _PAIRS.get(tokens[i].text)
    if closing is None or has_predicate(before, tokens):
        return None
    shut = next((j for j in range(i + 1, min(i + _ASIDE, end)) if tokens[j].text == closing), None)
    rest = tokens[shut + 1 : end] if shut is not None else []
    return shut + 1 if shut is not None and any(is_finite(each) for each in rest) else None


def _closes_aside(tokens: list[Token], before: range, end: int) -> bool:
    """Whether a dash closes an aside that the tree takes in, and the verb of the clause follows."""
    i = before.stop
    dash = _PAIRS.get(tokens[i].text) == tokens[i].text
    odd = sum(tokens[j].text == tokens[i].text for j in before) % 2 == 1
    return dash and odd and i + 1 < end and is_finite(tokens[i + 1]) and not has_predicate(before, tokens)


def _is_infinitive(before: range, tokens: list[Token]) -> bool:
    """Whether what is said is an infinitive, to which no finite verb behind a comma belongs (« X, qui dit s'appuyer sur
    Y, | rapporte que … »)."""
    verb = next((tokens[i] for i in before if tokens[i].pos in ("VERB", "AUX")), None)
    return verb is not None and verb.is_("VerbForm", "Inf") and not any(is_finite(tokens[i]) for i in before)


def _closes_insert(tokens: list[Token], comma: int) -> bool:
    """Whether a comma closes words that part an auxiliary from the participle behind it."""
    start = tokens[comma].sentence.start
    before = next((i for i in range(comma - 1, max(comma - _LIST, start), -1) if tokens[i].text == ","), None)
    return before is not None and _parts_helped(tokens, before, comma, tokens[comma].sentence.end)


def _parts_helped(tokens: list[Token], comma: int, stop: int, end: int) -> bool:
    """Whether words between commas part an auxiliary from its participle (« on lui avait, trois mois durant, interdit
    »)."""
    if stop + 1 >= end or tokens[stop].text != "," or tokens[comma - 1].lemma not in ("avoir", "être", "have", "be"):
        return False
    behind = tokens[stop + 1]
    return behind.pos == "VERB" and not any(is_finite(each) for each in tokens[comma:stop])


def _goes_on(before: range, segment: list[Token], comma: bool) -> bool:
    """Whether the words from a comma to the next belong to the clause before them."""
    if segment and (_says_further(segment) or (comma and _resumes(before, segment))):
        return True
    if segment and comma and is_finite(segment[0]) and not has_predicate(before, segment[0].parse.tokens):
        return True
    if not segment or _speaks(segment) or takes_up(segment[0].parse.tokens, segment[0].i):
        return False
    small = bounds(segment[0].parse.lang)
    if comma and segment[0].lower in small.resulting:
        return True
    if segment[0].lower in small.opposing:
        return len(segment) > 1 and not any(is_finite(each) for each in segment)
    first = next((each for each in segment if each.pos not in _SMALL and each.lower not in small.clitics), segment[0])
    if is_finite(first):
        return not has_predicate(before, first.parse.tokens) or (not comma and first.lower in small.inverted_condition)
    if not comma and _adds_clause(segment):
        return True
    if not comma and segment[0].pos in _NOMINAL and not any(is_finite(each) for each in segment):
        return True
    if not comma:
        return segment[0].lower in small.asking or (segment[0].is_("VerbForm", "Inf") and segment[0].pos == "VERB")
    finite = any(is_finite(each) for each in segment)
    if not finite and _lists_on(segment):
        return True
    if finite and any(each.lower in clause_words(each.parse.lang).relative for each in segment[:_RELATIVE]):
        return not has_predicate(before, segment[0].parse.tokens)
    return not finite and segment[0].pos in _NOMINAL and not has_predicate(before, segment[0].parse.tokens)


def _lists_on(segment: list[Token]) -> bool:
    """Whether bare nouns joined by "and" end a list that began before the comma (« …, mensonges et calomnies »)."""
    bare = segment[0].pos in ("NOUN", "ADJ") and segment[0].parse.tokens[segment[0].i - 2].pos == "NOUN"
    return bare and any(each.lower in ("et", "and") for each in segment) and len(segment) < _LIST


def _adds_clause(segment: list[Token]) -> bool:
    """Whether a clause goes on behind « et » without a comma: a pronoun and a verb ("and it does harm")."""
    opens = segment[0].lower in ("et", "and") and len(segment) > 2 and segment[1].pos == "PRON"
    return opens and any(is_finite(each) for each in segment[2:4]) and not _speaks(segment)


def _says_further(segment: list[Token]) -> bool:
    """Whether a second clause is said: « et que … », "but that …"."""
    second = segment[1].lower if len(segment) > 2 else ""
    return segment[0].lower in (*AND, *bounds(segment[0].parse.lang).goes_on) and second in THAT


def _resumes(before: range, segment: list[Token]) -> bool:
    """Whether a « que » goes on with a verb of saying within what is said, behind an insert between commas (« rapporte
    que X affirme, citant Y, | que … »)."""
    tokens, words = segment[0].parse.tokens, lexicon(segment[0].parse.lang)
    if segment[0].lower not in THAT:
        return False
    near = range(max(before.start, before.stop - _ASIDE), before.stop - 1)
    return any(tokens[i + 1].text == "," and words.says(tokens[i]) for i in near)


def _speaks(segment: list[Token]) -> bool:
    """Whether another speaks, or the writer, in words behind a comma."""
    words = lexicon(segment[0].parse.lang)
    if segment[0].lower in bounds(segment[0].parse.lang).parting or says_on(segment[0]):
        return True
    if segment[0].pos == "VERB" and segment[0].lower.endswith(("ant", "ing")):
        return True
    return any(is_inverted(each) for each in segment) or any(
        words.says(each) and is_finite(each) and each.pos == "VERB" for each in segment[:6]
    )
