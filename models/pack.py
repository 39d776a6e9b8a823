"""A trained pipeline → the folder that is shipped: half precision, lists of lemmas, licences; and its installation."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy

from models.lemmas import infinitives

VERSION = "0.1.0"
SOURCES = Path(__file__).parent / "sources"
_LICENCES = {"fr": "LGPL-LR AND CC-BY-SA-4.0", "en": "CC-BY-SA-4.0 AND PDDL-1.0"}
_DESCRIPTION = {
    "fr": "French for selon: tags, morphology, lemmas, UD trees and names, trained on UD Sequoia and GSD",
    "en": "English for selon: tags, morphology, lemmas, UD trees and names, trained on UD EWT",
}


def pack(lang: str, trained: Path, target: Path, lemmas: Mapping[tuple[str, str], str], vocabulary: set[str]) -> None:
    """Writes the folder to ship from a trained pipeline (a folder written by spaCy)."""
    shutil.copytree(trained, target)
    for path in target.glob("*/model"):
        path.write_bytes(_halved(path.read_bytes()))
    table = target / "vocab" / "vectors"
    numpy.save(table.with_suffix(".npy"), numpy.load(table).astype("float16"))
    table.with_suffix(".npy").rename(table)
    rows = (f"{form}\t{pos}\t{'' if lemma == form else lemma}\n" for (form, pos), lemma in sorted(lemmas.items()))
    (target / "lemmas.tsv").write_text("".join(rows), encoding="utf-8")
    if lang == "fr":
        (target / "verbs.txt").write_text("\n".join(infinitives(vocabulary)) + "\n", encoding="utf-8")
    for name in ("LICENSE", "SOURCES.md"):
        shutil.copy(SOURCES / lang / name, target / name)
    _describe(lang, target / "meta.json")


def _halved(packed: bytes) -> bytes:
    """A packed network with its numbers in half precision."""
    import srsly

    message = srsly.msgpack_loads(packed)
    return bytes(srsly.msgpack_dumps(_half(message)))


def _half(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _half(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_half(each) for each in value]
    if isinstance(value, numpy.ndarray) and value.dtype == numpy.float32:
        return value.astype("float16")
    return value


def _describe(lang: str, path: Path) -> None:
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta |= {
        "name": f"selon_{lang}", "version": VERSION, "license": _LICENCES[lang], "description": _DESCRIPTION[lang],
        "author": "the selon project", "vectors_by": "LOWER",
    }  # fmt: skip
    path.write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def install(packed: Path, target: Path) -> None:
    """Puts the packed folder in the place of the weights in use; a reader finds the old ones or the new ones, whole."""
    fresh, old = target.with_name(f".{target.name}-new"), target.with_name(f".{target.name}-old")
    for path in (fresh, old):
        shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(packed, fresh)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
