"""Commands are run in this process, as the entry point runs them."""

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from selon.cli.main import main


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["selon", *map(str, arguments)])
        monkeypatch.setattr("selon.cli.main.leave", sys.exit)  # the tests go on
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        return Done(ended.value.code or 0, told.out, told.err)  # type: ignore[arg-type]

    return call
