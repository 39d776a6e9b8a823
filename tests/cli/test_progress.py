"""The progress bar of an ingest: share, rate, time left."""

import io
from itertools import count

from rich.console import Console

import selon
from selon.cli.ingest import Bar


class Measured(selon.Meter):
    """A meter that says what it is told to say."""

    def __init__(self) -> None:
        super().__init__([])
        self.told: float | None = 0.0

    def share(self) -> float | None:
        return self.told


def _shown(*shares: float | None) -> str:
    """What the bar shows in the end, ten seconds between two shares."""
    out, meter = io.StringIO(), Measured()
    ticks = count(0, 10)
    with Bar(meter, Console(file=out, force_terminal=True, width=160), lambda: next(ticks)) as advance:
        for number, share in enumerate(shares):
            meter.told = share
            advance(selon.Progress(read=100 * number, known=3, refused=1))
    return out.getvalue()


def test_the_rest_takes_as_long_as_the_pace_says() -> None:
    """Half a minute for 30 %: 60 % are left. What was known from before, up to 10 %, took no time and counts not."""
    shown = _shown(0.1, 0.2, 0.3, 0.4)
    assert "about 60 s left" in shown
    assert "300 read, 3 known, 1 not read, 7.5 a second" in shown
    assert "40%" in shown


def test_where_no_size_is_known_no_time_is_promised() -> None:
    assert "left" not in _shown(None, None)
