"""Lemmas guessed by the model, for the words alone that no list has: four words in five need no guess."""

from collections.abc import Iterator, Sequence
from typing import Any

# The component that guesses; spaCy's own way asks it for every word.
NAME = "trainable_lemmatizer"


class Guesser:
    """The lemmatizer of a model. It must be one that sees no lemma before it and leaves a word as it is (`orth`)."""

    def __init__(self, lemmatizer: Any) -> None:
        _, outputs = lemmatizer.model.layers
        self._outputs, self._labels, self._trees = outputs, lemmatizer.cfg["labels"], lemmatizer.trees
        self._tries = min(lemmatizer.top_k, len(self._labels))

    @classmethod
    def of(cls, nlp: Any) -> "Guesser | None":
        """The guesser of a pipeline; None where its lemmas come in another way."""
        from spacy.pipeline import EditTreeLemmatizer

        found = nlp.get_pipe(NAME) if nlp.has_pipe(NAME) else None
        if not isinstance(found, EditTreeLemmatizer) or found.overwrite or found.backoff != "orth":
            return None
        # What finds the numbers of words is shared by all components, and has left them in each text.
        return cls(found) if [layer.name for layer in found.model.layers][:1] == ["tok2vec-listener"] else None

    def lemmas(self, doc: Any, places: Sequence[int]) -> Iterator[str]:
        """The lemma of each word of a text at these places, as the component would give it."""
        if not places:
            return
        for i, scores in zip(places, self._outputs.predict(doc.tensor[places]), strict=True):
            yield self._lemma(doc[i].text, scores)

    def _lemma(self, word: str, scores: Any) -> str:
        """What the likeliest rules that fit make of a word; the word itself where none fits."""
        for _ in range(self._tries):
            best = int(scores.argmax())
            lemma: str | None = self._trees.apply(self._labels[best], word)
            if lemma is not None:
                return lemma
            scores[best] = -float("inf")
        return word
