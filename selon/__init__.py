"""selon reads news and says who did what to whom, where, when, and according to whom.

>>> import selon
>>> record = selon.read("Paris a condamné les frappes. ", lang="fr")  # doctest: +SKIP
>>> [event.type for event in record.events]  # doctest: +SKIP
[<EventType.ACCUSE: 'ACCUSE'>]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from selon.version import __version__

if TYPE_CHECKING:
    from selon.errors import EngineError, InputError, LexiconError, ModelError, SelonError
    from selon.evaluate import (
        Changes,
        Figure,
        Floors,
        Judgement,
        changes,
        figures,
        fingerprint,
        judge,
        name_of,
        read_gold,
    )
    from selon.ingest import Defaults, Meter, Reject, document_of, read_inputs
    from selon.model.document import Document
    from selon.model.event import Event
    from selon.model.reading import loads
    from selon.model.record import Record, dumps, to_json
    from selon.run import Reader, read, read_all
    from selon.run.ingest import Engine, Progress, ingest_all
    from selon.run.ontology import Checked, check_ontology
    from selon.run.watch import watch
    from selon.store.answer import Answer
    from selon.store.export import export
    from selon.store.query import Store, open_store
    from selon.store.sorts import sorts


# fmt: off
_HOMES = {
    "selon.errors": ("EngineError", "InputError", "LexiconError", "ModelError", "SelonError"),
    "selon.evaluate": (
        "Changes", "Figure", "Floors", "Judgement", "changes", "figures", "fingerprint", "judge", "name_of",
        "read_gold",
    ),
    "selon.ingest": ("Defaults", "Meter", "Reject", "document_of", "read_inputs"),
    "selon.model.document": ("Document",),
    "selon.model.event": ("Event",),
    "selon.model.reading": ("loads",),
    "selon.model.record": ("Record", "dumps", "to_json"),
    "selon.run": ("Reader", "read", "read_all"),
    "selon.run.ingest": ("Engine", "Progress", "ingest_all"),
    "selon.run.ontology": ("Checked", "check_ontology"),
    "selon.run.watch": ("watch",),
    "selon.store.answer": ("Answer",),
    "selon.store.export": ("export",),
    "selon.store.query": ("Store", "open_store"),
    "selon.store.sorts": ("sorts",),
}
# fmt: on
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Answer", "Changes", "Checked", "Defaults", "Document", "Engine", "EngineError", "Event", "Figure", "Floors",
    "InputError", "Judgement", "LexiconError", "Meter", "ModelError", "Progress", "Reader", "Record", "Reject",
    "SelonError", "Store", "__version__", "changes", "check_ontology", "document_of", "dumps", "export", "figures",
    "fingerprint", "ingest_all", "judge", "loads", "name_of", "open_store", "read", "read_all", "read_gold",
    "read_inputs", "sorts", "to_json", "watch",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first used: `import selon` stays light."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'selon' has no attribute {name!r}")
