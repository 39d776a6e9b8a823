"""How long the explorer takes on a large database, at the first request and again. Run: python -m bench.web."""

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from bench.store import generate

PAGES = (
    "/",
    "/?actor=IRN",
    "/?type=CONSULT",
    "/?since=2021&until=2021-12-31",
    "/?according_to=MED",
    "/?text=pays",
    "/?factuality=denied",
    "/?actor=IRN&type=CONSULT&according_to=MED",
    "/?offset=50000",
    "/stories",
    "/actors",
    "/actors?actor=IRN",
    "/sources",
    "/sources?type=AID",
    "/actor?name=IRN",
    "/gaps",
    "/api/v1/info",
    "/api/v1/events?actor=IRN",
    "/api/v1/actors",
    "/api/v1/documents",
)


def measure(database: str) -> None:
    """Prints milliseconds on the clock and of the processor (the clock counts what other processes do, too)."""
    from fastapi.testclient import TestClient

    from selon.web import create_app

    begun, used = time.perf_counter(), time.process_time()
    client = TestClient(create_app(database), base_url="http://localhost")
    client.get("/static/selon.css")
    print(f"opened in {time.perf_counter() - begun:.1f} s (processor {time.process_time() - used:.1f} s)")
    for page in PAGES:
        print("  ".join([f"{page:44}", *(_once(client, page) for _ in range(2))]))


def _once(client: object, page: str) -> str:
    begun, used = time.perf_counter(), time.process_time()
    answer = client.get(page)  # type: ignore[attr-defined]
    assert answer.status_code == 200, page
    return f"{(time.perf_counter() - begun) * 1000:6.0f} ms (processor {(time.process_time() - used) * 1000:4.0f})"


def main() -> None:
    """Generates a database, or takes one that is there, and asks for every page twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--db", help="A database that is there already.")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp()) / "bench.selon"
    try:
        if asked.db is None:
            generate(str(folder), asked.events)
        measure(asked.db or str(folder))
    finally:
        shutil.rmtree(folder.parent, ignore_errors=True)


if __name__ == "__main__":
    main()
