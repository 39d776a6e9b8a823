"""Reading a posted text in a process of its own, which is ended when it takes too long."""

import multiprocessing
import threading
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import Any

import selon

_START = 120.0  # seconds for the process to start and load the models
_SECONDS = 30.0  # seconds for a text
_WAIT = 10.0  # seconds that a request waits for its turn


class Busy(selon.SelonError):
    """Other texts are being read; come again."""


class TooLong(selon.SelonError):
    """The text takes longer to read than is allowed."""


class Reading:
    """Reads one text at a time; the process starts with the first one."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._turn = threading.Lock()
        self._process: Any = None
        self._pipe: Connection | None = None

    def read(self, text: str, options: Mapping[str, str | None]) -> dict[str, Any]:
        """The record of a text as JSON; InputError, Busy or TooLong where there is none."""
        if not self._turn.acquire(timeout=_WAIT):
            raise Busy("Another text is being read. Try again in a minute.")
        try:
            return self._ask(text, options)
        finally:
            self._turn.release()

    def _ask(self, text: str, options: Mapping[str, str | None]) -> dict[str, Any]:
        pipe = self._pipe if self._process is not None and self._process.is_alive() else None
        pipe = pipe or self._started()
        pipe.send((text, dict(options)))
        found = self._answer(pipe, self._seconds)
        if isinstance(found, selon.SelonError):
            raise found
        record: dict[str, Any] = found
        return record

    def _started(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._answer(self._pipe, _START)
        return self._pipe

    def _answer(self, pipe: Connection, seconds: float) -> Any:
        try:
            if pipe.poll(seconds):
                return pipe.recv()
        except EOFError:
            self.stop()
            raise TooLong("The text could not be read: it took too much memory or time. Send a shorter one.") from None
        self.stop()
        raise TooLong(f"The text takes longer than {seconds:.0f} seconds to read. Send a shorter one.")

    def stop(self) -> None:
        """Ends the process; the next text starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None


def _serve(pipe: Connection) -> None:
    """The process: reads texts as they come."""
    selon.read("Bonjour.", lang="fr")
    pipe.send("ready")
    while True:
        try:
            text, options = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(selon.to_json(selon.read(text, **options)))
        except selon.SelonError as fault:
            pipe.send(fault)
