"""A phrase that words like « selon » lead to a source: its head, and how far it reaches."""

from dataclasses import dataclass

from selon.extract.attribution.bounds import THAT, bounds
from selon.extract.attribution.surface import STOPS, is_finite
from selon.parse.clause import clause_words
from selon.parse.tree import Sentence, Token

_HELPERS = ("avoir", "être", "have", "be")
_MODIFIES = ("compound", "amod", "flat", "nummod", "det", "nmod:poss", "nmod:desc")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that names a source: its preposition, the head of the source, and its token bounds."""

    words: tuple[Token, ...]
    head: Token
    start: int
    end: int


def phrase_behind(words: tuple[Token, ...], sentence: Sentence) -> Phrase | None:
    """The phrase of a source that words lead to; None where no noun follows them."""
    tokens = sentence.parse.tokens
    at = words[-1].i + 1
    while at < sentence.end and (tokens[at].pos in ("DET", "ADJ", "NUM", "ADV", "ADP") or _misread(at, sentence)):
        if tokens[at].pos == "ADJ" and _hangs_before(tokens[at]):
            break
        at += 1
    if at >= sentence.end or tokens[at].pos not in ("NOUN", "PROPN", "PRON", "X"):
        return None
    head = tokens[at]
    if is_relative_pronoun(head) or opens_relative(head):
        return None
    while (head.head is not None and head.rel in _MODIFIES) or (head.base in _MODIFIES and head.head is not None):
        if head.head.i < words[0].i or head.head.pos not in ("NOUN", "PROPN", "X"):
            break
        head = head.head
    head = _past_hyphen(head)
    return Phrase(words, head, words[0].i, end_of(head, sentence, words[0].i))


def _past_hyphen(head: Token) -> Token:
    """The noun that a compound with a hyphen qualifies ("a London-based group"); any other head is its own."""
    tokens, at = head.parse.tokens, head
    while at.i + 1 < head.sentence.end and (tokens[at.i + 1].text == "-" or at.pos in ("VERB", "ADJ")):
        if at.head is None or at.head.i <= at.i:
            return head
        at = at.head
    return at if at.pos in ("NOUN", "PROPN") else head


def _misread(at: int, sentence: Sentence) -> bool:
    """Whether a word tagged as a verb stands before a noun inside a phrase ("according to state radio")."""
    tokens = sentence.parse.tokens
    follows = at + 1 < sentence.end and tokens[at + 1].pos in ("NOUN", "PROPN")
    return sentence.parse.lang == "en" and tokens[at].pos == "VERB" and follows


def end_of(head: Token, sentence: Sentence, start: int) -> int:
    """Behind the phrase: the next mark or finite verb; further over a comma where a name, a function or a relative
    clause of the source follows."""
    tokens = sentence.parse.tokens
    i = _stretch(head.i + 1, sentence)
    if start - 2 >= sentence.start and (tokens[start - 2].pos == "AUX" or tokens[start - 2].lemma in _HELPERS):
        return i
    said = start > sentence.start and _says_before(start, sentence)
    while i + 1 < sentence.end and tokens[i].text == "," and _adds(i + 1, sentence):
        if said and tokens[i + 1].lower in THAT:
            break
        i = _stretch(i + 1, sentence, relative=opens_relative(tokens[i + 1]))
    if i + 1 < sentence.end and tokens[i].text in ("«", "“") and head in [*tokens[i].ancestors()][:2]:
        i = next((j for j in range(i + 1, sentence.end) if tokens[j].text in ("»", "”")), i - 1) + 1
    return i


def _stretch(i: int, sentence: Sentence, relative: bool = False) -> int:
    """The next token that ends a phrase: a mark, or a finite verb that no relative clause holds."""
    tokens = sentence.parse.tokens
    inside = relative
    while i < sentence.end and tokens[i].text not in STOPS:
        inside = inside or opens_relative(tokens[i])
        if is_finite(tokens[i]) and not inside:
            break
        i += 1
    return i


def opens_relative(token: Token) -> bool:
    """Whether a word opens a relative clause, by its tag too."""
    return token.lower in clause_words(token.parse.lang).relative and token.pos in ("PRON", "SCONJ", "ADV")


def is_relative_pronoun(token: Token) -> bool:
    """Whether a word is nothing but a relative pronoun, as « que » and "where" are not."""
    words = clause_words(token.parse.lang).relative
    return (token.lower in words and token.lower not in ("que", "qu'", "that", "where", "où")) or token.lower in (
        "desquels",
        "desquelles",
    )


def _says_before(start: int, sentence: Sentence) -> bool:
    """Whether a verb form stands right before the comma before a phrase ("confirmed, according to X, that …")."""
    at = start - 2 if sentence.parse.tokens[start - 1].text == "," else start - 1
    return at >= sentence.start and sentence.parse.tokens[at].pos in ("VERB", "AUX")


def _adds(i: int, sentence: Sentence) -> bool:
    """Whether what begins behind a comma adds to the phrase before it and ends with a mark, without a verb of its
    own."""
    tokens = sentence.parse.tokens
    if opens_relative(tokens[i]):
        return True
    stop = _stretch(i, sentence)
    if stop < sentence.end and is_finite(tokens[stop]):
        return False
    if not any(is_finite(token) for token in sentence.tokens):
        return False
    remarks = tokens[i].lower in bounds(sentence.parse.lang).remarks
    begins = tokens[i].pos in ("PROPN", "NOUN", "NUM") or tokens[i].is_("VerbForm", "Part") or remarks
    return begins and (tokens[i].pos != "NOUN" or _hangs_before(tokens[i]))


def _hangs_before(token: Token) -> bool:
    return token.head is not None and token.head.i < token.i
