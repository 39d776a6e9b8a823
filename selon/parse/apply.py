"""The parts of one of our own models applied to texts, with the results of spaCy's `pipe`, but faster.

spaCy's parser and name finder let go of Python's lock for a batch and take it back for each step of each text, which
is half their time. Here they hold it: each step is one for all texts that are not ended.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from selon.parse import guess
from selon.parse.numbers import Encoder

# Texts that go through the parts together.
_TOGETHER = 128
# With fewer texts than this, steps for all at once cost more than they spare.
_FEW = 16
_STEPPED = ("parser", "ner")


class Applied:
    """The parts of a model, ready for texts."""

    def __init__(self, nlp: Any, encoder: Encoder) -> None:
        self._nlp, self._encoder = nlp, encoder

    @classmethod
    def of(cls, nlp: Any) -> "Applied | None":
        """The parts of a model that is built as ours are; None for others."""
        encoder = Encoder.of(nlp.get_pipe("tok2vec").model) if nlp.has_pipe("tok2vec") else None
        if encoder is None or not {"morphologizer", "parser"} <= set(nlp.pipe_names):
            return None
        _quicken(nlp)
        return cls(nlp, encoder)

    def pipe(self, docs: Iterable[Any], spared: Collection[str]) -> Iterator[Any]:
        """The texts with all that the parts find, in order; `spared` are the names of parts that are left out."""
        waiting = iter(docs)
        while group := [*islice(waiting, _TOGETHER)]:
            for name, pipe in self._nlp.pipeline:
                if name not in spared:
                    pipe.set_annotations(group, self._found(name, pipe, group))
            yield from group

    def _found(self, name: str, pipe: Any, docs: Sequence[Any]) -> Any:
        if name == "tok2vec":
            return self._encoder(docs)
        return _stepped(pipe, docs) if name in _STEPPED and len(docs) >= _FEW else pipe.predict(docs)


def _stepped(pipe: Any, docs: Sequence[Any]) -> Any:
    """The states of a parser or name finder at the end of the texts."""
    found = pipe.moves.init_batch(docs)
    states = [state for state in found if not state.is_final()]
    if not states:
        return found
    model = pipe.model.predict(docs)
    while states:
        states = pipe.transition_states(states, model.predict(states))
    model.clear_memory()
    return found


def _quicken(nlp: Any) -> None:
    """Has products reckoned in steady blocks, but for those of a step, of which spaCy makes some itself."""
    from selon.parse.blocks import BlockOps

    ops = BlockOps()
    for name, pipe in nlp.pipeline:
        # What guesses lemmas is asked for few words at a time, too few for a block.
        nodes = [*pipe.model.walk()] if hasattr(pipe, "model") and name != guess.NAME else []
        step = [pipe.model.layers[-1]] if name in _STEPPED else []
        for node in nodes:
            if node not in step:
                node.ops = ops
