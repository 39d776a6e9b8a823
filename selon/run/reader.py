"""The whole way of one document: parse, extract, record."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from selon.errors import InputError, Reason, SelonError
from selon.ingest import Defaults
from selon.ingest.document import make_document
from selon.model.document import Document
from selon.model.record import Record
from selon.parse.tree import Parse

_SAMPLES = {
    "fr": "Le ministre a condamné mardi l'attaque de Gao, selon la radio.",
    "en": "The minister condemned the attack on Gao on Tuesday, the radio said.",
}


class Reader:
    """Reads documents into records. A language model is loaded when the first document of its language comes."""

    def __init__(self, *, model: str | None = None, ontology: str | None = None) -> None:
        """`model`: the name of another installed spaCy pipeline with UD labels, in place of ours; `ontology`: the path
        of a user's own (docs/ontologies.md), faults of which are a LexiconError."""
        self.model = model
        self.ontology = _ontology(ontology) if ontology is not None else None

    def parse(self, document: Document) -> Parse:
        """The language analysis of a document."""
        from selon.parse.spacy import load, parse

        return parse(document.text, document.lang, load(document.lang, self.model))

    def parse_all(self, documents: Sequence[Document]) -> list[Parse | None]:
        """The language analyses of documents, worked out together; None for one that was not come to before a fault.

        `read` parses such a document alone: then it tells its own fault, and nobody else's.
        """
        from selon.parse.spacy import load, parse_all

        found: dict[int, Parse] = {}
        for lang in sorted({document.lang for document in documents}):
            places = [i for i, document in enumerate(documents) if document.lang == lang]
            with suppress(Exception):
                parses = parse_all([documents[i].text for i in places], lang, load(lang, self.model))
                found.update(zip(places, parses, strict=True))
        return [found.get(i) for i in range(len(documents))]

    def conllu(self, document: Document) -> str:
        """The language analysis as CoNLL-U, with entities (NER) and time expressions (Time) in MISC."""
        from selon.extract.reader import times_of
        from selon.parse.conllu import entity_notes, write

        parse = self.parse(document)
        notes = entity_notes(parse)
        for time in times_of(document, parse):
            for number, token in enumerate(parse.tokens_in(time.span)):
                notes.setdefault(token.i, {})["Time"] = f"{'B' if number == 0 else 'I'}-{time.type.value}:{time.value}"
        return write(parse, notes)

    def read(self, document: Document, parse: Parse | None = None) -> Record:
        """All that is read in a document, of which the parse may be known. What fails inside is an InputError that
        names the document."""
        from selon.extract.reader import read_parse
        from selon.parse.spacy import load

        pipeline = load(document.lang, self.model)
        try:
            analysis = parse or self.parse(document)
            return read_parse(document, analysis, {document.lang: pipeline.version}, self.ontology)
        except SelonError:
            raise
        except Exception as fault:
            problem = f"could not be read: {type(fault).__name__} in selon: {fault}."
            raise InputError(document.id, Reason.FAILED, problem, "Please report this with the text.") from fault


def _ontology(path: str) -> Any:
    from selon.extract.events import load_ontology

    return load_ontology(Path(path))


def read(
    text: str,
    *,
    lang: str = "auto",
    date: str | None = None,
    title: str | None = None,
    ontology: str | None = None,
) -> Record:
    """The record of a text. `lang` is fr, en or auto; `date` is the publication date (ISO); `ontology` the path of an
    ontology of your own (docs/ontologies.md).

    A text that is empty or in another language is an InputError.
    """
    document = make_document(text, "the text", {"title": title}, Defaults(lang, date))
    return Reader(ontology=ontology).read(document)


def model_version(lang: str) -> str:
    """The version of the bundled language model; a ModelError says what is wrong with it."""
    from selon.parse.spacy import load

    return load(lang).version


def check_lexicons() -> str:
    """Loads every lexicon and says how much they hold; faults are a LexiconError."""
    from selon.extract.events import event_lexicon

    counts = []
    for lang, text in _SAMPLES.items():
        # Each room loads its files when the first text comes.
        Reader().read(make_document(text, "the sample", {}, Defaults(lang)))
        lexicon = event_lexicon(lang)
        entries: list[Any] = [*lexicon.frames, *lexicon.intents]
        patterns = sum(len((*entry.verbs, *entry.nouns, *entry.adjectives)) for entry in entries)
        counts.append(f"{lang} {len(entries)} frames with {patterns} patterns")
    return ", ".join(counts)
