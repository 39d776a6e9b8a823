"""The products of a model's other layers, in steady blocks as well (`product`)."""

from typing import Any

import numpy as np
from thinc.api import NumpyOps

from selon.parse.product import BLOCK, Product, one_thread


class BlockOps(NumpyOps):  # type: ignore[misc]
    """thinc's way to reckon, but for products with weights."""

    def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of rows with weights (outputs × inputs); any other product as thinc makes it."""
        product = Product(y) if trans2 and not trans1 and x.dtype == y.dtype == "float32" else None
        if product is None or product.window is None:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        found = np.empty((len(x), len(y)), "float32") if out is None else out
        with one_thread():
            _fill(found, x, product, *product.window)
        return found


def _fill(found: Any, rows: Any, product: Product, first: int, last: int) -> None:
    """Writes the products of all rows, so many at a time as count in a block."""
    step = last - first
    block, results = np.zeros((rows.shape[1], BLOCK), "float32"), np.empty((found.shape[1], BLOCK), "float32")
    for at in range(0, len(rows), step):
        some = rows[at : at + step]
        block[:, first : first + len(some)] = some.T
        product.into(results, block)
        found[at : at + step] = results[:, first : first + len(some)].T
