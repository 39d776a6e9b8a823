"""What a year of news costs, from what some hundred articles cost here: `python -m bench.scale [--articles N]`.

Read, written and merged in one process; processor time, so that a busy machine does not count the others' work.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import selon
from bench.corpus import articles
from selon.model.document import Document
from selon.run.batch import documents_batch, read_batch
from selon.run.ingest import merge_stories
from selon.store import open_writer
from selon.store.results import read_keys

_BATCH = 20


def documents(count: int) -> list[Document]:
    """So many articles of the bench's corpus, in both languages."""
    return [
        selon.document_of(row["text"], id=str(number), lang=row.get("lang", "auto"), date="2020-06-15")
        for number, row in enumerate(articles(count))
    ]


def measured(count: int) -> dict[str, float]:
    """Seconds and bytes per article, by step."""
    found = documents(count)
    read_batch(documents_batch(found[:2] + found[-2:]))  # loads the models
    with tempfile.TemporaryDirectory() as folder:
        writer = open_writer(f"{folder}/news.selon", selon="bench", coding="bench")
        begun = time.process_time()
        results = [read_batch(documents_batch(found[at : at + _BATCH])) for at in range(0, count, _BATCH)]
        read = time.process_time() - begun
        writer.write_results(results)
        written = time.process_time() - begun - read
        size = sum(path.stat().st_size for path in Path(writer.database).rglob("*") if path.is_file())
        merge_stories(writer.database, writer)
        merged = time.process_time() - begun - read - written
    events = sum(sum(each.column("n_events").to_pylist()) for each in results)
    assert sum(len(read_keys(each)) for each in results) == count
    return {
        "words": sum(len(each.text.split()) for each in found) / count,
        "events": events / count,
        "read": read / count,
        "write": written / count,
        "merge": merged / count,
        "bytes": size / count,
    }


def lines(one: dict[str, float], daily: int) -> Iterator[str]:
    """The figures of an article, and those of a year with so many a day."""
    yield f"an article: {one['words']:.0f} words, {one['events']:.1f} events"
    yield f"  {one['read']:.3f} s to read, {one['write']:.4f} s to write, {one['merge']:.4f} s to merge"
    yield f"  {one['bytes'] / 1000:.1f} kB in the tables"
    year = daily * 365
    yield f"a year of {daily:,} articles a day: {year / 1e6:.1f} million articles"
    yield f"  {year * (one['read'] + one['write']) / 3600:,.0f} core-hours to read and write"
    yield f"  {year * one['bytes'] / 1e9:,.0f} GB"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--daily", type=int, default=100_000, help="articles a day (100,000)")
    options = parser.parse_args()
    print("\n".join(lines(measured(options.articles), options.daily)))


if __name__ == "__main__":
    main()
