"""Which words of a text say that something is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from re import Match

from selon.extract.gaps.missing import Named, named_after, named_before, named_inside
from selon.extract.gaps.words import About, Asks, GapWords, PhraseEntry, gap_words
from selon.model.ontology import Missing
from selon.model.span import Span
from selon.parse.clause import chain_up
from selon.parse.tree import Parse, Sentence, Token


@dataclass(frozen=True, slots=True)
class FoundGap:
    """A gap before ids are known: `token` anchors it, `about` are tokens that may name the event meant, best first.

    `source` is the head of the phrase for who leaves it unsaid (« les rapports ne donnent aucun détail »), `cue` the
    verb between; both None where nobody does.
    """

    missing: tuple[Missing, ...]
    about: tuple[Token, ...]
    text: str
    span: Span
    token: Token
    source: Token | None
    cue: Token | None
    weak: bool
    rule: str


@dataclass(frozen=True, slots=True)
class _Hit:
    """A phrase at tokens [start, end) that leaves open what `missing` says; `sure` when words name it."""

    entry: PhraseEntry
    start: int
    end: int
    missing: tuple[Missing, ...]
    sure: bool
    about: tuple[Token, ...]
    anchor: Token


def find_gaps(parse: Parse) -> tuple[FoundGap, ...]:
    """The gaps of a parse, in text order, none overlapping. A question asks, and says nothing of the kind."""
    words = gap_words(parse.lang)
    found: list[FoundGap] = []
    for sentence in parse.sentences:
        if sentence.tokens[-1].text == "?":
            continue
        hits = _kept(list(_hits(sentence, words)))
        found.extend(_as_gap(hit, parse) for hit in hits)
    return tuple(found)


def _hits(sentence: Sentence, words: GapWords) -> Iterator[_Hit]:
    candidates = words.candidates(sentence.tokens)
    text, starts = _joined(sentence) if candidates else ("", {})
    for entry, pattern in candidates:
        for match in pattern.finditer(text):
            hit = _hit(match, sentence, starts, entry, words)
            if hit is not None:
                yield hit


def _joined(sentence: Sentence) -> tuple[str, dict[int, int]]:
    """The words in small letters, each with a space behind, and which token begins at which character."""
    starts: dict[int, int] = {}
    text = ""
    for token in sentence.tokens:
        starts[len(text)] = token.i
        text += token.lower.replace(" ", "_") + " "
    starts[len(text)] = sentence.end
    return text, starts


def _hit(
    match: Match[str], sentence: Sentence, starts: dict[int, int], entry: PhraseEntry, words: GapWords
) -> _Hit | None:
    parse = sentence.parse
    start, end = starts[match.start("gap")], starts[match.end("gap")]
    if start == end or (start > sentence.start and words.has("before_no_gap", parse.tokens[start - 1].lower)):
        return None
    if any(words.has("restricts", token.lower) for token in parse.tokens[start:end]):
        return None
    anchor = parse.head_of(start, end)
    named = _named(entry, anchor, start, end, words)
    if named is None:
        about = _arguments(entry.about, anchor, start, end)
        return _Hit(entry, start, end, entry.missing, False, about, anchor) if entry.missing else None
    about = named.about or _arguments(entry.about, anchor, start, end)
    return _Hit(entry, min(start, named.start), max(end, named.end), named.missing, True, about, anchor)


def _named(entry: PhraseEntry, anchor: Token, start: int, end: int, words: GapWords) -> Named | None:
    match entry.asks:
        case Asks.AFTER:
            return named_after(anchor.parse, end, words, plain=entry.plain)
        case Asks.BEFORE:
            return named_before(anchor, start, words)
        case Asks.INSIDE:
            return named_inside(anchor.parse, start, end, words)
        case Asks.NOWHERE:
            return None


def _kept(hits: Sequence[_Hit]) -> list[_Hit]:
    """Of hits that overlap the one that names what is missing, then the longest, then the earlier in the lexicon."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda each: (not each.sure, each.start - each.end)):
        if all(hit.end <= each.start or hit.start >= each.end for each in kept):
            kept.append(hit)
    return sorted(kept, key=lambda each: each.start)


def _as_gap(hit: _Hit, parse: Parse) -> FoundGap:
    said = parse.words(hit.start, hit.end)
    source, cue = _teller(hit) if hit.entry.says else (None, None)
    rule = f"{parse.lang}.gaps.{hit.entry.id}"
    return FoundGap(hit.missing, hit.about, said.text, said.span, hit.anchor, source, cue, hit.entry.weak, rule)


def _teller(hit: _Hit) -> tuple[Token | None, Token | None]:
    """The subject of the phrase's verb and that verb, as far as the subject stands outside the gap.

    Parts of speech are not asked (an unusual form of a verb may be taken for something else), and where the tree gives
    no subject the noun right before is it.
    """
    for token in chain_up(hit.anchor):
        subject = token.first("nsubj")
        if subject is not None:
            passive = subject.rel == "nsubj:pass" and token.first("aux:pass") is not None
            told = not passive and not hit.start <= subject.i < hit.end
            return (subject, token) if told else (None, None)
        if token.base in ("ccomp", "root", "parataxis", "acl"):
            break
    before = hit.anchor.parse.tokens[hit.start - 1] if hit.start > hit.anchor.sentence.start else None
    return (before, hit.anchor) if before is not None and before.pos in ("NOUN", "PROPN") else (None, None)


def _arguments(about: About, anchor: Token, start: int, end: int) -> tuple[Token, ...]:
    """The nouns that the phrase says something of: those before it (subject), or those behind it (object)."""
    tokens = anchor.parse.tokens
    subjects = [each for token in chain_up(anchor) for each in token.all("nsubj") if each.i < start][:1]
    sentence = anchor.sentence
    behind = [token for token in tokens[end : min(end + 8, sentence.end)] if token.pos in ("NOUN", "VERB")]
    if about is About.NAMED:
        return tuple(behind)
    if about is About.OBJECT:
        return (*behind, *subjects)
    before = [token for token in tokens[sentence.start : start] if token.pos == "NOUN"]
    return (*subjects, *reversed(before))
