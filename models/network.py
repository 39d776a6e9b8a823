"""What is trained: one encoder that tagger, parser, lemmatizer and name finder share."""

from typing import Any

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
