"""Speech that no verb of saying introduces: who spoke, or acted, right before or right after."""

from collections.abc import Sequence

from selon.extract.attribution.closing import closes
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.nouns import sources_of
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import Source, source_of
from selon.extract.attribution.surface import is_finite
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import logical_subjects
from selon.parse.quotes import Quotation
from selon.parse.tree import Sentence, Token

# A quotation without a verb of saying looks so many sentences back for somebody who has just spoken.
_BACK = 3
# A headline names its speaker in so many words.
_HEADLINE = 9
# « C'est en ces termes que le maire … » names who spoke in so many words.
_CLOSING = 12


def unspoken(quoted: Quoted, reports: Sequence[Report], who: Who) -> list[Report]:
    """Reports for speech that no verb of saying introduces: its speaker spoke, or acted, right before or right
    after."""
    found: list[Report] = []
    spoken = [report for report in reports if report.form in (Form.DIRECT, Form.MIXED, Form.INDIRECT)]
    for each in quoted.all:
        tokens = quoted.tokens[each]
        if any(report.content & tokens and not _within(report, tokens) for report in spoken):
            continue
        if not quoted.opens_sentence(each) or any(_gives(report, tokens) for report in reports):
            continue
        if _nobodys(each, quoted):
            continue
        if (closing := closes(each, quoted, who)) is not None:
            found.append(_closed(closing, tokens, quoted, who))
            continue
        source = _speaker(each, quoted, [*reports, *found], who)
        if source is not None:
            rule = f"{quoted.parse.lang}.speech.neighbour"
            found.append(
                Report((), source.heads, source.actors, source.words, Form.DIRECT, Stance.ASSERT, tokens, rule)
            )
    return found


def _closed(closing: tuple[Token, Token], tokens: frozenset[int], quoted: Quoted, who: Who) -> Report:
    """The report of a quotation that a verb of any kind and its subject close."""
    verb, subject = closing
    source, rule = source_of([subject], who), f"{quoted.parse.lang}.speech.behind"
    said = tokens | _resumed(subject, quoted)
    return Report((verb,), source.heads, source.actors, source.words, Form.DIRECT, Stance.ASSERT, said, rule)


def _resumed(speaker: Token, quoted: Quoted) -> frozenset[int]:
    """The quotation that goes on behind a speaker and a comma in the same sentence (« …, s'écrie X, « mais … » »)."""
    tokens, end = quoted.parse.tokens, speaker.sentence.end
    for i in range(speaker.i + 1, end):
        if is_finite(tokens[i]) and quoted.with_token(tokens[i]) is None:
            return frozenset()
        if (behind := quoted.with_token(tokens[i])) is not None:
            return quoted.tokens[behind]
    return frozenset()


def _within(report: Report, tokens: frozenset[int]) -> bool:
    """Whether somebody is said to speak inside a quotation itself (« « Je crois que le ministre dit vrai. » »)."""
    inside = bool(report.cue) and report.cue[0].i in tokens and min(report.content) >= min(tokens)
    return inside and report.form is not Form.DIRECT


def _nobodys(quotation: Quotation, quoted: Quoted) -> bool:
    """Whether « on » reads or hears the words (« …, pouvait-on lire sur un panneau »)."""
    tokens = quoted.tokens[quotation]
    sentence = quoted.parse.tokens[max(tokens)].sentence
    return any(token.lower in ("-on", "-t-on") and token.i not in tokens for token in sentence.tokens)


def _gives(report: Report, tokens: frozenset[int]) -> bool:
    """Whether « selon X » beside a quotation gives it to X."""
    return report.form in (Form.ACCORDING_TO, Form.DOCUMENT) and bool(report.source) and tokens <= report.content


def _speaker(quotation: Quotation, quoted: Quoted, reports: Sequence[Report], who: Who) -> Source | None:
    first = min(quoted.tokens[quotation])
    sentence = quoted.parse.tokens[first].sentence
    if (head := _before_colon(first, sentence, who) or _behind_colon(quotation, quoted, who)) is not None:
        return source_of([head], who)
    if (closing := _named_behind(quotation, quoted, who)) is not None:
        return source_of([closing], who)
    for back in range(1, _BACK + 1):
        if sentence.i - back < 0:
            break
        before = quoted.parse.sentences[sentence.i - back]
        spoke = [
            report
            for report in reports
            if _spoken_in(report, before) and report.form is not Form.HEARSAY and report.source
            if report.form is Form.DIRECT or not report.cue or quoted.with_token(report.cue[0]) is None
        ]
        if spoke:
            last = max(
                spoke,
                key=lambda report: (
                    not any(report.around(other) for other in spoke),
                    max(report.content, default=0),
                ),
            )
            return Source(last.source, last.actors, last.words)
        if back == 1 and (subject := person_subject(before, who) or _only_person(before)) is not None:
            return source_of([subject], who)
    return None


def _named_behind(quotation: Quotation, quoted: Quoted, who: Who) -> Token | None:
    """Who is said to have spoken in the sentence behind a quotation (« Ainsi parla le colonel », "With these words the
    bishop left")."""
    tokens, last = quoted.parse.tokens, max(quoted.tokens[quotation])
    number = tokens[last].sentence_i + 1
    if number >= len(quoted.parse.sentences):
        return None
    behind = quoted.parse.sentences[number]
    words = [token for token in behind.tokens[:_CLOSING] if token.pos != "PUNCT" and token.i > last]
    lexical = lexicon(quoted.parse.lang)
    if (
        not words
        or not lexical.is_(words[0], Use.LOOKS_BACK)
        or not any(lexical.is_(each, Use.SPOKEN) for each in words[:5])
    ):
        return None
    people = [each for each in behind.tokens if each.i > last and _is_someone(each)]
    return next((each for each in people if who(each)), people[0] if people else None)


def _is_someone(token: Token) -> bool:
    """Whether a word is a person: by its noun, or as the last word of a name."""
    named = any(each.label == "PER" and each.end == token.i + 1 for each in token.parse.entities)
    return named or (token.pos == "NOUN" and lexicon(token.parse.lang).is_(token, Use.PERSON))


def _only_person(sentence: Sentence) -> Token | None:
    """The one person in a sentence, whatever part he has in it ("At the gate stood Corporal Hill."); None for
    several."""
    people = [token for token in sentence.tokens if _is_someone(token)]
    heads = [each for each in people if each.head not in people]
    return heads[0] if len(heads) == 1 else None


def _before_colon(first: int, sentence: Sentence, who: Who) -> Token | None:
    """Who speaks where a colon alone introduces the words (« Le ministre est catégorique : « … » »)."""
    tokens = sentence.parse.tokens
    at = first - 1
    while at > sentence.start and tokens[at].pos == "PUNCT" and tokens[at].text != ":":
        at -= 1
    if at <= sentence.start or tokens[at].text != ":":
        return None
    subjects = [token for token in tokens[sentence.start : at] if token.base == "nsubj" and token.pos != "DET"]
    named = next((subject for subject in subjects if who(subject) and may_speak(subject)), None)
    return named or _alone(tokens[sentence.start : at], who)


def _alone(words: list[Token], who: Who) -> Token | None:
    """The speaker that a headline puts before a colon: a name or a function and no verb (« Le ministre : « … » »)."""
    if not words or len(words) > _HEADLINE or any(is_finite(each) or each.text in (",", ";") for each in words):
        return None
    names = [each for each in words if each.pos in ("NOUN", "PROPN")]
    head = next((each for each in names if lexicon(each.parse.lang).is_(each, Use.PERSON) or who(each)), None)
    return head or (names[0] if names and all(each.pos == "PROPN" for each in names) else None)


def _behind_colon(quotation: Quotation, quoted: Quoted, who: Who) -> Token | None:
    """Who acts behind a quotation and a colon (« « Pas question » : le maire s'est montré ferme »)."""
    tokens, last = quoted.parse.tokens, max(quoted.tokens[quotation])
    at = next((i for i in range(last + 1, min(last + 4, len(tokens))) if tokens[i].text == ":"), None)
    if at is None:
        return None
    subjects = [each for each in tokens[at : tokens[at].sentence.end] if each.has_rel("nsubj", "nsubj:pass")]
    words = lexicon(quoted.parse.lang)
    if subjects and (words.is_(subjects[0], Use.REPORT_NOUN) or words.is_(subjects[0], Use.SPEECH)):
        return next(iter(sources_of(subjects[0], who)), None)  # « … » : la réplique de la ministre a été applaudie
    return next((each for each in subjects if may_speak(each) and each.pos != "PRON"), None)


def _spoken_in(report: Report, sentence: Sentence) -> bool:
    if report.cue:
        return report.cue[0].sentence_i == sentence.i
    return any(sentence.start <= i < sentence.end for i in report.content)


def person_subject(sentence: Sentence, who: Who) -> Token | None:
    """The subject of the sentence before, where it is somebody who can speak."""
    for root in sentence.roots:
        for subject in logical_subjects(root):
            person = lexicon(subject.parse.lang).is_(subject, Use.PERSON)
            if (person and subject.pos == "NOUN") or (who(subject) and (person or subject.pos in ("PROPN", "PRON"))):
                return subject
    return None
