"""Whether a quote, a gap, a time or a place of the gold is in the record."""

from collections.abc import Sequence

from selon.evaluate.gold import GoldGap, GoldPlace, GoldQuote, GoldTime
from selon.evaluate.parties import named
from selon.model.actor import Actor
from selon.model.gap import Gap
from selon.model.place import Place
from selon.model.quote import Quote
from selon.model.time import TimeExpression


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").split()).lower()


def _bare(words: str) -> str:
    """Words without the marks at their ends, which some put inside a quotation and some outside."""
    return _plain(words).strip("«»“”‘’\"'.!?… ")


def quote_found(gold: GoldQuote, found: Sequence[Quote], actors: dict[str, Actor]) -> bool:
    """Whether the words are there, begun and ended where the gold says, with their speaker and kind."""
    for quote in found:
        words = _bare(quote.content.text)
        if not words.endswith(_bare(gold.last)) or _plain(gold.first) not in words[: len(gold.first) + 12]:
            continue
        speaker = actors[quote.speaker].name if quote.speaker else None
        if quote.kind.value != gold.kind:
            continue
        if (gold.speaker is None and speaker is None) or (gold.speaker and speaker and named(gold.speaker, [speaker])):
            return True
    return False


def gap_found(gold: GoldGap, found: Sequence[Gap]) -> bool:
    """Whether a gap of the same words misses the same things."""
    wanted = _plain(gold.text)
    return any(
        {kind.value for kind in gap.missing} == set(gold.missing)
        and (wanted in _plain(gap.text) or _plain(gap.text) in wanted)
        for gap in found
    )


def time_found(gold: GoldTime, found: Sequence[TimeExpression]) -> bool:
    """Whether an expression of these words has this value; where the gold has none (« au lendemain du sommet »), an
    expression that leaves the calendar open."""
    wanted = _plain(gold.text)
    return any(
        _same_value(gold.value, time) and (wanted in _plain(time.text) or _plain(time.text) in wanted) for time in found
    )


def _same_value(value: str | None, time: TimeExpression) -> bool:
    return time.value == value or (value is None and not time.anchored and "X" in time.value)


def place_right(gold: GoldPlace, found: Place | None) -> bool:
    """Whether a place is the one of the gold: its country, and its name where the gold's words are a name."""
    if found is None or found.country != gold.country:
        return False
    return not gold.text[:1].isupper() or named(gold.text, (found.text, found.name))
