"""Many documents on a Dask cluster, whose workers append to the database themselves. The only room that knows Dask.

Each task reads one batch and writes it. A task that is run again, because its worker died or left, writes a batch of
its own: nothing is lost, and its documents show once. A batch whose workers died is cut in halves until its documents
are alone. Dask blames all that waited on a worker that died, so those are read again at the end, one by one with
nothing beside them: one that kills even then is not written, and told as refused.
"""

import asyncio
import concurrent.futures
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from selon.errors import EngineError, SelonError
from selon.run.batch import documents_of, refused
from selon.run.local import died
from selon.store.results import results_of, told

# Tasks under way for each thread of the cluster: one that runs, one that waits.
_AHEAD = 2
# How often a task that fails by itself (a store that does not answer) is run again.
_RETRIES = 2


def map_dask(
    batches: Iterable[Any], work: Callable[[Any], Any], coding: str, *, scheduler: str | None, workers: int
) -> Iterator[Any]:
    """Does work (`read_and_write`) on batches of documents on a cluster; tells of each, as it is done, what came of its
    documents. `coding` names what reads here.

    `scheduler` is an address (tcp://host:8786) or a scheduler file; without one, so many processes of this machine.
    """
    with _client(scheduler, workers) as client:
        yield from _Run(client, work, coding).results(iter(batches))


class _Run:
    def __init__(self, client: Any, work: Any, coding_here: str) -> None:
        self.client, self.work, self.coding = client, work, coding_here
        self.under_way: dict[Any, Any] = {}
        self.suspects: list[Any] = []

    def results(self, batches: Iterator[Any]) -> Iterator[Any]:
        done = _completed([])
        for batch in islice(batches, self._most()):
            done.add(self._submit(batch))
        for future in done:
            batch = self.under_way.pop(future.key)
            found = _outcome(future)
            if found is not None:
                yield found
            elif len(batch) == 1:
                self.suspects.append(batch)
            else:
                for half in (batch[: len(batch) // 2], batch[len(batch) // 2 :]):
                    done.add(self._submit(half))
            for each in islice(batches, max(0, self._most() - len(self.under_way))):
                done.add(self._submit(each))
        for suspect in self.suspects:
            yield self._alone(suspect)

    def _most(self) -> int:
        """How many tasks are kept under way: workers may come and go meanwhile."""
        threads: int = sum(self.client.nthreads().values())
        return _AHEAD * max(1, threads)

    def _submit(self, batch: Any) -> Any:
        future = self.client.submit(self.work, batch, pure=False, retries=_RETRIES)
        self.under_way[future.key] = batch
        return future

    def _alone(self, batch: Any) -> Any:
        """What comes of a document that is read with no other beside it."""
        found = _outcome(next(iter(_completed([self._submit(batch)]))))
        if found is not None:
            return found
        lost = [refused(died(document.id)) for document in documents_of(batch)]
        return told(results_of(lost, coding=self.coding))


def _completed(futures: list[Any]) -> Any:
    """The futures as they come to their end, however that is; further ones can be added."""
    import distributed

    return distributed.as_completed(futures, raise_errors=False)  # type: ignore[no-untyped-call]


def _outcome(future: Any) -> Any | None:
    """What a task tells; None where its workers died, be it when the result was to be fetched."""
    import distributed

    try:
        return future.result()
    except distributed.KilledWorker:
        return None
    except SelonError:
        raise
    except (asyncio.CancelledError, concurrent.futures.CancelledError) as fault:
        problem = "the Dask cluster went away. What was written stays; run the same command again."
        raise EngineError(problem) from fault
    except Exception as fault:
        what = f"{type(fault).__name__}: {fault}"
        raise EngineError(f"a Dask worker failed: {what}. What was written stays.") from fault


@contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Any]:
    distributed = _distributed()
    if scheduler is None:
        with _cluster(distributed, workers) as cluster, distributed.Client(cluster) as client:
            yield client
        return
    found = {"scheduler_file": scheduler} if Path(scheduler).is_file() else {"address": scheduler}
    try:
        client = distributed.Client(**found)
    except (OSError, ValueError) as fault:
        raise EngineError(
            f"no Dask scheduler answers at {scheduler}: {fault}. Start one with `dask scheduler`, or leave "
            "--scheduler out to use this machine."
        ) from fault
    with client:
        yield client


def _distributed() -> Any:
    try:
        return import_module("distributed")
    except ImportError as fault:
        raise EngineError("the engine dask is not installed: pip install 'selon[dask]'") from fault


def _cluster(distributed: Any, workers: int) -> Any:
    quiet = logging.CRITICAL  # a worker that dies is told once, by us
    return distributed.LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=quiet)
