"""Sentences → spaCy training documents: normalised as at reading time, joined to paragraphs."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from models.treebank import TreeSentence
from selon.parse.normalise import normalise

# How many sentences a paragraph has: agencies like short ones.
_PARAGRAPH = (1, 1, 2, 2, 3, 4, 6)


def documents(sentences: Sequence[TreeSentence], vocab: Any, rng: random.Random) -> Iterator[Any]:
    """The sentences as documents of one to six, in order."""
    at = 0
    while at < len(sentences):
        size = rng.choice(_PARAGRAPH)
        yield document(sentences[at : at + size], vocab)
        at += size


def document(sentences: Sequence[TreeSentence], vocab: Any) -> Any:
    """One document of these sentences; words without a tag say nothing about names."""
    from spacy.tokens import Doc

    texts: list[str] = []
    spaces: list[bool] = []
    heads: list[int] = []
    for sentence in sentences:
        offset = len(texts)
        texts += normal_words(sentence)
        spaces += [word.space for word in sentence.words[:-1]] + [True]
        heads += [offset + word.head for word in sentence.words]
    words = [word for sentence in sentences for word in sentence.words]
    return Doc(
        vocab, words=texts, spaces=spaces, pos=[word.pos for word in words], lemmas=[word.lemma for word in words],
        morphs=[word.morph for word in words], heads=heads, deps=[word.rel for word in words],
        sent_starts=[i == 0 for sentence in sentences for i in range(len(sentence.words))],
        ents=[word.tag for word in words],
    )  # fmt: skip


def normal_words(sentence: TreeSentence) -> list[str]:
    """The words as the whole sentence, normalised, has them (capitals are judged by their line)."""
    text = normalise(sentence.text)
    starts = sentence.starts()
    return [text[start : start + len(word.text)] for start, word in zip(starts, sentence.words, strict=True)]
