"""The training itself: epochs over fresh documents, with averaged weights at the end."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SEED = 7
# Words a step in the first epoch of all.
FIRST_STEP = 250
# Steps over which the learning rate rises; afterwards it falls to nothing.
WARMUP = 150
_CHECKED = 3
_SCORES = ("pos_acc", "lemma_acc", "dep_uas", "dep_las", "ents_f")
Fresh = Callable[[random.Random], list[Any]]


@dataclass(frozen=True, slots=True)
class Cycle:
    """A run of epochs over which the learning rate rises to `rate` and falls to nothing; each step is of `words`."""

    epochs: int
    rate: float
    words: int = 500


def train_alone(nlp: Any, name: str, cycle: Cycle, fresh: Fresh) -> None:
    """Trains one pipe alone, on the encoder as it is; everything else stays as it is.

    The finders of sentence starts and of names are trained so at the end.
    """
    from thinc.api import Adam, fix_random_seed, warmup_linear

    fix_random_seed(SEED)
    rng = random.Random(SEED)
    still = [each for each in nlp.pipe_names if each != name]
    rates: Any = None
    for _ in range(cycle.epochs):
        docs = fresh(rng)
        if rates is None:
            steps = sum(len(doc) for doc in docs) * cycle.epochs // cycle.words + cycle.epochs
            rates = warmup_linear(cycle.rate, WARMUP, int(steps * 1.1))
            optimizer = Adam(learn_rate=rates, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True)
        losses: dict[str, float] = {}
        for batch in batches(docs, rng, cycle.words):
            examples = [example(nlp, doc) for doc in batch]
            nlp.update(examples, drop=0.2, sgd=optimizer, losses=losses, exclude=still, annotates=["tok2vec"])
            optimizer.step_schedules()
        print(f"{name}: {losses.get(name, 0):.0f}", flush=True)


def train(nlp: Any, cycle: Cycle, fresh: Fresh, held: Sequence[Any], *, partial: Path, further: int = 0) -> None:
    """Trains the pipeline on `fresh(rng)` documents, made anew for each epoch, and ends with averaged weights.

    A trained pipeline is trained on as the cycle number `further`; 0 begins. Now and then the scores on the `held`
    documents are printed and the averaged pipeline is written to `partial`.
    """
    from thinc.api import Adam, fix_random_seed, warmup_linear

    fix_random_seed(SEED + further)
    rng = random.Random(SEED + further)
    docs = fresh(rng)
    steps = sum(len(doc) for doc in docs) * cycle.epochs // cycle.words + cycle.epochs
    rates: Any = warmup_linear(cycle.rate, WARMUP, int(steps * 1.1))
    optimizer = Adam(learn_rate=rates, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    if not further:
        nlp.initialize(lambda: [example(nlp, doc) for doc in docs], sgd=optimizer)
    for epoch in range(1, cycle.epochs + 1):
        losses: dict[str, float] = {}
        first = not further and epoch == 1
        for batch in batches(docs, rng, FIRST_STEP if first else cycle.words):
            nlp.update([example(nlp, doc) for doc in batch], drop=0.15, sgd=optimizer, losses=losses)
            optimizer.step_schedules()
        print(f"epoch {epoch}: " + " ".join(f"{name} {loss:.0f}" for name, loss in losses.items()), flush=True)
        if epoch % _CHECKED == 0 or epoch == cycle.epochs:
            _check(nlp, optimizer, held, partial)
        docs = fresh(rng) if epoch < cycle.epochs else docs
    for name, node in _averaged(nlp, optimizer.averages):
        node.set_param(name, optimizer.averages[(node.id, name)])


def _averaged(nlp: Any, averages: Any) -> Iterator[tuple[str, Any]]:
    """The parameters that have an average, with their layers."""
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk():
            for name in node.param_names:
                if (node.id, name) in averages:
                    yield name, node


def _check(nlp: Any, optimizer: Any, held: Sequence[Any], partial: Path) -> None:
    with nlp.use_params(optimizer.averages):
        scores = nlp.evaluate([example(nlp, doc) for doc in held])
        print("   held apart: " + " ".join(f"{name} {100 * (scores[name] or 0):.2f}" for name in _SCORES), flush=True)
        nlp.to_disk(partial)


def example(nlp: Any, doc: Any) -> Any:
    """What spaCy learns from: the document, and the same words without anything."""
    from spacy.tokens import Doc
    from spacy.training import Example

    predicted = Doc(nlp.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
    return Example(predicted, doc)


def batches(docs: Sequence[Any], rng: random.Random, words: int) -> Iterator[list[Any]]:
    """The documents shuffled, in batches of about so many words."""
    order = list(docs)
    rng.shuffle(order)
    batch: list[Any] = []
    size = 0
    for doc in order:
        batch.append(doc)
        size += len(doc)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
