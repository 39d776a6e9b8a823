"""The review: a person accepts, corrects or rejects what was read; only where `serve --review` was said."""

import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

import selon
from selon.api.live import Live
from selon.model.ontology import MODES, EventType, Factuality
from selon.store import Correction
from selon.web.links import address
from selon.web.naming import names
from selon.web.speech import lang_of, words
from selon.web.templating import templates

VERDICTS = ("right", "wrong", "unsure", "withdrawn")
PAIRS = ("same", "different", "unsure", "withdrawn")
_OPEN = """
select * from claims where event_id not in (select event_id from judgements where other_event_id is null)
order by confidence, event_id limit 1 offset ?"""
_PARTIES = "select role, name, code from participants where event_id = ? order by role, position"
_Id = Annotated[str, Form(pattern=r"^[0-9a-f-]{1,64}$")]
_Skip = Annotated[int, Query(ge=0, le=1_000_000)]
_Event = Annotated[str, Query(pattern=r"^[0-9a-f-]{0,64}$")]
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


_Short = Annotated[str, Field(max_length=200)]


class Corrected(BaseModel):
    """The form of a correction: every value of the event, and as many names as codes of its parties."""

    event_id: Annotated[str, Field(pattern=r"^[0-9a-f-]{1,64}$")]
    token: Annotated[str, Field(max_length=100)]
    back: Annotated[str, Field(max_length=500)] = "/review"
    why: Annotated[str, Field(max_length=2000)] = ""
    type: _Short
    mode: _Short = ""
    factuality: _Short
    background: bool = False
    time: _Short = ""
    place: _Short = ""
    country: _Short = ""
    actor: list[_Short] = []
    actor_code: list[_Short] = []
    recipient: list[_Short] = []
    recipient_code: list[_Short] = []

    def correction(self) -> Correction:
        """What it says; a value that cannot be is a StoreError."""
        given = self.model_dump(include={"type", "mode", "factuality", "background", "time", "place", "country"})
        actors, recipients = _named(self.actor, self.actor_code), _named(self.recipient, self.recipient_code)
        return Correction.read({**given, "actors": actors, "recipients": recipients})


def _named(names: list[str], codes: list[str]) -> list[dict[str, str]]:
    if len(names) != len(codes):
        raise selon.SelonError("The form has as many names as codes; load the page again.")
    return [{"name": name, "code": code} for name, code in zip(names, codes, strict=True)]


def review_router(live: Live, who: str, secret: str) -> APIRouter:
    """The pages of the review; `who` is written with every judgement, `secret` must come back with every form."""
    router = APIRouter(include_in_schema=False)

    def show(request: Request, template: str, status: int = 200, **values: Any) -> Response:
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
        return templates().TemplateResponse(request, f"{template}.html.jinja", shown, status_code=status)

    def check(token: str) -> None:
        if token != secret:
            raise HTTPException(403, "The form is from another session; load the page again.")

    @router.get("/review")
    def review(request: Request, skip: _Skip = 0, event: _Event = "") -> Response:
        found = live.ask(lambda store: _next(store, skip, event))
        return show(request, "review", skip=skip, **found)

    @router.post("/review/correct")
    def correct(request: Request, form: Annotated[Corrected, Form()]) -> Response:
        check(form.token)
        try:
            right = form.correction()
        except selon.SelonError as fault:
            found = live.ask(lambda store: _next(store, 0, form.event_id))
            return show(request, "review", 422, skip=0, fault=str(fault), **found)
        live.judge(form.event_id, "corrected", by=who, at=_now(), why=form.why or None, correction=right)
        return _on(form.back)

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
        check(token)
        if verdict not in (PAIRS if other_event_id else VERDICTS):
            raise HTTPException(422, f"{verdict!r} is no verdict.")
        live.judge(event_id, verdict, by=who, at=_now(), other=other_event_id, why=why or None)
        return _on(back)

    return router


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")


def _on(back: str) -> Response:
    """The way to the next page, which is one of ours."""
    return RedirectResponse(back if back.startswith("/") and not back.startswith("//") else "/review", 303)


def _next(store: "selon.Store", skip: int, event: str) -> dict[str, Any]:
    """The event that is asked for, else the next one that nobody judged."""
    asked = store.sql("select * from claims where event_id = ?", [event]) if event else store.sql(_OPEN, [skip])
    claim = next(iter(asked), None)
    parties: dict[str, list[dict[str, Any]]] = {"actor": [], "recipient": []}
    for row in store.sql(_PARTIES, [claim["event_id"]]) if claim else ():
        parties[row["role"]].append(row)
    done = next(iter(store.sql("select count(*) as n from judgements where other_event_id is null")))["n"]
    last = list(store.sql("select * from judgements where other_event_id is null order by judged_at desc limit 1"))
    return {
        "claim": claim,
        "parties": parties,
        "modes": {kind: MODES.get(kind, ()) for kind in EventType},
        "factualities": list(Factuality),
        "back": f"/article/{claim['document_id']}#{event}" if event and claim else "/review",
        "done": done,
        "total": store.count(),
        "last": last[0] if last else None,
    }


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
