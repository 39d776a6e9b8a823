"""A source put in between a verb of saying and what is said: a medium leans on it (« Le Monde écrit, sur la foi de deux
officiers, que … »: the officers are the inner source); of anybody else it tells that he said so.

In: the report of the phrase and those by verbs in its sentence. Out: the report, with what it says.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.extract.attribution.carried import is_carrier
from selon.extract.attribution.report import Report
from selon.model.ontology import Form


def within_medium(report: Report, others: Sequence[Report]) -> Report:
    """The report of a phrase behind the verb of a medium, without that verb: its source is the inner one."""
    if report.form not in (Form.ACCORDING_TO, Form.DOCUMENT) or not report.cue:
        return report
    for other in others:
        if not other.cue or not other.source or other.cue[-1].i not in report.content:
            continue
        inserted = other.cue[-1].i < report.cue[0].i < min(other.content, default=0)
        if inserted and is_carrier(other):
            return replace(report, content=report.content & other.content)
    return report
