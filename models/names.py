"""Named entities of the treebanks: the layer of this project (French), UNER (English), and what lists tell."""

import lzma
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from models.treebank import TreeSentence, with_tags

Names = dict[str, list[tuple[int, int, str]]]
# How far a word may stand from where the last one ended (marks that the treebank leaves out).
_NEAR = 4
# Proper nouns to the treebanks that are no names to us.
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december english french spanish german arabic chinese internet christmas easter
    god""".split()
)


def read_layer(folder: Path) -> Names:
    """Names by sentence id from stand-off files (`sent_id, start, end, label`); a sentence read without names is []."""
    found: Names = {}
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            names = found.setdefault(cells[0], [])
            if len(cells) == 4:
                names.append((int(cells[1]), int(cells[2]), cells[3]))
    return found


def read_uner(path: Path, texts: Mapping[str, str]) -> Names:
    """Names by sentence id of a UNER .iob2.xz file, with offsets in the text that the treebank has of a sentence.

    The texts of UNER itself have blanks that the treebank has not ("do n't").
    """
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        return dict(_uner(stream, texts))


def _uner(stream: Iterable[str], texts: Mapping[str, str]) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    name, text, at = "", "", 0
    spans: list[tuple[int, int, str]] = []
    for line in [*stream, "\n"]:
        cells = line.rstrip("\n").split("\t")
        if line.startswith("# sent_id"):
            name, at, spans = line.partition("=")[2].strip(), 0, []
            text = texts.get(name, "")
        elif len(cells) >= 3 and cells[0].isdigit():
            while at < len(text) and text[at].isspace():
                at += 1
            near = text.find(cells[1], at, at + len(cells[1]) + _NEAR)
            at = (near if near >= 0 else at) + len(cells[1])
            if cells[2].startswith("B-"):
                spans.append((at - len(cells[1]), at, cells[2][2:]))
            elif cells[2].startswith("I-") and spans:
                spans[-1] = (spans[-1][0], at, spans[-1][2])
        elif name and text and not line.strip():
            yield name, spans
            name, text = "", ""


def guessed(sentence: TreeSentence, places: Set[str], organisations: Set[str], given: Set[str]) -> TreeSentence:
    """The sentence with tags where lists make them sure; proper nouns that no list knows stay without a tag."""
    tags = ["O"] * len(sentence.words)
    for start, end in _proper(sentence):
        text = " ".join(word.text for word in sentence.words[start:end])
        label = _label(text, places, organisations, given)
        for i in range(start, end):
            tags[i] = "" if label is None else label if label == "O" else ("B-" if i == start else "I-") + label
        if label is None and end + 1 < len(tags) and sentence.words[end + 1].pos == "PROPN":
            tags[end] = ""
    return with_tags(sentence, tags)


def _proper(sentence: TreeSentence) -> Iterator[tuple[int, int]]:
    """The runs of proper nouns."""
    start = None
    for i, word in enumerate(sentence.words):
        if word.pos == "PROPN" and start is None:
            start = i
        elif word.pos != "PROPN" and start is not None:
            yield start, i
            start = None
    if start is not None:
        yield start, len(sentence.words)


def _label(text: str, places: Set[str], organisations: Set[str], given: Set[str]) -> str | None:
    first, *others = text.split()
    if text.lower() in _CALENDAR:
        return "O"
    if text in places and text not in organisations and first not in given:
        return "LOC"
    if text in organisations:
        return "ORG"
    if first in given and len(others) in (1, 2):
        return "PER"
    return None
