"""What is trained: one encoder that tagger, parser, lemmatizer and name finder share."""

import math
from collections.abc import Sequence
from typing import Any

from selon.parse.spacy import look_up_small
from selon.parse.tokenizer import TOKENIZERS

Settings = dict[str, Any]


def pipeline(lang: str, vectors: Any, *, width: int, depth: int, names: bool = True) -> Any:
    """An untrained spaCy pipeline with this vector table."""
    import spacy

    nlp = spacy.blank(lang)
    nlp.tokenizer = TOKENIZERS[lang](nlp)
    if vectors is not None:
        nlp.vocab.vectors = vectors
    nlp.add_pipe("tok2vec", config={"model": encoder(width, depth, vectors is not None)})
    nlp.add_pipe("morphologizer", config={"model": _tagger(width), "overwrite": True})
    nlp.add_pipe("parser", config={"model": _transitions("parser", width), "min_action_freq": 20})
    nlp.add_pipe("trainable_lemmatizer", config={"model": _tagger(width), "min_tree_freq": 2, "top_k": 3})
    if names:
        nlp.add_pipe("ner", config={"model": _transitions("ner", width)})
    return nlp


def resumed(path: Any, lang: str) -> Any:
    """A trained pipeline, read from its folder, that can be trained on."""
    import spacy

    nlp = spacy.load(path)
    nlp.tokenizer = TOKENIZERS[lang](nlp)
    look_up_small(nlp)
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    # spaCy does not restore this, and without it every lemma would be learned as the first rule.
    lemmatizer.tree2label = {tree: i for i, tree in enumerate(lemmatizer.cfg["labels"])}
    return nlp


def add_starter(nlp: Any, width: int, examples: Sequence[Any]) -> None:
    """Adds an untrained finder of sentence starts, before the parser and on the same encoder."""
    nlp.add_pipe("senter", before="parser", config={"model": _tagger(width)})
    nlp.get_pipe("senter").initialize(lambda: examples, nlp=nlp)
    nlp._link_components()


def caution(nlp: Any, sure: float) -> None:
    """From now on a sentence starts only where the finder of starts gives that more than this probability."""
    layer = nlp.get_pipe("senter").model.get_ref("softmax")
    bias = layer.get_param("b").copy()
    bias[1] -= math.log(sure / (1 - sure))
    layer.set_param("b", bias)


def encoder(width: int, depth: int, static: bool) -> Settings:
    """Hashed features of a word (and its static vector), then convolutions over its neighbours."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2", "width": width, "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [5000, 1000, 2500, 1500], "include_static_vectors": static,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": width, "depth": depth, "window_size": 1,
            "maxout_pieces": 3,
        },
    }  # fmt: skip


def _listener(width: int) -> Settings:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "tok2vec"}


def _tagger(width: int) -> Settings:
    return {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": _listener(width)}


def _transitions(kind: str, width: int) -> Settings:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind, "extra_state_tokens": False,
        "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": _listener(width),
    }  # fmt: skip
