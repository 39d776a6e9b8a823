"""The verdict on a pair: what a person judged, else the score."""

from dataclasses import dataclass

from selon.merge.block import Ask
from selon.merge.compare import Comparison

# From this score on two events are one; set on the first half of the pairs (see `compare`).
THRESHOLD = 0.5
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judgements:
    """What persons judged of pairs: same, different or unsure."""

    verdicts: dict[Pair, str]

    @classmethod
    def read(cls, ask: Ask) -> "Judgements":
        """The judgements on pairs that hold."""
        rows = ask("select event_id, other_event_id, verdict from judgements where other_event_id is not null", ())
        return cls({_pair(str(one), str(two)): str(verdict) for one, two, verdict in rows})

    def on(self, one: str, two: str) -> str | None:
        """The verdict on a pair, None if nobody judged it."""
        return self.verdicts.get(_pair(one, two))

    def same(self) -> list[Pair]:
        """The pairs that are one event, whatever the score says."""
        return sorted(pair for pair, verdict in self.verdicts.items() if verdict == "same")

    def different(self) -> frozenset[Pair]:
        """The pairs that are never in one story."""
        return frozenset(pair for pair, verdict in self.verdicts.items() if verdict == "different")


def _pair(one: str, two: str) -> Pair:
    return (one, two) if one < two else (two, one)


def decide(comparison: Comparison, judged: str | None) -> bool:
    """Whether two events are one."""
    if judged in ("same", "different"):
        return judged == "same"
    return comparison.score >= THRESHOLD
