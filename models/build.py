"""The whole recipe: `python -m models.build --data ../shared/data`.

Every step writes into the work folder and is left out when its result is there; delete the file to do it again.
"""

import argparse
import random
import shutil
from collections.abc import Callable, Sequence
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
GOLD = {"fr": Cycle(14, 0.0015), "en": Cycle(12, 0.0015)}
NAMES = Cycle(5, 0.001)
STARTS = Cycle(3, 0.001)
# How sure the finder of sentence starts must be.
SURE = {"fr": 0.7, "en": 0.7}
# The teachers of a language, by seed, with their epochs; how the pipeline learns from them: on treebanks and this share
# of the taught sentences, then on treebanks alone.
TEACHERS = {"fr": ((1, 20), (2, 16))}
TAUGHT, SHARE = Cycle(9, 0.0012, words=1000), 0.2
LAST = Cycle(3, 0.0005)
WIDTH, DEPTH = 96, 4


def main() -> None:
    """Runs the steps of each language in order."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True, help="folder with ud/, ner/ and raw-fr/")
    options.add_argument("--work", type=Path, default=Path("/tmp/selon-models"), help="folder for what the steps make")
    options.add_argument("--lang", choices=("fr", "en"), action="append", help="only this language")
    options.add_argument("--no-teacher", action="store_true", help="learn from the treebanks alone, which is quicker")
    options.add_argument("--install", action="store_true", help="put the new weights into selon/parse/weights")
    chosen = options.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    for lang in chosen.lang or ("fr", "en"):
        table = _vectors(lang, chosen.data, chosen.work)
        taught = lang in TEACHERS and not chosen.no_teacher
        trained = _trained(lang, table, chosen.data, chosen.work, taught=taught)
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


def _trained(lang: str, table: Path, data: Path, work: Path, *, taught: bool) -> Path:
    """The whole pipeline: from the treebanks, from the teachers, then names and sentence starts on their own."""
    target = work / f"{lang}-trained"
    if target.exists():
        return target
    text = corpus(lang, data)
    before = _gold(lang, text, table, work)
    if taught:
        before = _taught(lang, text, before, _lessons(lang, text, before, table, data, work), work)
    return _ended(lang, text, before, target)


def _ended(lang: str, text: Corpus, before: Path, target: Path) -> Path:
    """A pipeline with its name finder trained once more, and with a finder of sentence starts where one helps."""
    if target.exists():
        return target
    nlp = resumed(before, lang)
    train_alone(nlp, "ner", NAMES, lambda rng: list(documents(text.names(rng), nlp.vocab, rng)))
    if lang in SURE:
        docs = documents(text.check, nlp.vocab, random.Random(0))
        add_starter(nlp, WIDTH, [example(nlp, doc) for doc in docs])
        train_alone(nlp, "senter", STARTS, lambda rng: list(documents(text.epoch(rng), nlp.vocab, rng)))
        caution(nlp, SURE[lang])
    return _written(nlp, target)


def _written(nlp: Any, target: Path) -> Path:
    """The folder with the pipeline, which is there whole or not at all."""
    fresh = target.with_name(target.name + "-new")
    nlp.to_disk(fresh)
    fresh.rename(target)
    return target


def _gold(lang: str, text: Corpus, table: Path, work: Path) -> Path:
    """A pipeline trained on the treebanks alone."""
    target = work / f"{lang}-gold"
    if target.exists():
        return target
    nlp = pipeline(lang, vectors.table(table), width=WIDTH, depth=DEPTH)
    held = list(documents(text.check, nlp.vocab, random.Random(0)))
    train(nlp, GOLD[lang], _fresh(nlp, text), held, partial=work / f"{lang}-partial")
    return _written(nlp, target)


def _fresh(nlp: Any, text: Corpus, lessons: Sequence[TreeSentence] = ()) -> Callable[[random.Random], list[Any]]:
    """Makes the documents of an epoch: all of the treebanks, a share of the lessons."""

    def fresh(rng: random.Random) -> list[Any]:
        chosen = rng.sample(lessons, int(SHARE * len(lessons)))
        found = [*documents(text.epoch(rng), nlp.vocab, rng)]
        return found + list(documents(text.changed(chosen, rng), nlp.vocab, rng))

    return fresh


def _lessons(lang: str, text: Corpus, gold: Path, table: Path, data: Path, work: Path) -> Path:
    """The file of sentences of raw text with the trees of the teachers and of the pipeline that knows the gold."""
    target, voted = work / f"{lang}-lessons.txt", work / f"{lang}-voted.txt"
    if not voted.exists():
        nlp = resumed(_ended(lang, text, gold, work / f"{lang}-voter"), lang)
        _whole(voted, lambda path: distil.write(distil.parsed(nlp, distil.raw_sentences(data / "raw-fr", lang)), path))
    if not target.exists():
        teachers = _teachers(lang, text, table, work)
        _whole(target, lambda path: distil.teach(teachers, voted, path))
    return target


def _whole(target: Path, write: Callable[[Path], None]) -> None:
    """Writes a file that is there whole or not at all."""
    write(target.with_suffix(".new"))
    target.with_suffix(".new").rename(target)


def _teachers(lang: str, text: Corpus, table: Path, work: Path) -> list[Path]:
    """The teachers of a language; each goes on from the one before."""
    from models.teach import train_teacher

    found: list[Path] = []
    for seed, epochs in TEACHERS[lang]:
        path = work / f"{lang}-teacher-{seed}.pt"
        if not path.exists():
            train_teacher(text, table, path, seed=seed, epochs=epochs, before=found[-1] if found else None)
        found.append(path)
    return found


def _taught(lang: str, text: Corpus, before: Path, lessons: Path, work: Path) -> Path:
    """A pipeline that has learned from the lessons as well, and from the treebanks last."""
    target = work / f"{lang}-taught"
    if target.exists():
        return target
    nlp = resumed(before, lang)
    held = list(documents(text.check, nlp.vocab, random.Random(0)))
    partial = work / f"{lang}-partial"
    train(nlp, TAUGHT, _fresh(nlp, text, list(distil.read(lessons))), held, partial=partial, further=1)
    train(nlp, LAST, _fresh(nlp, text), held, partial=partial, further=2)
    return _written(nlp, target)


def _packed(lang: str, trained: Path, table: Path, data: Path, work: Path) -> Path:
    target = work / f"{lang}-packed"
    if not target.exists():
        shutil.rmtree(work / f"{lang}-packing", ignore_errors=True)
        pack.pack(lang, trained, work / f"{lang}-packing", lemma_table(lang, data), vectors.vocabulary(table))
        (work / f"{lang}-packing").rename(target)
    return target


if __name__ == "__main__":
    main()
