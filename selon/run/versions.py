"""What reads a document: the versions of selon and of its language models, and the fingerprint of its lexicons."""

import hashlib
import json
from functools import cache
from pathlib import Path

from selon.lexicon.load import DATA
from selon.version import __version__


def coding(model: str | None = None, ontology: str | None = None) -> str:
    """One line that names all that a record depends on but the text; two equal lines give equal records.

    `ontology` is the path of an ontology of the user's own, told by its name and what it holds.
    """
    from selon.parse.spacy import WEIGHTS

    names = [model] if model else []
    for lang in () if model else ("fr", "en"):
        meta = WEIGHTS / lang / "meta.json"
        version = json.loads(meta.read_text(encoding="utf-8")).get("version", "unknown") if meta.is_file() else "none"
        names.append(f"{lang} {version}")
    line = f"selon {__version__}, models {', '.join(names)}, lexicons {lexicon_fingerprint()}"
    if ontology is None:
        return line
    digest = hashlib.blake2b(Path(ontology).read_bytes(), digest_size=4).hexdigest()
    return f"{line}, ontology {Path(ontology).name} {digest}"


@cache
def lexicon_fingerprint() -> str:
    """Eight hexadecimal digits over the names and contents of all lexicon files."""
    digest = hashlib.blake2b(digest_size=4)
    for path in sorted(path for path in DATA.rglob("*") if path.is_file()):
        digest.update(path.relative_to(DATA).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
