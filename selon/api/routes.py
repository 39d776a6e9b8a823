"""The routes of /api/v1."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException
from fastapi import Path as PathParameter
from pydantic import BaseModel, Field

import selon
from selon.api.asked import Page
from selon.api.live import Live

_Id = Annotated[str, PathParameter(min_length=1, max_length=64, pattern=r"^[0-9a-f-]+$")]
Rows = dict[str, Any]
MAX_POSTED = 200_000  # characters of a posted text


class Posted(BaseModel):
    """A text to be read."""

    text: Annotated[str, Field(min_length=1, max_length=MAX_POSTED)]
    lang: Annotated[str, Field(pattern="^(fr|en|auto)$")] = "auto"
    date: Annotated[str | None, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")] = None
    title: Annotated[str | None, Field(max_length=1000)] = None


def _listed(answer: "selon.Answer", asked: Page) -> Rows:
    return {"rows": list(answer), "limit": asked.limit, "offset": asked.offset}


def api_router(live: Live) -> APIRouter:
    """The routes over one database."""
    router = APIRouter(prefix="/api/v1")

    @router.get("/info", summary="What is in the database")
    def info() -> Rows:
        return live.ask(lambda store: store.info())

    @router.get("/events", summary="Claims that fit the filters")
    def events(asked: Page) -> Rows:
        return live.ask(lambda store: _listed(store.events(**asked.filters(), **asked.page()), asked))

    @router.get("/stories", summary="Stories with a claim that fits")
    def stories(asked: Page) -> Rows:
        return live.ask(lambda store: _listed(store.stories(**asked.filters(), **asked.page()), asked))

    @router.get("/stories/{story_id}", summary="One story: its claims and disagreements")
    def story(story_id: _Id) -> Rows:
        claims = live.ask(lambda store: list(store.story(story_id)))
        if not claims:
            raise HTTPException(404, f"There is no story {story_id}.")
        contested = live.ask(lambda store: list(store.disagreements(story_id)))
        return {"story_id": story_id, "claims": claims, "disagreements": contested}

    @router.get("/actors", summary="Who acts and who is acted on")
    def actors(asked: Page) -> Rows:
        return live.answer(
            ("actors", asked.model_dump_json()),
            lambda store: _listed(store.actors(**asked.filters(), **asked.page()), asked),
        )

    @router.get("/sources", summary="Who is given as a source")
    def sources(asked: Page) -> Rows:
        return live.answer(
            ("sources", asked.model_dump_json()),
            lambda store: _listed(store.sources(**asked.filters(), **asked.page()), asked),
        )

    @router.get("/gaps", summary="What is said not to be known")
    def gaps(asked: Page) -> Rows:
        return live.ask(lambda store: _listed(store.gaps(**asked.filters(), **asked.page()), asked))

    @router.get("/documents", summary="Documents, without their texts")
    def documents(asked: Page) -> Rows:
        columns = "document_id, id, url, title, publisher, published_at, lang, n_events"
        sql = f"select {columns} from documents order by published_at desc nulls last, document_id limit ? offset ?"
        return live.ask(lambda store: _listed(store.sql(sql, [asked.limit, asked.offset]), asked))

    @router.get("/documents/{document_id}", summary="The record of one document")
    def document(document_id: _Id) -> Rows:
        record = live.ask(lambda store: store.record(document_id))
        if record is None:
            raise HTTPException(404, f"There is no document {document_id}.")
        return record

    @router.post("/read", summary="The record of a posted text; nothing is kept")
    def read(posted: Posted) -> Rows:
        try:
            record = selon.read(posted.text, lang=posted.lang, date=posted.date, title=posted.title)
        except selon.InputError as fault:
            raise HTTPException(422, str(fault)) from fault
        plain = selon.to_json(record)
        assert isinstance(plain, dict)
        return plain

    return router
