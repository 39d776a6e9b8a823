"""A user's own ontology: types and frames in one YAML file, beside PLOVER or in its place (docs/ontologies.md).

Each type of it names the PLOVER type that it belongs to, so that whoever knows only PLOVER can still read the events.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from selon.errors import LexiconError
from selon.extract.events.compile import compile_lexicon, event_lexicon
from selon.extract.events.frames import EventLexicon, Frame, WordClass, Wording
from selon.lexicon.load import load_one
from selon.model.ontology import Context, EventType, Mode


@dataclass(frozen=True, slots=True)
class OwnType:
    """A type of a user's ontology: its name, the PLOVER type that it is a kind of, and what it means."""

    id: str
    plover: EventType
    cameo: str
    meaning: str
    mode: Mode | None = None
    contexts: tuple[Context, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFrame(Wording):
    """A frame of a user's ontology, with one of the ontology's types."""

    type: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What an ontology holds for one language."""

    frames: tuple[OwnFrame, ...]
    classes: tuple[WordClass, ...] = ()


@dataclass(frozen=True, slots=True)
class Ontology:
    """A user's ontology. `replaces`: PLOVER's own frames and intents are left out."""

    name: str
    types: tuple[OwnType, ...]
    replaces: bool = False
    fr: OwnWords | None = None
    en: OwnWords | None = None

    def words(self, lang: str) -> OwnWords:
        """What it holds for a language; nothing, if it does not know it."""
        return {"fr": self.fr, "en": self.en}[lang] or OwnWords(())


@cache
def load_ontology(path: Path) -> Ontology:
    """The ontology of a file, checked as a whole; all its faults are one LexiconError."""
    ontology = load_one(path, Ontology)
    faults = [f"{path.name}: {fault}" for fault in _faults(ontology)]
    if faults:
        raise LexiconError(faults)
    for lang in ("fr", "en"):
        own_lexicon(ontology, lang)
    return ontology


def _faults(ontology: Ontology) -> Iterator[str]:
    known = [each.id for each in ontology.types]
    if not ontology.name.isidentifier():
        yield f"name: {ontology.name!r} is no name of letters, digits and _"
    yield from (f"types: {name} is given twice" for name in sorted({name for name in known if known.count(name) > 1}))
    if not (ontology.fr or ontology.en):
        yield "fr, en: at least one language must have frames"
    for lang in ("fr", "en"):
        for frame in ontology.words(lang).frames:
            if frame.type not in known:
                yield f"{lang} {frame.id}: type {frame.type!r} is not one of {', '.join(known)}"
            if not (frame.verbs or frame.nouns or frame.adjectives):
                yield f"{lang} {frame.id}: has no verbs, nouns or adjectives"


@cache
def own_lexicon(ontology: Ontology, lang: str) -> EventLexicon:
    """The lexicon of a language with the ontology's frames; a pattern that is none is a LexiconError."""
    plover, words = event_lexicon(lang), ontology.words(lang)
    types = {each.id: each for each in ontology.types}
    frames = tuple(_frame(ontology, each, types[each.type]) for each in words.frames)
    own = {frame.id: f"{ontology.name}.{each.type}" for frame, each in zip(frames, words.frames, strict=True)}
    classes = {name: tuple(sorted(each)) for name, each in plover.classes.items()}
    classes |= {each.name: each.words for each in words.classes}
    if ontology.replaces:
        return compile_lexicon(lang, frames, (), classes, own)
    return compile_lexicon(lang, (*plover.frames, *frames), plover.intents, classes, own)


def _frame(ontology: Ontology, frame: OwnFrame, type_: OwnType) -> Frame:
    """The frame as the matcher knows it."""
    taken = {field.name: getattr(frame, field.name) for field in fields(Wording)}
    taken["id"] = f"{ontology.name}.{frame.id}"
    return Frame(type=type_.plover, cameo=type_.cameo, mode=type_.mode, contexts=type_.contexts, **taken)
