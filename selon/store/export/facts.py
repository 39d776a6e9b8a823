"""Events as the formats of other projects have them: pairs of one actor and one recipient, told as facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from selon.lexicon.load import data_file, load_csv
from selon.store.formats import FACT
from selon.store.query import Store

_SQL = """
select * from claims where {where} order by published_at nulls last, document_id, trigger_start, event_id"""
_PARTIES = (
    "select event_id, role, name, kind, code, country, sectors from participants order by event_id, role, position"
)


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient; all None where the text names nobody."""

    name: str | None = None
    code: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim (a row of the view) with its parties."""

    row: dict[str, Any]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]

    @property
    def day(self) -> str | None:
        """The day of the event, else of publication (ISO); None if neither is known."""
        return self.row["time_start"] or (str(self.row["published_at"])[:10] if self.row["published_at"] else None)


def facts(store: Store, everything: bool) -> Iterator[Fact]:
    """The events of a database; only those told as facts, and each once a document, unless `everything` is wanted."""
    parties: dict[tuple[str, str], list[Party]] = {}
    for row in store.rows(_PARTIES):
        party = Party(row["name"], row["code"], row["country"], tuple(row["sectors"] or ()))
        parties.setdefault((row["event_id"], row["role"]), []).append(party)
    for row in store.rows(_SQL.format(where="true" if everything else FACT)):
        id = row["event_id"]
        yield Fact(row, tuple(parties.get((id, "actor"), ())), tuple(parties.get((id, "recipient"), ())))


@dataclass(frozen=True, slots=True)
class Scale:
    """The Goldstein value of a CAMEO code."""

    cameo: str
    goldstein: float


@cache
def _scale() -> dict[str, float]:
    return {row.cameo: row.goldstein for row in load_csv(data_file("world", "goldstein.csv"), Scale)}


def goldstein(cameo: str) -> float:
    """The Goldstein value of a CAMEO code (-10 conflict to 10 cooperation), of the nearest code above it where it has none.

    >>> goldstein("1821"), goldstein("042")
    (-9.0, 1.9)
    """
    known = _scale()
    return next((known[cameo[:size]] for size in range(len(cameo), 1, -1) if cameo[:size] in known), 0.0)


def quad_class(cameo: str) -> int:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, by the CAMEO root."""
    root = int(cameo[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def flat(value: object) -> str:
    """A value for a cell of a table without quoting: no tabs and no line ends; None is empty."""
    return "" if value is None else " ".join(str(value).split())
