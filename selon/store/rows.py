"""Records → rows of the tables. Pure: the same record gives the same rows on every machine."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from selon.model.actor import Actor
from selon.model.attribution import Link
from selon.model.document import Document
from selon.model.event import Event
from selon.model.record import Record, to_json

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def short_hash(*parts: object) -> str:
    """Sixteen hexadecimal digits that stand for the parts (BLAKE2b of them, one a line).

    >>> short_hash("a", 1) == short_hash("a", 1), len(short_hash("a"))
    (True, 16)
    """
    text = "\n".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(text.encode("utf-8"), digest_size=8).hexdigest()


def document_key(document: Document) -> str:
    """The id of a document in every database: a hash of its text and of where it comes from."""
    parts = (document.lang, document.sha256, document.id, document.url, document.publisher, document.published_at)
    return short_hash("document", *parts)


def rows_of(record: Record, *, coding: str) -> Rows:
    """The rows that one record gives, by table; the id of their batch comes when they are written."""
    return _Rows(record, coding).all()


class _Rows:
    def __init__(self, record: Record, coding: str) -> None:
        self.record, self.coding = record, coding
        self.document_id = document_key(record.document)
        self.key: Row = {"document_id": self.document_id}
        self.actors = {actor.id: actor for actor in record.actors}
        self.events = self._event_ids()
        spans = sorted({event.sentence for event in record.events})
        self.sentences = {span: number for number, span in enumerate(spans, start=1)}

    def _event_ids(self) -> dict[str, str]:
        """Ids by the type and place of the trigger, so that a reading that finds one more keeps the others."""
        ids: dict[str, str] = {}
        for event in self.record.events:
            base = (self.document_id, event.type, event.trigger.span.start, event.trigger.span.end)
            key = short_hash("event", *base)
            ids[event.id] = key if key not in ids.values() else short_hash("event", *base, event.id)
        return ids

    def all(self) -> Rows:
        gaps = list(enumerate(self.record.gaps))
        links = [
            link
            for event in self.record.events
            for link in self._links("event", self.events[event.id], event.attribution)
        ]
        links += [link for number, gap in gaps for link in self._links("gap", self._gap_id(number), gap.attribution)]
        return {
            "documents": [self._document()],
            "actors": [self._actor_row(actor) for actor in self.record.actors],
            "mentions": [row for actor in self.record.actors for row in self._mentions(actor)],
            "events": [self._event(event) for event in self.record.events],
            "participants": [row for event in self.record.events for row in self._participants(event)],
            "attributions": links,
            "quotes": [self._quote(number) for number in range(len(self.record.quotes))],
            "quantities": [row for event in self.record.events for row in self._quantities(event)],
            "gaps": [self._gap(number) for number, _ in gaps],
        }

    def _document(self) -> Row:
        document = self.record.document
        whole = to_json(self.record)
        assert isinstance(whole, dict) and isinstance(whole["document"], dict)
        whole["document"] = {key: value for key, value in whole["document"].items() if key != "text"}
        return {
            **self.key,
            "id": document.id,
            "url": document.url,
            "title": document.title,
            "author": document.author,
            "publisher": document.publisher,
            "published_at": document.published_at,
            "lang": document.lang,
            "sha256": document.sha256,
            "text": document.text,
            "record": json.dumps(whole, ensure_ascii=False, separators=(",", ":")),
            "coding": self.coding,
            "n_events": len(self.record.events),
        }

    def _actor(self, id: str | None) -> Row:
        actor = self.actors.get(id) if id is not None else None
        if actor is None:
            return dict.fromkeys(("actor_id", "name", "kind", "code", "country")) | {"sectors": []}
        return {
            "actor_id": f"{self.document_id}-{actor.id}",
            "name": actor.name,
            "kind": str(actor.kind),
            "code": actor.code,
            "country": actor.country,
            "sectors": [str(sector) for sector in actor.sectors],
        }

    def _actor_row(self, actor: Actor) -> Row:
        return {**self.key, **self._actor(actor.id), "roles": [role.text for role in actor.roles]}

    def _mentions(self, actor: Actor) -> Iterable[Row]:
        for mention in actor.mentions:
            id = f"{self.document_id}-{actor.id}"
            yield {**self.key, "actor_id": id, **_words(mention), "form": str(mention.form)}

    def _event(self, event: Event) -> Row:
        return {
            **self.key,
            "event_id": self.events[event.id],
            "number": event.id,
            "type": str(event.type),
            "mode": _value(event.mode),
            "contexts": [str(context) for context in event.contexts],
            "cameo": event.cameo,
            "trigger": event.trigger.text,
            "trigger_start": event.trigger.span.start,
            "trigger_end": event.trigger.span.end,
            "sentence": event.sentence.cut(self.record.document.text),
            "sentence_start": event.sentence.start,
            "sentence_end": event.sentence.end,
            "sentence_number": self.sentences[event.sentence],
            "factuality": str(event.factuality),
            "background": event.background,
            "confidence": event.confidence,
            "rule": event.rule,
            "same_as": self.events[event.same_as] if event.same_as else None,
            **_time(event),
            **_place(event),
        }

    def _participants(self, event: Event) -> Iterable[Row]:
        for role, ids in (("actor", event.actors), ("recipient", event.recipients)):
            for position, id in enumerate(ids):
                key = {"event_id": self.events[event.id], "role": role, "position": position}
                yield {**self.key, **key, **self._actor(id)}

    def _links(self, about: str, about_id: str, links: Iterable[Link]) -> Iterable[Row]:
        for position, link in enumerate(links):
            yield {
                **self.key,
                "about": about,
                "about_id": about_id,
                "position": position,
                **self._actor(link.actor),
                "text": link.text,
                "char_start": link.span.start if link.span else None,
                "char_end": link.span.end if link.span else None,
                "cue": link.cue.text if link.cue else None,
                "form": str(link.form),
            }

    def _quote(self, number: int) -> Row:
        quote = self.record.quotes[number]
        speaker = self._actor(quote.speaker)
        return {
            **self.key,
            "kind": str(quote.kind),
            "speaker_id": speaker["actor_id"],
            "speaker": speaker["name"],
            "speaker_code": speaker["code"],
            **_words(quote.content),
            "cue": quote.cue.text if quote.cue else None,
        }

    def _quantities(self, event: Event) -> Iterable[Row]:
        for each in event.quantities:
            value = {"what": str(each.what), "low": each.low, "high": each.high, "about": each.about}
            yield {**self.key, "event_id": self.events[event.id], **value, **_words(each)}

    def _gap_id(self, number: int) -> str:
        return short_hash("gap", self.document_id, *self.record.gaps[number].span)

    def _gap(self, number: int) -> Row:
        gap = self.record.gaps[number]
        about = self.events[gap.about] if gap.about else None
        missing = [str(each) for each in gap.missing]
        return {**self.key, "gap_id": self._gap_id(number), "missing": missing, "event_id": about, **_words(gap)}


def _words(value: Any) -> Row:
    return {"text": value.text, "char_start": value.span.start, "char_end": value.span.end}


def _value(value: object) -> str | None:
    return None if value is None else str(value)


def _time(event: Event) -> Row:
    names = ("text", "value", "mod", "start", "end", "anchored")
    time = event.time
    return {f"time_{name}": _plain(getattr(time, name)) if time else None for name in names}


def _place(event: Event) -> Row:
    place = event.place
    return {
        "place_text": place.text if place else None,
        "place_name": place.name if place else None,
        "place_country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonames_id": place.geonames_id if place else None,
        "place_precision": str(place.precision) if place else None,
    }


def _plain(value: object) -> object:
    return value if isinstance(value, bool) or value is None else str(value)
