"""Vectors for English words with a prefix and a hyphen ("ex-minister"), which are too rare to have one of their own.

They are one word to the treebanks and to the tokenizer. With no vector at all the models take them for anything.
"""

import re
from typing import Any

_STEM = re.compile(r"[a-z]+-([a-z]+)")


def lend_vectors(doc: Any) -> None:
    """Has such words of a text found under the vector of the word behind their hyphen from now on."""
    vectors, strings = doc.vocab.vectors, doc.vocab.strings
    for token in doc:
        if "-" in token.text and token.lower not in vectors.key2row:
            found = _STEM.fullmatch(token.lower_)
            row = vectors.key2row.get(strings[found.group(1)]) if found else None
            if row is not None:
                vectors.key2row[token.lower] = row
