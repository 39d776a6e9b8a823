"""The quotes of a record, made from the reports: direct, mixed, indirect."""

from collections.abc import Iterator, Sequence

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.carried import only_carries
from selon.extract.attribution.clausal import SPOKEN, in_marks, is_said
from selon.extract.attribution.fragments import chanting, fragments, is_judgement, owners, promised
from selon.extract.attribution.kinds import Who, is_foreign_name
from selon.extract.attribution.nouns import sources_of
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import Source, source_of
from selon.extract.attribution.stretch import Frames, framed, stretches
from selon.extract.attribution.surface import is_finite, is_relative
from selon.extract.attribution.voices import Voices
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.model.ontology import Form, QuoteKind
from selon.model.quote import Quote
from selon.model.span import Words
from selon.parse.quotes import Quotation, is_clause
from selon.parse.tree import Parse, Token

_KINDS = {Form.DIRECT: QuoteKind.DIRECT, Form.MIXED: QuoteKind.MIXED, Form.INDIRECT: QuoteKind.INDIRECT}
# What a paper says needs so many words in marks to be a quotation; fewer may be anybody's.
_WORDS = 3
_CLOSING = ("”", "»", '"')
_EDGES = '«»“”"„‹›,;: \n\t'


def quotes_of(parse: Parse, quoted: Quoted, reports: Sequence[Report], who: Who, voices: Voices) -> tuple[Quote, ...]:
    """One quote for each report of words or of a whole clause, and for quoted fragments; in text order, without
    doubles."""
    found: list[Quote] = []
    frames = framed(reports)
    for report in reports:
        if only_carries(report, reports):
            continue
        whole = _whole(parse, quoted, report)
        speaker = report.actors[0] if report.actors else None
        for each in whole:
            kind = QuoteKind.DIRECT if is_clause(parse, each) else QuoteKind.MIXED
            found.append(Quote(speaker, kind, Words.of(parse.text, *each.content), report.cue_words))
        spoken = report.form in _KINDS and is_said(report, quoted)
        if not whole and spoken and not _only_inside(report, quoted, reports):
            for content in _contents(parse, quoted, report, frames):
                found.extend(_cut(parse, quoted, report, content))
        elif (
            not whole
            and not spoken
            and report.form in (Form.MIXED, Form.INDIRECT)
            and report.actors
            and report.stance in (*SPOKEN, Stance.ACCUSE, Stance.LEARN)
        ):
            found.extend(_parts(parse, quoted, report))
    found.extend(_quoted_according_to(parse, quoted, reports))
    for quotation, noun in promised(quoted, reports):
        source = source_of(sources_of(noun, who) or chanting(noun), who)
        if actors := voices.of_source(source, who):
            said, told = Words.of(parse.text, *quotation.content), Words.of(parse.text, noun.start, noun.end)
            found.append(Quote(actors[0], QuoteKind.MIXED, said, told))
    for quotation, verb in fragments(quoted, reports):
        source = source_of(owners(quotation, verb, quoted), who)
        if not any(_may_speak(head) for head in source.heads):
            source = _speaker_before(verb, reports) or source
        speaks = bool(source.actors) or any(_may_speak(head) for head in source.heads)
        if speaks and (actors := voices.of_source(source, who)):
            words = Words.of(parse.text, *quotation.content)
            cue = Words.of(parse.text, verb.start, verb.end) if _is_of_saying(verb) else None
            clause = cue is not None and quoted.opens_sentence(quotation) and is_clause(parse, quotation)
            found.append(Quote(actors[0], QuoteKind.DIRECT if clause else QuoteKind.MIXED, words, cue))
    return tuple(sorted(_distinct(found), key=lambda quote: (quote.content.span.start, -quote.content.span.end)))


def _cut(parse: Parse, quoted: Quoted, report: Report, content: Words) -> Iterator[Quote]:
    """What is said as one quotation; words in marks inside a clause are mixed, and the clause besides is indirect."""
    speaker, kind = report.actors[0] if report.actors else None, _kind(report, quoted, content)
    if kind is not QuoteKind.MIXED:
        yield Quote(speaker, kind, content, report.cue_words)
        return
    inside = [each for each in quoted.any if content.span.covers(each.content) and _is_own(each, quoted)]
    alone = len(inside) == 1 and inside[0].span.end - inside[0].span.start >= content.span.end - content.span.start - 4
    if not alone:
        yield Quote(speaker, QuoteKind.INDIRECT if inside else kind, content, report.cue_words)
    for each in inside if inside else ():
        yield Quote(speaker, kind, Words.of(parse.text, *each.content), report.cue_words)


def _only_inside(report: Report, quoted: Quoted, reports: Sequence[Report]) -> bool:
    """Whether a clause inside another quotation is no quotation of its own: its speaker is the outer one himself ("he
    said he had made clear that …"), or it stands in marks and tells no deed of saying ("“X should explain why …”",
    « « Les gens pensent que … » »)."""
    if not report.cue or report.form is Form.DIRECT:
        return False
    verb = report.cue[-1]
    around = [other for other in reports if other is not report and other.form in _KINDS and verb.i in other.content]
    if any(other.actors and other.actors == report.actors and _leads(other, verb) for other in around):
        return True
    marked = quoted.with_token(verb)
    if marked is None:
        return False
    direct = [other for other in reports if other.form is Form.DIRECT and other.content & quoted.tokens[marked]]
    return not _is_told(report) or any(other.actors and other.actors == report.actors for other in direct)


def _leads(report: Report, verb: Token) -> bool:
    """Whether a verb of saying stands before what is said, and that before another verb."""
    return bool(report.cue) and report.cue[-1].i < min(report.content) < verb.i


def _is_told(report: Report) -> bool:
    """Whether a verb tells that somebody in fact said something: no opinion, no question, nothing that may be said."""
    verb = report.cue[-1]
    helpers = [each for each in verb.children if each.base == "aux"]
    above = verb.head.lemma.lower() if verb.head is not None and verb.base == "xcomp" else ""
    words = [*(each.lemma.lower() for each in helpers), above]
    forms = [each for each in (verb, *helpers) if is_finite(each)]
    real = bool(forms) and not any(each.is_("Mood", "Sub") or each.is_("Mood", "Cnd") for each in forms)
    return real and report.stance in SPOKEN[:2] and not any(each in bounds(verb.parse.lang).modal for each in words)


def _kind(report: Report, quoted: Quoted, content: Words) -> QuoteKind:
    """The kind by the form; a clause of a mixed report with no marks of its own is told indirectly."""
    kind = _KINDS[report.form]
    marked = any(each.content.overlaps(content.span) and _is_own(each, quoted) for each in quoted.any)
    if kind is QuoteKind.DIRECT:
        return kind
    return QuoteKind.MIXED if marked else QuoteKind.INDIRECT


def _is_own(quotation: Quotation, quoted: Quoted) -> bool:
    """Whether words in marks inside what somebody says are his own: a part of a clause, or a judgement behind "a"."""
    return quotation in quoted.parts or is_judgement(quotation, quoted)


def _quoted_according_to(parse: Parse, quoted: Quoted, reports: Sequence[Report]) -> Iterator[Quote]:
    """The words in marks that « selon X » gives to X, where no verb of saying gives them to somebody."""
    said = frozenset(i for report in reports if report.form in _KINDS for i in report.content)
    for report in reports:
        if report.form not in (Form.ACCORDING_TO, Form.DOCUMENT) or not report.source:
            continue
        media = report.form is Form.DOCUMENT or lexicon(parse.lang).is_(report.source[0], Use.REPORTS)
        for each in quoted.parts if media else quoted.any:
            tokens = quoted.tokens[each]
            enough = len(tokens) >= _WORDS if media else each in quoted.parts or is_judgement(each, quoted)
            others = frozenset(i for i in tokens & said if not _said_inside(i, tokens, reports))
            if tokens and enough and tokens <= report.content and not others:
                whole = is_clause(parse, each) and not _goes_on_with(each, quoted)
                kind = QuoteKind.DIRECT if whole else QuoteKind.MIXED
                words = Words.of(parse.text, *each.content)
                yield Quote(report.actors[0] if report.actors else None, kind, words, report.cue_words)


def _said_inside(i: int, tokens: frozenset[int], reports: Sequence[Report]) -> bool:
    """Whether only somebody within the words in marks says a word (« Selon X, « Pékin a accusé Rome de … » »)."""
    over = (report for report in reports if report.form in _KINDS and i in report.content)
    return all(bool(report.cue) and report.cue[0].i in tokens for report in over)


def _goes_on_with(quotation: Quotation, quoted: Quoted) -> bool:
    """Whether words in marks go on with a noun right before them (« pour qui l'annexion « n'est que … » »)."""
    first = min(quoted.tokens[quotation]) - 2
    return first >= 0 and quoted.parse.tokens[first].pos in ("NOUN", "PROPN", "PRON")


def _parts(parse: Parse, quoted: Quoted, report: Report) -> Iterator[Quote]:
    """The words in marks inside a noun or an infinitive that somebody reports (« a confié avoir été « battu » »)."""
    for each in quoted.any:
        inside = bool(quoted.tokens[each]) and quoted.tokens[each] <= report.content
        whole = each in quoted.parts and report.form is Form.MIXED
        if inside and (whole or is_judgement(each, quoted)):
            yield Quote(report.actors[0], QuoteKind.MIXED, Words.of(parse.text, *each.content), report.cue_words)


def _is_of_saying(verb: Token) -> bool:
    return verb.lemma.lower() in lexicon(verb.parse.lang).verbs


def _speaker_before(verb: Token, reports: Sequence[Report]) -> Source | None:
    """Who spoke before « et » or a « qui » of his paper and goes on with a verb of judging ("said X was safe and called
    Y “a scrape”", « lit-on dans la déclaration de X, qui juge « … » »)."""
    lead = verb.parse.tokens[verb.i - 1] if verb.i else None
    if lead is None or not (lead.lower in ("et", "and") or is_relative(lead)):
        return None
    before = [each for each in reports if each.cue and each.source and each.cue[0].sentence_i == verb.sentence_i]
    before = [each for each in before if each.cue[0].i < verb.i and verb.i not in each.content]
    return Source(before[-1].source, before[-1].actors, before[-1].words) if before else None


def _may_speak(head: Token) -> bool:
    named = head.pos in ("PROPN", "PRON") or is_foreign_name(head)
    return named or lexicon(head.parse.lang).is_(head, Use.PERSON)


def _whole(parse: Parse, quoted: Quoted, report: Report) -> list[Quotation]:
    """The quotations of a mixed report that begins with a quoted sentence (« « … », ce qui est « … », a dit X »)."""
    if report.form is not Form.MIXED or not report.source:
        return []
    inside = [each for each in quoted.parts if quoted.tokens[each] <= report.content]
    opens = any(is_clause(parse, each) and quoted.opens_sentence(each) for each in inside)
    return inside if opens and len(inside) > 1 else []


def _contents(parse: Parse, quoted: Quoted, report: Report, frames: Frames) -> list[Words]:
    """The words said: for speech in marks each quotation, else from the first word said to the last."""
    if report.form is Form.DIRECT or (report.form is Form.MIXED and in_marks(report, quoted)):
        inside = [each for each in quoted.any if quoted.tokens[each] & report.content]
        return [
            words for each in inside if (words := _trim(parse, *_bounds(parse, quoted.tokens[each] & report.content)))
        ]
    runs = stretches(report, frames)
    trimmed = [_trim(parse, parse.tokens[run[0]].start, _closed(parse, run)) for run in runs]
    return [each for each in trimmed if each is not None]


def _closed(parse: Parse, run: list[int]) -> int:
    """Where a run of tokens ends, with the mark behind it that closes words opened in it."""
    text = "".join(parse.tokens[i].text for i in run)
    last = parse.tokens[run[-1]]
    behind = parse.tokens[last.i + 1 : last.i + 3]
    open_ = text.count("“") > text.count("”") or text.count("«") > text.count("»") or text.count('"') % 2 == 1
    if open_ and len(behind) == 2 and behind[0].text in (".", "!", "?") and behind[1].text in _CLOSING:
        return behind[1].end
    return behind[0].end if behind and open_ and behind[0].text in _CLOSING else last.end


def _bounds(parse: Parse, content: frozenset[int]) -> tuple[int, int]:
    return parse.tokens[min(content)].start, parse.tokens[max(content)].end


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
