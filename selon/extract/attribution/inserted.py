"""A source put in between a verb of saying and what is said: a medium leans on it (« Le Monde écrit, sur la foi de deux
officiers, que … »: the officers are the inner source); of anybody else it tells that he said so.

In: the reports by verbs in a sentence and that of the phrase. Out: all of them, with what each says.
"""

from dataclasses import replace

from selon.extract.attribution.carried import is_carrier
from selon.extract.attribution.report import Report
from selon.model.ontology import Form


def with_phrase(found: list[Report], report: Report) -> list[Report]:
    """The reports with that of a phrase; behind the verb of a medium its source is the inner one."""
    if report.form not in (Form.ACCORDING_TO, Form.DOCUMENT) or not report.cue:
        return [*found, report]
    at = next((i for i, other in enumerate(found) if _leans_on(other, report)), None)
    if at is None:
        return [*found, report]
    rule = report.rule.replace(".preposition", ".citing")
    return [*found, replace(report, content=report.content & found[at].content, rule=rule)]


def _leans_on(other: Report, report: Report) -> bool:
    """Whether a phrase stands between the verb of a medium and what it says."""
    if not other.cue or not other.source or other.cue[-1].i not in report.content:
        return False
    return other.cue[-1].i < report.cue[0].i < min(other.content, default=0) and is_carrier(other)
