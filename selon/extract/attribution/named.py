"""Sources named without a verb of saying: « selon X », "according to X", « de source … », « dixit X »."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.content import clause_above, is_subordinate, main_clause, numbers
from selon.extract.attribution.kinds import Who, form_of, may_be_source
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import source_of
from selon.extract.attribution.surface import STOPS, is_finite
from selon.extract.attribution.words import Hint, Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import clause_words, is_verb, spread
from selon.parse.tree import Sentence, Token

# What begins a remark on a source that is no part of the clause: « basé à Londres », « sous couvert d'anonymat ».
_ASIDE = ("sous", "dont", "speaking", "on", "basé", "citing", "citant")
_HELPERS = ("avoir", "être", "have", "be")
_MODIFIES = ("compound", "amod", "flat", "nummod", "det", "nmod:poss", "nmod:desc")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that names a source: its preposition, the head of the source, and its token bounds."""

    words: tuple[Token, ...]
    head: Token
    start: int
    end: int


# Prepositions that hide in an article.
_CONTRACTED = {"des": "de", "du": "de", "au": "à", "aux": "à"}


def find_phrases(sentence: Sentence, who: Who) -> Iterator[Phrase]:
    """The phrases with a preposition of source that has a source behind it, in text order."""
    lexical = lexicon(sentence.parse.lang)
    row = [(token.lower, _CONTRACTED.get(token.lower, token.lower), token.lemma.lower()) for token in sentence.tokens]
    here = {form for forms in row for form in forms}
    here |= {_CONTRACTED[form] for form in here & _CONTRACTED.keys()}
    for use, parts, openings, endings in lexical.leads:
        if openings.isdisjoint(here) or endings.isdisjoint(here):
            continue
        for words in _places(sentence, row, parts):
            phrase = _phrase(words, sentence)
            if (
                phrase is not None
                and may_be_source(phrase.head, who)
                and (use is not Use.WEAK_PREPOSITION or _weak(phrase, who))
            ):
                yield phrase
    if sentence.parse.lang == "fr":
        yield from _origins(sentence, who)
    yield from _in_papers(sentence)
    yield from _by_clitic(sentence)
    yield from _believed(sentence)


def _by_clitic(sentence: Sentence) -> Iterator[Phrase]:
    """« À l'en croire », « à les entendre »: the source is a pronoun."""
    tokens, verbs = sentence.parse.tokens, lexicon(sentence.parse.lang).sources.get(Use.HEEDS, frozenset())
    for token in sentence.tokens:
        if token.lower not in verbs:
            continue
        row = tokens[max(token.i - 3, sentence.start) : token.i]
        clitic = next((each for each in row if each.lower in ("l'", "le", "la", "les") and each.pos == "PRON"), None)
        leads = clitic is not None and clitic.i > sentence.start and tokens[clitic.i - 1].lower == "à"
        if leads and clitic is not None:
            yield Phrase((*tokens[clitic.i - 1 : clitic.i], token), clitic, clitic.i - 1, token.i + 1)


def _believed(sentence: Sentence) -> Iterator[Phrase]:
    """The source of "if X is to be believed"."""
    tokens = sentence.tokens
    row = [token.lower for token in tokens]
    at = next((i for i in range(2, len(row) - 1) if row[i - 1 : i + 2] == ["to", "be", "believed"]), None)
    lead = next((i for i in range(at or 0, -1, -1) if row[i] == "if"), None) if at else None
    if at is None or lead is None:
        return
    head = next((each for each in tokens[lead + 1 : at] if each.pos in ("NOUN", "PROPN", "NUM")), None)
    if head is not None:
        yield Phrase((tokens[lead], *tokens[at - 1 : at + 2]), head, tokens[lead].i, tokens[at + 1].i + 1)


def _in_papers(sentence: Sentence) -> Iterator[Phrase]:
    """The paper at the head of a sentence that does not say who says so ("In the indictment, two men are said to have
    …")."""
    tokens, words = sentence.parse.tokens, lexicon(sentence.parse.lang)
    first = tokens[sentence.start]
    if first.lower not in ("in", "dans") or not any(_is_alleged(token) for token in sentence.tokens):
        return
    phrase = _phrase((first,), sentence)
    if phrase is not None and words.is_(phrase.head, Use.DOCUMENT) and tokens[phrase.end - 1 : phrase.end + 1]:
        yield phrase


def _is_alleged(token: Token) -> bool:
    """Whether a participle or a conditional passes something on without a source ("are said to", « auraient »)."""
    words = lexicon(token.parse.lang).hearsay
    passive = token.lemma.lower() in words.get(Hint.PASSIVE, ()) and token.first("aux:pass") is not None
    return passive or (token.parse.lang == "fr" and token.is_("Mood", "Cnd"))


def _origins(sentence: Sentence, who: Who) -> Iterator[Phrase]:
    """« De source policière, … »: the phrase that begins a sentence or stands between commas."""
    tokens = sentence.parse.tokens
    for token in sentence.tokens:
        if token.lower not in ("source", "sources") or token.i == sentence.start:
            continue
        lead = tokens[token.i - 1]
        if lead.pos == "ADJ" and token.i - 2 >= sentence.start:
            lead = tokens[token.i - 2]
        first = lead.i == sentence.start or tokens[lead.i - 1].text in (",", "(", "—", "–", "»")
        if lead.lower == "de" and first:
            yield Phrase((lead,), token, lead.i, _end(token, sentence, lead.i))


def _places(
    sentence: Sentence, forms: Sequence[tuple[str, str, str]], parts: Sequence[str]
) -> Iterator[tuple[Token, ...]]:
    """Where words stand in a row, by form or lemma; elided words (« l'on ») may be one token or two.

    `forms` are each token's form, the same without a contraction, and its lemma.
    """
    tokens, wanted = sentence.tokens, "".join(parts)
    for i in [i for i, own in enumerate(forms) if wanted.startswith(own)]:
        row = ""
        for j in range(i, min(i + len(parts), len(tokens))):
            form = _CONTRACTED.get(tokens[j].lower, tokens[j].lower)
            form = form if wanted.startswith(row + form) else tokens[j].lower
            row += form if wanted.startswith(row + form) else tokens[j].lemma.lower()
            if row == wanted:
                yield tuple(tokens[i : j + 1])


def _phrase(words: tuple[Token, ...], sentence: Sentence) -> Phrase | None:
    tokens = sentence.parse.tokens
    at = words[-1].i + 1
    while at < sentence.end and (tokens[at].pos in ("DET", "ADJ", "NUM", "ADV", "ADP") or _misread(at, sentence)):
        if tokens[at].pos == "ADJ" and _hangs_before(tokens[at]):
            break
        at += 1
    if at >= sentence.end or tokens[at].pos not in ("NOUN", "PROPN", "PRON", "X"):
        return None
    head = tokens[at]
    if _relative(head) or _opens_relative(head):
        return None
    while (head.head is not None and head.rel in _MODIFIES) or (head.base in _MODIFIES and head.head is not None):
        if head.head.i < words[0].i or head.head.pos not in ("NOUN", "PROPN", "X"):
            break
        head = head.head
    head = _past_hyphen(head)
    return Phrase(words, head, words[0].i, _end(head, sentence, words[0].i))


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


def _end(head: Token, sentence: Sentence, start: int) -> int:
    """Behind the phrase: the next mark or finite verb; further over a comma where a name, a function or a relative
    clause of the source follows."""
    tokens = sentence.parse.tokens
    i = _stretch(head.i + 1, sentence)
    if start - 2 >= sentence.start and (tokens[start - 2].pos == "AUX" or tokens[start - 2].lemma in _HELPERS):
        return i
    while i + 1 < sentence.end and tokens[i].text == "," and _adds(i + 1, sentence):
        i = _stretch(i + 1, sentence, relative=_opens_relative(tokens[i + 1]))
    if i + 1 < sentence.end and tokens[i].text in ("«", "“") and head in [*tokens[i].ancestors()][:2]:
        i = next((j for j in range(i + 1, sentence.end) if tokens[j].text in ("»", "”")), i - 1) + 1
    return i


def _stretch(i: int, sentence: Sentence, relative: bool = False) -> int:
    """The next token that ends a phrase: a mark, or a finite verb that no relative clause holds."""
    tokens = sentence.parse.tokens
    inside = relative
    while i < sentence.end and tokens[i].text not in STOPS:
        inside = inside or _opens_relative(tokens[i])
        if is_finite(tokens[i]) and not inside:
            break
        i += 1
    return i


def _opens_relative(token: Token) -> bool:
    return token.lower in clause_words(token.parse.lang).relative and token.pos in ("PRON", "SCONJ", "ADV")


def _adds(i: int, sentence: Sentence) -> bool:
    """Whether what begins behind a comma adds to the phrase before it and ends with a mark, without a verb of its
    own."""
    tokens = sentence.parse.tokens
    if _opens_relative(tokens[i]):
        return True
    stop = _stretch(i, sentence)
    if stop < sentence.end and is_finite(tokens[stop]):
        return False
    if not any(is_finite(token) for token in sentence.tokens):
        return False
    begins = tokens[i].pos in ("PROPN", "NOUN", "NUM") or tokens[i].is_("VerbForm", "Part") or tokens[i].lower in _ASIDE
    return begins and (tokens[i].pos != "NOUN" or _hangs_before(tokens[i]))


def _hangs_before(token: Token) -> bool:
    return token.head is not None and token.head.i < token.i


def _weak(phrase: Phrase, who: Who) -> bool:
    """« Pour le ministre, … »: at the edge, with a comma, and a person or body behind it."""
    tokens = phrase.head.parse.tokens
    sentence = phrase.head.sentence
    first = phrase.start == sentence.start and phrase.end < sentence.end and tokens[phrase.end].text == ","
    words = lexicon(phrase.head.parse.lang)
    person = words.is_(phrase.head, Use.PERSON) or (phrase.head.pos == "PROPN" and _is_person(phrase.head))
    person = person or (bool(who(phrase.head)) and phrase.head.pos in ("PROPN", "NOUN"))
    states = any(
        token.lemma in ("être", "be", "falloir", "s'agir", "agir") or token.text in ("«", "“")
        for token in sentence.tokens[phrase.end - sentence.start :]
    )
    return first and person and states and not words.is_(phrase.head, Use.TIME)


def _is_person(head: Token) -> bool:
    return any(entity.label == "PER" for entity in head.parse.entities_at(head.i))


def according(phrase: Phrase, others: Sequence[Phrase], who: Who) -> Report:
    """The report of a phrase; several phrases of one sentence share it out between them."""
    source = source_of([head for head in spread(phrase.head) if head.i < phrase.end], who)
    content = place_content(phrase.start, phrase.end, phrase.head) & _share(phrase, others)
    form = form_of(phrase.head, Form.ACCORDING_TO)
    rule = f"{phrase.head.parse.lang}.sources.preposition"
    return Report(phrase.words, source.heads, source.actors, source.words, form, Stance.ASSERT, content, rule)


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
    """Whether a clause has no finite form (« hébergeant, selon elle, des armes »)."""
    return is_verb(clause) and not any(is_finite(token) for token in (clause, *clause.all("aux")))


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
        if (tokens[i].lower in ("que", "qu'", "that") and tokens[i].pos in ("SCONJ", "PRON")) or _relative(tokens[i]):
            return tokens[i]
        if tokens[i].text != ",":
            return None
    return None


def _relative(token: Token) -> bool:
    words = clause_words(token.parse.lang).relative
    return (token.lower in words and token.lower not in ("que", "qu'", "that", "where", "où")) or token.lower in (
        "desquels",
        "desquelles",
    )


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
        if tokens[i].pos in ("CCONJ", "SCONJ") or _opens_relative(tokens[i]) or tokens[i].text in (",", ";"):
            seen = False
        elif is_finite(tokens[i]):
            if seen:
                return i
            seen = True
    return sentence.end


def _share(phrase: Phrase, others: Sequence[Phrase]) -> frozenset[int]:
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
