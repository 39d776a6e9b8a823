"""Pairs of reports in both languages: which events are joined; one half set no weight."""

import pytest

from tests.merge.figures import HALVES, b_cubed, found, gold, judged, of_pairs, pairs_of, pairwise


@pytest.mark.parametrize("half", HALVES)
def test_reports_of_one_event_are_joined_and_others_are_not(half: str) -> None:
    results = judged(half)
    measured = of_pairs(list(results.values()))
    wrong = [id for id, (same, joined) in results.items() if same != joined]
    assert measured.f1 >= 0.85, f"F1 {measured.f1:.2f}, precision {measured.precision:.2f}; wrong: {', '.join(wrong)}"


@pytest.mark.parametrize("half", HALVES)
def test_stories_as_a_whole_are_right(half: str) -> None:
    wanted = gold(pairs_of(half))
    for name, measure in (("pairwise", pairwise), ("B-cubed", b_cubed)):
        assert measure(wanted, found(half)).f1 >= 0.85, name
