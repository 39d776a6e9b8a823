"""News and background: which events are new in this document, and which remind of earlier ones.

Data: `{fr,en}/background.yml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from selon.extract.draft import Draft
from selon.lexicon.load import data_file, load_yaml
from selon.model.ontology import Factuality, TimeType
from selon.model.span import Span, begun_in
from selon.model.time import TimeExpression
from selon.parse.tree import Parse, Sentence, Token

# News reaches back a week before publication and no longer: weeklies retell the week (CODING.md, Background).
_NEWS_DAYS = 10


@dataclass(frozen=True, slots=True)
class BackgroundWords:
    """Words that tie a sentence to the one before it, words that open a reminder, and prepositions that place a deed
    beside an older one (« après la révolution de 1979 »); one entry a language."""

    continues: tuple[str, ...]
    reminds: tuple[str, ...]
    beside: tuple[str, ...]


@cache
def background_words(lang: str) -> BackgroundWords:
    """The words of a language that continue or open background."""
    return load_yaml(data_file(lang, "background.yml"), BackgroundWords)[0]


def mark_background(parse: Parse, drafts: list[Draft], times: Sequence[TimeExpression], published: date | None) -> None:
    """Sets `background` on the events that are a reminder: by tense, by time, or by standing in such a passage."""
    words = background_words(parse.lang)
    passage = False
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.head.sentence_i, []).append(draft)
    for sentence in parse.sentences:
        inside = by_sentence.get(sentence.i, [])
        told = [time for draft in inside if (time := draft.time or _beside(draft.head, times, words)) is not None]
        recent = any(not _is_old(time, published) for time in told)
        old = any(_is_old(time, published) for time in told) or _reminds(sentence, words)
        if sentence.i and sentence.paragraph != parse.sentences[sentence.i - 1].paragraph:
            passage = passage and (old or _continues(sentence, words))
        passage = (passage and not recent) or (old and not recent and sentence.i > 0)
        for draft in inside:
            draft.background = _is_background(draft, passage, published)


def _beside(head: Token, times: Sequence[TimeExpression], words: BackgroundWords) -> TimeExpression | None:
    """The time of an older deed beside which the event is told; None where there is none.

    Read from the row of words: parsers hang such phrases anywhere.
    """
    tokens = head.sentence.tokens
    near = begun_in(times, head.sentence.span)
    inside = [time for time in near if time.type is TimeType.DATE and head.sentence.span.covers(time.span)]
    if not inside:
        return None
    for at in range(head.i - head.sentence.start, len(tokens)):
        if tokens[at].pos in ("ADP", "SCONJ", "ADV") and _begins(tokens, at, words.beside):
            end = _clause_end(tokens, at)
            span = Span(tokens[at].start, tokens[end - 1].end)
            return next((time for time in inside if span.covers(time.span)), None)
    return None


def _begins(tokens: Sequence[Token], at: int, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases begins at a token."""
    text = " ".join(token.lower for token in tokens[at : at + 5]) + " "
    return any(text.startswith(f"{phrase} ") for phrase in phrases)


def _clause_end(tokens: Sequence[Token], at: int) -> int:
    """The token before which the next finite verb stands; the end of the sentence where there is none."""
    return next((i for i in range(at + 1, len(tokens)) if tokens[i].is_("VerbForm", "Fin")), len(tokens))


def _is_background(draft: Draft, passage: bool, published: date | None) -> bool:
    if draft.factuality is Factuality.FUTURE and not passage:
        return False
    if draft.time is not None:
        return _is_old(draft.time, published) or (passage and draft.time.start is None)
    return passage or (_is_pluperfect(draft.head) and not draft.attribution)


def _is_old(time: TimeExpression, published: date | None) -> bool:
    """Whether a time lies before the news: by the calendar if it can be told, else by its coarse wording."""
    last = time.end or time.start
    if published is not None and last is not None:
        return date.fromisoformat(last) < published - timedelta(days=_NEWS_DAYS)
    if time.value[:1].isdigit():
        return published is None and len(time.value) <= 4
    return time.value == "PAST_REF" or (
        time.value.startswith("XXXX-") and time.value[5:7].isdigit() and len(time.value) == 7
    )


def _is_pluperfect(token: Token) -> bool:
    """« avait rencontré », "had met": an auxiliary in the past before a participle."""
    if token.pos not in ("VERB", "AUX"):
        return False
    for child in token.children:
        if child.base != "aux" or child.i > token.i or not token.is_("VerbForm", "Part"):
            continue
        if child.is_("Tense", "Imp") or (child.lower in ("had", "'d") and child.lemma == "have"):
            return child.rel != "aux:pass"
    return False


def _reminds(sentence: Sentence, words: BackgroundWords) -> bool:
    return _has(sentence, words.reminds)


def _continues(sentence: Sentence, words: BackgroundWords) -> bool:
    return _has(sentence, words.continues)


def _has(sentence: Sentence, phrases: tuple[str, ...]) -> bool:
    text = " " + " ".join(token.lower for token in sentence.tokens[:14]).replace("' ", "'") + " "
    return any(f" {phrase} " in text for phrase in phrases)
