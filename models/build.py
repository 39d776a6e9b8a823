"""The whole recipe: `python -m models.build --data ../shared/data`.

Every step writes into the work folder and is left out when its result is there; delete the file to do it again.
"""

import argparse
import random
import shutil
from pathlib import Path
from typing import Any

from models import pack, score, vectors
from models.corpus import corpus
from models.documents import documents
from models.lemmas import lemma_table
from models.network import pipeline
from models.train import Cycle, train, train_names
from selon.parse.spacy import WEIGHTS

ROWS = {"fr": 40_000, "en": 50_000}
CYCLES = {"fr": (Cycle(14, 0.0015),), "en": (Cycle(10, 0.0015),)}
NAMES = Cycle(5, 0.001)
WIDTH, DEPTH = 96, 4


def main() -> None:
    """Runs the steps of each language in order."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True, help="folder with ud/, ner/ and raw-fr/")
    options.add_argument("--work", type=Path, default=Path("/tmp/selon-models"), help="folder for what the steps make")
    options.add_argument("--lang", choices=("fr", "en"), action="append", help="only this language")
    options.add_argument("--install", action="store_true", help="put the new weights into selon/parse/weights")
    chosen = options.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    for lang in chosen.lang or ("fr", "en"):
        table = _vectors(lang, chosen.data, chosen.work)
        trained = _trained(lang, table, chosen.data, chosen.work)
        packed = _packed(lang, trained, table, chosen.data, chosen.work)
        print(score.report(lang, packed, chosen.data, chosen.work), flush=True)
        if chosen.install:
            pack.install(packed, WEIGHTS / lang)


def _vectors(lang: str, data: Path, work: Path) -> Path:
    target = work / f"{lang}-vectors.npz"
    if target.exists():
        return target
    if lang == "en":
        vectors.published(target, rows=ROWS[lang])
        return target
    text = work / "fr-words-2.txt"
    if not text.exists():
        vectors.write_words(vectors.prose(data / "raw-fr"), text)
    vectors.train(text, target, rows=ROWS[lang])
    return target


def _trained(lang: str, table: Path, data: Path, work: Path) -> Path:
    target = work / f"{lang}-trained"
    if target.exists():
        return target
    text = corpus(lang, data)
    nlp = pipeline(lang, vectors.table(table), width=WIDTH, depth=DEPTH)

    def fresh(rng: random.Random) -> list[Any]:
        return list(documents(text.epoch(rng), nlp.vocab, rng))

    def fresh_names(rng: random.Random) -> list[Any]:
        return list(documents(text.names(rng), nlp.vocab, rng))

    held = list(documents(text.check, nlp.vocab, random.Random(0)))
    train(nlp, CYCLES[lang], fresh, held, partial=work / f"{lang}-partial")
    train_names(nlp, NAMES, fresh_names)
    nlp.to_disk(work / f"{lang}-new")
    (work / f"{lang}-new").rename(target)
    return target


def _packed(lang: str, trained: Path, table: Path, data: Path, work: Path) -> Path:
    target = work / f"{lang}-packed"
    if not target.exists():
        shutil.rmtree(work / f"{lang}-packing", ignore_errors=True)
        pack.pack(lang, trained, work / f"{lang}-packing", lemma_table(lang, data), vectors.vocabulary(table))
        (work / f"{lang}-packing").rename(target)
    return target


if __name__ == "__main__":
    main()
