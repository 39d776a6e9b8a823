"""What an adverbial of source bears on, by its place in the sentence and beside others."""

from collections.abc import Sequence

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.content import clause_above, is_subordinate, main_clause, numbers
from selon.extract.attribution.led import Phrase, is_relative_pronoun, opens_relative
from selon.extract.attribution.surface import is_finite
from selon.parse.clause import is_verb
from selon.parse.tree import Sentence, Token


def place_content(start: int, end: int, head: Token) -> frozenset[int]:
    """What an adverbial of source at tokens [start, end) bears on, by its place.

    At the edge of the sentence behind or before a comma: all of it. Inside a subordinate clause: that clause.
    """
    sentence, tokens = head.sentence, head.parse.tokens
    own = range(start, end)
    if (quoted := _fragment_before(start, sentence)) is not None:
        return quoted
    before = [token for token in tokens[sentence.start : start] if token.pos not in ("PUNCT", "CCONJ", "ADV", "SPACE")]
    after = [token for token in tokens[end : sentence.end] if token.is_("VerbForm", "Fin")]
    comma = start > sentence.start and tokens[start - 1].text in (",", "—", "–", "(")
    that = _that_before(start, sentence)
    if that is not None:
        stop = min(_clause_end(that, sentence), _second_verb(end, sentence))
        return frozenset(range(that.i + 1, stop)) - frozenset(own)
    clause = clause_above(head)
    goes_on = any(child.i >= end and child.pos != "PUNCT" for child in clause.children)
    inside = (tokens[start - 2] is clause and end + 1 < sentence.end) or goes_on
    ends = comma and not after and not (inside and _is_bare(clause))
    if before and not ends and is_subordinate(clause):
        return numbers(clause.subtree()) - frozenset(own)
    return main_clause(sentence, own)


def _is_bare(clause: Token) -> bool:
    """Whether a clause has no finite form (« hébergeant, selon elle, des armes »); a participle of the past has none to
    go on with (« tués par des tireurs embusqués, selon X, près de Y »)."""
    past = clause.is_("VerbForm", "Part") and not clause.lower.endswith(("ant", "ing"))
    return not past and is_verb(clause) and not any(is_finite(token) for token in (clause, *clause.all("aux")))


def _fragment_before(start: int, sentence: Sentence) -> frozenset[int] | None:
    """The words in marks right before « selon X » that are no clause: X says these, and not the sentence around them
    (« une réunion sur la guerre, un « défi » selon Rome »)."""
    tokens = sentence.parse.tokens
    if start - 2 <= sentence.start or tokens[start - 1].text not in ("»", "”", '"'):
        return None
    for i in range(start - 2, sentence.start, -1):
        if tokens[i].text in ("«", "“", '"'):
            inside = tokens[i + 1 : start - 1]
            copula = any(token.lemma in ("être", "be") for token in tokens[max(i - 3, sentence.start) : i])
            clause = any(is_finite(token) for token in inside)
            return None if clause or copula else frozenset(range(i + 1, start - 1))
    return None


def _that_before(start: int, sentence: Sentence) -> Token | None:
    """The « que » or relative pronoun right before (« a dit que, selon l'ONU, … », « au cours duquel, selon l'ONU,
    … »)."""
    tokens = sentence.parse.tokens
    for i in range(start - 1, max(start - 3, sentence.start) - 1, -1):
        opens = tokens[i].lower in ("que", "qu'", "that") and tokens[i].pos in ("SCONJ", "PRON")
        if opens or is_relative_pronoun(tokens[i]) or tokens[i].lower in ("où", "where"):
            return tokens[i]
        if tokens[i].text != ",":
            return None
    return None


def _clause_end(that: Token, sentence: Sentence) -> int:
    head = that.head
    if head is None or head.i < that.i:
        return sentence.end
    end = max(token.i for token in head.subtree()) + 1
    return end if end - that.i > 3 else sentence.end


def _second_verb(start: int, sentence: Sentence) -> int:
    """Where a second clause begins without a conjunction: the finite verb that follows a first one and its complements
    (« qui, selon X, ont été lancés | ont volé »); the end of the sentence where there is none."""
    tokens, seen = sentence.parse.tokens, False
    for i in range(start, sentence.end):
        if tokens[i].pos in ("CCONJ", "SCONJ") or opens_relative(tokens[i]) or tokens[i].text in (",", ";"):
            seen = False
        elif is_finite(tokens[i]):
            if seen:
                return i
            seen = True
    return sentence.end


def share(phrase: Phrase, others: Sequence[Phrase]) -> frozenset[int]:
    """The part of the sentence that is this phrase's: up to its neighbours, from the conjunction or comma between."""
    sentence = phrase.head.sentence
    start, end = sentence.start, sentence.end
    same = [other for other in others if other is not phrase and other.head.sentence_i == phrase.head.sentence_i]
    for other in same:
        if other.end <= phrase.start and _between(other, phrase):
            start = max(start, _border(other, phrase))
        elif phrase.end <= other.start and _between(phrase, other):
            end = min(end, _border(phrase, other))
    return frozenset(range(start, end))


def between_semicolons(phrase: Phrase) -> frozenset[int]:
    """The part of the sentence that semicolons outside marks leave to a phrase that does not open it."""
    sentence, tokens = phrase.head.sentence, phrase.head.parse.tokens
    marks, opened = [], 0
    for i in range(sentence.start, sentence.end):
        opened += (tokens[i].text in ("«", "“")) - (tokens[i].text in ("»", "”"))
        if tokens[i].text == ";" and opened <= 0:
            marks.append(i)
    if not marks or phrase.start <= sentence.start + 1:
        return frozenset(range(sentence.start, sentence.end))
    start = max((i for i in marks if i < phrase.start), default=sentence.start)
    return frozenset(range(start, min((i for i in marks if i >= phrase.end), default=sentence.end)))


def _between(first: Phrase, second: Phrase) -> bool:
    """Whether something is told between two phrases."""
    return second.start - first.end > 2


def _border(first: Phrase, second: Phrase) -> int:
    """Where what belongs to the first ends: behind it, or before the contrast that leads to the second."""
    sentence, tokens = first.head.sentence, first.head.parse.tokens
    if first.start <= sentence.start + 2:
        leads = (*bounds(first.head.parse.lang).contrasts, ";", "et", "and")
        for i in range(second.start, first.end, -1):
            if tokens[i].lower in leads:
                return i
        return second.start
    return first.end
