"""Who a pronoun that speaks stands for: whoever spoke last (« …, a-t-il ajouté »), or acted in the sentence before; and
whom « cette source » points back to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.kinds import Who
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import source_of
from selon.extract.attribution.surface import is_inverted, says_on
from selon.extract.attribution.unspoken import person_subject
from selon.extract.attribution.words import Stance
from selon.model.ontology import Form
from selon.parse.tree import Sentence, Token

_GENDERS = {"il": "Masc", "ils": "Masc", "elle": "Fem", "elles": "Fem"}
_PLURAL = ("ils", "elles", "they")
# So many words has a source that only points back.
_SHORT = 3
_PRONOUNS = (*_GENDERS, "he", "she", "they", "it")
# Between what was said last and what is said on there are at most so many sentences.
_BETWEEN = 2
# Verbs by which somebody goes on, and reports whose source only passes something on.
_ON = (".preciser",)
_CARRIED = (".agency", ".cited_by", ".citing", ".report_noun", ".rejects")


def with_speakers(reports: Sequence[Report], who: Who) -> list[Report]:
    """The reports, in text order of their cues, with the actors of those that a pronoun makes."""
    found: list[Report] = []
    words: dict[int, list[Report]] = {}
    for report in reports:
        for i in report.content if report.form is Form.DIRECT else ():
            words.setdefault(i, []).append(report)
    for report in reports:
        found.append(_resolved(report, found, words, who) if _may_go_on(report) else report)
    return found


def _may_go_on(report: Report) -> bool:
    """Whether a pronoun speaks beside words said, or goes on, or stands for nobody known; or an infinitive does."""
    if report.cue and not report.source and not report.actors:
        return report.form in (Form.DIRECT, Form.MIXED, Form.INDIRECT) and _is_bare(report.cue[0])
    if not report.cue or len(report.source) != 1:
        return False
    if points_back(report):
        return not report.actors or _is_same(report)
    if _word(report.source[0]) not in _PRONOUNS:
        return False
    beside = is_inverted(report.source[0]) or report.source[0].i > min(report.content, default=0)
    french = report.cue[0].parse.lang == "fr"
    return not report.actors or beside or (french and report.rule.endswith(_ON))


def points_back(report: Report) -> bool:
    """Whether a source is one of those before by its own words (« cette source », « ce responsable »)."""
    words = report.words.text.lower().split() if report.words and len(report.source) == 1 else []
    pointing = bool(words) and words[0] in bounds(report.source[0].parse.lang).pointing_back
    pointing = pointing or _is_same(report)
    return pointing and len(words) <= _SHORT and report.source[0].pos in ("NOUN", "ADJ")


def _is_same(report: Report) -> bool:
    """Whether a source is "the same source"."""
    words = report.words.text.lower().split() if report.words and len(report.source) == 1 else []
    return any(each in ("same", "même") for each in words[1:2])


def _is_bare(verb: Token) -> bool:
    """Whether a verb form has no subject of its own: « Et d'ajouter », « …, notant que »."""
    return verb.is_("VerbForm", "Inf") or says_on(verb)


def _resolved(report: Report, before: Sequence[Report], words: Mapping[int, list[Report]], who: Who) -> Report:
    """The report with its speaker; `words` are the reports of words in marks, by the tokens said."""
    spoke = (each for each in reversed(before) if _spoke(each, words))
    if report.source and points_back(report):
        noun = report.source[0].lemma.lower()
        same = next((each for each in spoke if any(head.lemma.lower() == noun for head in each.source)), None)
        return replace(report, actors=same.actors) if same is not None else report
    if (subject := _of_clause_before(report, who)) is not None:
        return replace(report, actors=source_of([subject], who).actors or report.actors)
    last = next((each for each in spoke if not report.source or _agree(each, report.source[0])), None)
    if last is not None and _follows(last, report, who):
        named = report if report.source else replace(report, source=last.source, words=last.words)
        return replace(named, actors=last.actors)
    first = _bounds(report)[0]
    subject = person_subject(first.parse.sentences[first.i - 1], who) if first.i and not report.actors else None
    if subject is None:
        return report
    source = source_of([subject], who)
    return replace(
        report, actors=source.actors, source=report.source or source.heads, words=report.words or source.words
    )


def _of_clause_before(report: Report, who: Who) -> Token | None:
    """The subject of the clause before the quotation that a semicolon or a colon parts from it ("The minister denied
    it; “no,” he said"), where it may be meant by the pronoun."""
    if not report.source or report.form is not Form.DIRECT:
        return None
    first, tokens = min(report.content), report.cue[0].parse.tokens
    sentence = tokens[first].sentence
    if not any(token.text in (";", ":") for token in tokens[max(first - 3, sentence.start) : first]):
        return None
    subject = person_subject(sentence, who)
    return subject if subject is not None and subject.i < first else None


def _spoke(report: Report, words: Mapping[int, list[Report]]) -> bool:
    """Whether a report has somebody who speaks in the text itself: no agency, no paper, nobody within a quotation."""
    passes_on = report.rule.endswith(_CARRIED) or report.form in (Form.HEARSAY, Form.DOCUMENT)
    if not report.actors or passes_on or report.stance is Stance.LEARN:
        return False
    around = (other for token in report.cue or report.source for other in words.get(token.i, ()))
    return all(other is report for other in around)


def _agree(report: Report, pronoun: Token) -> bool:
    """Whether a speaker may be meant by a pronoun: gender and number, where they are known."""
    word = _word(pronoun)
    if not report.source:
        return True
    head = report.source[0]
    plural = len(report.source) > 1 or head.is_("Number", "Plur") or _word(head) in _PLURAL
    gender = (
        _GENDERS.get(_word(head)) or _of_title(report) or (head.morph.get("Gender") if head.pos == "NOUN" else None)
    )
    wanted = _GENDERS.get(word)
    return plural == (word in _PLURAL) and (gender is None or wanted is None or gender == wanted)


def _of_title(report: Report) -> str | None:
    """The gender that « M. » or « Mme » gives."""
    words = report.words.text.lower().split() if report.words else []
    return "Fem" if "mme" in words else "Masc" if "m." in words else None


def _follows(last: Report, report: Report, who: Who) -> bool:
    """Whether words follow a report with nobody else acting between them."""
    end, start = _bounds(last)[1], _bounds(report)[0]
    between = end.parse.sentences[end.i + 1 : start.i]
    return len(between) <= _BETWEEN and not any(person_subject(each, who) is not None for each in between)


def _bounds(report: Report) -> tuple[Sentence, Sentence]:
    """The first and the last sentence of a report's words."""
    numbers = [*report.content, *(token.i for token in (*report.cue, *report.source))]
    tokens = (report.cue or report.source)[0].parse.tokens
    return tokens[min(numbers)].sentence, tokens[max(numbers)].sentence


def _word(token: Token) -> str:
    return token.lower.removeprefix("-t").lstrip("-")
