"""The numbers of words by which all parts of a model decide, reckoned as spaCy's own layers do, but faster.

Two things make the difference: a word looks alike everywhere until its neighbours are looked at, so that part is
reckoned once and kept; and numpy's matrix product is three times as fast as the one that spaCy brings (`product`).
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from threading import Lock
from typing import Any, NamedTuple

import numpy as np

from selon.parse.product import BLOCK, Product, one_thread

# Words whose numbers are kept: 12 MB of them.
_KEPT = 30_000
_PIECES = 3
# What stands inside the encoder of our models; another one is left to spaCy.
_PARTS = ["expand_window", "maxout", "layernorm", "dropout"]


class _Layer(NamedTuple):
    """A convolution: what a word's and its neighbours' numbers come to, in three tries, the best of which counts."""

    product: Product
    bias: Any
    gain: Any
    shift: Any
    window: tuple[int, int]


class Encoder:
    """What a `tok2vec` component finds for texts: for each an array with a row for each token."""

    def __init__(self, model: Any, layers: Sequence[_Layer]) -> None:
        self._embed, self._layers, self._width = model.layers[0], layers, model.get_dim("nO")
        self._places: dict[tuple[int, int], int] = {}
        self._kept = np.zeros((_KEPT, self._width), "float32")
        self._lock = Lock()

    @classmethod
    def of(cls, model: Any) -> "Encoder | None":
        """The encoder of a model that is built as ours are; None for others, and where products are not steady."""
        if len(model.layers) != 2 or model.layers[1].name.partition("(")[0] != "with_array":
            return None
        parts = model.layers[1].layers[0].layers
        layers = [_layer(part) for part in parts if part.name.startswith("residual")]
        found = [layer for layer in layers if layer is not None]
        return cls(model, found) if found and len(found) == len(parts) else None

    def __call__(self, docs: Sequence[Any]) -> list[Any]:
        """The numbers of all tokens of each text."""
        # A text is a run of columns, with so many before and behind it that no word sees one of another text.
        apart = len(self._layers)
        starts = [*accumulate((len(doc) + apart for doc in docs), initial=apart)]
        numbers = np.zeros((self._width, starts[-1]), "float32")
        with self._lock:
            found = self._words(docs)
        for words, start in zip(found, starts, strict=False):
            numbers[:, start : start + len(words)] = words.T
        with one_thread():
            for layer in self._layers:
                numbers += _convolved(numbers, layer)
        rows = np.ascontiguousarray(numbers.T)
        return [rows[start : end - apart] for start, end in pairwise(starts)]

    def _words(self, docs: Sequence[Any]) -> list[Any]:
        """The numbers of each text's words before their neighbours are looked at."""
        keys = [[*map(tuple, doc.to_array(["ORTH", "NORM"]).tolist())] for doc in docs]
        wanted = {key: (doc, i) for doc, row in zip(docs, keys, strict=True) for i, key in enumerate(row)}
        if len(wanted) > _KEPT:
            return list(self._embed.predict(docs))
        new = {key: place for key, place in wanted.items() if key not in self._places}
        if len(new) + len(self._places) > _KEPT:
            self._places.clear()
            new = wanted
        if new:
            self._keep(new)
        return [self._kept[[self._places[key] for key in row]] for row in keys]

    def _keep(self, new: dict[tuple[int, int], tuple[Any, int]]) -> None:
        """Keeps the numbers of words, given by their keys, a text and where they stand in it."""
        from spacy.tokens import Doc

        tokens = [doc[i] for doc, i in new.values()]
        alone = Doc(tokens[0].vocab, words=[token.orth_ for token in tokens])
        for one, token in zip(alone, tokens, strict=True):
            one.norm_ = token.norm_
        at = len(self._places)
        self._kept[at : at + len(new)] = self._embed.predict([alone])[0]
        self._places.update(zip(new, range(at, at + len(new)), strict=True))


def _layer(residual: Any) -> _Layer | None:
    """The numbers of a layer, or None where it is another kind of layer."""
    inside = [node for node in residual.walk(order="dfs_pre") if not node.layers]
    if [node.name for node in inside] != _PARTS:
        return None
    window, maxout, norm, _ = inside
    if window.attrs["window_size"] != 1 or maxout.get_dim("nP") != _PIECES:
        return None
    product = Product(_by_piece(maxout.get_param("W")))
    if product.window is None:
        return None
    bias, gain, shift = _by_piece(maxout.get_param("b")), norm.get_param("G"), norm.get_param("b")
    return _Layer(product, bias[:, None], gain[:, None], shift[:, None], product.window)


def _by_piece(numbers: Any) -> Any:
    """Parameters by output and piece → all outputs of the first piece, of the second and of the third."""
    turned = np.swapaxes(numbers, 0, 1)
    return np.ascontiguousarray(turned.reshape(-1, *numbers.shape[2:]))


def _convolved(numbers: Any, layer: _Layer) -> Any:
    """What a layer makes of columns, in blocks of which those in the window count."""
    width, count = numbers.shape
    first, last = layer.window
    step = last - first
    blocks = -(-count // step)
    padded = np.zeros((width, first + 1 + blocks * step + BLOCK - first + 1), "float32")
    padded[:, first + 1 : first + 1 + count] = numbers
    found = np.empty((width, blocks * step), "float32")
    inputs, outputs = np.empty((3 * width, BLOCK), "float32"), np.empty((_PIECES * width, BLOCK), "float32")
    for at in range(0, blocks * step, step):
        for shift in range(3):
            inputs[shift * width : (shift + 1) * width] = padded[:, at + shift : at + shift + BLOCK]
        layer.product.into(outputs, inputs)
        found[:, at : at + step] = _normed(outputs, width, layer)[:, first:last]
    return found[:, :count]


def _normed(outputs: Any, width: int, layer: _Layer) -> Any:
    """The best of the pieces, with mean and variance set right."""
    outputs += layer.bias
    best = outputs[:width]
    for piece in range(1, _PIECES):
        np.maximum(best, outputs[piece * width : (piece + 1) * width], out=best)
    best -= np.add.reduce(best, axis=0) / np.float32(width)
    variance = np.add.reduce(best * best, axis=0) / np.float32(width)
    variance += np.float32(1e-08)
    best /= np.sqrt(variance)
    best *= layer.gain
    best += layer.shift
    return best
