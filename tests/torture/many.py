"""Ten thousand articles, killed twice, resumed: `python -m tests.torture.many --articles 10000 --kills 2 --seed 1`.

An undisturbed ingest and one that is killed with SIGKILL at random moments and started again must hold the same, row
by row; the same ingest once more must add nothing. Whole commands, as a user starts them; most memory of a process is
told for the first and the last third of the articles. Among the articles are awkward ones: empty, binary, in
languages that are not read, broken lines, doubles.
"""

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from bench.corpus import articles
from selon.store import open_store
from tests.nasty.shapes import SHAPES
from tests.scale.corpus import content

_AWKWARD: tuple[Any, ...] = (
    "{broken",
    {"title": "no text at all"},
    {"text": "   "},
    {"text": "Der Minister hat am Montag in Berlin gesagt, dass die Regierung den Vertrag nicht unterschreiben werde."},
    {"text": "El presidente dijo el lunes que el gobierno no firmará el acuerdo con los rebeldes del norte del país."},
    {"text": "\x00\x01\x02" * 200},
    {"text": "Le ministre.", "date": "yesterday"},
    *({"text": shape(2_000), "lang": "fr", "date": "2021-05-05", "id": name} for name, shape in SHAPES.items()),
)
_MARKS = 6  # how often the memory is looked at


def lines(size: int, words: int) -> Iterator[str]:
    """So many articles as lines, an awkward one after every two hundred, and every hundredth article twice."""
    for number, row in enumerate(articles(size, words=words)):
        line = json.dumps(row, ensure_ascii=False)
        yield line
        if number % 100 == 99:
            yield line
        if number % 200 == 199:
            awkward = _AWKWARD[number // 200 % len(_AWKWARD)]
            yield awkward if isinstance(awkward, str) else json.dumps(awkward, ensure_ascii=False)


def main() -> int:
    """0 if every promise is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=80, help="of an article; it has whole paragraphs")
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return _run(Path(folder), options)


def _run(folder: Path, options: argparse.Namespace) -> int:
    corpus = folder / "many.jsonl"
    corpus.write_text("\n".join(lines(options.articles, options.words)) + "\n", encoding="utf-8")
    ingest = ["ingest", str(corpus), "--workers", str(options.workers), "-q", "--db"]
    whole, killed = folder / "whole.selon", folder / "killed.selon"
    seconds, memory = _watched([*ingest, str(whole)])
    rate = options.articles / seconds
    print(f"undisturbed: {seconds:.0f} s, {rate:.1f} articles a second, memory of a process {memory} MB", flush=True)
    chance = random.Random(options.seed)
    for number in range(options.kills):
        after = chance.uniform(0.15, 0.85) * seconds / options.kills
        done = _killed([*ingest, str(killed)], after)
        print(f"killed after {after:.0f} s: {done} documents are in the database (kill {number + 1})", flush=True)
    again, memory = _watched([*ingest, str(killed)])
    print(f"resumed: {again:.0f} s to the end, memory of a process {memory} MB", flush=True)
    faults = _differences(whole, killed)
    before = content(killed)
    once_more, _ = _watched([*ingest, str(killed)])
    faults += [f"a second ingest changed {table}" for table, rows in content(killed).items() if rows != before[table]]
    counts = {table: len(rows) for table, rows in before.items() if rows}
    print(f"once more: {once_more:.0f} s; rows: {counts}")
    print("\n".join(faults) or f"the same, row by row, after {options.kills} kills")
    return len(faults)


def _differences(whole: Path, killed: Path) -> list[str]:
    one, two = content(whole), content(killed)
    return [
        f"{table} differs: {len(rows)} and {len(two[table])} rows" for table, rows in one.items() if rows != two[table]
    ]


def _started(arguments: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "selon", *arguments]
    return subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)


def _killed(arguments: list[str], seconds: float) -> int:
    """Kills a command and its workers after so many seconds; how many documents its database has then."""
    process = _started(arguments)
    time.sleep(seconds)
    assert process.poll() is None, "it came to its end before it was killed"
    for each in (process.pid, *_children(process.pid)):
        _kill(each)
    process.wait()
    database = Path(arguments[-1])
    return int(open_store(database).info()["tables"]["documents"]) if (database / "batches").is_dir() else 0


def _kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def _watched(arguments: list[str]) -> tuple[float, list[int]]:
    """The seconds that a command takes, and the most memory of one of its processes in each sixth of that time, MB."""
    begun = time.monotonic()
    process = _started(arguments)
    seen: list[tuple[float, int]] = []
    while process.poll() is None:
        sizes = [_size(each) for each in (process.pid, *_children(process.pid))]
        seen.append((time.monotonic() - begun, max(sizes, default=0)))
        time.sleep(1)
    assert process.returncode in (0, 3), f"selon {' '.join(arguments)} ended with {process.returncode}"
    seconds = time.monotonic() - begun
    parts = [[size for at, size in seen if int(at * _MARKS / (seconds + 1)) == part] for part in range(_MARKS)]
    return seconds, [max(part, default=0) for part in parts]


def _children(process: int) -> list[int]:
    try:
        found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [each for child in map(int, found) for each in (child, *_children(child))]


def _size(process: int) -> int:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * resource.getpagesize() // 1_000_000


if __name__ == "__main__":
    sys.exit(main())
