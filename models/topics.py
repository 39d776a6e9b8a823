"""Makes data/{lang}/topics.npz: `python -m models.topics [--test GOLD…]`.

A logistic regression with a ridge, one for each type of event, on the project's own texts alone: the marked sentences
of tests/cases, the examples of the event lexicon and its patterns (each a small text of its own words). `--test` prints
how often the likeliest type, and one of the three likeliest, is right for the events of gold sentences.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import yaml
from numpy.typing import NDArray

from selon.evaluate.goldfile import read_gold
from selon.extract.events import event_lexicon
from selon.extract.events.frames import Frame, Intent
from selon.extract.topics import word_of
from selon.lexicon.load import DATA
from selon.lexicon.topics import topics
from selon.model.ontology import EventType
from selon.parse.spacy import load, parse

_TYPES = tuple(EventType)
_CASES = Path(__file__).parent.parent / "tests" / "cases"
_FILES = ("events", "events_unseen", "no_events", "actors_parties", "actors_unseen")
_MARK = re.compile(r"</?\w+[^>]*>")
_TYPE = re.compile(r"<event type=(\w+)")
_CLASS = re.compile(r"<([\w-]+)>")
_TWICE = 2  # a word of one sentence alone tells nothing
_PATTERN = 0.5  # what a pattern weighs beside a sentence
_RIDGE = 0.6
_STEPS = 60
_STEP = 0.05  # weights are kept in steps of it
_BEST = 3


@dataclass(frozen=True, slots=True)
class Example:
    """Words, the types of event that they tell, and what they weigh."""

    words: frozenset[str]
    types: frozenset[EventType]
    weight: float = 1.0


def sentences(lang: str) -> Iterator[Example]:
    """The marked sentences and the examples of the lexicon."""
    for name in _FILES:
        for case in yaml.safe_load((_CASES / lang / f"{name}.yml").read_text(encoding="utf-8")):
            types = frozenset(map(EventType, _TYPE.findall(case["text"])))
            yield Example(words_of(_MARK.sub("", case["text"]), lang), types)
    for frame in event_lexicon(lang).frames:
        for example in frame.examples:
            yield Example(words_of(_MARK.sub("", example), lang), frozenset((frame.type,)))


def words_of(text: str, lang: str) -> frozenset[str]:
    """The words of a text that tell what it is about."""
    words = (word_of(token) for token in parse(text, lang, load(lang)).tokens)
    return frozenset(word for word in words if word is not None)


def patterns(lang: str) -> Iterator[Example]:
    """The patterns of the lexicon, once for each word of a class in them; all of those together weigh a little more."""
    lexicon = event_lexicon(lang)
    typed: list[tuple[Frame | Intent, EventType | None]] = [(frame, frame.type) for frame in lexicon.frames]
    typed += [(intent, intent.alone) for intent in lexicon.intents]
    for wording, type_ in typed:
        for pattern in (*wording.verbs, *wording.nouns, *wording.adjectives) if type_ is not None else ():
            assert type_ is not None
            words, classes = _parts(pattern)
            choices = lexicon.classes.get(classes[0], ()) if classes else ()
            weight = _PATTERN / max(len(choices), 1) ** 0.5
            for choice in choices or (None,):
                yield Example(words | ({choice} if choice else set()), frozenset((type_,)), weight)


def _parts(pattern: str) -> tuple[frozenset[str], list[str]]:
    """The words that a pattern asks for, and its classes (docs/events.md tells the notation)."""
    asked = [part.lstrip("+^~=") for part in pattern.split() if not part.startswith(("-", "@"))]
    classes = [found[1] for part in asked if (found := _CLASS.fullmatch(part))]
    words = frozenset(word for part in asked if not _CLASS.fullmatch(part) for word in part.split("/"))
    return words, classes


def fit(examples: Sequence[Example], rows: dict[str, int]) -> NDArray[np.float32]:
    """The weights of each word (a row) for each type; the last row counts for every text."""
    inside = [[rows[word] for word in sorted(each.words) if word in rows] for each in examples]
    offsets = np.cumsum([0, *map(len, inside)])[:-1]
    flat = torch.tensor([row for each in inside for row in each])
    truth = torch.tensor([[float(type_ in each.types) for type_ in _TYPES] for each in examples])
    weight = torch.tensor([[each.weight] for each in examples])
    bag = torch.nn.EmbeddingBag(len(rows), len(_TYPES), mode="sum")
    torch.nn.init.zeros_(bag.weight)
    always = torch.zeros(len(_TYPES), requires_grad=True)
    steps = torch.optim.LBFGS([bag.weight, always], max_iter=_STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        steps.zero_grad()
        odds = bag(flat, torch.tensor(offsets)) + always
        loss = torch.nn.functional.binary_cross_entropy_with_logits(odds, truth, weight, reduction="sum")
        loss = loss + _RIDGE * (bag.weight**2).sum()
        loss.backward()
        return loss

    steps.step(loss)
    return np.vstack([bag.weight.detach().numpy(), always.detach().numpy()])


def make(lang: str) -> None:
    """Writes the weights of a language."""
    told = list(sentences(lang))
    own = list(patterns(lang))
    seen = Counter(word for each in told for word in each.words)
    words = {word for word, times in seen.items() if times >= _TWICE} | {word for each in own for word in each.words}
    rows = {word: row for row, word in enumerate(sorted(words))}
    weights = fit([*told, *own], rows)
    steps = np.clip(np.round(weights / _STEP), -127, 127).astype(np.int8)
    np.savez_compressed(DATA / lang / "topics.npz", words=np.array(list(rows)), steps=steps, step=np.float32(_STEP))
    print(f"{lang}: {len(told)} sentences, {len(own)} patterns, {len(rows)} words")


def test(paths: Iterable[Path]) -> None:
    """Prints how often the likeliest types are those of gold sentences."""
    right: Counter[str] = Counter()
    for gold in (each for path in paths for each in read_gold(path) if not each.article):
        known = topics(gold.lang)
        rows = [known.rows[word] for word in words_of(gold.text, gold.lang) if word in known.rows]
        best = np.argsort(-known.weights[[*rows, -1]].sum(axis=0))
        for event in (each for each in gold.events if not each.optional):
            right[f"{gold.lang} of"] += 1
            right[f"{gold.lang} first"] += _TYPES[best[0]].value in event.types
            right[f"{gold.lang} of three"] += any(_TYPES[one].value in event.types for one in best[:_BEST])
    print(dict(right))


def main() -> None:
    """Makes both languages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--test", nargs="*", type=Path, default=[])
    given = parser.parse_args()
    for lang in ("fr", "en"):
        make(lang)
    test(given.test)


if __name__ == "__main__":
    main()
