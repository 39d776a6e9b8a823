"""The pages: overview, story, article, actor, sources, gaps; each a template with what the store answers."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse, StreamingResponse

import selon
from selon.api.asked import Asked, Page
from selon.api.live import Live
from selon.api.routes import _Id
from selon.web.marks import marks_of, paragraphs
from selon.web.naming import names
from selon.web.speech import LANGS, lang_of, words
from selon.web.tables import csv_lines, parquet_bytes
from selon.web.templating import templates

_HERE = Path(__file__).parent
DOWNLOADED = 100_000  # claims of a download; `selon export` writes all
_Name = Annotated[str, Query(max_length=300)]


def page_router(live: Live, *, review: bool) -> APIRouter:
    """The pages over one database; `review` shows the way to the review."""
    router = APIRouter()

    def show(request: Request, template: str, status: int = 200, **values: Any) -> Response:
        lang = lang_of(request)
        here = {"t": words(lang), "name": names(lang), "hl": lang, "review": review, "path": request.url.path, **values}
        response = templates().TemplateResponse(request, f"{template}.html.jinja", here, status_code=status)
        if request.query_params.get("hl") == lang:
            response.set_cookie("selon_lang", lang, samesite="strict", httponly=True)
        return response

    def missing(request: Request) -> Response:
        return show(request, "missing", 404, filters={})

    @router.get("/")
    def overview(request: Request, asked: Page) -> Response:
        asked, filters = _short(asked), asked.filters()
        found = live.answer(_key("/", asked), lambda store: _overview(store, filters, asked.page()))
        return show(request, "overview", filters=filters, asked=asked, **found)

    @router.get("/stories")
    def stories(request: Request, asked: Page) -> Response:
        filters = asked.filters()
        rows = live.answer(_key("stories", asked), lambda store: list(store.stories(**filters, **asked.page())))
        return show(request, "stories", filters=filters, asked=asked, stories=rows)

    @router.get("/story/{story_id}")
    def story(request: Request, story_id: _Id) -> Response:
        found = live.ask(lambda store: _story(store, story_id))
        return show(request, "story", filters={}, **found) if found else missing(request)

    @router.get("/article/{document_id}")
    def article(request: Request, document_id: _Id) -> Response:
        found = live.ask(lambda store: _article(store, document_id, words(lang_of(request))))
        return show(request, "article", filters={}, document_id=document_id, **found) if found else missing(request)

    @router.get("/actor")
    def actor(request: Request, name: _Name = "", code: _Name = "") -> Response:
        if not name and not code:
            return missing(request)
        found = live.answer(("actor", name or code), lambda store: _actor(store, name or code))
        return show(request, "actor", filters={}, who=name or code, code=code, **found)

    @router.get("/actors")
    def actors(request: Request, asked: Page) -> Response:
        filters = asked.filters()
        rows = live.answer(_key("actors", asked), lambda store: list(store.actors(**filters, **asked.page())))
        return show(request, "actors", filters=filters, asked=asked, rows=rows, matrix=live.answer("matrix", _matrix))

    @router.get("/sources")
    def sources(request: Request, asked: Page) -> Response:
        filters = asked.filters()
        rows = live.answer(_key("sources", asked), lambda store: list(store.sources(**filters, **asked.page())))
        return show(request, "sources", filters=filters, asked=asked, rows=rows)

    @router.get("/gaps")
    def gaps(request: Request, asked: Page) -> Response:
        filters = asked.filters()
        rows = live.answer(_key("gaps", asked), lambda store: list(store.gaps(**filters, **asked.page())))
        return show(request, "gaps", filters=filters, asked=asked, rows=rows)

    @router.get("/download/{kind}")
    def download(kind: str, asked: Page) -> Response:
        if kind not in ("csv", "json", "parquet"):
            return Response("csv, json or parquet", 404)
        answer = live.ask(lambda store: store.events(limit=DOWNLOADED, **asked.filters()))
        name = {"Content-Disposition": f'attachment; filename="selon-events.{kind}"'}
        if kind == "parquet":
            return Response(parquet_bytes(answer), media_type="application/vnd.apache.parquet", headers=name)
        lines = csv_lines(answer) if kind == "csv" else _json_lines(answer)
        media = "text/csv; charset=utf-8" if kind == "csv" else "application/json"
        return StreamingResponse(lines, media_type=media, headers=name)

    @router.get("/favicon.ico")
    def favicon() -> Response:
        return FileResponse(_HERE / "static" / "favicon.svg", media_type="image/svg+xml")

    return router


def warm(live: Live) -> None:
    """Works out what the first pages show, so that the first to open them does not wait."""
    asked, short = Asked(), _short(Asked())
    live.answer(_key("/", short), lambda store: _overview(store, {}, short.page()))
    live.answer(_key("actors", asked), lambda store: list(store.actors(**asked.page())))
    live.answer(_key("sources", asked), lambda store: list(store.sources(**asked.page())))
    live.answer("matrix", _matrix)
    for lang in LANGS:
        names(lang).facet("place", "FRA")
    loaded = templates().env
    for name in loaded.list_templates():
        loaded.get_template(name)


def _short(asked: Asked) -> Asked:
    """The page of the overview, on which claims stand below figures and stories: fewer unless more were asked for."""
    return asked if "limit" in asked.model_fields_set else asked.model_copy(update={"limit": 20})


def _key(page: str, asked: Asked) -> tuple[str, str]:
    """The name under which an answer is kept."""
    return page, asked.model_dump_json()


def _json_lines(answer: "selon.Answer") -> Iterator[str]:
    """A JSON array, an object a line."""
    import json

    before = "[\n"
    for row in answer:
        yield before + json.dumps(row, ensure_ascii=False, default=str)
        before = ",\n"
    yield "[]" if before[0] == "[" else "\n]"


def _overview(store: "selon.Store", filters: Mapping[str, Any], page: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "total": store.count(**filters),
        "facets": store.facets(**filters),
        "timeline": store.timeline(**filters),
        "places": store.map(**filters),
        "stories": list(store.stories(limit=6, **filters)),
        "claims": list(store.events(**filters, **page)),
        "tables": store.info()["tables"],
    }


def _story(store: "selon.Store", story_id: str) -> dict[str, Any] | None:
    story = next(iter(store.sql("select * from stories where story_id = ?", [story_id])), None)
    if story is None:
        return None
    claims = list(store.story(story_id))
    ids = [claim["event_id"] for claim in claims]
    fields: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for row in store.disagreements(story_id):
        fields.setdefault(row["field"], {}).setdefault(row["version"], []).append(row)
    numbers = "select * from quantities where event_id in (select unnest(?)) order by event_id, char_start"
    gaps = "select * from gaps where event_id in (select unnest(?)) order by document_id, char_start"
    return {
        "story": story,
        "claims": claims,
        "fields": fields,
        "numbers": list(store.sql(numbers, [ids])),
        "estimates": list(store.estimates([story_id])),
        "gaps": list(store.sql(gaps, [ids])),
    }


_JUDGED = """
select e.number, e.event_id, j.verdict, j.judged_by
from events e left join judgements j on j.event_id = e.event_id and j.other_event_id is null where e.document_id = ?"""


def _article(store: "selon.Store", document_id: str, t: Mapping[str, str]) -> dict[str, Any] | None:
    """The text with its marks, and its events: as they were corrected, without those that were judged wrong."""
    record = store.record(document_id, corrected=True)
    if record is None:
        return None
    judged = {row["number"]: row for row in store.sql(_JUDGED, [document_id])}
    record["events"] = events = [each for each in record["events"] if judged[each["id"]]["verdict"] != "wrong"]
    news = [tuple(event["sentence"]) for event in events if not event["background"]]
    old = sorted({tuple(event["sentence"]) for event in events if event["background"]} - set(news))
    return {
        "record": record,
        "document": record["document"],
        "judged": judged,
        "actors": {actor["id"]: actor for actor in record["actors"]},
        "paragraphs": paragraphs(record["document"]["text"], marks_of(record, t), old),
    }


_ABOUT = """
select t.publisher, p.name, p.kind, count(distinct p.event_id) as n
from participants p join told t using (event_id)
where p.name ilike ? or starts_with(p.code, ?) group by all order by n desc, t.publisher, p.name, p.kind limit 40"""
_TIES = """
with mine as (select distinct event_id from participants where name ilike ? or starts_with(code, ?)),
near as (select p.event_id, p.role, p.name, p.name ilike ? or starts_with(p.code, ?) as self
         from participants p join mine using (event_id))
select a.name as one, b.name as two, t.type, count(distinct a.event_id) as n
from near a join near b on a.event_id = b.event_id and a.role = 'actor' and b.role = 'recipient' and (a.self or b.self)
join told t on t.event_id = a.event_id
group by all order by n desc, one, two, t.type limit 40"""
_QUOTES = """
select q.*, d.publisher, d.published_at from (
  select * from quotes where speaker ilike ? or starts_with(speaker_code, ?)) q join documents d using (document_id)
order by d.published_at desc nulls last, q.document_id, q.char_start limit 30"""
_MATRIX = """
select coalesce(l.code, l.name, l.text) as source, coalesce(p.code, p.name) as target, count(distinct l.about_id) as n
from attributions l join participants p on l.about = 'event' and p.event_id = l.about_id
where coalesce(l.code, l.name, l.text) is not null and coalesce(p.code, p.name) is not null
group by all order by n desc, source, target limit 150"""


def _actor(store: "selon.Store", name: str) -> dict[str, Any]:
    like = f"%{name}%"
    return {
        "does": list(store.events(actor=name, limit=40)),
        "undergoes": list(store.events(recipient=name, limit=40)),
        "says": list(store.events(according_to=name, limit=40)),
        "timeline": store.timeline(actor=name),
        "quotes": list(store.sql(_QUOTES, [like, name])),
        "ties": list(store.sql(_TIES, [like, name, like, name])),
        "names": list(store.sql(_ABOUT, [like, name])),
    }


def _matrix(store: "selon.Store") -> dict[str, Any]:
    """Sources × those they speak of: the commonest, with the number of claims."""
    rows = list(store.sql(_MATRIX))
    sources = list(dict.fromkeys(row["source"] for row in rows))[:12]
    targets = list(dict.fromkeys(row["target"] for row in rows if row["source"] in sources))[:12]
    cells = {f"{row['source']}|{row['target']}": row["n"] for row in rows}
    sources = [source for source in sources if any(f"{source}|{target}" in cells for target in targets)]
    return {"sources": sources, "targets": targets, "cells": cells, "most": max(cells.values(), default=1)}
