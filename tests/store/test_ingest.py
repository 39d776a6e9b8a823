"""Ingesting: killed at any moment it loses nothing and doubles nothing; the same again adds nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from selon.ingest import Defaults
from selon.parse.spacy import WEIGHTS
from selon.run.ingest import ingest_all
from selon.store import open_store

pytestmark = pytest.mark.skipif(not (WEIGHTS / "fr").is_dir(), reason="the language models are not there")
TABLES = (
    "documents",
    "actors",
    "mentions",
    "events",
    "participants",
    "attributions",
    "quotes",
    "quantities",
    "gaps",
    "rejects",
)
TEXT = "Le {title} a rencontré le roi à {city} lundi {day} mai 2021, selon l'agence. Il a condamné l'attaque de {city}."
CITIES = ("Rabat", "Tunis", "Alger", "Le Caire", "Amman", "Beyrouth")


def _input(folder: Path, size: int) -> Path:
    """A file of short articles, and every tenth line something that cannot be read."""
    path = folder / "news.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(size):
            if number % 10 == 9:
                stream.write("{broken\n")
                continue
            text = TEXT.format(title="ministre turc", city=CITIES[number % 6], day=number % 28 + 1)
            article = {"id": str(number), "text": text, "date": "2021-05-30", "publisher": f"Agence {number % 4}"}
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")
    return path


def _content(database: Path) -> dict[str, list[str]]:
    """The rows of all tables without the batch that wrote them."""
    store = open_store(database)
    return {
        table: sorted(
            str({k: v for k, v in row.items() if k != "batch_id"}) for row in store.sql(f"select * from {table}")
        )
        for table in TABLES
    }


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("whole")
    path = _input(folder, 60)
    done = ingest_all([str(path)], str(folder / "news.selon"), Defaults(), batch=7)
    assert (done.read, done.refused) == (54, 6)
    return path, folder / "news.selon"


def test_the_same_again_adds_nothing(undisturbed: tuple[Path, Path]) -> None:
    path, database = undisturbed
    before = _content(database), open_store(database).info()["tables"]
    done = ingest_all([str(path)], str(database), Defaults(), batch=7)
    assert (done.read, done.known) == (0, 54)
    assert (_content(database), open_store(database).info()["tables"]) == before


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_a_killed_ingest_goes_on_where_it_was(undisturbed: tuple[Path, Path], tmp_path: Path) -> None:
    path, whole = undisturbed
    database = tmp_path / "news.selon"
    for batches in (1, 3):
        _kill_after(path, database, batches)
        assert not set(_content(database)["events"]) - set(_content(whole)["events"])
    ingest_all([str(path)], str(database), Defaults(), batch=7)
    assert _content(database) == _content(whole)


def _kill_after(path: Path, database: Path, batches: int) -> None:
    """Starts an ingest and kills it when the database has so many batches."""
    command = [sys.executable, "-m", "selon", "ingest", str(path), "--db", str(database), "--batch", "7", "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    log = database / "batches" / "_delta_log"
    for _ in range(1200):
        if process.poll() is not None or (log.is_dir() and len(list(log.glob("*.json"))) >= batches):
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
