"""The recipes of docs/scale.md, run as they stand there, write the rows that `selon ingest` writes."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import selon
from selon.run.ingest import ingest_all
from selon.store.schema import DOCUMENT_TABLES
from tests.scale.corpus import content

GUIDE = Path(__file__).parents[2] / "docs" / "scale.md"


def _recipe(heading: str) -> str:
    """The Python behind a heading."""
    found = re.search(rf"{heading}.*?```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert found, heading
    return found[1]


def _run(code: str, places: dict[str, str], folder: Path) -> None:
    """Runs a recipe with its places as they are here."""
    for written, real in places.items():
        assert written in code, written
        code = code.replace(written, real)
    script = folder / "recipe.py"
    script.write_text(code, encoding="utf-8")
    root = str(GUIDE.parents[1])
    environment = {**os.environ, "PYTHONPATH": root, "PYSPARK_PYTHON": sys.executable, "OMP_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.fixture(scope="module")
def documents(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus as the guide makes it."""
    folder = tmp_path_factory.mktemp("recipe")
    (folder / "documents").mkdir()
    _run(_recipe("Make it so:"), {"news/": str(corpus), "documents/": f"{folder}/documents/"}, folder)
    return folder / "documents"


def test_documents_as_the_guide_makes_them(documents: Path) -> None:
    import pyarrow.parquet as pq

    assert pq.read_table(documents / "part-0.parquet").num_rows == 24


@pytest.mark.parametrize(("package", "heading"), [("ray", r"\*\*Ray\*\*"), ("pyspark", r"\*\*Spark\*\*")])
def test_a_recipe_writes_the_same_rows(
    package: str, heading: str, corpus: Path, documents: Path, tmp_path: Path
) -> None:
    if find_spec(package) is None:
        pytest.skip(f"needs {package}, which is no part of the dev packages for its size: pip install {package}")
    database = tmp_path / "news.selon"
    _run(_recipe(heading), {"/shared/news.selon": str(database), "documents/": f"{documents}/"}, tmp_path)
    ingest_all([str(corpus)], str(tmp_path / "own.selon"), selon.Defaults())
    found, own = content(database), content(tmp_path / "own.selon")
    assert {table: found[table] for table in DOCUMENT_TABLES} == {table: own[table] for table in DOCUMENT_TABLES}
