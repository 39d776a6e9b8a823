"""spaCy imported without its command line, which takes a third of the import and is asked for by nothing here."""

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_COMMANDS = "spacy.cli"


def spacy() -> Any:
    """The module spaCy, whole: whoever imports its command line afterwards gets it."""
    found = sys.modules.get("spacy")
    if found is not None or _COMMANDS in sys.modules:
        return found or import_module("spacy")
    spec = find_spec("spacy")
    places = spec.submodule_search_locations if spec is not None else None
    held = {_COMMANDS: ModuleType(_COMMANDS), f"{_COMMANDS}.info": ModuleType(f"{_COMMANDS}.info")}
    # Other modules of the command line are found where they are, should spaCy ask for one.
    held[_COMMANDS].__path__ = [f"{place}/cli" for place in places or ()]
    held[f"{_COMMANDS}.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(held)
    try:
        return import_module("spacy")
    finally:
        for name, module in held.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _info(*given: Any, **named: Any) -> Any:
    """`spacy.info`, when somebody calls it."""
    return import_module(f"{_COMMANDS}.info").info(*given, **named)
