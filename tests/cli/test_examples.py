"""Every example in the help of a command, and every command that the README shows under « Use », does what it says."""

import gzip
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from selon import Defaults, ingest_all
from selon.cli.main import _COMMANDS
from tests.cli.conftest import Run
from tests.ingest.test_watch import Server, _url, server

__all__ = ["server"]
ROOT = Path(__file__).parents[2]
TOLD = "Nothing fits"
_ARTICLES = (
    (
        "2023-05-04",
        "Le ministre iranien des Affaires étrangères s'est rendu mercredi à Damas, où il a rencontré le président "
        "syrien, selon l'agence Irna.",
    ),
    (
        "2023-10-17",
        "Une frappe israélienne a tué lundi trois civils à Tyr, dans le sud du Liban, a indiqué l'armée libanaise. "
        "Le nombre de blessés n'était pas connu dans l'immédiat.",
    ),
    (
        "2023-10-17",
        "L'armée israélienne a bombardé lundi Tyr, au Liban. Trois civils ont été tués dans la frappe, selon des "
        "secouristes.",
    ),
    (
        "2022-07-25",
        "Les forces russes ont bombardé dimanche Kharkiv, en Ukraine, a déclaré le gouverneur de la région.",
    ),
)
GOLD = {
    "id": "one",
    "lang": "fr",
    "text": "Paris a condamné mardi l'attaque de Gao.",
    "events": [
        {"id": "e1", "type": "ACCUSE", "trigger": "a condamné", "actors": [{"text": "Paris", "code": "FRAGOV"}]},
    ],
}


def _examples() -> Iterator[str]:
    for name in _COMMANDS:
        epilog = import_module(f"selon.cli.{name}").command.epilog
        assert epilog.startswith("Example: selon "), name
        yield epilog.removeprefix("Example: ")


def _shown() -> Iterator[str]:
    use = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Use\n")[2].split("```")[1]
    for line in use.splitlines():
        if line.startswith("selon "):
            yield re.split(r"\s+# ", line)[0]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the examples name."""
    folder = tmp_path_factory.mktemp("examples")
    rows = [
        {"date": day, "publisher": f"Agence {number}", "text": text} for number, (day, text) in enumerate(_ARTICLES)
    ]
    lines = "\n".join(json.dumps(row) for row in rows)
    (folder / "articles").mkdir()
    for name in ("articles/more.jsonl", "more.jsonl"):
        (folder / name).write_text(lines)
    for name in ("more.jsonl.gz", "dump.jsonl.gz"):
        (folder / name).write_bytes(gzip.compress(lines.encode()))
    (folder / "article.txt").write_text(rows[0]["text"])
    (folder / "article.html").write_text(f"<html><body><article><p>{rows[0]['text'] * 3}</p></article></body></html>")
    (folder / "gold.jsonl").write_text(json.dumps(GOLD))
    shutil.copy(ROOT / "selon/examples/ontologies/labour.yml", folder)
    ingest_all([str(folder / "more.jsonl")], str(folder / "news.selon"), Defaults())
    return folder


@pytest.mark.parametrize("line", dict.fromkeys([*_examples(), *_shown()]))
def test_an_example_works(line: str, place: Path, run: Run, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    monkeypatch.setattr("uvicorn.run", lambda app, **options: None)  # `selon serve` does not end
    item = f"<item><guid>1</guid><description>{_ARTICLES[0][1] * 5}</description></item>"
    server.pages["/feed.xml"] = f"<rss version='2.0'><channel>{item}</channel></rss>".encode()
    words = shlex.split(line.replace("https://example.org/feed.xml", _url(server, "/feed.xml")).partition(" >")[0])
    done = run(*words[1:], *(["--once"] if words[1] == "watch" else []))
    assert done.code == 0, done.err
    assert TOLD not in done.err
