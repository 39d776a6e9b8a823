"""Scores on the test parts, from raw text, with the official evaluation of UD (package udtools), and of the names.

Eight sentences make a paragraph, as ../shared/data/README.md has it. Intervals are 95 %, from resampled paragraphs.
"""

import io
import lzma
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.corpus import LAYERS
from models.names import Names, read_layer, read_uner
from selon.parse import conllu
from selon.parse.spacy import Pipeline, load, parse
from selon.parse.tree import Parse

TESTS = {"fr": ("fr_sequoia-test", "fr_gsd-test"), "en": ("en_ewt-test",)}
METRICS = ("Tokens", "Sentences", "Words", "UPOS", "UFeats", "Lemmas", "UAS", "LAS")
_MEDICAL = "emea"
_PARAGRAPH = 8
_SAMPLES = 500
# Found, gold, given: what an F1 is reckoned from.
Counts = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Interval:
    """An F1 in percent with the interval that holds 95 % of the resampled ones."""

    score: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.score:.1f} [{self.low:.1f}–{self.high:.1f}]"


def interval(counts: Sequence[Counts]) -> Interval:
    """The F1 over all the counts, and its interval (the resampling is the same each time)."""
    rng = random.Random(0)
    scores = sorted(_f1(rng.choices(counts, k=len(counts))) for _ in range(_SAMPLES))
    return Interval(_f1(counts), scores[int(_SAMPLES * 0.025)], scores[int(_SAMPLES * 0.975)])


def _f1(counts: Sequence[Counts]) -> float:
    found, gold, given = (sum(each[i] for each in counts) for i in range(3))
    return 200 * found / (gold + given) if gold + given else 0.0


def report(lang: str, weights: Path, data: Path, work: Path) -> str:
    """The scores of a folder of weights as lines of a table; also written to scores-LANG.md in the work folder."""
    load.cache_clear()
    pipeline = load(lang, str(weights))
    lines = [f"| {lang} | " + " | ".join(METRICS) + " |"]
    for name in TESTS[lang]:
        scores = trees(data / "ud" / f"{name}.conllu.xz", pipeline)
        lines.append(f"| {name} | " + " | ".join(str(scores[metric]) for metric in METRICS) + " |")
    for name, names, texts in _named(lang, data):
        for kind, chosen in kinds(texts):
            lines.append(f"| {name}{kind} | names {interval(list(name_counts(names, chosen, pipeline)))} |")
    text = "\n".join(lines) + "\n"
    (work / f"scores-{lang}.md").write_text(text, encoding="utf-8")
    return text


def trees(treebank: Path, pipeline: Pipeline) -> dict[str, Interval]:
    """The official F1 of each metric on a test part."""
    from udtools.udeval import evaluate

    counts: dict[str, list[Counts]] = {metric: [] for metric in METRICS}
    for gold, text in paragraphs(treebank):
        given = conllu.write(parse(text, pipeline.lang, pipeline))
        scores = evaluate(_loaded(gold), _loaded(given))
        for metric in METRICS:
            score = scores[metric]
            counts[metric].append((score.correct, score.gold_total, score.system_total))
    return {metric: interval(each) for metric, each in counts.items()}


def _loaded(text: str) -> Any:
    from udtools.udeval import load_conllu

    return load_conllu(io.StringIO(text), "", {})


def paragraphs(treebank: Path) -> Iterator[tuple[str, str]]:
    """Gold CoNLL-U and raw text of each paragraph of eight sentences."""
    with lzma.open(treebank, "rt", encoding="utf-8") as stream:
        blocks = [block for block in stream.read().split("\n\n") if block.strip()]
    for at in range(0, len(blocks), _PARAGRAPH):
        chosen = blocks[at : at + _PARAGRAPH]
        yield "\n\n".join(chosen) + "\n\n", " ".join(_text(block) for block in chosen)


def _text(block: str) -> str:
    return next(line[9:] for line in block.split("\n") if line.startswith("# text = "))


def _named(lang: str, data: Path) -> Iterator[tuple[str, Names, dict[str, str]]]:
    """The names to score on: a title, names and texts by sentence."""
    for treebank in TESTS[lang]:
        with lzma.open(data / "ud" / f"{treebank}.conllu.xz", "rt", encoding="utf-8") as stream:
            blocks = [block for block in stream.read().split("\n\n") if block.strip()]
        texts = {_id(block): _text(block) for block in blocks}
        own = lang == "fr"
        layer = read_layer(LAYERS / "fr") if own else read_uner(data / "ner" / "en_uner_ewt-test.iob2.xz", texts)
        yield f"{treebank} names", layer, {name: text for name, text in texts.items() if name in layer}


def kinds(texts: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The sentences by kind: medical reports, whose names are nearly all those of two drugs, are scored apart."""
    for kind, medical in (("", False), (", medical reports", True)):
        chosen = {name: text for name, text in texts.items() if name.startswith(_MEDICAL) is medical}
        if chosen:
            yield kind, chosen


def _id(block: str) -> str:
    return next(line for line in block.split("\n") if line.startswith("# sent_id")).partition("=")[2].strip()


def name_counts(names: Names, texts: dict[str, str], pipeline: Pipeline) -> Iterator[Counts]:
    """Of each sentence the names found (same span and label), those of the gold and those given."""
    for name, text in texts.items():
        gold, given = set(names[name]), set(_spans(parse(text, pipeline.lang, pipeline)))
        yield len(gold & given), len(gold), len(given)


def _spans(read: Parse) -> Iterator[tuple[int, int, str]]:
    for entity in read.entities:
        yield read.tokens[entity.start].start, read.tokens[entity.end - 1].end, entity.label
