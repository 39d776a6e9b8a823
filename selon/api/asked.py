"""What a request asks for: the filters and the page, from the query string; the same for pages and API."""

from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from selon import sorts

_Text = Annotated[str | None, Field(max_length=200)]
_Day = Annotated[str | None, Field(max_length=10, pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]


class Asked(BaseModel):
    """The filters of `selon.Store`, empty strings counting as not given, and the page."""

    model_config = ConfigDict(extra="ignore")

    actor: _Text = None
    recipient: _Text = None
    type: _Text = None
    mode: _Text = None
    place: _Text = None
    since: _Day = None
    until: _Day = None
    according_to: _Text = None
    publisher: _Text = None
    factuality: _Text = None
    lang: _Text = None
    text: _Text = None
    min_confidence: Annotated[float | None, Field(ge=0, le=1)] = None
    limit: Annotated[int, Field(ge=1, le=500)] = 50
    offset: Annotated[int, Field(ge=0, le=10_000_000)] = 0

    def filters(self) -> dict[str, Any]:
        """The filters that are given."""
        given = self.model_dump(exclude={"sort", "limit", "offset"})
        return {name: value for name, value in given.items() if value}

    def page(self) -> dict[str, Any]:
        """Limit and offset."""
        return {"limit": self.limit, "offset": self.offset}


Page = Annotated[Asked, Query()]


def _order_of(question: str) -> Any:
    return Field(description="in which order", pattern=f"^({'|'.join(sorts(question))})?$")


class AskedInOrder(Asked):
    """The same, with an order."""

    sort: str | None = None

    def wanted(self) -> dict[str, Any]:
        """Filters, page and order."""
        return {**self.filters(), **self.page(), "sort": self.sort or None}


class _Events(AskedInOrder):
    sort: Annotated[str | None, _order_of("events")] = None


class _Stories(AskedInOrder):
    sort: Annotated[str | None, _order_of("stories")] = None


class _Actors(AskedInOrder):
    sort: Annotated[str | None, _order_of("actors")] = None


class _Sources(AskedInOrder):
    sort: Annotated[str | None, _order_of("sources")] = None


class _Gaps(AskedInOrder):
    sort: Annotated[str | None, _order_of("gaps")] = None


EventsPage = Annotated[_Events, Query()]
StoriesPage = Annotated[_Stories, Query()]
ActorsPage = Annotated[_Actors, Query()]
SourcesPage = Annotated[_Sources, Query()]
GapsPage = Annotated[_Gaps, Query()]
