"""A document that comes twice in a batch, as engines other than ours may send it, shows once."""

from pathlib import Path

import pytest

import selon
from selon.parse.spacy import WEIGHTS
from selon.run.batch import documents_batch, read_and_write
from selon.store import open_store
from tests.scale.corpus import article

pytestmark = pytest.mark.skipif(not (WEIGHTS / "fr").is_dir(), reason="the language models are not there")


def test_it_is_written_once_and_told_of_twice(tmp_path: Path) -> None:
    rows = [article(number) for number in (0, 1, 2)]
    documents = [selon.document_of(row["text"], id=row["id"], lang=row["lang"], date=row["date"]) for row in rows]
    told = read_and_write(documents_batch(documents), str(tmp_path / "news.selon"))
    assert told.column("name").to_pylist() == ["1", "1", "2"]
    found = open_store(tmp_path / "news.selon").sql("select id from documents order by id")
    assert [row["id"] for row in found] == ["1", "2"]
