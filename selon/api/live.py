"""A database that is asked by many requests at once, and that shows what is written meanwhile."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import selon

_EVERY = 2.0  # seconds between two looks whether something was written
_ANSWERS = 64  # answers that are kept until something is written
Found = TypeVar("Found")


class Live:
    """The store behind a server; one question at a time.

    What others write is read in the background, and shown once it is there: no request waits for it.
    """

    def __init__(self, database: str) -> None:
        self.database = database
        self._store = selon.open_store(database, kept=True)
        self._lock = threading.Lock()
        self._looked = time.monotonic()
        self._looking: threading.Thread | None = None
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()

    def ask(self, question: Callable[["selon.Store"], Found]) -> Found:
        """The answer to a question, from the database as it was a moment ago."""
        with self._lock:
            self._look()
            return question(self._store)

    def answer(self, key: Hashable, question: Callable[["selon.Store"], Found]) -> Found:
        """The same for a question that is asked often: its answer, named by `key`, holds until something is written."""
        with self._lock:
            self._look()
            if key not in self._answers:
                self._answers[key] = question(self._store)
                if len(self._answers) > _ANSWERS:
                    self._answers.popitem(last=False)
            self._answers.move_to_end(key)
            found: Found = self._answers[key]
            return found

    def judge(self, event_id: str, verdict: str, **judgement: Any) -> None:
        """Writes a judgement (`selon.Store.judge`) and shows what it changes, at once."""
        with self._lock:
            self._store.judge(event_id, verdict, **judgement)
            self._store.refresh_judgements()
            self._answers.clear()

    def _look(self) -> None:
        if time.monotonic() - self._looked > _EVERY and (self._looking is None or not self._looking.is_alive()):
            self._looked = time.monotonic()
            self._looking = threading.Thread(target=self.refresh, daemon=True)
            self._looking.start()

    def refresh(self) -> None:
        """Looks whether something was written, and shows it."""
        if not self._store.changed():
            return
        if self._store.rejudged():
            with self._lock:
                self._store.refresh_judgements()
                self._answers.clear()
            return
        fresh = selon.open_store(self.database, kept=True)
        with self._lock:
            self._store = fresh
            self._answers.clear()
