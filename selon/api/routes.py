"""The routes of /api/v1."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException
from fastapi import Path as PathParameter
from pydantic import BaseModel, Field

import selon
from selon.api.asked import ActorsPage, EventsPage, GapsPage, Page, SourcesPage, StoriesPage
from selon.api.live import Live
from selon.api.reading import Busy, Reading, TooLong

_Id = Annotated[str, PathParameter(min_length=1, max_length=64, pattern=r"^[0-9a-f-]+$")]
Row = dict[str, Any]
MAX_POSTED = 200_000  # characters of a posted text


class Posted(BaseModel):
    """A text to be read."""

    text: Annotated[str, Field(min_length=1, max_length=MAX_POSTED)]
    lang: Annotated[str, Field(pattern="^(fr|en|auto)$")] = "auto"
    date: Annotated[str | None, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")] = None
    title: Annotated[str | None, Field(max_length=1000)] = None


class Listed(BaseModel):
    """A page of rows; an empty one is the end."""

    rows: list[Row]
    limit: int
    offset: int


class Told(BaseModel):
    """A story: its claims, the versions of what is contested, and numbers, day and place as best, low and high."""

    story_id: str
    claims: list[Row]
    disagreements: list[Row]
    estimates: list[Row]


class Info(BaseModel):
    """Rows of each table, the version of the tables, the codings, and the days of the first and the last document.

    Documents by language, those that were not read by reason, those of other languages by language.
    """

    tables: dict[str, int]
    version: int
    codings: list[str]
    languages: dict[str, int]
    rejects: dict[str, int]
    set_aside: dict[str, int]
    first: str | None
    last: str | None


class Fault(BaseModel):
    """Why a request was refused."""

    detail: str


_REFUSALS = {
    401: "the token is missing",
    403: "it comes from another site",
    413: "it is too large",
    421: "to another host name",
}
_REFUSED: dict[int | str, dict[str, Any]] = {
    code: {"model": Fault, "description": why} for code, why in _REFUSALS.items()
}
_MISSING: dict[int | str, dict[str, Any]] = {404: {"model": Fault, "description": "there is none"}}
_BUSY: dict[int | str, dict[str, Any]] = {
    422: {"description": "a faulty request, or a text that cannot be read"},
    503: {"model": Fault, "description": "another text is being read, or this one takes too long"},
}


def _listed(answer: "selon.Answer", asked: Page) -> Row:
    return {"rows": list(answer), "limit": asked.limit, "offset": asked.offset}


def api_router(live: Live) -> APIRouter:
    """The routes over one database."""
    router = APIRouter(prefix="/api/v1", responses=_REFUSED)
    reading = Reading()

    @router.get("/info", summary="What is in the database")
    def info() -> Info:
        return Info(**live.ask(lambda store: store.info()))

    @router.get("/events", summary="Claims that fit the filters", response_model=Listed)
    def events(asked: EventsPage) -> Row:
        return live.ask(lambda store: _listed(store.events(**asked.wanted()), asked))

    @router.get("/stories", summary="Stories with a claim that fits", response_model=Listed)
    def stories(asked: StoriesPage) -> Row:
        return live.ask(lambda store: _listed(store.stories(**asked.wanted()), asked))

    @router.get(
        "/stories/{story_id}",
        summary="One story: its claims and disagreements",
        response_model=Told,
        responses=_MISSING,
    )
    def story(story_id: _Id) -> Row:
        claims = live.ask(lambda store: list(store.story(story_id)))
        if not claims:
            raise HTTPException(404, f"There is no story {story_id}.")
        contested = live.ask(lambda store: list(store.disagreements(story_id)))
        counted = live.ask(lambda store: list(store.estimates(story_id)))
        return {"story_id": story_id, "claims": claims, "disagreements": contested, "estimates": counted}

    @router.get("/actors", summary="Who acts and who is acted on", response_model=Listed)
    def actors(asked: ActorsPage) -> Row:
        return live.answer(
            ("api", "actors", asked.model_dump_json()), lambda store: _listed(store.actors(**asked.wanted()), asked)
        )

    @router.get("/sources", summary="Who is given as a source", response_model=Listed)
    def sources(asked: SourcesPage) -> Row:
        return live.answer(
            ("api", "sources", asked.model_dump_json()), lambda store: _listed(store.sources(**asked.wanted()), asked)
        )

    @router.get("/gaps", summary="What is said not to be known", response_model=Listed)
    def gaps(asked: GapsPage) -> Row:
        return live.ask(lambda store: _listed(store.gaps(**asked.wanted()), asked))

    @router.get("/documents", summary="Documents, without their texts", response_model=Listed)
    def documents(asked: Page) -> Row:
        columns = "document_id, id, url, title, publisher, published_at, lang, n_events"
        sql = f"select {columns} from documents order by published_at desc nulls last, document_id limit ? offset ?"
        return live.ask(lambda store: _listed(store.sql(sql, [asked.limit, asked.offset]), asked))

    @router.get("/documents/{document_id}", summary="The record of one document", responses=_MISSING)
    def document(document_id: _Id) -> Row:
        record = live.ask(lambda store: store.record(document_id))
        if record is None:
            raise HTTPException(404, f"There is no document {document_id}.")
        return record

    @router.post("/read", summary="The record of a posted text; nothing is kept", responses=_BUSY)
    def read(posted: Posted) -> Row:
        try:
            return reading.read(posted.text, {"lang": posted.lang, "date": posted.date, "title": posted.title})
        except selon.InputError as fault:
            raise HTTPException(422, str(fault)) from fault
        except (Busy, TooLong) as fault:
            raise HTTPException(503, str(fault)) from fault

    return router
