"""The application: pages and API over one database, safe to open on one's own machine.

It answers its own host names only, sends a content security policy that lets nothing in from elsewhere, and asks for a
token where it is opened to others.
"""

import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from fastapi.staticfiles import StaticFiles

import selon
from selon.api import Live, api_router
from selon.web.pages import page_router, warm
from selon.web.review import review_router

STATIC = Path(__file__).parent / "static"
MAX_BODY = 1_000_000  # bytes of a request
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
Next = Callable[[Request], Awaitable[Response]]


def create_app(
    database: str,
    *,
    review: str | None = None,
    token: str | None = None,
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]"),
) -> FastAPI:
    """The explorer of a database. `review` is the name under which judgements are written; None: nothing is written.

    `hosts` are the names it answers to; with a `token` every request must bring it (?token=, then a cookie).
    """
    live = Live(database)
    warm(live)
    app = FastAPI(
        title="selon",
        version=selon.__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        max_body_size=MAX_BODY,
    )
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(api_router(live))
    if review is not None:
        app.include_router(review_router(live, review, secrets.token_urlsafe(16)))
    app.include_router(page_router(live, review=review is not None), include_in_schema=False)

    @app.middleware("http")
    async def guard(request: Request, call_next: Next) -> Response:
        refused = _refused(request, hosts, token)
        response = refused if refused is not None else await call_next(request)
        for name, value in _HEADERS.items():
            response.headers[name] = value
        if token is not None and request.query_params.get("token") == token:
            response.set_cookie("selon_token", token, httponly=True, samesite="strict")
        return response

    return app


def _refused(request: Request, hosts: tuple[str, ...], token: str | None) -> Response | None:
    """The answer to a request that must not be served; None for one that may."""
    if _host(request) not in hosts:
        return _refusal(request, 421, "This server does not answer to that host name.")
    if token is not None:
        given = request.query_params.get("token") or request.cookies.get("selon_token") or ""
        if not secrets.compare_digest(given, token):
            return _refusal(request, 401, "Open the address that selon serve printed: it holds the token.")
    origin = request.headers.get("origin")
    if request.method == "POST" and origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        return _refusal(request, 403, "Requests from other sites are refused.")
    return None


def _refusal(request: Request, status: int, why: str) -> Response:
    """What a person reads, or a program."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": why}, status)
    return PlainTextResponse(why, status)


def _host(request: Request) -> str:
    host = request.headers.get("host", "")
    return host if host.endswith("]") else host.rpartition(":")[0] or host
