"""For people who live in spaCy: `nlp.add_pipe("selon")` gives `doc._.selon`.

The component reads the text of the document with selon's own models; the pipeline that it stands in may be any, be it
`spacy.blank("fr")`. It is found by spaCy through an entry point, so nothing has to be imported.
"""

from collections.abc import Callable
from html import escape
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from selon.errors import InputError
from selon.ingest import Defaults
from selon.ingest.document import make_document
from selon.model.reading import loads
from selon.model.record import Record, dumps
from selon.run.reader import Reader

_KEY, _REASON = "selon_record", "selon_reason"
# The spans of triggers, labelled with the type of their event; displaCy shows them with style="span".
SPANS = "selon"
_HEIGHT = 480


class Shown(Record):
    """A record that a notebook shows as the text with its evidence highlighted."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from selon.report.page import page_of

        page = escape(page_of(self), quote=True)
        return f'<iframe title="selon" sandbox srcdoc="{page}" style="width:100%;height:{_HEIGHT}px;border:0"></iframe>'


@Language.factory("selon", default_config={"lang": "auto", "date": None, "model": None})
def make_selon(nlp: Language, name: str, lang: str, date: str | None, model: str | None) -> Callable[[Doc], Doc]:
    """The component. `lang`: fr, en or auto; `date`: the publication date of all texts (ISO); `model`: as `--model`."""
    return Selon(lang, date, model)


class Selon:
    """Reads each document: `doc._.selon` is its record, or None with the reason in `doc._.selon_reason`.

    A document's own publication date may be set before, as `doc._.selon_date`. `doc.spans["selon"]` holds the triggers
    of the events; it is empty where cleaning changed the text, whose spans are then those of `record.document.text`.
    """

    def __init__(self, lang: str, date: str | None, model: str | None) -> None:
        self._lang, self._date, self._reader = lang, date, Reader(model=model)
        for extension, options in _EXTENSIONS.items():
            if not Doc.has_extension(extension):
                Doc.set_extension(extension, **options)

    def __call__(self, doc: Doc) -> Doc:
        try:
            defaults = Defaults(self._lang, doc._.selon_date or self._date)
            record = self._reader.read(make_document(doc.text, "the document", {}, defaults))
        except InputError as fault:
            doc.user_data[_REASON] = str(fault)
            return doc
        doc.user_data[_KEY] = dumps(record)
        doc.spans[SPANS] = _triggers(doc, record) if record.document.text == doc.text else []
        return doc


def _triggers(doc: Doc, record: Record) -> list[Span]:
    """The triggers as spans of whole tokens, labelled with the type of their event."""
    words = [(event.trigger.span, event.type.value) for event in record.events]
    spans = [doc.char_span(*span, label=label, alignment_mode="expand") for span, label in words]
    return [span for span in spans if span is not None]


def _record(doc: Doc) -> Shown | None:
    """The record, read anew from the JSON that travels with the document (between processes, and to disk)."""
    kept = doc.user_data.get(_KEY)
    if kept is None:
        return None
    record = loads(kept)
    return Shown(*(getattr(record, name) for name in Record.__slots__))


_EXTENSIONS: dict[str, dict[str, Any]] = {
    "selon": {"getter": _record},
    "selon_reason": {"getter": lambda doc: doc.user_data.get(_REASON)},
    "selon_date": {"default": None},
}
