"""Trains teachers and lets them parse: treebank sentences → files of weights → trees for other sentences."""

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from models.arborescence import tree
from models.corpus import Corpus
from models.documents import normal_words
from models.encoder import Encoder, Pieces, encoder, read_model, restricted
from models.rules import by_rule
from models.teacher import NOTHING, TASKS, Codec, Teacher, codec
from models.treebank import TreeSentence, Word, with_tags

# Words of a batch; the longest sentence that is learned from.
_BATCH, _LONGEST = 1500, 110
# The rate of what is new, and the share of it for the encoder.
_RATE, _TUNED, _WARMUP = 0.002, 0.06, 150
# How much of each step the averaged weights keep.
_AVERAGE = 0.998
_CHECKED = 4
# Where the numbers are reckoned.
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
_WEIGHT = {"pos": 0.5, "morph": 0.5, "lemma": 0.3, "tag": 0.7}
Sentence = tuple[TreeSentence, list[str]]


def train_teacher(text: Corpus, model: Path, target: Path, *, seed: int, epochs: int, more: Sequence[str] = ()) -> None:
    """Trains a teacher on the encoder of a file for so many epochs, and writes it with averaged weights.

    It reads the pieces of the words of the treebanks and of `more` words. Names it learns only from those sentences in
    which people marked them.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    pieces, tables = restricted(*read_model(model), sorted({*_words(text), *more}))
    numbers = codec((each for _, part in text.parts for each in part), pieces)
    teacher = Teacher(numbers.labels, encoder(tables)).to(DEVICE)
    inner = {id(each) for each in teacher.encoder.parameters()}
    outer = [each for each in teacher.parameters() if id(each) not in inner]
    groups = [{"params": list(teacher.encoder.parameters()), "share": _TUNED}, {"params": outer, "share": 1.0}]
    optimizer = torch.optim.AdamW(groups, lr=_RATE, betas=(0.9, 0.98), weight_decay=0.01, fused=DEVICE.type == "cuda")
    averaged = torch.optim.swa_utils.AveragedModel(teacher, multi_avg_fn=_moved)
    steps, start = 0, time.monotonic()
    for number in range(epochs):
        losses = 0.0
        part = _unsure(text, text.epoch(rng))
        batches = list(batched([(each, normal_words(each)) for each in part], rng))
        for i, batch in enumerate(batches):
            left = 1 - (number + i / len(batches)) / epochs
            for group in optimizer.param_groups:
                group["lr"] = _RATE * group["share"] * min(1.0, (steps + 1) / _WARMUP) * max(0.01, left)
            losses += _step(teacher, numbers, batch, optimizer)
            averaged.update_parameters(teacher)
            steps += 1
        took = time.monotonic() - start
        print(f"teacher {seed} epoch {number + 1}: {losses / len(batches):.3f} ({took:.0f} s)", flush=True)
        if number % _CHECKED == _CHECKED - 1 or number + 1 == epochs:
            print("   held apart: " + check([(averaged.module, numbers)], text.check), flush=True)
    _save(averaged.module, numbers, target)


def _words(text: Corpus) -> Iterator[str]:
    """The words of the treebanks and of names put into them, the same ones for all teachers."""
    rng = random.Random(0)
    for _ in range(3):
        for each in (*text.epoch(rng), *text.check):
            yield from normal_words(each)


def _unsure(text: Corpus, sentences: Sequence[TreeSentence]) -> list[TreeSentence]:
    """The sentences, with no names in those in which nobody marked any: lists draw unknown names to places."""
    read = {each.id for each in text.named}
    return [each if each.id in read else with_tags(each, [""] * len(each.words)) for each in sentences]


def _moved(old: list[Tensor], new: list[Tensor], steps: Any) -> None:
    """Moves the averaged weights one step on; at the beginning the average is over fewer steps."""
    kept = min(_AVERAGE, (1 + int(steps)) / (10 + int(steps)))
    torch._foreach_lerp_(old, new, 1 - kept)


def _step(teacher: Teacher, numbers: Codec, batch: list[Sentence], optimizer: Any) -> float:
    teacher.train()
    inputs, gold, sizes = tensors(numbers, batch)
    with torch.autocast(DEVICE.type, torch.bfloat16, enabled=DEVICE.type == "cuda"):
        found = teacher(inputs, sizes)
        loss = _loss(teacher, found, gold)
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(teacher.parameters(), 5.0)
    optimizer.step()
    return float(loss.detach())


def _loss(teacher: Teacher, found: dict[str, Tensor], gold: dict[str, Tensor]) -> Tensor:
    loss = functional.cross_entropy(found["arc"].flatten(0, 1), gold["head"].flatten(), ignore_index=NOTHING)
    rels = teacher.relations(found, gold["head"].clamp(min=0))
    loss = loss + functional.cross_entropy(rels.flatten(0, 1), gold["rel"].flatten(), ignore_index=NOTHING)
    for task in TASKS:
        answers = gold[task].flatten()
        if bool((answers != NOTHING).any()):
            loss = loss + _WEIGHT[task] * functional.cross_entropy(
                found[task].flatten(0, 1), answers, ignore_index=NOTHING, label_smoothing=0.03
            )
    return loss


def tensors(numbers: Codec, batch: list[Sentence]) -> tuple[dict[str, Tensor], dict[str, Tensor], Tensor]:
    inputs = [numbers.encoded(sentence, texts) for sentence, texts in batch]
    gold = [numbers.gold(sentence, texts) for sentence, texts in batch]
    return (
        {key: _padded([each[key] for each in inputs]) for key in inputs[0]},
        {key: _padded([each[key] for each in gold]) for key in gold[0]},
        torch.tensor([len(texts) for _, texts in batch]).to(DEVICE),
    )


def _padded(rows: list[Tensor]) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=NOTHING).to(DEVICE)


def batched(sentences: Sequence[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Batches of sentences of about the same length, in any order."""
    order = sorted(
        (each for each in sentences if len(each[1]) <= _LONGEST), key=lambda each: (len(each[1]), rng.random())
    )
    batches: list[list[Sentence]] = [[]]
    for each in order:
        if len(batches[-1]) * len(each[1]) > _BATCH:
            batches.append([])
        batches[-1].append(each)
    rng.shuffle(batches)
    return iter(batches)


def _save(teacher: Any, numbers: Codec, target: Path) -> None:
    weights = {name: each.to("cpu", torch.float16) for name, each in teacher.state_dict().items()}
    torch.save({"weights": weights, "labels": numbers.labels, "pieces": numbers.pieces.stored()}, target)


def read_teacher(path: Path) -> tuple[Teacher, Codec]:
    """A written teacher with its numbers."""
    stored = torch.load(path, weights_only=True)
    numbers = Codec(Pieces(**stored["pieces"]), stored["labels"])
    teacher = Teacher(numbers.labels, Encoder(len(stored["weights"]["encoder.word.weight"])))
    teacher.load_state_dict(stored["weights"])
    return teacher.float().to(DEVICE).eval(), numbers


Taught = tuple[TreeSentence, float]


def taught(teachers: Sequence[tuple[Teacher, Codec]], sentences: Sequence[TreeSentence]) -> Iterator[Taught]:
    """The sentences, in some order, with the trees, tags, lemmas and names on which the teachers agree best, and
    how sure they are: the mean probability of the heads and relations.

    The teachers must come from the same treebanks, so that their labels and pieces are the same.
    """
    pairs = [(each, normal_words(each)) for each in sentences]
    for batch in batched(pairs, random.Random(0)):
        yield from _taught(teachers, batch)


@torch.no_grad()
def _taught(teachers: Sequence[tuple[Teacher, Codec]], batch: list[Sentence]) -> Iterator[Taught]:
    numbers = teachers[0][1]
    inputs, _, sizes = tensors(numbers, batch)
    with torch.autocast(DEVICE.type, torch.bfloat16, enabled=DEVICE.type == "cuda"):
        runs = [(teacher, teacher.eval()(inputs, sizes)) for teacher, _ in teachers]
    runs = [(teacher, {name: each.float() for name, each in found.items()}) for teacher, found in runs]
    mean = {task: _mean([found[task] for _, found in runs]) for task in (*TASKS, "arc")}
    arcs = mean["arc"].clamp(min=1e-9).log().cpu().numpy()
    heads = torch.zeros(len(batch), int(sizes.max()), dtype=torch.long)
    for i, size in enumerate(sizes.tolist()):
        heads[i, :size] = torch.tensor(tree(arcs[i, :size, : size + 1]))
    heads = heads.to(DEVICE)
    rels = _mean([teacher.relations(found, heads) for teacher, found in runs])
    sure = (mean["arc"].gather(2, heads[..., None])[..., 0] * rels.amax(-1)).cpu().numpy()
    best = {task: mean[task].argmax(-1).tolist() for task in TASKS} | {"rel": _rels(rels, heads, numbers.labels["rel"])}
    for i, (sentence, texts) in enumerate(batch):
        chosen = {task: [numbers.labels[task][each] for each in best[task][i][: len(texts)]] for task in best}
        yield _built(sentence, texts, heads[i].tolist(), chosen), float(sure[i, : len(texts)].mean())


def _mean(scores: Sequence[Tensor]) -> Tensor:
    """The mean probabilities of the labels."""
    return torch.stack([each.softmax(-1) for each in scores]).mean(0)


def _rels(rels: Tensor, heads: Tensor, labels: Sequence[str]) -> Any:
    """The best relation of each word: ROOT where it hangs on the root, and nowhere else."""
    at = labels.index("ROOT")
    scores = rels.clone()
    scores[..., at] = (heads == 0).float() * 2
    return scores.argmax(-1).tolist()


def _built(
    sentence: TreeSentence, texts: Sequence[str], heads: Sequence[int], chosen: dict[str, list[str]]
) -> TreeSentence:
    tags = _whole(chosen["tag"])
    words = tuple(
        Word(
            word.text, word.space, chosen["pos"][i], by_rule(texts[i], chosen["lemma"][i]), chosen["morph"][i],
            heads[i] - 1 if heads[i] else i, chosen["rel"][i], tags[i],
        )
        for i, word in enumerate(sentence.words)
    )  # fmt: skip
    return TreeSentence(sentence.id, words)


def _whole(tags: Sequence[str]) -> list[str]:
    """Tags of names in which each begins with B-.

    >>> _whole(["O", "I-LOC", "I-LOC", "I-PER"])
    ['O', 'B-LOC', 'I-LOC', 'B-PER']
    """
    found: list[str] = []
    for tag in tags:
        follows = bool(found) and found[-1][2:] == tag[2:] and found[-1] != "O"
        found.append("B-" + tag[2:] if tag.startswith("I-") and not follows else tag)
    return found


def check(teachers: Sequence[tuple[Teacher, Codec]], sentences: Sequence[TreeSentence]) -> str:
    """How often the teachers are right on sentences with trees: tags, heads, heads with relations, names."""
    gold = {each.id: each for each in sentences}
    right = {"pos": 0, "morph": 0, "lemma": 0, "uas": 0, "las": 0}
    words = 0
    names = [0, 0, 0]
    for given, _ in taught(teachers, sentences):
        words += len(given.words)
        for one, two in zip(gold[given.id].words, given.words, strict=True):
            right["pos"] += one.pos == two.pos
            right["morph"] += one.morph == two.morph
            right["lemma"] += one.lemma == two.lemma
            right["uas"] += one.head == two.head
            right["las"] += (one.head, one.rel) == (two.head, two.rel)
        if all(word.tag for word in gold[given.id].words):
            expected, found = (set(spans(each)) for each in (gold[given.id], given))
            names = [names[0] + len(expected & found), names[1] + len(expected), names[2] + len(found)]
    text = " ".join(f"{task} {100 * each / words:.2f}" for task, each in right.items())
    return f"{text} names {200 * names[0] / max(1, names[1] + names[2]):.2f}"


def spans(sentence: TreeSentence) -> Iterator[tuple[int, int, str]]:
    """The names of a sentence, in words."""
    start = None
    for i, tag in enumerate([*(word.tag for word in sentence.words), "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, i, sentence.words[start].tag[2:]
            start = None
        if tag.startswith("B-"):
            start = i
