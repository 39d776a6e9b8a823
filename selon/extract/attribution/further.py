"""Where a further verb of saying goes on with the sentence and takes its part of it."""

from dataclasses import replace

from selon.extract.attribution.bounds import AND
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.report import Report
from selon.extract.attribution.surface import is_finite, says_on

# Who speaks next stands at most so many tokens before the verb.
_SUBJECT = 20


def said_on(cue: Cue, before: list[Report], new: list[Report]) -> list[Report]:
    """The reports of a sentence with those of its next verb.

    A gerund behind a comma (« ajoutant que ») goes on with the speaker of the report before it; like a second verb of
    saying it is no part of that report's content.
    """
    if not new:
        return before
    if new[0].against:
        rest = frozenset(range(max(new[0].content) + 1, cue.main.sentence.end))
        return [*(replace(report, content=report.content - rest) for report in before), *new]
    start = _goes_on_at(cue)
    if start is None and (another := _another_at(cue)) is not None:
        rest = frozenset(range(another, cue.main.sentence.end))
        before = [_up_to(report, rest, another) for report in before]
    if start is None:
        return [*before, *(report for report in new if report.source or not says_on(cue.first))]
    own = frozenset(range(start, max(new[0].content, default=cue.last.i) + 1))
    own_words = [report for report in before if not report.rule.endswith((".agency", ".cited_by"))]
    last = next((report for report in reversed(own_words) if report.source or _tells_on(report)), None)
    if last is not None and start == cue.first.i - 1 and says_on(cue.first):
        new[0] = replace(new[0], source=last.source, actors=last.actors, words=last.words)
    if says_on(cue.first) and not new[0].source and not (last is not None and _tells_on(last)):
        return before
    return [*(replace(report, content=report.content - own) for report in before), *new]


def _up_to(report: Report, rest: frozenset[int], another: int) -> Report:
    """What is told before a speaker, without what another says behind « , mais » or ", but"."""
    behind = report.cue and min(report.content, default=another) < report.cue[0].i < another
    return replace(report, content=report.content - rest) if behind else report


def _another_at(cue: Cue) -> int | None:
    """The comma before a conjunction that leads to another who speaks (« …, dit X, mais Y affirme que … »)."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    if not cue.finite or cue.main.first("nsubj") is None:
        return None
    for i in range(cue.first.i - 1, max(cue.first.i - _SUBJECT, start), -1):
        if is_finite(tokens[i]):
            return None
        if tokens[i - 1].text in (",", ";") and tokens[i].lower in (*AND, "while", "tandis", "alors"):
            return i - 1
    return None


def _tells_on(report: Report) -> bool:
    """Whether somebody goes on who is not named again (« Et d'ajouter : … »)."""
    return bool(report.cue) and not report.source and report.cue[0].is_("VerbForm", "Inf")


def without_further(report: Report, cues: list[Cue]) -> Report:
    """A report by a noun or a conditional without the part of the sentence that a further verb of saying opens."""
    starts = [start for cue in cues if (start := _goes_on_at(cue)) is not None and start > report.cue[-1].i]
    return replace(report, content=frozenset(i for i in report.content if not starts or i < min(starts)))


def _goes_on_at(cue: Cue) -> int | None:
    """Where the part of a sentence begins that a further verb of saying opens: the comma before a gerund and its own
    subject, if it has one (« …, l'agence Tass rapportant que »), or the « et » before a verb without a subject."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    i = cue.first.i - 1
    further = cue.finite and cue.main.first("nsubj") is None and not (cue.passive and cue.main.parse.lang == "en")
    if i > start and tokens[i].lower in ("et", "and") and further:
        return i
    if not says_on(cue.first):
        return None
    while i > start and tokens[i].pos in ("DET", "NOUN", "PROPN", "ADJ", "ADP", "ADV", "NUM"):
        i -= 1
    return i if i > start and tokens[i].text == "," else None
