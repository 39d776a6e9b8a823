"""selon reads news and says who did what to whom, where, when, and according to whom.

>>> import selon
>>> record = selon.read("Paris a condamné les frappes. ", lang="fr")  # doctest: +SKIP
>>> [event.type for event in record.events]  # doctest: +SKIP
[<EventType.ACCUSE: 'ACCUSE'>]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selon.errors import InputError, LexiconError, ModelError, SelonError
    from selon.ingest import Defaults, Reject, read_inputs
    from selon.model.document import Document
    from selon.model.event import Event
    from selon.model.record import Record, dumps, to_json
    from selon.run import Reader, read, read_all

__version__ = "0.1.0"

_HOMES = {
    "selon.errors": ("InputError", "LexiconError", "ModelError", "SelonError"),
    "selon.ingest": ("Defaults", "Reject", "read_inputs"),
    "selon.model.document": ("Document",),
    "selon.model.event": ("Event",),
    "selon.model.record": ("Record", "dumps", "to_json"),
    "selon.run": ("Reader", "read", "read_all"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Defaults", "Document", "Event", "InputError", "LexiconError", "ModelError", "Reader", "Record", "Reject",
    "SelonError", "dumps", "read", "read_all", "read_inputs", "to_json",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first used: `import selon` stays light."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'selon' has no attribute {name!r}")
