"""Which words of a text say that something is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from re import Match

from selon.extract.gaps.missing import named_after, named_back, named_before, named_inside
from selon.extract.gaps.named import Named
from selon.extract.gaps.words import About, Asks, GapWords, PhraseEntry, gap_words
from selon.model.ontology import Missing
from selon.model.span import Span
from selon.parse.clause import chain_up
from selon.parse.tree import Parse, Sentence, Token

# So many words behind a gap may belong to it (« n'a pas réagi à ces accusations »); more are a clause of their own.
_BEHIND = 10


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
        for number, hit in enumerate(hits, start=1):
            gap = _as_gap(hit, hits[number].start if number < len(hits) else sentence.end, words)
            if not (found and found[-1].missing == gap.missing and gap.span.start - found[-1].span.end <= 1):
                found.append(gap)
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
    if entry.void:
        return _Hit(entry, start, end, (), True, (), anchor)
    if named is None:
        about = _arguments(entry.about, anchor, start, end)
        said = parse.tokens[start:end]
        meant = tuple(dict.fromkeys(words.means[token.lower] for token in said if token.lower in words.means))
        missing = _caused(meant or entry.missing, said, (anchor, *about), words)
        return _Hit(entry, start, end, missing, False, about, anchor) if missing else None
    about = named.about or _arguments(entry.about, anchor, start, end)
    start, end = min(start, named.start), max(end, named.end)
    missing = _caused(named.missing, parse.tokens[start:end], (anchor, *about), words)
    return _Hit(entry, start, end, missing, True, about, anchor)


def _caused(
    missing: tuple[Missing, ...], said: Sequence[Token], near: Sequence[Token], words: GapWords
) -> tuple[Missing, ...]:
    """What is missing, where why an accident happened is its cause, and why somebody acts a motive."""
    accident = any(words.has("accident", each.lower) for each in (*near, *chain_up(near[0])))
    if not accident or not any(words.has("why", each.lower) for each in said):
        return missing
    return tuple(dict.fromkeys(Missing.CAUSE if each is Missing.MOTIVE else each for each in missing))


def _named(entry: PhraseEntry, anchor: Token, start: int, end: int, words: GapWords) -> Named | None:
    match entry.asks:
        case Asks.AFTER:
            return named_after(anchor.parse, end, words, plain=entry.plain, broad=Missing.NATURE in entry.missing)
        case Asks.BEFORE:
            return named_before(anchor, start, words)
        case Asks.BACK:
            return named_back(anchor, start, words)
        case Asks.INSIDE:
            return named_inside(anchor.parse, start, end, words)
        case Asks.NOWHERE:
            return None


def _kept(hits: Sequence[_Hit]) -> list[_Hit]:
    """Of hits that overlap one: a phrase that is no gap, else one that names what is missing (best behind it), else the
    longest, else the earlier in the lexicon."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=_rank):
        if all(hit.end <= each.start or hit.start >= each.end for each in kept):
            kept.append(hit)
    return sorted((each for each in kept if not each.entry.void), key=lambda each: each.start)


def _rank(hit: _Hit) -> tuple[bool, bool, bool, int]:
    return (not hit.entry.void, not hit.sure, hit.entry.asks is not Asks.AFTER, hit.start - hit.end)


def _as_gap(hit: _Hit, limit: int, words: GapWords) -> FoundGap:
    """The gap of a hit; it ends before token `limit`, where the next begins."""
    parse = hit.anchor.parse
    start = _led_in(hit, words)
    said = parse.words(start, _led_out(hit, limit, words) if _is_whole(hit, start, words) else hit.end)
    source, cue = _teller(hit, words) if hit.entry.says else (None, None)
    rule = f"{parse.lang}.gaps.{hit.entry.id}"
    return FoundGap(hit.missing, hit.about, said.text, said.span, hit.anchor, source, cue, hit.entry.weak, rule)


def _led_in(hit: _Hit, words: GapWords) -> int:
    """Where the words begin with the small words of their verb before them: « s'est refusé à », "it was not clear"."""
    start, tokens = hit.start, hit.anchor.parse.tokens
    while start > hit.anchor.sentence.start and words.has("lead_in", tokens[start - 1].lower):
        start -= 1
    return start


def _is_whole(hit: _Hit, start: int, words: GapWords) -> bool:
    """Whether the words from token `start` on are a clause with its subject, or follow a comma or a conjunction."""
    if hit.sure and hit.entry.asks is Asks.BEFORE:
        return True
    before = hit.anchor.parse.tokens[start - 1] if start > hit.anchor.sentence.start else None
    return before is None or not before.text[:1].isalnum() or words.has("ends", before.lower)


def _led_out(hit: _Hit, limit: int, words: GapWords) -> int:
    """Where the words end with what belongs to their verb: "declined to comment on the strike"."""
    for i in range(hit.end, min(hit.end + _BEHIND, limit)):
        token = hit.anchor.parse.tokens[i]
        if not token.text[:1].isalnum() or words.has("ends", token.lower) or token.is_("VerbForm", "Fin"):
            return i
    return hit.end


def _teller(hit: _Hit, words: GapWords) -> tuple[Token | None, Token | None]:
    """The subject of the phrase's verb and that verb, as far as the subject stands outside the gap.

    Parts of speech are not asked (an unusual form of a verb may be taken for something else), and where the tree gives
    no subject the noun right before is it.
    """
    for token in chain_up(hit.anchor):
        subject = token.first("nsubj")
        if subject is not None:
            passive = subject.rel == "nsubj:pass" and token.first("aux:pass") and not words.has("mute", token.lower)
            told = not passive and not hit.start <= subject.i < hit.end
            return (subject, token) if told else (None, None)
        if token.base in ("ccomp", "root", "parataxis", "acl"):
            break
    start = _led_in(hit, words)
    before = hit.anchor.parse.tokens[start - 1] if start > hit.anchor.sentence.start else None
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
