"""Named entities of the treebanks: the stand-off layer of this project (French), UNER (English)."""

import lzma
from pathlib import Path

Names = dict[str, list[tuple[int, int, str]]]


def read_layer(folder: Path) -> Names:
    """Names by sentence id from the stand-off files `sent_id, start, end, label`; a sentence read without names is []."""
    found: Names = {}
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            names = found.setdefault(cells[0], [])
            if len(cells) == 4:
                names.append((int(cells[1]), int(cells[2]), cells[3]))
    return found


def read_iob(path: Path) -> list[tuple[list[str], list[str]]]:
    """Words and tags of each sentence of an .iob2.xz or .bio.xz file (UNER, Europeana)."""
    sentences: list[tuple[list[str], list[str]]] = []
    words: list[str] = []
    tags: list[str] = []
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        for line in [*stream, "\n"]:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#"):
                continue
            if len(cells) >= 3 and cells[0].isdigit():
                words.append(cells[1])
                tags.append(cells[2] if cells[2][:2] in ("B-", "I-") else "O")
            elif words:
                sentences.append((words, tags))
                words, tags = [], []
    return sentences
