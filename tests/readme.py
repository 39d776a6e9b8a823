"""The outputs shown in the documents are what the commands print.

    python -m tests.readme            compare
    python -m tests.readme --write    put the outputs of today in their place

An output stands in a fenced block after a line `<!-- output: selon … -->`.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILES = ("README.md",)
_BLOCK = re.compile(r"(<!-- output: (selon [^\n]+?) -->\n```\n)(.*?)(```\n)", re.DOTALL)


def outputs(text: str) -> Iterator[tuple[str, str, str]]:
    """Command, what the document shows, and what the command prints."""
    for match in _BLOCK.finditer(text):
        yield match[2], match[3], printed(match[2])


def printed(command: str) -> str:
    """What a command prints, run in the folder of the project."""
    plain = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "FORCE_COLOR")}
    command_line = [sys.executable, "-m", *command.split()]
    done = subprocess.run(command_line, cwd=ROOT, env=plain, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout.rstrip() + "\n"


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
