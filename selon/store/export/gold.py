"""What persons judged, as gold: events for `selon eval`, pairs of events for the score of stories.

A document with a judged event becomes an article of gold: what is right must be found, what is wrong must not, what
nobody judged may or may not be. What was corrected must be found as it was corrected.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from selon.store.query import Store

_STATELESS = ("IGO", "NGO", "MNC")
_JUDGED = """
select e.document_id, e.number, j.verdict from judgements j join events e using (event_id)
where j.other_event_id is null order by e.document_id, e.number"""
_PAIRS = """
select j.judgement_id, j.verdict, d.document_id, d.lang, d.published_at, d.publisher, d.text, e.type, e.event_id
from judgements j join events e on e.event_id in (j.event_id, j.other_event_id) join documents d using (document_id)
where j.other_event_id is not null and j.verdict in ('same', 'different') order by j.judgement_id, e.event_id"""


def write_gold(store: Store, out: Path, everything: bool) -> int:
    """JSON Lines of gold, and beside it `OUT.pairs.yml` where pairs were judged; the number of documents and pairs."""
    documents, pairs = list(_documents(store)), list(_pairs(store))
    with out.open("w", encoding="utf-8") as stream:
        for document in documents:
            stream.write(json.dumps(document, ensure_ascii=False) + "\n")
    if pairs:
        lines = (f"- {json.dumps(pair, ensure_ascii=False)}\n" for pair in pairs)
        out.with_name(f"{out.name}.pairs.yml").write_text("".join(lines), encoding="utf-8")
    return len(documents) + len(pairs)


def _documents(store: Store) -> Iterator[dict[str, Any]]:
    verdicts: dict[str, dict[str, str]] = {}
    for row in store.sql(_JUDGED):
        verdicts.setdefault(row["document_id"], {})[row["number"]] = row["verdict"]
    for document_id, of in verdicts.items():
        record = store.record(document_id, corrected=True)
        if record is not None:
            yield _document(record, of)


def _document(record: Mapping[str, Any], verdicts: Mapping[str, str]) -> dict[str, Any]:
    document = record["document"]
    kept = [event for event in record["events"] if verdicts.get(event["id"]) != "wrong"]
    return {
        "id": document["id"],
        "lang": document["lang"],
        "text": document["text"],
        "published_at": (document["published_at"] or "")[:10] or None,
        "article": True,
        "events": [_event(event, record, verdicts.get(event["id"]) in ("right", "corrected")) for event in kept],
    }


def _event(event: Mapping[str, Any], record: Mapping[str, Any], right: bool) -> dict[str, Any]:
    """An event as docs/gold.md describes it."""
    actors = {actor["id"]: actor for actor in record["actors"]}
    start, end = event["sentence"]
    time, place = event["time"], event["place"]
    return {
        "type": event["type"],
        "mode": event["mode"],
        "trigger": event["trigger"]["text"],
        "sentence_start": record["document"]["text"][start : min(end, start + 40)],
        "actors": [_actor(actors[id], event["sentence"]) for id in event["actors"]],
        "recipients": [_actor(actors[id], event["sentence"]) for id in event["recipients"]],
        "time": {"text": time["text"], "value": time["value"]} if time else None,
        "place": {"text": place["text"], "country": place["country"]} if place else None,
        "factuality": event["factuality"],
        "background": event["background"],
        "quantities": [{key: each[key] for key in ("what", "low", "high")} for each in event["quantities"]],
        "attribution": [_link(link, actors) for link in event["attribution"]],
        "optional": not right,
    }


def _actor(actor: Mapping[str, Any], sentence: Sequence[int]) -> dict[str, Any]:
    """A party, by the words that stand for it in the sentence."""
    inside = (each["text"] for each in actor["mentions"] if sentence[0] <= each["span"][0] < sentence[1])
    return {"text": next(inside, actor["name"]), **_code(actor)}


def _code(actor: Mapping[str, Any]) -> dict[str, Any]:
    """Country and sectors; for an organisation that belongs to no state, what stands for the country in its code."""
    land = (actor["code"] or "")[:3]
    return {"country": actor["country"] or (land if land in _STATELESS else None), "sectors": actor["sectors"]}


def _link(link: Mapping[str, Any], actors: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    actor = actors.get(link["actor"] or "")
    known = {"name": actor["name"], **_code(actor)} if actor else {}
    return {"source": link["text"], **known, "form": link["form"]}


def _pairs(store: Store) -> Iterator[dict[str, Any]]:
    """The pairs that were judged, as tests/cases/merge/pairs.yml has them."""
    sides: dict[str, list[dict[str, Any]]] = {}
    for row in store.sql(_PAIRS):
        sides.setdefault(row["judgement_id"], []).append(row)
    for id, found in sides.items():
        if len(found) == 2 and found[0]["document_id"] != found[1]["document_id"]:
            reports = {name: _report(row) for name, row in zip(("one", "two"), found, strict=True)}
            same = found[0]["verdict"] == "same"
            yield {"id": id, "half": "keep", "same": same, "type": found[0]["type"], **reports}


def _report(row: Mapping[str, Any]) -> dict[str, str]:
    day = (row["published_at"] or "")[:10]
    return {"lang": row["lang"], "date": day, "publisher": row["publisher"] or "", "text": row["text"]}
