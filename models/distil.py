"""What the shipped parser learns from its teachers: sentences of raw text, with the trees that the teachers give them.

The file of taught sentences has a word a line (text, space, part of speech, lemma, features, head, relation, tag) and
an empty line behind each sentence.
"""

import lzma
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from models.treebank import TreeSentence, Word
from selon.parse.normalise import normalise
from selon.parse.sentences import paragraphs, sentence_starts

# Words of each shard that are taught: the news there is, encyclopaedia, debates, administration; addresses, countries.
WORDS = {
    "fr": {"14": 100_000, "04": 800_000, "01": 400_000, "03": 150_000, "05": 150_000},
    "en": {"1-": 700_000, "2-": 400_000, "3-": 500_000},
}
# Sentences of other lengths, or with fewer words among their tokens, are no prose.
_SHORT, _LONG, _WORDY = 5, 45, 0.6
# A sentence is kept when the heads and relations have this probability on average.
SURE = 0.8
_ENDS = tuple('.!?…»"')
_FIELDS = 8


def raw_sentences(folder: Path, lang: str) -> Iterator[TreeSentence]:
    """Sentences of the raw text, cut as selon cuts them, evenly from all of each shard; without trees."""
    import spacy

    from selon.parse.tokenizer import TOKENIZERS

    nlp = spacy.blank("xx")
    tokenizer = TOKENIZERS[lang](nlp)
    for path in sorted(folder.glob("*.txt.xz")):
        shard = path.name[:2]
        with lzma.open(path, "rt", encoding="utf-8") as stream:
            lines = list(stream) if shard in WORDS[lang] else []
        words = sum(line.count(" ") + 1 for line in lines)
        for number in _evenly(len(lines), WORDS[lang].get(shard, 0) / max(1, words)):
            for i, sentence in enumerate(_sentences(lines[number], lang, tokenizer)):
                yield TreeSentence(f"{shard}-{number}-{i}", sentence)


def _evenly(size: int, share: float) -> Iterator[int]:
    """A share of the numbers below `size`, spread evenly.

    >>> list(_evenly(6, 0.5))
    [1, 3, 5]
    """
    return (i for i in range(size) if int((i + 1) * share) > int(i * share) or share >= 1)


def _sentences(line: str, lang: str, tokenizer: Any) -> Iterator[tuple[Word, ...]]:
    for span in paragraphs(line):
        text = normalise(line[span.start : span.end])
        for start, end in pairwise([*sorted(set(sentence_starts(text, lang))), len(text)]):
            words = tuple(
                Word(token.text, bool(token.whitespace_), "", "", "_", 0, "")
                for token in tokenizer(text[start:end].strip())
                if not token.is_space
            )
            if is_prose(words):
                yield words


def is_prose(words: tuple[Word, ...]) -> bool:
    """Whether these are the words of a whole sentence of middling length."""
    if not _SHORT <= len(words) <= _LONG or not words[-1].text.endswith(_ENDS):
        return False
    first = next((word.text for word in words if word.text[0].isalnum()), "")
    return first[:1].isupper() and sum(word.text[0].isalpha() for word in words) >= _WORDY * len(words)


def teach(teachers: Sequence[Path], sentences: Sequence[TreeSentence], target: Path) -> None:
    """Writes those of the sentences on which the teachers together are sure, with their trees."""
    from models.teach import read_teacher, taught

    pairs = taught([read_teacher(path) for path in teachers], sentences)
    write((sentence for sentence, sure in pairs if sure >= SURE), target)


def tag(teachers: Sequence[Path], sentences: Sequence[TreeSentence], target: Path) -> None:
    """Writes the names that the teachers find in sentences of the treebanks: a sentence a line, its id and tags."""
    from models.teach import read_teacher, taught

    with target.open("w", encoding="utf-8") as stream:
        for each, _ in taught([read_teacher(path) for path in teachers], sentences):
            stream.write("\t".join([each.id, *(word.tag for word in each.words)]) + "\n")


def read_tags(path: Path) -> dict[str, list[str]]:
    """The written names, by sentence."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {name: tags for name, *tags in rows}


def widen(teacher: Path, table: Path, sentences: Sequence[TreeSentence], target: Path) -> None:
    """Writes the word vectors with what the teacher makes of each word behind them."""
    import numpy

    from models.contexts import narrowed, word_states
    from models.teach import read_teacher

    stored = numpy.load(table)
    states = word_states(*read_teacher(teacher), [str(name) for name in stored["names"]], sentences)
    old, new = stored["table"].astype("float32"), narrowed(states)
    new *= numpy.sqrt((old**2).mean() / (new**2).mean())
    numpy.savez(target, names=stored["names"], table=numpy.concatenate([old, new], axis=1).astype("float16"))


def write(sentences: Iterable[TreeSentence], target: Path) -> None:
    """Writes sentences with trees and tags."""
    with target.open("w", encoding="utf-8") as stream:
        for sentence in sentences:
            stream.writelines(_line(word) for word in sentence.words)
            stream.write("\n")


def _line(word: Word) -> str:
    cells = (word.text, "_" if word.space else "", word.pos, word.lemma, word.morph, str(word.head), word.rel, word.tag)
    return "\t".join(cells) + "\n"


def read(path: Path) -> Iterator[TreeSentence]:
    """The written sentences, in order."""
    words: list[Word] = []
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream):
            if line != "\n":
                text, space, pos, lemma, morph, head, rel, tag = line.rstrip("\n").split("\t", _FIELDS - 1)
                words.append(Word(text, space == "_", pos, lemma, morph, int(head), rel, tag))
            elif words:
                yield TreeSentence(f"taught-{number}", tuple(words))
                words = []
