"""Whether an ontology of one's own finds its examples and leaves its counterexamples alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selon.ingest import Defaults
from selon.ingest.document import make_document
from selon.run.reader import Reader

_MARK = re.compile(r"</?trigger>")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked: types, frames by language, sentences; `faults` says where the frames fail their sentences."""

    name: str
    types: tuple[str, ...]
    frames: dict[str, int]
    sentences: int
    faults: tuple[str, ...]


def check_ontology(path: str) -> Checked:
    """Loads an ontology and reads its examples. A file that is no ontology is a LexiconError with all its faults."""
    from selon.extract.events import load_ontology

    ontology = load_ontology(Path(path))
    reader, faults, count = Reader(ontology=path), [], 0
    for lang in ("fr", "en"):
        for frame in ontology.words(lang).frames:
            wanted = f"{ontology.name}.{frame.type}"
            count += len(frame.examples) + len(frame.counterexamples)
            faults += [f"{lang} {frame.id}: not found in: {each}" for each in frame.examples
                       if wanted not in _found(reader, each, lang)]  # fmt: skip
            faults += [f"{lang} {frame.id}: found in the counterexample: {each}" for each in frame.counterexamples
                       if wanted in _found(reader, each, lang)]  # fmt: skip
    frames = {lang: len(ontology.words(lang).frames) for lang in ("fr", "en")}
    return Checked(ontology.name, tuple(each.id for each in ontology.types), frames, count, tuple(faults))


def _found(reader: Reader, sentence: str, lang: str) -> Iterator[str]:
    """The own types found in a sentence; where triggers are marked, only of events whose trigger is one of them."""
    marks, text, at = [], "", 0
    for piece in _MARK.split(sentence):
        marks.append((at, at + len(piece)))
        text, at = text + piece, at + len(piece)
    marked = marks[1::2] or [(0, len(text))]
    for event in reader.read(make_document(text, "the example", {}, Defaults(lang))).events:
        start, end = event.trigger.span
        if event.own_type and any(start < last and first < end for first, last in marked):
            yield event.own_type
