"""How much of the inputs was read, for whoever waits: by bytes, since nobody knows how many articles are to come."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

URL = ("http://", "https://")


class Meter:
    """Measures files while they are read. Standard input and addresses have no size: then no share is known."""

    def __init__(self, inputs: Iterable[str]) -> None:
        sizes = [_size(each) for each in inputs]
        self._whole = None if None in sizes else sum(each or 0 for each in sizes)
        self._past = 0
        self._file: IO[bytes] | None = None

    def share(self) -> float | None:
        """The part that was read, from 0 to 1; None where it is not known."""
        if not self._whole:
            return None
        place = 0 if self._file is None or self._file.closed else self._file.tell()
        return min(1.0, (self._past + place) / self._whole)

    @contextmanager
    def reading(self, file: IO[bytes]) -> Iterator[None]:
        """While this file is read."""
        self._file = file
        try:
            yield
        finally:
            self._file = None
            self._past += os.fstat(file.fileno()).st_size


def walked(folder: Path, faults: list[OSError]) -> list[Path]:
    """The files under a folder, sorted. Left out: hidden ones, databases of selon, links to folders."""
    inside: list[Path] = []
    for above, folders, names in os.walk(folder, onerror=faults.append):
        here = Path(above)
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_database(here / name)]
        inside += [here / name for name in names if not name.startswith(".")]
    return sorted(inside)


def _is_database(folder: Path) -> bool:
    return (folder / "batches" / "_delta_log").is_dir()


def _size(source: str) -> int | None:
    if source == "-" or source.startswith(URL):
        return None
    path = Path(source)
    files = walked(path, []) if path.is_dir() else [path]
    whole = 0
    for file in files:
        with suppress(OSError):
            whole += file.stat().st_size
    return whole
