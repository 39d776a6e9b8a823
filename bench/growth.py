"""Whether cost grows as the text does: documents and numbers of documents of 1, 4 and 16 times the size."""

import time
from collections.abc import Iterator

import selon
from bench import corpus
from bench.rows import Row

_TIMES = (1, 4, 16)
_WORDS, _DOCUMENTS = 1_000, 6
_MEGABYTE = 160_000


def measure() -> Iterator[Row]:
    """Processor time for each thousand words, of which none should be dearer than the first by much."""
    reader = selon.Reader()
    for lang in corpus.LANGS:
        reader.read(_document(lang, 0, 100))
    for times in _TIMES:
        spent, words = _cost(reader, 1, _WORDS * times)
        yield Row("growth", f"a document of {times * _WORDS:,} words", 1000 * spent / words, "s per 1,000 words")
    for times in _TIMES:
        spent, words = _cost(reader, _DOCUMENTS * times, 400)
        yield Row("growth", f"{_DOCUMENTS * times} documents of 400 words", 1000 * spent / words, "s per 1,000 words")
    spent, words = _cost(reader, 1, _MEGABYTE)
    yield Row("growth", "a document of 1 MB", 1000 * spent / words, "s per 1,000 words", "as the first")


def _cost(reader: "selon.Reader", documents: int, words: int) -> tuple[float, int]:
    texts = [_document(corpus.LANGS[number % 2], number, words) for number in range(documents)]
    start = time.process_time()
    for text in texts:
        reader.read(text)
    return time.process_time() - start, sum(len(text.text.split()) for text in texts)


def _document(lang: str, number: int, words: int) -> "selon.Document":
    return selon.document_of(corpus.article(lang, number, words), id=f"{lang}{number}", lang=lang, date="2020-06-15")
