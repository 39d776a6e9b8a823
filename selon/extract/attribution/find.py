"""The order in which reports are found; the door of the room."""

from dataclasses import replace

from selon.extract.attribution.backward import said_before
from selon.extract.attribution.cited import find_cited
from selon.extract.attribution.cues import find_cues
from selon.extract.attribution.further import said_on, without_further
from selon.extract.attribution.headline import find_headline
from selon.extract.attribution.inserted import with_phrase
from selon.extract.attribution.kinds import Who
from selon.extract.attribution.named import according, find_phrases
from selon.extract.attribution.nouns import find_nouns
from selon.extract.attribution.pronoun import points_back, with_speakers
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.quoting import quotes_of
from selon.extract.attribution.rejected import rejected
from selon.extract.attribution.report import Report, Reports
from selon.extract.attribution.rumour import find_rumours
from selon.extract.attribution.runon import run_on
from selon.extract.attribution.speech import widened
from selon.extract.attribution.unspoken import unspoken
from selon.extract.attribution.verbal import by_verb
from selon.extract.attribution.voices import Voices
from selon.extract.attribution.words import Stance
from selon.model.ontology import Form
from selon.parse.tree import Parse, Sentence


def find_reports(parse: Parse, who: Who) -> Reports:
    """Every report of a document. `who` gives the actor ids of the mention that a token heads, () for none."""
    quoted = Quoted(parse)
    found: list[Report] = []
    for sentence in parse.sentences:
        found.extend(_in_sentence(sentence, quoted, who))
    found = [widened(report, quoted) for report in (_inside_marks(each, quoted) for each in found) if report.content]
    found.extend(unspoken(quoted, found, who))
    found.extend(run_on(quoted, found, who))
    found.sort(key=_place)
    voices = Voices()
    found = [report if points_back(report) else voices.of_report(report, who) for report in found]
    found = with_speakers(found, who)
    found = [voices.of_report(report, who) if points_back(report) and not report.actors else report for report in found]
    quotes = quotes_of(parse, quoted, found, who, voices)
    return Reports(tuple(found), quotes, voices.all)


def _inside_marks(report: Report, quoted: Quoted) -> Report:
    """A report made within a quotation, which says nothing that stands outside its marks."""
    around = quoted.with_token(report.cue[0]) if report.cue else None
    return report if around is None else replace(report, content=report.content & quoted.tokens[around])


def _place(report: Report) -> tuple[int, int]:
    return (report.cue[0].i if report.cue else min(report.content), len(report.content))


def _in_sentence(sentence: Sentence, quoted: Quoted, who: Who) -> list[Report]:
    if back := said_before(sentence, quoted, who):
        return back
    found: list[Report] = find_headline(sentence, who)
    cues = list(find_cues(sentence))
    for cue in cues:
        found = said_on(cue, found, list(by_verb(cue, quoted, who)))
    phrases = list(find_phrases(sentence, who))
    for phrase in phrases:
        found = with_phrase(found, according(phrase, phrases, who))
    taken = {token for report in found for token in report.cue if report.source}
    others = [*find_nouns(sentence, who), *(each for each in find_rumours(sentence) if each.cue[-1] not in taken)]
    cues = [cue for cue in cues if any(report.cue == cue.words for report in found)]
    found.extend(without_further(report, cues) for report in others)
    return rejected(find_cited(sentence, _not_denied(found), who), who)


def _not_denied(reports: list[Report]) -> list[Report]:
    """Without « comme l'affirme X » beside a denial (« Y dément avoir tiré, comme l'affirme X »): X says what Y
    denies."""
    denied = frozenset(i for report in reports if report.stance is Stance.DENY for i in report.content)
    return [
        report
        for report in reports
        if not (report.form is Form.ACCORDING_TO and ".reporting." in report.rule and report.content & denied)
    ]
