"""How fast selon reads, how soon it starts, how much memory it takes; on articles made from the bundled ones.

    python -m bench.speed [--articles N] [--json]

The corpus is made of the paragraphs of the bundled articles of one language, dealt anew with a fixed seed, so that it
is the same on every machine and no article is like another.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import selon
from selon.examples import paths
from selon.model.document import Document

_SEED = 20
_PARAGRAPHS = 9
_STARTS = 5


def corpus(lang: str, articles: int) -> list[Document]:
    """Articles of about 350 words, made of paragraphs of the bundled ones."""
    texts = [json.loads(path.read_text(encoding="utf-8")) for path in paths() if path.name.startswith(lang)]
    pieces = [piece for each in texts for piece in each["text"].split("\n") if piece.strip()]
    chance = random.Random(_SEED)
    return [
        selon.document_of(
            "\n\n".join(chance.sample(pieces, _PARAGRAPHS)), id=f"{lang}{number}", lang=lang, date="2020-06-15"
        )
        for number in range(articles)
    ]


def timed(work: Callable[[Document], object], documents: list[Document]) -> float:
    """Seconds of processor time that the work on all documents takes."""
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def speed(lang: str, articles: int) -> Iterator[tuple[str, float, str]]:
    """Name, value and unit of what is measured in this process."""
    reader = selon.Reader()
    documents = corpus(lang, articles)
    reader.read(documents[0])
    words = sum(len(document.text.split()) for document in documents)
    whole, model = timed(reader.read, documents), timed(reader.parse, documents)
    yield f"{lang}: articles read", len(documents) / whole, "a second"
    yield f"{lang}: words read", words / whole, "a second"
    yield f"{lang}: an article of 400 words", 400 * whole / words, "seconds"
    yield f"{lang}: language model alone", words / model, "words a second"
    yield f"{lang}: share of the language model", 100 * model / whole, "%"


def starts() -> Iterator[tuple[str, float, str]]:
    """How soon commands answer from cold: the median of five."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(corpus("fr", 1)[0].text, encoding="utf-8")
        for name, arguments in (("selon --help", ["--help"]), ("selon read, one article", ["read", str(article)])):
            yield name, _median([_seconds(arguments) for _ in range(_STARTS)]), "seconds"
    yield "peak memory of it", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, "MB"


def _seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "selon", *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def main() -> None:
    """Prints the table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60, help="articles a language (60)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    rows = [*starts(), *speed("fr", options.articles), *speed("en", options.articles)]
    rows.append(("peak memory of all", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB"))
    if options.json:
        print(json.dumps({name: {"value": round(value, 3), "unit": unit} for name, value, unit in rows}, indent=1))
        return
    for name, value, unit in rows:
        print(f"{name:34} {value:10,.2f} {unit}")


if __name__ == "__main__":
    main()
