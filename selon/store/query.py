"""Asking a database: answers as Arrow, pandas, polars or rows."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from selon.errors import StoreError
from selon.store.answer import Answer
from selon.store.correction import Correction, correct
from selon.store.delta import append
from selon.store.estimates import estimates
from selon.store.filters import Filter, where
from selon.store.opened import KEPT_ORDER, Opened
from selon.store.rows import short_hash
from selon.store.schema import TABLES, VERSION
from selon.store.sorts import order
from selon.store.views import ACTORS, FACETS, HITS, OF_EVENTS, RECODED, RIGHT, SOURCES, claims_of

_LANGUAGES = "select lang, count(*) as n from documents group by 1 order by n desc, lang"
_REASONS = "select reason, count(*) as n from rejects group by 1 order by n desc, reason"
# The language stands in the message alone.
_ASIDE = """
select regexp_extract(message, 'does not read \\((\\w+)\\)', 1) as lang, count(*) as n
from rejects where reason = 'language' group by 1 order by n desc, lang"""


class Store(Opened):
    """A database that is asked. It shows what was there when it was opened; `refresh` looks again."""

    def _hits(self, filters: Mapping[str, Any]) -> str:
        """The relation of the events that fit, with what is counted of them; worked out once for questions in a row."""
        chosen = Filter(**filters)
        if chosen == Filter():
            return "told"
        if chosen != self._chosen:
            condition, values = where(chosen)
            self._chosen = None
            self._execute(
                f"create or replace temp table hits as select {self._columns()} from told {condition}", values
            )
            self._chosen = chosen
        return "hits"

    def _columns(self) -> str:
        return f"{HITS}, turn" if self.kept else HITS

    def events(self, *, sort: str | None = None, limit: int | None = None, offset: int = 0, **filters: Any) -> Answer:
        """The claims that fit: `store.events(actor="IRN", type="CONSULT", according_to="MED")`. Filters: `Filter`.

        `sort`: date (the newest first), oldest, confidence. The other questions have sorts of their own: `SORTS`.
        """
        ordered = order("events", sort)
        page = f"from {self._hits(filters)} order by {ordered} {_page(limit, offset)}"
        if not self.kept:
            return self.sql(f"{claims_of(f'select event_id {page}')} order by {ordered}")
        if ordered == KEPT_ORDER:
            ordered = "turn"
            page = page.replace(KEPT_ORDER, ordered)
        turns = [row[0] for row in self._run(f"select turn {page}")]
        return self.sql(
            f"select * exclude (turn) from told where turn in (select unnest(?)) order by {ordered}", [turns]
        )

    def stories(self, *, sort: str | None = None, limit: int | None = None, offset: int = 0, **filters: Any) -> Answer:
        """The stories with an event that fits, those that most independent sources tell first."""
        inside = f"select story_id from story_events where event_id in (select event_id from {self._hits(filters)})"
        ordered = f"order by {order('stories', sort)} {_page(limit, offset)}"
        return self.sql(f"select * from stories where story_id in ({inside}) {ordered}")

    def story(self, story_id: str | Sequence[str]) -> Answer:
        """The claims of one story, or of several, with the document of which each one's document is a copy."""
        inside = "select event_id from story_events where story_id in (select unnest(?))"
        claims = f"select * from claims where event_id in ({inside})" if self.kept else claims_of(inside)
        ids = _listed(story_id)
        return self.sql(
            f"""select c.*, s.story_id, s.copy_of, s.score, s.why from story_events s join ({claims}) c using (event_id)
                where s.story_id in (select unnest(?))
                order by s.story_id, c.published_at nulls last, c.document_id, c.trigger_start""",
            [ids, ids],
        )

    def disagreements(self, story_id: str | Sequence[str] | None = None) -> Answer:
        """The versions of what is contested, of one story, several, or all."""
        condition, values = _within(story_id)
        return self.sql(
            f"select * from disagreements {condition} order by story_id, field, version, document_id", values
        )

    def estimates(self, story_id: str | Sequence[str] | None = None) -> Answer:
        """Numbers, day and place of one story, several, or all: best, low, high, and who gives which."""
        condition, values = _within(story_id)
        sql = "select * from estimates"
        if story_id is not None and not self.kept:
            inside = "select event_id from story_events where story_id in (select unnest(?))"
            sql, values = f"select * from ({estimates(claims_of(inside))})", values * 2
        return self.sql(f"{sql} {condition} order by story_id, what", values)

    def record(self, document_id: str, *, corrected: bool = False) -> dict[str, Any] | None:
        """The record of a document as `selon code` prints it, or as persons corrected it; None if it is not there."""
        for row in self.sql("select record, text from documents where document_id = ?", [document_id]):
            found: dict[str, Any] = json.loads(row["record"])
            found["document"]["text"] = row["text"]
            return correct(found, self._corrections(document_id)) if corrected else found
        return None

    def _corrections(self, document_id: str) -> dict[str, dict[str, Any]]:
        """What persons say that events of a document are: rows of `Correction.to_json` by the event's id in the record."""
        sql = """select e.number, j.correction from judgements j join events e using (event_id)
                 where j.verdict = 'corrected' and j.other_event_id is null and e.document_id = ?"""
        return {row["number"]: json.loads(row["correction"]) for row in self.sql(sql, [document_id])}

    def facets(self, size: int = 8, **filters: Any) -> dict[str, list[dict[str, Any]]]:
        """For the claims that fit: the commonest values of each facet with their number, as {"value", "n"}."""
        found: dict[str, list[dict[str, Any]]] = {name: [] for name in FACETS}
        for row in self.sql(OF_EVENTS.format(hits=self._hits(filters), size=int(size))):
            found[row["facet"]].append({"value": row["value"], "n": row["n"]})
        return found

    def timeline(self, **filters: Any) -> list[dict[str, Any]]:
        """The claims that fit by month: {"month": "2021-05", "n", "denied"}."""
        day = "substr(coalesce(time_start, published_at), 1, 7)"
        sql = f"""select month, count(*) as n, count(*) filter (factuality in ('denied', 'negated')) as denied
                  from (select {day} as month, factuality from {self._hits(filters)}) where length(month) = 7
                  group by 1 order by 1"""
        return list(self.sql(sql))

    def map(self, size: int = 500, **filters: Any) -> list[dict[str, Any]]:
        """The places of the claims that fit, with number and precision; those that most claims name first.

        One row a place: its name, country and precision; its coordinates are those of the gazetteer.
        """
        sql = f"""select place_name as name, place_country as country, place_precision as precision,
                         round(any_value(lat), 3) as lat, round(any_value(lon), 3) as lon, count(*) as n
                  from {self._hits(filters)} where place_country is not null or lat is not null
                  group by place_name, place_country, place_precision, geonames_id order by n desc, name limit {int(size)}"""
        return list(self.sql(sql))

    def count(self, **filters: Any) -> int:
        """How many claims fit."""
        return int(self._run(f"select count(*) from {self._hits(filters)}")[0][0])

    def sources(self, *, sort: str | None = None, limit: int | None = None, offset: int = 0, **filters: Any) -> Answer:
        """Who is given as a source: name, code, number of claims, documents and publishers, how often denied."""
        sql = SOURCES.format(hits=self._hits(filters))
        return self.sql(f"select * from ({sql}) order by {order('sources', sort)} {_page(limit, offset)}")

    def actors(self, *, sort: str | None = None, limit: int | None = None, offset: int = 0, **filters: Any) -> Answer:
        """Who acts and who is acted on: name, code, number of events on either side."""
        hits = self._hits(filters)
        sql = ACTORS.format(only=RIGHT if hits == "told" else f"event_id in (select event_id from {hits})")
        return self.sql(f"select * from ({sql}) order by {order('actors', sort)} {_page(limit, offset)}")

    def gaps(self, *, sort: str | None = None, limit: int | None = None, offset: int = 0, **filters: Any) -> Answer:
        """What is said to be unknown, about which event, and who says so."""
        hits = self._hits(filters)
        kept = f"where g.event_id in (select event_id from {hits})" if hits != "told" else ""
        return self.sql(
            f"""select * exclude (char_start) from (
                  select g.gap_id, g.missing, g.text, h.according_to, e.type, e.trigger, s.actors, s.recipients,
                         d.publisher, d.published_at, d.id as document, g.document_id, g.event_id, g.char_start
                  from gaps g join documents d using (document_id) left join events e using (event_id)
                  left join sides s using (event_id) left join chains h on h.about_id = g.gap_id {kept})
                order by {order("gaps", sort)} {_page(limit, offset)}"""
        )

    def judge(
        self,
        event_id: str,
        verdict: str,
        *,
        by: str,
        at: str,
        other: str | None = None,
        why: str | None = None,
        correction: Correction | None = None,
    ) -> None:
        """Keeps a person's judgement on an event, or on a pair of events (`other`); seen after `refresh`.

        With the verdict `corrected` comes what the event is.
        """
        one, two = (event_id, other) if other is None or event_id < other else (other, event_id)
        row = {"event_id": one, "other_event_id": two, "verdict": verdict, "judged_by": by, "judged_at": at, "why": why}
        row["correction"] = correction.to_json() if correction else None
        append(self.database, "judgements", [{"judgement_id": short_hash(*row.values()), **row}])

    def recoded(self, since: int = 0) -> Answer:
        """What changed when documents were read again by other versions: a row a type, with events before and now.

        `gained` and `lost` events, those `changed` in mode, factuality, time or place, and the number of documents;
        `since`: only what was read again from that moment on (milliseconds since 1970).
        """
        return self.sql(RECODED, [since])

    def info(self) -> dict[str, Any]:
        """`{"tables": {name: rows}, "version": …}`, codings, languages and span of the documents; what was not read.

        `rejects` counts by reason, `set_aside` the documents in languages that are not read, by language.
        """
        if self._info is None:
            self._info = self._counted()
        return self._info

    def _counted(self) -> dict[str, Any]:
        counts = {table.name: self._count(table.name) for table in TABLES}
        codings = [row["coding"] for row in self.sql("select distinct coding from documents order by 1")]
        languages = {row["lang"]: row["n"] for row in self.sql(_LANGUAGES)}
        rejects = {row["reason"]: row["n"] for row in self.sql(_REASONS)}
        aside = {row["lang"]: row["n"] for row in self.sql(_ASIDE)}
        days = next(iter(self.sql("select min(published_at) as first, max(published_at) as last from documents")))
        told = {"codings": codings, "languages": languages, "rejects": rejects, "set_aside": aside}
        return {"tables": counts, "version": VERSION, **told, **days}

    def _count(self, name: str) -> int:
        return int(self._run(f"select count(*) from {name}")[0][0])


def _listed(story_id: str | Sequence[str]) -> list[str]:
    return [story_id] if isinstance(story_id, str) else list(story_id)


def _within(story_id: str | Sequence[str] | None) -> tuple[str, list[object]]:
    """The condition that keeps some stories, and its values."""
    return ("", []) if story_id is None else ("where story_id in (select unnest(?))", [_listed(story_id)])


def _page(limit: int | None, offset: int) -> str:
    return ("" if limit is None else f"limit {int(limit)} ") + (f"offset {int(offset)}" if offset else "")


def open_store(database: str | os.PathLike[str], *, at: str | None = None, kept: bool = False) -> Store:
    """The database in a folder, to be asked; `at` (ISO 8601 time) shows what it said then. None there: a StoreError.

    `kept` holds the claims in memory: slower to open, faster to ask again and again.
    """
    path = str(database)
    if "://" not in path and not (Path(path) / "batches").is_dir():
        raise StoreError(f"{path}: is no database of selon. Make one with: selon ingest articles/ --db {path}")
    return Store(path, at, kept=kept)
