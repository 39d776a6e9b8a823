"""Questions on a large database: generated claims, then how long each question takes. Run: python -m bench.store."""

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from selon.store import Store, open_store
from selon.store.delta import append
from selon.store.rows import short_hash

_STATES = (
    "FRA",
    "USA",
    "RUS",
    "IRN",
    "SYR",
    "UKR",
    "CHN",
    "TUR",
    "ISR",
    "MLI",
    "GBR",
    "DEU",
    "IND",
    "PAK",
    "EGY",
    "NGA",
)
_TYPES = ("CONSULT", "ASSAULT", "ACCUSE", "AID", "REQUEST", "PROTEST", "AGREE", "REJECT")
_SECTORS = ("GOV", "MIL", "CVL", "MED", "REB")


def generate(database: str, events: int, *, seed: int = 7, batch: int = 50_000) -> None:
    """Writes so many made-up events, eight a document."""
    rng = random.Random(seed)
    for number, first in enumerate(range(0, events, batch)):
        rows = _rows(rng, f"b{number}", first, min(batch, events - first))
        for table, each in rows.items():
            append(database, table, each)
        line = {
            "batch_id": f"b{number}",
            "sequence": number,
            "kind": "documents",
            "documents": 1,
            "rejects": 0,
            "schema": 1,
        }
        append(database, "batches", [{**line, "selon": "bench"}])


def _rows(rng: random.Random, batch: str, first: int, size: int) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {"documents": [], "events": [], "participants": [], "attributions": []}
    for number in range(first, first + size):
        document = short_hash("bench", number // 8)
        key = {"batch_id": batch, "document_id": document}
        day = f"20{rng.randint(10, 25)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        if number % 8 == 0:
            rows["documents"].append(_document(key, rng, day))
        id = short_hash("bench event", number)
        rows["events"].append(_event(key, id, number, rng, day))
        rows["participants"] += [_party(key, id, role, rng) for role in ("actor", "recipient")]
        if rng.random() < 0.6:
            rows["attributions"].append({**_party(key, id, "", rng), "about": "event", "about_id": id, **_LINK})
    for row in rows["attributions"]:
        row.pop("event_id"), row.pop("role")
    return rows


_LINK = {"text": "une source", "char_start": 0, "char_end": 9, "cue": "selon", "form": "according_to"}


def _document(key: dict[str, Any], rng: random.Random, day: str) -> dict[str, Any]:
    empty = dict.fromkeys(("id", "url", "title", "sha256"), key["document_id"])
    told = {
        "publisher": f"Agence {rng.randint(1, 60)}",
        "published_at": day,
        "lang": "fr",
        "text": "x" * 2000,
        "record": "{}",
    }
    return {**key, **empty, **told, "coding": "bench", "n_events": 8}


def _event(key: dict[str, Any], id: str, number: int, rng: random.Random, day: str) -> dict[str, Any]:
    land = rng.choice(_STATES)
    return {
        **key, "event_id": id, "number": f"e{number % 8}", "type": rng.choice(_TYPES), "mode": None, "contexts": [],
        "cameo": "190", "trigger": "a attaqué", "trigger_start": 20, "trigger_end": 29, "sentence": "Le pays a attaqué. " * 6,
        "sentence_start": 0, "sentence_end": 110, "sentence_number": 1, "background": False, "confidence": rng.random(),
        "factuality": rng.choice(("asserted", "asserted", "asserted", "denied", "future")), "rule": "bench", "same_as": None,
        "time_text": day, "time_value": day, "time_mod": None, "time_start": day, "time_end": day, "time_anchored": True,
        "place_text": land, "place_name": f"{land}-{rng.randint(1, 40)}", "place_country": land, "lat": rng.uniform(-60, 60),
        "lon": rng.uniform(-170, 170), "geonames_id": 1, "place_precision": "city",
    }  # fmt: skip


def _party(key: dict[str, Any], id: str, role: str, rng: random.Random) -> dict[str, Any]:
    land, sector = rng.choice(_STATES), rng.choice(_SECTORS)
    actor = {
        "actor_id": f"{id}-{role}",
        "name": f"{land} {sector}",
        "kind": "government",
        "code": land + sector,
        "country": land,
    }
    return {**key, "event_id": id, "role": role, "position": 0, **actor, "sectors": [sector]}


# What is asked, by name: every filter once, then what is asked of all.
QUESTIONS: dict[str, Callable[[Store], object]] = {
    "events of an actor": lambda store: store.events(actor="IRN", limit=50),
    "events on a recipient": lambda store: store.events(recipient="FRAMIL", limit=50),
    "events of a type": lambda store: store.events(type="AID", limit=50),
    "events in a country": lambda store: store.events(place="MLI", limit=50),
    "events according to a source": lambda store: store.events(according_to="FRA", limit=50),
    "events of a publisher": lambda store: store.events(publisher="Agence 7", limit=50),
    "events of a year": lambda store: store.events(since="2021", until="2021-12-31", limit=50),
    "events denied": lambda store: store.events(factuality="denied", limit=50),
    "events of an actor, type and source": lambda store: store.events(
        actor="RUS", type="CONSULT", according_to="MED", limit=50
    ),
    "sources of a type": lambda store: store.sources(type="PROTEST", limit=50),
    "actors in a country": lambda store: store.actors(place="SYR", limit=50),
    "facets of an actor": lambda store: store.facets(actor="TUR"),
    "all by month": lambda store: store.timeline(),
    "all places": lambda store: store.map(),
    "all sources": lambda store: store.sources(limit=50),
    "all actors": lambda store: store.actors(limit=50),
}


def main() -> None:
    """Generates, asks, prints a table: seconds by the clock, and of the processors (two of them share the work)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--db", help="A database that was generated before, or is to be kept.")
    options = parser.parse_args()
    folder = Path(options.db or Path(tempfile.mkdtemp()) / "bench.selon")
    try:
        if not folder.exists():
            told, _ = _timed(partial(generate, str(folder), options.events))
            print(f"{options.events:,} events generated: {told}")
        for kept in (False, True):
            told, store = _timed(partial(open_store, folder, kept=kept))
            print(f"\n{told}  opened, {'held in memory' if kept else 'from the files'}", flush=True)
            for name, ask in QUESTIONS.items():
                print(f"{_timed(partial(ask, store))[0]}  {name}", flush=True)
    finally:
        if not options.db:
            shutil.rmtree(folder.parent, ignore_errors=True)


def _timed(work: Callable[[], Any]) -> tuple[str, Any]:
    clock, processor = time.perf_counter(), time.process_time()
    found = work()
    return f"{time.perf_counter() - clock:7.3f} s ({time.process_time() - processor:6.3f} s)", found


if __name__ == "__main__":
    main()
