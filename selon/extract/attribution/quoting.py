"""The quotes of a record, made from the reports: direct, mixed, indirect."""

from collections.abc import Sequence

from selon.extract.attribution.report import Report
from selon.extract.attribution.source import Who, source_of
from selon.extract.attribution.speech import Quoted, fragments
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.model.ontology import Form, QuoteKind
from selon.model.quote import Quote
from selon.model.span import Words
from selon.parse.clause import logical_subjects
from selon.parse.tree import Parse, Token

_KINDS = {Form.DIRECT: QuoteKind.DIRECT, Form.MIXED: QuoteKind.MIXED, Form.INDIRECT: QuoteKind.INDIRECT}
_SPOKEN = (Stance.ASSERT, Stance.ANNOUNCE, Stance.OPINION, Stance.DENY, Stance.ASK, Stance.CLAIM)
_EDGE_WORDS = ("que", "qu'", "that", ",", ":", ";", "—", "–", "-", ".")
_EDGES = '«»“”"„‹›,;: \n\t'


def quotes_of(parse: Parse, quoted: Quoted, reports: Sequence[Report], who: Who) -> tuple[Quote, ...]:
    """One quote for each report of words or of a whole clause, and for quoted fragments; in text order, without doubles."""
    found: list[Quote] = []
    for report in reports:
        if report.form in _KINDS and _is_said(report):
            for content in _contents(parse, quoted, report):
                found.append(
                    Quote(
                        report.actors[0] if report.actors else None,
                        _KINDS[report.form],
                        content,
                        report.cue_words,
                    )
                )
    for quotation, verb in fragments(quoted, reports):
        source = source_of([each for each in logical_subjects(verb) if each.pos != "ADJ"], who)
        if source.actors and any(_may_speak(head) for head in source.heads):
            words = Words.of(parse.text, *quotation.content)
            found.append(Quote(source.actors[0], QuoteKind.MIXED, words, Words.of(parse.text, verb.start, verb.end)))
    return tuple(sorted(_distinct(found), key=lambda quote: (quote.content.span.start, -quote.content.span.end)))


def _may_speak(head: Token) -> bool:
    return head.pos in ("PROPN", "PRON") or lexicon(head.parse.lang).is_(head, Use.PERSON)


def _is_said(report: Report) -> bool:
    """Whether a report gives words or a clause, not only a noun (« a annoncé la mort de X ») or what papers show."""
    if report.form is Form.DIRECT:
        return True
    if report.stance not in _SPOKEN or not report.source or ".reporting." not in report.rule:
        return False
    lexical = lexicon(report.source[0].parse.lang)
    if (lexical.is_(report.source[0], Use.REPORTS) and not report.actors) or lexical.is_(
        report.source[0], Use.DOCUMENT
    ):
        return False
    tokens = report.source[0].parse.tokens
    said = [tokens[i] for i in report.content]
    return any(token.is_("VerbForm", "Fin") for token in said)


def _contents(parse: Parse, quoted: Quoted, report: Report) -> list[Words]:
    """The words said: for speech in marks each quotation, else from the first word said to the last."""
    if report.form is Form.DIRECT:
        inside = [each for each in quoted.any if quoted.tokens[each] & report.content]
        return [
            words for each in inside if (words := _trim(parse, *_bounds(parse, quoted.tokens[each] & report.content)))
        ]
    runs = _runs(report)
    words = [_trim(parse, parse.tokens[run[0]].start, parse.tokens[run[-1]].end) for run in runs]
    return [each for each in words if each is not None][:1]


def _bounds(parse: Parse, content: frozenset[int]) -> tuple[int, int]:
    return parse.tokens[min(content)].start, parse.tokens[max(content)].end


def _runs(report: Report) -> list[list[int]]:
    """The longest stretches of content; « que » and the marks at the edges are left out."""
    tokens = report.source[0].parse.tokens if report.source else report.cue[0].parse.tokens
    runs: list[list[int]] = []
    for i in sorted(report.content):
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        while run and (tokens[run[0]].pos in ("PUNCT", "SCONJ") and tokens[run[0]].lower in _EDGE_WORDS):
            run.pop(0)
        while run and tokens[run[-1]].pos == "PUNCT" and tokens[run[-1]].text not in ("»", "”", ")"):
            run.pop()
    return sorted((run for run in runs if run), key=lambda run: -len(run))


def _trim(parse: Parse, start: int, end: int) -> Words | None:
    text = parse.text[start:end]
    inner = text.strip()
    if not inner.strip(_EDGES):
        return None
    balanced = (
        inner.count("«") == inner.count("»") and inner.count("“") == inner.count("”") and inner.count('"') % 2 == 0
    )
    chosen = inner.strip(",;: \n\t") if balanced else inner.strip(_EDGES)
    begin = start + text.index(chosen)
    return Words.of(parse.text, begin, begin + len(chosen)) if chosen else None


def _distinct(quotes: list[Quote]) -> list[Quote]:
    found: dict[tuple[int, int], Quote] = {}
    for quote in quotes:
        span = (quote.content.span.start, quote.content.span.end)
        if span not in found or (found[span].speaker is None and quote.speaker is not None):
            found[span] = quote
    return list(found.values())
