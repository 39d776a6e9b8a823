"""The documents are true: outputs are real, links lead somewhere, every command is described."""

import re
from pathlib import Path

import pytest

from selon.cli.main import _COMMANDS
from tests.readme import FILES, outputs

ROOT = Path(__file__).parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]


@pytest.mark.parametrize("name", FILES)
def test_outputs_are_what_the_commands_print(name: str) -> None:
    found = list(outputs((ROOT / name).read_text(encoding="utf-8")))
    assert found
    for command, shown, real in found:
        assert shown == real, f"{command}: run: make docs"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_paths_that_are_named_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"`((?:selon|docs|tests|quality|bench|models)/[\w./-]+)`", text)
    for name in named:
        assert (ROOT / name).exists(), name


@pytest.mark.parametrize("command", list(_COMMANDS))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"selon {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_make_targets_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for path in DOCUMENTS:
        named = set(re.findall(r"`make ([a-z-]+)", path.read_text(encoding="utf-8")))
        assert named <= targets, path.name
