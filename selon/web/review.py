"""The review: a person accepts, corrects or rejects what was read; only where `serve --review` was said."""

import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

import selon
from selon.api.live import Live
from selon.web.speech import lang_of, words
from selon.web.templating import templates

VERDICTS = ("right", "wrong", "unsure", "withdrawn")
PAIRS = ("same", "different", "unsure", "withdrawn")
_OPEN = """
select * from claims where event_id not in (select event_id from judgements where other_event_id is null)
order by confidence, event_id limit 1 offset ?"""
_Id = Annotated[str, Form(pattern=r"^[0-9a-f-]{1,64}$")]


def review_router(live: Live, who: str, secret: str) -> APIRouter:
    """The pages of the review; `who` is written with every judgement, `secret` must come back with every form."""
    router = APIRouter(include_in_schema=False)

    @router.get("/review")
    def review(request: Request, skip: int = 0) -> Response:
        found = live.ask(lambda store: _next(store, max(0, min(skip, 1_000_000))))
        lang = lang_of(request)
        here = {
            "t": words(lang),
            "hl": lang,
            "review": True,
            "path": "/review",
            "filters": {},
            "secret": secret,
            "skip": skip,
        }
        return templates().TemplateResponse(request, "review.html.jinja", {**here, **found, "who": who})

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
