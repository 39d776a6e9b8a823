"""Many documents on this machine: in this process, or in a pool of processes that each have their own models.

A process that dies (killed for its memory, say) takes nothing with it: what it had in hand is read again, one batch
at a time and then in halves, until the document at fault is alone; that one is a Reject.
"""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from functools import partial
from itertools import chain, islice, repeat
from typing import Any, Generic, Protocol, TypeVar

from selon.collector import collect_rarely
from selon.errors import InputError, Reason
from selon.ingest import Reject
from selon.model.document import Document
from selon.model.record import Record
from selon.run.batch import read_several

Result = TypeVar("Result")
# Documents that a process is handed at once: enough to be parsed together, few enough to share the work evenly.
CHUNK = 16
# The first ones are smaller, so that few documents are shared evenly, too, and the first record comes soon.
_FIRST = (CHUNK // 4, CHUNK // 2)
# Chunks that are under way for each process.
_AHEAD = 3
# What says how many threads the libraries behind numpy start.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Chunk(Protocol):
    """What is handed to a process: a list or an Arrow batch."""

    def __len__(self) -> int: ...
    def __getitem__(self, key: slice, /) -> Any: ...


def read_all(
    documents: Iterable[Document | Reject],
    *,
    workers: int = 1,
    model: str | None = None,
    ontology: str | None = None,
) -> Iterator[Record | Reject]:
    """The records of documents, in order; a document that cannot be read gives a Reject in its place.

    `ontology` is the path of an ontology of the user's own.
    """
    if workers <= 1:
        waiting = iter(documents)
        # The first is read alone, so that its record comes soon.
        yield from read_several(islice(waiting, 1), model=model, ontology=ontology)
        yield from read_several(waiting, model=model, ontology=ontology)
        return
    chunks = _chunks(documents, workers)
    for results in map_pooled(partial(_several, model=model, ontology=ontology), chunks, workers=workers, lost=_lost):
        yield from results


def _chunks(documents: Iterable[Document | Reject], workers: int) -> Iterator[list[Document | Reject]]:
    """The documents as they are handed out, in order.

    >>> [len(chunk) for chunk in _chunks([Reject("", Reason.EMPTY, "")] * 60, 2)]
    [4, 4, 8, 8, 16, 16, 4]
    """
    waiting = iter(documents)
    for size in chain(*(repeat(size, workers) for size in _FIRST), repeat(CHUNK)):
        chunk = [*islice(waiting, size)]
        if not chunk:
            return
        yield chunk


def _several(documents: Sequence[Document | Reject], model: str | None, ontology: str | None) -> list[Record | Reject]:
    return list(read_several(documents, model=model, ontology=ontology))


def _lost(chunk: Sequence[Document | Reject]) -> list[Record | Reject]:
    return [died(each.name if isinstance(each, Reject) else each.id) for each in chunk]


def died(name: str) -> Reject:
    """What is said of a document whose process died each time that it was read."""
    problem = "could not be read: the process that read it died, perhaps for want of memory."
    return Reject.of(InputError(name, Reason.FAILED, problem, "Please report this with the text."))


def map_pooled(
    work: Callable[[Any], Result], chunks: Iterable[Chunk], *, workers: int, lost: Callable[[Any], Result]
) -> Iterator[Result]:
    """What `work` makes of each chunk, in order, in so many processes; of one that kills its process, what `lost` says.

    A chunk that was cut in halves to find the document at fault gives several results.
    """
    pool = _Pool(work, workers, lost)
    try:
        for chunk in chunks:
            pool.submit(chunk)
            while pool.is_full():
                yield from pool.next()
        while pool.waiting:
            yield from pool.next()
    finally:
        pool.close()


class _Pool(Generic[Result]):
    def __init__(self, work: Callable[[Any], Result], workers: int, lost: Callable[[Any], Result]) -> None:
        self.work, self.workers, self.lost = work, workers, lost
        self.waiting: deque[tuple[Any, Future[Result]]] = deque()
        self._executor = _executor(workers)

    def is_full(self) -> bool:
        return len(self.waiting) >= self.workers * _AHEAD

    def submit(self, chunk: Any) -> None:
        try:
            future = self._executor.submit(self.work, chunk)
        except BrokenExecutor as fault:
            future = Future()
            future.set_exception(fault)
        self.waiting.append((chunk, future))

    def next(self) -> Iterator[Result]:
        """The results of the oldest chunk; of all that are under way, if a process died meanwhile."""
        chunk, future = self.waiting.popleft()
        try:
            yield future.result()
        except BrokenExecutor:
            suspects = [(chunk, future), *self.waiting]
            self.waiting.clear()
            self._renew()
            for each, done in suspects:
                yield from self._again(each, done)

    def _again(self, chunk: Any, future: Future[Result]) -> Iterator[Result]:
        if not isinstance(future.exception(), BrokenExecutor):
            yield future.result()
            return
        alone = self._executor.submit(self.work, chunk)
        if not isinstance(alone.exception(), BrokenExecutor):
            yield alone.result()
            return
        self._renew()
        if len(chunk) == 1:
            yield self.lost(chunk)
            return
        for half in (chunk[: len(chunk) // 2], chunk[len(chunk) // 2 :]):
            yield from self._again(half, alone)

    def _renew(self) -> None:
        self.close()
        self._executor = _executor(self.workers)

    def close(self) -> None:
        self._executor.shutdown(cancel_futures=True)


def _executor(workers: int) -> ProcessPoolExecutor:
    from multiprocessing import get_context

    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """In a process of the pool: the end of the main process is its end, too, and Ctrl-C is the main one's business.

    Each reckons in one thread, since the processes share the cores; numpy asks when it is loaded, which is later.
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    collect_rarely()
    import signal
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None

    def follow() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
