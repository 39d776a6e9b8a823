"""Whoever reads, and wherever the tables lie, a database holds the same rows."""

import os
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pytest

import selon
from selon.errors import EngineError
from selon.model.document import Document
from selon.run import local
from selon.run.batch import documents_batch, documents_of, read_and_write, read_batch
from selon.run.ingest import ingest_all
from selon.store.results import results_schema
from tests.scale.corpus import article, content
from tests.scale.s3 import BUCKET, Server

WAYS = {
    "one process": {"workers": 1},
    "two processes": {"workers": 2},
    "dask, one worker": {"workers": 1, "engine": selon.Engine.DASK},
    "dask, three workers": {"workers": 3, "engine": selon.Engine.DASK},
}
needs_dask = pytest.mark.skipif(find_spec("distributed") is None, reason="needs dask: pip install 'selon[dask]'")


@pytest.fixture(scope="session")
def reference(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the database holds when one process reads, one batch after the other, into a folder."""
    return _ingested(corpus, str(tmp_path_factory.mktemp("reference") / "news.selon"), {"workers": 1})


def _ingested(corpus: Path, database: str, way: dict[str, object]) -> dict[str, list[str]]:
    done = ingest_all([str(corpus)], database, selon.Defaults(), batch=4, **way)  # type: ignore[arg-type]
    assert (done.read, done.known, done.refused) == (23, 1, 2)
    assert done.stories
    again = ingest_all([str(corpus)], database, selon.Defaults(), batch=4)
    assert (again.read, again.known) == (0, 24)
    return content(database)


@pytest.mark.parametrize("store", ["folder", "s3"])
@pytest.mark.parametrize("way", [pytest.param(way, marks=needs_dask if "dask" in way else ()) for way in WAYS])
def test_the_rows_are_the_same(
    way: str,
    store: str,
    corpus: Path,
    reference: dict[str, list[str]],
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if store == "s3":
        server: Server = request.getfixturevalue("s3")
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
    place = f"s3://{BUCKET}/{tmp_path.name}" if store == "s3" else str(tmp_path)
    assert _ingested(corpus, f"{place}/news.selon", WAYS[way]) == reference


def _documents(size: int) -> list[Document]:
    made = (article(number) for number in range(1, size + 1))
    return [selon.document_of(each["text"], id=each["id"], lang=each["lang"], date=each["date"]) for each in made]


def test_the_seam_is_pure() -> None:
    batch = documents_batch(_documents(3))
    results = read_batch(batch)
    assert results.schema == results_schema()
    assert results.equals(read_batch(batch))
    assert results.column("name").to_pylist() == ["1", "2", "3"]
    assert all(results.column("n_events").to_pylist())
    parts = pa.concat_batches([read_batch(batch[:1]), read_batch(batch[1:])])
    assert parts.equals(results)


def test_documents_travel_as_they_are() -> None:
    documents = _documents(3)
    assert list(documents_of(documents_batch(documents))) == documents


def _deadly(batch: pa.RecordBatch, victim: str) -> pa.RecordBatch:
    """Reads like the seam, but kills its process at one document."""
    if victim in batch.column("id").to_pylist():
        os._exit(9)
    return read_batch(batch)


def test_a_document_that_kills_its_process_takes_no_other_with_it() -> None:
    batch = documents_batch(_documents(8))
    lost = partial(_names_of, said="lost")
    results = local.map_pooled(partial(_deadly, victim="6"), [batch[:4], batch[4:]], workers=2, lost=lost)
    names = [name for result in results for name in (result if isinstance(result, list) else _names_of(result))]
    assert names == ["1", "2", "3", "4", "5", "lost 6", "7", "8"]


def _names_of(batch: pa.RecordBatch, said: str = "") -> list[str]:
    column = "id" if "id" in batch.schema.names else "name"
    return [f"{said} {name}".strip() for name in batch.column(column).to_pylist()]


@needs_dask
def test_a_document_that_kills_its_worker_takes_no_other_with_it() -> None:
    import distributed

    from selon.run.dask import _Run

    batch = documents_batch(_documents(4))
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster,
        distributed.Client(cluster) as client,
    ):
        client.run_on_scheduler(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 0))
        run = _Run(client, partial(_deadly, victim="3"), "coding")
        rows = [row for result in run.results(iter([batch])) for row in result.select(["name", "reason"]).to_pylist()]
    assert sorted((row["name"], row["reason"]) for row in rows) == [
        ("1", None), ("2", None), ("3", "failed"), ("4", None),
    ]  # fmt: skip


def test_dask_that_is_not_there_says_how_to_get_it(corpus: Path, tmp_path: Path) -> None:
    hidden = "import sys; sys.modules['distributed'] = None; from selon.cli.main import main; main()"
    command = [sys.executable, "-c", hidden, "ingest", str(corpus), "--db", str(tmp_path / "x"), "--engine", "dask"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip install 'selon[dask]'" in done.stderr and "Traceback" not in done.stderr


@needs_dask
def test_a_scheduler_that_does_not_answer_is_named(corpus: Path, tmp_path: Path) -> None:
    import dask

    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(EngineError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"),
    ):
        way = {"engine": selon.Engine.DASK, "scheduler": "tcp://127.0.0.1:9"}
        ingest_all([str(corpus)], str(tmp_path / "x"), selon.Defaults(), **way)  # type: ignore[arg-type]


def test_a_worker_of_another_version_is_refused() -> None:
    with pytest.raises(EngineError, match="Install the same selon"):
        read_and_write(documents_batch([]), "", expected="another")


def test_a_scheduler_needs_the_engine(corpus: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "selon", "ingest", str(corpus), "--db", str(tmp_path / "x"), "--scheduler", "a"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "--engine dask" in done.stderr
