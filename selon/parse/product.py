"""Products of a matrix of weights with words, in blocks of one size, such that a word comes out alike in any company.

numpy's library reckons some columns of a block in another order than others: their last bits differ. Which do is
tried out once for each size of weights, and only the longest run of columns that come out alike is used.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from threading import RLock
from typing import Any

import numpy as np

# Columns of a block: enough for the processor, few enough for its cache.
BLOCK = 128
# Fewer columns that come out alike than this are not worth it.
_FEWEST = 64
_ONE = RLock()


class Product:
    """The product of weights (outputs × inputs) with a block of columns (inputs × `BLOCK`)."""

    def __init__(self, weights: Any) -> None:
        self.weights = np.ascontiguousarray(weights, "float32")
        self.window = _window(self.weights.shape)

    def into(self, out: Any, block: Any) -> None:
        """Writes the product into `out`; only the columns [from, to) of `window` count."""
        np.matmul(self.weights, block, out=out)


@cache
def _window(shape: tuple[int, int]) -> tuple[int, int] | None:
    """The longest run of columns of a block that come out alike, with weights of this shape; None if it is short."""
    chance = np.random.default_rng(0)
    weights = chance.standard_normal(shape, "float32")
    columns = chance.standard_normal((3, shape[1], 1), "float32")
    with one_thread():
        tries = [weights @ np.ascontiguousarray(np.broadcast_to(each, (shape[1], BLOCK))) for each in columns]
    alike = [b"".join(found[:, i].tobytes() for found in tries) for i in range(BLOCK)]
    ends: list[tuple[int, int]] = []
    for _, run in groupby(range(BLOCK), key=alike.__getitem__):
        places = list(run)
        ends.append((places[0], places[-1] + 1))
    start, end = max(ends, key=lambda each: each[1] - each[0])
    return (start, end) if end - start >= _FEWEST else None


@contextmanager
def one_thread() -> Iterator[None]:
    """While it is open, numpy reckons in one thread: more are slower for blocks as small as these, and cut them up.

    Python's threads wait for each other here, or one would take back what another has set.
    """
    with _ONE, _controller().limit(limits=1, user_api="blas"):
        yield


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
