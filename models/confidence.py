"""Finds the weights of `selon.extract.confidence`: `python -m models.confidence GOLD… --test GOLD…`.

A logistic regression with a ridge on what selon finds in gold texts; an event of a sentence is right if the gold tells
one of its type there. It prints how often a right event is more sure than a wrong one: on the same gold with texts held
back in turn (translations together), and on gold that no rule was written on.
"""

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from unittest.mock import patch
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from selon.evaluate.gold import GoldDocument
from selon.evaluate.goldfile import read_gold
from selon.evaluate.judge import judge
from selon.extract.confidence import ALWAYS, signs_of
from selon.extract.draft import Draft
from selon.ingest import Defaults
from selon.ingest.document import make_document
from selon.lexicon.load import data_file
from selon.model.record import Record
from selon.run import Reader

Floats = NDArray[np.float64]
_RIDGE = 60.0
_STEPS = 40
_FOLDS = 5
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """An event that selon found in a gold text: its signs, and whether the gold has it."""

    text: str
    signs: dict[str, float]
    right: bool


def examples(paths: Iterable[Path]) -> Iterator[Example]:
    """The events that selon finds in gold files."""
    seen: list[dict[str, float]] = []
    with patch("selon.extract.reader.rate", partial(_keep, seen)):
        read = Reader()
        for gold in (each for path in paths for each in read_gold(path)):
            seen.clear()
            fields = {"published_at": gold.published_at} if gold.published_at else {}
            record = read.read(make_document(gold.text, gold.id, fields, Defaults(gold.lang)))
            right = _right(gold, record)
            for event, signs in zip(record.events, seen, strict=True):
                yield Example(gold.id.removesuffix(f"-{gold.lang}"), signs, event.id in right)


def _right(gold: GoldDocument, record: Record) -> set[str]:
    """The events that the gold has: in a sentence those of one of its types, in an article those paired with one."""
    if gold.article:
        return {event.id for event in record.events} - {event.id for event in judge(gold, record).extra}
    types = {type_ for event in gold.events for type_ in event.types}
    return {event.id for event in record.events if event.type.value in types}


def _keep(seen: list[dict[str, float]], drafts: Sequence[Draft]) -> None:
    """Notes the signs of a document's events in the order in which the record tells them."""
    ordered = sorted(range(len(drafts)), key=lambda i: (drafts[i].trigger.span, drafts[i].found.rule))
    signs = list(signs_of(drafts))
    seen.extend(signs[i] for i in ordered)


def fit(table: Floats, right: Floats) -> Floats:
    """The weights of a ridge regression, by Newton's method; the first column (always 1) bears no ridge."""
    ridge = np.diag([1e-6] + [_RIDGE] * (table.shape[1] - 1)) * table.var(axis=0).clip(1e-6)
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        chance = chances(table, weights)
        slope = table.T @ (chance - right) + ridge @ weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


def chances(table: Floats, weights: Floats) -> Floats:
    """The chance of each row."""
    return np.asarray(1 / (1 + np.exp(-table @ weights)))


def ordered_rightly(chance: Floats, right: Floats) -> float:
    """How often a right event is more sure than a wrong one (the area under the ROC curve)."""
    pairs = chance[right == 1][:, None] - chance[right == 0][None, :]
    return float(((pairs > 0) + 0.5 * (pairs == 0)).mean())


def _table(found: Sequence[Example], names: Sequence[str]) -> tuple[Floats, Floats]:
    table = np.array([[each.signs.get(name, 0.0) for name in names] for each in found])
    return table, np.array([float(each.right) for each in found])


def _held_back(found: Sequence[Example], table: Floats, right: Floats) -> Floats:
    """The chance of each event by weights that were found without its text."""
    folds = np.array([crc32(each.text.encode()) % _FOLDS for each in found])
    chance = np.zeros(len(found))
    for fold in range(_FOLDS):
        chance[folds == fold] = chances(table[folds == fold], fit(table[folds != fold], right[folds != fold]))
    return chance


def _tell(name: str, chance: Floats, right: Floats) -> None:
    means = f"{right.mean():.3f} right, mean chance {chance.mean():.3f}"
    print(f"{name}: {len(right)} events, {means}, ordered rightly {ordered_rightly(chance, right):.3f}")


def main() -> None:
    """Writes the weights and prints how they do."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--test", nargs="*", type=Path, default=[])
    given = parser.parse_args()
    found = list(examples(given.gold))
    names = [ALWAYS, *sorted({name for each in found for name in each.signs} - {ALWAYS})]
    table, right = _table(found, names)
    _tell("texts held back", _held_back(found, table, right), right)
    weights = fit(table, right)
    if given.test:
        others, truth = _table(list(examples(given.test)), names)
        _tell("test", chances(others, weights), truth)
    with data_file("world", "confidence.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("sign", "weight"))
        rows.writerows((name, round(weight, _DECIMALS)) for name, weight in zip(names, weights, strict=True))


if __name__ == "__main__":
    main()
