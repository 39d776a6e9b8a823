"""Finds the time expressions of a text and gives them their values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from selon.extract.times.anchor import resolve
from selon.extract.times.calendar import COARSENESS, Grain, OutOfCalendarError, Period, in_day
from selon.extract.times.checks import passes
from selon.extract.times.context import Context, Resolved
from selon.extract.times.grammar import Match, Run
from selon.extract.times.lexicon import TimeLexicon, lexicon
from selon.extract.times.pieces import Piece, cut, keys_in
from selon.extract.times.reading import Reading
from selon.extract.times.site import Site
from selon.extract.times.tense import view
from selon.model.ontology import TimeType
from selon.model.span import Span
from selon.model.time import TimeExpression
from selon.parse.tree import Parse, Sentence

# How many sentences back « la veille » may reach for the day that it follows from.
_REACH = 5
# How many pieces the word that makes an expression one may stand from its beginning: « au cours de la nuit du lundi ».
_LONGEST = 12
_NAMES = frozenset(("PER", "ORG", "LOC"))


@dataclass(slots=True)
class _Told:
    """The periods that the text has given so far, with their sentences."""

    periods: list[tuple[int, Period]] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """Whether no day has been given."""
        return not any(COARSENESS[period.grain] >= COARSENESS[Grain.DAY] for _, period in self.periods)

    def last(self, grain: Grain, sentence: int) -> Period | None:
        """The last period at least as fine as `grain` in reach of the sentence."""
        for i, period in reversed(self.periods):
            if sentence - i > _REACH:
                return None
            fine = COARSENESS[period.grain] >= COARSENESS[grain] and (period.known or period.weekday)
            if fine and (grain is not Grain.DAY or period.start == period.end or period.night):
                return period
        return None


def find_times(parse: Parse, published: date | None, words: TimeLexicon | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions in text order, none overlapping, each in its longest wording.

    A preposition belongs to the expression where it changes its meaning (« depuis plus de dix ans », « avant mai »).
    Relative ones are anchored on `published` or on a time told before; without either, `value` keeps what is certain.
    """
    words = words or lexicon(parse.lang)
    told = _Told()
    found: list[TimeExpression] = []
    for sentence in parse.sentences:
        span = sentence.span
        if words.keys.isdisjoint(keys_in(parse.text, span.start, span.end)):
            continue
        pieces = cut(parse.text, span.start, span.end)
        starts = _starts(pieces, words)
        if starts:
            found += _in_sentence(parse, sentence, pieces, starts, published, words, told)
    return tuple(found)


def _starts(pieces: Sequence[Piece], words: TimeLexicon) -> list[int]:
    """The pieces at which an expression may begin: words that open one, with a word that each must hold in reach."""
    key = -_LONGEST
    starts: list[int] = []
    for i in range(len(pieces) - 1, -1, -1):
        word = "" if pieces[i].is_number else pieces[i].lower
        if word in words.keys:
            key = i
        if 0 <= key - i < _LONGEST and word in words.opens:
            starts.append(i)
    return starts[::-1]


def _in_sentence(
    parse: Parse,
    sentence: Sentence,
    pieces: Sequence[Piece],
    starts: Sequence[int],
    published: date | None,
    words: TimeLexicon,
    told: _Told,
) -> list[TimeExpression]:
    site = Site(pieces, words, parse)
    run = words.grammar.run(pieces, lambda name, match: passes(name, site, match))
    found: list[TimeExpression] = []
    free = 0  # « la veille » in a text that gave no day may hang on one behind it: « arrivés la veille, ils … mardi »
    before: Match | None = None
    hanging: list[tuple[int, Match]] = []
    for at in starts:
        for match in _longest(run, at) if at >= free else ():
            silent = told.silent
            joined = before is not None and _are_joined(before, match, pieces, words)
            expression = _expression(parse, sentence, pieces, match, published, words, told, joined=joined)
            if expression is not None:
                if silent and match.reading().base == "text" and match.reading().low:
                    hanging.append((len(found), match))
                found.append(expression)
                free, before = match.stop, match
                break
    for place, match in hanging:
        day = next((each for each in found[place + 1 :] if _is_past_day(each, published)), None)
        if day is not None and day.start is not None:
            later = _Told([(sentence.i, in_day(date.fromisoformat(day.start)))])
            hung = _expression(parse, sentence, pieces, match, published, words, later, joined=False)
            found[place] = hung or found[place]
    return found


def _is_past_day(time: TimeExpression, published: date | None) -> bool:
    """Whether an expression is one day, not after the publication."""
    day = time.start if time.start == time.end else None
    return day is not None and (published is None or day <= published.isoformat())


def _are_joined(before: Match, match: Match, pieces: Sequence[Piece], words: TimeLexicon) -> bool:
    """Whether two weekdays stand together: « lundi et mardi », "Monday and Tuesday"."""
    between = [each.lower for each in pieces[before.stop : match.first]]
    alone = all([name for name, _ in each.fields] == ["weekday"] for each in (before, match))
    return alone and len(between) == 1 and words.has("day_link", between[0])


def _longest(run: Run, at: int) -> list[Match]:
    """The matches at a piece, the best first; behind their context a longer one may begin."""
    matches = run.matches("time", at)
    later = [each for match in matches[:1] if match.first > at for each in run.matches("time", match.first)]
    return sorted([*matches, *later], key=lambda each: -each.stop)


def _expression(
    parse: Parse,
    sentence: Sentence,
    pieces: Sequence[Piece],
    match: Match,
    published: date | None,
    words: TimeLexicon,
    told: _Told,
    *,
    joined: bool,
) -> TimeExpression | None:
    span = Span(pieces[match.first].start, pieces[match.stop - 1].end)
    tokens = parse.tokens_in(span)
    if not tokens or _in_name(parse, tokens[0].i, tokens[-1].i + 1):
        return None
    head = parse.head_of(tokens[0].i, tokens[-1].i + 1)
    other = told.periods[-1][1] if joined and told.periods else None
    context = Context(published, view(head, words), lambda grain: told.last(grain, sentence.i), told.silent, other)
    try:
        value = resolve(match.reading(), context)
    except OutOfCalendarError:
        return None
    if value.period is not None and value.type in (TimeType.DATE, TimeType.TIME):
        told.periods.append((sentence.i, value.period))
    if not _needs_preposition(match.reading(), value):
        span = Span(pieces[_inside(pieces, match, words)].start, span.end)
    return _as_expression(parse.text, span, value)


def _needs_preposition(reading: Reading, value: Resolved) -> bool:
    """Whether a preposition changes what the words say: « dans trois jours », « depuis mai »."""
    counted = reading.base in ("now", "ahead") and value.type is not TimeType.DURATION
    return reading.open is not None or counted


def _inside(pieces: Sequence[Piece], match: Match, words: TimeLexicon) -> int:
    """The first piece of a match behind the prepositions that are no part of the expression."""
    first = match.first
    if match.reading().limit is not None and words.end_of("limit", pieces, first):
        return first  # "over two years", "at least two years"
    while (end := words.end_of("outside", pieces, first)) and end < match.stop:
        first = end
    return first


def _in_name(parse: Parse, start: int, end: int) -> bool:
    """Whether tokens [start, end) are only a part of the name of a person, organisation or place."""
    return any(
        entity.label in _NAMES and end <= entity.end and (entity.start, entity.end) != (start, end)
        for entity in parse.entities_at(start)
    )


def _as_expression(text: str, span: Span, value: Resolved) -> TimeExpression:
    start, end = value.start, value.end
    return TimeExpression(
        span.cut(text), span, value.type, value.value, value.mod,
        start.isoformat() if start else None, end.isoformat() if end else None,
        anchored=start is not None or end is not None,
    )  # fmt: skip
