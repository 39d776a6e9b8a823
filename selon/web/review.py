"""The review: a person accepts, corrects or rejects what was read; only where `serve --review` was said."""

import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse

import selon
from selon.api.live import Live
from selon.web.links import address
from selon.web.naming import names
from selon.web.speech import lang_of, words
from selon.web.templating import templates

VERDICTS = ("right", "wrong", "unsure", "withdrawn")
PAIRS = ("same", "different", "unsure", "withdrawn")
_OPEN = """
select * from claims where event_id not in (select event_id from judgements where other_event_id is null)
order by confidence, event_id limit 1 offset ?"""
_Id = Annotated[str, Form(pattern=r"^[0-9a-f-]{1,64}$")]
_Skip = Annotated[int, Query(ge=0, le=1_000_000)]
_Story = Annotated[str, Query(pattern=r"^[0-9a-f]{0,64}$")]
# The events of a story beside its surest one, the least sure first.
_OPEN_PAIRS = """
with sure as (select *, first_value(event_id) over surest as one, first_value(document_id) over surest as document
              from story_events window surest as (partition by story_id order by score desc, event_id))
select one, event_id as two, why, score from sure
where document_id <> document and (? = '' or story_id = ?)
  and not exists (select 1 from judgements j
                  where j.event_id = least(one, sure.event_id) and j.other_event_id = greatest(one, sure.event_id))
order by score, story_id, two"""


def review_router(live: Live, who: str, secret: str) -> APIRouter:
    """The pages of the review; `who` is written with every judgement, `secret` must come back with every form."""
    router = APIRouter(include_in_schema=False)

    def show(request: Request, template: str, **values: Any) -> Response:
        lang = lang_of(request)
        here = {
            "t": words(lang),
            "name": names(lang),
            "hl": lang,
            "review": True,
            "path": request.url.path,
            "filters": {},
        }
        shown = {**here, "secret": secret, "who": who, **values}
        return templates().TemplateResponse(request, f"{template}.html.jinja", shown)

    @router.get("/review")
    def review(request: Request, skip: _Skip = 0) -> Response:
        return show(request, "review", skip=skip, **live.ask(lambda store: _next(store, skip)))

    @router.get("/review/merges")
    def merges(request: Request, skip: _Skip = 0, story: _Story = "") -> Response:
        found = live.ask(lambda store: _next_pair(store, story, skip))
        here = address("/review/merges", {"story": story})
        return show(request, "review_merges", skip=skip, story=story, here=here, **found)

    @router.post("/review")
    def judge(
        event_id: _Id,
        verdict: Annotated[str, Form(max_length=20)],
        token: Annotated[str, Form(max_length=100)],
        other_event_id: Annotated[str | None, Form(pattern=r"^[0-9a-f-]{1,64}$")] = None,
        why: Annotated[str, Form(max_length=2000)] = "",
        back: Annotated[str, Form(max_length=500)] = "/review",
    ) -> Response:
        if token != secret:
            raise HTTPException(403, "The form is from another session; load the page again.")
        if verdict not in (PAIRS if other_event_id else VERDICTS):
            raise HTTPException(422, f"{verdict!r} is no verdict.")
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
        live.judge(event_id, verdict, by=who, at=now, other=other_event_id, why=why or None)
        return RedirectResponse(back if back.startswith("/") and not back.startswith("//") else "/review", 303)

    return router


def _next(store: "selon.Store", skip: int) -> dict[str, Any]:
    claim = next(iter(store.sql(_OPEN, [skip])), None)
    done = next(iter(store.sql("select count(*) as n from judgements where other_event_id is null")))["n"]
    last = list(store.sql("select * from judgements where other_event_id is null order by judged_at desc limit 1"))
    return {"claim": claim, "done": done, "total": store.count(), "last": last[0] if last else None}


def _next_pair(store: "selon.Store", story: str, skip: int) -> dict[str, Any]:
    """The pair to judge next: two claims, why they were brought together, and how many are left."""
    left = list(store.sql(_OPEN_PAIRS, [story, story]))
    chosen = left[skip] if skip < len(left) else None
    pair = []
    for event in (chosen["one"], chosen["two"]) if chosen else ():
        pair += list(store.sql("select * from claims where event_id = ?", [event]))
    judged = list(
        store.sql("select * from judgements where other_event_id is not null order by judged_at desc, judgement_id")
    )
    return {
        "pair": pair,
        "why": chosen["why"] if chosen else "",
        "left": len(left),
        "done": len(judged),
        "last": judged[0] if judged else None,
    }
