"""Word vectors from a teacher: what it makes of each word in raw text, on average, in few numbers."""

import random
from collections.abc import Iterable, Sequence
from typing import Any

import numpy
import torch

from models.documents import normal_words
from models.teach import DEVICE, batched, tensors
from models.teacher import Codec, Teacher
from models.treebank import TreeSentence, Word

Numbers = Any
# How much the word alone counts, in small letters and capitalised, beside each use in the text.
_ALONE = 0.5
# How many numbers a word gets.
WIDTH = 80


@torch.no_grad()
def word_states(teacher: Teacher, numbers: Codec, names: Sequence[str], sentences: Iterable[TreeSentence]) -> Numbers:
    """The mean state of each word (in small letters) in the sentences and by itself, a row for each of `names`."""
    place = {name: i for i, name in enumerate(names)}
    alone = [_alone(each) for name in names for each in (name, name.capitalize())]
    width = teacher.encoder.kind.shape[0]
    sums = torch.zeros(len(names) + 1, 2 * width + 1, device=DEVICE)
    for group, weight in ((list(sentences), 1.0), (alone, _ALONE)):
        for batch in batched([(each, normal_words(each)) for each in group], random.Random(0)):
            inputs, _, _ = tensors(numbers, batch)
            states = torch.cat(
                [*teacher.eval().states(inputs), torch.ones(*inputs["first"].shape, 1, device=DEVICE)], -1
            )
            for i, (_, texts) in enumerate(batch):
                rows = torch.tensor([place.get(text.lower(), len(names)) for text in texts], device=DEVICE)
                sums.index_add_(0, rows, weight * states[i, : len(texts)])
    # What is never met as a word, as the ligatures of some lists, stays at the middle.
    found = sums[:-1, :-1] / sums[:-1, -1:]
    return torch.where(found.isfinite(), found, found.nanmean(0)).cpu().numpy()


def _alone(name: str) -> TreeSentence:
    return TreeSentence(name, (Word(name, True, "", "", "_", 0, ""),))


def narrowed(states: Numbers) -> Numbers:
    """The same in few numbers: the directions in which the words differ most."""
    centred = states - states.mean(axis=0)
    centred /= centred.std(axis=0) + 1e-6
    _, vectors = numpy.linalg.eigh(centred.T @ centred / len(centred))
    return centred @ vectors[:, ::-1][:, :WIDTH]
