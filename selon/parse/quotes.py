"""Quotation marks: where words stand that are given as somebody's own.

What comes in: a text, or a `Parse` of it. What goes out: `Quotation`s with and without their marks, nested ones
included, and whether one is speech or a word held at a distance (« scare quotes »). Reads no data file.

Handled: « », “ ”, „ “, " ", ‹ ›, ‘ ’ and ' ' (only where it cannot be an apostrophe), dialogue dashes at the head of a
paragraph, marks never closed (they end with their paragraph), and a quotation of several paragraphs whose mark is
opened again at the head of each (it is one quotation).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selon.model.span import Span
from selon.parse.tree import Parse, Token

_CLOSERS = {"«": "»", "“": "”", "„": "“", "‹": "›", "‘": "’"}
_ODD_CLOSERS = {"«": "»", "“": '”"', "„": "“”", "‹": "›", "‘": "’"}
_MARK = re.compile(r"[«»“”„‹›‘’\"]|``|''|(?<![\w'])'(?=[^\W\d])|(?<=[\w.,!?…])'(?=[\s.,;:!?)]|$)")
_CLOSES = re.compile(r"[\w.,!?…]'(?=[\s.,;:!?)]|$)")
# A straight single mark opens words only where one closes them so many characters farther on.
_LONGEST = 500
_PARAGRAPH = re.compile(r"\n\s*")
_DIALOGUE = re.compile(r"(?:—|–|--|- )\s*(?=\S)")
_OPENING_BEFORE = re.compile(r"(?:^|[\s(\[«“‘—–-])$")
# A quotation of this many words or fewer, inside a clause that goes on, may be a scare quote (seen in agency copy).
_FEW = 3
# Initials have fewer letters than words (« F C 25 »).
_INITIALS = 3
# Quotations are looked for inside quotations, but not deeper than anybody writes.
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words. `span` has the marks, `content` has not; `depth` is 0 for one that stands in no other."""

    span: Span
    content: Span
    depth: int
    closed: bool
    dialogue: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    inner: int
    depth: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text, by their start, outer ones before those inside them.

    >>> [q.content.cut("Il parle de « paix » .") for q in find_quotations("Il parle de « paix » .")]
    ['paix']
    """
    found: list[Quotation] = []
    still: list[_Open] = []
    known = 0  # the quotations that ended before this paragraph, or before the one that is still open began
    for start, end in _paragraphs(text):
        known = len(found) if not still else known
        still = _scan(text, start, end, still, found)
        if still and not _reopened(text, end, still[0].mark):
            found.extend(_unclosed(text, still, end))
            still = []
        if not still and not any(quotation.span.overlaps(Span(start, end)) for quotation in found[known:]):
            found.extend(_dialogue(text, start, end))
    found.extend(_unclosed(text, still, len(text)))
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end)))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _reopened(text: str, end: int, mark: str) -> bool:
    """Whether the paragraph after `end` begins with the mark of the quotation that is still open."""
    begin = end
    while begin < len(text) and text[begin].isspace():
        begin += 1
    return text.startswith((mark, "»") if mark == "«" else mark, begin)


def _scan(text: str, start: int, end: int, still: list[_Open], found: list[Quotation]) -> list[_Open]:
    """Reads the marks of one paragraph; gives back the quotations that are open at its end."""
    stack = list(still)
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if stack and at == start and _same_mark(mark, stack[0].mark):
            continue
        if stack and mark in _closers(stack[-1].mark) and _may_close(text, match, stack[-1]):
            found.append(_closed(text, stack.pop(), match))
        elif mark in "»”›" and any(mark in _closers(each.mark) for each in stack):
            while mark not in _closers(stack[-1].mark):
                stack.pop()
            found.append(_closed(text, stack.pop(), match))
        elif len(stack) < _DEPTH and _may_open(text, match, stack):
            stack.append(_Open(mark, at, match.end(), len(stack)))
    return stack


def _same_mark(mark: str, opened: str) -> bool:
    return mark == opened or (opened == "«" and mark == "»")


def _closers(mark: str) -> str:
    return _ODD_CLOSERS.get(mark, "''" if mark == "``" else mark)


def _may_close(text: str, match: re.Match[str], opened: _Open) -> bool:
    after = text[match.end() : match.end() + 1]
    if match.group() in ("’", "''") and opened.mark == "‘":
        return not after.isalnum()
    if match.group() == '"':
        return not after.isalnum() and bool(text[opened.inner : match.start()].strip())
    return True


def _may_open(text: str, match: re.Match[str], stack: list[_Open]) -> bool:
    mark = match.group()
    if mark == '"':
        return bool(_OPENING_BEFORE.search(text[max(match.start() - 1, 0) : match.start()]))
    if mark == "'":
        paragraph = text[match.end() : match.end() + _LONGEST].split("\n", 1)[0]
        return bool(_OPENING_BEFORE.search(text[max(match.start() - 1, 0) : match.start()])) and bool(
            _CLOSES.search(paragraph)
        )
    if mark == "‘":
        before = text[match.start() - 1 : match.start()]
        return not before.isalnum() and "’" in text[match.end() : match.end() + 600]
    return mark in _CLOSERS or mark == "``"


def _closed(text: str, opened: _Open, match: re.Match[str]) -> Quotation:
    span = Span(opened.start, match.end())
    return Quotation(span, _trimmed(text, opened.inner, match.start()), opened.depth, True)


def _unclosed(text: str, still: list[_Open], end: int) -> list[Quotation]:
    """A mark never closed opens a quotation up to `end`, unless nothing follows it; inner ones are dropped."""
    if not still or not text[still[0].inner : end].strip():
        return []
    opened = still[0]
    content = _trimmed(text, opened.inner, end)
    return [Quotation(Span(opened.start, content.end), content, opened.depth, False)]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _dialogue(text: str, start: int, end: int) -> list[Quotation]:
    """A paragraph that a dash opens is a turn of speech."""
    match = _DIALOGUE.match(text, start, end)
    if match is None or (text[match.start()] == "-" and not text[match.end()].isupper()):
        return []
    content = _trimmed(text, match.end(), end)
    return [Quotation(Span(match.start(), content.end), content, 0, True, True)] if content.start < content.end else []


def words_of(parse: Parse, quotation: Quotation) -> list[Token]:
    """The tokens of the content, punctuation included, marks not."""
    tokens = parse.tokens_in(quotation.content)
    return [token for token in tokens if quotation.content.covers(token.span)]


def is_speech(parse: Parse, quotation: Quotation) -> bool:
    """Whether a quotation gives what somebody says, told from a word or a name held at a distance.

    Speech has a verb of its own, or ends like a sentence, or is long. « voyage “important” » has neither: False.
    """
    if quotation.dialogue:
        return True
    words = [token for token in words_of(parse, quotation) if token.pos not in ("PUNCT", "SYM", "SPACE")]
    if not words:
        return False
    if any(token.is_("VerbForm", "Fin") for token in words):
        return True
    whole = quotation.content.cut(parse.text)
    if len(words) == 1 and whole[-1] in ".!?…" and _behind_colon(words[0]):
        return True
    if whole[-1] == "." and _is_name(words) and not _opens_sentence(words[0]):
        return False
    return (whole[-1] in ".!?…" and len(words) > 1) or (len(words) > _FEW and not _is_name(words))


def _behind_colon(first: Token) -> bool:
    """Whether a colon stands before a word, marks apart (« a répondu : « Jamais. » »)."""
    before = (token for token in reversed(first.parse.tokens[first.sentence.start : first.i]) if token.pos == "PUNCT")
    near = [token for token in before if first.i - token.i < _FEW + 1]
    return any(token.text == ":" for token in near)


def _opens_sentence(first: Token) -> bool:
    """Whether no word of the sentence stands before a word."""
    before = first.parse.tokens[first.sentence.start : first.i]
    return all(token.pos in ("PUNCT", "SYM", "SPACE") for token in before)


def is_clause(parse: Parse, quotation: Quotation) -> bool:
    """Whether quoted words are a clause or a sentence of their own, and not part of somebody else's."""
    words = [token for token in words_of(parse, quotation) if token.pos not in ("PUNCT", "SYM", "SPACE")]
    whole = quotation.content.cut(parse.text)
    finite = [token for token in words if token.is_("VerbForm", "Fin")]
    inside = frozenset(words)
    if not whole[:1].isupper() and all(_in_relative(token, inside) for token in finite):
        return False
    subjects = (each for token in words for each in token.all("nsubj", "expl"))
    if finite and any(each in inside for each in subjects):
        return True
    return bool(whole) and whole[0].isupper() and (bool(finite) or whole[-1] in ".!?…")


def _in_relative(verb: Token, inside: frozenset[Token]) -> bool:
    """Whether a finite verb is that of a relative clause on a noun in the same words (« un homme qui n'a pas fui »)."""
    clause = verb.head if verb.base in ("aux", "cop") and verb.head is not None else verb
    return clause.rel == "acl:relcl" and clause.head in inside and clause.head is not None and clause.head.i < clause.i


def is_fragment(parse: Parse, quotation: Quotation) -> bool:
    """Whether words inside a clause are given as somebody's own: no title, no name, no noun held at a distance.

    « avec retenue » is one; « Le Courrier » and the « casques blancs » are none.
    """
    words = [token for token in words_of(parse, quotation) if token.pos not in ("PUNCT", "SYM", "SPACE")]
    if not words or (_is_name(words) and not any(token.is_("VerbForm", "Fin") for token in words)):
        return False
    if is_speech(parse, quotation):
        return True
    before = [token for token in parse.tokens[: words[0].i] if token.pos != "PUNCT"][-1:]
    named = bool(before) and before[0].pos == "NOUN" and words[0].text[0].isupper()
    name = bool(before) and before[0].pos == "PROPN" and words[0].pos in ("NOUN", "PROPN")
    return not named and not name and not (before and before[0].pos in ("DET", "NUM")) and words[0].pos != "PROPN"


def _is_name(words: list[Token]) -> bool:
    """A title (« Le Courrier de l'Atlas ») or a name: at least half of its long words begin with a capital, the first
    among them but for an article."""
    if not words[0].text[0].isupper() and words[0].pos not in ("DET", "PROPN"):
        return False
    if len(words) > 1 and all(token.text.isupper() or token.text.isdigit() for token in words):
        return words[-1].text.isdigit() or all(len(token.text) < _INITIALS for token in words)
    long = [token for token in words if len(token.text) > 3]
    return bool(long) and sum(token.text[0].isupper() for token in long) * 2 >= len(long)
