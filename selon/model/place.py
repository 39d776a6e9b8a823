"""Places: where something happens, with coordinates in WGS84 degrees."""

from dataclasses import dataclass

from selon.model.ontology import Precision
from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the text. What the gazetteer does not give is None."""

    text: str
    span: Span
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    precision: Precision
