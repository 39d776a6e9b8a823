"""The outputs shown in the documents are what the commands print.

    python -m tests.readme            compare
    python -m tests.readme --write    put the outputs of today in their place

An output stands in a fenced block after a line `<!-- output: selon … -->`. `news.selon` is a database of the bundled
articles, as the README makes it.
"""

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from selon.examples import paths

ROOT = Path(__file__).parents[1]
FILES = ("README.md",)
_BLOCK = re.compile(r"(<!-- output: (selon [^\n]+?) -->\n```\n)(.*?)(```\n)", re.DOTALL)


def outputs(text: str) -> Iterator[tuple[str, str, str]]:
    """Command, what the document shows, and what the command prints."""
    for match in _BLOCK.finditer(text):
        yield match[2], match[3], printed(match[2])


def printed(command: str) -> str:
    """What a command prints, run in the folder of the project; the ends of lines are not filled up."""
    if "news.selon" in command:
        command = command.replace("news.selon", _database())
    return "".join(f"{line.rstrip()}\n" for line in _run(command.split()).rstrip().splitlines())


@cache
def _database() -> str:
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _run(["selon", "ingest", *map(str, paths()), "--db", f"{folder}/news.selon", "-q"])
    return f"{folder}/news.selon"


def _run(words: list[str]) -> str:
    plain = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "FORCE_COLOR")}
    line = [sys.executable, "-m", *words]
    return subprocess.run(line, cwd=ROOT, env=plain, capture_output=True, text=True, check=True, timeout=120).stdout


def main() -> None:
    """Compares, or writes."""
    for name in FILES:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        if "--write" in sys.argv:
            path.write_text(_BLOCK.sub(lambda match: match[1] + printed(match[2]) + match[4], text), encoding="utf-8")
        elif any(shown != real for _, shown, real in outputs(text)):
            sys.exit(f"{name} shows another output than the commands print; run: make docs")


if __name__ == "__main__":
    main()
