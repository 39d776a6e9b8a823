"""Records against gold: what comes in are gold documents and the records read from their texts, out go figures.

The same figures serve `selon eval` (cli/eval.py) and the gate of the tests (quality/floors.json). The formats of gold
are described in docs/gold.md. Nothing here reads a text: whoever calls has read it.
"""

from selon.evaluate.changes import Changes, changes
from selon.evaluate.figures import Figure, figures
from selon.evaluate.floors import Floors
from selon.evaluate.gold import GoldDocument, GoldEvent
from selon.evaluate.goldfile import fingerprint, name_of, read_gold
from selon.evaluate.judge import Judgement, judge

__all__ = [
    "Changes", "Figure", "Floors", "GoldDocument", "GoldEvent", "Judgement", "changes", "figures", "fingerprint",
    "judge", "name_of", "read_gold",
]  # fmt: skip
