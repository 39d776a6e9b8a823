"""Sentences with marked parties: tests/cases/{fr,en}/actors_parties.yml and actors_unseen.yml, noted as events.yml.

Each marked event must be found with the parties that are marked; other events of the text do not count.
"""

import pytest

from tests.extract.marked import cases, check, params
from tests.extract.test_events_marked import Case, events_for, party_right, read_marks, record_of


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked: events that are missing or have other parties."""
    text, marks = read_marks(marked)
    record = record_of(text, lang)
    codes = {each.id: each.code or "" for each in record.actors}
    found: list[str] = []
    for mark in marks:
        events = events_for(mark, record)
        sides = [(each.actors, each.recipients) for each in events]
        if not any(party_right(mark.actors, a, record) and party_right(mark.recipients, b, record) for a, b in sides):
            told = [tuple("+".join(codes[id] for id in side) for side in both) for both in sides]
            found.append(f"{mark.span.cut(text)!r} has parties {told}, not {mark.actors} -> {mark.recipients}")
    return found


@pytest.mark.parametrize(("lang", "case"), params(cases("actors_parties", Case) + cases("actors_unseen", Case)))
def test_the_parties_are_read_as_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang), case)
