"""Whether a medium only carries what somebody says (« …, a dit X, rapporte l'AFP »).

In: a report and all reports of the document. Out: yes or no; `quoting` asks.
"""

from collections.abc import Sequence

from selon.extract.attribution.kinds import is_medium
from selon.extract.attribution.report import Report
from selon.extract.attribution.words import Use, lexicon
from selon.model.ontology import Form

_SPOKEN = (Form.DIRECT, Form.MIXED, Form.INDIRECT)


def only_carries(report: Report, reports: Sequence[Report]) -> bool:
    """Whether a medium tells beside a clause that somebody says it (« …, a dit X, rapporte l'AFP »): it speaks itself
    no words."""
    if not report.cue or not report.source or not is_carrier(report):
        return False
    tokens, cue = report.cue[0].parse.tokens, report.cue[0].i
    if any(i > cue and tokens[i].pos != "PUNCT" for i in report.content):
        return False
    inner = (other for other in reports if other is not report and other.cue and other.source)
    return any(other.cue[0].i in report.content and other.form in _SPOKEN for other in inner)


def is_carrier(report: Report) -> bool:
    """Whether a source is a medium: by its head, or by any word of its phrase ("the news website Axios")."""
    lexical, words = lexicon(report.source[0].parse.lang), report.words
    phrase = report.source[0].parse.tokens_in(words.span) if words is not None else report.source
    uses = (Use.MEDIUM, Use.REPORTS, Use.AGENCY)
    return is_medium(report.source[0]) or any(lexical.is_(each, use) for each in phrase for use in uses)
