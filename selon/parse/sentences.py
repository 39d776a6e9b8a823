"""Paragraphs and sentences of a text, by its characters.

News is edited prose: rules on its punctuation find its sentences more surely than a model trained on small
treebanks does (docs/decisions.md has the figures). Data: `{fr,en}/abbreviations.yml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from selon.lexicon.load import data_file, load_yaml
from selon.model.span import Span

_END = re.compile(r"""(?:[.!?…]+|(?<=[.!?…])\s?»)["”»')\]]*(?:\s?»)?(?=\s+)""")
_OPEN = "«\"“'’([—–-¿¡•* \u00a0\u202f\u2009"
_MONTH = r"(?i:jan|f[ée]v|feb|mar|a[vp]r|mai|may|jui|jun|jul|ao[uû]|aug|sep|o[ck]t|nov|d[ée]c)[\w.]*"
# « PARIS, 3 mai (AFP) – », "NAIROBI, May 2 (Reuters) - ", "NIAMEY — ": a name in capitals (or one before an agency in
# brackets), what else is capitalised or a date, up to a dash between spaces; a plain name, a date, a dash or colon
# ("Geneva, 27 September 2023 – ", "Islamabad, Feb 19: "); or a plain name or agency, dash, sentence.
_DATELINE = re.compile(
    rf"""[A-ZÀ-Ý][\w'’]+(?:[-/\s][A-ZÀ-Ý][\w'’]*){{0,3}},\s(?:le\s)?(?:\d{{1,2}}(?:er)?\s{_MONTH}|{_MONTH}\s\d{{1,2}})
    (?:,?\s(?:19|20)\d\d)?\s?(?:\s[-–—]{{1,2}}|:)\s+(?=[\w"“«])|"""
    r"""(?:[A-ZÀ-Ý][A-ZÀ-Ý.'’/-]+(?:\s[A-ZÀ-Ý][A-ZÀ-Ý.'’/-]*)*|[A-ZÀ-Ý][\w'’-]+(?=[^()\n]{0,50}\())
    (?:,?\s(?:[A-ZÀ-Ý0-9][\w'’./-]*|janv?\w*\.?|f[ée]v\w*\.?|mars|avr\w*\.?|mai|juin|juil\w*\.?|ao[uû]t|
    sept\w*\.?|oct\w*\.?|nov\w*\.?|d[ée]c\w*\.?|er|le)){0,6},?
    (?:\s\([^()\n]{2,50}\))?\s{0,2}[-–—]{1,2}\s+(?=[\w"“«])
    |(?:[A-ZÀ-Ý][\w'’]+(?:[-/\s][A-ZÀ-Ý][\w'’]*)*|\([A-Z][^()\n]{1,30}\))\s?[-–—]{1,2}\s+(?=["“«]|[A-ZÀ-Ý][\w'’]*\s+[a-zà-ÿ])""",
    re.VERBOSE,
)
# A mark that opens or closes, the first letter of a word that may begin a sentence, an address or a date in figures.
_PLACE = re.compile(
    r"""["«»“”()\[\]]|(?<=[^\s.!?…]\s)[A-ZÀ-Ý]|(?<=[.!?…]\s)[^\W\d_A-ZÀ-Ý]|(?<=\s)(?:https?://|\d\d?/\d\d?/\d)"""
)
_BRACKETS = {"«": 1, "“": 1, "(": 1, "[": 1, "»": -1, "”": -1, ")": -1, "]": -1}
_CAPITAL_LINE = re.compile(r"[^a-zà-ÿ]*")
# Characters looked at on each side of a full stop: more than any word has.
_NEAR = 80
_WRAP_WIDTH = 100
# A block up to an empty line; a line, with those behind it that go on in small letters where it ends in mid-sentence.
_BLOCK = re.compile(r"(?:(?!\n\s*\n)[\s\S])+")
_LINE = re.compile(r"[^\n]+(?:(?<=[^\n]{30})(?:(?<=[\w,)])|(?<=[\w,)][ \t\r]))\n[ \t]*(?=[^\W\d_A-ZÀ-Þ])[^\n]+)*")
_WRAPPED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words whose full stop ends no sentence: `always`, only `before_name` (a capital or a number), `before_number`,
    or, as acronyms with full stops do, unless one of the `openers` follows; and `last_names` that look like the
    beginning of a sentence (« Kim Jong Un »)."""

    always: tuple[str, ...]
    before_name: tuple[str, ...]
    before_number: tuple[str, ...]
    unless_opener: tuple[str, ...]
    openers: tuple[str, ...]
    last_names: tuple[str, ...]


@cache
def _abbreviations(lang: str) -> Abbreviations:
    return load_yaml(data_file(lang, "abbreviations.yml"), Abbreviations)[0]


def paragraphs(text: str) -> list[Span]:
    """The paragraphs: lines, with those that go on in small letters, or blocks between empty lines when the lines were
    wrapped at a fixed width."""
    pattern = _BLOCK if _is_wrapped(text) else _LINE
    found = (_trim(text, match.start(), match.end()) for match in pattern.finditer(text) if match.group().strip())
    return [Span(*each) for each in found]


def _is_wrapped(text: str) -> bool:
    """Whether single line ends stand inside sentences: most lines are of middling length and end in mid-sentence."""
    lines = [line.strip() for line in text.split("\n")]
    pairs = [(one, two) for one, two in pairwise(lines) if one and two]
    if len(pairs) < 2:
        return False
    inside = sum(
        30 < len(one) <= _WRAP_WIDTH and one[-1] not in '.!?…:»"”' and not two[0].isdigit() for one, two in pairs
    )
    return inside >= len(pairs) * _WRAPPED_SHARE and any(two[0].islower() for _, two in pairs)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentence_starts(text: str, lang: str) -> Iterator[int]:
    """The offsets at which sentences of a paragraph begin; the first is 0."""
    yield 0
    for match in _END.finditer(text):
        begin = _past_blanks(text, match.end())
        if begin < len(text) and _ends(text, match, begin, lang):
            yield begin


def open_places(text: str, lang: str) -> Iterator[int]:
    """The offsets at which a sentence may begin though no mark says so: at a capital in the middle, and in English at
    a small letter behind a final mark (in French that mark is rather part of a name). Not inside quotation marks and
    brackets, nor in a line in capitals.

    >>> list(open_places("Thanks for the tip Call me tomorrow. the rest is fine", "en"))
    [19, 37]
    >>> list(open_places("La société Hop! a vendu un avion.", "fr"))
    [11]
    """
    if _CAPITAL_LINE.fullmatch(text):
        return
    depth, quoted = 0, False
    for match in _PLACE.finditer(text):
        mark = match.group()
        if mark == '"':
            quoted = not quoted
        elif mark in _BRACKETS:
            depth = max(0, depth + _BRACKETS[mark])
        elif match.start() and not depth and not quoted and _may_begin(text, match.start(), lang):
            yield match.start()


def _may_begin(text: str, at: int, lang: str) -> bool:
    """Whether a sentence may begin at a word: a small one in English, or one with a capital that is no last name."""
    before = text[max(0, at - _NEAR) : at].split()[-2:]
    if not text[at].isupper():
        return lang == "en" and not (before[-1:] and _is_abbreviation(before[-1].rstrip("."), "", lang))
    word = _first_word(text[at:])
    return not (word in _abbreviations(lang).last_names and all(each[0].isupper() for each in before))


def dateline_end(text: str) -> int:
    """The offset at which the story begins behind the dateline of a paragraph; 0 where there is none."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def _past_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends(text: str, match: re.Match[str], begin: int, lang: str) -> bool:
    behind = text[begin : begin + _NEAR]
    after = behind.lstrip(_OPEN)[:1]
    if not after or not (after.isupper() or after.isdigit()):
        return False
    mark = match.group()
    if not mark.startswith(".") or (len(mark.rstrip()) > 1 and mark[1:2] in "!?.…"):
        return True
    if len(mark) > 1:
        return True
    word = re.search(r"([^\s«\"“(]*)$", text[max(0, match.start() - _NEAR) : match.start()])
    before = word.group(1) if word else ""
    return not _is_abbreviation(before, _first_word(behind), lang)


def _first_word(text: str) -> str:
    """The first word of a sentence, without the marks before it and without its apostrophe."""
    found = re.match(r"[^\W\d_]+", text.lstrip(_OPEN))
    return found.group() if found else ""


def _is_abbreviation(word: str, following: str, lang: str) -> bool:
    known = _abbreviations(lang)
    bare = word.rpartition("'")[2].rpartition("’")[2]
    if re.fullmatch(r"[A-ZÀ-Ý](?:\.-?[A-ZÀ-Ý])+", bare) or bare.lower() in known.unless_opener:
        return following not in known.openers
    if re.fullmatch(r"[A-ZÀ-Ý]", bare):
        return True
    if bare.lower() in known.before_number:
        return not following
    if bare in known.always or bare.lower() in known.always:
        return True
    return bare in known.before_name
