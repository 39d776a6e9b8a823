"""Kills, full disks, closed folders, rivals, clocks: nothing is lost, nothing doubled, and what is wrong is told."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import selon
from selon.errors import StoreError
from selon.run.ingest import ingest_all
from selon.store import open_store
from tests.scale.corpus import content, write_corpus

COMMAND = [sys.executable, "-m", "selon"]
posix = pytest.mark.skipif(os.name != "posix", reason="needs kill -9")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "news.jsonl", 12)


@pytest.fixture(scope="module")
def whole(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What a database holds that nothing disturbed."""
    database = tmp_path_factory.mktemp("whole") / "news.selon"
    ingest_all([str(corpus)], str(database), selon.Defaults(), batch=4)
    return content(database)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 100 kB; skipped where none may be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(disk)]
    try:
        made = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("needs the right to mount a small disk (root)")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def _remount(disk: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(disk)], check=True)


@posix
def test_kills_at_random_moments() -> None:
    command = [sys.executable, "-m", "tests.torture", "--kills", "5", "--seed", "3", "--articles", "15"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    assert "5 kills" in done.stdout and "0 broken promises" in done.stdout


@posix
def test_processes_of_a_killed_ingest_end_with_it(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "news.jsonl", 3000)
    command = [*COMMAND, "ingest", str(corpus), "--db", str(tmp_path / "x"), "--workers", "2", "--quiet"]
    process = subprocess.Popen(command, start_new_session=True)
    group = process.pid
    assert _until(lambda: len(_members(group)) >= 3, 120), "the pool did not start"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert _until(lambda: not _members(group), 60), f"still there: {_members(group)}"


def _until(happened: object, seconds: float) -> bool:
    assert callable(happened)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.1)
    return False


def _members(group: int) -> list[int]:
    """The living processes of a session."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == group and fields[0] != "Z":
            found.append(int(folder.name))
    return found


def test_a_full_disk_is_told_and_the_next_run_goes_on(
    small_disk: Path, corpus: Path, whole: dict[str, list[str]]
) -> None:
    database = str(small_disk / "news.selon")
    with pytest.raises(StoreError, match=r"No space left.*Check space and permissions"):
        ingest_all([str(corpus)], database, selon.Defaults(), batch=1)
    if (Path(database) / "batches").is_dir():
        assert set(content(database)["events"]) <= set(whole["events"])
    _remount(small_disk, "size=50m")
    ingest_all([str(corpus)], database, selon.Defaults(), batch=4)
    assert content(database) == whole


def test_a_folder_that_may_only_be_read_is_told_and_can_be_asked(
    small_disk: Path, corpus: Path, tmp_path: Path
) -> None:
    _remount(small_disk, "size=50m")
    database = str(small_disk / "news.selon")
    ingest_all([str(corpus)], database, selon.Defaults())
    _remount(small_disk, "ro")
    more = write_corpus(tmp_path / "more.jsonl", 16)
    with pytest.raises(StoreError, match=r"Read-only file system.*Check space and permissions"):
        ingest_all([str(more)], database, selon.Defaults())
    with pytest.raises(StoreError, match=r"cannot be made"):
        ingest_all([str(more)], str(small_disk / "new.selon"), selon.Defaults())
    assert open_store(database).info()["tables"]["documents"] == 11


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), OSError(30, "Read-only file system")])
def test_what_the_disk_says_is_passed_on(
    fault: OSError, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr("deltalake.write_deltalake", full)
    with pytest.raises(StoreError, match=f"{fault.strerror}.*Check space and permissions"):
        ingest_all([str(corpus)], str(tmp_path / "x"), selon.Defaults())


def test_two_at_once_on_one_database_both_succeed(corpus: Path, whole: dict[str, list[str]], tmp_path: Path) -> None:
    database = tmp_path / "news.selon"
    command = [*COMMAND, "ingest", str(corpus), "--db", str(database), "--batch", "2", "--quiet"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=300)[1] for process in both]
    assert [process.returncode for process in both] == [3, 3], said  # 3: two lines of the corpus cannot be read
    assert content(database) == whole


def test_a_clock_that_is_set_back_loses_nothing(
    corpus: Path, whole: dict[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = str(tmp_path / "news.selon")
    lines = corpus.read_text(encoding="utf-8").splitlines()
    half = tmp_path / "half.jsonl"
    half.write_text("\n".join(lines[:4]) + "\n", encoding="utf-8")
    ingest_all([str(half)], database, selon.Defaults())
    a_year_ago = time.time_ns() - 365 * 86_400 * 10**9
    monkeypatch.setattr("selon.store.write.time.time_ns", lambda: a_year_ago)
    ingest_all([str(corpus)], database, selon.Defaults())
    assert content(database) == whole


def test_stories_that_a_killed_ingest_left_out_are_made_by_the_next(
    corpus: Path, whole: dict[str, list[str]], tmp_path: Path
) -> None:
    """Found by torture: all documents were written, and nothing new came afterwards."""
    database = str(tmp_path / "news.selon")
    ingest_all([str(corpus)], database, selon.Defaults(), merging=False)
    assert not content(database)["stories"]
    assert ingest_all([str(corpus)], database, selon.Defaults()).read == 0
    assert content(database) == whole
