"""The teacher: a larger parser in PyTorch than could be shipped, from which the shipped one learns.

Letters, a table of trained words and the static vectors → two BiLSTM layers → tags, features, rules of lemmas, names,
and a biaffine parser. It is only used in training (`distil`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from models.documents import normal_words
from models.rules import lemma_rule
from models.treebank import TreeSentence

# What is predicted word by word, beside head and relation.
TASKS = ("pos", "morph", "lemma", "tag")
NOTHING = -100
_LETTERS = 20
_HIDDEN, _TRAINED, _CHARACTERS, _ARC, _REL = 200, 60, 100, 200, 64
_DROP = 0.33


@dataclass(frozen=True)
class Codec:
    """What numbers stand for: 0 is unknown (words, vectors, letters)."""

    words: dict[str, int]
    known: dict[str, int]
    letters: dict[str, int]
    labels: dict[str, list[str]]

    def encoded(self, texts: Sequence[str]) -> dict[str, Tensor]:
        """The words of a sentence as numbers."""
        lower = [text.lower() for text in texts]
        return {
            "words": torch.tensor([self.words.get(each, 0) for each in lower]),
            "known": torch.tensor([self.known.get(each, 0) for each in lower]),
            "letters": torch.tensor([self._spelled(text) for text in texts]),
        }

    def _spelled(self, text: str) -> list[int]:
        """The letters of a word, of a long one the first and the last."""
        ends = text if len(text) <= _LETTERS else text[: _LETTERS // 2] + text[-_LETTERS // 2 :]
        return [self.letters.get(letter, 1) for letter in ends] + [0] * (_LETTERS - len(ends))

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


def codec(sentences: Iterable[TreeSentence], known: Sequence[str]) -> Codec:
    """The numbers for these sentences and the words that have vectors."""
    words: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = {task: Counter() for task in (*TASKS, "rel")}
    for sentence in sentences:
        texts = normal_words(sentence)
        words.update(text.lower() for text in texts)
        letters.update(letter for text in texts for letter in text)
        for word, text in zip(sentence.words, texts, strict=True):
            for task, label in answers(word, text).items():
                counts[task][label] += bool(label)
    rare = {"lemma": 2, "morph": 2}
    return Codec(
        {word: i for i, word in enumerate(sorted(word for word, uses in words.items() if uses > 1), start=1)},
        {word: i for i, word in enumerate(known, start=1)},
        {letter: i for i, letter in enumerate(sorted(each for each, uses in letters.items() if uses > 3), start=2)},
        {
            task: sorted(label for label, uses in found.items() if label and uses >= rare.get(task, 1))
            for task, found in counts.items()
        },
    )


class Teacher(nn.Module):
    """The network; `forward` gives scores for each task, for heads (0 is the root) and for relations given heads."""

    def __init__(self, codec: Codec, vectors: Tensor) -> None:
        super().__init__()
        self.vectors = nn.Embedding.from_pretrained(torch.cat([torch.zeros(1, vectors.shape[1]), vectors]))
        self.words = nn.Embedding(len(codec.words) + 1, _TRAINED)
        self.letters = nn.Embedding(len(codec.letters) + 2, 32, padding_idx=0)
        self.shapes = nn.Conv1d(32, _CHARACTERS, 3, padding=1)
        size = vectors.shape[1] + _TRAINED + _CHARACTERS
        self.first = nn.LSTM(size, _HIDDEN, bidirectional=True, batch_first=True)
        self.second = nn.LSTM(2 * _HIDDEN, _HIDDEN, bidirectional=True, batch_first=True)
        self.tasks = nn.ModuleDict(
            {
                task: nn.Sequential(
                    nn.Linear(2 * _HIDDEN, 120), nn.GELU(), nn.Dropout(_DROP), nn.Linear(120, len(codec.labels[task]))
                )
                for task in TASKS
            }
        )
        self.root = nn.Parameter(torch.zeros(2 * _HIDDEN))
        self.dep, self.head = (nn.Linear(2 * _HIDDEN, _ARC) for _ in range(2))
        self.rel_dep, self.rel_head = (nn.Linear(2 * _HIDDEN, _REL) for _ in range(2))
        self.arc = nn.Parameter(torch.zeros(_ARC + 1, _ARC))
        self.rel = nn.Parameter(torch.zeros(_REL + 1, len(codec.labels["rel"]) * (_REL + 1)))
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.rel, std=0.02)

    def forward(self, batch: dict[str, Tensor], sizes: Tensor) -> dict[str, Tensor]:
        """Scores: each task (sentence, word, label), `arc` (sentence, word, head), and what `relations` needs."""
        one = self._encoded(self.first, self._embedded(batch), sizes)
        two = self._encoded(self.second, one, sizes)
        found = {task: layer(one if task in ("pos", "morph", "lemma") else two) for task, layer in self.tasks.items()}
        heads = torch.cat([self.root.expand(len(two), 1, -1), two], dim=1)
        dep, head = _active(self.dep(two), self.training), _active(self.head(heads), self.training)
        arcs = _one(dep) @ self.arc @ head.transpose(1, 2)
        inside = torch.arange(heads.shape[1])[None, :] <= sizes[:, None]
        found["arc"] = arcs.masked_fill(~inside[:, None, :], -1e4)
        found["rel_dep"], found["rel_head"] = (
            _active(self.rel_dep(two), self.training), _active(self.rel_head(heads), self.training)
        )  # fmt: skip
        return found

    def relations(self, found: dict[str, Tensor], heads: Tensor) -> Tensor:
        """The scores of the relations (sentence, word, label), given the heads."""
        chosen = found["rel_head"].gather(1, heads[..., None].expand(-1, -1, _REL))
        left = (_one(found["rel_dep"]) @ self.rel).unflatten(-1, (-1, _REL + 1))
        return (left @ _one(chosen)[..., None]).squeeze(-1)

    def _embedded(self, batch: dict[str, Tensor]) -> Tensor:
        words = batch["words"]
        if self.training:
            words = words.masked_fill(torch.rand(words.shape) < 0.15, 0)
        flat, back = torch.unique(batch["letters"].flatten(0, 1), dim=0, return_inverse=True)
        shapes = self.shapes(self.letters(flat).transpose(1, 2))
        shapes = shapes.masked_fill((flat == 0)[:, None, :], -1e4).amax(dim=2).clamp(min=-1.0)
        shapes = torch.relu(shapes)[back].unflatten(0, words.shape)
        return _whole_drop(torch.cat([self.vectors(batch["known"]), self.words(words), shapes], dim=2), self.training)

    def _encoded(self, layer: nn.LSTM, inputs: Tensor, sizes: Tensor) -> Tensor:
        packed = pack_padded_sequence(inputs, sizes, batch_first=True, enforce_sorted=False)
        states, _ = pad_packed_sequence(layer(packed)[0], batch_first=True, total_length=inputs.shape[1])
        return _whole_drop(states, self.training)


def _one(states: Tensor) -> Tensor:
    """The states with a constant behind them."""
    return torch.cat([states, states.new_ones(*states.shape[:-1], 1)], dim=-1)


def _active(states: Tensor, training: bool) -> Tensor:
    return _whole_drop(nn.functional.leaky_relu(states, 0.1), training)


def _whole_drop(states: Tensor, training: bool) -> Tensor:
    """Drops the same dimensions for all words of a sentence."""
    if not training:
        return states
    kept = torch.rand(states.shape[0], 1, states.shape[2]) >= _DROP
    return states * kept / (1 - _DROP)
