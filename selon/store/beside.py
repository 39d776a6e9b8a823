"""Small files beside the tables of a database, in a folder or on an object store: what `watch` remembers of feeds."""

from pathlib import Path
from typing import Any

from selon.errors import StoreError

BESIDE = "_watch.json"
"""The one file beside the tables: what `watch` remembers."""


def read_beside(database: str, name: str = BESIDE) -> str | None:
    """The text of a file beside the tables; None where there is none."""
    try:
        if "://" not in database:
            return (Path(database) / name).read_text(encoding="utf-8")
        return bytes(_store(database).open_input_file(name).read()).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def write_beside(database: str, text: str, name: str = BESIDE) -> None:
    """Writes it, wholly or not at all; a place that cannot be written is a StoreError."""
    try:
        if "://" not in database:
            _replace(Path(database) / name, text)
            return
        stream = _store(database).open_output_stream(name, None)
        stream.write(text.encode("utf-8"))
        stream.close()
    except OSError as fault:
        raise StoreError(f"{database}: {name} cannot be written: {fault}. Check space and permissions.") from fault


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


def _store(database: str) -> Any:
    """The object store by way of the library that keeps the tables there, so that one set of credentials does for both.

    The handler inside its file system: what that gives to pyarrow cannot be written to (deltalake 1.6).
    """
    from deltalake.fs import DeltaStorageHandler

    return DeltaStorageHandler(database)._handler
