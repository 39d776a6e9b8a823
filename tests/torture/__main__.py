"""Kills an ingest with SIGKILL at random moments, again and again: `python -m tests.torture --kills 50 --seed 1`.

After each kill the database must be readable and hold nothing that an undisturbed ingest would not; when an ingest at
last comes to its end, it must hold all of it, once. The language models are loaded once, before the processes that
are killed are forked: so a kill falls into the work, not into the start. Everything is repeatable but the moments.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import selon
from selon.run.batch import read_one
from selon.run.ingest import ingest_all
from tests.scale.corpus import article, content, write_corpus

_BATCH = 3


def main() -> int:
    """The number of broken promises, told one by one; 0 is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=60)
    options = parser.parse_args()
    for number in (1, 3):  # both languages
        one = article(number)
        read_one(selon.document_of(one["text"], lang=one["lang"]), model=None)
    with tempfile.TemporaryDirectory() as folder:
        return _torture(Path(folder), options, random.Random(options.seed))


def _torture(folder: Path, options: argparse.Namespace, chance: random.Random) -> int:
    corpus = write_corpus(folder / "news.jsonl", options.articles)
    whole, database = folder / "whole.selon", folder / "news.selon"
    begun = time.monotonic()
    assert _forked(partial(_ingest, corpus, whole)) == 0, "the undisturbed ingest failed"
    seconds = time.monotonic() - begun
    done = ends = faults = 0
    while done < options.kills:
        killed = _killed(partial(_ingest, corpus, database), chance.uniform(0, seconds))
        done += killed
        if killed and done % 10 == 0:
            print(
                f"torture: {done} kills, {ends} ingests came to their end so far, {faults} broken promises", flush=True
            )
        if not killed:
            ends += 1
            faults += _forked(partial(_compare, database, whole, equal=True))
            database = folder / f"news-{ends}.selon"
        else:
            faults += _forked(partial(_compare, database, whole, equal=False))
    faults += _forked(partial(_ingest, corpus, database)) + _forked(partial(_compare, database, whole, equal=True))
    print(f"torture: {done} kills, {ends + 1} ingests came to their end, {faults} broken promises")
    return faults


def _ingest(corpus: Path, database: Path) -> None:
    ingest_all([str(corpus)], str(database), selon.Defaults(), batch=_BATCH)


def _compare(database: Path, whole: Path, *, equal: bool) -> None:
    """Breaks where the database is no part of the whole one, or not equal to it where it must be."""
    if not (database / "batches").is_dir():
        assert not equal, f"{database} holds nothing"
        return
    found, wanted = content(database), content(whole)
    for table, rows in found.items():
        assert len(rows) == len(set(rows)), f"{table} has doubles"
        if table not in ("stories", "story_events", "disagreements"):
            assert set(rows) <= set(wanted[table]), f"{table} has rows of its own"
    assert not equal or found == wanted, f"differs in {[table for table in found if found[table] != wanted[table]]}"


def _forked(work: Callable[[], object]) -> int:
    """Does the work in a process of its own; 1 if it breaks."""
    child = _fork(work)
    return int(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0)


def _killed(work: Callable[[], object], seconds: float) -> bool:
    """Whether the work was killed after so many seconds, or came to its end before."""
    child = _fork(work)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if os.waitpid(child, os.WNOHANG) != (0, 0):
            return False
        time.sleep(min(0.002, max(0.0, until - time.monotonic())))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _fork(work: Callable[[], object]) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException as fault:
        print(f"torture: {type(fault).__name__}: {fault}", file=sys.stderr, flush=True)
    finally:
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
