"""What the words of a sentence tell about the types of its events, whatever else it says: a weight for each.

Reads data/{lang}/topics.npz, which models/topics.py makes of the event lexicon and of the marked sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from selon.lexicon.load import data_file


@dataclass(frozen=True, slots=True)
class Topics:
    """Rows of words, and the log-odds of each type (in the order of EventType) that a row adds; the last row always."""

    rows: Mapping[str, int]
    weights: NDArray[np.float32]


@cache
def topics(lang: str) -> Topics:
    """The weights of a language."""
    with np.load(data_file(lang, "topics.npz"), allow_pickle=False) as file:
        words, steps, step = file["words"], file["steps"], file["step"]
    return Topics({str(word): row for row, word in enumerate(words)}, steps.astype(np.float32) * np.float32(step))
