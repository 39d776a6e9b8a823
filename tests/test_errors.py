"""Errors keep what they say on the way from a worker process."""

import pickle

import pytest

from selon.errors import InputError, LexiconError, Reason, SelonError


@pytest.mark.parametrize(
    "error",
    [InputError("a.txt", Reason.EMPTY, "is empty.", "Give a text."), LexiconError(["fr/a.yml:1 x", "fr/a.yml:2 y"])],
)
def test_errors_travel(error: SelonError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


def test_every_reason_has_a_step() -> None:
    for reason in Reason:
        assert "(" in str(InputError("a.txt", reason, "is bad.", ""))
