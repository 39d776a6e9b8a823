"""Every target of the fuzzers holds on its seeds, on what fuzzing found, and on some damage to the seeds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import SEEDS, TARGETS

_MARKS = (b"<", b">", b"\"", b"'", b"&", b";", b",", b"{", b"}", b"[", b"\n", b"\x00", b"\xff", b"\xc2\xab", b"\xe2\x80\x99", b": ", b"- ")  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_hold(target: str) -> None:
    for seed in (*SEEDS[target], b"", b"\n", b"\xff\xfe"):
        TARGETS[target](seed)


def _damaged(seed: bytes, cuts: list[tuple[float, float, bytes]]) -> bytes:
    """The seed with stretches of it, given by where they begin and how long they are, replaced."""
    for where, size, mark in cuts:
        at = int(where * len(seed))
        seed = seed[:at] + mark + seed[at + int(size * 20) :]
    return seed


cuts = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.one_of(st.sampled_from(_MARKS), st.binary(max_size=6))), min_size=1, max_size=6)  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_damaged_seeds_hold(target: str, data: st.DataObject) -> None:
    seed = data.draw(st.sampled_from(SEEDS[target]))
    TARGETS[target](_damaged(seed, data.draw(cuts)))
