"""Which words of a report are its quote: from the first word said to the last, one stretch for each clause said."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from selon.extract.attribution.bounds import AND, THAT, bounds
from selon.extract.attribution.report import Report
from selon.extract.attribution.surface import is_finite
from selon.extract.attribution.words import Stance
from selon.model.ontology import Form
from selon.parse.tree import Token

_EDGE_WORDS = (*THAT, ",", ":", ";", "—", "–", "-", ".")
_OPENING = ("«", "“", '"')
_CLOSING = ("»", "”", ")", '"')
_MARKS = (",", ";", ":", "—", "–", "-")
_CLEFTS = frozenset([("c'", "est"), ("ce", "sont"), ("ce", "n'"), ("it", "is"), ("it", "was"), ("it", "'s")])
_SPOKEN = (Form.INDIRECT, Form.DIRECT, Form.MIXED)
# Reports with their number, by the first token of their cue and source.
Frames = Mapping[int, list[tuple[int, Report]]]
# So many words has what goes on behind a frame.
_MEMBER = 2
# A verb of saying and its speaker, put between the words said, are at most so many tokens.
_FRAME = 14


def framed(reports: Sequence[Report]) -> Frames:
    """The reports with a source and a cue by the first token of these."""
    found: dict[int, list[tuple[int, Report]]] = {}
    for number, report in enumerate(reports):
        if report.source and report.cue:
            found.setdefault(min(token.i for token in (*report.cue, *report.source)), []).append((number, report))
    return found


def stretches(report: Report, reports: Frames) -> list[list[int]]:
    """The token numbers of what is said, in text order: the longest stretch, cut where « et que » says a second
    thing."""
    tokens = report.source[0].parse.tokens if report.source else report.cue[0].parse.tokens
    content = _unframed(report, reports, tokens)
    edges = (*_EDGE_WORDS, "si", "s'", "whether", "if") if report.stance is Stance.ASK else _EDGE_WORDS
    if parted := _behind_colon(_runs(content), report, tokens):
        return [trimmed for run in parted if (trimmed := _trimmed(run, tokens, edges))]
    runs = _joined(_runs(content), report, tokens)
    runs = [trimmed for run in runs if (trimmed := _trimmed(run, tokens, edges))]
    longest = max(runs, key=len, default=[])
    if not report.cue or not longest or longest[0] < report.cue[0].i:
        return [longest] if longest else []
    return [part for each in _parted(longest, tokens) if (part := _trimmed(each, tokens, edges))]


def _behind_colon(runs: list[list[int]], report: Report, tokens: list[Token]) -> list[list[int]]:
    """The two things said where a colon goes on behind the frame (« Ce n'est pas un putsch, dit X : l'armée a … »)."""
    if len(runs) != 2 or not report.cue or not runs[0][-1] < report.cue[0].i < runs[1][0]:
        return []
    opens = tokens[runs[1][0]].text == ":" or tokens[runs[1][0] - 1].text == ":"
    clauses = all(any(is_finite(tokens[i]) for i in run) for run in runs)
    return runs if opens and clauses else []


def _runs(content: frozenset[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for i in sorted(content):
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _trimmed(run: list[int], tokens: list[Token], edges: tuple[str, ...]) -> list[int]:
    start, end = 0, len(run)
    while start < end and tokens[run[start]].lower in edges:
        start += 1
    while end > start and tokens[run[end - 1]].pos == "PUNCT" and tokens[run[end - 1]].text not in _CLOSING:
        end -= 1
    return run[start:end]


def _unframed(report: Report, reports: Frames, tokens: list[Token]) -> frozenset[int]:
    """The content without the words by which others are said to speak at its ends: « selon Y, » before it, « …, dit Y »
    behind it."""
    content = report.content
    begun = [(number, i, other) for i in content for number, other in reports.get(i, ())]
    for _, first, other in sorted(begun, key=itemgetter(0)):
        if other is report or not content:
            continue
        cue = other.cue[0].i
        leads = other.form in (Form.ACCORDING_TO, Form.DOCUMENT) and set(range(min(content), first)) <= _small(
            tokens, content
        )
        if leads and first in content and other.content & content:
            content = _behind(other, content, tokens)
        elif first in content and _tells_all(other, report, content, tokens):
            content = frozenset(i for i in content if i < _mark_before(first, content, tokens))
        elif first in content and _ends_with(other, report, content, tokens):
            content = frozenset(i for i in content if i < first)
        elif first in content and _speaks_behind(other, report, cue, first, tokens):
            content = frozenset(i for i in content if i < _mark_before(first, content, tokens))
    return content


def _mark_before(first: int, content: frozenset[int], tokens: list[Token]) -> int:
    """Where the words begin that a mark before a token parts from the content."""
    while first - 1 in content and tokens[first - 1].text not in _MARKS:
        first -= 1
    return first


def _tells_all(other: Report, report: Report, content: frozenset[int], tokens: list[Token]) -> bool:
    """Whether behind a comma another is named who says that somebody says it ("X said he would go, according to two
    aides", "…, a poll found")."""
    if not report.cue or report.cue[0].i > min(content) or report.cue[0].i not in other.content:
        return False
    first = min(token.i for token in (*other.cue, *other.source))
    start = _mark_before(first, content, tokens)
    marked = start > min(content) + 1 and tokens[start - 1].text in _MARKS
    frame = max(token.i for token in (*other.cue, *other.source))
    return marked and not any(is_finite(tokens[i]) for i in content if i > frame)


def _ends_with(other: Report, report: Report, content: frozenset[int], tokens: list[Token]) -> bool:
    """Whether what is said beside a verb ends with another who says it too (« …, dit X, rapporte Y »)."""
    frame = [token.i for token in (*other.cue, *other.source)]
    last = max(i for i in content if tokens[i].pos != "PUNCT") if content else -1
    own = report.cue and max(content, default=0) < report.cue[0].i
    return bool(own) and min(frame) > min(content) and last <= max(frame) and other.form in _SPOKEN


def _behind(other: Report, content: frozenset[int], tokens: list[Token]) -> frozenset[int]:
    """The content behind the words of a source, where a clause of its own begins there."""
    end = other.words.span.end if other.words is not None else other.source[-1].end
    rest = frozenset(i for i in content if tokens[i].start >= end)
    first = next((tokens[i] for i in sorted(rest) if tokens[i].pos != "PUNCT"), None)
    return content if first is None or first.is_("VerbForm", "Fin") else rest


def _small(tokens: list[Token], content: frozenset[int]) -> set[int]:
    """The words of content that say nothing themselves: « que », commas."""
    return {i for i in content if tokens[i].pos in ("PUNCT", "SCONJ") or tokens[i].lower in THAT}


def _speaks_behind(other: Report, report: Report, cue: int, first: int, tokens: list[Token]) -> bool:
    """Whether another source begins behind what is said: it tells the whole, or something else."""
    if not report.cue or report.cue[0].i > first or other.form not in _SPOKEN:
        return False
    tells_all = report.cue[0].i in other.content
    tells_on = cue not in report.content and cue > max(report.content)
    behind_mark = any(tokens[i].text in _MARKS for i in range(report.cue[0].i, first))
    return behind_mark and (tells_all or tells_on)


def _joined(runs: list[list[int]], report: Report, tokens: list[Token]) -> list[list[int]]:
    """The words around the frame as one stretch where they are one clause (« La ville, dit X, est tombée »); behind a
    whole clause the writer goes on by himself."""
    frame = {token.i for token in (*report.cue, *report.source)}
    for before, after in pairwise(runs):
        gap = range(before[-1] + 1, after[0])
        if len(gap) > _FRAME or not frame & set(gap):
            continue
        if all(tokens[i].pos == "PUNCT" for i in after):
            return [before]
        if _is_whole(before, tokens) and not _continues(before, after, tokens):
            return [before]
        words = [i for i in after if tokens[i].text not in _EDGE_WORDS]
        if words and tokens[words[0]].text in _OPENING and not _opens_condition(tokens[before[0]]):
            return [words]
        return [run for run in runs if run is not before and run is not after] + [[*before, *gap, *after]]
    return runs


def _continues(before: list[int], after: list[int], tokens: list[Token]) -> bool:
    """Whether the words behind the frame belong to the clause before it: a second member (« et peut-être de X »), an
    infinitive (« de partir »), a condition, or the rest of « ne … que », « c'est … qui »."""
    rest = [tokens[i] for i in after if tokens[i].text not in _EDGE_WORDS[len(THAT) :]]
    if len(rest) < _MEMBER:
        return False
    words = [tokens[i].lower for i in before]
    first, second = rest[0], rest[1]
    small = bounds(first.parse.lang)
    if first.lower in small.joins:
        comma = next((i for i, each in enumerate(rest) if each.text == ","), len(rest))
        return not any(is_finite(each) for each in rest[:comma])
    if first.lower in THAT:
        cleft = any(pair in _CLEFTS for pair in pairwise(words[:4])) or words[0] in ("so", "such")
        return cleft or any(word in ("ne", "n'") for word in words) or "il" in words
    if first.lower in ("qui", "who", "which"):
        return any(pair in _CLEFTS for pair in pairwise(words))
    if first.lower in ("de", "d'", "à"):
        return second.is_("VerbForm", "Inf")
    return first.lower in small.conditions or f"{first.lower} {second.lower}" in small.conditions


def _is_whole(run: list[int], tokens: list[Token]) -> bool:
    """Whether words are a main clause with its verb."""
    words = [i for i in run if tokens[i].text not in _EDGE_WORDS]
    ends = [i for i in words[:-1] if is_finite(tokens[i])] or [i for i in words if is_finite(tokens[i])]
    helped = words and ends == words[-1:] and tokens[words[-1]].pos == "AUX"
    conditional = bool(words) and _opens_condition(tokens[words[0]])
    return bool(ends) and not helped and (not conditional or _has_main(words, run, tokens))


def _opens_condition(token: Token) -> bool:
    """Whether a word opens a clause that goes on behind the frame (« Si la ville tombe, dit X, nous fuirons »)."""
    return token.lower in bounds(token.parse.lang).before_main


def _has_main(words: list[int], run: list[int], tokens: list[Token]) -> bool:
    """Whether a clause follows the comma behind a condition (« Si la ville tombe, nous fuirons »)."""
    comma = next((i for i in run if tokens[i].text == ","), run[-1])
    return any(is_finite(tokens[i]) for i in words if i < comma) and any(
        is_finite(tokens[i]) for i in words[:-1] if i > comma
    )


def _parted(run: list[int], tokens: list[Token]) -> list[list[int]]:
    """The stretch at each « et que », "and that" that opens a clause of its own."""
    parts: list[list[int]] = [[]]
    for i in run:
        joining = (*AND, *bounds(tokens[i].parse.lang).goes_on)
        opens = i + 2 <= run[-1] and tokens[i].lower in joining and tokens[i + 1].lower in THAT
        if opens and any(tokens[j].pos in ("VERB", "AUX") for j in parts[-1]):
            parts.append([])
            continue
        parts[-1].append(i)
    return parts
