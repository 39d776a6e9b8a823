"""A database that is asked by many requests at once, and that shows what is written meanwhile."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

import selon

_EVERY = 2.0  # seconds between two looks whether something was written
Found = TypeVar("Found")


class Live:
    """The store behind a server; one question at a time."""

    def __init__(self, database: str) -> None:
        self.database = database
        self._store = selon.open_store(database, kept=True)
        self._lock = threading.Lock()
        self._looked = time.monotonic()

    def ask(self, question: Callable[["selon.Store"], Found]) -> Found:
        """The answer to a question, from the database as it is now."""
        with self._lock:
            if time.monotonic() - self._looked > _EVERY:
                self._looked = time.monotonic()
                if self._store.changed():
                    self._store.refresh()
            return question(self._store)

    def refresh(self) -> None:
        """Looks again at once, after a judgement was written."""
        with self._lock:
            self._store.refresh()
