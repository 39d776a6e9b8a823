"""Addresses of views: every filter is in the query string, so that each view can be linked and shared."""

from collections.abc import Mapping
from urllib.parse import urlencode


def address(path: str, filters: Mapping[str, object], **changes: object) -> str:
    """The address of a path with the filters, changed; None takes a filter away.

    >>> address("/", {"actor": "IRN", "type": "AID"}, type=None, offset=50)
    '/?actor=IRN&offset=50'
    """
    given = {**filters, **changes}
    kept = {name: value for name, value in given.items() if value not in (None, "", 0)}
    return f"{path}?{urlencode(kept)}" if kept else path


def actor_address(name: str | None, code: str | None = None) -> str:
    """The address of an actor's page."""
    return address("/actor", {"name": name, "code": code})
