"""Whole commands, from cold, as a user waits for them: `selon --help`, `selon read`, `selon code`."""

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench import corpus
from bench.rows import Row

_STARTS = 5
_PAGE = os.sysconf("SC_PAGE_SIZE")
_EVERY = 0.2


class Run(NamedTuple):
    """A command's seconds by the clock, those of the processor (which a busy machine does not change so much), seconds
    to its first line, and the most memory that one of its processes took, in MB."""

    seconds: float
    processor: float
    first: float
    memory: float


def starts(folder: Path) -> Iterator[Row]:
    """How soon commands answer from cold: the median of five; and the very first time, when nothing is kept."""
    article = folder / "article.txt"
    article.write_text(corpus.article("fr", 1), encoding="utf-8")
    shown = _median([_run(["--help"]).seconds for _ in range(_STARTS)])
    kept = str(folder / "cache")
    first = _run(["read", str(article)], kept)
    runs = [_run(["read", str(article)], kept) for _ in range(_STARTS)]
    yield Row("start-up", "selon --help", shown, "seconds", "0.3")
    yield Row(
        "start-up", "selon read, one article", _median([run.seconds for run in runs]), "seconds", "3, stretch 1.5"
    )
    yield Row("start-up", "the same, by the processor", _median([run.processor for run in runs]), "seconds")
    yield Row("start-up", "the same, no lexicon kept", first.processor, "seconds")
    yield Row("start-up", "memory of selon read", max(run.memory for run in runs), "MB", "700")


def whole(corpora: dict[str, Path]) -> Iterator[Row]:
    """`selon code` on each corpus, with one process and with two where there is more than one document."""
    for name, path in corpora.items():
        documents = path.read_text(encoding="utf-8").count("\n")
        words = len(path.read_text(encoding="utf-8").split())
        seconds: dict[int, float] = {}
        for workers in (1, 2) if documents > 1 else (1,):
            run = _run(["code", "-q", "--workers", str(workers), str(path), "-o", "-"])
            seconds[workers], processes = run.seconds, f"{workers} process{'es' if workers > 1 else ''}"
            goal = "30, stretch 60" if (workers, "400" in name) == (2, True) else ""
            yield Row(name, f"{processes}: documents", documents / run.seconds, "a second", goal)
            yield Row(name, f"{processes}: words", words / run.seconds, "a second")
            yield Row(name, f"{processes}: words, by the processor", words / run.processor, "a second of one core")
            yield Row(name, f"{processes}: first result after", run.first, "seconds")
            yield Row(name, f"{processes}: most memory of a process", run.memory, "MB", "700")
        if 2 in seconds:
            yield Row(name, "two processes against one", seconds[1] / seconds[2], "times", "1.8")


def _run(arguments: list[str], kept: str | None = None) -> Run:
    """Runs a command of selon to its end, and watches it; `kept` is a cache folder in place of the user's.

    Python may keep what it compiled, as it does for a user.
    """
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    given |= {"SELON_CACHE": kept} if kept is not None else {}
    begun, before = time.perf_counter(), _processor()
    with subprocess.Popen([sys.executable, "-m", "selon", *arguments], stdout=subprocess.PIPE, env=given) as process:
        assert process.stdout is not None
        peak = [0.0]
        done = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, peak, done))
        watcher.start()
        first = 0.0
        for _ in process.stdout:
            first = first or time.perf_counter() - begun
        code = process.wait()
        seconds = time.perf_counter() - begun
        done.set()
        watcher.join()
    if code:
        raise SystemExit(f"selon {' '.join(arguments)} ended with {code}")
    return Run(seconds, _processor() - before, first, peak[0])


def _processor() -> float:
    """Processor time of all commands that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(pid: int, peak: list[float], done: threading.Event) -> None:
    while not done.wait(_EVERY):
        peak[0] = max([peak[0], *(_memory(each) for each in (pid, *_children(pid)))])


def _memory(pid: int) -> float:
    """The memory of a process in MB; 0 where it has ended or the system does not tell."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 2**20
    except OSError:
        return 0.0


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
