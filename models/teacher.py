"""The teacher: a larger parser in PyTorch than could be shipped, from which the shipped one learns.

A pre-trained encoder (`encoder`) → tags, features, rules of lemmas, names, and a biaffine parser. It is only used in
training (`distil`), on a GPU where there is one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from models.documents import normal_words
from models.encoder import Encoder, Pieces
from models.rules import lemma_rule
from models.treebank import TreeSentence

# What is predicted word by word, beside head and relation.
TASKS = ("pos", "morph", "lemma", "tag")
NOTHING = -100
# Pieces that are read of one word, and of one sentence.
_LONG, _PIECES = 10, 500
_ARC, _REL, _HIDDEN = 300, 100, 160
_DROP = 0.33


@dataclass(frozen=True)
class Codec:
    """What numbers stand for."""

    pieces: Pieces
    labels: dict[str, list[str]]

    def encoded(self, sentence: TreeSentence, texts: Sequence[str]) -> dict[str, Tensor]:
        """The pieces of a sentence as numbers, with the first and last of each word."""
        numbers, first, last = [self.pieces.begin], [], []
        space = True
        for word, text in zip(sentence.words, texts, strict=True):
            first.append(min(len(numbers), _PIECES))
            numbers += self.pieces.of(text, space=space)[:_LONG]
            last.append(min(len(numbers) - 1, _PIECES))
            space = word.space
        found = {"pieces": [*numbers[:_PIECES], self.pieces.end], "first": first, "last": last}
        return {key: torch.tensor(each) for key, each in found.items()}

    def gold(self, sentence: TreeSentence, texts: Sequence[str]) -> dict[str, Tensor]:
        """What is to be predicted: labels as numbers, heads counted from 1 (0 is the root)."""
        values = [answers(word, text) for word, text in zip(sentence.words, texts, strict=True)]
        found = {}
        for task, labels in self.labels.items():
            place = {label: i for i, label in enumerate(labels)}
            found[task] = torch.tensor([place.get(each[task], NOTHING) for each in values])
        heads = [0 if word.head == i else word.head + 1 for i, word in enumerate(sentence.words)]
        return found | {"head": torch.tensor(heads)}


def answers(word: Any, text: str) -> dict[str, str]:
    """The labels of a word for each task; one that is not known to any list teaches nothing."""
    return {
        "pos": word.pos, "morph": word.morph, "lemma": lemma_rule(text, word.lemma), "tag": word.tag, "rel": word.rel,
    }  # fmt: skip


def codec(sentences: Iterable[TreeSentence], pieces: Pieces) -> Codec:
    """The labels of these sentences, with the pieces of words."""
    counts: dict[str, Counter[str]] = {task: Counter() for task in (*TASKS, "rel")}
    for sentence in sentences:
        for word, text in zip(sentence.words, normal_words(sentence), strict=True):
            for task, label in answers(word, text).items():
                counts[task][label] += bool(label)
    rare = {"lemma": 2, "morph": 2}
    return Codec(
        pieces,
        {
            task: sorted(label for label, uses in found.items() if label and uses >= rare.get(task, 1))
            for task, found in counts.items()
        },
    )


class Teacher(nn.Module):
    """The network; `forward` gives scores for each task, for heads (0 is the root) and for relations given heads."""

    def __init__(self, labels: Mapping[str, Sequence[str]], encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        width = self.encoder.kind.shape[0]
        self.mix = nn.Parameter(torch.zeros(2, len(self.encoder.layers) + 1))
        self.tasks = nn.ModuleDict({task: _task(width, len(labels[task])) for task in TASKS})
        self.root = nn.Parameter(torch.zeros(width))
        self.dep, self.head = (nn.Linear(width, _ARC) for _ in range(2))
        self.rel_dep, self.rel_head = (nn.Linear(width, _REL) for _ in range(2))
        self.arc = nn.Parameter(torch.zeros(_ARC + 1, _ARC))
        self.rel = nn.Parameter(torch.zeros(_REL + 1, len(labels["rel"]) * (_REL + 1)))
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.rel, std=0.02)

    def forward(self, batch: dict[str, Tensor], sizes: Tensor) -> dict[str, Tensor]:
        """Scores: each task (sentence, word, label), `arc` (sentence, word, head), and what `relations` needs."""
        one, two = (_whole_drop(each, self.training) for each in self.states(batch))
        found = {task: layer(one if task in ("pos", "morph", "lemma") else two) for task, layer in self.tasks.items()}
        heads = torch.cat([self.root.expand(len(two), 1, -1), two], dim=1)
        dep, head = _active(self.dep(two), self.training), _active(self.head(heads), self.training)
        arcs = (_one(dep) @ self.arc @ head.transpose(1, 2)).float()
        inside = torch.arange(heads.shape[1], device=sizes.device)[None, :] <= sizes[:, None]
        found["arc"] = arcs.masked_fill(~inside[:, None, :], -1e4)
        found["rel_dep"], found["rel_head"] = (
            _active(self.rel_dep(two), self.training), _active(self.rel_head(heads), self.training)
        )  # fmt: skip
        return found

    def states(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Two readings of each word: for what words are, and for how they hang together."""
        layers = self.encoder(batch["pieces"].clamp(min=0), batch["pieces"] != NOTHING)
        one, two = torch.einsum("ml,lbpd->mbpd", self.mix.softmax(-1), layers.float())
        return _words(one, batch), _words(two, batch)

    def relations(self, found: dict[str, Tensor], heads: Tensor) -> Tensor:
        """The scores of the relations (sentence, word, label), given the heads."""
        chosen = found["rel_head"].gather(1, heads[..., None].expand(-1, -1, _REL))
        left = (_one(found["rel_dep"]) @ self.rel).unflatten(-1, (-1, _REL + 1))
        return (left @ _one(chosen)[..., None]).squeeze(-1)


def _task(width: int, labels: int) -> nn.Module:
    return nn.Sequential(nn.Linear(width, _HIDDEN), nn.GELU(), nn.Dropout(_DROP), nn.Linear(_HIDDEN, labels))


def _words(states: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """The state of each word: the mean of its first and last piece."""
    ends = (batch[key].clamp(min=0)[..., None].expand(-1, -1, states.shape[-1]) for key in ("first", "last"))
    one, two = (states.gather(1, each) for each in ends)
    return (one + two) / 2


def _one(states: Tensor) -> Tensor:
    """The states with a constant behind them."""
    return torch.cat([states, states.new_ones(*states.shape[:-1], 1)], dim=-1)


def _active(states: Tensor, training: bool) -> Tensor:
    return _whole_drop(nn.functional.leaky_relu(states, 0.1), training)


def _whole_drop(states: Tensor, training: bool) -> Tensor:
    """Drops the same dimensions for all words of a sentence."""
    if not training:
        return states
    kept = torch.rand(states.shape[0], 1, states.shape[2], device=states.device) >= _DROP
    return states * kept / (1 - _DROP)
