"""How far two readers of names agree, on names made up here."""

from models.agreement import ALL, SPANS, agreement, table
from models.names import Names

FIRST: Names = {"a": [(0, 5, "PER"), (10, 15, "LOC")], "b": [], "c": [(0, 3, "ORG")], "only first": [(0, 2, "PER")]}


def test_equal_readings_agree_wholly() -> None:
    found = agreement(FIRST, FIRST)
    assert {kind: score.score for kind, score in found.items()} == dict.fromkeys(
        (ALL, SPANS, "LOC", "ORG", "PER"), 100.0
    )


def test_another_label_is_the_same_span_and_another_border_is_not() -> None:
    other: Names = {"a": [(0, 5, "PER"), (8, 15, "LOC")], "b": [], "c": [(0, 3, "LOC")]}
    found = {kind: round(score.score, 1) for kind, score in agreement(FIRST, other).items()}
    assert found == {ALL: 33.3, SPANS: 66.7, "LOC": 0.0, "ORG": 0.0, "PER": 100.0}


def test_only_sentences_that_both_have_read_count() -> None:
    assert agreement(FIRST, {"b": [(1, 4, "PER")], "only second": [(0, 2, "PER")]})[ALL].score == 0.0
    assert agreement(FIRST, {"a": FIRST["a"]})[ALL].score == 100.0


def test_the_table_says_how_many_names_each_has_marked() -> None:
    assert "| PER | 1, 2 | 66.7 " in table(FIRST, {"a": [(0, 5, "PER"), (6, 9, "PER")]})
