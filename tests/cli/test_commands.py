"""The commands do what CONTRACT.md says, on one short article."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TEXT = "Le ministre français a condamné mardi l'attaque de Gao, selon son porte-parole. Il s'est rendu à Bamako."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "article.txt"


def test_read_prints_a_report(run: Run, article: Path) -> None:
    done = run("read", article)
    assert done.code == 0
    assert "LES FAITS" in done.out
    assert "\x1b" not in done.out
    assert done.err == ""


def test_read_prints_the_record(run: Run, article: Path) -> None:
    record = json.loads(run("read", article, "--json", "--date", "2012-03-30").out)
    assert record["document"]["text"] == TEXT
    assert record["document"]["published_at"] == "2012-03-30"
    assert list(record) == [
        "schema", "selon", "model", "document", "actors", "events", "quotes", "times", "places", "gaps",
    ]  # fmt: skip


def test_read_takes_standard_input(run: Run) -> None:
    assert json.loads(run("read", "-", "--json", stdin=TEXT.encode()).out)["document"]["text"] == TEXT


def test_read_writes_a_page(run: Run, article: Path, tmp_path: Path) -> None:
    done = run("read", article, "--html", tmp_path / "page.html")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_read_of_several_documents_says_that_there_are_more(run: Run, tmp_path: Path) -> None:
    (tmp_path / "two.jsonl").write_text(json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": TEXT}))
    done = run("read", tmp_path / "two.jsonl", "--json")
    assert done.code == 3
    assert "selon code" in done.err
    assert json.loads(done.out)


def test_code_writes_lines_to_a_file_in_order(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(json.dumps({"id": "b", "text": "The minister visited Bamako on Tuesday."}))
    done = run("code", tmp_path / "b.json", article, "-o", tmp_path / "out.jsonl")
    assert (done.code, done.out) == (0, "")
    assert "2 read, 0 not read" in done.err
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["document"]["lang"] for record in records] == ["en", "fr"]


def test_records_can_be_read_again(run: Run, article: Path, tmp_path: Path) -> None:
    first = run("code", "-q", article).out
    (tmp_path / "records.jsonl").write_text(first, encoding="utf-8")
    assert run("code", "-q", tmp_path / "records.jsonl").out == first


def test_parse_prints_conllu_with_times(run: Run, article: Path) -> None:
    lines = run("parse", article, "--date", "2012-03-30").out.splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert {len(row) for row in rows} == {10}
    assert any("Time=B-DATE:2012-03-27" in row[9] for row in rows if row[1] == "mardi")


def test_schema_prints_a_schema(run: Run) -> None:
    assert json.loads(run("schema").out)["$schema"].startswith("https://json-schema.org/")


def test_doctor_is_content_here(run: Run) -> None:
    done = run("doctor")
    assert done.code == 0
    assert "language model fr" in done.out


def test_doctor_tells_what_is_broken(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(lang: str) -> str:
        raise ZeroDivisionError("weights")

    monkeypatch.setattr("selon.run.model_version", broken)
    done = run("doctor")
    assert done.code == 1
    assert "ZeroDivisionError: weights; run: pip install" in done.out


def test_demo_shows_reports_and_a_timeline(run: Run) -> None:
    done = run("demo")
    assert done.code == 0
    assert "LES FAITS" in done.out
    assert "THE NEWS" in done.out
    assert "24 November 2015" in done.out


def test_eval_scores_and_holds_the_floors(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    gold = tmp_path / "fr" / "gold.yml"
    gold.write_text('- {id: one, text: "Paris <event type=ACCUSE actor=FRA>a condamné</event> l\'attaque de Gao."}')
    floors = tmp_path / "floors.json"
    assert run("eval", gold, "--floors", floors, "--raise-floors", "-q").code == 0
    figures = json.loads(run("eval", gold, "--json").out)["fr/gold.yml"]
    assert figures["sentences.fr.type"] == {"value": 1.0, "of": 1}
    gold.write_text('- {id: one, text: "Paris <event type=AID actor=FRA>a condamné</event> l\'attaque de Gao."}')
    fallen = run("eval", gold, "--floors", floors)
    assert fallen.code == 3
    assert "sentences.fr.type is 0.0000, its floor 1.0000" in fallen.err
    assert "1. one [fr]" in fallen.out


def test_eval_compares_two_readings(run: Run, article: Path, tmp_path: Path) -> None:
    run("code", "-q", article, "-o", tmp_path / "old.jsonl")
    assert "0 more, 0 less" in run("eval", "--compare", tmp_path / "old.jsonl", tmp_path / "old.jsonl").out


@pytest.mark.parametrize(
    ("shell", "code", "said"),
    [
        ("{} schema > /dev/full", 1, "the output cannot be written: no space is left"),
        ("set -o pipefail; {} schema | head -c 1", 0, ""),
        ("{} read nothing.txt", 1, "does not exist"),
        ("{} nonsense", 2, "No such command"),
    ],
)
def test_a_command_ends_at_once_with_its_code(shell: str, code: int, said: str) -> None:
    """The process is left without its end; what is written is written all the same."""
    line = shell.format(f"{sys.executable} -m selon")
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
    assert said in done.stderr
