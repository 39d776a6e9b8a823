"""How fast selon reads, where the time goes, how soon it starts, how much memory it takes: `make bench`.

    python -m bench.speed [--articles 2000] [--only steps,start,pool,growth] [--json FILE]

Everything is measured in one run on the corpus of `bench.corpus`; the language model alone stands beside it. Steps are
counted in seconds of processor time, whole commands in seconds of the clock.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

# One thread a process: processes share the cores, and a figure for one process is one of one core.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

from bench import commands, corpus, growth, steps
from bench.rows import Row, printed

_GROUPS = ("start", "steps", "pool", "growth")


def _corpora(folder: Path, count: int) -> dict[str, Path]:
    """The corpora as JSON Lines files, by what they are."""
    shapes = {
        "articles of 400 words": (count, 400),
        "briefs of 60 words": (max(count // 4, 8), 60),
        "long reads of 4,000 words": (max(count // 100, 2), 4000),
        "one document of 1 MB": (1, 160_000),
    }
    found: dict[str, Path] = {}
    for name, (number, words) in shapes.items():
        found[name] = folder / f"{words}.jsonl"
        corpus.write(found[name], corpus.articles(number, words))
    return found


def measure(articles: int, groups: tuple[str, ...]) -> Iterator[Row]:
    """What is measured, group by group."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpora = _corpora(folder, articles)
        asked: dict[str, Callable[[], Iterator[Row]]] = {
            "start": lambda: commands.starts(folder),
            "steps": lambda: steps.measure(min(articles, 200)),
            "pool": lambda: commands.whole(corpora),
            "growth": lambda: growth.measure(),
        }
        for group in groups:
            yield from asked[group]()


def main() -> None:
    """Prints the table as it grows; writes it as JSON too where a file is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000, help="articles of 400 words (2000)")
    parser.add_argument("--only", default=",".join(_GROUPS), help=f"groups, of {','.join(_GROUPS)}")
    parser.add_argument("--json", type=Path, help="write the table to this file as well")
    options = parser.parse_args()
    groups = tuple(options.only.split(","))
    if not set(groups) <= set(_GROUPS):
        parser.error(f"--only takes some of {','.join(_GROUPS)}")
    rows: list[Row] = []
    for row in measure(options.articles, groups):
        rows.append(row)
        print(printed(row), flush=True)
    if options.json:
        found = [row._asdict() for row in rows]
        options.json.write_text(json.dumps({"python": sys.version, "rows": found}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
